import type { Market, Matching } from '../market/market.ts'

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
  const has: { candidate: number; score: number }[][] = Array.from(seats, () => [])
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

  const groupsAt = (p: number, candidate: number) =>
    (quotas[p] ?? []).reduce((bits, { group }) => bits | ((groupsOf[candidate] ?? 0) & (1 << group)), 0)
  const kinds = has.map((members, p) => Map.groupBy(members, ({ candidate }) => groupsAt(p, candidate)))
  /** Whether a programme would choose all of these: by taking the best that may still be added, again and again. */
  const wouldChoose = (p: number, together: readonly { candidate: number; score: number }[]) => {
    const its = quotas[p] ?? []
    const wanted = new Set(together.map(({ candidate }) => candidate))
    const lists = new Map(kinds[p])
    // The sort keeps the others first among equals.
    for (const [groups, newcomers] of Map.groupBy(together, ({ candidate }) => groupsAt(p, candidate))) {
      const others = (lists.get(groups) ?? []).filter(({ candidate }) => !wanted.has(candidate))
      lists.set(
        groups,
        [...others, ...newcomers].sort((one, other) => other.score - one.score),
      )
    }
    const counts = its.map(() => 0)
    const nexts = [...lists].map(([groups, list]) => ({ groups, list, next: 0 }))
    for (let taken = 0; taken < (seats[p] ?? 0) && wanted.size > 0; taken++) {
      let best: (typeof nexts)[number] | undefined
      let most = [-1, 0, 0]
      for (const kind of nexts) {
        const one = kind.list[kind.next]
        const mine = its.map(({ group }) => (kind.groups & (1 << group)) !== 0)
        if (one === undefined || its.some((quota, q) => mine[q] === true && (counts[q] ?? 0) >= quota.most)) continue
        const reserved = its.filter((quota, q) => mine[q] === true && (counts[q] ?? 0) < quota.least).length
        const worth = [reserved, one.score, wanted.has(one.candidate) ? 0 : 1]
        const at = worth.findIndex((value, k) => value !== most[k])
        if (best !== undefined && (worth[at] ?? 0) <= (most[at] ?? 0)) continue
        best = kind
        most = worth
      }
      if (best === undefined) return false
      wanted.delete(best.list[best.next++]?.candidate ?? -1)
      for (const [q, { group }] of its.entries())
        if ((best.groups & (1 << group)) !== 0) counts[q] = (counts[q] ?? 0) + 1
    }
    return wanted.size === 0
  }

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
