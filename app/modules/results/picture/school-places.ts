import type { Trx } from '../../../platform/database/scope.ts'

/** Where a school is and to whom it belongs, as far as a picture of the country asks. */
export interface SchoolPlace {
  readonly code: string
  readonly name: string
  readonly place: string
  readonly municipalityCode: string
  readonly municipality: string
  readonly province: string | null
  readonly governingBody: string | null
}

export interface SchoolPlaces {
  /** Of the register: another list, another state. */
  readonly state: string
  readonly byCode: ReadonlyMap<string, SchoolPlace>
  /** Of a BRIN the location with the lowest number: where a school is of which only the BRIN is known. */
  readonly byBrin: ReadonlyMap<string, SchoolPlace>
}

/** What this process read last; the newest import has an id that no other state of the register has. */
let kept: SchoolPlaces | undefined

/** Every school of the register, closed ones too: results may be older than a closure. */
export async function schoolPlaces(trx: Trx): Promise<SchoolPlaces> {
  const newest = await trx
    .selectFrom('register_imports')
    .select('id')
    .where('status', '=', 'imported')
    .orderBy('imported_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (newest !== undefined && kept?.state === newest.id) return kept
  const rows = await trx
    .selectFrom('register_schools')
    .select(['code', 'name', 'place', 'municipality_code', 'municipality', 'province', 'governing_body'])
    .orderBy('code')
    .execute()
  const byCode = new Map<string, SchoolPlace>()
  const byBrin = new Map<string, SchoolPlace>()
  for (const { municipality_code, governing_body, ...row } of rows) {
    const place = { ...row, municipalityCode: municipality_code, governingBody: governing_body }
    byCode.set(row.code, place)
    const brin = row.code.slice(0, 4)
    if (!byBrin.has(brin)) byBrin.set(brin, place)
  }
  const places = { state: newest?.id ?? '', byCode, byBrin }
  // Schools that no list brought are the few of the demo: they are read each time.
  if (newest !== undefined) kept = places
  return places
}
