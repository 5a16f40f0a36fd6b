import { beforeEach, expect, test } from 'vitest'
import { organisationScope, system } from '../../../platform/database/scope.ts'
import { onBothEngines } from '../../../platform/database/testing.ts'
import { deKlimboom, demoId, demoMembers, demoTeam, deWaterlelie } from '../../../platform/identity/demo-people.ts'
import { identityDemo } from '../../../platform/identity/identity-demo.ts'
import { addDays, type Day, startOfDay } from '../../../platform/text/days.ts'
import { migrations } from '../testing.ts'
import { loadImpact } from './impact-store.ts'
import { schoolImpact } from './school-impact.ts'

const organisation_id = deWaterlelie.id
const team = demoTeam(deWaterlelie, 'Onderbouw')
const receiver = demoMembers(team)[0]?.id ?? ''
const visitor = demoMembers(team)[1]?.id ?? ''
const board = demoId('board of this test')
const today = '2026-11-23'
/** Mondays with school in the north: the autumn holiday of 2026 there is the week of 12 October. */
const mondays = [7, 14, 21, 28, 35, 49, 56, 63, 70].map((days) => addDays('2026-08-31', days))
const at = (day: Day) => new Date(startOfDay(day).getTime() + 15 * 3_600_000)

onBothEngines('what the layers read', migrations, (database) => {
  beforeEach(async () => {
    await identityDemo({ db: database(), clock: () => new Date('2026-09-01T12:00:00Z') })
    await database().run(system, async (trx) => {
      await trx.deleteFrom('boards').where('id', '=', board).execute()
      await trx.deleteFrom('lessons').where('organisation_id', '=', organisation_id).execute()
    })
    await database().run(organisationScope(organisation_id), async (trx) => {
      const created_at = at('2026-09-07')
      await trx
        .insertInto('boards')
        .values({
          organisation_id,
          id: board,
          kind: 'improvement',
          team_id: team.id,
          name: 'Onderbouw',
          code: null,
          ends_on: null,
          created_at,
          archived_at: null,
        })
        .execute()
    })
  })

  const figuresOf = async (schools: readonly string[] = [organisation_id]) => {
    const loaded = await database().run(organisationScope(organisation_id), (trx) => loadImpact(trx, schools, today))
    return loaded.map(schoolImpact)
  }

  test('a school that has only a board has measured nothing yet', async () => {
    const [impact] = await figuresOf()
    const outcomes = impact?.layers.flatMap(({ figures }) => figures.map(({ outcome }) => outcome))
    expect(outcomes?.every((outcome) => !outcome.ok && outcome.reason === 'not-measured')).toBe(true)
  })

  test('sessions, visits of people of the team and lessons count for the team, in weeks with school', async () => {
    await database().run(organisationScope(organisation_id, receiver), async (trx) => {
      for (const monday of mondays) {
        const started_at = at(addDays(monday, 1))
        await trx
          .insertInto('board_sessions')
          .values({
            organisation_id,
            id: demoId(`session ${monday}`),
            board_id: board,
            code: `TESTE${mondays.indexOf(monday) + 2 > 9 ? 'A' : mondays.indexOf(monday) + 2}`,
            started_at,
            ended_at: started_at,
            ended_by: 'team',
            step_started_at: started_at,
            step_seconds: [0, 0, 0, 0, 0],
            planned_seconds: [60, 180, 240, 300, 120],
            leader_id: null,
            note_taker_id: null,
            timekeeper_id: null,
            focus_id: null,
          })
          .onConflict((conflict) => conflict.doNothing())
          .execute()
      }
      const day = at(mondays[2] ?? today)
      const visit = { organisation_id, receiver_id: receiver, visitor_id: visitor, team_id: null, track_id: null }
      for (const [id, state] of [
        ['done', 'done'],
        ['asked', 'taken'],
      ] as const) {
        await trx
          .insertInto('visits')
          .values({
            ...visit,
            id: demoId(`visit ${id}`),
            state,
            asked_at: day,
            starts_at: day,
            done_at: state === 'done' ? day : null,
          })
          .onConflict((conflict) => conflict.doNothing())
          .execute()
      }
      const lesson = {
        organisation_id,
        team_id: team.id,
        title: 'Een les',
        created_by: `person:${receiver}`,
        created_at: day,
      }
      await trx
        .insertInto('lessons')
        .values({ ...lesson, id: demoId('lesson') })
        .execute()
      await trx
        .insertInto('lessons')
        .values({ ...lesson, id: demoId('removed'), removed_at: day })
        .execute()
    })
    const [impact] = await figuresOf()
    const monthly = (times: number, weeks: number) => expect.closeTo((times / weeks) * (365.25 / 84), 5)
    const outcomes = impact?.layers[0]?.figures.map(({ outcome }) => outcome)
    // From 7 September until that of 16 November are eleven weeks, of which one is off.
    expect(outcomes?.[0]).toMatchObject({ ok: true, n: 10, value: monthly(9, 10) })
    expect(outcomes?.[1]).toMatchObject({ ok: true, value: monthly(1, 10) })
    expect(outcomes?.[2]).toMatchObject({ ok: true, value: monthly(1, 10) })
    // The other teams have no board, and do not weigh.
    expect(impact?.layers[0]?.figures[0]?.teams).toBe(1)
  })

  test('the first week of the year that is looked back on is a whole one', async () => {
    // A year before Thursday 26 November 2026 is a Wednesday; the session was on the Tuesday before.
    const thursday = '2026-11-26'
    const tuesday = at('2025-11-25')
    await database().run(organisationScope(organisation_id), async (trx) => {
      await trx
        .updateTable('boards')
        .set({ created_at: at('2025-09-01') })
        .where('id', '=', board)
        .execute()
      await trx
        .insertInto('board_sessions')
        .values({
          organisation_id,
          id: demoId('session a year ago'),
          board_id: board,
          code: 'TESTYA',
          started_at: tuesday,
          ended_at: tuesday,
          ended_by: 'team',
          step_started_at: tuesday,
          step_seconds: [0, 0, 0, 0, 0],
          planned_seconds: [60, 180, 240, 300, 120],
          leader_id: null,
          note_taker_id: null,
          timekeeper_id: null,
          focus_id: null,
        })
        .execute()
    })
    const loaded = await database().run(organisationScope(organisation_id), (trx) =>
      loadImpact(trx, [organisation_id], thursday),
    )
    const sessions = loaded.map(schoolImpact)[0]?.layers[0]?.figures[0]
    const weeks = loaded[0]?.execution.weeks ?? []
    expect(weeks[0]).toBe('2025-11-24')
    expect(weeks).not.toContain('2026-11-23')
    expect(sessions?.outcome).toMatchObject({
      ok: true,
      n: weeks.length,
      value: expect.closeTo((1 / weeks.length) * (365.25 / 84), 5),
    })
  })

  test('another school is not read, whoever asks for it', async () => {
    expect(await figuresOf([deKlimboom.id])).toEqual([])
  })
})
