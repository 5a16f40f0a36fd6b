import { system } from '../database/scope.ts'
import { amsterdamDay, formatDay } from '../text/days.ts'
import { Card, EmptyState, PageHead } from '../ui/index.ts'
import { everyone } from '../web/access.ts'
import type { WebContext } from '../web/context.ts'
import { page } from '../web/page.tsx'
import type { Route } from '../web/route.ts'
import { Paragraphs } from './mail-html.tsx'
import { text } from './text.ts'

const shown = 50

/** The demo's mailbox: every letter that was sent, to whomever. Its people are fictional; outside the demo it is not there. */
export const mailboxRoutes: readonly Route[] = [
  { method: 'GET', path: '/mailbox', access: everyone, demo: true, handle: showMailbox },
]

async function showMailbox(c: WebContext): Promise<Response> {
  const words = text(c.var.locale)
  const letters = await c.var.services.db.run(system, (trx) =>
    trx
      .selectFrom('outgoing_mails')
      .select(['id', 'recipient', 'subject', 'text', 'sent_at'])
      .where('sent_at', 'is not', null)
      .orderBy('sent_at', 'desc')
      .orderBy('id', 'desc')
      .limit(shown)
      .execute(),
  )
  return page(c, {
    title: words.title,
    width: 'narrow',
    body: (
      <div class="stack">
        <PageHead title={words.title} over={words.over} />
        <p>{words.explanation}</p>
        {letters.length === 0 && (
          <EmptyState as="h2" title={words.empty}>
            {words.emptyHint}
          </EmptyState>
        )}
        <ul class="cards">
          {letters.map((letter) => (
            <Card as="li" over={`${words.to(letter.recipient)} · ${moment(c, letter.sent_at)}`}>
              <h2>{letter.subject}</h2>
              <Paragraphs text={letter.text} />
            </Card>
          ))}
        </ul>
      </div>
    ),
  })
}

const clockTime = new Intl.DateTimeFormat('nl-NL', { timeZone: 'Europe/Amsterdam', hour: '2-digit', minute: '2-digit' })

function moment(c: WebContext, at: Date | null): string {
  if (at === null) return ''
  return `${formatDay(c.var.locale, amsterdamDay(at), 'weekday')}, ${clockTime.format(at)}`
}
