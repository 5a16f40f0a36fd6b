import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import type { JournalEntry } from '../../../../platform/journal/journal.ts'
import { historyOf } from '../../../../platform/journal/journal-store.ts'
import { amsterdamDay, amsterdamTime, formatDay } from '../../../../platform/text/days.ts'
import { withinScope } from '../../../../platform/web/context.ts'
import { page } from '../../../../platform/web/page.tsx'
import type { Route } from '../../../../platform/web/route.ts'
import { lookUpNames, type Names } from '../../history-names.ts'
import { actorWords } from '../../history-words.ts'
import { lessonPeople } from '../lesson.ts'
import { openSpellsOf } from '../spells.ts'
import { wordChanges } from '../word-changes.ts'
import { LessonHead } from './design-page.tsx'
import { type LessonVisit, withLesson } from './lesson-place.ts'
import { LessonTabs } from './lesson-tabs.tsx'

export const historyRoute: Route = {
  method: 'GET',
  path: '/s/:organisation/lessons/:lesson/history',
  access: lessonPeople,
  handle: (c) => withLesson(c, showHistory),
}

/** Of a history that is longer, the newest. */
const mostShown = 200

async function showHistory(visit: LessonVisit): Promise<Response> {
  const { c, versions, words, path, lesson, place } = visit
  const { locale } = c.var
  const found = await withinScope(c, async (trx) => {
    const spells = await openSpellsOf(trx, place.organisationId, lesson.id)
    const entries = (await historyOf(trx, place.organisationId, `lesson:${lesson.id}`)).slice(-mostShown)
    // Who is writing now is looked up like who wrote before.
    const writing = spells.map(({ actor }) => ({ ...noEntry, actor }))
    return { spells, entries, names: await lookUpNames(trx, place.organisationId, [...entries, ...writing]) }
  })
  const { spells, names } = found
  const said = found.entries.toReversed().map((entry) => sayEntry(visit, entry, names))
  return page(c, {
    title: `${words.tabs.history} · ${lesson.title}`,
    body: (
      <div class="stack">
        <LessonHead visit={visit} version={versions[0]} />
        <LessonTabs locale={locale} path={path} here="history" />
        <p class="soft">{words.history.lead}</p>
        {said.length + spells.length === 0 && <p class="soft">{words.history.nothing}</p>}
        <ol class="history lesson-history">
          {spells.map(({ actor, lastAt, field, before, after }) => (
            <Line
              visit={visit}
              who={actorWords(locale, actor, names)}
              did={words.history.justNow}
              at={lastAt}
              changes={[{ field: fieldWords(visit, field), before, after }]}
            />
          ))}
          {said}
        </ol>
      </div>
    ),
  })
}

const noEntry = { sequence: 0, at: new Date(0), action: '', subject: '', operation: '' }

function sayEntry(visit: LessonVisit, entry: JournalEntry, names: Names): Html {
  const { c, words } = visit
  const happened: Readonly<Record<string, string>> = words.history.happened
  const changes = Object.entries(entry.changes ?? {}).map(([field, [before, after]]) => ({
    field: fieldWords(visit, field),
    before: valueWords(visit, field, before, names),
    after: valueWords(visit, field, after, names),
  }))
  return (
    <Line
      visit={visit}
      who={actorWords(c.var.locale, entry.actor, names)}
      did={happened[entry.action] ?? words.history.other}
      at={entry.at}
      changes={changes}
    />
  )
}

interface LineProps {
  readonly visit: LessonVisit
  readonly who: string
  readonly did: string
  readonly at: Date
  readonly changes: readonly { readonly field: string; readonly before: string; readonly after: string }[]
}

function Line({ visit: { c, words }, who, did, at, changes }: LineProps): Html {
  const moment = `${formatDay(c.var.locale, amsterdamDay(at), 'weekday')}, ${amsterdamTime(at)}`
  return (
    <li>
      <p>
        <b>{who}</b> {did}{' '}
        <time class="soft small nowrap" datetime={at.toISOString()}>
          {moment}
        </time>
      </p>
      <dl class="facts small">
        {changes.map(({ field, before, after }) => (
          <>
            <dt>{field}</dt>
            <dd>
              {before === after
                ? after
                : wordChanges(before, after).map(({ kind, text }) =>
                    kind === 'gone' ? <del>{text}</del> : kind === 'new' ? <ins>{text}</ins> : <>{text}</>,
                  )}
              {after === '' && <span class="soft"> {words.history.empty}</span>}
            </dd>
          </>
        ))}
      </dl>
    </li>
  )
}

function fieldWords({ words }: LessonVisit, field: string): string {
  const { document, lookBack, history } = words
  const own: Readonly<Record<string, string>> = {
    ...history.fields,
    question: document.question,
    'pupils-do': document['pupils-do'],
    'pupils-say': document['pupils-say'],
    materials: document.materials,
    'watch-1': document['watch-1'],
    'watch-2': document['watch-2'],
    'watch-3': document['watch-3'],
    phases: document.phases,
    pupils_did: lookBack.did,
    worked: lookBack.worked,
    differently: lookBack.differently,
  }
  return own[field] ?? field
}

function valueWords({ c }: LessonVisit, field: string, value: unknown, names: Names): string {
  const { locale } = c.var
  if (value === null || value === undefined) return ''
  if (field === 'goal_id') return names.get(`goal:${String(value)}`) ?? ''
  if (field === 'taught_on') return formatDay(locale, String(value), 'long')
  if (field === 'removed_at') return formatDay(locale, String(value).slice(0, 10), 'long')
  if (Array.isArray(value)) return value.map((id) => actorWords(locale, `person:${id}`, names)).join(', ')
  return String(value)
}
