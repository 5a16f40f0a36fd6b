import type { VotesFormat } from '@kantelpunt/opinion'
import type { Command } from '../command.ts'
import { finishOpinion, tellResult } from '../opinions/finish-opinion.ts'
import { conversationHelp, openConversation } from '../opinions/open-conversation.ts'
import { readOptions } from '../read-options.ts'
import { badInput, readWhole } from '../tables/open-tables.ts'

/** `kantelpunt opinion describe`: the same as `opinion groups`, for groups that are given. */
export const opinionDescribe: Command = {
  name: 'opinion describe',
  usage: 'VOTES --members members.json [--format votes-csv|votes-json|matrix-csv] [--out result.json]',
  summary: 'Describes groups that are given by their votes on statements: what marks each, and what they share.',
  help: `
No group of fewer than 5 people is described, and its people are counted nowhere. Exit 2: no group has 5.

  --members FILE          who is in which group: { "a": ["person", …], "b": […] }; others count nowhere
  --public                for everybody: no participants, and no statement that fewer than 5 people of a group answered
  --out FILE              the result as JSON; standard output has a summary then
${conversationHelp}
`,
  run: async (args, shell) => {
    const asked = readArguments(args)
    if (typeof asked === 'string') return badInput(asked)
    const { opinionText, picturedGroups, readMembers, resultOf, tellRefusal } = await import('@kantelpunt/opinion')
    const text = opinionText[asked.language]
    const conversation = await openConversation(asked.path, asked, text)
    if ('kind' in conversation) return conversation
    const { file, told } = conversation
    const bytes = await readWhole(asked.members)
    if ('kind' in bytes) return bytes
    const members = readMembers(bytes, file.votes)
    if (!members.ok) return badInput(`${asked.members}: ${tellRefusal(members, text)}`)
    const size = file.votes.statements.length
    const notes = conversation.notes ?? { leftOut: new Uint8Array(size), aboutPeople: new Uint8Array(size) }
    const picture = picturedGroups(file.votes, members.groups, notes)
    if (picture.groupVotes.groups === 0) {
      const largest = Math.max(...members.groups.map((group) => group.members.length))
      return { kind: 'no-answer', message: `${asked.members}: ${text.allTooSmall(largest)}` }
    }
    const result = {
      format: file.format,
      replaced: file.replaced,
      ...resultOf(picture, { forEverybody: asked.isPublic }),
    }
    for (const line of [...told, ...tellResult(result, text, true)]) shell.progress.write(`${line}\n`)
    return finishOpinion(result, asked.out)
  },
}

interface Asked {
  readonly path: string
  readonly members: string
  readonly format: VotesFormat | undefined
  readonly statements: string | undefined
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
  const { members, format, language, statements, out } = values
  if (members === undefined) return 'Name the file with the groups: --members members.json.'
  if (format !== undefined && format !== 'votes-csv' && format !== 'votes-json' && format !== 'matrix-csv')
    return `--format ${format}: it is votes-csv, votes-json or matrix-csv.`
  if (language !== 'nl' && language !== 'en') return `--language ${language}: it is nl or en.`
  return { path, members, format, statements, isPublic: values.public, out, language }
}

function parse(args: readonly string[]) {
  return readOptions(args, {
    members: { type: 'string' },
    format: { type: 'string' },
    statements: { type: 'string' },
    public: { type: 'boolean', default: false },
    out: { type: 'string' },
    language: { type: 'string', default: 'nl' },
  })
}
