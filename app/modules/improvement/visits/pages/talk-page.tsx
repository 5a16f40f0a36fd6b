import { z } from 'zod'
import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { amsterdamTime } from '../../../../platform/text/days.ts'
import { Button, ButtonLink, PageHead, Timer } from '../../../../platform/ui/index.ts'
import { organisationOf, type WebContext, withinScope } from '../../../../platform/web/context.ts'
import { readForm } from '../../../../platform/web/form.ts'
import { page } from '../../../../platform/web/page.tsx'
import { refuse } from '../../../../platform/web/refuse.tsx'
import { emptyForm } from '../../../../platform/web/refuse-form.ts'
import type { Route } from '../../../../platform/web/route.ts'
import { goToStep } from '../seen-store.ts'
import { seenText } from '../text.seen.ts'
import { seenPath, talkSteps } from '../visit.ts'
import { FactList } from './fact-list.tsx'
import { TryCard } from './try-card.tsx'
import { type OpenSeen, visitMembers, withSeen } from './visit-write.ts'

const path = '/s/:organisation/visits/:visit/seen/talk'

/** The talk right after: four steps with a clock, kept by the server so that both phones show the same. */
export const talkRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    access: visitMembers,
    handle: (c) => withSeen(c, ['receiver', 'visitor'], (open) => showTalk(c, open)),
  },
  {
    method: 'POST',
    path,
    access: visitMembers,
    handle: (c) => withSeen(c, ['receiver', 'visitor'], (open) => step(c, open)),
  },
]

async function step(c: WebContext, { key }: OpenSeen): Promise<Response> {
  const read = await readForm(c, z.object({ step: z.coerce.number().int().min(1).max(talkSteps.length) }))
  if (!read.ok) return refuse(c, 'not-found')
  await withinScope(c, (trx) => goToStep(trx, key, read.value.step, c.var.now))
  return c.redirect(`${seenPath(organisationOf(c).slug, key.id)}/talk`, 303)
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
        <form class="row" method="post" action={`${seenHref}/talk`}>
          {next && (
            <Button kind="main" name="step" value={number + 1} iconAfter="arrow-right">
              {now ? words.next(words.steps[next.key].title) : words.begin}
            </Button>
          )}
          {!next && (
            <ButtonLink kind="strong" href={seenHref}>
              {words.finish}
            </ButtonLink>
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
