import type { Outer } from './outer.ts'
import type { OuterGoldilocks } from './outer-goldilocks.ts'
import type { OuterLeximin } from './outer-leximin.ts'
import type { OuterNash } from './outer-nash.ts'

/**
 * What holds without solving anything, for when the time is over: the seats are so many, and so the average is seats divided by
 * people. Each of these is a bound as good as any, only further off.
 */
function average({ shape, cuts }: Outer, impossible: ReadonlySet<number>) {
  const free = [...shape.profiles.keys()].filter((profile) => !impossible.has(profile))
  const people = free.reduce((sum, profile) => sum + (shape.profiles[profile]?.people.length ?? 0), 0)
  const fair = people === 0 ? 0 : Math.min(1, shape.seats / people)
  const target = Float64Array.from(shape.profiles, (_, profile) => (impossible.has(profile) ? 0 : fair))
  const multipliers = new Float64Array(shape.rows.length + cuts.length)
  return { free, people, fair, target, multipliers }
}

export function simplestLeximin(outer: Outer, impossible: ReadonlySet<number>): OuterLeximin {
  const { free, fair, target, multipliers } = average(outer, impossible)
  multipliers[0] = 1
  return { target, stages: free.length === 0 ? [] : [{ floor: fair, settled: free, multipliers }] }
}

export function simplestNash(outer: Outer, impossible: ReadonlySet<number>): OuterNash {
  const { fair, target, multipliers } = average(outer, impossible)
  multipliers[0] = fair > 0 ? 1 / fair : 0
  return { target, multipliers }
}

export function simplestGoldilocks(outer: Outer, impossible: ReadonlySet<number>): OuterGoldilocks {
  const { people, fair, target, multipliers } = average(outer, impossible)
  return { least: fair, most: fair, target, multipliers, highs: target.map((p) => (p > 0 ? 1 / (people * fair) : 0)) }
}
