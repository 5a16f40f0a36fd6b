import { describe, expect, it } from 'vitest'
import type { Algorithm } from '../selection/selection.ts'
import { type Kinds, poolOfKinds, resultByHand } from './by-hand.ts'
import { copyOf, type Loose } from './corrupt.ts'
import { verifyResult } from './verify.ts'

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

describe('a person who is called impossible', () => {
  it('has to be: nobody is hidden from fairness with a fact that says nothing', () => {
    const one = { people: [{ size: 2, seats: 1 }] }
    const hidden = copyOf(resultByHand(one, 'maximin'))
    const [panel] = hidden.panels
    const [stage] = hidden.certificate.stages
    hidden.panels = [{ ...panel, probability: 1 }]
    const [kept, other] = panel.members[0] === 'k0 p0' ? ['k0 p0', 'k0 p1'] : ['k0 p1', 'k0 p0']
    hidden.probabilities = { [kept]: 1, [other]: 0 }
    hidden.statistics = { min: 0, max: 1, gini: 0.5, geometricMean: 0 }
    const proof = { scale: 1, seats: 0, quotas: [], limits: [], splits: [], lemmas: [] }
    Object.assign(stage, { value: 1, bound: 1, settled: [kept], fact: { weights: { [kept]: 1 }, most: 1, proof } })
    const facts = [
      { weights: { [other]: 1 }, most: 1, proof },
      { weights: { [other]: 0 }, most: 0, proof },
      { weights: {}, most: 0, proof },
      { weights: { [other]: -1 }, most: 0, proof },
    ]
    for (const fact of facts) {
      hidden.certificate.impossible = [{ id: other, fact }]
      expect(reasons(hidden, one)).toEqual(['impossible'])
    }
    hidden.certificate.impossible = [{ id: other, fact: { ...facts[0], most: 0 } }]
    expect(reasons(hidden, one)).toEqual(['proof'])
  })
})

describe('an unfair distribution with facts that are true', () => {
  const none = { scale: 1, seats: 0, limits: [], splits: [], lemmas: [] }
  const lopsided = (algorithm: Algorithm) => {
    // One has a place anyway; of two others one is drawn, with chances of 0.6 and 0.4.
    const made = copyOf(
      resultByHand(
        {
          people: [
            { size: 1, seats: 1 },
            { size: 2, seats: 1 },
          ],
        },
        algorithm,
      ),
    )
    for (const panel of made.panels) panel.probability = panel.members.includes('k1 p0') ? 0.6 : 0.4
    Object.assign(made.probabilities, { 'k1 p0': 0.6, 'k1 p1': 0.4 })
    made.statistics = { min: 0.4, max: 1, gini: 0.2, geometricMean: 0.24 ** (1 / 3) }
    return made
  }
  const check = (made: Loose) =>
    reasons(made, {
      people: [
        { size: 1, seats: 1 },
        { size: 2, seats: 1 },
      ],
    })
  const fact = (one: number, others: number) => ({
    weights: { 'k0 p0': one, 'k1 p0': others, 'k1 p1': others },
    most: one + others,
    proof: { ...none, quotas: [[one, others]] },
  })

  it('is refused where the proof is of another distribution', () => {
    const made = lopsided('leximin')
    made.certificate.stages[0].value = 0.4
    expect(check(made)).toEqual(['gap'])
    made.certificate.gap = 0.1
    expect(check(made)).toBe('sound')
    expect(
      reasons(
        made,
        {
          people: [
            { size: 1, seats: 1 },
            { size: 2, seats: 1 },
          ],
        },
        0.05,
      ),
    ).toEqual(['gap-too-large'])
  })

  it('is refused where a weight below 0 makes the bound too low', () => {
    const made = lopsided('maximin')
    const settled = ['k1 p0', 'k1 p1']
    made.certificate.stages = [{ value: 0.4, bound: 0.4, floor: 0.4, settled, fact: fact(-1, 3), highs: {} }]
    expect(check(made)).toEqual(['weights'])
  })

  it('is refused where a chance that is promised to be low counts as low too often', () => {
    const made = lopsided('goldilocks')
    const stage = { value: 1.5 + 1 / 0.6, bound: 5.5, floor: 5.5, settled: [], fact: fact(-5, 4) }
    made.certificate.stages = [{ ...stage, highs: { 'k0 p0': 1 } }]
    expect(check(made)).toEqual(['weights'])
  })

  it('is refused where someone comes first who has more', () => {
    const one = { people: [{ size: 2, seats: 1 }] }
    const made = copyOf(resultByHand(one, 'leximin'))
    const [first] = made.panels[0].members
    const other = first === 'k0 p0' ? 'k0 p1' : 'k0 p0'
    made.panels = [{ members: [first], probability: 1 }]
    made.probabilities = { [first]: 1, [other]: 0 }
    made.statistics = { min: 0, max: 1, gini: 0.5, geometricMean: 0 }
    const proof = { ...none, quotas: [[1]] }
    const stage = (floor: number, id: string, weights: Loose) => {
      return { value: 0, bound: floor, floor, settled: [id], fact: { weights, most: 1, proof }, highs: {} }
    }
    made.certificate.stages = [stage(1, first, { [first]: 1 }), stage(0, other, { [first]: 1, [other]: 1 })]
    expect(reasons(made, one)).toEqual(['floors'])
  })
})

describe('a leximin that stopped after its first stage', () => {
  it('is refused where it says nothing of the others', () => {
    const stopped = copyOf(resultByHand(two, 'maximin'))
    stopped.algorithm = stopped.certificate.algorithm = 'leximin'
    expect(reasons(stopped)).toEqual(['not-settled'])
    expect(changed('leximin', ({ certificate }) => certificate.stages.pop())).toEqual(['not-settled'])
  })

  it('is refused where it settles the others with next to no weight', () => {
    // Of three kinds with chances 1/4, 1/2 and 3/4, all are called settled at 1/4.
    const three = {
      people: [
        { size: 4, seats: 1 },
        { size: 2, seats: 1 },
      ],
    }
    const stopped = copyOf(resultByHand(three, 'leximin'))
    const [first, second] = stopped.certificate.stages
    const weights = Object.fromEntries(
      poolOfKinds(three).people.map(({ id, answers }) => [id, answers[0] === 0 ? 1_000_000 : 1]),
    )
    const none = { seats: 0, limits: [], splits: [], lemmas: [], scale: 1 }
    const fact = { weights, most: 1_000_001, proof: { ...none, quotas: [[1_000_000, 1]] } }
    const settled = [...first.settled, ...second.settled]
    const slack = 1_000_001 - 0.25 * 4_000_002
    const bound = 0.25 + slack / 4_000_002
    stopped.certificate.stages = [{ value: 0.25, bound, floor: 0.25, settled, fact, highs: {} }]
    expect(reasons(stopped, three)).toEqual(['gap'])
    // It may say so itself: then it is proven, but not to what was asked.
    stopped.certificate.gap = 0.5
    expect(reasons(stopped, three)).toBe('sound')
    expect(reasons(stopped, three, 0.001)).toEqual(['gap-too-large'])
  })

  it('is refused where the distribution itself is one of a first stage', () => {
    // Both of the second kind could have 1/2; here one has it all, and the certificate is the true one.
    const people = {
      people: [
        { size: 3, seats: 1 },
        { size: 2, seats: 1 },
      ],
    }
    const unfair = (result: Loose) => {
      for (const panel of result.panels)
        panel.members = panel.members.map((id: string) => (id === 'k1 p1' ? 'k1 p0' : id))
      Object.assign(result.probabilities, { 'k1 p0': 1, 'k1 p1': 0 })
      result.statistics = { min: 0, max: 1, gini: 0.4, geometricMean: 0 }
    }
    expect(changed('leximin', unfair, people)).toContain('value')
  })
})
