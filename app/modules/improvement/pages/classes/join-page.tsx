import { z } from 'zod'
import { organisationScope } from '../../../../platform/database/scope.ts'
import { createGuest, setGuestCookie } from '../../../../platform/identity/guests.ts'
import { addDays, amsterdamDay, startOfDay } from '../../../../platform/text/days.ts'
import { Button, ErrorSummary, TextField } from '../../../../platform/ui/index.ts'
import { everyone } from '../../../../platform/web/access.ts'
import type { WebContext } from '../../../../platform/web/context.ts'
import { type FieldErrors, readForm, type Submission } from '../../../../platform/web/form.ts'
import { page } from '../../../../platform/web/page.tsx'
import { emptyForm, type FilledForm, refuseForm } from '../../../../platform/web/refuse-form.ts'
import type { Route } from '../../../../platform/web/route.ts'
import { boardPath } from '../../board.ts'
import { type BoardByCode, findByCode, pupilsOf } from '../../class-board-store.ts'
import { readCode, showCode } from '../../session-code.ts'
import { cardsText } from '../../text.cards.ts'
import { classesText } from '../../text.classes.ts'
import { typedText } from '../../zones/filled.ts'

/** Codes tried in a minute from one address: enough for three classes at once, hopeless against 480 million codes. */
const triesPerMinute = 90
const form = z.object({ code: z.string().max(60), nickname: z.string().max(40).optional() })

/** Pupils join the board of their class here; the QR code on the board leads to `/k/<code>`. */
export const joinRoutes: readonly Route[] = [
  { method: 'GET', path: '/k', access: everyone, handle: (c) => showJoin(c, emptyForm) },
  // Only fills the field: whether there is such a board is told to who asks to join it, and counted.
  { method: 'GET', path: '/k/:code', access: everyone, handle: (c) => showJoin(c, emptyForm) },
  { method: 'POST', path: '/k', access: everyone, perMinute: triesPerMinute, handle: join },
]

function showJoin(c: WebContext, filled: FilledForm): Response {
  const words = classesText(c.var.locale).join
  const inPath = readCode(c.req.param('code') ?? '')
  const problems = Object.entries(filled.errors).map(([field, message]) => ({ field, message }))
  return page(c, {
    title: words.title,
    chrome: 'bare',
    width: 'narrow',
    body: (
      <div class="stack">
        <h1>{words.title}</h1>
        <ErrorSummary title={cardsText(c.var.locale).problems} problems={problems} />
        <form class="form" method="post" action="/k">
          <TextField
            name="code"
            label={words.code}
            hint={words.codeHint}
            required
            maxlength={60}
            value={typedText(filled, 'code', inPath === null ? '' : showCode(inPath))}
            error={filled.errors.code}
          />
          <TextField
            name="nickname"
            label={words.nickname}
            hint={words.nicknameHint}
            maxlength={40}
            value={typedText(filled, 'nickname', '')}
            error={filled.errors.nickname}
          />
          <div class="actions">
            <Button kind="main" size="big">
              {words.go}
            </Button>
          </div>
          <p class="soft small">{words.keep}</p>
        </form>
      </div>
    ),
  })
}

async function join(c: WebContext): Promise<Response> {
  const words = classesText(c.var.locale).join
  const read = await readForm(c, form)
  const again = (errors: FieldErrors, submission: Submission) =>
    refuseForm(
      c,
      { errors, submission },
      { code: words.code, nickname: words.nickname },
      (filled) => showJoin(c, filled),
      { unknown: words.unknown },
    )
  if (!read.ok) return again(read.errors, read.submission)
  const { value, submission } = read
  const board = await boardOf(c, value.code)
  if (board === null) return again({ code: { reason: 'unknown' } }, submission)
  const { services, now } = c.var
  const pass = await services.db.run(organisationScope(board.organisationId), (trx) =>
    createGuest(trx, {
      organisationId: board.organisationId,
      kind: 'pupil',
      about: pupilsOf(board.boardId),
      name: value.nickname ?? words.pupil,
      expiresAt: startOfDay(addDays(board.endsOn, 1)),
      now,
      newId: services.newId,
    }),
  )
  setGuestCookie(c, pass)
  return c.redirect(boardPath(board.slug, board.boardId), 303)
}

/** The board of a code that is not over; the same answer for a code of another form and one of no board. */
async function boardOf(c: WebContext, typed: string): Promise<BoardByCode | null> {
  const code = readCode(typed)
  if (code === null) return null
  const board = await c.var.services.db.run(organisationScope('00000000-0000-0000-0000-000000000000'), (trx) =>
    findByCode(trx, code),
  )
  return board !== null && board.endsOn >= amsterdamDay(c.var.now) ? board : null
}
