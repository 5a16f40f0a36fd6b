import type { Trx } from '../../../../platform/database/scope.ts'
import type { CardPlace } from '../../edit-card.ts'

/** Whether a goal or an action is of this board. */
export async function isCardOf(trx: Trx, { organisationId, boardId }: CardPlace, id: string): Promise<boolean> {
  const rows = await Promise.all(
    (['goals', 'actions'] as const).map((table) =>
      trx
        .selectFrom(table)
        .select('id')
        .where('organisation_id', '=', organisationId)
        .where('board_id', '=', boardId)
        .where('id', '=', id)
        .executeTakeFirst(),
    ),
  )
  return rows.some((row) => row !== undefined)
}
