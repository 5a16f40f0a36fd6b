import type { Start, StatementNotes, VotesFormat } from '@kantelpunt/opinion'
import type { Command } from '../command.ts'
import { finishOpinion, seededNumbers, tellResult, wholeOption } from '../opinions/finish-opinion.ts'
import { conversationHelp, openConversation } from '../opinions/open-conversation.ts'
import { readOptions } from '../read-options.ts'
import { badInput, readWhole } from '../tables/open-tables.ts'

/** `kantelpunt opinion groups`: a map of opinions, the groups on it, and what they share. */
export const opinionGroups: Command = {
  name: 'opinion groups',
  usage: 'VOTES [--format votes-csv|votes-json|matrix-csv] [--groups K] [--start FILE] [--out result.json]',
  summary: 'Finds opinion groups in votes on statements: what marks each, what they share, how sure that is.',
  help: `
No group of fewer than 5 people is described. Exit 2: no groups can be found, such as where everybody votes alike.

  --groups K              so many groups; without it the fewest that the data can't tell from the best number
  --start FILE            k-means begins at the centres of an earlier result or of a published analysis (math-pca2.json)
  --resamples N           for the stability of groups (100; 0 for none)
  --seed N                of the resamples (1)
  --public                for everybody: no participants, and no statement that fewer than 5 people of a group answered;
                          without it the result holds personal data, for who holds the votes
  --out FILE              the result as JSON; standard output has a summary then
${conversationHelp}
`,
  run: async (args, shell) => {
    const asked = readArguments(args)
    if (typeof asked === 'string') return badInput(asked)
    const { groupStability, makePicture, opinionText, readStart, resultOf, tellRefusal } = await import(
      '@kantelpunt/opinion'
    )
    const text = opinionText[asked.language]
    const conversation = await openConversation(asked.path, asked, text)
    if ('kind' in conversation) return conversation
    const { file, told } = conversation
    let start: Start | undefined
    if (asked.start !== undefined) {
      const bytes = await readWhole(asked.start)
      if ('kind' in bytes) return bytes
      const read = readStart(bytes)
      if (!read.ok) return badInput(`${asked.start}: ${tellRefusal(read, text)}`)
      start = read.start
    }
    const notes = conversation.notes ?? notesOfStart(file.votes.statements, start)
    const made = makePicture(file.votes, { notes, groups: asked.groups, start })
    if (!made.ok) return { kind: 'no-answer', message: `${asked.path}: ${tellRefusal(made, text)}` }
    const { picture } = made
    const stability =
      asked.resamples === 0
        ? undefined
        : groupStability(picture, { random: seededNumbers(asked.seed), resamples: asked.resamples })
    const result = {
      format: file.format,
      replaced: file.replaced,
      ...resultOf(picture, { stability, forEverybody: asked.isPublic }),
    }
    const few = notes === undefined ? picture.leftOut.reduce((count, out) => count + out, 0) : 0
    for (const line of [...told, ...(few > 0 ? [text.answeredByFew(few)] : []), ...tellResult(result, text)])
      shell.progress.write(`${line}\n`)
    return finishOpinion(result, asked.out)
  },
}

function notesOfStart(statements: readonly string[], start: Start | undefined): StatementNotes | undefined {
  if (start?.leftOut === undefined) return undefined
  const out = new Set(start.leftOut)
  return {
    leftOut: Uint8Array.from(statements, (id) => (out.has(id) ? 1 : 0)),
    aboutPeople: new Uint8Array(statements.length),
  }
}

interface Asked {
  readonly path: string
  readonly format: VotesFormat | undefined
  readonly statements: string | undefined
  readonly groups: number | undefined
  readonly start: string | undefined
  readonly resamples: number
  readonly seed: number
  readonly isPublic: boolean
  readonly out: string | undefined
  readonly language: 'nl' | 'en'
}

function readArguments(args: readonly string[]): Asked | string {
  const parsed = parse(args)
  if (typeof parsed === 'string') return parsed
  const { values, positionals } = parsed
  const [path, ...more] = positionals
  if (path === undefined || more.length > 0) return 'Name one file with votes.'
  const { format, language, statements, start, out } = values
  if (format !== undefined && format !== 'votes-csv' && format !== 'votes-json' && format !== 'matrix-csv')
    return `--format ${format}: it is votes-csv, votes-json or matrix-csv.`
  if (language !== 'nl' && language !== 'en') return `--language ${language}: it is nl or en.`
  if (values.groups !== undefined && start !== undefined)
    return '--groups and --start: the start has as many groups as it has centres; leave one of them.'
  const groups = wholeOption('groups', values.groups, 1, 50)
  const resamples = wholeOption('resamples', values.resamples, 0, 10_000)
  const seed = wholeOption('seed', values.seed, 0, 999_999_999)
  for (const option of [groups, resamples, seed]) if (typeof option === 'string') return option
  return {
    path,
    format,
    statements,
    groups: typeof groups === 'number' ? groups : undefined,
    start,
    resamples: typeof resamples === 'number' ? resamples : 100,
    seed: typeof seed === 'number' ? seed : 1,
    isPublic: values.public,
    out,
    language,
  }
}

function parse(args: readonly string[]) {
  return readOptions(args, {
    format: { type: 'string' },
    statements: { type: 'string' },
    groups: { type: 'string' },
    start: { type: 'string' },
    resamples: { type: 'string' },
    seed: { type: 'string' },
    public: { type: 'boolean', default: false },
    out: { type: 'string' },
    language: { type: 'string', default: 'nl' },
  })
}
