import type { Trx } from '../../../platform/database/scope.ts'
import { organisationScope } from '../../../platform/database/scope.ts'
import {
  type DemoOrganisation,
  deKlimboom,
  demoId,
  demoMembers,
  demoTeams,
  deWaterlelie,
} from '../../../platform/identity/demo-people.ts'
import { perform } from '../../../platform/journal/perform.ts'
import { addDays, amsterdamDay, startOfDay } from '../../../platform/text/days.ts'
import type { Services } from '../../../platform/web/services.ts'
import { seededRandom } from '../demo/random.ts'
import { pulseItems } from '../pulse.ts'
import { schoolYearOf } from '../school-year.ts'
import { sealAnswer } from '../sealed-answers.ts'
import { cultureItems } from './culture-scan.ts'
import { closeScan, openScan } from './culture-store.ts'

/** What people answer around, from 1 to 5, by condition and by period: it rises, dips, and comes back. */
const conditionMeans = [4.1, 3.5, 2.8, 3.3]
const pulseMeans = [3.4, 3.9, 4.1, 3.7, 3.6, 3.8, 4, 4.1, 4.1, 4.2]

/** Answers to the pulses of the periods that are over, and a scan of each school's culture. Once. */
export async function impactDemo(services: Pick<Services, 'db' | 'clock'>): Promise<void> {
  await playLastYear(services)
  await playSchool(services, deWaterlelie, { shift: 0, closes: true })
  await playSchool(services, deKlimboom, { shift: -0.3, closes: false })
}

async function playSchool(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  school: DemoOrganisation,
  { shift, closes }: { readonly shift: number; readonly closes: boolean },
): Promise<void> {
  const scope = organisationScope(school.id)
  const year = schoolYearOf(amsterdamDay(clock()))
  const began = startOfDay(addDays(amsterdamDay(clock()), -25))
  const operation = {
    organisationId: school.id,
    stream: `culture:${school.id}`,
    actor: 'system',
    id: demoId(`culture scan ${school.slug}`),
    content: {},
    at: began,
  }
  const random = seededRandom(school.name.length * 104_729)
  const answer = (around: number) => answerAround(around + shift, random)
  await perform(db, scope, operation, async (trx, record) => {
    const key = { organisationId: school.id, schoolYear: year }
    await openScan(trx, record, key, { id: operation.id, now: began })
    await answerScans(trx, school, operation.id, answer)
    await answerPulses(trx, school, answer)
    if (closes) await closeScan(trx, record, key, new Date(began.getTime() + 10 * 86_400_000))
    return null
  })
}

/** The first scan of the school, a year ago. */
async function playLastYear({ db, clock }: Pick<Services, 'db' | 'clock'>): Promise<void> {
  const today = amsterdamDay(clock())
  const began = startOfDay(addDays(today, -370))
  const id = demoId(`culture scan ${deWaterlelie.slug} last year`)
  const stream = `culture:${deWaterlelie.id}`
  const operation = { organisationId: deWaterlelie.id, stream, actor: 'system', id, content: {}, at: began }
  const random = seededRandom(20_251_122)
  await perform(db, organisationScope(deWaterlelie.id), operation, async (trx, record) => {
    const key = { organisationId: deWaterlelie.id, schoolYear: schoolYearOf(today) - 1 }
    await openScan(trx, record, key, { id, now: began })
    await answerScans(trx, deWaterlelie, id, (around) => answerAround(around - 0.4, random))
    await closeScan(trx, record, key, new Date(began.getTime() + 9 * 86_400_000))
    return null
  })
}

/** Two draws make it likelier to answer near the middle than far from it. */
function answerAround(around: number, random: () => number): number {
  return Math.min(5, Math.max(1, Math.round(around + 1.7 * (random() + random() - 1))))
}

async function answerScans(
  trx: Trx,
  school: DemoOrganisation,
  scanId: string,
  answer: (around: number) => number,
): Promise<void> {
  for (const team of demoTeams.filter(({ organisation }) => organisation === school.id)) {
    // Somebody is always ill.
    for (const member of demoMembers(team).slice(1)) {
      const ballot = { organisationId: school.id, scanId }
      const answers = cultureItems.map((_, index) => answer(conditionMeans[Math.floor(index / 3)] ?? 3))
      await sealAnswer(trx, ballot, { team: team.id, answers })
      const voter = demoId(`culture voter ${scanId} ${member.id}`)
      await trx.insertInto('culture_voters').values({ organisation_id: school.id, scan_id: scanId, voter }).execute()
    }
  }
}

async function answerPulses(trx: Trx, school: DemoOrganisation, answer: (around: number) => number): Promise<void> {
  const closed = await trx
    .selectFrom('look_backs')
    .innerJoin('periods', (join) =>
      join
        .onRef('periods.organisation_id', '=', 'look_backs.organisation_id')
        .onRef('periods.id', '=', 'look_backs.period_id'),
    )
    .select(['look_backs.team_id', 'look_backs.period_id', 'periods.number', 'periods.school_year'])
    .where('look_backs.organisation_id', '=', school.id)
    .where('pulse_closed_at', 'is not', null)
    .orderBy('periods.starts_on')
    .orderBy('look_backs.team_id')
    .execute()
  const first = closed[0]?.school_year ?? 0
  for (const { team_id, period_id, number, school_year } of closed) {
    const team = demoTeams.find(({ id }) => id === team_id)
    if (team === undefined) continue
    const around = pulseMeans[(school_year - first) * 5 + number - 1] ?? 4
    for (const member of demoMembers(team).slice(number % 2)) {
      await trx
        .insertInto('pulse_answers')
        .values({
          organisation_id: school.id,
          id: demoId(`pulse answer ${period_id} ${member.id}`),
          period_id,
          team_id,
          answers: pulseItems.map(() => answer(around)),
        })
        .execute()
    }
  }
}
