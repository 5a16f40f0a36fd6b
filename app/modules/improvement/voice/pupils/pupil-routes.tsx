import { z } from 'zod'
import { Button, ErrorSummary, TextField } from '../../../../platform/ui/index.ts'
import { everyone } from '../../../../platform/web/access.ts'
import type { WebContext } from '../../../../platform/web/context.ts'
import { cleanText, readForm } from '../../../../platform/web/form.ts'
import { page } from '../../../../platform/web/page.tsx'
import { refuse } from '../../../../platform/web/refuse.tsx'
import type { Route } from '../../../../platform/web/route.ts'
import { forgetCode, roundOfCode } from './coded-round.ts'
import { deviceOf, newDevice, rememberDevice } from './device-cookie.ts'
import { giveAnswer, readAnswer } from './give-answer.ts'
import { pupilLanguageOf } from './pupil-language.ts'
import { pupilPage } from './pupil-page.tsx'
import { pupilText } from './pupil-text.ts'
import { tellCount } from './tell-count.ts'

/** Requests in a minute from one address: all of a large school at once, and hopeless against 480 million codes. */
const perMinute = 3000

/** Pupils answer here: the QR code leads to `/v/<code>`, and on `/v` a code can be typed. */
export const pupilRoutes: readonly Route[] = [
  { method: 'GET', path: '/v', access: everyone, handle: (c) => showJoin(c, '', false) },
  { method: 'POST', path: '/v', access: everyone, perMinute, handle: join },
  { method: 'GET', path: '/v/:code', access: everyone, perMinute, handle: show },
  { method: 'POST', path: '/v/:code', access: everyone, perMinute, handle: answer },
]

function showJoin(c: WebContext, typed: string, wrong: boolean): Response {
  const language = pupilLanguageOf(c)
  const words = pupilText(language)
  const { join: ask } = words
  const body = (
    <div class="stack pupil" lang={language} dir={words.direction}>
      <h1>{ask.title}</h1>
      {wrong && <ErrorSummary title={ask.unknown} problems={[{ field: 'code', message: ask.codeHint }]} />}
      <form class="form" method="post" action={`/v?lang=${language}`}>
        <TextField
          name="code"
          label={ask.code}
          hint={ask.codeHint}
          required
          maxlength={60}
          value={typed}
          error={wrong ? ask.unknown : undefined}
        />
        <div class="actions">
          <Button kind="main" size="big">
            {ask.go}
          </Button>
        </div>
      </form>
    </div>
  )
  const foot = language === c.var.locale
  return page(c, { title: ask.title, chrome: 'bare', foot, width: 'narrow', body }, wrong ? 422 : 200)
}

async function join(c: WebContext): Promise<Response> {
  const read = await readForm(c, z.object({ code: z.string().max(60) }))
  const { code } = read.submission.values
  const typed = typeof code === 'string' ? code.slice(0, 60) : ''
  const found = read.ok ? await roundOfCode(c.var.services.db, typed, c.var.now) : null
  if (found === null) return showJoin(c, typed, true)
  return c.redirect(`/v/${found.round.code}?lang=${pupilLanguageOf(c)}`, 303)
}

async function show(c: WebContext): Promise<Response> {
  const typed = c.req.param('code') ?? ''
  const found = await roundOfCode(c.var.services.db, typed, c.var.now)
  c.header('cache-control', 'no-store')
  if (found === null) return showJoin(c, typed.slice(0, 60), true)
  const { round } = found
  const device = deviceOf(c)
  if (round.closedAt !== null) return pupilPage(c, round, { kind: 'over' })
  if (device?.answered === true)
    return pupilPage(c, round, { kind: 'thanks', again: c.req.query('again') !== undefined })
  rememberDevice(c, round.code, device ?? newDevice())
  return pupilPage(c, round, { kind: 'questions', values: {}, problem: false })
}

async function answer(c: WebContext): Promise<Response> {
  const { services, now } = c.var
  const typed = c.req.param('code') ?? ''
  const found = await roundOfCode(services.db, typed, now)
  if (found === null) return showJoin(c, typed.slice(0, 60), true)
  const { round } = found
  const values = await sentBy(c)
  const given = readAnswer(round.questions, round.subgroups, values)
  const device = deviceOf(c) ?? newDevice()
  if (given === null) {
    rememberDevice(c, round.code, device)
    const again = pupilPage(c, round, { kind: 'questions', values, problem: true })
    return new Response(again.body, { status: 422, headers: again.headers })
  }
  // A device that keeps no cookies is known by its form at least: sent twice, it counts once.
  const secret = deviceOf(c) === null ? (values._op ?? device.secret) : device.secret
  const taken = await giveAnswer(services.db, services.settings.secret, found, secret, given)
  const here = `/v/${round.code}?lang=${pupilLanguageOf(c)}`
  switch (taken) {
    case 'unknown':
      return refuse(c, 'not-found')
    case 'closed':
      forgetCode(services.db, round.code)
      return c.redirect(here, 303)
    case 'answered':
    case 'taken':
      if (taken === 'taken') tellCount(services, found.organisationId, round.id)
      rememberDevice(c, round.code, { ...device, answered: true })
      return c.redirect(taken === 'answered' ? `${here}&again` : here, 303)
  }
}

/** The fields of the form. Read by hand: two hundred pupils press at once, and `readForm` takes three times as long. */
async function sentBy(c: WebContext): Promise<Readonly<Record<string, string>>> {
  if (!(c.req.header('content-type') ?? '').startsWith('application/x-www-form-urlencoded')) return {}
  const fields = new URLSearchParams(await c.req.text())
  return Object.fromEntries([...fields].slice(0, 50).map(([name, value]) => [name, cleanText(value)]))
}
