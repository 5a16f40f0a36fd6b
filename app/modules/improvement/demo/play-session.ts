import type { Trx } from '../../../platform/database/scope.ts'
import { organisationScope } from '../../../platform/database/scope.ts'
import { type DemoPerson, deWaterlelie } from '../../../platform/identity/demo-people.ts'
import { perform, type Record as RecordEntry } from '../../../platform/journal/perform.ts'
import { addDays, type Day, mondayOf, startOfDay } from '../../../platform/text/days.ts'
import type { Services } from '../../../platform/web/services.ts'
import { firstName } from '../action.ts'
import { adaptAction, addAction, moveAction } from '../action-store.ts'
import { boardStream } from '../board.ts'
import { type CardPlace, editCard, type Writing } from '../edit-card.ts'
import { addGoal, addReading } from '../goal-store.ts'
import { addPlan } from '../plan-store.ts'
import { endSession } from '../session-end-store.ts'
import { startSession, updateSession } from '../session-store.ts'
import { addSuccess } from '../success-store.ts'
import { nextMonday } from '../zones/plans/plan-weeks.ts'
import type { ActionPlot, GoalPlot, TeamPlot } from './board-plots.ts'

/** A team at its board, week after week. */
export interface Scene {
  readonly services: Pick<Services, 'db'>
  readonly boardId: string
  /** The days on which it stood there. */
  readonly days: readonly Day[]
  readonly today: Day
  readonly members: readonly DemoPerson[]
  readonly random: () => number
  readonly newId: () => string
  readonly newCode: () => string
  readonly periodOn: (day: Day) => string | null
  /** Ids of the cards that were made, by their plot. */
  readonly made: Map<object, string>
}

/** What a session writes with. */
export interface Act {
  readonly trx: Trx
  readonly record: RecordEntry
  readonly place: CardPlace
  readonly writing: Writing
  readonly day: Day
  readonly members: readonly DemoPerson[]
  readonly made: Map<object, string>
}

/** One board session: what is new, what was counted, what was done, what comes. */
export async function playSession(scene: Scene, plot: TeamPlot, index: number): Promise<void> {
  const { services, boardId, days, members, random, newId, newCode, made } = scene
  const day = days[index]
  const writer = members[index % members.length]
  if (day === undefined || writer === undefined) return
  const now = new Date(startOfDay(day).getTime() + 15.25 * 3_600_000)
  const [organisationId, actor] = [deWaterlelie.id, `person:${writer.id}`]
  const operation = { organisationId, stream: boardStream(boardId), actor, id: newId(), content: { day }, at: now }
  await perform(services.db, organisationScope(organisationId, writer.id), operation, async (trx, record) => {
    const place = { organisationId, boardId }
    const session = { trx, record, ...place, now }
    const writing = { id: '', actor, writtenAt: now.getTime() + 60_000 }
    const act: Act = { trx, record, place, writing, day, members, made }
    const sessionId = await startSession(session, { id: newId(), teamIds: members.map(({ id }) => id), newCode })
    await updateSession(session, sessionId, { faces: facesOf(members.length, random) })
    await tell(act, scene, plot, index)
    for (const goal of plot.goals) await playGoal(act, scene, goal, index)
    const planned = plot.plans[index % plot.plans.length]
    if (planned !== undefined) {
      const plan = { description: planned, week: nextMonday(day), by_name: firstName(writer.name) }
      await addPlan(trx, record, place, { ...act.writing, id: newId() }, plan)
    }
    await endSession({ ...session, now: new Date(now.getTime() + 14 * 60_000) }, 'team')
    return null
  })
}

function facesOf(people: number, random: () => number): number[] {
  const there = people - (random() < 0.4 ? 1 : 0)
  const bad = random() < 0.3 ? 1 : 0
  const fair = Math.floor(random() * 3)
  return [there - bad - fair, fair, bad]
}

async function tell(
  { trx, record, place, writing, day, members }: Act,
  { random, newId }: Scene,
  plot: TeamPlot,
  index: number,
) {
  const count = random() < 0.5 ? 2 : 1
  for (let each = 0; each < count; each++) {
    const description = plot.successes[(index * 2 + each) % plot.successes.length]
    const by = members[Math.floor(random() * members.length)]
    if (description === undefined || by === undefined) continue
    const success = { description, by_name: firstName(by.name), on_date: day }
    await addSuccess(trx, record, place, { ...writing, id: newId() }, success)
  }
}

/** The first session in or after the week that is so many weeks ago. */
function sessionIn({ days, today }: Scene, weeksAgo: number): number {
  const monday = addDays(mondayOf(today), -7 * weeksAgo)
  return days.findIndex((day) => day >= monday)
}

async function playGoal(act: Act, scene: Scene, plot: GoalPlot, index: number): Promise<void> {
  const { trx, record, place, day, made } = act
  const begins = sessionIn(scene, plot.from)
  const ends = plot.end === undefined ? Number.POSITIVE_INFINITY : sessionIn(scene, plot.end.ago)
  if (begins === index) {
    const { effect, measure, outOf: out_of, baseline, target, reason } = plot
    const id = scene.newId()
    made.set(plot, id)
    const goal = { effect, measure, out_of, baseline, target, reason, reason_from: null }
    await addGoal(trx, record, place, { ...act.writing, id }, goal, scene.periodOn(day))
  }
  const goalId = made.get(plot)
  if (goalId === undefined) return
  const value = readingAt(plot, index - begins, Math.min(ends, scene.days.length - 1) - begins)
  if (value !== undefined && index <= ends) {
    await addReading(
      trx,
      record,
      place,
      { ...act.writing, id: scene.newId() },
      { goalId, on_date: day, value, out_of: null },
    )
  }
  for (const action of plot.actions) {
    const writing = { ...act.writing, id: scene.newId() }
    if (sessionIn(scene, action.from) === index) await playAction({ ...act, writing }, action, 'begins', goalId)
    if (action.end && sessionIn(scene, action.end.ago) === index) {
      await playAction({ ...act, writing: { ...writing, id: scene.newId() } }, action, 'ends', goalId)
    }
  }
  if (plot.end !== undefined && ends === index) {
    const { writtenAt } = act.writing
    await editCard(trx, record, 'goals', { ...place, id: goalId, values: { state: plot.end.as }, writtenAt })
  }
}

/** The readings of a plot spread over the sessions of its goal, the last one at the last session. */
function readingAt({ readings }: GoalPlot, session: number, last: number): number | undefined {
  return readings[last <= 0 ? 0 : Math.round((session / last) * (readings.length - 1))]
}

/** An action is thought up, or comes to its end. */
export async function playAction(
  { trx, record, place, writing, day, members, made }: Act,
  plot: ActionPlot,
  moment: 'begins' | 'ends',
  goalId: string | null,
): Promise<void> {
  const { writtenAt } = writing
  if (moment === 'begins') {
    const everyone = plot.who === 'all'
    const owners = plot.who === 'all' ? [] : plot.who.flatMap((at) => members[at % members.length]?.id ?? [])
    const due_on = addDays(day, plot.weeks * 7)
    const action = { goal_id: goalId, description: plot.what, due_on, owner_ids: owners, owner_names: [], everyone }
    await addAction(trx, record, place, writing, action)
    made.set(plot, writing.id)
    if (plot.weighed === undefined) return
    const [impact, feasibility] = plot.weighed
    await editCard(trx, record, 'actions', { ...place, id: writing.id, values: { impact, feasibility }, writtenAt })
    return
  }
  const id = made.get(plot)
  if (id === undefined || plot.end === undefined) return
  const { as, why = '', next: description } = plot.end
  if (as === 'adapted' && description !== undefined) {
    await adaptAction(trx, record, place, writing, id, { reason: why, description, due_on: addDays(day, 14) })
  } else await moveAction(trx, record, place, writtenAt, id, as, why)
}
