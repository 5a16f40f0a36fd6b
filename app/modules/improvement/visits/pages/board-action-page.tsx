import { z } from 'zod'
import { actorOf } from '../../../../platform/identity/viewer.ts'
import { addDays, amsterdamDay, parseDay } from '../../../../platform/text/days.ts'
import { Button, Card, ErrorSummary, PageHead, SelectField, TextField } from '../../../../platform/ui/index.ts'
import { performSubmission } from '../../../../platform/web/answer.ts'
import { organisationOf, personOf, type WebContext, withinScope } from '../../../../platform/web/context.ts'
import { readForm } from '../../../../platform/web/form.ts'
import { page } from '../../../../platform/web/page.tsx'
import { refuse } from '../../../../platform/web/refuse.tsx'
import { emptyForm, type FilledForm, refuseForm } from '../../../../platform/web/refuse-form.ts'
import type { Route } from '../../../../platform/web/route.ts'
import { addAction, membersAmong } from '../../action-store.ts'
import { boardPath, boardStream, mayWrite } from '../../board.ts'
import { findBoard } from '../../board-store.ts'
import { cardsText } from '../../text.cards.ts'
import { typedText } from '../../zones/filled.ts'
import { boardsToWriteOn } from '../boards-store.ts'
import { seenText } from '../text.seen.ts'
import { seenPath } from '../visit.ts'
import { type OpenSeen, visitMembers, withSeen } from './visit-write.ts'

const path = '/s/:organisation/visits/:visit/seen/action'
const form = z.object({
  board: z.uuid(),
  description: z.string().min(3).max(300),
  dueOn: z.preprocess((typed) => (typeof typed === 'string' ? (parseDay(typed) ?? typed) : typed), z.iso.date()),
})

/**
 * What the receiver is going to try becomes an action on a board, in words written anew: the field is empty, and the action
 * does not know the visit that it came from.
 */
export const boardActionRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    access: visitMembers,
    handle: (c) => withSeen(c, ['receiver'], (open) => showForm(c, open, emptyForm)),
  },
  { method: 'POST', path, access: visitMembers, handle: (c) => withSeen(c, ['receiver'], (open) => put(c, open)) },
]

async function put(c: WebContext, open: OpenSeen): Promise<Response> {
  const words = seenText(c.var.locale).tries
  const read = await readForm(c, form)
  if (!read.ok) {
    const labels = { board: words.board, description: words.action, dueOn: words.due }
    return refuseForm(c, read, labels, (filled) => showForm(c, open, filled))
  }
  const { submission, value } = read
  const found = await withinScope(c, (trx) => findBoard(trx, c.var.visit, value.board))
  if (found === null || !mayWrite(found.audience, 'writes')) return refuse(c, 'not-found')
  const { id: organisationId, slug } = organisationOf(c)
  const me = personOf(c)
  const place = { organisationId, boardId: found.board.id }
  const writing = { id: submission.id, actor: actorOf(me), writtenAt: submission.writtenAt }
  await performSubmission(c, boardStream(found.board.id), submission, async (trx, record) => {
    const owner_ids = await membersAmong(trx, organisationId, found.board.teamId, [me.id])
    return addAction(trx, record, place, writing, {
      description: value.description,
      goal_id: null,
      due_on: value.dueOn,
      owner_ids,
      owner_names: owner_ids.length === 0 ? [me.name] : [],
      everyone: false,
    })
  })
  return c.redirect(`${boardPath(slug, found.board.id)}#action-${submission.id}`, 303)
}

async function showForm(c: WebContext, { visit, seen }: OpenSeen, filled: FilledForm): Promise<Response> {
  const { locale, now } = c.var
  const words = seenText(locale).tries
  const organisation = organisationOf(c)
  const boards = await withinScope(c, (trx) => boardsToWriteOn(trx, organisation.id, personOf(c).id))
  const problems = Object.entries(filled.errors).map(([field, message]) => ({ field, message }))
  return page(c, {
    title: words.toBoard,
    width: 'narrow',
    body: (
      <div class="stack">
        <PageHead over={organisation.name} title={words.toBoard} />
        {seen.tries && (
          <Card tone="visit" over={words.title}>
            <p>{seen.tries}</p>
          </Card>
        )}
        <p>{words.toBoardLead}</p>
        <ErrorSummary title={cardsText(locale).problems} problems={problems} />
        <form class="form" method="post" action={`${seenPath(organisation.slug, visit.id)}/action`}>
          <TextField
            name="description"
            label={words.action}
            maxlength={300}
            required
            value={typedText(filled, 'description', '')}
            error={filled.errors.description}
          />
          <SelectField
            name="board"
            label={words.board}
            required
            options={boards.map(({ id, name }) => ({ value: id, label: name }))}
            value={typedText(filled, 'board', boards[0]?.id ?? '')}
            error={filled.errors.board}
          />
          <TextField
            name="dueOn"
            label={words.due}
            type="date"
            required
            value={typedText(filled, 'dueOn', addDays(amsterdamDay(now), 7))}
            error={filled.errors.dueOn}
          />
          <div class="actions">
            <Button kind="main">{words.put}</Button>
          </div>
        </form>
      </div>
    ),
  })
}
