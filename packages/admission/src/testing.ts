import fc from 'fast-check'
import type { Market, Matching, Quota } from './market/market.ts'
import { emptyMatching, jointMembers } from './market/market.ts'

/** For tests and benches: small markets of all kinds, and all their divisions. */

export interface MarketShape {
  readonly candidates: number
  readonly programmes: number
  readonly seats: readonly number[]
  /** By candidate: programme, tier, score. */
  readonly applications: readonly (readonly (readonly [number, number, number])[])[]
  readonly groupsOf?: readonly number[]
  readonly quotas?: readonly (readonly Quota[])[]
  readonly joint?: Market['joint']
}

export function marketOf(shape: MarketShape): Market {
  const starts = new Int32Array(shape.candidates + 1)
  for (const [c, list] of shape.applications.entries()) starts[c + 1] = (starts[c] ?? 0) + list.length
  const all = shape.applications.flat()
  return {
    candidates: Array.from({ length: shape.candidates }, (_, c) => `c${c}`),
    programmes: Array.from({ length: shape.programmes }, (_, p) => `p${p}`),
    seats: Int32Array.from(shape.seats),
    starts,
    programme: Int32Array.from(all, ([p]) => p),
    tier: Int32Array.from(all, ([, tier]) => tier),
    score: Float64Array.from(all, ([, , score]) => score),
    groups: ['a', 'b', 'c'],
    groupsOf: Int32Array.from({ length: shape.candidates }, (_, c) => shape.groupsOf?.[c] ?? 0),
    quotas: Array.from({ length: shape.programmes }, (_, p) => shape.quotas?.[p] ?? []),
    joint: shape.joint ?? [],
  }
}

export interface RandomMarket {
  readonly candidates: number
  readonly programmes: number
  readonly ties: boolean
  readonly quotas?: boolean
  /** How many couples and candidates of two subjects there may be. */
  readonly joint?: number
}

export function randomMarket(most: RandomMarket): fc.Arbitrary<Market> {
  const size = fc.tuple(fc.integer({ min: 1, max: most.candidates }), fc.integer({ min: 1, max: most.programmes }))
  return size.chain(([candidates, programmes]) => {
    const list = fc.shuffledSubarray([...Array(programmes).keys()])
    const scores = (length: number) =>
      most.ties
        ? fc.array(fc.integer({ min: 0, max: 2 }), { minLength: length, maxLength: length })
        : fc.shuffledSubarray([...Array(length).keys()], { minLength: length })
    const joinTiers = fc.array(fc.boolean(), { minLength: programmes, maxLength: programmes })
    const quotas = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 2 })), {
      minLength: 3,
      maxLength: 3,
    })
    const jointShape = fc.tuple(
      fc.boolean(),
      fc.array(fc.tuple(fc.integer({ min: -1, max: programmes - 1 }), fc.integer({ min: -1, max: programmes - 1 })), {
        minLength: 1,
        maxLength: 5,
      }),
    )
    return fc
      .record({
        seats: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: programmes, maxLength: programmes }),
        lists: fc.array(list, { minLength: candidates, maxLength: candidates }),
        tiers: fc.array(joinTiers, { minLength: candidates, maxLength: candidates }),
        scores: fc.array(scores(candidates), { minLength: programmes, maxLength: programmes }),
        // Group 0 and 1 are apart, 2 is within 0.
        groupsOf: fc.array(fc.constantFrom(0, 1, 2, 5), { minLength: candidates, maxLength: candidates }),
        quotas: fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), quotas), {
          minLength: programmes,
          maxLength: programmes,
        }),
        joint: fc.array(jointShape, { maxLength: most.joint ?? 0 }),
      })
      .map((made) => {
        const joint: Market['joint'][number][] = []
        const applications: (readonly [number, number, number])[][] = made.lists.map((its, c) => {
          let tier = -1
          return its.map((p, place) => {
            if (!most.ties || place === 0 || made.tiers[c]?.[place] !== true) tier++
            return [p, tier, made.scores[p]?.[c] ?? 0]
          })
        })
        let next = 0
        for (const [isCouple, options] of made.joint) {
          const members: [number, number] = [next, isCouple ? next + 1 : next]
          if (members[1] >= candidates) break
          next = members[1] + 1
          const unlike = options
            .map(([p, q]): [number, number] => (isCouple || p >= 0 ? [p, q] : [q, p]))
            .filter(([p, q]) => (p >= 0 || q >= 0) && (isCouple || p !== q))
          const its = [...new Map(unlike.map((option) => [option.join(), option])).values()]
          joint.push({ members, options: its })
          for (const [m, member] of members.entries()) {
            const named = new Set(its.flatMap((option) => (members[0] === members[1] ? option : [option[m] ?? -1])))
            applications[member] = [...named].filter((p) => p >= 0).map((p) => [p, 0, made.scores[p]?.[member] ?? 0])
          }
        }
        return marketOf({
          candidates,
          programmes,
          seats: made.seats,
          applications,
          groupsOf: made.groupsOf,
          quotas: made.quotas.map(([count, its]) =>
            its
              .slice(0, most.quotas === true ? count : 0)
              .map(([limit, least], group) => ({ group, most: limit === 3 ? Number.POSITIVE_INFINITY : limit, least })),
          ),
          joint,
        })
      })
  })
}

/** All divisions in which everyone has what is on the list, seats and limits of groups or not. */
export function* allDivisions(market: Market): Generator<Matching> {
  const isJoint = jointMembers(market)
  const parties: {
    readonly members: readonly [number, number]
    readonly options: readonly (readonly [number, number])[]
  }[] = [...market.joint]
  for (let c = 0; c < market.candidates.length; c++)
    if (isJoint[c] === 0)
      parties.push({
        members: [c, c],
        options: Array.from(market.programme.slice(market.starts[c], market.starts[c + 1]), (p) => [p, -1]),
      })
  const matching = emptyMatching(market.candidates.length)
  const left = Int32Array.from(market.seats)
  yield* from(0)
  function* from(at: number): Generator<Matching> {
    const party = parties[at]
    if (party === undefined) {
      yield { first: matching.first.slice(), second: matching.second.slice() }
      return
    }
    yield* from(at + 1)
    const [one, other] = party.members
    const places = one === other ? matching.second : matching.first
    for (const [p, q] of party.options) {
      for (const r of [p, q]) if (r >= 0) left[r] = (left[r] ?? 0) - 1
      if ([p, q].every((r) => r < 0 || (left[r] ?? 0) >= 0)) {
        matching.first[one] = p
        places[other] = q
        yield* from(at + 1)
        matching.first[one] = -1
        places[other] = -1
      }
      for (const r of [p, q]) if (r >= 0) left[r] = (left[r] ?? 0) + 1
    }
  }
}

/** Numbers of 0 ≤ x < 1, the same for the same seed: a counter, mixed as in MurmurHash3. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x9e3779b9) >>> 0
    let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b)
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32
  }
}
