import { z } from 'zod'
import { moveAction } from '../../action-store.ts'
import { findAction } from '../../card-queries.ts'
import { editCard } from '../../edit-card.ts'
import { cardsText } from '../../text.cards.ts'
import { type BoardWrite, boardForm, type WriteResult } from '../board-form.ts'

const score = z.literal(['1', '2', '3', '4', '5'])
const scored = z.templateLiteral([z.uuid(), ':', score])

/** Where an action stands in the picture of effect and feasibility. One of these comes in at a time. */
const schema = z.object({
  impact: scored.optional(),
  feasibility: scored.optional(),
  /** Both at once, by dragging. */
  place: z.templateLiteral([z.uuid(), ':', score, ':', score]).optional(),
  /** Not chosen: it goes off the board, with the reason. */
  later: z.uuid().optional(),
})

type Placing = BoardWrite<z.infer<typeof schema>>

export const placeRoute = boardForm({ path: '/places', schema, work: place })

async function place(write: Placing): Promise<WriteResult> {
  const { value } = write
  if (value.later !== undefined) return notNow(write, value.later)
  if (value.place !== undefined) {
    const [id = '', impact, feasibility] = value.place.split(':')
    return put(write, id, { impact: Number(impact), feasibility: Number(feasibility) })
  }
  const [id = '', points] = (value.impact ?? value.feasibility ?? '').split(':')
  if (id === '') return { ok: false, reason: 'no-such-card' }
  return put(write, id, value.impact === undefined ? { feasibility: Number(points) } : { impact: Number(points) })
}

async function put(
  { trx, record, place, writing }: Placing,
  id: string,
  values: { readonly impact?: number; readonly feasibility?: number },
): Promise<WriteResult> {
  const edited = await editCard(trx, record, 'actions', { ...place, id, values, writtenAt: writing.writtenAt })
  return edited.ok ? { ok: true, card: `action-${id}` } : edited
}

async function notNow({ c, trx, record, place, writing }: Placing, id: string): Promise<WriteResult> {
  const action = await findAction(trx, place, id)
  if (action === null) return { ok: false, reason: 'no-such-card' }
  const words = cardsText(c.var.locale).choose
  const { impact, feasibility } = action
  const reason = impact === null || feasibility === null ? words.notNowPlain : words.notNowReason(impact, feasibility)
  return moveAction(trx, record, place, writing.writtenAt, id, 'stopped', reason)
}
