import type { JournalEntry } from '../../platform/journal/journal.ts'
import { formatDay } from '../../platform/text/days.ts'
import type { Locale } from '../../platform/text/dictionary.ts'
import { sayNumber } from './figure.ts'
import type { Names } from './history-names.ts'
import { historyText } from './text.history.ts'

/** A field in words: what it was and what it became; `before` is null where it was made then. */
export interface SaidChange {
  readonly field: string
  readonly before: string | null
  readonly after: string
}

/** Who did it: by the name of today; a guest whose pass has ended is 'a guest'. */
export function actorWords(locale: Locale, actor: string, names: Names): string {
  const words = historyText(locale)
  const name = names.get(actor)
  if (name !== undefined) return name
  if (actor === 'system') return words.system
  return actor.startsWith('guest:') ? words.guest : words.someone
}

/** What happened, behind a name: 'voegde een actie toe'. */
export function happenedWords(locale: Locale, { action }: Pick<JournalEntry, 'action'>): string {
  const words = historyText(locale)
  const happened: Readonly<Record<string, string>> = words.happened
  return happened[action] ?? words.other
}

/** Each field that changed; of an edit that a later one had overtaken, what the person wrote. */
export function changeWords(locale: Locale, entry: JournalEntry, names: Names): readonly SaidChange[] {
  const fields: Readonly<Record<string, string>> = historyText(locale).fields
  const overtaken = entry.action.endsWith('-superseded')
  const order = Object.keys(fields)
  const changes = Object.entries(entry.changes ?? {}).toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b))
  return changes.flatMap(([name, [before, after]]): SaidChange[] => {
    // The moment of a change of state stands above the entry already.
    if (name === 'state_at') return []
    const field = fields[name] ?? name
    const say = (value: unknown) => valueWords(locale, name, value, names)
    if (overtaken) return [{ field, before: null, after: say(before) }]
    return [{ field, before: before === null || same(before, after) ? null : say(before), after: say(after) }]
  })
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

const dayFields = new Set(['due_on', 'on_date', 'week', 'ends_on'])

function valueWords(locale: Locale, field: string, value: unknown, names: Names): string {
  const words = historyText(locale)
  if (field === 'removed_at') return value === null ? words.yes : words.removed
  if (value === null || value === '' || value === undefined) return words.empty
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value === 'number') return sayNumber(locale, value)
  if (Array.isArray(value)) {
    const said = value.map((each) =>
      field === 'owner_ids' ? actorWords(locale, `person:${each}`, names) : String(each),
    )
    return said.length === 0 ? words.empty : said.join(', ')
  }
  const text = String(value)
  if (dayFields.has(field)) return formatDay(locale, text)
  if (field === 'state' || field === 'decision') return stateWords(locale, text)
  if (field === 'goal_id') return names.get(`goal:${text}`) ?? words.anotherGoal
  if (field === 'follows') return names.get(`action:${text}`) ?? words.anotherAction
  return text
}

function stateWords(locale: Locale, state: string): string {
  const states: Readonly<Record<string, string>> = historyText(locale).states
  return states[state] ?? state
}
