import type { OpinionResult, OpinionText } from '@kantelpunt/opinion'
import type { Outcome } from '../command.ts'
import { writeAll } from '../tables/write-all.ts'

/** Writes the result where `--out` says, and prints it where it says nothing. */
export async function finishOpinion(result: object & OpinionResult, out: string | undefined): Promise<Outcome> {
  if (out === undefined) return { kind: 'done', answer: result }
  const refused = await writeAll([[out, [`${JSON.stringify(result)}\n`]]])
  if (refused !== undefined) return refused
  const { people, counted, leftOut, groups, stability } = result
  const sizes = groups.map(({ id, size }) => ({ id, size }))
  return { kind: 'done', answer: { people, counted, leftOut: leftOut.length, groups: sizes, stability, out } }
}

/** What a result says, a sentence each; of groups that were found, or given. */
export function tellResult(
  { groups, counted, people, stability }: OpinionResult,
  text: OpinionText,
  areGiven = false,
): readonly string[] {
  const sizes = groups.flatMap(({ size }) => (size === null ? [] : [size]))
  const small = groups.length - sizes.length
  return [
    (areGiven ? text.givenGroups : text.groups)(sizes, counted, people),
    ...(small > 0 ? [text.tooSmall(small)] : []),
    ...(stability?.groups ?? []).map(({ id, stable }) => text.stability(String(id), stable, stability?.resamples ?? 0)),
  ]
}

/** Whole numbers from the least on; a sentence where it is none. */
export function wholeOption(
  name: string,
  text: string | undefined,
  least: number,
  most: number,
): number | string | undefined {
  if (text === undefined) return undefined
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
  return value >= least && value <= most ? value : `--${name} ${text}: give a whole number from ${least} to ${most}.`
}

/** Numbers from 0 up to 1 from a seed (mulberry32): resamples are the same each time. */
export function seededNumbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
