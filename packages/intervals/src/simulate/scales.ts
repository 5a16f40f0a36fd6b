import { agreement, agreementOfItems } from '../agreement.ts'
import { differenceOfMeans, meanOfScale } from '../mean-of-scale.ts'
import { type Cell, heldShare, holds } from './coverage.ts'
import { normal } from './draws.ts'
import { answersOf, meanOf, type Opinion, opinions, roundedNormal, varianceOf } from './opinions.ts'

type Random = () => number

export function coverageOfMeans(
  steps: 3 | 5,
  sizes: readonly number[],
  rounds: number,
  random: Random,
): readonly Cell[] {
  const scale = { lowest: 1, highest: steps }
  return grid(opinions(steps), sizes, (opinion, n) => {
    const truth = meanOf(opinion.chances)
    return heldShare(rounds, () => {
      const estimate = meanOfScale(answersOf(opinion.chances, n, random), scale)
      return estimate.ok ? holds(estimate.interval, truth) : null
    })
  })
}

/** Each person's mean of three statements, whose answers go together for half of their variance. */
export function coverageOfPeople(sizes: readonly number[], rounds: number, random: Random): readonly Cell[] {
  const people = [2, 3, 3.5, 4, 4.5, 5].flatMap((mean) =>
    [0.6, 0.9, 1.3].map((spread) => ({ name: `three statements around ${mean}, spread ${spread}`, mean, spread })),
  )
  return grid(people, sizes, ({ mean, spread }, n) => {
    const truth = meanOf(roundedNormal(5, mean, spread))
    const answer = (own: number) => {
      const felt = mean + spread * Math.SQRT1_2 * (own + normal(random))
      return Math.min(5, Math.max(1, Math.round(felt)))
    }
    return heldShare(rounds, () => {
      const values = Array.from({ length: n }, () => {
        const own = normal(random)
        return (answer(own) + answer(own) + answer(own)) / 3
      })
      const estimate = meanOfScale(values, { lowest: 1, highest: 5 })
      return estimate.ok ? holds(estimate.interval, truth) : null
    })
  })
}

export function coverageOfAgreement(sizes: readonly number[], rounds: number, random: Random): readonly Cell[] {
  const scale = { lowest: 1, highest: 5 }
  const teams = opinions(5).filter(({ chances }) => meanOf(chances) >= 1.75 && meanOf(chances) <= 4.25)
  return grid(teams, sizes, ({ chances }, n) => {
    const truth = 1 - varianceOf(chances) / 2
    return heldShare(rounds, () => {
      const estimate = agreement(answersOf(chances, n, random), scale)
      return estimate.ok ? holds(estimate.interval, truth) : null
    })
  })
}

/** Agreement on three or twelve statements, whose answers go together for two fifths of their variance. */
export function coverageOfSharedAgreement(sizes: readonly number[], rounds: number, random: Random): readonly Cell[] {
  const teams = [3, 12].flatMap((items) =>
    [3, 3.5, 4].flatMap((mean) =>
      [0.6, 0.9, 1.2].map((spread) => ({
        name: `${items} statements around ${mean}, spread ${spread}`,
        items,
        mean,
        spread,
      })),
    ),
  )
  return grid(teams, sizes, ({ items, mean, spread }, n) => {
    const truth = 1 - varianceOf(roundedNormal(5, mean, spread)) / 2
    return heldShare(rounds, () => {
      const people = Array.from({ length: n }, () => {
        const own = normal(random) * Math.sqrt(0.4)
        return Array.from({ length: items }, () => {
          const felt = mean + spread * (own + Math.sqrt(0.6) * normal(random))
          return Math.min(5, Math.max(1, Math.round(felt)))
        })
      })
      const estimate = agreementOfItems(people, { lowest: 1, highest: 5 })
      return estimate.ok ? holds(estimate.interval, truth) : null
    })
  })
}

/** Two moments apart: from one opinion to the same one, one near it, and one far from it. */
export function coverageOfDifferences(sizes: readonly number[], rounds: number, random: Random): readonly Cell[] {
  const scale = { lowest: 1, highest: 5 }
  const some = opinions(5).filter((_, k) => k % 4 === 0)
  const moves = some.flatMap((before, k) =>
    [0, 1, 5].map((further) => {
      const after = some[(k + further) % some.length] ?? before
      return { name: `${before.name}, then ${after.name}`, before: before.chances, after: after.chances }
    }),
  )
  return grid(moves, sizes, ({ before, after }, n) => {
    const truth = meanOf(after) - meanOf(before)
    return heldShare(rounds, () => {
      const later = answersOf(after, Math.round(n * 1.3), random)
      const estimate = differenceOfMeans(answersOf(before, n, random), later, scale)
      return estimate.ok ? holds(estimate.interval, truth) : null
    })
  })
}

function grid<T extends Pick<Opinion, 'name'>>(
  truths: readonly T[],
  sizes: readonly number[],
  held: (truth: T, size: number) => number,
): readonly Cell[] {
  return sizes.flatMap((size) =>
    truths.map((truth) => ({ truth: truth.name, size: `${size}`, held: held(truth, size) })),
  )
}
