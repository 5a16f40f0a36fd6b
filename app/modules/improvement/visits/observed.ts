import { meanOfVisits, type VisitsEstimate } from '@kantelpunt/intervals'
import { endsOf, type Instrument } from './instrument.ts'

/** What one visitor scored in one visit. */
export interface ScoredVisit {
  readonly visitorId: string
  readonly scores: ReadonlyMap<string, number>
}

export interface DomainEstimate {
  readonly domain: Instrument['domains'][number]
  /** Null: too few visits or too few visitors saw something of this. */
  readonly estimate: VisitsEstimate | null
}

export type Observed =
  | {
      readonly ok: true
      readonly visits: number
      readonly visitors: number
      readonly domains: readonly DomainEstimate[]
    }
  | { readonly ok: false; readonly reason: 'too-few'; readonly visits: number; readonly visitors: number }

/** Fewer say more of who looked than of the lesson. */
const leastVisitors = 3

/**
 * The scores of a receiver by domain, each with a 95 % interval; nothing before three visits by three different visitors.
 * The score of a visit in a domain is the mean of the indicators that could be judged.
 */
export function observe(instrument: Instrument, visits: readonly ScoredVisit[]): Observed {
  const scored = visits.filter((visit) => visit.scores.size > 0)
  const visitors = new Set(scored.map((visit) => visit.visitorId)).size
  if (visitors < leastVisitors) return { ok: false, reason: 'too-few', visits: scored.length, visitors }
  const ends = endsOf(instrument)
  const domains = instrument.domains.map((domain): DomainEstimate => {
    const seen = scored.flatMap(({ visitorId, scores }) => {
      const given = domain.indicators.flatMap(({ id }) => {
        const score = scores.get(id)
        return score === undefined || score < ends.lowest || score > ends.highest ? [] : [score]
      })
      if (given.length === 0) return []
      return [{ observer: visitorId, score: given.reduce((sum, each) => sum + each, 0) / given.length }]
    })
    const estimate = meanOfVisits(seen, ends)
    return { domain, estimate: estimate.ok ? estimate : null }
  })
  return { ok: true, visits: scored.length, visitors, domains }
}
