import type { Market, Verdict } from '@kantelpunt/admission'

/** What the checker found, with ids; the first hundred pairs. */
export function tellVerdict(market: Market, { blocking, blockingCount, violations }: Verdict) {
  const idsOf = (ids: readonly string[], all: readonly number[]) => all.map((at) => ids[at] ?? '')
  return {
    stable: blockingCount === 0 && violations.length === 0,
    blockingPairs: blockingCount,
    ...(blockingCount === 0
      ? {}
      : {
          blocking: blocking.map(({ candidates, programmes }) => ({
            candidates: idsOf(market.candidates, candidates),
            programmes: idsOf(market.programmes, programmes),
          })),
        }),
    ...(violations.length === 0
      ? {}
      : {
          violations: violations.slice(0, 100).map(({ kind, candidate, programme }) => ({
            kind,
            ...(candidate < 0 ? {} : { candidate: market.candidates[candidate] }),
            ...(programme < 0 ? {} : { programme: market.programmes[programme] }),
          })),
        }),
  }
}
