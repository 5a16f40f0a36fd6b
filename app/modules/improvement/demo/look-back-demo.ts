import { organisationScope } from '../../../platform/database/scope.ts'
import { deKlimboom, demoId, demoMembers, demoTeams, deWaterlelie } from '../../../platform/identity/demo-people.ts'
import { perform } from '../../../platform/journal/perform.ts'
import { addDays, amsterdamDay, startOfDay } from '../../../platform/text/days.ts'
import type { Services } from '../../../platform/web/services.ts'
import { boardStream } from '../board.ts'
import { evaluateGoal, writeLookBack } from '../review-writes.ts'
import type { Decision, GoalState } from '../tables.ts'
import { schoolDayAt } from './school-day.ts'

/** What the teams wrote at the end of a period, by turns. */
const written = [
  {
    proudOf: 'Kinderen vragen nu zelf: mag ik het aan iemand uitleggen?',
    learned: 'Klein beginnen en lang volhouden werkt beter dan elke week iets nieuws.',
    teamwork: 'We durfden te zeggen wat niet lukte. Dat scheelde tijd.',
    nextTime: 'Eerder tellen: in de eerste week al, niet pas in de derde.',
  },
  {
    proudOf: 'We zijn bij elkaar in de les geweest, ook als het druk was.',
    learned: 'Een doel dat je kunt tellen geeft rust in het gesprek.',
    teamwork: 'De acties lagen te vaak bij dezelfde twee. Nu verdelen we ze.',
    nextTime: 'Maximaal drie doelen tegelijk op het bord.',
  },
  {
    proudOf: 'De groep die het lastigst was, begint nu als eerste.',
    learned: 'Leerlingen weten vaak precies wat hen helpt. We moeten het vragen.',
    teamwork: 'Kwartier is echt een kwartier, dat houden we zo.',
    nextTime: 'Leerlingen bij de aftrap vragen wat zij willen leren.',
  },
] as const

const decisionOf: Readonly<Record<GoalState, Decision>> = {
  running: 'keep',
  kept: 'keep',
  adapted: 'adapt',
  stopped: 'stop',
}

/** Closes the periods that are over on the boards of the demo, with the words that the teams wrote then. Once. */
export async function lookBackDemo(services: Pick<Services, 'db' | 'clock'>): Promise<void> {
  for (const school of [deWaterlelie, deKlimboom]) await lookBackAt(services, school.id)
}

async function lookBackAt({ db, clock }: Pick<Services, 'db' | 'clock'>, organisationId: string): Promise<void> {
  const scope = organisationScope(organisationId)
  const today = amsterdamDay(clock())
  const { periods, boards, goals, before } = await db.run(scope, async (trx) => ({
    periods: await trx.selectFrom('periods').select(['id', 'ends_on']).orderBy('ends_on').execute(),
    boards: await trx.selectFrom('boards').select(['id', 'team_id']).where('kind', '=', 'improvement').execute(),
    before: await trx.selectFrom('look_backs').select('id').limit(1).executeTakeFirst(),
    goals: await trx.selectFrom('goals').select(['id', 'board_id', 'period_id', 'state']).execute(),
  }))
  if (before !== undefined) return
  const teams = demoTeams.filter((team) => team.organisation === organisationId)
  for (const [at, period] of periods.entries()) {
    for (const [turn, team] of teams.entries()) {
      const board = boards.find((each) => each.team_id === team.id)
      const words = written[(at + turn) % written.length]
      if (board === undefined || words === undefined || period.ends_on >= today) continue
      const now = new Date(startOfDay(schoolDayAt(addDays(period.ends_on, -turn))).getTime() + 15.5 * 3_600_000)
      const place = { organisationId, boardId: board.id, teamId: team.id, periodId: period.id }
      const operation = {
        organisationId,
        stream: boardStream(board.id),
        actor: `person:${demoMembers(team)[0]?.id}`,
        id: demoId(`look-back ${period.id} ${team.id}`),
        content: {},
        at: now,
      }
      await perform(db, scope, operation, async (trx, record) => {
        const writing = { id: operation.id, writtenAt: now.getTime(), now }
        for (const goal of goals.filter((each) => each.board_id === board.id && each.period_id === period.id)) {
          const id = demoId(`evaluation ${goal.id}`)
          await evaluateGoal(trx, record, place, goal.id, { decision: decisionOf[goal.state] }, { ...writing, id })
          const next = periods[at + 1]
          if (goal.state !== 'running' || next === undefined) continue
          goal.period_id = next.id
          await trx.updateTable('goals').set({ period_id: next.id }).where('id', '=', goal.id).execute()
        }
        await writeLookBack(trx, record, place, words, writing)
        await trx
          .updateTable('look_backs')
          .set({ closed_at: now, pulse_closed_at: now })
          .where('organisation_id', '=', organisationId)
          .where('period_id', '=', period.id)
          .where('team_id', '=', team.id)
          .execute()
        record({ action: 'period-closed', subject: `look-back:${operation.id}` })
        return null
      })
    }
  }
}
