import { nearestRanks } from './nearest-ranks.ts'

/** Past this many items no calibration takes place: sorting takes too long, and one item more or less matters little. */
const mostItems = 400
const drawsEach = 250
/** The least: below it a rank would be told that is right hardly more often than a coin. */
const lowest = 0.85

/**
 * The level at which intervals of ranks hold 95 % of the time. Draws hold more doubt about who stands above whom than there is in repeated
 * surveys of the same items, since the worths of the others, though unknown, are not drawn again: at the level 0.95 intervals
 * would hold more often than that. So the survey is repeated on paper (Efron & Tibshirani, An Introduction to the Bootstrap, 1993,
 * chapter 18): the means of the draws are taken for the truth, each repetition goes as far from it as a draw does, its own
 * draws lie around it as the draws do around their mean, and the level is the one at which 95 % of the intervals hold the true rank.
 */
export function calibrateLevel(drawn: Float64Array, items: number, side: number): number {
  const draws = items === 0 ? 0 : drawn.length / items
  if (items < 2 || items > mostItems || draws < drawsEach) return 0.95
  // Items of which the rank is certain hold at any level, and must not pay for the others.
  const told = repeatSurvey(drawn, items, side).filter(({ row, own }) => {
    const [low, high] = nearestRanks(row, drawsEach, own, 0.95)
    return low < high
  })
  if (told.length === 0) return 0.95
  const held = (level: number) => {
    let count = 0
    for (const { row, own, truth } of told) {
      const [low, high] = nearestRanks(row, drawsEach, own, level)
      if (low <= truth && truth <= high) count++
    }
    return count / told.length
  }
  let [low, high] = [lowest, 0.995]
  for (let halving = 0; halving < 8; halving++) {
    const level = (low + high) / 2
    if (held(level) > 0.95) high = level
    else low = level
  }
  return high
}

interface ToldRank {
  /** How many of the survey's draws have each rank. */
  readonly row: Float64Array
  /** The rank that the survey tells, and the true one. */
  readonly own: number
  readonly truth: number
}

/** Of each item in each repetition what would be told of its rank. */
function repeatSurvey(drawn: Float64Array, items: number, side: number): readonly ToldRank[] {
  const draws = drawn.length / items
  const mean = new Float64Array(items)
  for (const [at, value] of drawn.entries()) mean[at % items] = (mean[at % items] ?? 0) + value / draws
  const truth = ranksBy(mean, side)
  const surveys = Math.min(200, Math.max(20, Math.ceil(1000 / items)))
  const [middle, values] = [new Float64Array(items), new Float64Array(items)]
  // Draws stand in the order of what they rest on: repetitions, and draws within one, are taken from all over.
  return Array.from({ length: surveys }, (_, survey) => {
    const away = Math.floor(((survey + 0.5) * draws) / surveys)
    for (let item = 0; item < items; item++) middle[item] = drawn[away * items + item] ?? 0
    const rows = Array.from({ length: items }, () => new Float64Array(items + 1))
    for (let draw = 0; draw < drawsEach; draw++) {
      const around = (away + 1 + Math.floor((draw * (draws - 1)) / drawsEach)) % draws
      for (let item = 0; item < items; item++) {
        values[item] = (middle[item] ?? 0) + (drawn[around * items + item] ?? 0) - (mean[item] ?? 0)
      }
      for (const [item, rank] of ranksBy(values, side).entries()) {
        const row = rows[item]
        if (row !== undefined) row[rank] = (row[rank] ?? 0) + 1
      }
    }
    const own = ranksBy(middle, side)
    return rows.map((row, item): ToldRank => ({ row, own: own[item] ?? 1, truth: truth[item] ?? 1 }))
  }).flat()
}

function ranksBy(values: Float64Array, side: number): Int32Array {
  const order = Int32Array.from(values.keys()).sort((a, b) => side * ((values[a] ?? 0) - (values[b] ?? 0)) || a - b)
  const ranks = new Int32Array(values.length)
  for (const [place, item] of order.entries()) ranks[item] = place + 1
  return ranks
}
