import { describe, expect, it } from 'vitest'
import { seededRandom } from '../demo/random.ts'
import { observe, type ScoredVisit } from './observed.ts'
import { ownInstrument } from './own-instrument.ts'

const scored = (visitorId: string, score: number): ScoredVisit => ({
  visitorId,
  scores: new Map(ownInstrument.domains.flatMap(({ indicators }) => indicators.map(({ id }) => [id, score] as const))),
})

describe('the scores of a receiver', () => {
  it('are shown from three visits by three different visitors on', () => {
    const two = [scored('a', 3), scored('b', 2)]
    expect(observe(ownInstrument, two)).toEqual({ ok: false, reason: 'too-few', visits: 2, visitors: 2 })
    expect(observe(ownInstrument, [...two, scored('b', 4)])).toMatchObject({ ok: false, visits: 3, visitors: 2 })
    const three = observe(ownInstrument, [...two, scored('c', 4)])
    expect(three).toMatchObject({ ok: true, visits: 3, visitors: 3 })
    if (three.ok) expect(three.domains.map(({ estimate }) => estimate?.value)).toEqual([3, 3, 3])
  })

  it('leave out a domain that too few could judge, and scores that are not on the scale', () => {
    const partly: ScoredVisit = { visitorId: 'c', scores: new Map([['uitleggen', 3]]) }
    const odd: ScoredVisit = { visitorId: 'd', scores: new Map([['uitleggen', 99]]) }
    const seen = observe(ownInstrument, [scored('a', 3), scored('b', 2), partly, odd])
    if (!seen.ok) throw new Error('There are enough visits.')
    expect(seen.domains.map(({ estimate }) => estimate?.n ?? null)).toEqual([null, 3, null])
  })

  // The truth is what visitors such as these would say on average: lessons and visitors differ, much or little, scores
  // are whole numbers, and a domain has three of them. Counted over many teachers, by how many visits they had.
  it('have an interval that holds the truth in 93 to 97 of 100 cases, with few visits and with more', () => {
    const random = seededRandom(20_261_122)
    const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
    const indicators = ownInstrument.domains[0]?.indicators ?? []
    const meanOf = ({ scores }: ScoredVisit) => [...scores.values()].reduce((sum, each) => sum + each, 0) / scores.size
    const cases = new Map<number, { held: number; tries: number }>()
    for (let teacher = 0; teacher < 150; teacher++) {
      const mean = 1.5 + 2 * random()
      const [between, within] = [0.1 + 0.7 * random(), 0.3 + 0.5 * random()]
      const score = (seen: number) => Math.min(4, Math.max(1, Math.round(seen + within * normal())))
      const visit = (visitorId: string): ScoredVisit => {
        const seen = mean + between * normal()
        return { visitorId, scores: new Map(indicators.map(({ id }) => [id, score(seen)])) }
      }
      const truth = Array.from({ length: 2000 }, () => meanOf(visit(''))).reduce((sum, each) => sum + each, 0) / 2000
      for (let sample = 0; sample < 60; sample++) {
        const visitors = 3 + (sample % 6)
        const seen = observe(
          ownInstrument,
          Array.from({ length: visitors }, (_, i) => visit(String(i))),
        )
        const [low, high] = (seen.ok && seen.domains[0]?.estimate?.interval) || [Number.NaN, Number.NaN]
        const group = cases.get(Math.floor((visitors - 3) / 2)) ?? { held: 0, tries: 0 }
        cases.set(Math.floor((visitors - 3) / 2), group)
        group.tries += 1
        if (low <= truth && truth <= high) group.held += 1
      }
    }
    for (const { held, tries } of cases.values()) {
      expect(tries).toBe(3000)
      expect(held / tries).toBeGreaterThan(0.93)
      expect(held / tries).toBeLessThan(0.97)
    }
  }, 30_000)
})
