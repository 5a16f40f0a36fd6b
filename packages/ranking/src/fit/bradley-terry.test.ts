import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyVotes, baseballVotes, randomFrom, votesOf } from '../testing.ts'
import { pairTable } from '../votes/pair-table.ts'
import { bradleyTerry } from './bradley-terry.ts'
import { fitPaired } from './paired-model.ts'

const options = { ties: 'davidson', home: false, draws: 200, random: randomFrom(1) } as const

describe('Bradley–Terry', () => {
  it('gives the published abilities and home effect of the baseball season', () => {
    const votes = baseballVotes()
    const fit = bradleyTerry(votes, { ...options, home: true })
    const shares = Object.fromEntries(votes.items.map((team, i) => [team, Math.round(1000 * (fit.shares[i] ?? 0))]))
    expect(shares).toEqual({
      Baltimore: 44,
      Cleveland: 88,
      Boston: 137,
      'New York': 157,
      Toronto: 164,
      Detroit: 190,
      Milwaukee: 220,
    })
    expect(fit.home?.effect).toBeCloseTo(0.302, 3)
    expect(fit.method).toBe('likelihood')
  })

  it('agrees with minorisation and maximisation, which knows no derivatives', () => {
    fc.assert(
      fc.property(anyVotes(5), (list) => {
        const votes = votesOf(
          5,
          list.map(([a, b, , voter]) => [a, b, false, voter]),
        )
        const fit = bradleyTerry(votes, options)
        fc.pre(fit.method === 'likelihood')
        const shares = byMinorisation(5, list)
        for (const [i, share] of fit.shares.entries()) expect(share).toBeCloseTo(shares[i] ?? 0, 6)
      }),
      { numRuns: 60 },
    )
  })

  it('expects as many wins and ties as there are (the score equations of Davidson’s model)', () => {
    fc.assert(
      fc.property(anyVotes(4), (list) => {
        const votes = votesOf(4, list)
        const fit = bradleyTerry(votes, options)
        fc.pre(fit.method === 'likelihood' && fit.tie !== undefined)
        let [ties, expectedTies] = [0, 0]
        const points = new Float64Array(4)
        for (const [a, b, tied] of list) {
          const [x, y] = [fit.shares[a] ?? 0, fit.shares[b] ?? 0]
          const even = (fit.tie ?? 0) * Math.sqrt(x * y)
          const all = x + y + even
          ties += tied ? 1 : 0
          expectedTies += even / all
          points[a] = (points[a] ?? 0) + (tied ? 0.5 : 1) - (x + even / 2) / all
          points[b] = (points[b] ?? 0) + (tied ? 0.5 : 0) - (y + even / 2) / all
        }
        expect(expectedTies).toBeCloseTo(ties, 5)
        for (const each of points) expect(each).toBeCloseTo(0, 5)
      }),
      { numRuns: 100 },
    )
  })

  it('exists for any votes, with intervals around each ability', () => {
    fc.assert(
      fc.property(anyVotes(), fc.boolean(), (list, people) => {
        const fit = bradleyTerry(votesOf(6, list, { people }), options)
        expect([...fit.abilities, ...fit.shares, ...fit.drawn].every(Number.isFinite)).toBe(true)
        expect(fit.shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9)
        for (const [i, [low, high]] of fit.abilityIntervals.entries()) {
          expect(low).toBeLessThanOrEqual((fit.abilities[i] ?? 0) + 1e-9)
          expect(high).toBeGreaterThanOrEqual((fit.abilities[i] ?? 0) - 1e-9)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('draws abilities to each other where one never lost, and where the place always won', () => {
    const fit = bradleyTerry(
      votesOf(3, [
        [0, 1, false, 0],
        [0, 2, false, 0],
        [1, 2, false, 0],
        [2, 1, false, 0],
      ]),
      options,
    )
    expect(fit.method).toBe('penalised')
    expect(fit.abilities[0]).toBeGreaterThan(fit.abilities[1] ?? 0)
    const always = votesOf(2, [
      [0, 1, false, 0],
      [1, 0, false, 0],
      [0, 1, false, 0],
    ])
    const placed = bradleyTerry({ ...always, home: Int8Array.of(1, 1, 1) }, { ...options, home: true })
    expect(placed.method).toBe('penalised')
    expect(placed.home?.effect).toBeGreaterThan(0)
    expect(placed.home?.effect).toBeLessThan(10)
  })

  it('widens intervals where the votes of one person are all alike', () => {
    const list = Array.from({ length: 200 }, (_, k) => {
      const voter = Math.floor(k / 10)
      return voter % 2 === 0 ? ([0, 1, false, voter] as const) : ([1, 0, false, voter] as const)
    })
    const width = (people: boolean) => {
      const fit = bradleyTerry(votesOf(2, list, { people }), options)
      const [low, high] = fit.abilityIntervals[0] ?? [0, 0]
      return high - low
    }
    // Ten equal answers say as much as one: √10 times as wide, and a bit for there being 20 people.
    expect(width(true) / width(false)).toBeGreaterThan(Math.sqrt(10))
    expect(width(true) / width(false)).toBeLessThan(1.3 * Math.sqrt(10))
  })

  it('stands a billion votes to none, and a billion beside one', () => {
    for (const counts of [
      [1e9, 0, 0],
      [1e9, 1, 1e9],
      [1e9, 1e9, 1],
    ]) {
      const votes = {
        ...votesOf(3, [
          [0, 1, false, 0],
          [1, 2, false, 0],
          [2, 0, false, 0],
        ]),
        count: Float64Array.from(counts),
      }
      expect(bradleyTerry(votes, options).abilities.every(Number.isFinite)).toBe(true)
    }
  })

  it('counts a row of many votes as many rows', () => {
    const many = votesOf(3, [
      [0, 1, false, 0],
      [1, 2, false, 0],
      [2, 0, false, 0],
    ])
    const counted = { ...many, count: Float64Array.of(3, 2, 2) }
    const rows = [0, 0, 0, 1, 1, 2, 2].map((k) => [k, (k + 1) % 3, false, 0] as const)
    const one = bradleyTerry(counted, { ...options, random: randomFrom(3) })
    const other = bradleyTerry(votesOf(3, rows), { ...options, random: randomFrom(3) })
    expect(one.shares).toEqual(other.shares)
    expect(one.abilityIntervals).toEqual(other.abilityIntervals)
  })

  it('has no maximum where a set never loses, and says so', () => {
    const table = pairTable(votesOf(2, [[0, 1, false, 0]]), 'davidson', false)
    expect(fitPaired(table, { items: 2, hasHome: false, hasTies: false }, undefined)).toBeUndefined()
  })
})

/** Hunter (Annals of Statistics 2004): p_i ← wins_i / Σ n_ij / (p_i + p_j). */
function byMinorisation(n: number, list: readonly (readonly [number, number, boolean, number])[]): readonly number[] {
  let shares = Array.from({ length: n }, () => 1 / n)
  const wins = shares.map((_, i) => list.filter(([one]) => one === i).length)
  for (let turn = 0; turn < 20_000; turn++) {
    const sums = shares.map(() => 0)
    for (const [a, b] of list) {
      const each = 1 / ((shares[a] ?? 0) + (shares[b] ?? 0))
      sums[a] = (sums[a] ?? 0) + each
      sums[b] = (sums[b] ?? 0) + each
    }
    const raw = wins.map((won, i) => won / (sums[i] ?? 1))
    const all = raw.reduce((sum, each) => sum + each, 0)
    const next = raw.map((each) => each / all)
    const change = next.reduce((most, each, i) => Math.max(most, Math.abs(each - (shares[i] ?? 0))), 0)
    shares = next
    if (change < 1e-14) break
  }
  return shares
}
