import type { Proof } from './certificate.ts'
import type { Column } from './column.ts'
import type { Offer } from './offer.ts'
import { openSpare } from './prove.ts'

/** The exchanges whose cover has least to spare: those that good choices are made of. At least so many, where there are. */
export function nearColumns(offer: Offer, times: number, proof: Proof, least: number): readonly Column[] {
  const spare = openSpare(offer.n, times, proof)
  const values = Float64Array.from(proof.values)
  const most = proof.values.reduce((sum, value) => sum + value, 0)
  for (let room = Math.max(1, most / offer.n / 64); ; room *= 2) {
    const columns: Column[] = []
    offer.price(
      values,
      -room,
      (a, b, c, weight) => {
        const column = { a, b, c, weight }
        if (spare(column) <= room) columns.push(column)
      },
      times,
    )
    if (columns.length >= least || room > 3 * most) return columns
  }
}
