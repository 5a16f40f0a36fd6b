import type { Condition, VoteForm } from '@kantelpunt/ranking'

// parseArgs wants lists that could be changed, which `as const` would not give.
const none: string[] = []

/** For parseArgs: what every command takes that reads votes. */
export const voteOptions = {
  winner: { type: 'string' },
  loser: { type: 'string' },
  tie: { type: 'string' },
  first: { type: 'string' },
  count: { type: 'string' },
  ranking: { type: 'string' },
  item: { type: 'string' },
  position: { type: 'string' },
  points: { type: 'string' },
  wide: { type: 'string' },
  'unlisted-below': { type: 'boolean', default: false },
  voter: { type: 'string' },
  group: { type: 'string' },
  where: { type: 'string', multiple: true, default: none },
  repeats: { type: 'string', default: 'last' },
  items: { type: 'string' },
  'item-id': { type: 'string' },
  language: { type: 'string', default: 'nl' },
} as const

/** The same, for --help. */
export const voteHelp = `
Votes between two, a row each:
  --winner COL --loser COL   the item that was chosen, and the other
  --tie COL=VALUE            rows in which somebody could not decide between the two
  --first COL                which of the two had the place (shown left or first, played at home); see --home
  --count COL                for how many votes a row stands (1)
  --repeats last|all         of one person's votes on the same pair the last counts, or all do; needs --voter (last)
Or lists:
  --ranking COL              a row a person: a > b = c > d
  --item COL --position COL  a row an item of a person, with its place on the list from 1; needs --voter
  --item COL --points COL    a row an item of a person, with the points it got; needs --voter
  --wide points|positions    a row a person, a column an item: all columns that no other option names, or those in --items
  --unlisted-below           items that a person did not name stand below those named; otherwise nothing is known of them
And for both:
  --voter COL                who chose: the answers of one person have to do with each other, so intervals become wider
  --where COL=VALUE          only these rows count (again for more; all must hold)
  --items FILE               all items, a row each, so that those without votes are there too
  --item-id COL              the column of that file with what votes call them (its first)
  --language nl|en           of the sentences on standard error and in the answer (nl)`

interface Values {
  readonly [name: string]: string | boolean | readonly string[] | undefined
  readonly winner?: string | undefined
  readonly loser?: string | undefined
  readonly tie?: string | undefined
  readonly first?: string | undefined
  readonly count?: string | undefined
  readonly ranking?: string | undefined
  readonly item?: string | undefined
  readonly position?: string | undefined
  readonly points?: string | undefined
  readonly wide?: string | undefined
  readonly 'unlisted-below': boolean
  readonly voter?: string | undefined
  readonly group?: string | undefined
  readonly where: readonly string[]
  readonly repeats: string
  readonly items?: string | undefined
  readonly 'item-id'?: string | undefined
  readonly language: string
}

/** What the options of a command say about its files, before any is read. */
export interface VotesAsked {
  readonly path: string
  readonly votes: VoteForm
  readonly where: readonly Condition[]
  readonly voter: string | undefined
  readonly group: string | undefined
  readonly unlistedBelow: boolean
  readonly keepRepeats: boolean
  readonly items: string | undefined
  readonly itemId: string | undefined
  readonly language: 'nl' | 'en'
}

/** The options about votes, or the sentence that says what is wrong with them. */
export function readVoteArguments(values: Values, positionals: readonly string[]): VotesAsked | string {
  const [path, ...more] = positionals
  const { language, repeats } = values
  if (path === undefined || more.length > 0) return 'Name the one file with the votes.'
  if (language !== 'nl' && language !== 'en') return '--language is nl or en.'
  if (repeats !== 'last' && repeats !== 'all') return '--repeats is last or all.'
  const votes = readForm(values)
  if (typeof votes === 'string') return votes
  const where: Condition[] = []
  for (const text of values.where) {
    const condition = readCondition(text)
    if (condition === undefined) return `--where ${text}: write it like COL=VALUE.`
    where.push(condition)
  }
  return {
    path,
    votes,
    where,
    voter: values.voter,
    group: values.group,
    unlistedBelow: values['unlisted-below'],
    keepRepeats: repeats === 'all',
    items: values.items,
    itemId: values['item-id'],
    language,
  }
}

function readForm(values: Values): VoteForm | string {
  const { winner, loser, ranking, item, position, points, wide } = values
  const asked = [winner ?? loser, ranking, position, points, wide].filter((each) => each !== undefined)
  if (asked.length !== 1)
    return 'Say what the columns are, in one way: --winner COL --loser COL, --ranking COL, --item COL --position COL, --item COL --points COL, or --wide points.'
  if (wide !== undefined) {
    if (wide !== 'points' && wide !== 'positions') return '--wide is points or positions.'
    return { form: 'wide', holds: wide === 'points' ? 'points' : 'position' }
  }
  if (ranking !== undefined) return { form: 'rankings', ranking }
  if (position !== undefined || points !== undefined) {
    if (item === undefined) return 'Say with --item COL which column holds the item.'
    if (values.voter === undefined) return 'Say with --voter COL which column holds who chose; lists go by person.'
    if (position !== undefined) return { form: 'positions', item, position }
    return { form: 'points', item, points: points ?? '' }
  }
  if (winner === undefined || loser === undefined) return 'Say both --winner COL and --loser COL.'
  const tie = values.tie === undefined ? undefined : readCondition(values.tie)
  if (values.tie !== undefined && tie === undefined) return `--tie ${values.tie}: write it like COL=VALUE.`
  return { form: 'pairs', winner, loser, tie, home: values.first, count: values.count }
}

function readCondition(text: string): Condition | undefined {
  const at = text.indexOf('=')
  return at < 1 ? undefined : { column: text.slice(0, at).trim(), value: text.slice(at + 1).trim() }
}

/** A whole number within bounds, or undefined. */
export function readWholeNumber(text: string, least: number, most: number): number | undefined {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN
  return value >= least && value <= most ? value : undefined
}
