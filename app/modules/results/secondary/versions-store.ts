import { createHash } from 'node:crypto'
import { type ColumnMap, knownSecondaryNorms, type SecondaryNormSet } from '@kantelpunt/school-results'
import type { Trx } from '../../../platform/database/scope.ts'
import type { SecondaryVersion } from './secondary-file.ts'
import type { SecondaryVersionTable } from './tables.ts'

/** Keeps a version. `again`: it stood there already, word for word. `id-taken`: something else does, and stays. */
export async function keepVersion(
  trx: Trx,
  { kind, body: content }: SecondaryVersion,
  { by, at }: { readonly by: string | null; readonly at: Date },
): Promise<'loaded' | 'again' | 'id-taken'> {
  const { id } = content
  const body = JSON.stringify(content)
  const sha256 = createHash('sha256').update(body).digest('hex')
  if (kind === 'norms' && knownSecondaryNorms.some((known) => known.id === id)) return 'id-taken'
  const kept = await trx
    .insertInto('result_secondary_versions')
    .values({ kind, id, sha256, body, loaded_at: at, loaded_by: by })
    .onConflict((conflict) => conflict.columns(['kind', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (kept !== undefined) return 'loaded'
  const before = await trx
    .selectFrom('result_secondary_versions')
    .select('sha256')
    .where('kind', '=', kind)
    .where('id', '=', id)
    .executeTakeFirst()
  return before?.sha256 === sha256 ? 'again' : 'id-taken'
}

/** Every version of the norms, the one that was loaded last first; those that come along are the oldest. */
export async function secondaryNorms(trx: Trx): Promise<readonly SecondaryNormSet[]> {
  return [...(await bodies(trx, 'norms')).filter((body) => 'norms' in body), ...knownSecondaryNorms]
}

/** The columns of files that an operator wrote down. */
export async function columnMaps(trx: Trx): Promise<readonly ColumnMap[]> {
  return (await bodies(trx, 'columns')).filter((body) => 'columns' in body)
}

/** Every version that there is, for whoever keeps them. */
export async function allVersions(trx: Trx): Promise<readonly SecondaryVersion[]> {
  return [
    ...(await secondaryNorms(trx)).map((body) => ({ kind: 'norms' as const, body })),
    ...(await columnMaps(trx)).map((body) => ({ kind: 'columns' as const, body })),
  ]
}

async function bodies(trx: Trx, kind: SecondaryVersionTable['kind']) {
  const rows = await trx
    .selectFrom('result_secondary_versions')
    .select('body')
    .where('kind', '=', kind)
    .orderBy('loaded_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ body }) => body)
}
