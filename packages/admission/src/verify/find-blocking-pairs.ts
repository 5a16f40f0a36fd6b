import type { Market, Matching } from '../market/market.ts'
import { type Contender, chooserOf, groupsThatCount } from './would-choose.ts'

/** What a division does against the rules of the market: places outside the list, too many seats, half of two places. */
export interface Violation {
  readonly kind: 'not-on-the-list' | 'over-seats' | 'over-quota' | 'not-together'
  /** −1 where it is about the other only. */
  readonly candidate: number
  readonly programme: number
}

/** Candidates who prefer other places, at programmes that would take them: one, or two who want places together. */
export interface BlockingPair {
  readonly candidates: readonly number[]
  readonly programmes: readonly number[]
}

export interface Verdict {
  readonly violations: readonly Violation[]
  /** At most `limit` of them. */
  readonly blocking: readonly BlockingPair[]
  readonly blockingCount: number
}

/**
 * Looks for all that is wrong with a division, from the definitions and without the algorithms that made it. A programme would
 * take newcomers whom it would choose out of them and those it has: reserved seats first, then by score, those it has first
 * among equals, within seats and quotas (weak stability; with two at once as Kojima, Pathak & Roth 2013).
 */
export function findBlockingPairs(market: Market, matching: Matching, limit = 100): Verdict {
  const { starts, programme, tier, score, seats, quotas, groupsOf, joint } = market
  const violations: Violation[] = []
  const blocking: BlockingPair[] = []
  let blockingCount = 0
  const find = (candidate: number, at: number) => {
    for (let k = starts[candidate] ?? 0; k < (starts[candidate + 1] ?? 0); k++) if (programme[k] === at) return k
    return -1
  }
  const has: Contender[][] = Array.from(seats, () => [])
  for (const places of [matching.first, matching.second])
    for (const [candidate, at] of places.entries()) {
      const k = at < 0 ? 0 : find(candidate, at)
      if (k < 0) violations.push({ kind: 'not-on-the-list', candidate, programme: at })
      if (at >= 0) has[at]?.push({ candidate, score: score[k] ?? Number.NEGATIVE_INFINITY })
    }
  const isMember = (candidate: number, group: number) => ((groupsOf[candidate] ?? 0) & (1 << group)) !== 0
  for (const [p, members] of has.entries()) {
    members.sort((one, other) => other.score - one.score)
    if (members.length > (seats[p] ?? 0)) violations.push({ kind: 'over-seats', candidate: -1, programme: p })
    for (const { group, most } of quotas[p] ?? [])
      if (members.filter((one) => isMember(one.candidate, group)).length > most)
        violations.push({ kind: 'over-quota', candidate: -1, programme: p })
  }

  const wouldChoose = chooserOf(market, has)
  const groupsAt = (p: number, candidate: number) => groupsThatCount(market, p, candidate)
  // Who has a higher score than one who would be chosen is chosen too: by programme and groups, what is known so far.
  const taken = new Map<string, number>()
  const refused = new Map<string, number>()
  const wouldTake = (p: number, candidate: number, its: number) => {
    const key = `${p} ${groupsAt(p, candidate)}`
    if (its >= (taken.get(key) ?? Number.POSITIVE_INFINITY)) return true
    if (its <= (refused.get(key) ?? Number.NEGATIVE_INFINITY)) return false
    const yes = wouldChoose(p, [{ candidate, score: its }])
    const known = yes ? taken : refused
    known.set(key, its)
    return yes
  }
  const report = (candidates: readonly number[], programmes: readonly number[]) => {
    blockingCount++
    if (blocking.length < limit) blocking.push({ candidates, programmes })
  }
  const isJoint = new Set(joint.flatMap(({ members }) => members))
  for (let candidate = 0; candidate < market.candidates.length; candidate++) {
    if (isJoint.has(candidate)) continue
    const now = matching.first[candidate] ?? -1
    if ((matching.second[candidate] ?? -1) >= 0) violations.push({ kind: 'not-together', candidate, programme: now })
    const current = now < 0 ? Number.POSITIVE_INFINITY : (tier[find(candidate, now)] ?? -1)
    for (let k = starts[candidate] ?? 0; k < (starts[candidate + 1] ?? 0) && (tier[k] ?? 0) < current; k++)
      if (wouldTake(programme[k] ?? 0, candidate, score[k] ?? 0)) report([candidate], [programme[k] ?? 0])
  }
  for (const { members, options } of joint) {
    const [one, other] = members
    const now = [matching.first[one] ?? -1, (one === other ? matching.second : matching.first)[other] ?? -1]
    const place = options.findIndex(([p, q]) => p === now[0] && q === now[1])
    if (place < 0 && now.some((p) => p >= 0))
      violations.push({ kind: 'not-together', candidate: one, programme: now.find((p) => p >= 0) ?? -1 })
    for (const option of place < 0 ? options : options.slice(0, place)) {
      const wants = members
        .map((candidate, k) => ({ candidate, p: option[k] ?? -1 }))
        .filter(({ p }) => p >= 0)
        .map((want) => ({ ...want, score: score[find(want.candidate, want.p)] ?? Number.NEGATIVE_INFINITY }))
      const [a, b] = wants
      const isThere = (want: { candidate: number; p: number }) =>
        has[want.p]?.some(({ candidate }) => candidate === want.candidate) === true
      const would =
        a !== undefined && b !== undefined && a.p === b.p
          ? wouldChoose(a.p, wants)
          : wants.every((want) => isThere(want) || wouldTake(want.p, want.candidate, want.score))
      if (would)
        report(
          [...new Set(members)],
          option.filter((p) => p >= 0),
        )
    }
  }
  return { violations, blocking, blockingCount }
}
