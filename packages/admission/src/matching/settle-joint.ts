import { applicationOf, emptyMatching, jointMembers, type Market, type Matching } from '../market/market.ts'
import { type Kinds, kindsOf, kindToDrop } from './choose-out.ts'
import { type Lottery, strictOrder } from './order.ts'

/** One who applies: a candidate, or two places together. */
interface Party {
  readonly members: readonly number[]
  /** Applications of the members, −1 for none. */
  readonly options: readonly (readonly number[])[]
}

/**
 * Places candidates and then those who want two places together, one after another (Roth & Peranson 1999). Each takes the best
 * that would have them; who is put out, and who could use a seat that came free, has another turn. When nobody has a turn
 * left the matching is stable. Undefined where that did not come within `turns`: there may be a stable matching all the same.
 */
export function settleJoint(
  market: Market,
  {
    lottery,
    turns,
    rotate,
  }: { readonly lottery?: Lottery | undefined; readonly turns: number; readonly rotate: number },
): Matching | undefined {
  const { programme, seats, quotas, groupsOf } = market
  const count = market.candidates.length
  const goesBefore = strictOrder(market, lottery)
  const kinds = quotas.map((its, p): Kinds => kindsOf(seats[p] ?? 0, its))
  const parties = partiesOf(market, rotate)
  const partyOf = new Int32Array(count)
  for (const [at, { members }] of parties.entries()) for (const member of members) partyOf[member] = at
  const place = Int32Array.from(parties, ({ options }) => options.length)
  /** By programme: applications that hold a seat. */
  const held: number[][] = Array.from(seats, () => [])
  const candidateOf = new Int32Array(programme.length)
  const applicants: number[][] = Array.from(seats, () => [])
  for (let candidate = 0; candidate < count; candidate++)
    for (let k = market.starts[candidate] ?? 0; k < (market.starts[candidate + 1] ?? 0); k++) {
      candidateOf[k] = candidate
      applicants[programme[k] ?? 0]?.push(k)
    }
  const isLater = (k: number, l: number) => goesBefore(candidateOf[l] ?? 0, l, candidateOf[k] ?? 0, k)

  /** Who has to leave a programme when newcomers come, or undefined where one of the option would. */
  const putOut = (
    p: number,
    newcomers: readonly number[],
    option: readonly number[],
  ): readonly number[] | undefined => {
    const its = kinds[p]
    if (its === undefined) return undefined
    const now = held[p] ?? []
    if (its.quotas.length === 0) {
      if (now.length + newcomers.length <= its.seats) return []
      const [one, another] = newcomers
      if (one !== undefined && another === undefined) {
        let last = one
        for (const k of now) if (isLater(k, last)) last = k
        return last === one || option.includes(last) ? undefined : [last]
      }
    }
    const byKind: number[][] = []
    for (const k of [...now, ...newcomers]) {
      const kind = its.kindOf(groupsOf[candidateOf[k] ?? 0] ?? 0)
      while (byKind.length <= kind) byKind.push([])
      byKind[kind]?.push(k)
    }
    for (const members of byKind) members.sort((k, l) => (isLater(k, l) ? 1 : -1))
    const out: number[] = []
    for (;;) {
      const last = (kind: number) => byKind[kind]?.at(-1) ?? 0
      const counts = its.quotasOf.map((_, kind) => byKind[kind]?.length ?? 0)
      const drop = kindToDrop(its, counts, (kind, other) => isLater(last(kind), last(other)))
      if (drop < 0) return out
      const gone = byKind[drop]?.pop() ?? 0
      if (option.includes(gone)) return undefined
      out.push(gone)
    }
  }

  const queue: number[] = [...parties.keys()]
  const waits = new Uint8Array(parties.length).fill(1)
  const call = (party: number) => {
    if (waits[party] === 1) return
    waits[party] = 1
    queue.push(party)
  }
  const leave = (party: number) => {
    const free: number[] = []
    for (const k of parties[party]?.options[place[party] ?? 0] ?? []) {
      const list = k < 0 ? [] : (held[programme[k] ?? 0] ?? [])
      const at = list.indexOf(k)
      if (at < 0) continue
      list.splice(at, 1)
      free.push(programme[k] ?? 0)
    }
    place[party] = parties[party]?.options.length ?? 0
    return free
  }

  // In a fixed order some go round in circles for ever; by chance they get out.
  let chance = rotate
  const nextParty = (head: number): number => {
    if (rotate > 0 && head >= parties.length) {
      chance = (Math.imul(chance, 1_664_525) + 1_013_904_223) >>> 0
      const at = head + Math.floor((chance / 2 ** 32) * (queue.length - head))
      const chosen = queue[at] ?? 0
      queue[at] = queue[head] ?? 0
      queue[head] = chosen
    }
    return queue[head] ?? 0
  }
  for (let head = 0; head < queue.length; head++) {
    if (head >= turns) return undefined
    const party = nextParty(head)
    waits[party] = 0
    const { options } = parties[party] ?? { options: [] }
    for (let at = 0; at < (place[party] ?? 0); at++) {
      const option = (options[at] ?? []).filter((k) => k >= 0)
      const comes = option.filter((k) => !held[programme[k] ?? 0]?.includes(k))
      const [k, l] = comes
      const together = k !== undefined && l !== undefined && programme[k] === programme[l]
      const outs = together
        ? [putOut(programme[k] ?? 0, comes, option)]
        : comes.map((one) => putOut(programme[one] ?? 0, [one], option))
      if (outs.includes(undefined)) continue
      const free = new Set<number>()
      // Who makes room may be the partner, or be put out in two places.
      const gone = new Set(outs.flatMap((out) => out ?? []).map((one) => partyOf[candidateOf[one] ?? 0] ?? 0))
      gone.add(party)
      for (const other of gone) for (const p of leave(other)) free.add(p)
      for (const one of option) held[programme[one] ?? 0]?.push(one)
      place[party] = at
      for (const other of gone) call(other)
      for (const p of free) {
        if ((held[p]?.length ?? 0) > (seats[p] ?? 0)) throw new Error('a programme has more candidates than seats')
        for (const one of applicants[p] ?? []) call(partyOf[candidateOf[one] ?? 0] ?? 0)
      }
      break
    }
  }
  const matching = emptyMatching(count)
  for (const [party, { members, options }] of parties.entries())
    for (const [m, k] of (options[place[party] ?? 0] ?? []).entries()) {
      if (k < 0) continue
      const places = m === 1 && members.length === 1 ? matching.second : matching.first
      places[members[m] ?? members[0] ?? 0] = programme[k] ?? -1
    }
  return matching
}

/** Those who want one place first, then the others, beginning with the one at `rotate`. */
function partiesOf(market: Market, rotate: number): readonly Party[] {
  const isJoint = jointMembers(market)
  const parties: Party[] = []
  for (let candidate = 0; candidate < market.candidates.length; candidate++) {
    if (isJoint[candidate] === 1) continue
    const options: number[][] = []
    for (let k = market.starts[candidate] ?? 0; k < (market.starts[candidate + 1] ?? 0); k++) options.push([k])
    parties.push({ members: [candidate], options })
  }
  const joint = market.joint.map(({ members: [one, other], options }): Party => {
    const withBoth = options.map(([p, q]) => [
      p < 0 ? -1 : applicationOf(market, one, p),
      q < 0 ? -1 : applicationOf(market, other, q),
    ])
    return { members: one === other ? [one] : [one, other], options: withBoth }
  })
  const from = joint.length === 0 ? 0 : rotate % joint.length
  return [...parties, ...joint.slice(from), ...joint.slice(0, from)]
}
