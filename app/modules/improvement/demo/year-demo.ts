import { organisationScope } from '../../../platform/database/scope.ts'
import {
  type DemoOrganisation,
  deKlimboom,
  demoId,
  demoPeople,
  demoTeams,
  deWaterlelie,
} from '../../../platform/identity/demo-people.ts'
import { perform } from '../../../platform/journal/perform.ts'
import { addDays, amsterdamDay, type Day, formatDay, startOfDay } from '../../../platform/text/days.ts'
import type { Services } from '../../../platform/web/services.ts'
import { currentPeriod, momentIn, proposePeriods } from '../period.ts'
import { type SchoolYear, schoolYear, schoolYearOf } from '../school-year.ts'
import type { Stage } from '../tables.ts'
import { yearStream } from '../year.ts'
import { yearsOf } from '../year-store.ts'
import { editPeriod, setUpYear } from '../year-writes.ts'

interface YearPlot {
  readonly school: DemoOrganisation
  readonly ambition: string
  /** One for each period; of those that are still far off nothing is known yet. */
  readonly themes: readonly string[]
}

const plots: readonly YearPlot[] = [
  {
    school: deWaterlelie,
    ambition: 'Ieder kind denkt hardop en helpt een ander verder',
    themes: [
      'Rust in de start van de les',
      'Hardop denken',
      'Lezen met plezier',
      'Samen moeilijk werk',
      'Laat zien wat je kunt',
    ],
  },
  {
    school: deKlimboom,
    ambition: 'Elk kind weet wat zijn volgende stap is',
    themes: [
      'Doelen die kinderen snappen',
      'Feedback waar je iets mee kunt',
      'Rekenen in gewone taal',
      'Vragen stellen',
      'Vooruitkijken',
    ],
  },
]

const lastYear: YearPlot = {
  school: deWaterlelie,
  ambition: 'Wij leren van elkaars lessen',
  themes: ['Goed beginnen', 'Duidelijke uitleg', 'Woorden die blijven', 'Samenwerken in tweetallen', 'Het jaar rond'],
}

/** The year boards of the fictional schools, as they would be today; the other schools have yet to make one. Once. */
export async function yearDemo(services: Pick<Services, 'db' | 'clock'>): Promise<void> {
  const today = amsterdamDay(services.clock())
  const year = schoolYearOf(today)
  const before = await services.db.run(organisationScope(deWaterlelie.id), (trx) => yearsOf(trx, deWaterlelie.id))
  if (before.length > 0) return
  await playYear(services, lastYear, year - 1, today)
  for (const plot of plots) await playYear(services, plot, year, today)
}

async function playYear({ db }: Pick<Services, 'db'>, plot: YearPlot, year: number, today: Day): Promise<void> {
  const { school, ambition, themes } = plot
  const days = schoolYear(year, school.region)
  const dates = proposePeriods(days)
  const now = currentPeriod(dates, today)?.number ?? 6
  const leader = demoPeople.find((person) => person.organisation === school.id && person.role === 'leader')
  const begin = startOfDay(addDays(dates[0]?.startsOn ?? today, -5))
  const operation = {
    organisationId: school.id,
    stream: yearStream(school.id),
    actor: `person:${leader?.id}`,
    id: demoId(`year ${school.slug} ${year}`),
    content: { year },
    at: begin,
  }
  const periods = dates.map((period) => ({
    ...period,
    id: demoId(`period ${school.slug} ${year} ${period.number}`),
    // A school knows its theme one period ahead.
    theme: period.number <= now + 1 ? (themes[period.number - 1] ?? null) : null,
  }))
  await perform(db, organisationScope(school.id), operation, async (trx, record) => {
    const write = { trx, record, organisationId: school.id, writtenAt: begin.getTime() }
    const teamIds = demoTeams.filter((team) => team.organisation === school.id).map((team) => team.id)
    if ((await setUpYear(write, { schoolYear: year, ambition, periods, teamIds })) !== 'done') return null
    for (const period of periods) {
      const kickOff = `Aftrap op de studiedag van ${formatDay('nl', period.startsOn, 'spoken')}`
      const note = period.number === now + 1 ? { theme_note: kickOff } : {}
      await editPeriod(write, period.id, { stage: stageOn(days, period, today), ...note })
    }
    return null
  })
}

/** A period that is over has been looked back on; one that is going on begins with a kick-off and ends with an evaluation. */
function stageOn(days: SchoolYear, period: { readonly startsOn: Day; readonly endsOn: Day }, today: Day): Stage {
  const moment = momentIn(days, period, today)
  switch (moment.kind) {
    case 'before':
      return 'planned'
    case 'after':
      return 'look-back'
    case 'week':
    case 'holiday':
      return moment.week === 1 ? 'kick-off' : moment.week === moment.of ? 'evaluation' : 'execution'
  }
}
