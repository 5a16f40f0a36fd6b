import { z } from 'zod'
import type { Route } from '../../../platform/web/route.ts'
import { editCard } from '../edit-card.ts'
import { type BoardWrite, boardForm, type WriteResult } from './board-form.ts'

const tables = { goal: 'goals', action: 'actions', success: 'successes', plan: 'plans' } as const

const cardForm = z.object({
  card: z.templateLiteral([z.enum(['goal', 'action', 'success', 'plan']), ':', z.uuid()]),
})

/** Takes a card off the board and puts it back; it stays in the archive and in the history. */
export const removalRoutes: readonly Route[] = [
  boardForm({
    path: '/removals',
    schema: cardForm,
    work: (write) => moveOff(write, new Date(write.writing.writtenAt)),
  }),
  boardForm({ path: '/returns', schema: cardForm, work: (write) => moveOff(write, null) }),
]

async function moveOff(write: BoardWrite<z.infer<typeof cardForm>>, removed_at: Date | null): Promise<WriteResult> {
  const { trx, record, place, writing, value } = write
  const [noun = '', id = ''] = value.card.split(':')
  // The schema lets no other noun in.
  const table = tables[noun as keyof typeof tables]
  const { writtenAt } = writing
  const edited = await editCard(trx, record, table, { ...place, id, values: { removed_at }, writtenAt })
  return edited.ok && removed_at === null ? { ok: true, card: `${noun}-${id}` } : edited
}
