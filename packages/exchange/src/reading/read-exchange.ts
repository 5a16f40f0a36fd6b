import type { ArcGraph } from '../graph/graph.ts'
import { readJson } from './read-json.ts'
import { readLists } from './read-lists.ts'
import type { Preferences } from './read-preferences.ts'
import { readRows } from './read-rows.ts'
import type { Refused } from './refusal.ts'
import { firstByte, lineAt, skipBlank } from './text-lines.ts'

export type ExchangeFormat = 'edges' | 'arcs' | 'kidney' | 'json'

export interface ExchangeFile {
  readonly ok: true
  /** Arcs, or edges: an `EdgeGraph` where not directed. */
  readonly directed: boolean
  readonly graph: ArcGraph
  /** A power of ten: weights in the file, times this, are the integers of the graph. */
  readonly scale: number
  /** For mechanisms; only `json` has them. */
  readonly preferences?: Preferences
}

/**
 * Reads who could take over whose job. `edges`: `N M`, then M rows `u v weight`, vertices from 0, each pair once; `arcs`:
 * the same, directed; `kidney`: that with `-1 -1 -1` below it, or lists of successors from 1 and of weights; weights may have
 * decimals there; `json`: `{ n, arcs | edges: [[u, v, weight], …] }`, with `Preferences` if need be. Whatever is wrong comes back
 * with its line.
 */
export function readExchange(bytes: Uint8Array, format: ExchangeFormat): ExchangeFile | Refused {
  switch (format) {
    case 'edges':
      return readRows(bytes, { directed: false, decimals: false, endLine: false })
    case 'arcs':
      return readRows(bytes, { directed: true, decimals: false, endLine: false })
    case 'json':
      return readJson(bytes)
    case 'kidney':
      return hasLists(bytes) ? readLists(bytes) : readRows(bytes, { directed: true, decimals: true, endLine: true })
  }
}

/** The format by what is in the file; undefined where it could be `edges` or `arcs`, which look the same. */
export function recogniseFormat(bytes: Uint8Array): ExchangeFormat | undefined {
  const position = { at: firstByte(bytes), line: 1 }
  skipBlank(bytes, position)
  if (bytes[position.at] === 0x7b) return 'json'
  const end = new TextDecoder().decode(bytes.subarray(-40))
  return hasLists(bytes) || /(^|\n)-1\s+-1\s+-1\s*$/.test(end) ? 'kidney' : undefined
}

/** Four numbers in the header, or brackets below it. */
function hasLists(bytes: Uint8Array): boolean {
  const position = { at: firstByte(bytes), line: 1 }
  skipBlank(bytes, position)
  const header = lineAt(bytes, position.at)
  position.at = header.end
  skipBlank(bytes, position)
  return bytes[position.at] === 0x5b || header.text.split(/\s+/).length === 4
}
