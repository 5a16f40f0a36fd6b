import type { Database } from '../../app/platform/database/database.ts'
import { guestCookie } from '../../app/platform/identity/guest-cookie.ts'
import { type GuestKind, type Role, roles } from '../../app/platform/identity/roles.ts'
import { hashToken } from '../../app/platform/identity/token.ts'
import { idFrom } from './plant.ts'

export const places = ['here', 'there'] as const
export type Place = (typeof places)[number]

export interface Tenant {
  readonly place: Place
  readonly schoolId: string
  readonly boardId: string
  readonly slug: string
  readonly canary: string
}

/** Somebody who asks. `roles` hold at the school of `place`, directly or through its governing body. */
export interface Visitor {
  readonly name: string
  readonly kind: 'nobody' | 'person' | 'guest'
  readonly place: Place | null
  readonly roles: readonly Role[]
  readonly guestKind: GuestKind | null
  readonly operator: boolean
  /** Signed in with the second step. */
  readonly strong: boolean
  readonly userId: string | null
  readonly guestToken: string | null
}

const base: Visitor = {
  name: 'nobody',
  kind: 'nobody',
  place: null,
  roles: [],
  guestKind: null,
  operator: false,
  strong: false,
  userId: null,
  guestToken: null,
}

function person(name: string, more: Partial<Visitor>): Visitor {
  return { ...base, name, kind: 'person', strong: true, userId: idFrom('user', name), ...more }
}

/** One of every kind at each place, and those of no place. */
export const visitors: readonly Visitor[] = [
  base,
  person('stranger with an account', {}),
  person('operator', { operator: true }),
  person('operator without the second step', { operator: true, strong: false }),
  ...places.flatMap((place) => [
    ...roles.map((role) => person(`${role} ${place}`, { place, roles: [role] })),
    person(`leader without the second step ${place}`, { place, roles: ['leader'], strong: false }),
    person(`teacher without the second step ${place}`, { place, roles: ['teacher'], strong: false }),
    ...(['session', 'pupil'] as const).map((guestKind) => guest(guestKind, place)),
  ]),
]

function guest(guestKind: GuestKind, place: Place): Visitor {
  const name = `${guestKind} guest ${place}`
  return { ...base, name, kind: 'guest', place, guestKind, guestToken: `token of ${name}`.replaceAll(' ', '-') }
}

/** Puts the visitors in their places; again where what they did took them out. */
export async function placeVisitors(
  db: Database,
  tenants: Readonly<Record<Place, Tenant>>,
  platformId: string,
  about: Readonly<Record<Place, string>>,
): Promise<void> {
  for (const visitor of visitors) {
    if (visitor.kind === 'guest' && visitor.place !== null) {
      const { schoolId } = tenants[visitor.place]
      await db.query(
        `insert into guests (organisation_id, id, kind, about, name, token_hash, expires_at, created_at)
         values ($1, $2, $3, $4, 'Gast', $5, '2099-01-01', now())
         on conflict (organisation_id, id) do update set expires_at = excluded.expires_at, token_hash = excluded.token_hash`,
        [schoolId, idFrom(visitor.name), visitor.guestKind, about[visitor.place], hashToken(visitor.guestToken ?? '')],
      )
    }
    if (visitor.kind !== 'person') continue
    await db.query(
      `insert into users (id, name, email, email_verified, created_at, updated_at)
       values ($1::uuid, $2, $1::text || '@kantelpunt.example', true, now(), now()) on conflict do nothing`,
      [visitor.userId, `Bezoeker ${visitor.name.length}`],
    )
    for (const role of visitor.roles) {
      const tenant = visitor.place === null ? null : tenants[visitor.place]
      if (tenant === null) continue
      // Board and admin hold at the governing body and so at its schools: that way is tried here.
      await member(db, visitor.userId, role === 'board' || role === 'admin' ? tenant.boardId : tenant.schoolId, role)
    }
    if (visitor.operator) await member(db, visitor.userId, platformId, 'admin')
  }
}

async function member(db: Database, userId: string | null, organisationId: string, role: Role): Promise<void> {
  await db.query(
    'insert into memberships (organisation_id, user_id, role, created_at) values ($1, $2, $3, now()) on conflict do nothing',
    [organisationId, userId, role],
  )
}

export function guestCookieOf(visitor: Visitor): string {
  return `${guestCookie}=${visitor.guestToken}`
}
