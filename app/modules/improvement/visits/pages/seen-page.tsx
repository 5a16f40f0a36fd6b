import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { formatDay } from '../../../../platform/text/days.ts'
import { Alert, ButtonLink, Card, PageHead } from '../../../../platform/ui/index.ts'
import { organisationOf, type WebContext } from '../../../../platform/web/context.ts'
import { page } from '../../../../platform/web/page.tsx'
import { emptyForm, type FilledForm } from '../../../../platform/web/refuse-form.ts'
import type { Route } from '../../../../platform/web/route.ts'
import { mayScore } from '../seen-store.ts'
import { seenText } from '../text.seen.ts'
import { visitsText } from '../text.ts'
import { seenPath } from '../visit.ts'
import { whenWords } from '../when-words.ts'
import { FactList } from './fact-list.tsx'
import { OwnWord, ownWordOf } from './own-word.tsx'
import { TryCard } from './try-card.tsx'
import { type OpenSeen, visitMembers, withSeen } from './visit-write.ts'
import { showWatch } from './watch-page.tsx'

/** Everything below `/seen` is the receiver's; the database shows it to nobody else but who came. */
export const seenRoute: Route = {
  method: 'GET',
  path: '/s/:organisation/visits/:visit/seen',
  access: visitMembers,
  handle: (c) =>
    withSeen(c, ['receiver', 'visitor', 'reader'], (open) =>
      open.by === 'visitor' && open.visit.state === 'taken'
        ? showWatch(c, open, emptyForm)
        : showSeen(c, open, emptyForm),
    ),
}

export async function showSeen(c: WebContext, open: OpenSeen, filled: FilledForm): Promise<Response> {
  const { locale } = c.var
  const { visit, seen, by } = open
  const words = seenText(locale).seen
  const path = seenPath(organisationOf(c).slug, visit.id)
  const own = by === 'receiver' ? await ownWordOf(c, open, path) : null
  const title = by === 'receiver' ? words.titleYours : words.title
  const over = [visit.startsAt && whenWords(locale, visit.startsAt), visit.className].filter(Boolean).join(' · ')
  return page(c, {
    title,
    width: 'narrow',
    kept: false,
    body: (
      <div class="stack tone-visit">
        <PageHead over={over || visitsText(locale).title} title={title} />
        <Alert>{whose(open, words, (own?.readers.length ?? 0) > 0)}</Alert>
        {by === 'visitor' && mayRemove(open) && <p class="soft small">{words.correct}</p>}
        {seen.question && (
          <Card tone="visit" over={words.question} shape="goal">
            <p class="strong">{seen.question}</p>
          </Card>
        )}
        <h2>{words.facts}</h2>
        {seen.facts.length === 0 && <p class="soft">{seen.startedAt === null ? words.waiting : words.noFacts}</p>}
        <FactList
          locale={locale}
          facts={seen.facts}
          removeAction={mayRemove(open) ? `${path}/facts/remove` : undefined}
        />
        {by !== 'reader' && visit.state === 'done' && (!seen.talkDone || by === 'visitor') && (
          <Onward c={c} open={open} path={path} />
        )}
        <TryCard c={c} open={open} path={path} filled={filled} />
        {own !== null && <OwnWord {...own} />}
        <p class="soft small">{words.keep(formatDay(locale, seen.keepUntil, 'long'))}</p>
      </div>
    ),
  })
}

/** The receiver always; who came only to correct themselves, before the talk is done. */
function mayRemove({ by, seen }: OpenSeen): boolean {
  return by === 'receiver' || (by === 'visitor' && !seen.talkDone)
}

function whose({ by, visit, seen }: OpenSeen, words: ReturnType<typeof seenText>['seen'], readers: boolean): string {
  switch (by) {
    case 'receiver':
      return words.yours(seen.visitorId !== null, readers)
    case 'visitor':
      return words.visitor(visit.receiverName)
    case 'reader':
      return words.shared(visit.receiverName)
  }
}

interface OnwardProps {
  readonly c: WebContext
  readonly open: OpenSeen
  readonly path: string
}

/** To the talk, and for who came: to the instrument. */
function Onward({ c, open, path }: OnwardProps): Html {
  const { seen } = open
  const words = seenText(c.var.locale).seen
  return (
    <div class="actions">
      {!seen.talkDone && (
        <ButtonLink kind="strong" iconAfter="arrow-right" href={`${path}/talk`}>
          {words.talk}
        </ButtonLink>
      )}
      {open.by === 'visitor' && mayScore(seen) && (
        <ButtonLink kind="quiet" href={`${path}/scores`}>
          {words.score}
        </ButtonLink>
      )}
      {seen.scored && open.by === 'visitor' && <span class="soft">{words.scored}</span>}
    </div>
  )
}
