import type { Certificate, Leaf, Proof } from '../certificate/certificate.ts'
import type { Pool } from '../pool/pool.ts'
import { fewest } from './small-groups.ts'

/** What one person may know about his or her own chance; nothing in it rests on fewer than five others. */
export interface Explanation {
  readonly chance: number
  /** What everyone would have if the quotas left it free: seats ÷ people. */
  readonly equal: number
  readonly standing: 'certain' | 'impossible' | 'above' | 'equal' | 'below'
  /** `already-selected`, `excluded` or `no-panel` (the quotas leave no panel with this person) where chance played no part. */
  readonly fixed: 'already-selected' | 'excluded' | 'no-panel' | undefined
  /** One for each feature; what decided most first. */
  readonly values: readonly ExplainedValue[]
  /** Shares a school or the like, of which only so many can be on a panel, with at least five others. With fewer nothing is
   * said: that somebody else at the address signed up is theirs to tell. */
  readonly sharesLimit: boolean
}

export interface ExplainedValue {
  readonly feature: string
  readonly value: string
  readonly min: number
  readonly max: number
  /** How many people have it, this one included; undefined where they, or all others together, are too few to say. */
  readonly people: number | undefined
  /** With quotas alone, the mean chance of those who have it lies between these; undefined as above. */
  readonly low: number | undefined
  readonly high: number | undefined
  /** `raises`: even the minimum is more than their share; `lowers`: even the maximum is less; `neither`; or not to be said. */
  readonly effect: 'raises' | 'lowers' | 'neither' | 'unsaid'
  /** What the proof of the result says: this quota held the chance up, or down, where all were weighed together. */
  readonly weighed: 'up' | 'down' | undefined
}

export type ExplainChance =
  | { readonly ok: true; readonly explanation: Explanation }
  | { readonly ok: false; readonly reason: 'unknown-person' | 'not-in-result' }

/** What a result says about chances; `certificate` where there is one. */
export interface ResultToExplain {
  readonly probabilities: Readonly<Record<string, number>>
  readonly certificate?: Certificate | undefined
}

/**
 * What somebody's chance was, and what decided it. The quotas alone bound the mean chance of everyone with a value: min and
 * max divided by how many they are. Where even the maximum is less than the equal chance, too many signed up for too few
 * seats; where even the minimum is more, the value was scarce. Which quotas weighed where they meet is read from the
 * multipliers in the proof of the stage that settled this person.
 */
export function explainChance(pool: Pool, result: ResultToExplain, id: string): ExplainChance {
  const place = pool.people.findIndex((person) => person.id === id)
  if (place < 0) return { ok: false, reason: 'unknown-person' }
  const chance = Object.hasOwn(result.probabilities, id) ? result.probabilities[id] : undefined
  if (chance === undefined) return { ok: false, reason: 'not-in-result' }
  const equal = pool.seats / pool.people.length
  const pulls = pullsOf(result.certificate, id, pool)
  const values = pool.features.map(({ name, values: quotas }, feature): ExplainedValue => {
    const at = pool.people[place]?.answers[feature] ?? 0
    const { name: value, min, max } = quotas[at] ?? { name: '', min: 0, max: 0 }
    const people = pool.people.filter(({ answers }) => answers[feature] === at).length
    const others = pool.people.length - people
    const sayable = people > fewest && (others === 0 || others >= fewest)
    const [low, high] = [Math.min(1, min / people), Math.min(1, max / people)]
    const effect = low > equal + 1e-9 ? 'raises' : high < equal - 1e-9 ? 'lowers' : 'neither'
    const pull = pulls?.[feature] ?? 0
    return {
      feature: name,
      value,
      min,
      max,
      people: sayable ? people : undefined,
      low: sayable ? low : undefined,
      high: sayable ? high : undefined,
      effect: sayable ? effect : 'unsaid',
      weighed: !sayable || pull === 0 ? undefined : pull > 0 ? 'down' : 'up',
    }
  })
  const fixed = fixedBy(pool, result, place)
  return {
    ok: true,
    explanation: {
      chance,
      equal,
      standing: standingOf(chance, equal),
      fixed,
      values: values.toSorted((one, other) => strength(other, equal) - strength(one, equal)),
      sharesLimit: pool.limits.some(
        ({ people, most }) => people.length > Math.max(most, fewest) && people.includes(place),
      ),
    },
  }
}

function standingOf(chance: number, equal: number): Explanation['standing'] {
  if (chance >= 1 - 1e-9) return 'certain'
  if (chance <= 1e-9) return 'impossible'
  // People read percentages with one digit: less than that is the same to them.
  if (Math.abs(chance - equal) < 0.0005) return 'equal'
  return chance > equal ? 'above' : 'below'
}

function fixedBy(pool: Pool, { certificate }: ResultToExplain, place: number): Explanation['fixed'] {
  if (pool.selected.includes(place)) return 'already-selected'
  if (pool.excluded.includes(place)) return 'excluded'
  return certificate?.impossible.some(({ id }) => id === pool.people[place]?.id) === true ? 'no-panel' : undefined
}

/** How far a value's quotas alone move the mean chance away from the equal one, as a factor. */
function strength({ effect, low = 0, high = 1, weighed }: ExplainedValue, equal: number): number {
  const bonus = weighed === undefined ? 0 : 0.01
  if (effect === 'raises') return Math.log(low / equal) + bonus
  if (effect === 'lowers') return Math.log(equal / Math.max(1e-9, high)) + bonus
  return bonus
}

/**
 * By feature, how the multipliers of the quotas of this person's own values add up over the parts of the proof: above 0 a
 * maximum that held back, below 0 a minimum that called for people. Of the stage that settled this person; else of the first.
 */
function pullsOf(certificate: Certificate | undefined, id: string, pool: Pool): readonly number[] | undefined {
  const stage = certificate?.stages.find(({ settled }) => settled.includes(id)) ?? certificate?.stages[0]
  const person = pool.people.find((each) => each.id === id)
  if (stage === undefined || person === undefined) return undefined
  const leaves = leavesOf(stage.fact.proof)
  return person.answers.map((value, feature) =>
    leaves.reduce((sum, { quotas, scale }) => sum + (quotas[feature]?.[value] ?? 0) / scale, 0),
  )
}

function leavesOf(proof: Proof): readonly Leaf[] {
  const leaves: Leaf[] = []
  const waiting = [proof]
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    if ('fewer' in part) waiting.push(part.fewer, part.more)
    else leaves.push(part)
  }
  return leaves
}
