import { z } from 'zod'
import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { amsterdamTime } from '../../../../platform/text/days.ts'
import { Button, PageHead, Timer } from '../../../../platform/ui/index.ts'
import { organisationOf, type WebContext, withinScope } from '../../../../platform/web/context.ts'
import { readForm } from '../../../../platform/web/form.ts'
import { page } from '../../../../platform/web/page.tsx'
import { refuse } from '../../../../platform/web/refuse.tsx'
import { emptyForm } from '../../../../platform/web/refuse-form.ts'
import type { Route } from '../../../../platform/web/route.ts'
import { finishTalk, goToStep } from '../seen-store.ts'
import { seenText } from '../text.seen.ts'
import { seenPath, talkSteps } from '../visit.ts'
import { finishVisit } from '../visit-store.ts'
import { FactList } from './fact-list.tsx'
import { TryCard } from './try-card.tsx'
import { type OpenSeen, performVisit, streamOf, visitMembers, withSeen } from './visit-write.ts'

const path = '/s/:organisation/visits/:visit/seen/talk'

/** The talk right after: four steps with a clock, kept by the server so that both phones show the same. */
export const talkRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    access: visitMembers,
    handle: (c) =>
      withSeen(c, ['receiver', 'visitor'], (open) => (open.seen.talkDone ? toSeen(c, open) : showTalk(c, open))),
  },
  {
    method: 'POST',
    path,
    access: visitMembers,
    handle: (c) => withSeen(c, ['receiver', 'visitor'], (open) => step(c, open)),
  },
  {
    method: 'POST',
    path: `${path}/done`,
    access: visitMembers,
    handle: (c) => withSeen(c, ['receiver', 'visitor'], (open) => done(c, open)),
  },
]

async function step(c: WebContext, { key }: OpenSeen): Promise<Response> {
  const read = await readForm(c, z.object({ step: z.coerce.number().int().min(1).max(talkSteps.length) }))
  if (!read.ok) return refuse(c, 'not-found')
  await withinScope(c, (trx) => goToStep(trx, key, read.value.step, c.var.now))
  return c.redirect(`${seenPath(organisationOf(c).slug, key.id)}/talk`, 303)
}

/** From now on it is the receiver's, and the school counts the visit if nobody said so before. */
async function done(c: WebContext, open: OpenSeen): Promise<Response> {
  const { visit, key } = open
  const { submission } = await readForm(c, z.object({}))
  if (visit.state === 'taken') {
    await performVisit(c, streamOf(key), submission, {}, (trx, record) => finishVisit(trx, record, key, c.var.now))
  }
  await withinScope(c, (trx) => finishTalk(trx, key, c.var.now))
  return toSeen(c, open)
}

function toSeen(c: WebContext, { key }: OpenSeen): Response {
  return c.redirect(seenPath(organisationOf(c).slug, key.id), 303)
}

function showTalk(c: WebContext, open: OpenSeen): Response {
  const { locale } = c.var
  const { visit, seen } = open
  const words = seenText(locale).talk
  const seenHref = seenPath(organisationOf(c).slug, visit.id)
  const number = seen.talkStep ?? 0
  const now = talkSteps[number - 1]
  const next = talkSteps[number]
  const title = now ? words.steps[now.key].title : words.title
  return page(c, {
    title: words.title,
    chrome: 'session',
    width: 'narrow',
    kept: false,
    where: <b>{words.title}</b>,
    end: now && seen.talkStepAt && <Clock c={c} since={seen.talkStepAt} minutes={now.minutes} />,
    body: (
      <div class="stack tone-visit">
        <PageHead over={now ? words.step(number) : visit.className} title={title} />
        <p class="ask-large">{now ? words.steps[now.key].ask : words.lead}</p>
        {seen.question && (
          <p>
            <span class="soft">{seenText(locale).seen.question}:</span> <b>{seen.question}</b>
          </p>
        )}
        {number <= 3 && <FactList locale={locale} facts={seen.facts} />}
        {number === talkSteps.length && <TryCard c={c} open={open} path={seenHref} filled={emptyForm} />}
        {!next && (
          <form class="stack tight" method="post" action={`${seenHref}/talk/done`}>
            <Button kind="main">{words.finish}</Button>
            <p class="soft small">{words.finishLead(visit.receiverName)}</p>
          </form>
        )}
        <form class="row" method="post" action={`${seenHref}/talk`}>
          {next && (
            <Button kind="main" name="step" value={number + 1} iconAfter="arrow-right">
              {now ? words.next(words.steps[next.key].title) : words.begin}
            </Button>
          )}
          {number > 1 && (
            <Button kind="plain" name="step" value={number - 1}>
              {words.back}
            </Button>
          )}
        </form>
      </div>
    ),
  })
}

interface ClockProps {
  readonly c: WebContext
  readonly since: Date
  readonly minutes: number
}

function Clock({ c, since, minutes }: ClockProps): Html {
  const endsAt = new Date(since.getTime() + minutes * 60_000)
  return <Timer locale={c.var.locale} endsAt={endsAt} now={c.var.now} until={amsterdamTime(endsAt)} />
}
