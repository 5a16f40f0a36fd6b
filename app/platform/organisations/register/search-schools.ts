import type { Trx } from '../../database/scope.ts'
import type { RegisterSchool } from './import-plan.ts'
import { schoolsByCode, wholeRegister } from './register-store.ts'
import { createSchoolIndex, type SchoolIndex } from './school-index.ts'

export interface FoundSchools {
  readonly schools: readonly RegisterSchool[]
  /** Schools in the register, closed ones too; 0: nothing was imported yet. */
  readonly searched: number
}

/**
 * The index of the last state of the register that this process searched. An import has an id that no other state has, so
 * what is kept here can be out of date for nobody: another state, or another database, makes another index.
 */
let kept: { readonly state: string; readonly index: SchoolIndex } | undefined

/** Real schools by name, place, BRIN or postcode, as people type them; best first, closed ones after open ones. */
export async function searchSchools(
  trx: Trx,
  text: string,
  { limit = 20 }: { readonly limit?: number } = {},
): Promise<FoundSchools> {
  const index = await indexOf(trx)
  return { schools: await schoolsByCode(trx, index.find(text, limit)), searched: index.size }
}

async function indexOf(trx: Trx): Promise<SchoolIndex> {
  const newest = await trx
    .selectFrom('register_imports')
    .select('id')
    .where('status', '=', 'imported')
    .orderBy('imported_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  // Schools that no list brought are the few of the demo.
  if (newest === undefined) return await createSchoolIndex((await wholeRegister(trx)).values())
  if (kept?.state === newest.id) return kept.index
  const index = await createSchoolIndex((await wholeRegister(trx)).values())
  kept = { state: newest.id, index }
  return index
}
