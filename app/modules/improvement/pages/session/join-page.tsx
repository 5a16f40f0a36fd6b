import { getCookie } from 'hono/cookie'
import { z } from 'zod'
import { organisationScope } from '../../../../platform/database/scope.ts'
import { guestCookie } from '../../../../platform/identity/guest-cookie.ts'
import { createGuest, type GuestPass, setGuestCookie } from '../../../../platform/identity/guests.ts'
import { findVisit } from '../../../../platform/identity/visit.ts'
import { perform } from '../../../../platform/journal/perform.ts'
import { Button, ErrorSummary, TextField } from '../../../../platform/ui/index.ts'
import { everyone } from '../../../../platform/web/access.ts'
import type { WebContext } from '../../../../platform/web/context.ts'
import { readForm } from '../../../../platform/web/form.ts'
import { page } from '../../../../platform/web/page.tsx'
import { emptyForm, type FilledForm, refuseForm } from '../../../../platform/web/refuse-form.ts'
import type { Route } from '../../../../platform/web/route.ts'
import { boardPath, boardStream } from '../../board.ts'
import { readCode, showCode } from '../../session-code.ts'
import { belongsTo, type CodedSession, findByCode } from '../../session-code-store.ts'
import { sessionText } from '../../text.session.ts'

/** A team of ten behind one address joins at once; guessing a code among 480 million takes longer than a session. */
const perMinute = 60
/** A guest's pass outlives the session a little, so that the phone can say that it is over. */
const passHours = 4

export const joinRoutes: readonly Route[] = [
  { method: 'GET', path: '/m', access: everyone, perMinute, handle: showCodeForm },
  { method: 'GET', path: '/m/:code', access: everyone, perMinute, handle: openCode },
  { method: 'POST', path: '/m/:code', access: everyone, perMinute, handle: joinAsGuest },
]

/** `/m`: type the code. The form is a GET, so that it works anywhere and can be repeated. */
async function showCodeForm(c: WebContext): Promise<Response> {
  const typed = c.req.query('code')
  if (typed === undefined) return codePage(c)
  const code = readCode(typed)
  if (code === null) return codePage(c, typed, sessionText(c.var.locale).join.notACode)
  return c.redirect(`/m/${code}`, 303)
}

/** `/m/KM47TW`: straight to the session for who belongs there or has a pass, else the form for a guest. */
async function openCode(c: WebContext): Promise<Response> {
  const found = await sessionOf(c)
  if (found instanceof Response) return found
  const { session, code } = found
  const phone = `${boardPath(session.slug, session.boardId)}/session/phone`
  const { db } = c.var.services
  if (await belongsTo(db, c.var.visit.viewer, session.organisationId)) return c.redirect(phone, 303)
  if (await hasPass(c, session)) return c.redirect(phone, 303)
  return guestPage(c, session, code, emptyForm)
}

const guestForm = z.object({ name: z.string().min(1).max(40) })

async function joinAsGuest(c: WebContext): Promise<Response> {
  const found = await sessionOf(c)
  if (found instanceof Response) return found
  const { session, code } = found
  const form = await readForm(c, guestForm)
  const words = sessionText(c.var.locale).join
  if (!form.ok) return refuseForm(c, form, { name: words.name }, (filled) => guestPage(c, session, code, filled))
  const { services, now } = c.var
  const { organisationId, sessionId, boardId, slug } = session
  const expiresAt = new Date(now.getTime() + passHours * 3600_000)
  // The token is for the browser alone: it is kept out of the result, which is stored.
  let pass: GuestPass | null = null
  const operation = {
    organisationId,
    stream: boardStream(boardId),
    actor: 'nobody',
    id: form.submission.id,
    content: { path: c.req.path },
    at: now,
  }
  await perform(services.db, organisationScope(organisationId), operation, async (trx, record) => {
    const about = `session:${sessionId}`
    pass = await createGuest(trx, {
      organisationId,
      kind: 'session',
      about,
      name: form.value.name,
      expiresAt,
      now,
      newId: services.newId,
    })
    record({ action: 'guest-joined', subject: `guest:${pass.id}` })
    return null
  })
  if (pass !== null) setGuestCookie(c, pass)
  return c.redirect(`${boardPath(slug, boardId)}/session/phone`, 303)
}

/** The session of the code in the path, or a page that says why there is none. */
async function sessionOf(c: WebContext): Promise<{ readonly session: CodedSession; readonly code: string } | Response> {
  const typed = c.req.param('code') ?? ''
  const words = sessionText(c.var.locale).join
  const code = readCode(typed)
  if (code === null) return codePage(c, typed, words.notACode)
  const session = await findByCode(c.var.services.db, code)
  if (session === null) return codePage(c, showCode(code), words.unknown)
  if (session.ended) return codePage(c, showCode(code), words.ended(session.boardName))
  return { session, code }
}

/** Whether this browser was let in to this session before. */
async function hasPass(c: WebContext, session: CodedSession): Promise<boolean> {
  const guestToken = getCookie(c, guestCookie)
  if (guestToken === undefined) return false
  const credentials = { sessionToken: null, guestToken }
  const { viewer } = await findVisit(c.var.services.db, credentials, session.slug, c.var.now)
  return viewer.kind === 'guest' && viewer.about === `session:${session.sessionId}`
}

function codePage(c: WebContext, typed?: string, error?: string): Response {
  const words = sessionText(c.var.locale).join
  const body = (
    <form class="form" method="get" action="/m">
      <h1>{words.title}</h1>
      <ErrorSummary title={words.problems} problems={error === undefined ? [] : [{ field: 'code', message: error }]} />
      <TextField
        name="code"
        label={words.code}
        hint={words.codeHint}
        error={error}
        value={typed}
        maxlength={60}
        required
        autofocus={error === undefined}
      />
      <div class="actions">
        <Button kind="main" size="wide" iconAfter="arrow-right">
          {words.go}
        </Button>
      </div>
    </form>
  )
  return page(c, { title: words.title, chrome: 'bare', width: 'narrow', body }, error === undefined ? 200 : 404)
}

function guestPage(c: WebContext, session: CodedSession, code: string, filled: FilledForm): Response {
  const words = sessionText(c.var.locale).join
  const { name } = filled.errors
  const body = (
    <div class="stack loose">
      <form class="form" method="post" action={`/m/${code}`}>
        <h1>{words.at(session.boardName)}</h1>
        <ErrorSummary title={words.problems} problems={name === undefined ? [] : [{ field: 'name', message: name }]} />
        <TextField
          name="name"
          label={words.name}
          hint={words.nameHint}
          error={name}
          value={typeof filled.values.name === 'string' ? filled.values.name : ''}
          maxlength={40}
          autocomplete="given-name"
          required
        />
        <div class="actions">
          <Button kind="main" size="wide" iconAfter="arrow-right">
            {words.asGuest}
          </Button>
        </div>
      </form>
      <p>
        <a href={`/sign-in?to=${encodeURIComponent(`/m/${code}`)}`}>{words.signIn}</a>
      </p>
    </div>
  )
  return page(c, { title: words.at(session.boardName), chrome: 'bare', width: 'narrow', body })
}
