import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { amsterdamDay, formatDay } from '../../../../platform/text/days.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import { Alert, Button, ButtonLink, Face, moods, PageHead, Roles } from '../../../../platform/ui/index.ts'
import { text as uiText } from '../../../../platform/ui/text.ts'
import { anyMember } from '../../../../platform/web/access.ts'
import { organisationOf, type WebContext, withinScope } from '../../../../platform/web/context.ts'
import { page } from '../../../../platform/web/page.tsx'
import { refuse } from '../../../../platform/web/refuse.tsx'
import type { Route } from '../../../../platform/web/route.ts'
import { boardPath } from '../../board.ts'
import { findBoard } from '../../board-store.ts'
import type { Colleague } from '../../cards.ts'
import { type FaceCounts, shownFaces } from '../../session.ts'
import { findSession, idsIn, peopleOf, type SessionRecord } from '../../session-record-store.ts'
import { fieldOfRole, roleNames } from '../../session-roles.ts'
import { sessionText } from '../../text.session.ts'
import { AgreedView } from './agreed-view.tsx'

/** What a session came to; `last` for the newest one. */
export const summaryRoute: Route = {
  method: 'GET',
  path: '/s/:organisation/boards/:board/sessions/:session',
  access: anyMember,
  handle: showSummary,
}

async function showSummary(c: WebContext): Promise<Response> {
  const organisation = organisationOf(c)
  const found = await withinScope(c, async (trx) => {
    const open = await findBoard(trx, c.var.visit, c.req.param('board') ?? '')
    if (open === null) return null
    const session = await findSession(trx, organisation.id, open.board.id, c.req.param('session') ?? '')
    const people = session === null ? [] : await peopleOf(trx, idsIn(session))
    return { board: open.board, session, people }
  })
  if (found === null) return refuse(c, 'not-found')
  const { board, session, people } = found
  const path = boardPath(organisation.slug, board.id)
  if (session === null) return c.req.param('session') === 'last' ? c.redirect(path, 303) : refuse(c, 'not-found')
  const { locale } = c.var
  const words = sessionText(locale).summary
  const day = formatDay(locale, amsterdamDay(session.startedAt), 'long')
  const minutes = Math.max(1, Math.round((session.endedAt.getTime() - session.startedAt.getTime()) / 60_000))
  return page(c, {
    title: words.title(day),
    ...(c.req.query('wall') === undefined ? {} : { size: 'wall', width: 'wide' }),
    body: (
      <div class="stack loose">
        <PageHead title={words.title(day)} over={`${words.over(board.teamName)} · ${words.took(minutes)}`}>
          <span class="no-print" data-controller="print">
            <Button type="button" kind="quiet" icon="printer" action="print#now">
              {words.print}
            </Button>
          </span>
          <ButtonLink href={path}>{words.board}</ButtonLink>
        </PageHead>
        {session.endedBy === 'clock' && <Alert kind="info">{words.byClock}</Alert>}
        {session.agreed === null ? (
          <p class="soft">{words.notKept}</p>
        ) : (
          <AgreedView locale={locale} agreed={session.agreed} people={people} />
        )}
        <Circumstances locale={locale} session={session} people={people} />
        <p class="row no-print">
          <a href={`${path}/sessions`}>{words.all}</a>
          <a href={`/s/${organisation.slug}/calendar`}>{words.calendar}</a>
        </p>
      </div>
    ),
  })
}

interface CircumstancesProps {
  readonly locale: Locale
  readonly session: SessionRecord
  readonly people: readonly Colleague[]
}

/** Who had which role, and how everybody was. */
function Circumstances({ locale, session, people }: CircumstancesProps): Html {
  const words = sessionText(locale)
  const [good = 0, fair = 0, bad = 0] = session.faces
  const counts: FaceCounts | null = shownFaces([good, fair, bad]).counts
  const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name ?? words.nobody
  return (
    <div class="row">
      <Roles roles={roleNames.map((role) => ({ role: words.roles[role], name: nameOf(session[fieldOfRole[role]]) }))} />
      {counts && (
        <ul class="face-counts small-faces" aria-label={words.summary.faces}>
          {moods.map((mood, index) => (
            <li>
              <Face mood={mood} on={(counts[index] ?? 0) > 0} />
              <span class="hide">{uiText(locale).faces[mood]}</span>
              <b class="num">{counts[index]}</b>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
