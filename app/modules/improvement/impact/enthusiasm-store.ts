import type { Trx } from '../../../platform/database/scope.ts'
import type { Pulse } from './enthusiasm.ts'

/** The pulses of a school year and the one before that are closed: nothing is told of one that is still open. */
export async function pulsesOf(trx: Trx, organisationId: string, year: number): Promise<readonly Pulse[]> {
  const rows = await trx
    .selectFrom('pulse_answers')
    .innerJoin('look_backs', (join) =>
      join
        .onRef('look_backs.organisation_id', '=', 'pulse_answers.organisation_id')
        .onRef('look_backs.period_id', '=', 'pulse_answers.period_id')
        .onRef('look_backs.team_id', '=', 'pulse_answers.team_id'),
    )
    .innerJoin('periods', (join) =>
      join
        .onRef('periods.organisation_id', '=', 'pulse_answers.organisation_id')
        .onRef('periods.id', '=', 'pulse_answers.period_id'),
    )
    .select(['pulse_answers.period_id as periodId', 'pulse_answers.team_id as teamId', 'answers'])
    .where('pulse_answers.organisation_id', '=', organisationId)
    .where('pulse_closed_at', 'is not', null)
    .where('school_year', 'in', [year - 1, year])
    .execute()
  return [...Map.groupBy(rows, ({ periodId, teamId }) => `${periodId} ${teamId}`).values()].flatMap((group) => {
    const [first] = group
    return first === undefined
      ? []
      : [{ periodId: first.periodId, teamId: first.teamId, people: group.map(({ answers }) => answers) }]
  })
}
