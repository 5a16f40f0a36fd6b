import type { ArcGraph } from '../graph/graph.ts'
import { inShort } from './in-short.ts'
import { type Refused, refuse } from './refusal.ts'

/** What a file may say besides arcs: in whose favour, and how teachers and schools rank what they accept. */
export interface Preferences {
  /** Everybody once, who is served first first. */
  readonly priority?: readonly number[]
  /** By teacher where she could go, best first: exactly her arcs. */
  readonly teachers?: readonly (readonly number[])[]
  /** By place who could come, best first: exactly the arcs into it; the own number among them says who is no improvement. */
  readonly schools?: readonly (readonly number[])[]
}

export type PreferenceList = keyof Preferences

interface Named {
  readonly priority?: unknown
  readonly rankings?: unknown
}

/** Reads `priority` and `rankings: { teachers, schools }`; each may be left out. `text` is to tell the line of what is wrong. */
export function readPreferences(
  { priority, rankings }: Named,
  graph: ArcGraph,
  directed: boolean,
  text: string,
): { readonly ok: true; readonly preferences: Preferences } | Refused {
  let preferences: Preferences = {}
  if (priority !== undefined) {
    const everybody = new Set(Array.from({ length: graph.n }, (_, v) => v))
    const answer = readRanking(priority, everybody, undefined, { list: 'priority', line: lineOfList(text, 'priority') })
    if (!answer.ok) return answer
    preferences = { priority: answer.ranking }
  }
  if (rankings === undefined) return { ok: true, preferences }
  if (typeof rankings !== 'object' || rankings === null) return refuse({ reason: 'bad-json', missing: 'rankings' })
  for (const [list, given] of Object.entries(rankings)) {
    if (list !== 'teachers' && list !== 'schools') return refuse({ reason: 'bad-json', missing: 'rankings' })
    if (!Array.isArray(given) || given.length !== graph.n)
      return refuse({ reason: 'bad-list', list, line: lineOfList(text, list), expected: graph.n })
    const all = endsBy(graph, directed, list)
    const ranked: (readonly number[])[] = []
    for (const [of, row] of given.entries()) {
      const own = list === 'schools' ? of : undefined
      const answer = readRanking(row, all[of] ?? new Set(), own, { list, of, line: () => lineOfRow(text, list, of) })
      if (!answer.ok) return answer
      ranked.push(answer.ranking)
    }
    preferences = { ...preferences, [list]: ranked }
  }
  return { ok: true, preferences }
}

interface Place {
  readonly list: PreferenceList
  readonly of?: number
  readonly line: number | (() => number)
}

/** One list in which everybody of `all` is once, and nobody else but `own`. */
function readRanking(
  row: unknown,
  all: ReadonlySet<number>,
  own: number | undefined,
  { list, of, line }: Place,
): { readonly ok: true; readonly ranking: readonly number[] } | Refused {
  const at = () => ({ list, line: typeof line === 'number' ? line : line(), ...(of === undefined ? {} : { of }) })
  if (!Array.isArray(row)) return refuse({ reason: 'bad-list', ...at(), expected: all.size })
  const seen = new Set<number>()
  for (const one of row) {
    if (typeof one !== 'number' || (!all.has(one) && one !== own))
      return refuse({ reason: 'ranks-stranger', ...at(), text: inShort(one) })
    if (seen.has(one)) return refuse({ reason: 'ranks-twice', ...at(), vertex: one })
    seen.add(one)
  }
  for (const one of all) if (!seen.has(one)) return refuse({ reason: 'ranks-not', ...at(), vertex: one })
  return { ok: true, ranking: [...seen] }
}

function endsBy({ n, from, to }: ArcGraph, directed: boolean, list: 'teachers' | 'schools'): ReadonlySet<number>[] {
  const ends = Array.from({ length: n }, () => new Set<number>())
  for (const [k, u] of from.entries()) {
    const v = to[k] ?? 0
    if (!directed || list === 'teachers') ends[u]?.add(v)
    if (!directed || list === 'schools') ends[v]?.add(u)
  }
  return ends
}

function lineOfList(text: string, list: PreferenceList): number {
  return text.slice(0, startOf(text, list)).split('\n').length
}

/** The line of the opening bracket of an inner list. */
function lineOfRow(text: string, list: PreferenceList, row: number): number {
  let at = text.indexOf('[', startOf(text, list))
  for (let k = 0; k <= row; k++) at = text.indexOf('[', at + 1)
  return at < 0 ? lineOfList(text, list) : text.slice(0, at).split('\n').length
}

function startOf(text: string, list: PreferenceList): number {
  return text.indexOf(`"${list}"`, list === 'priority' ? 0 : text.indexOf('"rankings"'))
}
