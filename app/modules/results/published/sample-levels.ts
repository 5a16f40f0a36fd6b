// For tests: reference levels as DUO publishes them, of schools that don't exist.

export interface SampleLevels {
  readonly code: string
  /** Pupils a year; 40 where nothing is said. */
  readonly pupils?: number
  /** Share of pupils at the target level; a half where nothing is said. */
  readonly reading?: number
  readonly language?: number
  readonly arithmetic?: number
}

const years = ['2022-2023', '2023-2024', '2024-2025']

const header =
  'PEILDATUM;INSTELLINGSCODE;VESTIGINGSCODE;REKENEN_LAGER1F;REKENEN_1F;REKENEN_1S;REKENEN_2F;LV_LAGER1F;LV_1F;LV_2F;TV_LAGER1F;TV_1F;TV_2F;school_year'

/** A file of three school years; counts from 1 to 4 are masked. */
export function sampleLevels(schools: readonly SampleLevels[]): string {
  const rows = schools.flatMap(({ code, pupils = 40, reading = 0.5, language = 0.5, arithmetic = 0.5 }) =>
    years.map((year) => {
      const [maths, read, write] = [arithmetic, reading, language].map((share) => {
        const target = Math.round(pupils * share)
        return [0, pupils - target, target]
      })
      const cells = [...(maths ?? []), 0, ...(read ?? []), ...(write ?? [])].map(masked)
      return [`${year.slice(5)}1001`, code.slice(0, 4), code.slice(4), ...cells, year].join(';')
    }),
  )
  return `${[header, ...rows].join('\r\n')}\r\n`
}

function masked(count: number): string {
  return count > 0 && count < 5 ? '<5' : String(count)
}
