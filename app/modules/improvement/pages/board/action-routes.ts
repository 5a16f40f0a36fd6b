import { z } from 'zod'
import { members } from '../../../../platform/web/access.ts'
import { answerChange, performSubmission } from '../../../../platform/web/answer.ts'
import { organisationOf, type WebContext, withinScope } from '../../../../platform/web/context.ts'
import { describeErrors } from '../../../../platform/web/field-error.ts'
import { readForm } from '../../../../platform/web/form.ts'
import { refuse } from '../../../../platform/web/refuse.tsx'
import type { Route } from '../../../../platform/web/route.ts'
import { boardPath, boardStream } from '../../board.ts'
import { findBoard } from '../../board-store.ts'
import { editCard } from '../../edit-card.ts'
import { boardText } from '../../text.board.ts'

const writers = members('teacher', 'coach', 'leader')
const newAction = z.object({
  description: z.string().max(300),
  dueOn: z.iso.date().optional(),
  goalId: z.uuid().optional(),
})
const editedAction = z.object({
  state: z.enum(['open', 'done']).optional(),
  description: z.string().max(300).optional(),
})

export const actionRoutes: readonly Route[] = [
  { method: 'POST', path: '/s/:organisation/boards/:board/actions', access: writers, handle: addAction },
  { method: 'POST', path: '/s/:organisation/boards/:board/actions/:action', access: writers, handle: changeAction },
]

async function addAction(c: WebContext): Promise<Response> {
  const boardId = await writableBoard(c)
  if (boardId === null) return refuse(c, 'not-found')
  const form = await readForm(c, newAction)
  const words = boardText(c.var.locale).actions
  if (!form.ok)
    return refuse(c, 'form', {
      errors: describeErrors(c.var.locale, form.errors, { description: words.description, dueOn: words.due }),
    })
  const organisation = organisationOf(c)
  const { id, writtenAt } = form.submission
  const done = await performSubmission(c, boardStream(boardId), form.submission, async (trx, record) => {
    const { description, dueOn = null, goalId = null } = form.value
    const stamps = { description: writtenAt, due_on: writtenAt }
    await trx
      .insertInto('actions')
      .values({
        organisation_id: organisation.id,
        id,
        board_id: boardId,
        goal_id: goalId,
        description,
        due_on: dueOn,
        stamps: JSON.stringify(stamps),
        created_by: 'person',
        created_at: c.var.now,
      })
      .execute()
    record({
      action: 'action-added',
      subject: `action:${id}`,
      changes: { description: [null, description], due_on: [null, dueOn] },
    })
    return null
  })
  return answerChange(c, done, {
    to: `${boardPath(organisation.slug, boardId)}#action-${id}`,
    stream: boardStream(boardId),
  })
}

async function changeAction(c: WebContext): Promise<Response> {
  const boardId = await writableBoard(c)
  const id = c.req.param('action') ?? ''
  if (boardId === null) return refuse(c, 'not-found')
  const form = await readForm(c, editedAction)
  if (!form.ok) return refuse(c, 'form', { errors: describeErrors(c.var.locale, form.errors, {}) })
  const organisation = organisationOf(c)
  const done = await performSubmission(c, boardStream(boardId), form.submission, async (trx, record) => {
    const values = { ...form.value, ...(form.value.state === undefined ? {} : { state_at: c.var.now }) }
    return editCard(trx, record, 'actions', {
      organisationId: organisation.id,
      boardId,
      id,
      values,
      writtenAt: form.submission.writtenAt,
    })
  })
  if (!done.result.ok) return refuse(c, 'not-found')
  return answerChange(c, done, {
    to: `${boardPath(organisation.slug, boardId)}#action-${id}`,
    stream: boardStream(boardId),
  })
}

/** The id of the board in the path, where this visitor may write on it. */
async function writableBoard(c: WebContext): Promise<string | null> {
  const open = await withinScope(c, (trx) => findBoard(trx, c.var.visit, c.req.param('board') ?? ''))
  return open?.audience === 'writes' ? open.board.id : null
}
