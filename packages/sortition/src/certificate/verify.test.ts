import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Algorithm } from '../selection/selection.ts'
import { type Kinds, panelsOf, poolOfKinds, resultByHand } from './by-hand.ts'
import { copyOf, corrupt, type Loose, placeIn } from './corrupt.ts'
import { verifyResult } from './verify.ts'
import { verifyProof } from './verify-proof.ts'

const algorithms: readonly Algorithm[] = ['leximin', 'maximin', 'nash', 'goldilocks', 'legacy']
const kind = fc.integer({ min: 1, max: 4 }).chain((size) => fc.record({ size: fc.constant(size), seats: fc.nat(size) }))
const kinds: fc.Arbitrary<Kinds> = fc
  .array(kind, { minLength: 1, maxLength: 3 })
  .filter((people) => people.reduce((sum, { size }) => sum + size, 0) <= 7 && people.some(({ seats }) => seats > 0))
  .map((people) => ({ people }))

const two = {
  people: [
    { size: 1, seats: 1 },
    { size: 2, seats: 1 },
    { size: 2, seats: 0 },
  ],
}

function reasons(result: unknown, from: Kinds = two, gap?: number) {
  const verdict = verifyResult(poolOfKinds(from), result, gap)
  return verdict.sound ? 'sound' : verdict.why.map(({ reason }) => reason)
}

function changed(algorithm: Algorithm, change: (result: Loose) => unknown, from: Kinds = two) {
  const result = copyOf(resultByHand(from, algorithm))
  change(result)
  return reasons(result, from)
}

describe('a result that is what it says', () => {
  it.each(algorithms)('is sound: %s', (algorithm) => {
    fc.assert(
      fc.property(kinds, (people) => {
        const verdict = verifyResult(poolOfKinds(people), copyOf(resultByHand(people, algorithm)))
        expect(verdict).toEqual({ sound: true, gap: algorithm === 'legacy' ? null : expect.closeTo(0, 9) })
      }),
      { numRuns: 40 },
    )
  })

  it('may have members that were chosen before, members that must stay out, and limits', () => {
    const pool = {
      ...poolOfKinds({
        people: [
          { size: 3, seats: 1 },
          { size: 3, seats: 1 },
        ],
      }),
      selected: [0],
      excluded: [3],
    }
    const limits = [{ name: 'address', people: [0, 4], most: 1 }]
    const ids = pool.people.map(({ id }) => id)
    const none = { seats: 0, quotas: [], limits: [], splits: [], lemmas: [] }
    // The two seats are of the one who was chosen and of the one of the other kind who lives elsewhere.
    const result = {
      algorithm: 'maximin',
      seats: 2,
      pool: 6,
      panels: [{ members: [ids[0], ids[5]], probability: 1 }],
      probabilities: Object.fromEntries(ids.map((id, i) => [id, i === 0 || i === 5 ? 1 : 0])),
      statistics: { min: 0, max: 1, gini: 2 / 3, geometricMean: 0 },
      certificate: {
        algorithm: 'maximin',
        gap: 0,
        impossible: [
          {
            id: ids[1],
            fact: { weights: { [ids[1] ?? '']: 1 }, most: 0, proof: { ...none, scale: 1, quotas: [[1]] } },
          },
          {
            id: ids[2],
            fact: { weights: { [ids[2] ?? '']: 1 }, most: 0, proof: { ...none, scale: 1, quotas: [[1]] } },
          },
          { id: ids[4], fact: { weights: { [ids[4] ?? '']: 1 }, most: 0, proof: { ...none, scale: 1, limits: [1] } } },
        ],
        lemmas: [],
        stages: [
          {
            value: 1,
            bound: 1,
            floor: 1,
            settled: [ids[5]],
            fact: { weights: { [ids[5] ?? '']: 1 }, most: 1, proof: { ...none, scale: 1 } },
            highs: {},
          },
        ],
      },
      seconds: 0,
    }
    expect(verifyResult({ ...pool, limits }, result)).toEqual({ sound: true, gap: 0 })
    expect(verifyResult(pool, result)).toMatchObject({ sound: false, why: [{ reason: 'proof', at: ids[4] }] })
    expect(verifyResult({ ...pool, limits, selected: [] }, result)).toMatchObject({ sound: false })
    expect(verifyResult({ ...pool, limits, excluded: [5] }, result)).toMatchObject({ why: [{ reason: 'excluded' }] })
    expect(verifyResult({ ...pool, limits, selected: [1] }, result)).toMatchObject({ why: [{ reason: 'selected' }] })
    expect(
      verifyResult({ ...pool, limits: [{ ...limits[0], name: 'x', people: [0, 5], most: 1 }] }, result),
    ).toMatchObject({
      why: [{ reason: 'limit' }],
    })
  })
})

describe('one rule by itself', () => {
  const legacy = (members: readonly string[]) => ({
    algorithm: 'legacy',
    seats: 2,
    pool: 4,
    panels: [{ members, probability: 1 }],
    probabilities: Object.fromEntries(['x1', 'x2', 'y1', 'y2'].map((id) => [id, members.includes(id) ? 1 : 0])),
    statistics: { min: 0, max: 1, gini: 0.5, geometricMean: 0 },
    certificate: { algorithm: 'legacy', gap: null, impossible: [], lemmas: [], stages: [] },
  })
  const pool = (min: number, max: number) => ({
    ...poolOfKinds(two),
    seats: 2,
    features: [
      {
        name: 'f',
        values: [
          { name: 'x', ...flexed(min, max) },
          { name: 'y', ...flexed(0, 2) },
        ],
      },
    ],
    people: ['x1', 'x2', 'y1', 'y2'].map((id) => ({ id, answers: [id.startsWith('x') ? 0 : 1] })),
  })
  const flexed = (min: number, max: number) => ({ min, max, minFlex: min, maxFlex: max })

  it.each([
    [0, 2, ['x1', 'x2'], 'sound'],
    [0, 1, ['x1', 'x2'], ['quota']],
    [1, 2, ['y1', 'y2'], ['quota']],
    [1, 1, ['x1', 'y1'], 'sound'],
  ])('between %i and %i of a value', (min, max, members, expected) => {
    const verdict = verifyResult(pool(min, max), legacy(members))
    expect(verdict.sound ? 'sound' : verdict.why.map(({ reason }) => reason)).toEqual(expected)
  })

  it('is not lost in the rounding of large numbers', () => {
    // scale × weight is 3 × 2⁵² + 9, which a double rounds down by 1: of each of the four people remains 1, and not 0.
    const weight = 2 ** 52 + 3
    const proof = { scale: 3, seats: 2 ** 53 - 1, quotas: [[2 ** 52 + 9]], limits: [], splits: [], lemmas: [] }
    const people = ['a', 'b', 'c', 'd'].map((id) => ({ id, answers: [0] }))
    const one = { ...pool(1, 1), seats: 1, people, features: [{ name: 'f', values: [{ name: 'x', ...flexed(0, 1) }] }] }
    const weights = new Float64Array(4).fill(weight)
    const places = () => []
    const verify = (most: number) => () => verifyProof(one, { weights, most }, [], proof, places, 'x')
    expect(verify(weight - 1)).toThrow('proof')
    expect(verify(weight + 1)).not.toThrow()
  })
})

describe('a result that was tampered with', () => {
  it.each<[string, Algorithm, (result: Loose) => unknown, string]>([
    ['a panel that breaks a quota', 'leximin', ({ panels }) => (panels[0].members[0] = 'k2 p0'), 'quota'],
    ['a panel with a seat too many', 'leximin', ({ panels }) => panels[0].members.push('k2 p0'), 'seats'],
    ['a member twice', 'leximin', ({ panels }) => (panels[0].members[1] = panels[0].members[0]), 'id-twice'],
    ['somebody from elsewhere', 'leximin', ({ panels }) => (panels[0].members[0] = 'toString'), 'unknown-id'],
    ['a panel left out', 'leximin', ({ panels }) => panels.pop(), 'sum'],
    [
      'a negative probability',
      'leximin',
      ({ panels }) => panels.push({ ...panels[0], probability: -0.1 }),
      'probability',
    ],
    ['a forged probability', 'leximin', ({ probabilities }) => (probabilities['k1 p0'] = 0.51), 'chance'],
    ['a person left out', 'leximin', ({ probabilities }) => delete probabilities['k2 p0'], 'another-pool'],
    ['forged figures', 'leximin', ({ statistics }) => (statistics.gini = 0), 'statistics'],
    ['another number of seats', 'leximin', (result) => (result.seats = 3), 'another-pool'],
    ['someone who is settled twice', 'leximin', ({ certificate: { stages } }) => stages.push(stages[1]), 'settled'],
    ['another algorithm', 'leximin', (result) => (result.algorithm = 'nash'), 'another-algorithm'],
    ['a forged bound', 'maximin', ({ certificate }) => (certificate.stages[0].bound = 0.6), 'bound'],
    ['a forged value', 'maximin', ({ certificate }) => (certificate.stages[0].value = 0.6), 'value'],
    ['a gap that is kept silent', 'maximin', ({ certificate }) => (certificate.gap = -1), 'gap'],
    ['a lower most', 'maximin', ({ certificate }) => (certificate.stages[0].fact.most = 0), 'proof'],
    ['a proof with a hole', 'maximin', ({ certificate }) => delete certificate.stages[0].fact.proof.more, 'malformed'],
    [
      'a split that does not help',
      'maximin',
      ({ certificate }) => {
        const leaf = (split: number) => ({ scale: 1, seats: 0, quotas: [], limits: [], splits: [split], lemmas: [] })
        const proof = { people: ['k1 p0', 'k1 p1'], atMost: 2, fewer: leaf(1), more: leaf(-9) }
        certificate.stages[0].fact.proof = proof
      },
      'proof',
    ],
    [
      'numbers that lose digits',
      'maximin',
      ({ certificate }) => (certificate.stages[0].fact.weights['k1 p0'] = 2 ** 53),
      'unsafe-number',
    ],
    [
      'an impossible person who is possible',
      'leximin',
      ({ certificate }) => (certificate.impossible[0].id = 'k1 p0'),
      'impossible',
    ],
    ['an impossible person left out', 'leximin', ({ certificate }) => certificate.impossible.pop(), 'value'],
    ['a negative weight', 'nash', ({ certificate }) => (certificate.stages[0].fact.weights['k1 p0'] = -1), 'weights'],
    [
      'a proof by itself',
      'nash',
      ({ certificate }) =>
        (certificate.lemmas = [
          {
            ...certificate.stages[0].fact,
            most: 1,
            proof: { scale: 1, seats: 0, quotas: [], limits: [], splits: [], lemmas: [1] },
          },
        ]),
      'proof',
    ],
    [
      'a multiplier below 0 of a lemma',
      'maximin',
      ({ certificate }) => {
        const [stage] = certificate.stages
        const none = { scale: 1, seats: 0, quotas: [], limits: [], splits: [], lemmas: [] }
        // True, but the other way round it would say that neither of them is on any panel.
        certificate.lemmas = [{ weights: { 'k1 p0': -1, 'k1 p1': -1 }, most: 0, proof: none }]
        stage.fact = { ...stage.fact, most: 0, proof: { ...none, lemmas: [-1] } }
      },
      'proof',
    ],
    [
      'a scale below 0',
      'maximin',
      ({ certificate }) => {
        const proof = { scale: -1, seats: 0, quotas: [], limits: [], splits: [], lemmas: [] }
        certificate.stages[0].fact = { ...certificate.stages[0].fact, most: -5, proof }
      },
      'proof',
    ],
  ])('%s', (_, algorithm, change, reason) => {
    expect(changed(algorithm, change)).toContain(reason)
  })

  it('is refused, or says nothing that is not true', () => {
    let refused = 0
    let kept = 0
    const change = fc.record({ where: fc.nat(), how: fc.nat(12) })
    fc.assert(
      fc.property(
        kinds,
        fc.constantFrom(...algorithms),
        fc.array(change, { minLength: 1, maxLength: 2 }),
        (people, algorithm, changes) => {
          const result = copyOf(resultByHand(people, algorithm))
          for (const { where, how } of changes) corrupt(result, where, how)
          const pool = poolOfKinds(people)
          const verdict = verifyResult(pool, result)
          if (!verdict.sound) return void refused++
          kept++
          // Checked in another way: against all panels there are.
          const all = panelsOf(pool).map((panel) => panel.map((i) => pool.people[i]?.id))
          for (const { members } of result.panels)
            expect(all).toContainEqual(pool.people.map(({ id }) => id).filter((id) => members.includes(id)))
          for (const { id } of pool.people) {
            const p = result.panels.reduce(
              (sum: number, { members, probability }: Loose) => sum + (members.includes(id) ? probability : 0),
              0,
            )
            expect(result.probabilities[id]).toBeCloseTo(p, 8)
          }
          const { stages, impossible, lemmas } = result.certificate
          for (const { weights, most } of [...stages, ...impossible].map(({ fact }) => fact).concat(lemmas))
            for (const panel of all)
              expect(panel.reduce((sum, id) => sum + (weights[id ?? ''] ?? 0), 0)).toBeLessThanOrEqual(most)
          if (algorithm === 'leximin')
            for (const { id, answers } of pool.people) {
              const kind = people.people[answers[0] ?? 0]
              expect(Math.abs(result.probabilities[id] - (kind?.seats ?? 0) / (kind?.size ?? 1))).toBeLessThan(
                (verdict.gap ?? 0) + 1e-6,
              )
            }
        },
      ),
      { numRuns: 500 },
    )
    // Most changes matter; those of the order of ids, of zeros and of the seconds do not.
    expect(refused).toBeGreaterThan(kept)
  })

  it('never ends in anything but a verdict, whatever it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(), (value, where) => {
        expect(verifyResult(poolOfKinds(two), value)).toMatchObject({ sound: false })
        const result = copyOf(resultByHand(two, 'leximin'))
        const { parent, key } = placeIn(result, where)
        parent[key] = value
        expect(verifyResult(poolOfKinds(two), result)).toHaveProperty('sound')
      }),
      { numRuns: 150 },
    )
    let deep: Loose = {}
    for (let k = 0; k < 50_000; k++) deep = { people: [], atMost: 0, fewer: deep, more: deep }
    expect(changed('maximin', ({ certificate }) => (certificate.stages[0].fact.proof = deep))).toEqual(['too-deep'])
  })
})
