import type { Route } from '../../app/platform/web/route.ts'
import { idFrom, type Row } from './plant.ts'
import type { Tenant } from './visitors.ts'

/** Parameters that name no row of a table `<name>s`: what to put there. */
const others: Readonly<Record<string, (tenant: Tenant, rows: ReadonlyMap<string, Row>) => unknown>> = {
  organisation: (tenant) => tenant.slug,
  provider: () => 'school-account',
  code: () => '99ZZ00',
  kind: () => 'goal',
  id: (_tenant, rows) => rows.get('boards')?.id,
  import: () => idFrom('no import'),
  upload: () => idFrom('no upload'),
  resultTrack: (_tenant, rows) => rows.get('result_tracks')?.id,
  helpRequest: (_tenant, rows) => rows.get('result_help_requests')?.id,
  year: () => '2026',
  number: () => '1',
  file: () => 'not-the-secret-address.ics',
  round: (_tenant, rows) => rows.get('voice_rounds')?.id,
  area: () => 'm-9901',
  story: (_tenant, rows) => rows.get('movement_stories')?.id,
  afternoon: (_tenant, rows) => rows.get('movement_afternoons')?.id,
  booking: (_tenant, rows) => rows.get('movement_bookings')?.id,
  success: (_tenant, rows) => rows.get('successes')?.id,
  shared: (_tenant, rows) => rows.get('shared_lessons')?.id,
  person: (_tenant, rows) => rows.get('users')?.id,
  track: (_tenant, rows) => rows.get('visit_tracks')?.id,
  instrument: (_tenant, rows) => rows.get('visit_instruments')?.id,
  idea: () => 'fixed-time',
  'look-back': (_tenant, rows) => rows.get('look_backs')?.id,
}

/** A path of a route with the tenant's own rows in its parameters; `slugOf` may put another school's slug before them. */
export function pathOf(
  route: Pick<Route, 'path'>,
  tenant: Tenant,
  rows: ReadonlyMap<string, Row>,
  slugOf: Tenant = tenant,
): string {
  return route.path.replace(/:([\w-]+)(\{[^}]*\})?\??/g, (_whole, name: string) => {
    const value =
      others[name]?.(name === 'organisation' ? slugOf : tenant, rows) ??
      rows.get(`board_${name}s`)?.id ??
      rows.get(`${name}s`)?.id
    if (typeof value !== 'string') {
      throw new Error(`What is :${name} in ${route.path}? Name its value in tests/two-tenants/paths.ts.`)
    }
    return encodeURIComponent(value)
  })
}
