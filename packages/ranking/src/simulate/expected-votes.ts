import { chancesAt, type ModelShape } from '../fit/paired-model.ts'
import type { PairTable } from '../votes/pair-table.ts'
import type { SurveyPlan } from './simulate-survey.ts'

/** What all people would answer on average if each saw every pair both ways: the chances of each pair as counts that sum to 1. */
export function expectedVotes({ abilities, disagreement, tie = 0, home = 0 }: SurveyPlan): {
  readonly table: PairTable
  readonly shape: ModelShape
} {
  const n = abilities.length
  const sides = home === 0 ? [0] : [-1, 1]
  const pairs = abilities.flatMap((_, a) =>
    abilities.flatMap((_, b) => (a < b ? sides.map((side) => [a, b, side] as const) : [])),
  )
  const chances = pairs.map(([a, b, side]) => {
    const difference = (abilities[a] ?? 0) - (abilities[b] ?? 0) + side * home
    // People's own worths of two items make their difference spread by √2 times the disagreement.
    return averaged(difference, Math.SQRT2 * disagreement, tie)
  })
  const column = (of: 'win' | 'loss' | 'tie') => Float64Array.from(chances, (each) => each[of])
  return {
    table: {
      items: n,
      one: Int32Array.from(pairs, ([a]) => a),
      other: Int32Array.from(pairs, ([, b]) => b),
      home: Int8Array.from(pairs, ([, , side]) => side),
      wins: column('win'),
      losses: column('loss'),
      ties: column('tie'),
    },
    shape: { items: n, hasHome: home !== 0, hasTies: tie > 0 },
  }
}

const steps = 400
const reach = 8

/** The chances where the difference is normal with this spread, by the rule of trapezia. */
function averaged(difference: number, spread: number, tie: number) {
  if (spread === 0) return chancesAt(difference, Math.log(tie))
  const sum = { win: 0, loss: 0, tie: 0 }
  let all = 0
  for (let step = 0; step <= steps; step++) {
    const z = reach * ((2 * step) / steps - 1)
    const weight = Math.exp((-z * z) / 2)
    const { win, loss, tie: even } = chancesAt(difference + spread * z, Math.log(tie))
    sum.win += weight * win
    sum.loss += weight * loss
    sum.tie += weight * even
    all += weight
  }
  return { win: sum.win / all, loss: sum.loss / all, tie: sum.tie / all }
}
