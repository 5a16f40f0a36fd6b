import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import type { JournalEntry } from '../../../../platform/journal/journal.ts'
import { historyOf } from '../../../../platform/journal/journal-store.ts'
import { amsterdamDay, amsterdamTime, formatDay } from '../../../../platform/text/days.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
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
const mostShown = 100

async function showHistory(visit: LessonVisit): Promise<Response> {
  const { c, versions, words, path, lesson, place } = visit
  const { locale } = c.var
  const found = await withinScope(c, async (trx) => {
    const spells = await openSpellsOf(trx, place.organisationId, lesson.id)
    const entries = (await historyOf(trx, place.organisationId, `lesson:${lesson.id}`)).slice(-mostShown)
    // Who is writing now is looked up like who wrote before.
    const writing = spells.map(({ actors }) => ({ ...noEntry, changes: { writers: [null, actors] as const } }))
    return { spells, entries, names: await lookUpNames(trx, place.organisationId, [...entries, ...writing]) }
  })
  const { spells, names } = found
  const said = togetherOf(found.entries.toReversed()).map((entries) => sayEntries(visit, entries, names))
  return page(c, {
    title: `${words.tabs.history} · ${lesson.title}`,
    body: (
      <div class="stack">
        <LessonHead visit={visit} version={versions[0]} />
        <LessonTabs locale={locale} path={path} here="history" />
        <p class="soft">{words.history.lead}</p>
        {said.length + spells.length === 0 && <p class="soft">{words.history.nothing}</p>}
        <ol class="history lesson-history">
          {spells.map(({ actors, lastAt, field, before, after }) => (
            <Line
              visit={visit}
              who={namesOf(locale, actors, names)}
              did={words.history.justNow(actors.length)}
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

const noEntry = { sequence: 0, at: new Date(0), actor: '', action: '', subject: '', operation: '' }

/** What the same people wrote in one go stands together. */
function togetherOf(entries: readonly JournalEntry[]): readonly (readonly [JournalEntry, ...JournalEntry[]])[] {
  const groups: [JournalEntry, ...JournalEntry[]][] = []
  for (const entry of entries) {
    const last = groups.at(-1)
    const isSame = last?.[0].action === entry.action && last[0].operation === entry.operation
    if (last !== undefined && isSame && String(writersOf(last[0])) === String(writersOf(entry))) last.push(entry)
    else groups.push([entry])
  }
  return groups
}

/** Everybody who wrote: more than the one in whose name it was kept where they wrote in one field at once. */
function writersOf({ actor, changes }: JournalEntry): readonly string[] {
  const together = [changes?.writers?.[1]].flat().filter((writer) => typeof writer === 'string')
  return together.length > 0 ? together : [actor]
}

function namesOf(locale: Locale, actors: readonly string[], names: Names): string {
  return new Intl.ListFormat(locale).format(actors.map((actor) => actorWords(locale, actor, names)))
}

function sayEntries(visit: LessonVisit, entries: readonly [JournalEntry, ...JournalEntry[]], names: Names): Html {
  const { c, words } = visit
  const [first] = entries
  const happened: Readonly<Record<string, string>> = words.history.happened
  const order = Object.keys(fieldNames(visit))
  const changes = entries
    .flatMap(({ changes: changed }) => Object.entries(changed ?? {}))
    .filter(([field]) => field !== 'writers')
    .toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([field, [before, after]]) => ({
      field: fieldWords(visit, field),
      before: valueWords(visit, field, before, names),
      after: valueWords(visit, field, after, names),
    }))
  return (
    <Line
      visit={visit}
      who={namesOf(c.var.locale, writersOf(first), names)}
      did={writersOf(first).length > 1 ? words.history.together : (happened[first.action] ?? words.history.other)}
      at={first.at}
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
      <dl class="lesson-texts small">
        {changes.map(({ field, before, after }) => (
          <div>
            <dt>{field}</dt>
            <dd>
              {before === after || before === ''
                ? after
                : wordChanges(before, after).map(({ kind, text }) =>
                    kind === 'gone' ? <del>{text}</del> : kind === 'new' ? <ins>{text}</ins> : <>{text}</>,
                  )}
              {after === '' && <span class="soft"> {words.history.empty}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </li>
  )
}

function fieldWords(visit: LessonVisit, field: string): string {
  return fieldNames(visit)[field] ?? field
}

/** In the order in which they are told. */
function fieldNames({ words }: LessonVisit): Readonly<Record<string, string>> {
  const { document, lookBack, history } = words
  return {
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
