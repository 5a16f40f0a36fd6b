import type { Trx } from '../../../../platform/database/scope.ts'
import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { amsterdamDay, formatDay } from '../../../../platform/text/days.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import { ButtonLink, Card, Chip, EmptyState, PageHead, Zone } from '../../../../platform/ui/index.ts'
import { organisationOf, type WebContext, withinScope } from '../../../../platform/web/context.ts'
import { page } from '../../../../platform/web/page.tsx'
import type { Route } from '../../../../platform/web/route.ts'
import { firstDayOf, schoolYearOf } from '../../school-year.ts'
import { proposeGroups } from '../groups.ts'
import { lessonPath, lessonPeople, lessonsPath } from '../lesson.ts'
import { choicesOf, type ListedLesson, lessonsFor, pastDesignsOf, type Team, teamsFor } from '../list-store.ts'
import { totalMinutes } from '../plan.ts'
import { lessonsText } from '../text.ts'

export const listRoute: Route = {
  method: 'GET',
  path: '/s/:organisation/lessons',
  access: lessonPeople,
  handle: showLessons,
}

async function showLessons(c: WebContext): Promise<Response> {
  const { locale, visit } = c.var
  const { slug, name } = organisationOf(c)
  const words = lessonsText(locale)
  const found = await withinScope(c, async (trx) => ({
    lessons: await lessonsFor(trx, visit),
    teams: await proposalsFor(trx, c),
  }))
  const busy = found.lessons.filter((lesson) => lesson.taughtOn === null)
  const taught = found.lessons.filter((lesson) => lesson.taughtOn !== null)
  const start = found.teams.length > 0 && (
    <ButtonLink href={`${lessonsPath(slug)}/new`} kind="main" icon="plus">
      {words.start}
    </ButtonLink>
  )
  return page(c, {
    title: words.title,
    body: (
      <div class="stack loose">
        <PageHead title={words.title} over={name}>
          <ButtonLink href={`/s/${slug}/library`} kind="quiet" icon="book">
            {words.library}
          </ButtonLink>
          {found.lessons.length > 0 && start}
        </PageHead>
        <p class="say">{words.lead}</p>
        {found.lessons.length === 0 && (
          <EmptyState as="h2" title={words.none} example={words.noneExample} action={start}>
            {words.noneLead}
          </EmptyState>
        )}
        <Lessons locale={locale} slug={slug} title={words.busy} lessons={busy} />
        <Lessons locale={locale} slug={slug} title={words.taught} lessons={taught} />
        {found.teams.map((proposal) => (
          <Proposal locale={locale} slug={slug} proposal={proposal} />
        ))}
      </div>
    ),
  })
}

interface LessonsProps {
  readonly locale: Locale
  readonly slug: string
  readonly title: string
  readonly lessons: readonly ListedLesson[]
}

function Lessons({ locale, slug, title, lessons }: LessonsProps): Html {
  const words = lessonsText(locale)
  if (lessons.length === 0) return <></>
  return (
    <Zone title={title} tone="design" note={String(lessons.length)}>
      <div class="grid">
        {lessons.map((lesson) => (
          <Card over={[lesson.subject, lesson.year, lesson.teamName].filter((part) => part !== '').join(' · ')}>
            <h3>
              <a class="title" href={lessonPath(slug, lesson.id)}>
                {lesson.title}
              </a>
            </h3>
            {lesson.plan.question !== '' && <p>{lesson.plan.question}</p>}
            <p class="soft small">{lesson.designers.join(', ')}</p>
            <p class="row">
              <Chip tone="design">{words.version(lesson.number)}</Chip>
              {lesson.taughtOn === null && totalMinutes(lesson.plan) > 0 && (
                <Chip>{words.minutes(totalMinutes(lesson.plan))}</Chip>
              )}
              {lesson.taughtOn !== null && <Chip>{words.taughtOn(formatDay(locale, lesson.taughtOn, 'short'))}</Chip>}
              {lesson.taughtOn !== null && !lesson.evaluated && <Chip tone="board">{words.evaluate}</Chip>}
            </p>
          </Card>
        ))}
      </div>
    </Zone>
  )
}

interface TeamProposal {
  readonly team: Team
  readonly groups: readonly {
    readonly people: readonly { readonly id: string; readonly name: string }[]
    readonly subject: string | null
  }[]
  /** Lessons of this school year. */
  readonly done: number
}

async function proposalsFor(trx: Trx, c: WebContext): Promise<readonly TeamProposal[]> {
  const { id } = organisationOf(c)
  const since = firstDayOf(schoolYearOf(amsterdamDay(c.var.now)))
  const proposals: TeamProposal[] = []
  for (const team of await teamsFor(trx, c.var.visit)) {
    const { members } = await choicesOf(trx, id, team.id)
    const past = await pastDesignsOf(trx, id, team.id, since)
    const groups = proposeGroups(
      members.map((member) => member.id),
      past,
    ).map(({ people, subject }) => ({ people: members.filter((member) => people.includes(member.id)), subject }))
    proposals.push({ team, done: past.length, groups })
  }
  return proposals
}

interface ProposalProps {
  readonly locale: Locale
  readonly slug: string
  readonly proposal: TeamProposal
}

function Proposal({ locale, slug, proposal: { team, groups, done } }: ProposalProps): Html {
  const words = lessonsText(locale)
  if (groups.length === 0) return <></>
  return (
    <Zone title={`${words.groups.title} · ${team.name}`} tone="plain" note={words.groups.count(done)}>
      <p class="soft">{words.groups.lead}</p>
      <ul class="grid bare">
        {groups.map(({ people, subject }) => {
          const names = people.map(({ name }) => name)
          const query = new URLSearchParams([['team', team.slug], ...people.map(({ id }) => ['with', id])])
          if (subject !== null) query.set('subject', subject)
          return (
            <Card as="li" shape="flat">
              <p>
                <b>{names.join(` ${words.groups.and} `)}</b>
              </p>
              {subject !== null && <p class="soft small">{words.groups.turn(subject)}</p>}
              <p>
                <ButtonLink
                  kind="quiet"
                  href={`${lessonsPath(slug)}/new?${query}`}
                  label={`${words.make}: ${names.join(', ')}`}
                >
                  {words.make}
                </ButtonLink>
              </p>
            </Card>
          )
        })}
      </ul>
    </Zone>
  )
}
