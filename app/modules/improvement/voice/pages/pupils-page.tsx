import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { amsterdamDay, formatDay } from '../../../../platform/text/days.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import { ButtonLink, Card, EmptyState, PageHead } from '../../../../platform/ui/index.ts'
import { anyMember } from '../../../../platform/web/access.ts'
import { organisationOf, type WebContext, withinScope } from '../../../../platform/web/context.ts'
import { page } from '../../../../platform/web/page.tsx'
import type { Route } from '../../../../platform/web/route.ts'
import { showCode } from '../../session-code.ts'
import { pupilsPath, roundPath } from '../round.ts'
import { type Round, roundsOf } from '../round-store.ts'
import { voiceText } from '../text.ts'
import { mayAsk } from './round-access.ts'

/** What is asked now, what the pupils still wait for, and what was asked before. */
export const pupilsRoute: Route = {
  method: 'GET',
  path: '/s/:organisation/pupils',
  access: anyMember,
  handle: showPupils,
}

async function showPupils(c: WebContext): Promise<Response> {
  const { locale } = c.var
  const organisation = organisationOf(c)
  const words = voiceText(locale)
  const rounds = await withinScope(c, (trx) => roundsOf(trx, organisation.id))
  const base = pupilsPath(organisation.slug)
  const parts = [
    [words.now, rounds.filter(({ closedAt }) => closedAt === null)],
    [words.waiting, rounds.filter(({ closedAt, doneAt }) => closedAt !== null && doneAt === null)],
    [words.over, rounds.filter(({ closedAt, doneAt }) => closedAt !== null && doneAt !== null)],
  ] as const
  return page(c, {
    title: words.title,
    body: (
      <div class="stack tone-voice voice-pages">
        <PageHead over={organisation.name} title={words.title}>
          {mayAsk(c) && (
            <>
              <ButtonLink kind="main" href={`${base}/new`} icon="message-circle">
                {words.ask}
              </ButtonLink>
              <ButtonLink kind="quiet" href={`${base}/arena`}>
                {words.arena}
              </ButtonLink>
            </>
          )}
        </PageHead>
        <p>{words.lead}</p>
        {rounds.length === 0 && (
          <EmptyState as="h2" title={words.none} example={words.noneExample}>
            {words.noneLead}
          </EmptyState>
        )}
        {parts.map(
          ([title, list]) =>
            list.length > 0 && (
              <section class="stack tight">
                <h2>{title}</h2>
                <div class="grid">
                  {list.map((round) => (
                    <RoundCard locale={locale} slug={organisation.slug} round={round} />
                  ))}
                </div>
              </section>
            ),
        )}
        {rounds.some(({ closedAt }) => closedAt !== null) && (
          <p>
            <a href={`${base}/totals`}>{words.totals}</a>
          </p>
        )}
      </div>
    ),
  })
}

interface RoundCardProps {
  readonly locale: Locale
  readonly slug: string
  readonly round: Round
}

function RoundCard({ locale, slug, round }: RoundCardProps): Html {
  const words = voiceText(locale)
  const open = round.closedAt === null
  return (
    <Card as="article" tone={open ? 'voice' : round.doneAt === null ? 'board' : 'good'} over={round.teamName}>
      <h3>
        <a class="title" href={roundPath(slug, round.id)}>
          {round.title}
        </a>
      </h3>
      <p class="soft">{setName(locale, round)}</p>
      {open ? (
        <p class="code">{showCode(round.code)}</p>
      ) : (
        <p class="soft small">
          {words.asked(formatDay(locale, amsterdamDay(round.openedAt), 'spoken'))}
          {round.kind === 'questions' && ` · ${words.answers(round.answered)}`}
        </p>
      )}
    </Card>
  )
}

/** What a round is about, in a few words. */
export function setName(locale: Locale, { kind, set }: Pick<Round, 'kind' | 'set'>): string {
  const words = voiceText(locale)
  if (kind === 'arena') return words.kind.arena
  const names: Readonly<Record<string, string>> = words.sets
  return names[set] ?? words.sets.own
}
