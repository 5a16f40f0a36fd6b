import type { Language } from '@kantelpunt/sortition'

// parseArgs wants lists that could be changed, which `as const` would not give.
const none: string[] = []

/** For parseArgs: what every command takes that reads quotas and a pool. */
export const poolOptions = {
  quotas: { type: 'string' },
  pool: { type: 'string' },
  id: { type: 'string' },
  'one-per': { type: 'string', multiple: true, default: none },
  'at-most': { type: 'string', multiple: true, default: none },
  selected: { type: 'string' },
  excluded: { type: 'string' },
  language: { type: 'string', default: 'nl' },
} as const

/** The same, for --help. */
export const poolHelp = `
  --quotas FILE           CSV with feature,value,min,max and where there is room min_flex,max_flex (category,feature and
                          category,name are understood too)
  --pool FILE             CSV with a row a person and a column for each feature; other columns are left alone
  --id COLUMN             how people are called; by the number of their row, from 1, where left out
  --one-per A,B           at most one person of those with the same in these columns, such as an address (again for more)
  --at-most COLUMN:N      at most N people with the same in this column, such as a school (again for more)
  --selected A,B | @FILE  ids of people who are on every panel; in a file one a line
  --excluded A,B | @FILE  ids of people who are on none
  --language nl|en        of the sentences on standard error and in the answer (nl)`

/** What the options of a command say about its files, before any is read. */
export interface PoolAsked {
  readonly quotas: string
  readonly pool: string
  readonly id: string | undefined
  readonly onePer: readonly (readonly string[])[]
  readonly atMostPer: readonly { readonly column: string; readonly most: number }[]
  /** Ids; or a text that has them, or that is `@` and the name of a file. */
  readonly selected: string | readonly string[] | undefined
  readonly excluded: string | readonly string[] | undefined
  readonly language: Language
}

interface Values {
  readonly quotas?: string | undefined
  readonly pool?: string | undefined
  readonly id?: string | undefined
  readonly 'one-per': readonly string[]
  readonly 'at-most': readonly string[]
  readonly selected?: string | undefined
  readonly excluded?: string | undefined
  readonly language: string
}

/** The options about quotas and pool, or the sentence that says what is wrong with them. */
export function readPoolArguments(values: Values): PoolAsked | string {
  const { quotas, pool, language } = values
  if (language !== 'nl' && language !== 'en') return '--language is nl or en.'
  if (quotas === undefined) return 'Name the file with the quotas: --quotas FILE'
  if (pool === undefined) return 'Name the file with the people: --pool FILE'
  const atMostPer: { readonly column: string; readonly most: number }[] = []
  for (const text of values['at-most']) {
    const [, column, most] = /^(.+):(\d{1,9})$/.exec(text) ?? []
    if (column === undefined) return `--at-most ${text}: write it as school:3, a column and how many.`
    atMostPer.push({ column, most: Number(most) })
  }
  return {
    quotas,
    pool,
    id: values.id,
    onePer: values['one-per'].map((text) => text.split(',').map((name) => name.trim())),
    atMostPer,
    selected: values.selected,
    excluded: values.excluded,
    language,
  }
}

/** `--seats` as a number, or the sentence that says what is wrong with it. */
export function readSeats(text: string | undefined): number | string {
  if (text === undefined) return 'Say how many seats the panel has: --seats 30'
  return /^\d{1,9}$/.test(text) && Number(text) > 0
    ? Number(text)
    : `--seats ${text} is not a whole number of 1 or more.`
}

/** `--time-limit` in seconds, or the sentence that says what is wrong with it. */
export function readSeconds(text: string): number | string {
  const seconds = Number(text)
  return text.trim() !== '' && seconds > 0 && seconds < 1e6 ? seconds : `--time-limit ${text} is not a number above 0.`
}
