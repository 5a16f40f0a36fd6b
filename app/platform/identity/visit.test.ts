import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import { onBothEngines } from '../database/testing.ts'
import { platformMigrations as migrations } from '../migrations.ts'
import {
  deKlimboom,
  demoPeople,
  demoPlatform,
  deWaterlelie,
  hetStroomdal,
  hetZandpad,
  overhaalCollege,
} from './demo-people.ts'
import { createGuest } from './guests.ts'
import { identityDemo } from './identity-demo.ts'
import { openHouse, systemRows } from './testing.ts'
import { actorOf } from './viewer.ts'
import { findVisit } from './visit.ts'

const now = new Date('2026-11-22T09:00:00Z')
const hour = 3600_000
const at = (role: string, place: { id: string }) => {
  const found = demoPeople.find((person) => person.role === role && person.organisation === place.id)
  if (found === undefined) throw new Error(`Nobody has the role ${role} there.`)
  return found
}

onBothEngines('what is known of a request', migrations, (database) => {
  beforeAll(async () => {
    await identityDemo({ db: database(), clock: () => now })
    for (const { id } of demoPeople) {
      await systemRows(
        database(),
        sql`insert into sessions (id, token, user_id, expires_at, second_factor_at, created_at, updated_at) values
          (gen_random_uuid(), ${`token of ${id}`}, ${id}, ${new Date(now.getTime() + hour)}, null, ${now}, ${now})`,
      )
    }
  })
  const visitOf = (id: string | null, slug: string | null, when = now) =>
    findVisit(database(), { sessionToken: id === null ? null : `token of ${id}`, guestToken: null }, slug, when)

  it('is nothing where a request brings nothing, without asking the database', async () => {
    const refused = { ...database(), query: () => Promise.reject(new Error('The database was asked.')) }
    const visit = await findVisit(refused, { sessionToken: null, guestToken: null }, null, now)
    expect(visit).toEqual({ viewer: { kind: 'nobody' }, organisation: null, roles: [], schoolIds: [] })
    expect(actorOf(visit.viewer)).toBe('nobody')
  })

  it('is one question to the database', async () => {
    let asked = 0
    const counted = {
      ...database(),
      query: (text: string, values?: readonly unknown[]) => {
        asked += 1
        return database().query(text, values)
      },
    }
    await findVisit(
      counted,
      { sessionToken: `token of ${at('leader', deWaterlelie).id}`, guestToken: 'x' },
      'de-waterlelie',
      now,
    )
    expect(asked).toBe(1)
  })

  it('names person, organisation and roles there', async () => {
    const { id, name, email } = at('leader', deWaterlelie)
    expect(await visitOf(id, 'de-waterlelie')).toEqual({
      viewer: { kind: 'person', id, name, email, locale: null, secondFactor: false, operator: false },
      organisation: {
        id: deWaterlelie.id,
        kind: 'school',
        slug: 'de-waterlelie',
        name: 'De Waterlelie',
        parentId: hetStroomdal.id,
        holidayRegion: 'noord',
      },
      roles: ['leader'],
      schoolIds: [],
    })
  })

  it('gives nobody a role at a school that is not theirs', async () => {
    for (const slug of ['de-klimboom', 'overhaal-college', 'het-stroomdal', 'kantelpunt']) {
      expect((await visitOf(at('leader', deWaterlelie).id, slug)).roles, slug).toEqual([])
    }
    expect((await visitOf(at('leader', deWaterlelie).id, 'no-such-school')).organisation).toBeNull()
  })

  it('gives board and admin of a governing body their role at its schools, and only there', async () => {
    for (const role of ['board', 'admin']) {
      const { id } = at(role, hetStroomdal)
      const own = await visitOf(id, 'het-stroomdal')
      expect(own.roles).toEqual([role])
      expect([...own.schoolIds].sort()).toEqual([deWaterlelie.id, deKlimboom.id, hetZandpad.id].sort())
      expect((await visitOf(id, 'de-klimboom')).roles).toEqual([role])
      expect((await visitOf(id, overhaalCollege.slug)).roles).toEqual([])
      expect((await visitOf(id, 'het-stroomdal')).viewer).toMatchObject({ operator: false })
    }
  })

  it('gives a teacher or leader of a governing body nothing at its schools', async () => {
    const { id } = at('teacher', overhaalCollege)
    const role = sql`insert into memberships values (${hetStroomdal.id}, ${id}, 'leader', ${now}), (${hetStroomdal.id}, ${id}, 'teacher', ${now})`
    await systemRows(database(), role)
    expect((await visitOf(id, 'het-stroomdal')).roles).toHaveLength(2)
    expect((await visitOf(id, 'de-waterlelie')).roles).toEqual([])
  })

  it('knows the admins of the platform, and only them', async () => {
    expect((await visitOf(at('admin', demoPlatform).id, null)).viewer).toMatchObject({ operator: true })
    expect((await visitOf(at('admin', demoPlatform).id, 'de-waterlelie')).roles).toEqual([])
    expect((await visitOf(at('admin', hetStroomdal).id, null)).viewer).toMatchObject({ operator: false })
  })

  it('forgets who somebody is when the session ends', async () => {
    const { id } = at('coach', deWaterlelie)
    expect((await visitOf(id, null, new Date(now.getTime() + hour - 1))).viewer.kind).toBe('person')
    const after = await visitOf(id, 'de-waterlelie', new Date(now.getTime() + hour))
    expect(after).toMatchObject({ viewer: { kind: 'nobody' }, roles: [], organisation: { slug: 'de-waterlelie' } })
  })

  it('lets a guest into the organisation of the pass, until it ends', async () => {
    const { services } = openHouse({ database: database(), routes: [], clock: () => now })
    const expiresAt = new Date(now.getTime() + hour)
    const wish = {
      organisationId: deWaterlelie.id,
      kind: 'session',
      about: 'session:1',
      name: 'Oma',
      expiresAt,
      now,
    } as const
    const scope = { kind: 'person', userId: null, organisationIds: [deWaterlelie.id] } as const
    const pass = await database().run(scope, (trx) => createGuest(trx, { ...wish, newId: services.newId }))
    const asGuest = (slug: string | null, when = now, token = pass.token) =>
      findVisit(database(), { sessionToken: null, guestToken: token }, slug, when)
    expect((await asGuest('de-waterlelie')).viewer).toEqual({
      kind: 'guest',
      id: pass.id,
      guestKind: 'session',
      about: 'session:1',
      name: 'Oma',
      organisationId: deWaterlelie.id,
    })
    expect((await asGuest('de-waterlelie')).roles).toEqual([])
    expect((await asGuest('de-klimboom')).viewer.kind).toBe('nobody')
    expect((await asGuest(null)).viewer.kind).toBe('nobody')
    expect((await asGuest('de-waterlelie', expiresAt)).viewer.kind).toBe('nobody')
    expect((await asGuest('de-waterlelie', now, `${pass.token}x`)).viewer.kind).toBe('nobody')
    const rows = await systemRows(database(), sql`select * from guests`)
    expect(JSON.stringify(rows).includes(pass.token)).toBe(false)
    const { viewer } = await findVisit(
      database(),
      { sessionToken: `token of ${at('leader', deWaterlelie).id}`, guestToken: pass.token },
      'de-waterlelie',
      now,
    )
    expect(viewer.kind).toBe('person')
  })

  it('is not asked by the app itself past the function: sessions and other tenants stay out of its sight', async () => {
    const scope = { kind: 'person', userId: at('leader', deWaterlelie).id, organisationIds: [deWaterlelie.id] } as const
    for (const table of ['sessions', 'accounts', 'verifications', 'passkeys', 'two_factors', 'recovery_codes']) {
      const asked = database().run(scope, (trx) => sql`select * from ${sql.table(table)}`.execute(trx))
      await expect(asked, table).rejects.toThrow(/permission denied/)
    }
    const { rows } = await database().run(scope, (trx) =>
      sql`select distinct organisation_id from memberships`.execute(trx),
    )
    expect(rows).toEqual([{ organisation_id: deWaterlelie.id }])
    const names = await database().run(scope, (trx) => trx.selectFrom('users').select('id').execute())
    const own = demoPeople.filter(({ organisation }) => organisation === deWaterlelie.id).length
    expect(names).toHaveLength(own)
  })
})
