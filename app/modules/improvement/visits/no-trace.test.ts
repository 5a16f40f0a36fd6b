import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { beforeAll, expect, it } from 'vitest'
import { organisationScope, system } from '../../../platform/database/scope.ts'
import { onBothEngines } from '../../../platform/database/testing.ts'
import { openHouse, type Page, signInForTest, type TestBrowser } from '../../../platform/identity/testing.ts'
import { migrations } from '../testing.ts'
import { visitsRoutes } from './routes.ts'
import { makeSchool, type TestSchool } from './testing.ts'

const now = new Date('2026-11-23T09:00:00Z')
// One word for each thing that is written; each may be in one table only.
const markers = {
  question: 'Vraagmerkteken',
  fact: 'Feitmerkteken',
  tries: 'Probeermerkteken',
  action: 'Bordmerkteken',
} as const

onBothEngines('after a whole story of a visit', migrations, (database) => {
  let school: TestSchool
  let board: string
  let visit: string
  const visits = () => `/s/${school.slug}/visits`
  const seen = () => `${visits()}/${visit}/seen`
  const letters: string[] = []
  const ok = (page: Page): Page => {
    expect(page.status, page.body.slice(0, 500)).toBe(303)
    return page
  }

  beforeAll(async () => {
    school = await makeSchool(database())
    board = uuidv7()
    await database().run(system, (trx) =>
      trx
        .insertInto('boards')
        .values({
          organisation_id: school.id,
          id: board,
          kind: 'improvement',
          team_id: school.teamId,
          name: 'Bord',
          created_at: now,
        })
        .execute(),
    )
    const house = openHouse({ database: database(), routes: visitsRoutes, clock: () => now })
    const browsers = await Promise.all(
      (['receiver', 'visitor', 'other', 'leader'] as const).map((who) => signInForTest(house, school.people[who])),
    )
    const [receiver, visitor, other, leader] = browsers as [TestBrowser, TestBrowser, TestBrowser, TestBrowser]
    const asked = ok(
      await receiver.post(visits(), { question: `${markers.question} wie doet mee?`, className: 'Groep 6' }),
    )
    visit = asked.location?.split('/').at(-1) ?? ''
    expect((await other.get(`${visits()}/${visit}`)).body).toContain(markers.question)
    expect((await leader.get(`${visits()}/${visit}`)).status).toBe(404)
    ok(await visitor.post(`${visits()}/${visit}/take`, { day: '2026-11-23', time: '10:00' }))
    expect((await other.get(`${visits()}/${visit}`)).status).toBe(404)
    ok(await visitor.post(`${seen()}/start`))
    const entry = { kind: 'heard', words: `${markers.fact} ‘ik snap het’`, _op: uuidv7(), _age: '60000' }
    // A phone that did not hear the answer sends it again.
    for (let sent = 0; sent < 3; sent++) ok(await visitor.post(`${seen()}/facts`, entry))
    ok(await visitor.post(`${seen()}/done`))
    ok(await visitor.post(`${seen()}/talk`, { step: '4' }))
    ok(await visitor.post(`${seen()}/scores`, { instrument: 'own', 'score.meedoen': '3' }))
    ok(await receiver.post(`${seen()}/try`, { tries: `${markers.tries} eerst in tweetallen` }))
    ok(await receiver.post(`${seen()}/action`, { board, description: markers.action, dueOn: '2026-12-01' }))
    ok(await receiver.post(`${seen()}/share`, { reader: school.people.other }))
    ok(await receiver.post(`${visits()}/scores/consent`))
    expect((await other.get(seen())).body).toContain(markers.fact)
    for (const refused of [seen(), `${seen()}/talk`, `${seen()}/scores`]) {
      expect((await leader.get(refused)).status, refused).toBe(404)
    }
    expect((await leader.get(visits())).body).not.toMatch(/merkteken/)
    letters.push(...house.letters.map((letter) => `${letter.subject} ${letter.text}`))
    expect(house.faults).toEqual([])
  }, 60_000)

  it('there is one fact, with the time at which it was noticed', async () => {
    const facts = await database().run(organisationScope(school.id, school.people.receiver), (trx) =>
      trx.selectFrom('visit_facts').select('noticed_at').where('visit_id', '=', visit).execute(),
    )
    expect(facts).toEqual([{ noticed_at: new Date(now.getTime() - 60_000) }])
  })

  it('nothing of what was written is anywhere else in the database', async () => {
    const found = await tablesWith(Object.values(markers))
    expect(found[markers.question]).toEqual(['public.visit_questions'])
    expect(found[markers.fact]).toEqual(['public.visit_facts'])
    expect(found[markers.tries]).toEqual(['public.visit_tries'])
    // What was put on the board is public, and shows that the search finds things.
    expect(found[markers.action]).toEqual(['public.actions', 'public.journal'])
  })

  it('the action does not know the visit that it came from, and no letter tells of it', async () => {
    const rows = await database().run(system, (trx) =>
      sql<{ row: string }>`select t::text as row from actions t union all select t::text from journal t
        where stream = ${`board:${board}`}`.execute(trx),
    )
    for (const { row } of rows.rows) expect(row).not.toContain(visit)
    expect(letters).toHaveLength(1)
    expect(letters.join()).toContain('Meester visitor komt bij je kijken')
    expect(letters.join()).not.toMatch(/merkteken/)
  })

  it('all of it is gone when the receiver deletes it', async () => {
    const house = openHouse({ database: database(), routes: visitsRoutes, clock: () => now })
    const receiver = await signInForTest(house, school.people.receiver)
    ok(await receiver.post(`${seen()}/delete`))
    const found = await tablesWith([markers.question, markers.fact, markers.tries])
    expect(Object.values(found).flat()).toEqual([])
    expect((await receiver.get(`${visits()}/${visit}`)).body).toContain('Alleen dat er een bezoek was')
  })

  /** In which tables of which schemas each text is, looked at by the owner of the tables with no policy in the way. */
  async function tablesWith(texts: readonly string[]): Promise<Readonly<Record<string, readonly string[]>>> {
    const found: Record<string, string[]> = Object.fromEntries(texts.map((text) => [text, []]))
    const looked = database()
      .kysely.transaction()
      .execute(async (trx) => {
        const { rows: tables } = await sql<{ name: string }>`
        select table_schema || '.' || table_name as name from information_schema.tables
        where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
        order by name`.execute(trx)
        for (const { name } of tables) {
          if (name.startsWith('public.')) await sql.raw(`alter table ${name} no force row level security`).execute(trx)
          for (const text of texts) {
            const hit = await sql`select 1 from ${sql.raw(name)} t where t::text ilike ${`%${text}%`} limit 1`.execute(
              trx,
            )
            if (hit.rows.length > 0) found[text]?.push(name)
          }
        }
        throw new Error('Only looked: the policies stay.')
      })
    await expect(looked).rejects.toThrow('Only looked')
    return found
  }
})
