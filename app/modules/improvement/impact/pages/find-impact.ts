import { amsterdamDay } from '../../../../platform/text/days.ts'
import { organisationOf, type WebContext, withinScope } from '../../../../platform/web/context.ts'
import { loadImpact } from '../impact-store.ts'
import { type SchoolImpact, schoolImpact } from '../school-impact.ts'

/** The five layers of the school in the path, or of the schools of a governing body; of this school year or another. */
export async function findImpact(c: WebContext, schoolYear?: number): Promise<readonly SchoolImpact[]> {
  const { visit, now } = c.var
  const organisation = organisationOf(c)
  const ids = organisation.kind === 'board' ? visit.schoolIds : [organisation.id]
  const loaded = await withinScope(c, (trx) => loadImpact(trx, ids, amsterdamDay(now), schoolYear))
  return loaded.map(schoolImpact)
}
