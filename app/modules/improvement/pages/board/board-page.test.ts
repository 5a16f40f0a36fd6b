import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import type { Database } from '../../../../platform/database/database.ts'
import { organisationScope } from '../../../../platform/database/scope.ts'
import { onBothEngines } from '../../../../platform/database/testing.ts'
import { demoMembers, demoPeople, demoTeam, deWaterlelie } from '../../../../platform/identity/demo-people.ts'
import { identityDemo } from '../../../../platform/identity/identity-demo.ts'
import { openHouse, signInForTest } from '../../../../platform/identity/testing.ts'
import { addDays } from '../../../../platform/text/days.ts'
import { addAction } from '../../action-store.ts'
import { boardPath } from '../../board.ts'
import { ensureTeamBoard } from '../../board-store.ts'
import { addGoal, addReading } from '../../goal-store.ts'
import { addPlan } from '../../plan-store.ts'
import { addSuccess } from '../../success-store.ts'
import { migrations } from '../../testing.ts'
import { boardRoutes } from './board-routes.ts'

const now = new Date('2026-11-22T12:00:00Z')
const clock = () => now
const today = '2026-11-22'
const words = 'Leerlingen leggen hun rekenstap uit aan een ander zonder hulp'

/** The same database, which counts what it is asked. */
function counting(database: Database) {
  let counts = { visits: 0, asked: 0, transactions: 0 }
  const counted: Database = {
    ...database,
    query: (text, values) => {
      counts.visits++
      return database.query(text, values)
    },
    run: (scope, work) => {
      counts.transactions++
      return database.run(scope, work)
    },
    ask: (scope, statement) => {
      counts.asked++
      return database.ask(scope, statement)
    },
  }
  return {
    database: counted,
    counts: () => counts,
    reset: () => {
      counts = { visits: 0, asked: 0, transactions: 0 }
    },
  }
}

onBothEngines('the page of a board', migrations, (database) => {
  const team = demoTeam(deWaterlelie, 'Middenbouw')
  const members = demoMembers(team)

  /** A board with so many cards in each of its four zones. */
  async function boardWith(cards: number): Promise<string> {
    await identityDemo({ db: database(), clock })
    const place = { organisationId: deWaterlelie.id, boardId: uuidv7() }
    const actor = `person:${members[0]?.id}`
    const writing = () => ({ id: uuidv7(), actor, writtenAt: now.getTime() })
    await database().run(organisationScope(deWaterlelie.id), async (trx) => {
      await trx.deleteFrom('boards').execute()
      const board = {
        ...place,
        teamId: team.id,
        kind: 'improvement',
        name: team.name,
        newId: place.boardId,
        now,
      } as const
      await ensureTeamBoard(trx, board)
      const record = () => {}
      for (let index = 0; index < cards; index++) {
        const figures = { out_of: 12, baseline: 3, target: 9 }
        const goal = { id: uuidv7(), effect: words, measure: 'tellen', ...figures, reason: '', reason_from: null }
        const { id: goalId, ...values } = goal
        await addGoal(trx, record, place, { ...writing(), id: goalId }, values, null)
        for (const days of [14, 7, 0]) {
          const reading = { goalId, on_date: addDays(today, -days), value: 4, out_of: null }
          await addReading(trx, record, place, writing(), reading)
        }
        const owner_ids = members.slice(0, 2).map(({ id }) => id)
        const action = {
          goal_id: goalId,
          description: words,
          due_on: '2026-11-29',
          owner_ids,
          owner_names: [],
          everyone: false,
        }
        await addAction(trx, record, place, writing(), action)
        await addSuccess(trx, record, place, writing(), { description: words, by_name: 'Farida', on_date: today })
        await addPlan(trx, record, place, writing(), { description: words, by_name: 'Farida', week: '2026-11-23' })
      }
    })
    return boardPath(deWaterlelie.slug, place.boardId)
  }

  test('with 30 cards in each of four zones is at most 60 kB, and asks the database twice', async () => {
    const path = await boardWith(30)
    const counted = counting(database())
    const house = openHouse({ database: counted.database, routes: boardRoutes, clock })
    const browser = await signInForTest(house, members[0]?.id ?? '')
    counted.reset()
    const { body, status } = await browser.get(path)
    expect(status).toBe(200)
    // Who asks; then in one statement the board, its session, and all that stands on it.
    expect(counted.counts()).toEqual({ visits: 1, asked: 1, transactions: 0 })
    for (const kind of ['goal', 'action', 'success', 'plan']) {
      expect(body.split(` id="${kind}-`).length - 1, kind).toBeGreaterThanOrEqual(30)
    }
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(60_000)
    expect(house.faults).toEqual([])
  })

  test('without cards says in every zone what to do first, with an example', async () => {
    const path = await boardWith(0)
    const house = openHouse({ database: database(), routes: boardRoutes, clock })
    const { body } = await (await signInForTest(house, members[0]?.id ?? '')).get(path)
    expect(body.split('class="example"').length - 1).toBe(4)
  })

  test('tells leader and coach, and nobody else, when a team is small or large', async () => {
    const path = await boardWith(1)
    const house = openHouse({ database: database(), routes: boardRoutes, clock })
    const person = (role: string) =>
      demoPeople.find((each) => each.role === role && each.organisation === deWaterlelie.id)?.id
    const remark = 'A board works best with 6 to 10 people'
    const sees = async (id: string | undefined) =>
      (await (await signInForTest(house, id ?? '')).get(path)).body.includes(remark)
    const scope = organisationScope(deWaterlelie.id)
    const leader = person('leader')
    expect(await sees(leader)).toBe(false)
    const away = members.slice(5).map(({ id }) => id)
    await database().run(scope, (trx) =>
      trx.deleteFrom('team_members').where('team_id', '=', team.id).where('user_id', 'in', away).execute(),
    )
    expect([await sees(leader), await sees(person('coach')), await sees(members[0]?.id)]).toEqual([true, true, false])
    // It is a remark: the board works as before.
    const browser = await signInForTest(house, members[0]?.id ?? '')
    expect((await browser.post(`${path}/successes`, { description: 'gaat gewoon' })).status).toBe(303)
    const back = away.map((user_id) => ({ organisation_id: deWaterlelie.id, team_id: team.id, user_id }))
    await database().run(scope, (trx) => trx.insertInto('team_members').values(back).execute())
  })
})
