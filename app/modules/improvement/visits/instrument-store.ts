import type { Trx } from '../../../platform/database/scope.ts'
import { type Instrument, readInstrument } from './instrument.ts'
import { ownInstrument, ownInstrumentKey } from './own-instrument.ts'

/** An instrument as visits name it: `own`, or the id of the row that holds an imported one. */
export interface NamedInstrument {
  readonly key: string
  readonly instrument: Instrument
}

/** What can be chosen at a school: our own first, then what was imported, oldest first. */
export async function instrumentsOf(trx: Trx, organisationId: string): Promise<readonly NamedInstrument[]> {
  const rows = await trx
    .selectFrom('visit_instruments')
    .select(['id', 'definition'])
    .where('organisation_id', '=', organisationId)
    .where('removed_at', 'is', null)
    .orderBy('imported_at')
    .execute()
  const imported = rows.flatMap(({ id, definition }) => {
    const read = readInstrument(definition)
    return read.ok ? [{ key: id, instrument: read.instrument }] : []
  })
  return [{ key: ownInstrumentKey, instrument: ownInstrument }, ...imported]
}

/** One of them by its key, also one that was taken away since: scores given with it can still be read. */
export async function findInstrument(trx: Trx, organisationId: string, key: string): Promise<Instrument | null> {
  if (key === ownInstrumentKey) return ownInstrument
  const row = await trx
    .selectFrom('visit_instruments')
    .select('definition')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', key)
    .executeTakeFirst()
  const read = readInstrument(row?.definition)
  return read.ok ? read.instrument : null
}

export async function addInstrument(
  trx: Trx,
  { organisationId, id, by, now }: { organisationId: string; id: string; by: string; now: Date },
  instrument: Instrument,
): Promise<void> {
  await trx
    .insertInto('visit_instruments')
    .values({
      organisation_id: organisationId,
      id,
      definition: JSON.stringify(instrument),
      imported_by: by,
      imported_at: now,
      removed_at: null,
    })
    .execute()
}

/** It can't be chosen any more. False where there was none. */
export async function removeInstrument(trx: Trx, organisationId: string, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('visit_instruments')
    .set({ removed_at: now })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
