import { createHash } from 'node:crypto'
import { knownNorms, type NormSet, parseNormSet } from '@kantelpunt/school-results'
import type { Trx } from '../../../platform/database/scope.ts'

/** Every version of the norms, the one that was loaded last first; those that come along are the oldest. */
export async function allNorms(trx: Trx): Promise<readonly NormSet[]> {
  const rows = await trx
    .selectFrom('result_norms')
    .select('body')
    .orderBy('loaded_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return [...rows.map(({ body }) => body), ...knownNorms]
}

/**
 * Keeps a version of the norms. `again`: it stood there already, word for word. `id-taken`: something else does, and stays:
 * a picture names its norms by id, so that what an id means never changes.
 */
export async function keepNorms(
  trx: Trx,
  norms: NormSet,
  { by, at }: { readonly by: string | null; readonly at: Date },
): Promise<'loaded' | 'again' | 'id-taken'> {
  const { id } = norms
  const body = JSON.stringify(norms)
  const sha256 = sumOf(body)
  const known = knownNorms.find((each) => each.id === id)
  if (known !== undefined) return sumOf(asLoaded(known)) === sha256 ? 'again' : 'id-taken'
  const kept = await trx
    .insertInto('result_norms')
    .values({ id, sha256, valid_from: norms.validFrom, body, loaded_at: at, loaded_by: by })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (kept !== undefined) return 'loaded'
  const before = await trx.selectFrom('result_norms').select('sha256').where('id', '=', id).executeTakeFirst()
  return before?.sha256 === sha256 ? 'again' : 'id-taken'
}

/** As text with its fields in the order of a file that was read. */
function asLoaded(norms: NormSet): string {
  const read = parseNormSet(norms)
  return JSON.stringify(read.ok ? read.norms : norms)
}

function sumOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
