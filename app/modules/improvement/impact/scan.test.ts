import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { organisationScope, system } from '../../../platform/database/scope.ts'
import { onBothEngines } from '../../../platform/database/testing.ts'
import { demoPeople, demoTeam, deWaterlelie, hetStroomdal } from '../../../platform/identity/demo-people.ts'
import { identityDemo } from '../../../platform/identity/identity-demo.ts'
import { type House, openHouse, signInForTest } from '../../../platform/identity/testing.ts'
import { migrations } from '../testing.ts'
import { cultureItems } from './culture-scan.ts'
import { impactRoutes } from './routes.ts'

const home = `/s/${deWaterlelie.slug}/impact`
const answers = (grade: number) => Object.fromEntries(cultureItems.map((item) => [item, String(grade)]))
const teachers = demoPeople.filter(({ teams }) => teams.includes(demoTeam(deWaterlelie, 'Onderbouw').id))
const leader = demoPeople.find(({ organisation, role }) => organisation === deWaterlelie.id && role === 'leader')
const board = demoPeople.find(({ organisation, role }) => organisation === hetStroomdal.id && role === 'board')

onBothEngines('the yearly scan of a school', migrations, (database) => {
  let house: House
  beforeEach(async () => {
    house = openHouse({ database: database(), routes: impactRoutes, clock: () => new Date('2026-11-22T12:00:00Z') })
    await database().run(system, (trx) => trx.deleteFrom('culture_scans').execute())
    await identityDemo({ db: database(), clock: () => new Date('2026-11-01T12:00:00Z') })
  })
  const as = (person: { readonly id: string } | undefined) => signInForTest(house, person?.id ?? '')

  test('is begun by the leader, answered once by each, and told only when it is closed', async () => {
    const asLeader = await as(leader)
    const first = await as(teachers[0])
    expect((await first.post(`${home}/scan`)).status).toBe(403)
    expect((await first.post(`${home}/scan/answers`, answers(4))).body).toContain('There is no questionnaire now.')
    expect((await asLeader.post(`${home}/scan`)).status).toBe(303)
    // Begun twice is begun once.
    expect((await asLeader.post(`${home}/scan`)).status).toBe(303)
    for (const teacher of teachers.slice(0, 5)) {
      expect((await (await as(teacher)).post(`${home}/scan/answers`, answers(4))).status).toBe(303)
    }
    expect((await first.post(`${home}/scan/answers`, answers(1))).body).toContain('You answered already')
    expect((await first.get(`${home}/scan`)).body).toContain('5 answers in')
    const before = (await first.get(home)).body
    expect(before).toContain('still open: 5 answers')
    expect(before).not.toContain('4.0 of 5')
    expect((await asLeader.post(`${home}/scan/close`)).status).toBe(303)
    expect((await (await as(teachers[5])).post(`${home}/scan/answers`, answers(1))).body).toContain('closed just now')
    for (const visitor of [first, asLeader, await as(board)])
      expect((await visitor.get(home)).body).toContain('4.0 of 5')
    expect(house.faults).toEqual([])
  })

  test('of four answers nothing is shown, also not when it is closed', async () => {
    const asLeader = await as(leader)
    await asLeader.post(`${home}/scan`)
    for (const teacher of teachers.slice(0, 4)) await (await as(teacher)).post(`${home}/scan/answers`, answers(4))
    await asLeader.post(`${home}/scan/close`)
    expect((await asLeader.get(home)).body).not.toContain('4.0 of 5')
    const scan = (await asLeader.get(`${home}/scan`)).body
    expect(scan).toContain('There are 4 answers')
    expect(scan).not.toContain('4.0 of 5')
  })

  test('that was closed before anybody answered can be begun again', async () => {
    const asLeader = await as(leader)
    await asLeader.post(`${home}/scan`)
    await asLeader.post(`${home}/scan/close`)
    const teacher = await as(teachers[0])
    expect((await teacher.post(`${home}/scan/answers`, answers(4))).body).toContain('There is no questionnaire now.')
    expect((await asLeader.post(`${home}/scan`)).status).toBe(303)
    expect((await teacher.post(`${home}/scan/answers`, answers(4))).status).toBe(303)
    expect((await teacher.get(`${home}/scan`)).body).toContain('1 answer in')
    expect(house.faults).toEqual([])
  })

  test('keeps nothing that leads from an answer to who gave it', async () => {
    const asLeader = await as(leader)
    await asLeader.post(`${home}/scan`)
    const given = [1, 2, 3, 4, 5, 4].map((grade, at) => ({ grade, teacher: teachers[at] }))
    for (const { grade, teacher } of given) {
      await (await as(teacher)).post(`${home}/scan/answers`, { ...answers(grade), 'skills-3': '5' })
    }
    const scope = organisationScope(deWaterlelie.id)
    const asked = (table: string) =>
      database().run(system, async (trx) => {
        const { rows } = await sql<{ row: Record<string, unknown>; xmin: string }>`
          select to_jsonb(t) as row, t.xmin::text as xmin from ${sql.table(table)} t order by t.ctid`.execute(trx)
        return rows
      })
    // While it is open no page's role reads an answer, and no row holds one answer that has a transaction of its own.
    await expect(database().run(scope, (trx) => sql`select * from sealed_answers`.execute(trx))).rejects.toThrow()
    const opened = await database().run(scope, (trx) =>
      sql`select * from culture_scans s, open_sealed(s.organisation_id, s.id, null, null)`.execute(trx),
    )
    expect(opened.rows).toEqual([])
    expect(await asked('culture_answers')).toEqual([])
    const sealed = await asked('sealed_answers')
    expect(sealed.map(({ row }) => row.given)).toEqual([expect.toSatisfy((all) => all.length === given.length)])
    // Who answered stands nowhere but as a keyed hash.
    for (const table of ['journal', 'operations']) {
      const rows = (await asked(table)).filter(({ row }) => String(row.actor).startsWith('voter:'))
      expect(rows.length).toBeGreaterThanOrEqual(given.length)
      for (const { teacher } of given) expect(JSON.stringify(rows)).not.toContain(teacher?.id)
    }

    await asLeader.post(`${home}/scan/close`)
    const kept = await asked('culture_answers')
    expect(await asked('sealed_answers')).toEqual([])
    expect(kept.map(({ row }) => JSON.stringify(row.answers)).toSorted()).toEqual(
      given.map(({ grade }) => JSON.stringify([...Array(11).fill(grade), 5])).toSorted(),
    )
    // One transaction, that of closing, holds all of them; none of it is one in which somebody answered.
    expect(new Set(kept.map(({ xmin }) => xmin)).size).toBe(1)
    const voting = new Set((await asked('culture_voters')).map(({ xmin }) => xmin))
    expect(kept.filter(({ xmin }) => voting.has(xmin))).toEqual([])
    // No value of an answer's row stands with a voter, in the journal or among the operations.
    const elsewhere = JSON.stringify([
      ...(await asked('culture_voters')),
      ...(await asked('journal')),
      ...(await asked('operations')),
    ])
    for (const { row } of kept) {
      expect(Object.keys(row).toSorted()).toEqual(['answers', 'id', 'organisation_id', 'scan_id', 'team_id'])
      expect(elsewhere).not.toContain(row.id)
    }
  })

  test('lets answers lie in an order of chance', async () => {
    const orders: string[] = []
    for (let round = 0; round < 3; round++) {
      await database().run(system, (trx) => trx.deleteFrom('culture_scans').execute())
      const asLeader = await as(leader)
      await asLeader.post(`${home}/scan`)
      for (const [at, teacher] of teachers.slice(0, 6).entries()) {
        await (await as(teacher)).post(`${home}/scan/answers`, { ...answers(1), 'skills-1': `${1 + (at % 5)}` })
      }
      await asLeader.post(`${home}/scan/close`)
      const { rows } = await database().run(system, (trx) =>
        sql<{ said: number }>`select answers[10] as said from culture_answers order by ctid`.execute(trx),
      )
      orders.push(rows.map(({ said }) => said).join())
    }
    // Six answers lie as they came once in 360 times; three rounds alike, never.
    expect(orders.every((order) => order === '1,2,3,4,5,1')).toBe(false)
  })

  test('says at each sentence that was left out what is missing, and keeps the others', async () => {
    await (await as(leader)).post(`${home}/scan`)
    const { 'skills-2': _, ...rest } = answers(2)
    const { status, body } = await (await as(teachers[0])).post(`${home}/scan/answers`, rest)
    expect(status).toBe(422)
    expect(body).toContain('I can give a colleague something back that helps')
    expect(body.match(/value="2" checked/g)).toHaveLength(11)
  })
})
