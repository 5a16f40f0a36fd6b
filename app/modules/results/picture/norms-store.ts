import { createHash } from 'node:crypto'
import { knownNorms, type NormSet } from '@kantelpunt/school-results'
import type { Trx } from '../../../platform/database/scope.ts'

/** Every version of the norms: those that come along, and those that were loaded, which go first where an id is the same. */
export async function allNorms(trx: Trx): Promise<readonly NormSet[]> {
  const rows = await trx.selectFrom('result_norms').select(['id', 'body']).orderBy('valid_from').orderBy('id').execute()
  const loaded = rows.map(({ body }) => body)
  return [...loaded, ...knownNorms.filter(({ id }) => loaded.every((norms) => norms.id !== id))]
}

/** Keeps a version of the norms. `again`: it stood there already, word for word. */
export async function keepNorms(
  trx: Trx,
  norms: NormSet,
  { by, at }: { readonly by: string | null; readonly at: Date },
): Promise<'loaded' | 'again'> {
  const body = JSON.stringify(norms)
  const sha256 = createHash('sha256').update(body).digest('hex')
  const before = await trx.selectFrom('result_norms').select('sha256').where('id', '=', norms.id).executeTakeFirst()
  if (before?.sha256 === sha256) return 'again'
  const row = { sha256, valid_from: norms.validFrom, body, loaded_at: at, loaded_by: by }
  await trx
    .insertInto('result_norms')
    .values({ id: norms.id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute()
  return 'loaded'
}
