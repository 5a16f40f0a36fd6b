import { type Html, trustedHtml } from '../../../platform/html/jsx-runtime.ts'
import type { JournalEntry } from '../../../platform/journal/journal.ts'
import { amsterdamDay, formatDay } from '../../../platform/text/days.ts'
import type { Locale } from '../../../platform/text/dictionary.ts'
import { cardPath } from '../board.ts'
import type { Names } from '../history-names.ts'
import { actorWords, changeWords, happenedWords } from '../history-words.ts'
import { historyText } from '../text.history.ts'

interface HistoryListProps {
  readonly locale: Locale
  readonly entries: readonly JournalEntry[]
  readonly names: Names
  /** Of the board, to lead from each entry to its card; left out on the page of that card. */
  readonly path?: string
}

/** Who did what and when, in the order of the entries; of each field what it was and what it became. */
export function HistoryList({ locale, entries, names, path }: HistoryListProps): Html {
  if (entries.length === 0) return <p class="soft">{historyText(locale).nothing}</p>
  return (
    <ol class="history">
      {entries.map((entry) => (
        <li>
          <p>
            <b>{actorWords(locale, entry.actor, names)}</b> {happenedWords(locale, entry)}{' '}
            <time class="soft small nowrap" datetime={entry.at.toISOString()}>
              {momentWords(locale, entry.at)}
            </time>
          </p>
          {path !== undefined && <CardLink entry={entry} names={names} path={path} />}
          <Changes locale={locale} entry={entry} names={names} />
        </li>
      ))}
    </ol>
  )
}

const tables: Readonly<Record<string, 'goals' | 'actions' | 'successes' | 'plans'>> = {
  goal: 'goals',
  action: 'actions',
  success: 'successes',
  plan: 'plans',
}

function CardLink({
  entry,
  names,
  path,
}: {
  readonly entry: JournalEntry
  readonly names: Names
  readonly path: string
}): Html {
  const [kind = '', id = ''] = entry.subject.split(':')
  const table = tables[kind]
  const words = names.get(entry.subject)
  if (table === undefined || words === undefined) return trustedHtml('')
  return (
    <p>
      <a href={cardPath(path, table, id)}>{words}</a>
    </p>
  )
}

function Changes({
  locale,
  entry,
  names,
}: {
  readonly locale: Locale
  readonly entry: JournalEntry
  readonly names: Names
}): Html {
  return (
    <dl class="facts small">
      {changeWords(locale, entry, names).map(({ field, before, after }) => (
        <>
          <dt>{field}</dt>
          <dd>
            {before !== null && (
              <>
                <del>{before}</del> →{' '}
              </>
            )}
            {after}
          </dd>
        </>
      ))}
    </dl>
  )
}

const timeFormats = {
  nl: new Intl.DateTimeFormat('nl-NL', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Amsterdam' }),
  en: new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Amsterdam' }),
} as const

/** 'vr 28 nov, 14:05'. */
function momentWords(locale: Locale, at: Date): string {
  return `${formatDay(locale, amsterdamDay(at), 'weekday')}, ${timeFormats[locale].format(at)}`
}
