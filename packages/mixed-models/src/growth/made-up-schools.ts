import type { ModelData } from '../data/model-data.ts'

export interface SchoolsPlan {
  readonly schools: number
  /** Pupils a school, on average; they differ by a factor of four. */
  readonly pupils: number
  /** Standard deviation between schools of what they add, where that within them is 0.7. */
  readonly spread: number
  /** The same for the slope on `prior`. */
  readonly slopes: number
}

export interface MadeUpSchools {
  /** `score`, `prior` and `school`. */
  readonly data: ModelData
  /** What each school really adds, for its own pupils. */
  readonly truth: Float64Array
}

/** Schools of which is known what they add: to see whether intervals hold it. `random` gives numbers in [0, 1). */
export function madeUpSchools({ schools, pupils, spread, slopes }: SchoolsPlan, random: () => number): MadeUpSchools {
  // Box & Muller 1958.
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const codes: number[] = []
  const prior: number[] = []
  const score: number[] = []
  const truth = new Float64Array(schools)
  for (let school = 0; school < schools; school++) {
    const size = Math.max(3, Math.round(pupils * (0.4 + 1.2 * random())))
    const mean = 0.4 * normal()
    const adds = spread * normal()
    const slope = slopes * normal()
    let sum = 0
    for (let k = 0; k < size; k++) {
      const start = mean + normal()
      sum += start
      codes.push(school)
      prior.push(start)
      score.push(0.6 * start + adds + slope * start + 0.7 * normal())
    }
    truth[school] = adds + (slope * sum) / size
  }
  const levels = Array.from({ length: schools }, (_, school) => `school ${school + 1}`)
  const values = { prior: Float64Array.from(prior), score: Float64Array.from(score) }
  const unknown = (name: string) =>
    ({ ok: false, reason: 'unknown-column', name, known: ['score', 'prior', 'school'] }) as const
  return {
    truth,
    data: {
      rowCount: score.length,
      placeOf: (row) => ({ line: row + 2, column: 1 }),
      grouping: (name) => (name === 'school' ? { ok: true, codes: Int32Array.from(codes), levels } : unknown(name)),
      effect: (name) =>
        name === 'prior' || name === 'score'
          ? { ok: true, column: { kind: 'number', values: values[name] } }
          : unknown(name),
    },
  }
}
