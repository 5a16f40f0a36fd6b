import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { amsterdamDay, type Day } from '../../../../platform/text/days.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import { ButtonLink, Card, Chip, Dots, EmptyState, PageHead, Table } from '../../../../platform/ui/index.ts'
import { anyMember } from '../../../../platform/web/access.ts'
import { organisationOf, type WebContext, withinScope } from '../../../../platform/web/context.ts'
import { page } from '../../../../platform/web/page.tsx'
import { refuse } from '../../../../platform/web/refuse.tsx'
import type { Route } from '../../../../platform/web/route.ts'
import { type Attention, attentionOf } from '../../attention.ts'
import { teamBoardPath } from '../../board.ts'
import { sayNumber } from '../../figure.ts'
import { loadSchoolViews, type SchoolTeam, type SchoolView } from '../../school-store.ts'
import { schoolYearOf } from '../../school-year.ts'
import { schoolText } from '../../text.school.ts'
import { yearAudienceOf, yearPath } from '../../year.ts'
import { BoardOfSchools } from './board-of-schools.tsx'

/** The home of a school, the same for everybody in it; of a governing body: its schools beside each other. */
export const schoolRoute: Route = { method: 'GET', path: '/s/:organisation', access: anyMember, handle: showSchool }

async function showSchool(c: WebContext): Promise<Response> {
  const { locale, now, visit } = c.var
  const organisation = organisationOf(c)
  const today = amsterdamDay(now)
  const words = schoolText(locale)
  // A company or institution has no teams: it is here for its afternoons.
  if (organisation.kind === 'partner') return c.redirect(`/s/${organisation.slug}/movement`, 303)
  if (organisation.kind === 'board') {
    const schools = await withinScope(c, (trx) => loadSchoolViews(trx, visit.schoolIds, today))
    return page(c, {
      title: words.board.title,
      body: <BoardOfSchools locale={locale} name={organisation.name} schools={schools} />,
    })
  }
  const [school] = await withinScope(c, (trx) => loadSchoolViews(trx, [organisation.id], today))
  if (school === undefined) return refuse(c, 'not-found')
  const attention = attentionOf(school.teams, today)
  return page(c, {
    title: words.title,
    body: (
      <div class="stack loose">
        <PageHead over={words.over(school.name, school.theme)} title={school.ambition ?? words.noAmbition}>
          <ButtonLink kind="quiet" href={`/s/${school.slug}/year`} iconAfter="arrow-right">
            {words.toYear}
          </ButtonLink>
        </PageHead>
        {school.teams.length === 0 ? (
          <EmptyState
            as="h2"
            title={words.teams.empty}
            action={<ButtonLink href={`/s/${school.slug}/people`}>{words.teams.toPeople}</ButtonLink>}
          >
            {words.teams.emptyDo}
          </EmptyState>
        ) : (
          <div class="halves">
            <Card as="section" shape="flat">
              <h2>{words.teams.title}</h2>
              <TeamTable
                locale={locale}
                school={school}
                regionPage={yearAudienceOf(visit) === 'writes' ? regionPageOf(school, today) : null}
              />
            </Card>
            <Card as="section" tone={attention.length === 0 ? 'good' : 'insight'}>
              <h2>{words.attention.title}</h2>
              {attention.length === 0 && <p>{words.attention.none}</p>}
              <ul>
                {attention.map((each) => (
                  <li>{attentionWords(locale, each)}</li>
                ))}
              </ul>
            </Card>
          </div>
        )}
      </div>
    ),
  })
}

/** Where leader and coach choose the holiday region: with the dates of the year board, or while setting one up. */
function regionPageOf({ slug, ambition }: SchoolView, today: Day): string {
  return `${yearPath(slug, schoolYearOf(today))}/${ambition === null ? 'set-up' : 'dates'}`
}

interface TeamTableProps {
  readonly locale: Locale
  readonly school: SchoolView
  /** Where the one who looks can choose the holiday region; null: somebody else can. */
  readonly regionPage: string | null
}

function TeamTable({ locale, school, regionPage }: TeamTableProps): Html {
  const words = schoolText(locale).teams
  return (
    <Table
      caption={words.title}
      captionHidden
      stacks
      columns={[
        {
          head: words.team,
          cell: (team: SchoolTeam) => <a href={teamBoardPath(school.slug, team.slug)}>{team.name}</a>,
        },
        { head: words.sessions, cell: (team: SchoolTeam) => <TeamRhythm locale={locale} team={team} /> },
        {
          head: words.perMonth,
          cell: ({ rhythm }: SchoolTeam) =>
            rhythm.perMonth === null ? words.none : sayNumber(locale, rhythm.perMonth),
          numeric: true,
        },
        { head: words.goals, cell: (team: SchoolTeam) => team.goals, numeric: true },
        { head: words.actions, cell: (team: SchoolTeam) => <TeamActions locale={locale} team={team} /> },
        { head: words.lastPeriod, cell: (team: SchoolTeam) => lastPeriodWords(locale, team) },
      ]}
      rows={school.teams}
      source={
        school.holidayRegion === null ? (
          <>
            {words.source} {words.regionUnknown} {regionPage && <a href={regionPage}>{words.chooseRegion}</a>}
          </>
        ) : (
          words.source
        )
      }
    />
  )
}

function TeamRhythm({ locale, team }: { readonly locale: Locale; readonly team: SchoolTeam }): Html {
  const words = schoolText(locale).teams
  const { weeks } = team.rhythm
  if (weeks.length === 0) return <span class="soft">{words.noWeeks}</span>
  const said = words.weeks(weeks.filter(Boolean).length, weeks.length)
  return (
    <>
      <Dots weeks={weeks} label={said} />
      <span class="soft small nowrap"> {said}</span>
    </>
  )
}

function TeamActions({ locale, team }: { readonly locale: Locale; readonly team: SchoolTeam }): Html {
  const words = schoolText(locale).teams
  return (
    <>
      {words.open(team.openActions)}
      {team.lateActions > 0 && (
        <>
          {' '}
          <Chip tone="late" icon="clock">
            <span class="nowrap">{words.late(team.lateActions)}</span>
          </Chip>
        </>
      )}
    </>
  )
}

function lastPeriodWords(locale: Locale, { lastPeriod }: SchoolTeam): string {
  const words = schoolText(locale).teams
  if (lastPeriod === null) return words.none
  return lastPeriod.closed ? words.closed(lastPeriod.theme) : words.notClosed(lastPeriod.theme)
}

function attentionWords(locale: Locale, attention: Attention): string {
  const words = schoolText(locale).attention
  switch (attention.kind) {
    case 'no-session':
      return words['no-session'](attention.team, attention.weeks)
    case 'late-actions':
      return words['late-actions'](attention.team, attention.count)
    case 'not-counted':
      return words['not-counted'](attention.team, attention.goals)
    case 'not-closed':
      return words['not-closed'](attention.team, attention.theme)
  }
}
