import type { ReadProblem, Votes } from '@kantelpunt/ranking'
import type { Outcome, Shell } from '../command.ts'
import { badInput, readWhole } from '../tables/open-tables.ts'
import type { VotesAsked } from './vote-options.ts'

type BadInput = Extract<Outcome, { readonly kind: 'bad-input' }>

export interface OpenedVotes {
  readonly votes: Votes
  /** Sentences on what was done to read them. */
  readonly notes: readonly string[]
}

/** Reads the votes that the options name, or tells everything that is wrong with them; without a shell notes stay unsaid. */
export async function openVotes(
  asked: VotesAsked,
  shell: Shell | undefined,
  mayBeEmpty = false,
): Promise<OpenedVotes | BadInput> {
  const { readVotes, describeReadNote, describeReadProblem } = await import('@kantelpunt/ranking')
  const items = asked.items === undefined ? undefined : await openItems(asked.items, asked)
  if (items !== undefined && 'kind' in items) return items
  const bytes = await readWhole(asked.path)
  if ('kind' in bytes) return bytes
  const read = readVotes(bytes, { ...asked, items: items?.ids, mayBeEmpty })
  if (!read.ok) return refused(read.problems, (problem) => describeReadProblem(problem, asked.language, asked.path))
  const notes = read.notes.map((note) => describeReadNote(note, asked.language))
  for (const note of notes) shell?.progress.write(`${note}\n`)
  return { votes: read.votes, notes }
}

async function openItems(
  path: string,
  { itemId, language }: VotesAsked,
): Promise<{ readonly ids: readonly string[] } | BadInput> {
  const { readItems, describeReadProblem } = await import('@kantelpunt/ranking')
  const bytes = await readWhole(path)
  if ('kind' in bytes) return bytes
  const read = readItems(bytes, itemId)
  return read.ok ? read : refused(read.problems, (problem) => describeReadProblem(problem, language, path))
}

/** Problems that a person is shown at once; a program gets all. */
const shown = 50

function refused(problems: readonly ReadProblem[], describe: (problem: ReadProblem) => string): BadInput {
  const sentences = problems.map(describe)
  const rest = sentences.length - shown
  const message = [...sentences.slice(0, shown), ...(rest > 0 ? [`… +${rest}`] : [])].join('\n')
  return {
    ...badInput(message),
    answer: { problems: problems.map((problem, k) => ({ ...problem, message: sentences[k] })) },
  }
}
