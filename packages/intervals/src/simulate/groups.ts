import { shareOfGroups } from '../share-of-groups.ts'
import { type Cell, heldShare, holds } from './coverage.ts'
import { gamma } from './draws.ts'

type Random = () => number

/** Goals of some teams, those of one team hanging together: is the share that teams such as these reach held? */
export function coverageOfGoals(
  sizes: readonly { readonly teams: number; readonly goals: number }[],
  rounds: number,
  random: Random,
): readonly Cell[] {
  const truths = [0.2, 0.4, 0.6, 0.75, 0.9].flatMap((share) => [0, 0.1, 0.3].map((alike) => ({ share, alike })))
  return sizes.flatMap(({ teams, goals }) =>
    truths.map(({ share, alike }) => ({
      truth: `${share} of goals, ${alike} alike within a team`,
      size: `${teams} teams, ${goals} goals each`,
      held: heldShare(rounds, () => {
        const groups = Array.from({ length: teams }, () => {
          const own = alike === 0 ? share : beta(share, 1 / alike - 1, random)
          // Some teams have a goal less.
          const n = Math.max(1, goals - Number(random() < 0.4))
          return {
            n,
            yes: Array.from({ length: n }, () => Number(random() < own)).reduce((sum, each) => sum + each, 0),
          }
        })
        const estimate = shareOfGroups(groups)
        return estimate.ok && estimate.interval !== null ? holds(estimate.interval, share) : null
      }),
    })),
  )
}

/** A number from the beta distribution with this mean, as alike as `sum` of its two shapes says. */
function beta(mean: number, sum: number, random: Random): number {
  const [a, b] = [gamma(mean * sum, random), gamma((1 - mean) * sum, random)]
  return a + b === 0 ? mean : a / (a + b)
}
