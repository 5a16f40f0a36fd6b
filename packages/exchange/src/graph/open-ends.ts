import type { ArcGraph } from './graph.ts'

export type OpenEnds =
  | { readonly ok: true; readonly graph: ArcGraph }
  | { readonly ok: false; readonly reason: 'unknown' | 'named-twice' | 'gives-a-place'; readonly vacancy: number }

/**
 * Vertices that are vacancies: places that somebody can come into and that nobody leaves. A chain with an open end, b into the
 * place of a and a into vacancy w, becomes an exchange [w, b, a] by an arc from w, worth 0, to whoever begins it; so does the
 * chain of one, [w, a]. At least one place then stays open: that of who came first. The same graph with those arcs, or the
 * vacancy that isn't one: not a vertex, named twice, or with an arc to somebody's place.
 */
export function withOpenEnds(graph: ArcGraph, vacancies: readonly number[]): OpenEnds {
  const { n, from, to, weight } = graph
  const into = Array.from({ length: n }, (): number[] => [])
  for (const [k, u] of from.entries()) into[to[k] ?? 0]?.push(u)
  const isVacant = new Set<number>()
  for (const vacancy of vacancies) {
    if (!Number.isInteger(vacancy) || vacancy < 0 || vacancy >= n) return { ok: false, reason: 'unknown', vacancy }
    if (isVacant.has(vacancy)) return { ok: false, reason: 'named-twice', vacancy }
    isVacant.add(vacancy)
  }
  for (const u of from) if (isVacant.has(u)) return { ok: false, reason: 'gives-a-place', vacancy: u }
  const pairs: (readonly [number, number])[] = []
  for (const vacancy of vacancies) {
    const last = into[vacancy] ?? []
    for (const first of new Set([...last, ...last.flatMap((a) => into[a] ?? [])])) pairs.push([vacancy, first])
  }
  const longer = from.length + pairs.length
  const joined = { n, from: new Int32Array(longer), to: new Int32Array(longer), weight: new Float64Array(longer) }
  joined.from.set(from)
  joined.to.set(to)
  joined.weight.set(weight)
  for (const [i, [vacancy, first]] of pairs.entries()) {
    joined.from[from.length + i] = vacancy
    joined.to[from.length + i] = first
  }
  return { ok: true, graph: joined }
}
