import { randomInt } from 'node:crypto'
import { z } from 'zod'
import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { amsterdamDay, type Day, formatDay, parseDay } from '../../../../platform/text/days.ts'
import { Button, Card, EmptyState, ErrorSummary, PageHead, TextField } from '../../../../platform/ui/index.ts'
import { anyMember, members } from '../../../../platform/web/access.ts'
import { performSubmission } from '../../../../platform/web/answer.ts'
import { organisationOf, type WebContext, withinScope } from '../../../../platform/web/context.ts'
import { readForm } from '../../../../platform/web/form.ts'
import { page } from '../../../../platform/web/page.tsx'
import { refuse } from '../../../../platform/web/refuse.tsx'
import { emptyForm, type FilledForm, refuseForm } from '../../../../platform/web/refuse-form.ts'
import type { Route } from '../../../../platform/web/route.ts'
import { boardPath, boardStream, teamBoardPath } from '../../board.ts'
import { endFault, latestEnd } from '../../class-board.ts'
import { classBoardsOf, openClassBoard } from '../../class-board-store.ts'
import { makeCode, showCode } from '../../session-code.ts'
import { comingPeriods, type Team } from '../../team-store.ts'
import { boardText } from '../../text.board.ts'
import { cardsText } from '../../text.cards.ts'
import { classesText } from '../../text.classes.ts'
import { typedText } from '../../zones/filled.ts'
import { BoardTabs } from '../board/board-tabs.tsx'
import { teamBoardOf, teamIn } from '../teams/team-board-routes.ts'

const path = '/s/:organisation/teams/:team/classes'
const form = z.object({
  name: z.string().max(100),
  endsOn: z.preprocess((typed) => (typeof typed === 'string' ? (parseDay(typed) ?? typed) : typed), z.iso.date()),
})

export const classesRoutes: readonly Route[] = [
  { method: 'GET', path, access: anyMember, handle: (c) => withTeam(c, (team) => showClasses(c, team, emptyForm)) },
  {
    method: 'POST',
    path,
    access: members('teacher', 'coach', 'leader'),
    handle: (c) => withTeam(c, (team) => makeClassBoard(c, team)),
  },
]

async function withTeam(c: WebContext, then: (team: Team) => Promise<Response>): Promise<Response> {
  const team = await teamIn(c)
  return team === null ? refuse(c, 'not-found') : then(team)
}

/** Members of the team make class boards, and so do coach and leader. */
function mayMake(c: WebContext, team: Team): boolean {
  const { roles } = c.var.visit
  return team.isMember || roles.includes('leader') || roles.includes('coach')
}

async function makeClassBoard(c: WebContext, team: Team): Promise<Response> {
  if (!mayMake(c, team)) return refuse(c, 'not-yours')
  const { locale, now } = c.var
  const organisation = organisationOf(c)
  const words = classesText(locale)
  const labels = { name: words.name, endsOn: words.endsOn }
  const again = (filled: FilledForm) => showClasses(c, team, filled)
  const read = await readForm(c, form)
  if (!read.ok) return refuseForm(c, read, labels, again)
  const { value, submission } = read
  const today = amsterdamDay(now)
  const fault = endFault(value.endsOn, today, await latestDay(c, today))
  if (fault !== null) {
    return refuseForm(c, { errors: { endsOn: { reason: fault } }, submission }, labels, again, words.wrong)
  }
  await performSubmission(c, boardStream(submission.id), submission, async (trx, record) => {
    await openClassBoard(trx, record, {
      id: submission.id,
      organisationId: organisation.id,
      teamId: team.id,
      name: value.name,
      endsOn: value.endsOn,
      newCode: () => makeCode((limit) => randomInt(limit)),
      now,
    })
    return null
  })
  return c.redirect(boardPath(organisation.slug, submission.id), 303)
}

async function latestDay(c: WebContext, today: Day): Promise<Day> {
  return latestEnd(today, await withinScope(c, (trx) => comingPeriods(trx, organisationOf(c).id, today)))
}

async function showClasses(c: WebContext, team: Team, filled: FilledForm): Promise<Response> {
  const { locale, now } = c.var
  const organisation = organisationOf(c)
  const words = classesText(locale)
  const latest = await latestDay(c, amsterdamDay(now))
  const boards = await withinScope(c, (trx) => classBoardsOf(trx, organisation.id, team.id))
  const own = { id: await teamBoardOf(c, team, 'improvement'), kind: 'improvement', teamSlug: team.slug } as const
  const writes = mayMake(c, team)
  return page(c, {
    title: `${words.title} · ${team.name}`,
    body: (
      <div class="stack">
        <PageHead over={`${organisation.name} · ${boardText(locale).page.classes}`} title={team.name} />
        <BoardTabs locale={locale} slug={organisation.slug} board={own} here="classes" />
        <p>{words.lead}</p>
        {boards.length === 0 && (
          <EmptyState as="h2" title={words.none} example={words.noneExample}>
            {words.noneLead}
          </EmptyState>
        )}
        <div class="grid">
          {boards.map((board) => (
            <Card as="section">
              <h2>
                <a class="title" href={boardPath(organisation.slug, board.id)}>
                  {board.name}
                </a>
              </h2>
              <p class="soft">{words.until(formatDay(locale, board.endsOn, 'spoken'))}</p>
              {writes && <p class="code">{showCode(board.code)}</p>}
            </Card>
          ))}
        </div>
        {writes && <NewClassBoard c={c} team={team} filled={filled} latest={latest} />}
      </div>
    ),
  })
}

interface NewClassBoardProps {
  readonly c: WebContext
  readonly team: Team
  readonly filled: FilledForm
  readonly latest: Day
}

function NewClassBoard({ c, team, filled, latest }: NewClassBoardProps): Html {
  const { locale, now } = c.var
  const words = classesText(locale)
  const problems = Object.entries(filled.errors).map(([field, message]) => ({ field, message }))
  return (
    <Card as="section">
      <h2>{words.make}</h2>
      <ErrorSummary title={cardsText(locale).problems} problems={problems} />
      <form class="form" method="post" action={teamBoardPath(organisationOf(c).slug, team.slug, 'classes')}>
        <TextField
          name="name"
          label={words.name}
          hint={words.nameHint}
          maxlength={100}
          required
          value={typedText(filled, 'name', '')}
          error={filled.errors.name}
        />
        <TextField
          name="endsOn"
          label={words.endsOn}
          hint={words.endsOnHint(formatDay(locale, latest, 'long'))}
          type="date"
          required
          min={amsterdamDay(now)}
          max={latest}
          value={typedText(filled, 'endsOn', latest)}
          error={filled.errors.endsOn}
        />
        <div class="actions">
          <Button kind="main">{words.make}</Button>
        </div>
      </form>
    </Card>
  )
}
