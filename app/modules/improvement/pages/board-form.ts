import type { z } from 'zod'
import type { Trx } from '../../../platform/database/scope.ts'
import { actorOf } from '../../../platform/identity/viewer.ts'
import type { Record as RecordEntry } from '../../../platform/journal/perform.ts'
import type { Locale } from '../../../platform/text/dictionary.ts'
import type { Access } from '../../../platform/web/access.ts'
import { answerChange, performSubmission } from '../../../platform/web/answer.ts'
import { organisationOf, type WebContext, withinScope } from '../../../platform/web/context.ts'
import { describeErrors } from '../../../platform/web/field-error.ts'
import { type FieldErrors, readForm, type Submission } from '../../../platform/web/form.ts'
import { refuse } from '../../../platform/web/refuse.tsx'
import { type FilledForm, refuseForm } from '../../../platform/web/refuse-form.ts'
import type { Route } from '../../../platform/web/route.ts'
import { type Board, boardPath, boardStream, mayWrite } from '../board.ts'
import { findBoard, isUuid, type OpenBoard } from '../board-store.ts'
import type { CardPlace, Writing } from '../edit-card.ts'
import { cardsText } from '../text.cards.ts'
import { sessionPageBehind } from './session/session-page-behind.ts'

/** Who may post to a board at all; `findBoard` says whether it is to this one. */
export const boardWriters: Access = {
  kind: 'member',
  roles: ['teacher', 'coach', 'leader'],
  guests: ['session', 'pupil'],
}

/** What came in by a form on a board, for the work that it asks for. */
export interface BoardWrite<T> {
  readonly c: WebContext
  readonly trx: Trx
  readonly record: RecordEntry
  readonly board: Board
  readonly place: CardPlace
  readonly writing: Writing
  readonly value: T
  readonly submission: Submission
}

/** `card` is the element on the board that is shown next: `action-<id>`. */
export type WriteResult =
  | { readonly ok: true; readonly card?: string }
  | { readonly ok: false; readonly reason: 'no-such-card' }
  | { readonly ok: false; readonly reason: 'form'; readonly errors: FieldErrors }

export interface BoardForm<T> {
  /** Behind `/s/:organisation/boards/:board`. */
  readonly path: string
  readonly schema: z.ZodType<T>
  /** `adds`: pupils may as well. */
  readonly audience?: 'writes' | 'adds'
  /** The words above the fields, for the sentences of a refusal. */
  readonly labels?: (locale: Locale, board: Board) => Readonly<Record<string, string>>
  /** The page on which the form stands, to come back on filled in. */
  readonly page?: (c: WebContext, open: OpenBoard, filled: FilledForm) => Response | Promise<Response>
  readonly work: (write: BoardWrite<T>) => Promise<WriteResult>
  /** Where it goes on, with or without script, whatever the form says. */
  readonly to?: (c: WebContext, boardPath: string, card: string | undefined, board: Board) => string
}

/**
 * The way of every write on a board: may this visitor write here, is the form right, do it once, answer with what
 * changed. A card's route is this with a schema and the work. A script stays on its page and gets what changed; the field
 * `back` says otherwise: `board` or `card` goes there with a script as well. Without a script it goes on at the page that
 * the form stood on.
 */
export function boardForm<T>(form: BoardForm<T>): Route {
  return {
    method: 'POST',
    path: `/s/:organisation/boards/:board${form.path}`,
    access: boardWriters,
    handle: (c) => handle(c, form),
  }
}

async function handle<T>(c: WebContext, form: BoardForm<T>): Promise<Response> {
  const open = await withinScope(c, (trx) => findBoard(trx, c.var.visit, c.req.param('board') ?? ''))
  if (open === null) return refuse(c, 'not-found')
  if (!mayWrite(open.audience, form.audience ?? 'writes')) return refuse(c, 'not-yours')
  const read = await readForm(c, form.schema)
  if (!read.ok) return refuseBoardForm(c, form, open, read)
  const { board } = open
  const { submission, value } = read
  const stream = boardStream(board.id)
  const { slug, id: organisationId } = organisationOf(c)
  const performed = await performSubmission(c, stream, submission, (trx, record) => {
    const writing = { id: submission.id, actor: actorOf(c.var.visit.viewer), writtenAt: submission.writtenAt }
    const place = { organisationId, boardId: board.id }
    return form.work({ c, trx, record, board, place, writing, value, submission })
  })
  const { result } = performed
  if (!result.ok) {
    return result.reason === 'form'
      ? refuseBoardForm(c, form, open, { errors: result.errors, submission })
      : refuse(c, 'not-found', { detail: cardsText(c.var.locale).gone })
  }
  const path = boardPath(slug, board.id)
  const card = result.card === undefined ? '' : `#${result.card}`
  if (form.to !== undefined) return c.redirect(form.to(c, path, result.card, board), 303)
  switch (submission.values.back) {
    case 'board':
      return c.redirect(path + card, 303)
    case 'card':
      return c.redirect(c.req.path.split('/').slice(0, 7).join('/'), 303)
    case 'choose':
      return answerChange(c, performed, { to: `${path}/choose${card}`, stream })
    default:
      return answerChange(c, performed, { to: (sessionPageBehind(c, path) ?? path) + card, stream })
  }
}

function refuseBoardForm<T>(
  c: WebContext,
  form: BoardForm<T>,
  open: OpenBoard,
  refused: { readonly errors: FieldErrors; readonly submission: Submission },
): Response | Promise<Response> {
  const labels = form.labels?.(c.var.locale, open.board) ?? {}
  const own = cardsText(c.var.locale).wrong
  const { page } = form
  if (page === undefined) {
    return refuse(c, 'form', { errors: describeErrors(c.var.locale, refused.errors, labels, own) })
  }
  return refuseForm(c, refused, labels, (filled) => page(c, open, filled), own)
}

/** The id of a card in the path; one of another form is of no card. */
export function idIn(c: WebContext, name: string): string {
  const id = c.req.param(name) ?? ''
  return isUuid(id) ? id : noCard
}

const noCard = '00000000-0000-0000-0000-000000000000'
