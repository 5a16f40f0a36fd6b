import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { organisationScope, system } from '../../platform/database/scope.ts'
import { onBothEngines } from '../../platform/database/testing.ts'
import { demoId, demoTeam, deWaterlelie } from '../../platform/identity/demo-people.ts'
import { identityDemo } from '../../platform/identity/identity-demo.ts'
import { answerPulse, closePulse } from './review-writes.ts'
import { migrations } from './testing.ts'

const organisation_id = deWaterlelie.id
const scope = organisationScope(organisation_id)
const period = demoId('period of this test')
const team = demoTeam(deWaterlelie, 'Onderbouw').id
const place = { organisationId: organisation_id, boardId: demoId('board'), teamId: team, periodId: period }
const now = new Date('2026-11-20T12:00:00Z')
const writing = { id: demoId('look-back'), writtenAt: now.getTime(), now }

onBothEngines('answers to a pulse', migrations, (database) => {
  beforeEach(async () => {
    await identityDemo({ db: database(), clock: () => now })
    await database().run(system, async (trx) => {
      await trx.deleteFrom('year_boards').where('organisation_id', '=', organisation_id).execute()
      const year = { organisation_id, school_year: 2026, ambition: 'Samen', created_at: now }
      await trx.insertInto('year_boards').values(year).execute()
      await sql`insert into periods (organisation_id, id, school_year, number, starts_on, ends_on)
        values (${organisation_id}, ${period}, 2026, 1, '2026-08-31', '2026-10-09')`.execute(trx)
    })
  })
  const answer = (voter: string, grade: number) =>
    database().run(scope, (trx) =>
      answerPulse(trx, () => undefined, place, { voter, answers: [grade, grade, 5] }, writing),
    )
  const lying = () =>
    database().run(system, async (trx) => {
      const { rows } = await sql<{ id: string; answers: number[]; xmin: string }>`
        select id, answers, xmin::text as xmin from pulse_answers where period_id = ${period} order by ctid`.execute(
        trx,
      )
      return rows
    })

  test('are sealed until it is closed, and then share the one transaction of closing', async () => {
    for (const [at, voter] of ['a', 'b', 'c', 'd', 'e'].entries()) expect(await answer(voter, at + 1)).toBe('done')
    expect(await answer('a', 1)).toBe('answered-before')
    expect(await lying()).toEqual([])
    // One that came in before answers were sealed, in a transaction of its own.
    const early = { organisation_id, id: randomUUID(), period_id: period, team_id: team, answers: [3, 3, 3] }
    await database().run(scope, (trx) => trx.insertInto('pulse_answers').values(early).execute())
    await database().run(scope, (trx) => closePulse(trx, () => undefined, place, writing))
    const rows = await lying()
    expect(rows.map(({ answers }) => answers.join()).toSorted()).toEqual([
      '1,1,5',
      '2,2,5',
      '3,3,3',
      '3,3,5',
      '4,4,5',
      '5,5,5',
    ])
    expect(new Set(rows.map(({ xmin }) => xmin)).size).toBe(1)
    expect(rows.map(({ id }) => id)).not.toContain(early.id)
    expect(await answer('f', 1)).toBe('closed')
    // Closed twice is closed once.
    await database().run(scope, (trx) => closePulse(trx, () => undefined, place, writing))
    expect(await lying()).toEqual(rows)
  })
})
