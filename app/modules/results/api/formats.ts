import { parseAccept } from 'hono/utils/accept'

/** The same figures in three forms; the first is what a program gets that asks for nothing. */
export const formats = {
  json: 'application/json',
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

export type Format = keyof typeof formats

/** `unknown`: the address names another format (400). `not-acceptable`: no format is one that the asker takes (406). */
export type AskedFormat = Format | 'unknown' | 'not-acceptable'

const names: readonly Format[] = ['json', 'csv', 'xlsx']

/** By the address (`?format=csv`, for a plain link), or else by what the asker prefers (RFC 9110, section 12.5.1). */
export function askedFormat(named: string | undefined, accept: string | undefined): AskedFormat {
  if (named !== undefined) return names.find((name) => name === named) ?? 'unknown'
  const ranges = parseAccept(accept ?? '')
  if (ranges.length === 0) return 'json'
  let best: { readonly name: Format; readonly quality: number } | undefined
  for (const name of names) {
    const quality = qualityOf(formats[name], ranges)
    if (quality > (best?.quality ?? 0)) best = { name, quality }
  }
  return best?.name ?? 'not-acceptable'
}

/** The most exact range that a type falls in decides. */
function qualityOf(type: string, ranges: readonly { readonly type: string; readonly q: number }[]): number {
  const [kind = ''] = type.split('/')
  for (const exact of [type, `${kind}/*`, '*/*']) {
    const found = ranges.find((range) => range.type.toLowerCase() === exact)
    if (found !== undefined) return found.q
  }
  return 0
}
