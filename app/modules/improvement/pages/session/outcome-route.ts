import { z } from 'zod'
import { parseDay } from '../../../../platform/text/days.ts'
import type { Route } from '../../../../platform/web/route.ts'
import { adaptAction, moveAction } from '../../action-store.ts'
import { type EditResult, editCard } from '../../edit-card.ts'
import { markSeen } from '../../session-course-store.ts'
import { sessionText } from '../../text.session.ts'
import { type BoardWrite, boardForm, idIn, type WriteResult } from '../board-form.ts'
import { sessionWrite } from './session-write.ts'

const schema = z.object({
  outcome: z.enum(['done', 'on', 'adapted', 'stopped', 'open']),
  reason: z.string().max(300).optional(),
  description: z.string().max(300).optional(),
  due: z
    .string()
    .transform((text) => parseDay(text))
    .refine((day) => day !== null, 'not-a-date')
    .optional(),
})

type Outcome = BoardWrite<z.infer<typeof schema>>

/** What became of an action that was talked about. It was seen with that, whatever it was. */
const outcomeRoute = boardForm({
  path: '/session/actions/:action',
  schema,
  labels: (locale) => {
    const words = sessionText(locale).outcome
    return { reason: words.reason, description: words.what, due: words.due }
  },
  work: async (write): Promise<WriteResult> => {
    const { value } = write
    const missing = (['reason', 'description', 'due'] as const).find(
      (field) => needed[value.outcome].includes(field) && !value[field],
    )
    if (missing !== undefined) return { ok: false, reason: 'form', errors: { [missing]: { reason: 'required' } } }
    const id = idIn(write.c, 'action')
    const result = await carryOut(write, id)
    if (!result.ok) return result
    // An action that goes on otherwise is a new one (with the id of this operation); it needs no turn either.
    if (value.outcome !== 'open') await markSeen(sessionWrite(write), [id])
    return { ok: true, card: `action-${id}` }
  },
})

const needed: Readonly<Record<Outcome['value']['outcome'], readonly string[]>> = {
  done: [],
  on: [],
  open: [],
  adapted: ['reason', 'description', 'due'],
  stopped: ['reason'],
}

async function carryOut({ trx, record, place, writing, value }: Outcome, id: string): Promise<EditResult> {
  const { outcome, reason = '', description = '', due = null } = value
  switch (outcome) {
    case 'done':
    case 'open':
    case 'stopped':
      return moveAction(trx, record, place, writing.writtenAt, id, outcome, reason)
    case 'on': {
      if (due === null) return { ok: true }
      const edit = { ...place, id, values: { due_on: due }, writtenAt: writing.writtenAt }
      return editCard(trx, record, 'actions', edit)
    }
    case 'adapted':
      // `needed` asked for a day.
      return adaptAction(trx, record, place, writing, id, { reason, description, due_on: due ?? '' })
  }
}

export const outcomeRoutes: readonly Route[] = [outcomeRoute]
