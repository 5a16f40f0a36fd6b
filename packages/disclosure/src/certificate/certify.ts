import type { AuditAnswer } from '../audit/audit.ts'
import type { PublishedTable } from '../audit/published-table.ts'
import { namesOf } from '../table/count-table.ts'
import type { Certificate } from './certificate.ts'

/** Makes the certificate of published tables from their audit. */
export async function certify(
  tables: readonly PublishedTable[],
  audit: Extract<AuditAnswer, { readonly ok: true }>,
  rule: { readonly threshold: number; readonly width: number; readonly zerosKnown?: boolean },
): Promise<Certificate> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonicalText(tables)))
  const couldBeSmall = audit.intervals.filter(({ low, high }) => low < rule.threshold && high >= 1)
  const width = couldBeSmall.reduce((least, { low, high }) => Math.min(least, high - low), Number.POSITIVE_INFINITY)
  const hidden = tables.flatMap(({ dimensions, values }, table) =>
    [...values.keys()]
      .filter((cell) => Number.isNaN(values[cell]))
      .map((cell) => ({ table, name: JSON.stringify(namesOf(dimensions, cell)) })),
  )
  const byName = [...hidden.keys()].sort((a, b) => {
    const [one, other] = [hidden[a], hidden[b]]
    if (one === undefined || other === undefined || one.table !== other.table) return a - b
    return one.name < other.name ? -1 : 1
  })
  return {
    form: 'kantelpunt-table-certificate/1',
    rule: { threshold: rule.threshold, width: rule.width },
    attacker: { leastSuppressed: rule.zerosKnown === true ? 1 : 0 },
    hash: [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
    minimalWidth: couldBeSmall.length === 0 ? null : width,
    possibleTables: audit.possibleTables.map((values) => byName.map((at) => values[at] ?? 0)),
  }
}

/** Published tables as a text that is the same whatever the order of rows was: one line a cell, sorted. */
function canonicalText(tables: readonly PublishedTable[]): string {
  return tables
    .map(({ dimensions, values }) => {
      const head = dimensions.map(({ name }) => name)
      const lines = Array.from(values, (value, cell) =>
        JSON.stringify([...namesOf(dimensions, cell), Number.isNaN(value) ? 'x' : value]),
      )
      return [JSON.stringify(head), ...lines.sort()].join('\n')
    })
    .join('\n\n')
}
