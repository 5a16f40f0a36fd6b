import { emptyMatching, type Market, type Matching } from '../market/market.ts'

/** By id of a candidate: the id of a programme, or two where two places go together. Who has no place is not there. */
export type Assignments = Readonly<Record<string, string | readonly [string, string]>>

export function assignmentsOf({ candidates, programmes }: Market, { first, second }: Matching): Assignments {
  const entries: [string, string | [string, string]][] = []
  for (let candidate = 0; candidate < candidates.length; candidate++) {
    const [p, q] = [first[candidate] ?? -1, second[candidate] ?? -1]
    if (p < 0) continue
    const place = programmes[p] ?? ''
    entries.push([candidates[candidate] ?? '', q < 0 ? place : [place, programmes[q] ?? '']])
  }
  return Object.fromEntries(entries)
}

/** The same back; what is wrong with it, by id, where it is about others than the market's. */
export function readAssignments(
  market: Market,
  assignments: unknown,
): { readonly ok: true; readonly matching: Matching } | { readonly ok: false; readonly wrong: readonly string[] } {
  if (typeof assignments !== 'object' || assignments === null || Array.isArray(assignments))
    return { ok: false, wrong: ['assignments'] }
  const candidates = new Map(market.candidates.map((id, c) => [id, c]))
  const programmes = new Map<unknown, number>(market.programmes.map((id, p) => [id, p]))
  const ordered = new Set(
    market.joint.flatMap(({ members: [one, other], options }) =>
      one === other ? options.map(([p, q]) => `${one} ${p} ${q}`) : [],
    ),
  )
  const matching = emptyMatching(market.candidates.length)
  const wrong: string[] = []
  for (const [id, place] of Object.entries(assignments)) {
    const candidate = candidates.get(id)
    const places = (Array.isArray(place) ? place : [place]).map((one) => programmes.get(one))
    const [p, q = -1] = places
    if (candidate === undefined || p === undefined || places.includes(undefined) || places.length > 2) {
      wrong.push(id)
      continue
    }
    // Two places are the same two in the other order.
    const turned = q >= 0 && ordered.has(`${candidate} ${q} ${p}`)
    matching.first[candidate] = turned ? q : p
    matching.second[candidate] = turned ? p : q
  }
  return wrong.length > 0 ? { ok: false, wrong } : { ok: true, matching }
}
