import { knownNorms, normFor } from '@kantelpunt/school-results'

// For the demo and for tests: results as DUO and the Inspectorate publish them, of schools that don't exist.

export interface SampleSchool {
  readonly code: string
  /** Pupils a year; 40 where nothing is said. */
  readonly pupils?: number
  /** Share of pupils at the target level; a half where nothing is said. */
  readonly reading?: number
  readonly language?: number
  readonly arithmetic?: number
  /** Share of pupils below the fundamental level in every domain; none where nothing is said. */
  readonly below?: number
  /** Schoolweging; 30 where nothing is said. */
  readonly weighting?: number
}

const years = ['2022-2023', '2023-2024', '2024-2025']

const header =
  'PEILDATUM;INSTELLINGSCODE;VESTIGINGSCODE;REKENEN_LAGER1F;REKENEN_1F;REKENEN_1S;REKENEN_2F;LV_LAGER1F;LV_1F;LV_2F;TV_LAGER1F;TV_1F;TV_2F;school_year'

/** DUO's reference levels of three school years; counts from 1 to 4 are masked. */
export function sampleLevels(schools: readonly SampleSchool[]): string {
  const rows = schools.flatMap((school) =>
    years.map((year) => {
      const { arithmetic, reading, language } = countsOf(school)
      const cells = [...arithmetic, 0, ...reading, ...language].map(masked)
      return [`${year.slice(5)}1001`, school.code.slice(0, 4), school.code.slice(4), ...cells, year].join(';')
    }),
  )
  return `${[header, ...rows].join('\r\n')}\r\n`
}

/** The Inspectorate's results of the same pupils, over the domains together, with its verdicts. */
export function sampleInspectorate(schools: readonly SampleSchool[]): string {
  const perYear = ['2223', '2324', '2425'].flatMap((year) => [
    `Gemiddelde %1F ${year}`,
    `Gemiddelde %1S/2F ${year}`,
    `Aantal leerlingen ${year}`,
  ])
  const columns = [
    'ovt',
    ...perYear,
    'Schoolweging',
    'Gewogen driejaarsgemiddelde %1F',
    'Gewogen driejaarsgemiddelde %1S/2F',
    'Totaal aantal leerlingen 3 jaar',
    'Uitkomst indicator 1F',
    'Uitkomst indicator 1S/2F',
  ]
  const rows = schools.map((school) => {
    const { weighting = 30 } = school
    const counts = Object.values(countsOf(school))
    const pupils = counts[0]?.reduce((sum, count) => sum + count, 0) ?? 0
    const share = (from: number) => {
      const reached = counts.reduce((sum, levels) => sum + levels.slice(from).reduce((one, other) => one + other, 0), 0)
      return (100 * reached) / (3 * pupils)
    }
    const shares = [share(1), share(2)].map((each) => each.toFixed(2).replace('.', ','))
    const outcomes = [outcome('1F', share(1), weighting), outcome('1S/2F', share(2), weighting)]
    const year = [...shares, pupils]
    return [
      `${school.code.slice(0, 4)}|C1`,
      ...year,
      ...year,
      ...year,
      weighting,
      ...shares,
      3 * pupils,
      ...outcomes,
    ].join(';')
  })
  return `${[columns.join(';'), ...rows].join('\r\n')}\r\n`
}

type Levels = readonly [below: number, fundamental: number, target: number]

function countsOf({ pupils = 40, reading = 0.5, language = 0.5, arithmetic = 0.5, below = 0 }: SampleSchool) {
  const levels = (share: number): Levels => {
    const target = Math.round(pupils * share)
    const under = Math.min(pupils - target, Math.round(pupils * below))
    return [under, pupils - target - under, target]
  }
  return { arithmetic: levels(arithmetic), reading: levels(reading), language: levels(language) }
}

function outcome(indicator: '1F' | '1S/2F', share: number, weighting: number): string {
  const [norms] = knownNorms
  const norm = norms === undefined ? undefined : normFor(norms, indicator, 'together', weighting)
  const isAbove = norm?.ok === true && share >= norm.value
  return `${isAbove ? 'Boven' : 'Onder'} de signaleringswaarde`
}

function masked(count: number): string {
  return count > 0 && count < 5 ? '<5' : String(count)
}
