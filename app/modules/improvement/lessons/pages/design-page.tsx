import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { sequenceOf } from '../../../../platform/journal/journal-store.ts'
import { amsterdamDay, formatDay } from '../../../../platform/text/days.ts'
import { Alert, ButtonLink, Card, PageHead, People, Steps } from '../../../../platform/ui/index.ts'
import { organisationOf, type WebContext, withinScope } from '../../../../platform/web/context.ts'
import { liveAddress } from '../../../../platform/web/live-route.ts'
import { page } from '../../../../platform/web/page.tsx'
import { refuse } from '../../../../platform/web/refuse.tsx'
import { emptyForm, type FilledForm } from '../../../../platform/web/refuse-form.ts'
import type { Route } from '../../../../platform/web/route.ts'
import { boardPath, cardPath } from '../../board.ts'
import { sharedOf } from '../../library/share-store.ts'
import { visitsOfLessonCard } from '../../visits/pages/visits-of-lesson.tsx'
import { documentOf } from '../document-store.ts'
import { lessonPeople, lessonStream, type Version } from '../lesson.ts'
import { choicesOf } from '../list-store.ts'
import { removedTarget } from '../passing-targets.ts'
import type { ChangedText, FormValues } from '../written-form.ts'
import { AboutLesson, LookBack, NextVersion, RemoveLesson, Taught } from './course-forms.tsx'
import { LeftWords } from './left-card.tsx'
import { type LessonVisit, withLesson } from './lesson-place.ts'
import { LessonTabs } from './lesson-tabs.tsx'
import { PlanForm } from './plan-form.tsx'
import { PlanView } from './plan-view.tsx'

export const designRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/s/:organisation/lessons/:lesson',
    access: lessonPeople,
    handle: (c) => withLesson(c, (visit) => showDesign(visit)),
  },
  {
    method: 'GET',
    path: '/s/:organisation/lessons/:lesson/versions/:number',
    access: lessonPeople,
    handle: (c) => withLesson(c, (visit) => showVersion(c, visit)),
  },
]

/** A form on the page that came back. */
export type CameBack =
  | { readonly form: 'about' | 'taught' | 'lookBack'; readonly filled: FilledForm }
  /** The text, written without script; `was`: what the form showed then. */
  | { readonly form: 'text'; readonly filled: FilledForm; readonly was: FormValues }
  /** Words for a version that does not change any more. */
  | { readonly form: 'left'; readonly texts: readonly ChangedText[]; readonly version: number }

/** The newest version: to write in, or as it was taught. */
export async function showDesign(visit: LessonVisit, back?: CameBack): Promise<Response> {
  const { c, lesson, versions, path, place, actor } = visit
  const { locale, services, now } = c.var
  const { slug, id: organisationId } = organisationOf(c)
  const [version] = versions
  const isOpen = version.taughtOn === null
  const found = await withinScope(c, async (trx) => ({
    document: await documentOf(trx, place, version.number),
    choices: await choicesOf(trx, organisationId, lesson.teamId),
    shared: await sharedOf(trx, organisationId, lesson.id),
    sequence: await sequenceOf(trx, organisationId, lessonStream(lesson.id)),
  }))
  const filledOf = (form: 'about' | 'taught' | 'lookBack') => (back?.form === form ? back.filled : emptyForm)
  const today = amsterdamDay(now)
  const visits = await visitsOfLessonCard({ c, lessonId: lesson.id, question: version.plan.question })
  return page(c, {
    title: lesson.title,
    width: 'wide',
    end: <People locale={locale} id="present" names={[]} />,
    body: (
      <div
        class="stack"
        data-controller="live"
        data-live-source-value={liveAddress(slug, lessonStream(lesson.id), 'design', found.sequence)}
      >
        <LessonHead visit={visit} version={version} />
        <LessonTabs locale={locale} path={path} here="design" />
        <div id={removedTarget} />
        <Course visit={visit} />
        <LeftWords visit={visit} came={back?.form === 'left' ? back : undefined} />
        {isOpen && <LastTime visit={visit} />}
        {isOpen ? (
          <PlanForm
            locale={locale}
            assets={services.assets}
            path={path}
            number={version.number}
            edits={found.document.edits}
            document={found.document.document}
            actor={actor}
            back={back?.form === 'text' ? back : undefined}
          />
        ) : (
          <Card as="section" tone="design">
            <p class="over">{taughtWords(visit, version)}</p>
            <PlanView locale={locale} plan={version.plan} />
          </Card>
        )}
        {!isOpen && <LookBack visit={visit} filled={filledOf('lookBack')} />}
        {!isOpen && <NextVersion visit={visit} />}
        <Taught visit={visit} filled={filledOf('taught')} today={today} />
        {visits}
        <AboutLesson visit={visit} filled={filledOf('about')} choices={found.choices} />
        <RemoveLesson visit={visit} isShared={found.shared !== null} />
      </div>
    ),
  })
}

/** What the version before taught the designers, beside what they write now. */
function LastTime({ visit: { versions, words } }: { readonly visit: LessonVisit }): Html {
  const differently = versions[1]?.differently ?? ''
  if (differently === '') return <></>
  return (
    <Card as="section" shape="flat" over={words.lookBack.differently}>
      <p>{differently}</p>
    </Card>
  )
}

function taughtWords({ c, words }: LessonVisit, version: Version): string {
  const day = formatDay(c.var.locale, version.taughtOn ?? '', 'spoken')
  return version.className === '' ? words.taughtOn(day) : words.taughtIn(day, version.className)
}

/** What a page about the lesson begins with. */
export function LessonHead({ visit, version }: { readonly visit: LessonVisit; readonly version: Version }): Html {
  const { c, lesson, words } = visit
  const about = [lesson.subject, lesson.year, lesson.theme, words.version(version.number)]
  const { goal } = lesson
  const board = boardPath(organisationOf(c).slug, goal?.boardId ?? '')
  return (
    <>
      <PageHead title={lesson.title} over={about.filter((part) => part !== '').join(' · ')} />
      <p class="soft">
        {lesson.designers.length > 0 && words.of(lesson.designers.map(({ name }) => name).join(', '))}
        {goal !== null && (
          <>
            {lesson.designers.length > 0 && ' · '}
            {words.atGoal} <a href={cardPath(board, 'goals', goal.id)}>{goal.effect}</a>
          </>
        )}
      </p>
    </>
  )
}

/** Where the lesson is: designed, taught, looked back on, improved. */
function Course({ visit: { c, versions, words } }: { readonly visit: LessonVisit }): Html {
  const [version] = versions
  const evaluated = version.pupilsDid + version.worked + version.differently !== ''
  const at = version.taughtOn === null ? 0 : evaluated ? 3 : 2
  const steps = (['design', 'teach', 'lookBack', 'improve'] as const).map((key, index) => ({
    key,
    label: words.steps[key],
    state: index < at ? ('done' as const) : index === at ? ('now' as const) : ('later' as const),
  }))
  return <Steps locale={c.var.locale} steps={steps} />
}

async function showVersion(c: WebContext, visit: LessonVisit): Promise<Response> {
  const { versions, words, path } = visit
  const version = versions.find(({ number }) => String(number) === c.req.param('number'))
  if (version === undefined) return refuse(c, 'not-found', { detail: words.refused['no-such-version'] })
  if (version === versions[0]) return c.redirect(path, 302)
  return page(c, {
    title: `${visit.lesson.title} · ${words.version(version.number)}`,
    body: (
      <div class="stack">
        <LessonHead visit={visit} version={version} />
        <LessonTabs locale={c.var.locale} path={path} here="design" />
        <Alert kind="info">{words.older(version.number)}</Alert>
        <p>
          <ButtonLink kind="quiet" href={path}>
            {words.toNewest}
          </ButtonLink>
        </p>
        <Card as="section" tone="design">
          <p class="over">{taughtWords(visit, version)}</p>
          <PlanView locale={c.var.locale} plan={version.plan} />
        </Card>
      </div>
    ),
  })
}
