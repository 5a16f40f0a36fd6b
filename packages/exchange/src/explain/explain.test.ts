import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mutualEdges } from '../graph/mutual-edges.ts'
import { buildMarket } from '../market/build-market.ts'
import { defaultRules } from '../market/default-rules.ts'
import type { MarketInput, MarketTeacher } from '../market/market.ts'
import { randomMarket, twoTeachers } from '../market/testing.ts'
import { matchBest } from '../matching/match-best.ts'
import { bestByBruteForce, graphOf } from '../testing.ts'
import { type Change, changed } from './change.ts'
import { explainMatch } from './explain-match.ts'
import { findAlternatives } from './find-alternatives.ts'
import { findUnlocks } from './find-unlocks.ts'

/** The greatest weight of exchanges in twos, from scratch and by trying everything. */
function bestOf(input: MarketInput): number {
  return bestByBruteForce(mutualEdges(buildMarket(input, defaultRules).graph))
}

function withTeacher(input: MarketInput, vertex: number, teacher: MarketTeacher): MarketInput {
  return { ...input, teachers: input.teachers.with(vertex, teacher) }
}

/** Every single change of a teacher that there is, small steps of numbers included. */
function* singleChanges({ teachers, schools }: MarketInput, teacher: MarketTeacher): Generator<Change> {
  for (const of of teacher.vetoes) yield { kind: 'veto', by: 'teacher', of }
  for (const of of teacher.buddyVetoes) yield { kind: 'veto', by: 'buddy', of }
  for (const add of ['h1', 'h2']) yield { kind: 'period', add }
  for (const { subject } of teachers) yield { kind: 'subject', add: subject }
  for (const { sector } of schools) yield { kind: 'sector', add: sector }
  yield { kind: 'qualification', add: 'eerstegraads' }
  for (let more = 1; more < 80; more++) yield { kind: 'radius', more }
  for (let steps = 1; steps < 20; steps++) {
    yield { kind: 'tolerance', more: steps / 20 }
    for (const more of [steps / 20, -steps / 20])
      if (teacher.partTime + more <= 1 && teacher.partTime + more > 0.09) yield { kind: 'part-time', more }
  }
}

const sizeOf = (change: Change) => ('more' in change ? Math.abs(change.more) : 0)

describe('findUnlocks', () => {
  it('finds the kinds of change that help when all are tried from scratch, each the smallest', () => {
    let helpful = 0
    fc.assert(
      fc.property(randomMarket(7), (input) => {
        const market = buildMarket(input, defaultRules)
        const { mate } = matchBest(mutualEdges(market.graph))
        const vertex = mate.indexOf(-1)
        const teacher = input.teachers[vertex]
        if (teacher === undefined || teacher.leader === '' || teacher.buddy === '') return
        const before = bestOf(input)
        const helps = (changes: readonly Change[]) =>
          bestOf(withTeacher(input, vertex, changes.reduce(changed, teacher))) - before
        const found = findUnlocks(market, vertex)
        for (const { changes, gain } of found) {
          expect(gain).toBeGreaterThan(0)
          expect(helps(changes)).toBe(gain)
        }
        expect(found.map(({ effort }) => effort)).toEqual(found.map(({ effort }) => effort).toSorted((a, b) => a - b))
        const least = new Map<string, number>()
        for (const change of singleChanges(input, teacher)) {
          if ((least.get(change.kind) ?? Number.POSITIVE_INFINITY) <= sizeOf(change)) continue
          if (helps([change]) > 0) least.set(change.kind, sizeOf(change))
        }
        const singles = found.filter(({ changes }) => changes.length === 1).flatMap(({ changes }) => changes)
        expect(new Set(singles.map(({ kind }) => kind))).toEqual(new Set(least.keys()))
        for (const change of singles) expect(sizeOf(change)).toBeCloseTo(least.get(change.kind) ?? 0, 9)
        helpful += found.length
      }),
      { numRuns: 150, seed: 11 },
    )
    expect(helpful).toBeGreaterThan(20)
  })

  const input = twoTeachers()
  const anna = input.teachers[0]
  const unlocksOf = (change: Partial<MarketTeacher>) =>
    findUnlocks(buildMarket(withTeacher(input, 0, { ...anna, ...change }), defaultRules), 0)

  it.each<[Partial<MarketTeacher>, readonly Change[]]>([
    [{ buddy: '' }, [{ kind: 'trio', missing: ['buddy'] }]],
    [{ vetoes: ['bas'] }, [{ kind: 'veto', by: 'teacher', of: 'bas' }]],
    [{ buddyVetoes: ['zuid'] }, [{ kind: 'veto', by: 'buddy', of: 'zuid' }]],
    [{ periods: ['h2'] }, [{ kind: 'period', add: 'h1' }]],
    [{ radius: 6.5 }, [{ kind: 'radius', more: 4 }]],
    [{ qualifications: [] }, [{ kind: 'qualification', add: 'tweedegraads' }]],
    [{ partTime: 0.5 }, [{ kind: 'part-time', more: 0.2 }]],
    [
      { radius: 6.5, periods: ['h2'] },
      [
        { kind: 'period', add: 'h1' },
        { kind: 'radius', more: 4 },
      ],
    ],
    [
      { leader: '', radius: 6.5 },
      [
        { kind: 'trio', missing: ['leader'] },
        { kind: 'radius', more: 4 },
      ],
    ],
  ])('tells what stands in the way of one who is %j', (teacher, changes) => {
    expect(unlocksOf(teacher)[0]?.changes).toEqual(changes)
  })

  it('finds nothing where no change of one teacher is enough, and where the teacher is matched', () => {
    expect(unlocksOf({ year: '2027-2028' })).toEqual([])
    expect(unlocksOf({})).toEqual([])
  })
})

describe('findAlternatives', () => {
  it('costs what solving from scratch with the pair forced costs, and leaves out none within the share', () => {
    let several = 0
    fc.assert(
      fc.property(randomMarket(9), fc.constantFrom(0, 0.1, 0.4, 1), (input, share) => {
        const market = buildMarket(input, defaultRules)
        const { n, from, to, weight } = mutualEdges(market.graph)
        const edges = Array.from(from, (u, k): [number, number, number] => [u, to[k] ?? 0, weight[k] ?? 0])
        const best = bestByBruteForce(graphOf(n, edges))
        const without = (gone: readonly number[]) =>
          bestByBruteForce(
            graphOf(
              n,
              edges.filter(([u, v]) => !gone.includes(u) && !gone.includes(v)),
            ),
          )
        for (const vertex of input.teachers.keys()) {
          const found = findAlternatives(market, vertex, share)
          const expected = edges.flatMap(([u, v, w]) => {
            if (u !== vertex && v !== vertex) return []
            const partner = u + v - vertex
            return [{ partner, total: w + without([u, v]) }]
          })
          const all = [...expected, { partner: undefined, total: without([vertex]) }].filter(
            ({ total }) => total >= best * (1 - share),
          )
          const named = (list: readonly { partner?: number | undefined; total: number }[]) =>
            list.map(({ partner, total }) => `${partner} ${total}`).toSorted()
          expect(named(found)).toEqual(named(all))
          for (const { total, cost } of found) expect(cost).toBe(best - total)
          expect(found.map(({ cost }) => cost)).toEqual(found.map(({ cost }) => cost).toSorted((a, b) => a - b))
          if (found.length > 2) several++
        }
      }),
      { numRuns: 100, seed: 5 },
    )
    expect(several).toBeGreaterThan(20)
  })
})

describe('explainMatch', () => {
  it('gives points that add up, both ways', () => {
    const market = buildMarket(twoTeachers(), defaultRules)
    expect(explainMatch(market, [[0, 1]], 1)).toMatchObject({
      matched: true,
      size: 2,
      weight: 232,
      goes: { to: 'anna', school: 'noord', kilometres: 10, parts: { brings: 50, learns: 50, near: 16 }, weight: 116 },
      comes: { from: 'anna', kilometres: 10, weight: 116 },
    })
  })

  it('tells of a circle of three where one goes and who comes', () => {
    const { teachers, schools, ...rest } = twoTeachers()
    const [north, south] = schools
    if (north === undefined || south === undefined) throw new Error('no schools')
    const input = {
      ...rest,
      teachers: [...teachers, { ...teachers[1], id: 'carla', school: 'oost' }],
      schools: [
        north,
        south,
        { ...south, id: 'oost', expertise: { taal: 1, rekenen: 2 }, goals: { rekenen: 1, taal: 1 } },
      ],
    }
    const market = buildMarket(input, defaultRules)
    const found = explainMatch(market, [[2, 0, 1]], 0)
    if (!found.matched) throw new Error('not matched')
    expect([found.size, found.goes.to, found.goes.school, found.comes.from]).toEqual([3, 'bas', 'zuid', 'carla'])
    const weightOf = (u: number, v: number) => {
      const k = market.graph.from.findIndex((from, at) => from === u && market.graph.to[at] === v)
      return market.graph.weight[k] ?? Number.NaN
    }
    expect(found.weight).toBe(weightOf(2, 0) + weightOf(0, 1) + weightOf(1, 2))
  })

  it('says why there is none', () => {
    const { teachers, ...rest } = twoTeachers()
    const [anna, bas] = teachers
    const because = (changedAnna: MarketTeacher) =>
      explainMatch(buildMarket({ ...rest, teachers: [changedAnna, bas] }, defaultRules), [], 0)
    expect(because({ ...anna, buddy: '' })).toEqual({ matched: false, because: 'trio', partners: 0 })
    expect(because({ ...anna, radius: 1 })).toEqual({ matched: false, because: 'no-partner', partners: 0 })
    expect(because(anna)).toEqual({ matched: false, because: 'others-worth-more', partners: 1 })
    const schools = rest.schools.map((school) => ({ ...school, expertise: {}, goals: { taal: 0 } }))
    const empty = buildMarket({ ...rest, teachers, schools }, defaultRules)
    expect(explainMatch(empty, [], 0)).toEqual({ matched: false, because: 'no-profile', partners: 0 })
  })
})
