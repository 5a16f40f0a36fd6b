import type { Command, Outcome, Shell } from '../command.ts'
import { quickRandom } from '../panels/quick-random.ts'
import { openVotes } from '../rankings/open-votes.ts'
import { readVoteArguments, readWholeNumber, type VotesAsked, voteHelp, voteOptions } from '../rankings/vote-options.ts'
import { readOptions } from '../read-options.ts'
import { badInput } from '../tables/open-tables.ts'

/** `kantelpunt ranking next`: which pair to ask somebody. */
export const rankingNext: Command = {
  name: 'ranking next',
  usage: 'VOTES.csv --winner COL --loser COL --voter COL --person ID [--top K] [--questions N]',
  summary: 'Chooses the pairs to ask a person next: those that tell most about which items are the first K.',
  help: `
  --person ID             whom to ask; never a pair that this person answered before, whether that vote counts or not
  --top K                 how many items are at the top (6; half of the items where there are fewer than 12)
  --questions N           how many pairs, all different (1)
  --seed TEXT             begins the chance numbers; left out: from the person and how many votes there are
${voteHelp}

Before the first vote: a file with the header alone, and --items.
`,
  run: async (args, shell) => {
    const asked = readArguments(args)
    return typeof asked === 'string' ? badInput(asked) : choose(asked, shell)
  },
}

interface Asked extends VotesAsked {
  readonly person: string
  readonly top: number | undefined
  readonly questions: number
  readonly seed: string | undefined
}

async function choose(asked: Asked, shell: Shell): Promise<Outcome> {
  const opened = await openVotes(asked, shell, true)
  if ('kind' in opened) return opened
  const { votes } = opened
  // What does not count was still shown.
  const all =
    asked.where.length === 0 ? opened : await openVotes({ ...asked, where: [], keepRepeats: true }, undefined, true)
  if ('kind' in all) return all
  const { believeVotes, nextPair } = await import('@kantelpunt/ranking')
  const n = votes.items.length
  if (n > mostItems) return { kind: 'no-answer', message: tell[asked.language].tooMany }
  if (n < 2) return { kind: 'no-answer', message: tell[asked.language].tooFew }
  const seen = new Set<string>()
  const key = (a: string, b: string) => JSON.stringify(a < b ? [a, b] : [b, a])
  const person = all.votes.voters.indexOf(asked.person)
  for (const [vote, voter] of all.votes.voter.entries())
    if (voter >= 0 && voter === person)
      seen.add(key(all.votes.items[all.votes.one[vote] ?? 0] ?? '', all.votes.items[all.votes.other[vote] ?? 0] ?? ''))
  const random = quickRandom(asked.seed ?? `${asked.person}\n${all.votes.one.length}`)
  const belief = believeVotes(votes)
  const name = (item: number) => votes.items[item] ?? ''
  const pairs: { readonly first: string; readonly second: string; readonly why: string }[] = []
  const top = asked.top ?? Math.max(1, Math.min(6, Math.floor(n / 2)))
  const before = seen.size
  while (pairs.length < asked.questions) {
    const pair = nextPair(belief, { top, isSeen: (a, b) => seen.has(key(name(a), name(b))), random })
    if (pair === undefined) break
    const [first, second] = [name(pair.first), name(pair.second)]
    seen.add(key(first, second))
    pairs.push({ first, second, why: pair.why })
  }
  const answer = { person: asked.person, pairs, seen: before, left: (n * (n - 1)) / 2 - before, top }
  if (pairs.length === 0) return { kind: 'no-answer', message: tell[asked.language].allSeen, answer }
  return { kind: 'done', answer }
}

/** The belief about n items takes n³ steps. */
const mostItems = 1000

const tell = {
  nl: {
    tooMany: 'Dit zijn meer dan 1000 onderwerpen; voeg er eerst samen.',
    tooFew: 'Er zijn minder dan twee onderwerpen; geef ze met --items.',
    allSeen: 'Deze persoon heeft alle paren gezien.',
  },
  en: {
    tooMany: 'These are more than 1000 items; join some of them first.',
    tooFew: 'There are fewer than two items; give them with --items.',
    allSeen: 'This person has seen all pairs.',
  },
} as const

function readArguments(args: readonly string[]): Asked | string {
  const read = readOptions(args, {
    ...voteOptions,
    person: { type: 'string' },
    top: { type: 'string' },
    questions: { type: 'string', default: '1' },
    seed: { type: 'string' },
  })
  if (typeof read === 'string') return read
  const { values, positionals } = read
  const asked = readVoteArguments(values, positionals)
  if (typeof asked === 'string') return asked
  if (asked.votes.form !== 'pairs') return 'Pairs are chosen from votes between two: --winner COL --loser COL.'
  if (asked.voter === undefined) return 'Say with --voter COL which column holds who chose.'
  if (values.person === undefined || values.person.trim() === '') return 'Say with --person ID whom to ask.'
  const top = values.top === undefined ? undefined : readWholeNumber(values.top, 1, 1e6)
  if (values.top !== undefined && top === undefined) return `--top ${values.top}: give a whole number from 1.`
  const questions = readWholeNumber(values.questions, 1, 1000)
  if (questions === undefined) return `--questions ${values.questions}: give a whole number from 1 to 1000.`
  return { ...asked, person: values.person.trim(), top, questions, seed: values.seed }
}
