import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import {
  Alert,
  ButtonLink,
  Card,
  Chip,
  EmptyState,
  Fold,
  PageHead,
  SearchForm,
  SelectField,
} from '../../../../platform/ui/index.ts'
import { anyMember, everyone } from '../../../../platform/web/access.ts'
import { type WebContext, withinScope } from '../../../../platform/web/context.ts'
import { page } from '../../../../platform/web/page.tsx'
import type { Route } from '../../../../platform/web/route.ts'
import { lessonsPath } from '../../lessons/lesson.ts'
import { termOf } from '../curriculum-store.ts'
import { type FoundLesson, isTooSlow, libraryChoices, mostFound, searchLibrary } from '../search-store.ts'
import { asksNothing } from '../search-words.ts'
import { libraryPath, sharedPath } from '../shared-lesson.ts'
import { libraryText } from '../text.ts'

/** Of one person; of who is not signed in, of one address, which a whole school may share. */
const perMinute = 120

/** Searching what is shared: for members of an organisation, and what is open for everybody. */
export const libraryPageRoutes: readonly Route[] = [
  { method: 'GET', path: '/s/:organisation/library', access: anyMember, perMinute, handle: showLibrary },
  { method: 'GET', path: '/library', access: everyone, perMinute, handle: showLibrary },
]

async function showLibrary(c: WebContext): Promise<Response> {
  const { locale, visit } = c.var
  const words = libraryText(locale)
  const slug = visit.organisation?.slug ?? null
  const query = (name: string) => (c.req.query(name) ?? '').trim().slice(0, 400)
  const asked = {
    words: query('q').slice(0, 100),
    subject: query('subject'),
    year: query('year'),
    theme: query('theme'),
    term: query('term'),
  }
  const isAsked = Object.values(asked).some((value) => value !== '')
  const found = await withinScope(c, async (trx) => ({
    choices: await libraryChoices(trx),
    term: asked.term === '' ? null : await termOf(trx, asked.term),
  }))
  const isWordless = asksNothing(asked.words)
  // In a transaction of its own, which ends where it takes too long.
  const search = withinScope(c, async (trx) => (isWordless ? [] : await searchLibrary(trx, asked)))
  const lessons = await search.catch((error: unknown) => {
    if (isTooSlow(error)) return null
    throw error
  })
  const title = slug === null ? words.openTitle : words.title
  const select = (name: 'subject' | 'year' | 'theme', values: readonly string[]) =>
    values.length > 0 && (
      <SelectField
        name={name}
        label={words[name]}
        choose={words.all}
        options={values.map((value) => ({ value, label: value }))}
        value={values.find((value) => value.toLowerCase() === asked[name].toLowerCase())}
      />
    )
  return page(c, {
    title: asked.words === '' ? title : `${asked.words} – ${title}`,
    body: (
      <div class="stack loose">
        <PageHead title={title} over={visit.organisation?.name}>
          {slug !== null && visit.organisation?.kind === 'school' && (
            <ButtonLink href={lessonsPath(slug)} kind="quiet" icon="arrow-left">
              {words.ownLessons}
            </ButtonLink>
          )}
        </PageHead>
        <p class="say">{slug === null ? words.openLead : words.lead}</p>
        <SearchForm
          action={libraryPath(slug)}
          label={words.search}
          hint={words.searchHint}
          value={asked.words}
          maxlength={100}
          button={words.doSearch}
        >
          <Fold summary={words.narrow} open={asked.subject + asked.year + asked.theme !== ''}>
            <div class="halves even">
              {select('subject', found.choices.subjects)}
              {select('year', found.choices.years)}
              {select('theme', found.choices.themes)}
            </div>
          </Fold>
        </SearchForm>
        {found.term !== null && <p>{words.about(`${found.term.code} ${found.term.label}`.trim())}</p>}
        {lessons === null ? (
          <Alert kind="error">{words.tooSlow}</Alert>
        ) : isWordless ? (
          <EmptyState as="h2" title={words.wordless}>
            {words.wordlessDo}
          </EmptyState>
        ) : lessons.length === 0 ? (
          <Nothing locale={locale} slug={slug} isAsked={isAsked} />
        ) : (
          <section class="stack tone-design">
            <h2>{lessons.length < mostFound ? words.found(lessons.length) : words.foundMost(mostFound)}</h2>
            <div class="grid">
              {lessons.map((lesson) => (
                <Found locale={locale} slug={slug} lesson={lesson} />
              ))}
            </div>
          </section>
        )}
        {slug !== null && (
          <p>
            <a href={libraryPath(null)}>{words.toOpen}</a>
          </p>
        )}
      </div>
    ),
  })
}

interface NothingProps {
  readonly locale: Locale
  readonly slug: string | null
  readonly isAsked: boolean
}

function Nothing({ locale, slug, isAsked }: NothingProps): Html {
  const words = libraryText(locale)
  if (isAsked) {
    return (
      <EmptyState as="h2" title={words.none}>
        {words.noneDo}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      as="h2"
      title={words.empty}
      example={words.emptyExample}
      action={slug !== null && <ButtonLink href={lessonsPath(slug)}>{words.toLessons}</ButtonLink>}
    >
      {words.emptyDo}
    </EmptyState>
  )
}

interface FoundProps {
  readonly locale: Locale
  readonly slug: string | null
  readonly lesson: FoundLesson
}

function Found({ locale, slug, lesson }: FoundProps): Html {
  const words = libraryText(locale)
  return (
    <Card over={[lesson.subject, lesson.year, lesson.theme].filter((part) => part !== '').join(' · ')}>
      <h3>
        <a class="title" href={sharedPath(slug, lesson.id)}>
          {lesson.title}
        </a>
      </h3>
      {lesson.question !== '' && <p>{lesson.question}</p>}
      <p class="soft small">{words.by(lesson.credit)}</p>
      {slug !== null && (
        <p class="row">
          <Chip tone="design">{words.reach[lesson.reach]}</Chip>
        </p>
      )}
    </Card>
  )
}
