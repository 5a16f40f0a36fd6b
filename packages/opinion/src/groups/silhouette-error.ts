import { kMeans } from './k-means.ts'
import type { Center, Points } from './points.ts'
import { silhouettes } from './silhouette.ts'

const blocks = 10
/** Of more points than this only so many, by turns; the error shrinks with the square root of how many there are. */
const mostPoints = 5000

/**
 * Standard errors of the silhouettes of some divisions, by leaving out a tenth of the points at a time and letting k-means
 * settle again (grouped jackknife, Efron 1982). Where groups move when a few people are gone, the error says so; that of a mean
 * over people would not. The tenths are by turns, so the same points have the same errors.
 */
export function silhouetteErrors(all: Points, divisions: readonly (readonly Center[])[]): readonly number[] {
  const turns = Math.ceil(all.x.length / mostPoints)
  const points = turns === 1 ? all : everyTurn(all, turns)
  const left = Array.from({ length: blocks }, (_, block) => {
    const weight = points.weight.map((own, i) => (i % blocks === block ? 0 : own))
    const rest = { ...points, weight }
    return silhouettes(
      rest,
      divisions.map((centers) => kMeans(rest, centers).centers),
    )
  })
  return divisions.map((_, d) => {
    const scores = left.map((all) => all[d] ?? 0)
    const mean = scores.reduce((sum, score) => sum + score, 0) / blocks
    return Math.sqrt((((blocks - 1) / blocks) * scores.reduce((sum, score) => sum + (score - mean) ** 2, 0)) / turns)
  })
}

function everyTurn({ x, y, weight }: Points, turns: number): Points {
  const isTaken = (_: number, i: number) => i % turns === 0
  return { x: x.filter(isTaken), y: y.filter(isTaken), weight: weight.filter(isTaken) }
}
