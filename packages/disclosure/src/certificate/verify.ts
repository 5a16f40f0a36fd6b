// Shares nothing with the protector and the audit but types: what it says rests on the lines below and on SHA-256.
import type { PublishedTable, SameCell } from '../audit/published-table.ts'
import type { Certificate } from './certificate.ts'

export type Verdict =
  | {
      readonly ok: true
      /** Suppressed cells whose value differs by the width between possible tables, of all suppressed cells. */
      readonly proven: number
      readonly suppressed: number
      /** Suppressed cells that could be small and are not proven, by table and cell. */
      readonly unproven: readonly { readonly table: number; readonly cell: number }[]
      /** The smallest difference that was proven for a cell that could be small. */
      readonly minimalWidth: number
    }
  | { readonly ok: false; readonly reason: 'another-table' }
  | {
      readonly ok: false
      readonly reason: 'wrong-length' | 'too-low' | 'does-not-add-up'
      readonly possibleTable: number
    }
  | { readonly ok: false; readonly reason: 'claims-too-much'; readonly minimalWidth: number }
  /** With the true counts at hand: a published cell differs from them, or a small count is published or not proven. */
  | {
      readonly ok: false
      readonly reason: 'not-the-true-table' | 'small-count'
      readonly table: number
      readonly cell: number
    }

const tiny = 1e-6

/**
 * Checks a certificate against the published tables by adding up: each possible table fits every sum and every published
 * cell, and between them the suppressed cells differ enough. Who has the true counts gives them as `truth`, and hears
 * whether every small count is proven to be protected; without them, whether every cell that could be small is.
 */
export async function verifyCertificate(
  certificate: Certificate,
  tables: readonly PublishedTable[],
  same: readonly SameCell[] = [],
  truth?: readonly Float64Array[],
): Promise<Verdict> {
  if ((await hashOf(tables)) !== certificate.hash) return { ok: false, reason: 'another-table' }
  const hidden = tables.flatMap(({ values }, table) =>
    [...values.keys()].filter((cell) => Number.isNaN(values[cell])).map((cell) => ({ table, cell })),
  )
  const leasts = hidden.map(({ table, cell }) =>
    tables[table]?.beside?.has(cell) ? 0 : certificate.attacker.leastSuppressed,
  )
  const low = hidden.map(() => Number.POSITIVE_INFINITY)
  const high = hidden.map(() => Number.NEGATIVE_INFINITY)
  for (const [possibleTable, possible] of certificate.possibleTables.entries()) {
    const no = (reason: 'wrong-length' | 'too-low' | 'does-not-add-up') =>
      ({ ok: false, reason, possibleTable }) as const
    if (possible.length !== hidden.length) return no('wrong-length')
    if (possible.some((value, at) => !(value >= (leasts[at] ?? 0) - tiny))) return no('too-low')
    const filled = tables.map(({ values }) => values.slice())
    hidden.forEach(({ table, cell }, at) => {
      const value = possible[at] ?? 0
      filled[table]?.fill(value, cell, cell + 1)
      low[at] = Math.min(low[at] ?? 0, value)
      high[at] = Math.max(high[at] ?? 0, value)
    })
    const wrong = same.some((link) => !near(filled[link.table]?.[link.cell], filled[link.otherTable]?.[link.otherCell]))
    if (wrong || filled.some((values, table) => !addsUp(tables[table], values))) return no('does-not-add-up')
  }
  const { threshold, width } = certificate.rule
  const unproven: { table: number; cell: number }[] = []
  let minimalWidth = Number.POSITIVE_INFINITY
  let proven = 0
  for (const [at, place] of hidden.entries()) {
    const difference = (high[at] ?? 0) - (low[at] ?? 0)
    if (difference >= width - tiny) proven++
    const couldBeSmall = !((low[at] ?? 0) >= threshold) && !((high[at] ?? 0) < 1)
    const isSmall = truth === undefined ? couldBeSmall : small(truth[place.table]?.[place.cell], threshold)
    if (isSmall && !(difference >= width - tiny)) unproven.push(place)
    if (couldBeSmall) minimalWidth = Math.min(minimalWidth, Math.max(difference, 0))
  }
  if (certificate.minimalWidth !== null && certificate.minimalWidth > minimalWidth + tiny)
    return { ok: false, reason: 'claims-too-much', minimalWidth }
  for (const [table, counts] of (truth ?? []).entries())
    for (const [cell, count] of counts.entries()) {
      const said = tables[table]?.values[cell] ?? Number.NaN
      if (!Number.isNaN(said) && said !== count) return { ok: false, reason: 'not-the-true-table', table, cell }
      if (!Number.isNaN(said) && small(count, threshold)) return { ok: false, reason: 'small-count', table, cell }
    }
  const open = truth === undefined ? undefined : unproven[0]
  if (open !== undefined) return { ok: false, reason: 'small-count', ...open }
  return { ok: true, proven, suppressed: hidden.length, unproven, minimalWidth }
}

const near = (one = Number.NaN, other = Number.NaN): boolean => Math.abs(one - other) <= tiny
const small = (count = 0, threshold = 0): boolean => count >= 1 && count < threshold

/** Is every total of every dimension the sum of its parts? */
function addsUp(table: PublishedTable | undefined, values: Float64Array): boolean {
  let stride = 1
  for (const { labels, parent } of (table?.dimensions ?? []).toReversed()) {
    for (const start of values.keys()) {
      if (Math.floor(start / stride) % labels.length !== 0) continue
      const sums = labels.map(() => 0)
      const isTotal = labels.map(() => false)
      labels.forEach((_, node) => {
        const up = parent[node] ?? -1
        if (up < 0) return
        sums[up] = (sums[up] ?? 0) + (values[start + node * stride] ?? 0)
        isTotal[up] = true
      })
      if (labels.some((_, node) => isTotal[node] && !near(values[start + node * stride], sums[node]))) return false
    }
    stride *= labels.length
  }
  return true
}

/** SHA-256 over one line a cell, sorted: the names of the cell and its count, or "x". */
async function hashOf(tables: readonly PublishedTable[]): Promise<string> {
  const texts = tables.map(({ dimensions, values }) => {
    const lines = Array.from(values, (value, cell) => {
      let rest = cell
      const names: string[] = []
      for (const { labels } of dimensions.toReversed()) {
        names.unshift(labels[rest % labels.length] ?? '')
        rest = Math.floor(rest / labels.length)
      }
      return JSON.stringify([...names, Number.isNaN(value) ? 'x' : value])
    })
    return [JSON.stringify(dimensions.map(({ name }) => name)), ...lines.sort()].join('\n')
  })
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(texts.join('\n\n')))
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
