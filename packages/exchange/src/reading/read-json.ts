import { weightLimit } from '../graph/graph.ts'
import { findDuplicate } from './duplicates.ts'
import { inShort } from './in-short.ts'
import type { ExchangeFile } from './read-exchange.ts'
import { readPreferences } from './read-preferences.ts'
import { type Refused, refuse, tooMany } from './refusal.ts'

/**
 * `{ "n": 3, "arcs": [[0, 1, 5], …] }`, or `edges` where both directions are acceptable; vertices from 0, whole weights.
 * For mechanisms it may have an order of `priority`, and `rankings` by `teachers` and by `schools`.
 */
export function readJson(bytes: Uint8Array): ExchangeFile | Refused {
  const text = textOf(bytes)
  if (text === undefined)
    return refuse({ reason: 'no-json', line: 1, message: 'longer than the 500 MB that can be read' })
  if (text.trim() === '') return refuse({ reason: 'empty' })
  let read: unknown
  try {
    read = JSON.parse(text)
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    const position = Number(/position (\d+)/.exec(message)?.[1] ?? text.length)
    return refuse({ reason: 'no-json', line: text.slice(0, position).split('\n').length, message })
  }
  const { n, arcs, edges, ...lists } = fieldsOf(read)
  if (typeof n !== 'number' || !Number.isSafeInteger(n) || n < 0) return refuse({ reason: 'bad-json', missing: 'n' })
  const directed = Array.isArray(arcs)
  const rows: unknown = directed ? arcs : edges
  if (!Array.isArray(rows) || (directed && edges !== undefined)) return refuse({ reason: 'bad-json', missing: 'arcs' })
  const large = tooMany(n, rows.length)
  if (large !== undefined) return large
  const lineOf = (row: number) => lineOfEntry(text, directed ? 'arcs' : 'edges', row)
  const from = new Int32Array(rows.length)
  const to = new Int32Array(rows.length)
  const weight = new Float64Array(rows.length)
  const limit = weightLimit(n)
  for (const [k, row] of rows.entries()) {
    const cells: readonly unknown[] = Array.isArray(row) ? row : []
    const [u, v, w] = cells
    const at = () => ({ line: lineOf(k), text: inShort(row) })
    if (cells.length !== 3) return refuse({ reason: 'bad-row', ...at() })
    if (typeof u !== 'number' || typeof v !== 'number' || typeof w !== 'number')
      return refuse({ reason: 'no-number', ...at() })
    for (const end of [u, v])
      if (!Number.isInteger(end) || end < 0 || end >= n)
        return refuse({ reason: 'unknown-vertex', line: lineOf(k), text: `${end}`, first: 0, last: n - 1 })
    if (u === v) return refuse({ reason: 'self-loop', line: lineOf(k), vertex: u })
    if (!(Math.abs(w) <= limit)) return refuse({ reason: 'weight-too-large', line: lineOf(k), text: `${w}`, limit })
    if (!Number.isInteger(w)) return refuse({ reason: 'weight-not-whole', line: lineOf(k), text: `${w}` })
    from[k] = u
    to[k] = v
    weight[k] = w
  }
  const twice = findDuplicate(n, from, to, directed)
  if (twice === undefined) {
    const graph = { n, from, to, weight }
    const answer = readPreferences(lists, graph, directed, text)
    return answer.ok ? { ok: true, directed, graph, scale: 1, preferences: answer.preferences } : answer
  }
  const ends = [from[twice.row] ?? 0, to[twice.row] ?? 0]
  return refuse({ reason: 'duplicate', line: lineOf(twice.row), earlier: lineOf(twice.earlier), ends })
}

interface Fields {
  readonly n?: unknown
  readonly arcs?: unknown
  readonly edges?: unknown
  readonly priority?: unknown
  readonly rankings?: unknown
}

function fieldsOf(read: unknown): Fields {
  return typeof read === 'object' && read !== null ? read : {}
}

/** Undefined where it is longer than a text can be. */
function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder().decode(bytes)
  } catch {
    return undefined
  }
}

/** The line of an entry of a list of lists: that of its opening bracket. */
function lineOfEntry(text: string, key: string, row: number): number {
  let at = text.indexOf('[', text.indexOf(`"${key}"`))
  for (let k = 0; k <= row; k++) at = text.indexOf('[', at + 1)
  return text.slice(0, at).split('\n').length
}
