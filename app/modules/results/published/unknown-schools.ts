import type { Trx } from '../../../platform/database/scope.ts'
import { schoolPlaces } from '../picture/school-places.ts'

/** Codes that are named at most. */
const mostNamed = 1000

/** Schools of a file that the register does not have: their results are kept, without a name or a place. */
export interface UnknownSchools {
  readonly total: number
  /** The first of them in the order of their codes, `98AA00` or the Inspectorate's `98AA|C1`. */
  readonly codes: readonly string[]
}

/** Of an object of supervision only the BRIN is in the register, of a location its whole code. */
export async function unknownSchools(
  trx: Trx,
  tables: readonly { readonly codes: readonly string[] }[],
): Promise<UnknownSchools> {
  const { byCode, byBrin } = await schoolPlaces(trx)
  const unknown = new Set<string>()
  for (const code of tables.flatMap(({ codes }) => codes)) {
    const isKnown = code.includes('|') ? byBrin.has(code.slice(0, 4)) : byCode.has(code)
    if (!isKnown) unknown.add(code)
  }
  return { total: unknown.size, codes: [...unknown].toSorted().slice(0, mostNamed) }
}
