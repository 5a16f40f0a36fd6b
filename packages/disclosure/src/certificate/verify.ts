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
  /** The certificate is of a rule, or against an attacker, that is weaker than the one asked for. */
  | { readonly ok: false; readonly reason: 'weaker-rule' }
  /** A small count is published. With the true counts at hand also: one differs from them, or a small one is not proven. */
  | {
      readonly ok: false
      readonly reason: 'not-the-true-table' | 'small-count'
      readonly table: number
      readonly cell: number
    }

/** What a certificate must prove at least; who gets one from somebody else asks for their own rule, not for its. */
export interface AskedRule {
  readonly threshold: number
  readonly width: number
  readonly zerosKnown: boolean
}

const tiny = 1e-6

/**
 * Checks a certificate against the published tables by adding up: each possible table fits every sum and every published
 * cell, and between them the suppressed cells differ enough. Who has the true counts gives them as `truth`, and hears
 * whether every small count is proven to be protected; without them, whether every cell is that is not certain to be
 * large. `asked` is the rule that the certificate must be of, or a stricter one; its own where it is left out.
 */
export async function verifyCertificate(
  certificate: Certificate,
  tables: readonly PublishedTable[],
  same: readonly SameCell[] = [],
  truth?: readonly Float64Array[],
  asked?: AskedRule,
): Promise<Verdict> {
  if (asked !== undefined && isWeaker(certificate, asked)) return { ok: false, reason: 'weaker-rule' }
  if ((await hashOf(tables)) !== certificate.hash) return { ok: false, reason: 'another-table' }
  const hidden = tables.flatMap(({ dimensions, values }, table) =>
    [...values.keys()]
      .filter((cell) => Number.isNaN(values[cell]))
      .map((cell) => ({ table, cell, name: JSON.stringify(namesAt(dimensions, cell)) }))
      .sort((one, other) => (one.name < other.name ? -1 : 1)),
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
  const bounds = truth === undefined ? tables.map((table) => boundsOf(table)) : []
  for (const [at, place] of hidden.entries()) {
    const difference = (high[at] ?? 0) - (low[at] ?? 0)
    if (difference >= width - tiny) proven++
    const couldBeSmall = !((low[at] ?? 0) >= threshold) && !((high[at] ?? 0) < 1)
    // A certificate from which possible tables were left out shows less than is possible: only the sums rule a cell out.
    const isSmall =
      truth === undefined
        ? couldBeSmall || !isRuledOut(bounds[place.table], place.cell, threshold)
        : small(truth[place.table]?.[place.cell], threshold)
    if (isSmall && !(difference >= width - tiny)) unproven.push({ table: place.table, cell: place.cell })
    if (couldBeSmall) minimalWidth = Math.min(minimalWidth, Math.max(difference, 0))
  }
  if (certificate.minimalWidth !== null && certificate.minimalWidth > minimalWidth + tiny)
    return { ok: false, reason: 'claims-too-much', minimalWidth }
  for (const [table, { values }] of tables.entries()) {
    const cell = values.findIndex((value) => small(value, threshold))
    if (cell !== -1) return { ok: false, reason: 'small-count', table, cell }
  }
  for (const [table, counts] of (truth ?? []).entries())
    for (const [cell, count] of counts.entries()) {
      const said = tables[table]?.values[cell] ?? Number.NaN
      if (!Number.isNaN(said) && said !== count) return { ok: false, reason: 'not-the-true-table', table, cell }
    }
  const open = truth === undefined ? undefined : unproven[0]
  if (open !== undefined) return { ok: false, reason: 'small-count', ...open }
  return { ok: true, proven, suppressed: hidden.length, unproven, minimalWidth }
}

function isWeaker({ rule, attacker }: Certificate, asked: AskedRule): boolean {
  return (
    rule.threshold < asked.threshold || rule.width < asked.width || (asked.zerosKnown && attacker.leastSuppressed < 1)
  )
}

interface Bounds {
  readonly low: Float64Array
  readonly high: Float64Array
}

function isRuledOut(bounds: Bounds | undefined, cell: number, threshold: number): boolean {
  return (bounds?.low[cell] ?? 0) > threshold - 1 + tiny || (bounds?.high[cell] ?? Number.POSITIVE_INFINITY) < 1 - tiny
}

/** What each single sum says of its parts and of its total, passed on a few times: never narrower than what is possible. */
function boundsOf(table: PublishedTable): Bounds {
  const low = table.values.map((value) => (Number.isNaN(value) ? 0 : value))
  const high = table.values.map((value) => (Number.isNaN(value) ? Number.POSITIVE_INFINITY : value))
  for (let round = 0; round < 3; round++) {
    for (const { total, parts } of sumsOf(table)) {
      const unbounded = parts.filter((part) => high[part] === Number.POSITIVE_INFINITY).length
      const least = parts.reduce((sum, part) => sum + (low[part] ?? 0), 0)
      const most = parts.reduce((sum, part) => sum + (high[part] ?? 0), 0)
      const finite = parts.reduce((sum, part) => sum + (Number.isFinite(high[part]) ? (high[part] ?? 0) : 0), 0)
      low[total] = Math.max(low[total] ?? 0, least)
      high[total] = Math.min(high[total] ?? 0, most)
      for (const part of parts) {
        const others = unbounded === 0 ? most - (high[part] ?? 0) : finite
        const othersAreBounded = unbounded === 0 || (unbounded === 1 && high[part] === Number.POSITIVE_INFINITY)
        if (othersAreBounded) low[part] = Math.max(low[part] ?? 0, (low[total] ?? 0) - others)
        high[part] = Math.min(high[part] ?? 0, (high[total] ?? 0) - (least - (low[part] ?? 0)))
      }
    }
  }
  return { low, high }
}

const near = (one = Number.NaN, other = Number.NaN): boolean => Math.abs(one - other) <= tiny
const small = (count = 0, threshold = 0): boolean => count >= 1 && count < threshold

/** Is every total of every dimension the sum of its parts? */
function addsUp(table: PublishedTable | undefined, values: Float64Array): boolean {
  if (table === undefined) return false
  for (const { total, parts } of sumsOf(table)) {
    const sum = parts.reduce((all, part) => all + (values[part] ?? 0), 0)
    if (!near(values[total], sum)) return false
  }
  return true
}

/** Every total of every dimension, with its parts. */
function* sumsOf({ dimensions, values }: PublishedTable) {
  let stride = 1
  for (const { labels, parent } of dimensions.toReversed()) {
    const partsOf = labels.map((): number[] => [])
    for (const node of labels.keys()) partsOf[parent[node] ?? -1]?.push(node)
    for (const start of values.keys()) {
      if (Math.floor(start / stride) % labels.length !== 0) continue
      for (const [node, parts] of partsOf.entries())
        if (parts.length > 0) yield { total: start + node * stride, parts: parts.map((part) => start + part * stride) }
    }
    stride *= labels.length
  }
}

/** SHA-256 over one line a cell, sorted: the names of the cell and its count, or "x". */
async function hashOf(tables: readonly PublishedTable[]): Promise<string> {
  const texts = tables.map(({ dimensions, values }) => {
    const lines = Array.from(values, (value, cell) =>
      JSON.stringify([...namesAt(dimensions, cell), Number.isNaN(value) ? 'x' : value]),
    )
    return [JSON.stringify(dimensions.map(({ name }) => name)), ...lines.sort()].join('\n')
  })
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(texts.join('\n\n')))
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

function namesAt(dimensions: PublishedTable['dimensions'], cell: number): readonly string[] {
  let rest = cell
  const names: string[] = []
  for (const { labels } of dimensions.toReversed()) {
    names.unshift(labels[rest % labels.length] ?? '')
    rest = Math.floor(rest / labels.length)
  }
  return names
}
