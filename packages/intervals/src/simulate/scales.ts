import { agreementOfItems } from '../agreement.ts'
import { differenceOfPeople, meanOfPeople } from '../mean-of-people.ts'
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

/** What people feel, as a mean over some statements whose answers go together for half of their variance. */
interface Feeling {
  readonly name: string
  readonly items: 3 | 12
  readonly mean: number
  readonly spread: number
}

const feelings: readonly Feeling[] = ([3, 12] as const).flatMap((items) =>
  [2, 3, 3.5, 4, 4.5, 5].flatMap((mean) =>
    [0.6, 0.9, 1.3].map((spread) => ({
      name: `${items} statements around ${mean}, spread ${spread}`,
      items,
      mean,
      spread,
    })),
  ),
)
const five = { lowest: 1, highest: 5 }

/** Each person's mean of three statements (pulse, condition) or twelve (scan). */
export function coverageOfPeople(sizes: readonly number[], rounds: number, random: Random): readonly Cell[] {
  return grid(feelings, sizes, (feeling, n) => {
    const truth = feltBy(feeling)
    return heldShare(rounds, () => {
      const estimate = meanOfPeople(peopleOf(feeling, n, random), five)
      return estimate.ok ? holds(estimate.interval, truth) : null
    })
  })
}

/** The same at two moments: as it was, a little better, and much better; a third more people the second time. */
export function coverageOfPeopleThenAndNow(sizes: readonly number[], rounds: number, random: Random): readonly Cell[] {
  const moves = feelings
    .filter(({ mean }) => mean < 5)
    .flatMap((before) => [0, 0.3, 1].map((better) => ({ name: `${before.name}, ${better} better`, before, better })))
  return grid(moves, sizes, ({ before, better }, n) => {
    const after = { ...before, mean: before.mean + better }
    const truth = feltBy(after) - feltBy(before)
    return heldShare(rounds, () => {
      const later = peopleOf(after, Math.round(n * 1.3), random)
      const estimate = differenceOfPeople(peopleOf(before, n, random), later, five)
      return estimate.ok ? holds(estimate.interval, truth) : null
    })
  })
}

/** Every teacher's mean of some lessons on some indicators, from 1 to 4. */
export function coverageOfTeachers(sizes: readonly number[], rounds: number, random: Random): readonly Cell[] {
  const teachers = [1.5, 2, 2.5, 3, 3.5].flatMap((mean) =>
    [0.2, 0.4].flatMap((apart) =>
      [4, 12].map((seen) => ({
        name: `around ${mean}, teachers ${apart} apart, ${seen} scores each`,
        mean,
        apart,
        seen,
      })),
    ),
  )
  return grid(teachers, sizes, ({ mean, apart, seen }, n) => {
    const score = (own: number) => Math.min(4, Math.max(1, Math.round(own + 0.6 * normal(random))))
    const teacher = () => {
      const own = mean + apart * normal(random)
      return Array.from({ length: seen }, () => score(own)).reduce((sum, each) => sum + each, 0) / seen
    }
    const draws = 20_000
    const truth = Array.from({ length: draws }, teacher).reduce((sum, each) => sum + each, 0) / draws
    return heldShare(rounds, () => {
      const estimate = meanOfPeople(Array.from({ length: n }, teacher), { lowest: 1, highest: 4 })
      return estimate.ok ? holds(estimate.interval, truth) : null
    })
  })
}

function feltBy({ mean, spread }: Feeling): number {
  return meanOf(roundedNormal(5, mean, spread))
}

function peopleOf({ items, mean, spread }: Feeling, n: number, random: Random): readonly number[] {
  return Array.from({ length: n }, () => {
    const own = normal(random)
    const answers = Array.from({ length: items }, () => {
      const felt = mean + spread * Math.SQRT1_2 * (own + normal(random))
      return Math.min(5, Math.max(1, Math.round(felt)))
    })
    return answers.reduce((sum, each) => sum + each, 0) / items
  })
}

/** Agreement on twelve statements (the scan), whose answers go together for two fifths of their variance. */
export function coverageOfSharedAgreement(sizes: readonly number[], rounds: number, random: Random): readonly Cell[] {
  const teams = [12].flatMap((items) =>
    [2, 3, 3.5, 4, 4.5].flatMap((mean) =>
      [0.4, 0.6, 0.9, 1.2, 1.6].map((spread) => ({
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
