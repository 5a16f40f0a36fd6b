import { weightLimit } from '../graph/graph.ts'
import { readDecimal, scaleUp } from './decimal.ts'
import { findDuplicate } from './duplicates.ts'
import type { ExchangeFile } from './read-exchange.ts'
import { type Refused, refuse, tooMany } from './refusal.ts'
import { beginningOf, firstByte, lineAt, skipBlank } from './text-lines.ts'

interface Token {
  readonly text: string
  readonly line: number
}

/**
 * The kidney layout of PrefLib's series as Riascos-Álvarez et al. give it: `n ndd pairs arcs`, a list of successors (from 1)
 * for each of the n, then their weights likewise. The last `ndd` are altruistic donors, of whom nobody can take the place:
 * their arcs are left out. What a file says after that about the pairs is not read.
 */
export function readLists(bytes: Uint8Array): ExchangeFile | Refused {
  const position = { at: firstByte(bytes), line: 1 }
  skipBlank(bytes, position)
  if (position.at === bytes.length) return refuse({ reason: 'empty' })
  const header = lineAt(bytes, position.at)
  const [n = -1, donors = -1, pairs = -1, arcs = -1, ...more] = header.text.split(/\s+/).map(wholeNumber)
  if (more.length > 0 || Math.min(n, donors, pairs, arcs) < 0 || pairs + donors !== n) {
    const expected = 'n ndd pairs arcs'
    return refuse({ reason: 'bad-header', line: position.line, text: header.text, expected })
  }
  const large = tooMany(n, arcs)
  if (large !== undefined) return large
  position.at = header.end
  const successors = readGroup(bytes, position, n)
  if ('ok' in successors) return successors
  const weights = readGroup(bytes, position, n)
  if ('ok' in weights) return weights

  const from: number[] = []
  const to: number[] = []
  const digits: number[] = []
  const places: number[] = []
  const kept: (readonly [Token, Token])[] = []
  let found = 0
  const limit = weightLimit(n)
  for (const [u, { tokens: out, line }] of successors.entries()) {
    const own = weights[u]?.tokens ?? []
    if (own.length !== out.length)
      return refuse({ reason: 'uneven-lists', line, successors: out.length, weights: own.length })
    for (const [index, successor] of out.entries()) {
      found++
      const weight = own[index] ?? successor
      const v = wholeNumber(successor.text) - 1
      if (Number.isNaN(v)) return refuse({ reason: 'no-number', ...successor })
      if (v < 0 || v >= n) return refuse({ reason: 'unknown-vertex', ...successor, first: 1, last: n })
      if (u === v) return refuse({ reason: 'self-loop', line: successor.line, vertex: u + 1 })
      const value = readDecimal(weight.text)
      if (value === undefined) return refuse({ reason: 'no-number', ...weight })
      if (value === 'too-long') return refuse({ reason: 'weight-too-large', ...weight, limit })
      if (u >= pairs || v >= pairs) continue
      from.push(u)
      to.push(v)
      digits.push(value.digits)
      places.push(value.places)
      kept.push([successor, weight])
    }
  }
  if (found < arcs) return refuse({ reason: 'cut-off', line: position.line, found, expected: arcs })
  if (found > arcs) return refuse({ reason: 'more-than-announced', line: position.line, expected: arcs })
  const graph = { n, from: Int32Array.from(from), to: Int32Array.from(to), weight: Float64Array.from(digits) }
  const { scale, tooLarge } = scaleUp(n, graph.weight, Uint16Array.from(places))
  const heavy = kept[tooLarge]?.[1]
  if (heavy !== undefined) return refuse({ reason: 'weight-too-large', ...heavy, limit: limit / scale })
  const twice = findDuplicate(n, graph.from, graph.to, true)
  if (twice === undefined) return { ok: true, directed: true, graph, scale }
  return refuse({
    reason: 'duplicate',
    line: kept[twice.row]?.[0].line ?? 0,
    earlier: kept[twice.earlier]?.[0].line ?? 0,
    ends: [(from[twice.row] ?? 0) + 1, (to[twice.row] ?? 0) + 1],
  })
}

function wholeNumber(text: string): number {
  return /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN
}

interface List {
  readonly tokens: readonly Token[]
  /** Where it closes. */
  readonly line: number
}

/** `[[a, b, …], …]`: the lists, by the line that they are on. */
function readGroup(bytes: Uint8Array, position: { at: number; line: number }, expected: number): List[] | Refused {
  const lists: List[] = []
  let depth = 0
  let tokens: Token[] = []
  for (;;) {
    skipBlank(bytes, position)
    if (position.at === bytes.length)
      return refuse({ reason: 'cut-off', line: position.line, found: lists.length, expected })
    const byte = String.fromCharCode(bytes[position.at] ?? 0)
    if (byte === '[' && depth < 2) depth++
    else if (byte === ']' && depth === 2) {
      depth--
      lists.push({ tokens, line: position.line })
      tokens = []
    } else if (byte === ']' && depth === 1) {
      position.at++
      if (lists.length < expected)
        return refuse({ reason: 'cut-off', line: position.line, found: lists.length, expected })
      if (lists.length > expected) return refuse({ reason: 'more-than-announced', line: position.line, expected })
      return lists
    } else if (byte !== ',' || depth === 0) {
      let end = position.at
      while (end < bytes.length && !' \t\r\n,[]'.includes(String.fromCharCode(bytes[end] ?? 0))) end++
      const text = beginningOf(bytes.subarray(position.at, end)) || byte
      if (depth !== 2) return refuse({ reason: 'unexpected', line: position.line, text })
      if (!/^[-+.\w]+$/.test(text)) return refuse({ reason: 'no-number', line: position.line, text })
      tokens.push({ text, line: position.line })
      position.at = end
      continue
    }
    position.at++
  }
}
