import { z } from 'zod'
import { actorOf } from '../../../../platform/identity/viewer.ts'
import { Button, ButtonLink, Card, ErrorSummary, PageHead } from '../../../../platform/ui/index.ts'
import { performSubmission } from '../../../../platform/web/answer.ts'
import { organisationOf, personOf, type WebContext, withinScope } from '../../../../platform/web/context.ts'
import { readForm } from '../../../../platform/web/form.ts'
import { page } from '../../../../platform/web/page.tsx'
import { refuse } from '../../../../platform/web/refuse.tsx'
import { emptyForm, type FilledForm, refuseForm } from '../../../../platform/web/refuse-form.ts'
import type { Route } from '../../../../platform/web/route.ts'
import { lessonPath, lessonPeople, lessonStream, lessonsPath } from '../lesson.ts'
import { startLesson } from '../lesson-store.ts'
import { choicesOf, type Team, teamsFor } from '../list-store.ts'
import { lessonsText } from '../text.ts'
import { LessonFields, lessonFields, lessonLabels, lessonReasons } from './lesson-fields.tsx'

const form = z.object({ team: z.uuid(), ...lessonFields })

export const newRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/s/:organisation/lessons/new',
    access: lessonPeople,
    handle: (c) => showNew(c, emptyForm),
  },
  { method: 'POST', path: '/s/:organisation/lessons', access: lessonPeople, handle: makeLesson },
]

async function showNew(c: WebContext, filled: FilledForm): Promise<Response> {
  const { locale, visit } = c.var
  const { id: organisationId, slug } = organisationOf(c)
  const words = lessonsText(locale)
  const teams = await withinScope(c, (trx) => teamsFor(trx, visit))
  const team = teamOf(c, teams, filled)
  if (team === undefined) return refuse(c, 'not-yours')
  const choices = await withinScope(c, (trx) => choicesOf(trx, organisationId, team.id))
  const asked = c.req.queries('with') ?? []
  const shown = {
    title: '',
    subject: (c.req.query('subject') ?? '').slice(0, 60),
    year: '',
    theme: '',
    goal: c.req.query('goal') ?? '',
    designers: asked.length > 0 ? asked : [personOf(c).id],
  }
  const here = `${lessonsPath(slug)}/new`
  const problems = Object.entries(filled.errors).map(([field, message]) => ({ field, message }))
  return page(c, {
    title: words.start,
    width: 'narrow',
    body: (
      <div class="stack">
        <PageHead title={words.start} over={team.name} />
        {teams.length > 1 && (
          <p class="row">
            {words.fields.team}{' '}
            {teams.map((each) => (
              <ButtonLink kind={each.id === team.id ? 'strong' : 'quiet'} href={`${here}?team=${each.slug}`}>
                {each.name}
              </ButtonLink>
            ))}
          </p>
        )}
        <ErrorSummary title={words.problems} problems={problems} />
        <Card as="section" tone="design">
          <form class="form" method="post" action={lessonsPath(slug)}>
            <input type="hidden" name="team" value={team.id} />
            <LessonFields locale={locale} shown={shown} filled={filled} choices={choices} />
            <div class="actions">
              <Button kind="main">{words.make}</Button>
            </div>
          </form>
        </Card>
      </div>
    ),
  })
}

/** The team that was asked for; else the first of theirs. */
function teamOf(c: WebContext, teams: readonly Team[], filled: FilledForm): Team | undefined {
  const { team: typed } = filled.values
  return teams.find(({ id }) => id === typed) ?? teams.find(({ slug }) => slug === c.req.query('team')) ?? teams[0]
}

async function makeLesson(c: WebContext): Promise<Response> {
  const { locale, visit, services, now } = c.var
  const { id: organisationId, slug } = organisationOf(c)
  const read = await readForm(c, form)
  if (!read.ok) return refuseForm(c, read, lessonLabels(locale), (filled) => showNew(c, filled), lessonReasons(locale))
  const { value, submission } = read
  const found = await withinScope(c, async (trx) => {
    const team = (await teamsFor(trx, visit)).find(({ id }) => id === value.team)
    return team === undefined ? null : { team, choices: await choicesOf(trx, organisationId, team.id) }
  })
  if (found === null) return refuse(c, 'not-yours')
  const { goals } = found.choices
  await performSubmission(c, lessonStream(submission.id), submission, async (trx, record) => {
    await startLesson(trx, record, {
      id: submission.id,
      organisationId,
      teamId: found.team.id,
      title: value.title,
      subject: value.subject,
      year: value.year,
      theme: value.theme,
      goal_id: goals.some(({ id }) => id === value.goal) ? value.goal : null,
      designerIds: value.designers,
      actor: actorOf(visit.viewer),
      now,
      newId: services.newId,
    })
    return null
  })
  return c.redirect(lessonPath(slug, submission.id), 303)
}
