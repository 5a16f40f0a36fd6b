import { randomBytes, randomUUID } from 'node:crypto'
import type { Database } from '../../app/platform/database/database.ts'
import { system } from '../../app/platform/database/scope.ts'

export interface SimulatedOrganisation {
  readonly id: string
  readonly slug: string
}

export interface SimulatedBoard {
  readonly boardId: string
  /** Cookies of three colleagues, each on a device of their own. */
  readonly cookies: readonly string[]
}

export async function organisationFor(db: Database, now: Date): Promise<SimulatedOrganisation> {
  const id = randomUUID()
  const slug = `simulatie-${id.slice(0, 8)}`
  await db.run(system, (trx) =>
    trx.insertInto('organisations').values({ id, kind: 'school', slug, name: 'Simulatie', created_at: now }).execute(),
  )
  return { id, slug }
}

/** A team of three with an empty board; `sign` makes a cookie of a session's token. */
export async function teamFor(
  db: Database,
  organisation: SimulatedOrganisation,
  now: Date,
  sign: (token: string) => string,
): Promise<SimulatedBoard> {
  const [teamId, boardId] = [randomUUID(), randomUUID()]
  const people = Array.from({ length: 3 }, () => ({ id: randomUUID(), token: randomBytes(24).toString('hex') }))
  const at = { organisation_id: organisation.id }
  const expires = new Date(now.getTime() + 90 * 24 * 3_600_000)
  await db.run(system, async (trx) => {
    const team = { ...at, id: teamId, slug: `team-${teamId.slice(0, 8)}`, name: 'Team', created_at: now }
    await trx.insertInto('teams').values(team).execute()
    const board = { ...at, id: boardId, kind: 'improvement' as const, team_id: teamId, name: 'Team', created_at: now }
    await trx.insertInto('boards').values(board).execute()
    for (const { id, token } of people) {
      const user = {
        id,
        name: 'Noor',
        email: `${id}@example.org`,
        email_verified: true,
        created_at: now,
        updated_at: now,
      }
      await trx.insertInto('users').values(user).execute()
      await trx
        .insertInto('memberships')
        .values({ ...at, user_id: id, role: 'teacher', created_at: now })
        .execute()
      await trx
        .insertInto('team_members')
        .values({ ...at, team_id: teamId, user_id: id })
        .execute()
      const session = { id: randomUUID(), token, user_id: id, expires_at: expires, created_at: now, updated_at: now }
      await trx.insertInto('sessions').values(session).execute()
    }
  })
  return { boardId, cookies: people.map(({ token }) => sign(token)) }
}
