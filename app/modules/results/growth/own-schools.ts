import type { Trx } from '../../../platform/database/scope.ts'
import { schoolPlaces } from '../picture/school-places.ts'

/**
 * Names of schools by their code in the register: those of these organisations, and every other school of the same governing
 * body by the register. Summaries hold figures of these and of no others.
 */
export async function ownSchools(trx: Trx, organisationIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await trx
    .selectFrom('organisations')
    .select(['name', 'school_code as code'])
    .where('id', 'in', organisationIds)
    .where('school_code', 'is not', null)
    .execute()
  const own = new Map(rows.map(({ code, name }): [string, string] => [code ?? '', name]))
  const { byCode } = await schoolPlaces(trx)
  const bodies = new Set([...own.keys()].map((code) => byCode.get(code)?.governingBody ?? null))
  bodies.delete(null)
  for (const { code, name, governingBody } of byCode.values()) {
    if (bodies.has(governingBody) && !own.has(code)) own.set(code, name)
  }
  return own
}
