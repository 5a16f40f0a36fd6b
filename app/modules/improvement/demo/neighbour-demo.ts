import { organisationScope } from '../../../platform/database/scope.ts'
import { type DemoTeam, deKlimboom, demoId, demoMembers, demoTeams } from '../../../platform/identity/demo-people.ts'
import { perform } from '../../../platform/journal/perform.ts'
import { addDays, amsterdamDay, type Day, startOfDay } from '../../../platform/text/days.ts'
import type { Services } from '../../../platform/web/services.ts'
import { addAction, moveAction } from '../action-store.ts'
import { boardStream } from '../board.ts'
import { ensureTeamBoard, findTeamBoard } from '../board-store.ts'
import { addGoal, addReading } from '../goal-store.ts'
import { makeCode } from '../session-code.ts'
import { endSession } from '../session-end-store.ts'
import { startSession } from '../session-store.ts'
import { seededRandom } from './random.ts'
import { sessionDays } from './session-days.ts'

interface TeamStory {
  readonly team: string
  readonly weekday: number
  /** How often a week is left out. */
  readonly misses: number
  readonly goal: string
  readonly readings: readonly number[]
  readonly actions: readonly string[]
}

const stories: readonly TeamStory[] = [
  {
    team: 'Onderbouw',
    weekday: 1,
    misses: 0.1,
    goal: 'Kinderen zeggen wat ze vandaag willen leren',
    readings: [3, 5, 8, 9],
    actions: ['Doelenkaart bij de ingang hangen', 'In de kring twee kinderen hun doel laten noemen'],
  },
  {
    team: 'Middenbouw',
    weekday: 4,
    misses: 0.45,
    goal: 'Leerlingen gebruiken een tip van een ander in hun tekst',
    readings: [2, 4, 4],
    actions: ['Tip en top op een briefje proberen', 'Samen een les bekijken bij groep 5'],
  },
  {
    team: 'Bovenbouw',
    weekday: 2,
    misses: 0.25,
    goal: 'Leerlingen kijken eerst na en vragen dan pas',
    readings: [4, 6, 7],
    actions: ['Nakijkstation achter in de klas maken'],
  },
]

const weeksOfHistory = 12

/** A second school at work, in few strokes, so that its governing body has something to ask about. Once. */
export async function neighbourDemo(services: Pick<Services, 'db' | 'clock'>): Promise<void> {
  const today = amsterdamDay(services.clock())
  for (const story of stories) {
    const team = demoTeams.find((each) => each.organisation === deKlimboom.id && each.name === story.team)
    if (team !== undefined) await playTeam(services, team, story, today)
  }
}

async function playTeam({ db }: Pick<Services, 'db'>, team: DemoTeam, story: TeamStory, today: Day): Promise<void> {
  const organisationId = deKlimboom.id
  const scope = organisationScope(organisationId)
  const query = { organisationId, teamId: team.id, kind: 'improvement' } as const
  if ((await db.run(scope, (trx) => findTeamBoard(trx, query))) !== null) return
  const random = seededRandom(team.name.length * 7919)
  const days = sessionDays(today, weeksOfHistory, story.weekday).filter(() => random() >= story.misses)
  const boardId = demoId(`board ${team.id} improvement`)
  const goalId = demoId(`goal ${boardId}`)
  const members = demoMembers(team)
  const id = (name: string, index: number) => demoId(`${name} ${index} ${boardId}`)
  for (const [index, day] of days.entries()) {
    const now = new Date(startOfDay(day).getTime() + 15.5 * 3_600_000)
    const actor = `person:${members[index % members.length]?.id}`
    const stream = boardStream(boardId)
    const operation = { organisationId, stream, actor, id: id('session of', index), content: { day }, at: now }
    await perform(db, scope, operation, async (trx, record) => {
      const place = { organisationId, boardId }
      const writing = (name: string) => ({ id: id(name, index), actor, writtenAt: now.getTime() })
      if (index === 0) await ensureTeamBoard(trx, { ...query, name: team.name, newId: boardId, now })
      const session = { trx, record, ...place, now }
      const newCode = () => makeCode((limit) => Math.floor(random() * limit))
      await startSession(session, { id: operation.id, teamIds: members.map((member) => member.id), newCode })
      if (index === days.length - story.readings.length) {
        const goal = { effect: story.goal, measure: '', out_of: 12, baseline: story.readings[0] ?? 0, target: 10 }
        await addGoal(
          trx,
          record,
          place,
          { ...writing('goal'), id: goalId },
          { ...goal, reason: '', reason_from: null },
          null,
        )
      }
      const value = story.readings[index - days.length + story.readings.length]
      if (value !== undefined) {
        await addReading(trx, record, place, writing('reading'), { goalId, on_date: day, value, out_of: null })
      }
      const description = story.actions[index - days.length + story.readings.length]
      if (description !== undefined) {
        await addAction(trx, record, place, writing('action'), {
          goal_id: goalId,
          description,
          due_on: addDays(day, 14),
          owner_ids: members.slice(index % 3, (index % 3) + 1).map((member) => member.id),
          owner_names: [],
          everyone: false,
        })
      }
      if (index === days.length - 1)
        await moveAction(trx, record, place, now.getTime(), id('action', days.length - story.readings.length), 'done')
      await endSession({ ...session, now: new Date(now.getTime() + 13 * 60_000) }, 'team')
      return null
    })
  }
  // The goal is of the period that its first day was in, or of the one that came then.
  await db.run(scope, async (trx) => {
    const since = days[days.length - story.readings.length] ?? today
    const period = await trx
      .selectFrom('periods')
      .select('id')
      .where('organisation_id', '=', organisationId)
      .where('ends_on', '>=', since)
      .orderBy('ends_on')
      .executeTakeFirst()
    if (period) await trx.updateTable('goals').set({ period_id: period.id }).where('id', '=', goalId).execute()
  })
}
