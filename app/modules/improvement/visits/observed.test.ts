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

  // The truth is what visitors such as these would say on average: lessons and visitors differ, scores are whole numbers,
  // and a domain has three of them. Coverage is counted over many schools, teachers and numbers of visits.
  it('have an interval that holds the truth in 93 to 97 of 100 cases', () => {
    const random = seededRandom(20_261_122)
    const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
    const score = (mean: number) => Math.min(4, Math.max(1, Math.round(mean + 0.5 * normal())))
    const indicators = ownInstrument.domains[0]?.indicators ?? []
    const visit = (visitorId: string, mean: number): ScoredVisit => {
      const seen = mean + 0.4 * normal()
      return { visitorId, scores: new Map(indicators.map(({ id }) => [id, score(seen)])) }
    }
    const meanOf = ({ scores }: ScoredVisit) => [...scores.values()].reduce((sum, each) => sum + each, 0) / scores.size
    let held = 0
    let tries = 0
    for (let teacher = 0; teacher < 60; teacher++) {
      const mean = 1.5 + 2 * random()
      const truth =
        Array.from({ length: 2000 }, () => meanOf(visit('', mean))).reduce((sum, each) => sum + each, 0) / 2000
      for (let sample = 0; sample < 60; sample++) {
        const visitors = 3 + (sample % 6)
        const seen = observe(
          ownInstrument,
          Array.from({ length: visitors }, (_, i) => visit(String(i), mean)),
        )
        const [low, high] = (seen.ok && seen.domains[0]?.estimate?.interval) || [Number.NaN, Number.NaN]
        tries += 1
        if (low <= truth && truth <= high) held += 1
      }
    }
    expect(held / tries).toBeGreaterThan(0.93)
    expect(held / tries).toBeLessThan(0.97)
  }, 30_000)
})
