import type { Database } from '../database/database.ts'
import type { HolidayRegion, OrganisationKind } from '../organisations/organisations.ts'
import type { Locale } from '../text/dictionary.ts'
import type { GuestKind, Role } from './roles.ts'
import { hashToken } from './token.ts'
import type { Viewer, Visit } from './viewer.ts'

/** What a browser brings along. */
export interface Credentials {
  readonly sessionToken: string | null
  readonly guestToken: string | null
}

interface VisitRow {
  person: { id: string; name: string; email: string; locale: Locale | null; second_factor: boolean } | null
  guest: { id: string; kind: GuestKind; about: string; name: string; organisation_id: string } | null
  organisation: {
    id: string
    kind: OrganisationKind
    slug: string
    name: string
    parent_id: string | null
    holiday_region: HolidayRegion | null
  } | null
  roles: Role[]
  schools: string[]
  is_operator: boolean
}

/** Finds viewer, organisation and roles in one query. A wrong or ended token is nobody, not an error. */
export async function findVisit(
  db: Database,
  credentials: Credentials,
  organisationSlug: string | null,
  now: Date,
): Promise<Visit> {
  const { sessionToken, guestToken } = credentials
  if (sessionToken === null && guestToken === null && organisationSlug === null) {
    return { viewer: { kind: 'nobody' }, organisation: null, roles: [], schoolIds: [] }
  }
  const { rows } = await db.query('select * from visit($1, $2, $3, $4)', [
    sessionToken,
    guestToken === null ? null : hashToken(guestToken),
    organisationSlug,
    now,
  ])
  // The function visit() is declared with these columns in migrations/0001-people.ts.
  const row = rows[0] as unknown as VisitRow
  return {
    viewer: viewerOf(row),
    organisation: row.organisation && {
      id: row.organisation.id,
      kind: row.organisation.kind,
      slug: row.organisation.slug,
      name: row.organisation.name,
      parentId: row.organisation.parent_id,
      holidayRegion: row.organisation.holiday_region,
    },
    roles: row.roles,
    schoolIds: row.schools,
  }
}

function viewerOf({ person, guest, is_operator }: VisitRow): Viewer {
  if (person) {
    const { id, name, email, locale, second_factor } = person
    return { kind: 'person', id, name, email, locale, secondFactor: second_factor, operator: is_operator }
  }
  if (guest) {
    const { id, kind, about, name, organisation_id } = guest
    return { kind: 'guest', id, guestKind: kind, about, name, organisationId: organisation_id }
  }
  return { kind: 'nobody' }
}
