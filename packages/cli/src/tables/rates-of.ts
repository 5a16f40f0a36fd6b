import type { PublishedRate } from '@kantelpunt/disclosure'
import { rateTexts, suppressedSign } from './published-rows.ts'

/**
 * Published shares as what they say of the counts beside them: 12,5 stands for anything that rounds to it, as a
 * percentage. The cells are those of a table with part, rest and whole. A sentence where one can't be read.
 */
export function ratesOf(bytes: Uint8Array, cells: Int32Array, name: string): readonly PublishedRate[] | string {
  const texts = rateTexts(bytes, cells, name)
  if (texts === undefined) return `line 1: there is no column "${name}".`
  const rates: PublishedRate[] = []
  for (const [cell, text] of texts) {
    if (text === '' || text.toLowerCase() === suppressedSign) continue
    const [, whole, decimals = ''] = /^(\d+)(?:[.,](\d+))?\s*%?$/.exec(text) ?? []
    if (whole === undefined) return `the column "${name}" holds "${text}", which is no percentage.`
    const value = Number(`${whole}.${decimals === '' ? '0' : decimals}`)
    const half = 0.5 * 10 ** -decimals.length
    rates.push({
      table: 0,
      numerator: cell * 3,
      denominator: cell * 3 + 2,
      low: Math.max(0, value - half) / 100,
      high: (value + half) / 100,
    })
  }
  return rates
}
