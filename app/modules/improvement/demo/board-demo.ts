import type { Trx } from '../../../platform/database/scope.ts'
import { organisationScope } from '../../../platform/database/scope.ts'
import { demoId, demoMembers, demoTeam, deWaterlelie } from '../../../platform/identity/demo-people.ts'
import { perform, type Record as RecordEntry } from '../../../platform/journal/perform.ts'
import { addDays, amsterdamDay, type Day, startOfDay } from '../../../platform/text/days.ts'
import type { Services } from '../../../platform/web/services.ts'
import { addAction } from '../action-store.ts'
import { boardStream } from '../board.ts'
import { ensureTeamBoard, findTeamBoard } from '../board-store.ts'
import { openClassBoard } from '../class-board-store.ts'
import { addGoal, addReading } from '../goal-store.ts'
import { addPlan } from '../plan-store.ts'
import { makeCode } from '../session-code.ts'
import { addSuccess } from '../success-store.ts'
import { nextMonday } from '../zones/plans/plan-weeks.ts'
import { type ActionPlot, arrangements, classPlot, teamPlots } from './board-plots.ts'
import { playAction, playSession, type Scene } from './play-session.ts'
import { seededRandom } from './random.ts'
import { schoolDayAt } from './school-day.ts'
import { sessionDays } from './session-days.ts'

const weeksOfHistory = 17

/** What the demo asks of the services. */
type DemoServices = Pick<Services, 'db' | 'clock'>

/**
 * Four months on the boards of the fictional school: what its teams did, told by plots, written by the same functions as
 * in real life. The same on every machine for the same day. Does nothing where a team has a board already.
 */
export async function boardDemo(services: DemoServices): Promise<void> {
  const { db, clock } = services
  const scope = organisationScope(deWaterlelie.id)
  const teams = teamPlots.map((plot) => ({ plot, team: demoTeam(deWaterlelie, plot.team) }))
  const first = teams[0]?.team.id ?? ''
  const query = { organisationId: deWaterlelie.id, teamId: first, kind: 'improvement' } as const
  if ((await db.run(scope, (trx) => findTeamBoard(trx, query))) !== null) return
  const today = amsterdamDay(clock())
  const periods = await db.run(scope, (trx) =>
    trx
      .selectFrom('periods')
      .select(['id', 'ends_on'])
      .where('organisation_id', '=', deWaterlelie.id)
      .orderBy('ends_on')
      .execute(),
  )
  const periodOn = (day: Day) => periods.find((each) => day <= each.ends_on)?.id ?? null
  const random = seededRandom(20_261_122)
  let ids = 0
  const newId = () => demoId(`card ${ids++}`)
  const newCode = () => makeCode((limit) => Math.floor(random() * limit))
  for (const { plot, team } of teams) {
    const members = demoMembers(team)
    // Once in a while a week is too full; a team that never missed one would not be believed.
    const days = sessionDays(today, weeksOfHistory, plot.weekday).filter(() => random() > 0.12)
    const boardId = await openBoard(services, team, 'improvement', days[0] ?? today)
    const scene: Scene = { services, boardId, days, today, members, random, newId, newCode, periodOn, made: new Map() }
    for (const index of days.keys()) await playSession(scene, plot, index)
  }
  await playArrangements(services, today, newId)
  await playClass(services, today, newId, newCode)
}

/** A board of a team, opened on a day. */
async function openBoard(
  { db }: DemoServices,
  team: { readonly id: string; readonly name: string },
  kind: 'improvement' | 'organisational',
  day: Day,
): Promise<string> {
  const id = demoId(`board ${team.id} ${kind}`)
  const now = startOfDay(day)
  const operation = {
    organisationId: deWaterlelie.id,
    stream: `team:${team.id}`,
    actor: 'system',
    id,
    content: {},
    at: now,
  }
  await perform(db, organisationScope(deWaterlelie.id), operation, async (trx, record) => {
    const board = { organisationId: deWaterlelie.id, teamId: team.id, kind, name: team.name, newId: id, now }
    await ensureTeamBoard(trx, board)
    record({ action: 'board-opened', subject: `board:${id}` })
    return null
  })
  return id
}

/** What has to be arranged in the middle team. */
async function playArrangements(services: DemoServices, today: Day, newId: () => string): Promise<void> {
  const team = demoTeam(deWaterlelie, 'Middenbouw')
  const boardId = await openBoard(services, team, 'organisational', schoolDayAt(addDays(today, -30)))
  const members = demoMembers(team)
  const made = new Map<object, string>()
  const weeksAgo = (weeks: number) => schoolDayAt(addDays(today, -7 * weeks))
  for (const week of [4, 3, 2, 1, 0]) {
    const day = weeksAgo(week)
    const fresh = arrangements.filter((plot: ActionPlot) => plot.from === week)
    const over = arrangements.filter((plot: ActionPlot) => plot.end?.ago === week)
    if (fresh.length + over.length === 0) continue
    await write(
      services,
      boardId,
      day,
      members[week % members.length]?.id ?? '',
      newId(),
      async (trx, record, writing) => {
        const place = { organisationId: deWaterlelie.id, boardId }
        for (const plot of [...fresh, ...over]) {
          await playAction(
            { trx, record, place, writing: { ...writing, id: newId() }, day, members, made },
            plot,
            fresh.includes(plot) ? 'begins' : 'ends',
            null,
          )
        }
      },
    )
  }
}

/** A class that has just begun with its board. */
async function playClass(
  services: DemoServices,
  today: Day,
  newId: () => string,
  newCode: () => string,
): Promise<void> {
  const team = demoTeam(deWaterlelie, 'Middenbouw')
  const teacher = demoMembers(team)[0]?.id ?? ''
  const boardId = demoId('board class')
  const place = { organisationId: deWaterlelie.id, boardId }
  await write(services, boardId, schoolDayAt(addDays(today, -16)), teacher, newId(), async (trx, record, writing) => {
    const now = new Date(writing.writtenAt)
    const endsOn = addDays(today, 35)
    await openClassBoard(trx, record, {
      ...place,
      id: boardId,
      teamId: team.id,
      name: classPlot.name,
      endsOn,
      newCode,
      now,
    })
    const { effect, outOf: out_of, baseline, target } = classPlot
    const goal = { effect, measure: '', out_of, baseline, target, reason: '', reason_from: null }
    const goalId = newId()
    await addGoal(trx, record, place, { ...writing, id: goalId }, goal, null)
    const made = () => ({ ...writing, id: newId() })
    for (const [index, value] of classPlot.readings.entries()) {
      const on_date = schoolDayAt(addDays(today, 7 * (index - classPlot.readings.length)))
      await addReading(trx, record, place, made(), { goalId, on_date, value, out_of: null })
    }
    for (const description of classPlot.actions) {
      const due_on = addDays(today, 4)
      await addAction(trx, record, place, made(), {
        goal_id: null,
        description,
        due_on,
        owner_ids: [],
        owner_names: [],
        everyone: true,
      })
    }
    for (const description of classPlot.successes) {
      await addSuccess(trx, record, place, made(), {
        description,
        by_name: '',
        on_date: schoolDayAt(addDays(today, -3)),
      })
    }
    for (const description of classPlot.plans) {
      await addPlan(trx, record, place, made(), { description, week: nextMonday(today), by_name: '' })
    }
  })
}

interface DemoWriting {
  readonly id: string
  readonly actor: string
  readonly writtenAt: number
}

/** One write on a board, on a day after school. */
async function write(
  { db }: DemoServices,
  boardId: string,
  day: Day,
  userId: string,
  id: string,
  work: (trx: Trx, record: RecordEntry, writing: DemoWriting) => Promise<void>,
): Promise<void> {
  const at = new Date(startOfDay(day).getTime() + 15.5 * 3_600_000)
  const actor = `person:${userId}`
  const operation = { organisationId: deWaterlelie.id, stream: boardStream(boardId), actor, id, content: { day }, at }
  await perform(db, organisationScope(deWaterlelie.id, userId), operation, async (trx, record) => {
    await work(trx, record, { id, actor, writtenAt: at.getTime() })
    return null
  })
}
