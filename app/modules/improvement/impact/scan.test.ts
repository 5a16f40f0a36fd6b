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

  test('keeps nothing that leads from an answer to who gave it', async () => {
    await (await as(leader)).post(`${home}/scan`)
    await (await as(teachers[0])).post(`${home}/scan/answers`, { ...answers(3), 'skills-3': '5' })
    const kept = await database().run(organisationScope(deWaterlelie.id), async (trx) => ({
      answers: await trx.selectFrom('culture_answers').selectAll().execute(),
      voters: await trx.selectFrom('culture_voters').selectAll().execute(),
    }))
    const journal = await database().run(system, (trx) => trx.selectFrom('journal').selectAll().execute())
    expect(kept.answers[0]?.answers).toEqual([3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 5])
    expect(Object.keys(kept.answers[0] ?? {}).toSorted()).toEqual([
      'answers',
      'id',
      'organisation_id',
      'scan_id',
      'team_id',
    ])
    expect(JSON.stringify(kept.voters)).not.toContain(teachers[0]?.id)
    const told = journal.filter(({ action }) => action === 'culture-scan-answered')
    expect(told.length).toBeGreaterThan(0)
    expect(JSON.stringify(told)).not.toContain(kept.answers[0]?.id)
    expect(JSON.stringify(told)).not.toContain('skills')
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
