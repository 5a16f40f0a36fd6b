import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  makePicture,
  notesOf,
  type OpinionResult,
  picturedGroups,
  readMembers,
  readStart,
  readStatements,
  readVotes,
  resultOf,
  type StatementNotes,
  type VotesFile,
} from './index.ts'
import { adjustedRand } from './testing.ts'

/*
 * Against what was published of real conversations: each folder below KANTELPUNT_DATA/opinion is one, also those that
 * are put there later.
 */
const root = process.env.KANTELPUNT_DATA ?? join(import.meta.dirname, '../../../../shared/data')
const published = foldersOf(join(root, 'opinion/published-groups'))
const conversations = foldersOf(join(root, 'opinion/polis'))
if (published.length + conversations.length === 0)
  process.stderr.write(`skipped: the published conversations are not here (${root}/opinion)\n`)

interface Analysis {
  readonly tids: readonly number[]
  readonly pca: { readonly comps: readonly (readonly number[])[] }
  readonly 'group-votes': Readonly<
    Record<string, { readonly votes: Readonly<Record<string, { A: number; D: number; S: number }>> }>
  >
  readonly repness: Readonly<Record<string, readonly PublishedMark[]>>
  readonly consensus: { readonly agree: readonly PublishedMajority[]; readonly disagree: readonly PublishedMajority[] }
  readonly 'group-aware-consensus': Readonly<Record<string, number>>
  readonly 'comment-priorities': Readonly<Record<string, number>>
  readonly 'base-clusters': { readonly id: readonly number[]; readonly members: readonly (readonly number[])[] }
  readonly 'group-clusters': readonly { readonly id: number; readonly members: readonly number[] }[]
}
interface PublishedMajority {
  readonly tid: number
  readonly 'n-success': number
  readonly 'n-trials': number
  readonly 'p-success': number
  readonly 'p-test': number
}
interface PublishedMark extends PublishedMajority {
  readonly repness: number
  readonly 'repness-test': number
  readonly 'repful-for': string
  readonly 'best-agree'?: boolean
}

describe.skipIf(published.length === 0)('a published analysis', () => {
  it.each(published)('comes out again from its groups: %s', (folder) => {
    const { analysis, file, notes } = open(folder)
    const members = readMembers(bytesOf(JSON.stringify(Object.fromEntries(peopleByGroup(analysis)))), file.votes)
    if (!members.ok) throw new Error(members.reason)
    const result = resultOf(picturedGroups(file.votes, members.groups, notes))
    for (const group of result.groups) {
      if (group.size === null) continue
      const cells = analysis['group-votes'][String(group.id)]?.votes ?? {}
      const ours = Object.fromEntries(
        Object.entries(group.votes ?? {}).map(([id, { agree, disagree, seen }]) => [
          id,
          { A: agree, D: disagree, S: seen },
        ]),
      )
      expect(ours).toEqual(cells)
      expect(group.representative?.map(markOf)).toEqual(
        analysis.repness[String(group.id)]?.map((mark) => ({
          ...majorityOf(mark),
          side: mark['repful-for'],
          ratio: near(mark.repness),
          ratioTest: near(mark['repness-test']),
          best: mark['best-agree'] ?? false,
        })),
      )
    }
    for (const side of ['agree', 'disagree'] as const)
      expect(
        result.consensus[side].map(({ statement, votes, seen, probability, test }) => ({
          id: statement,
          votes,
          seen,
          share: probability,
          test,
        })),
      ).toEqual(analysis.consensus[side].map(majorityOf))
    expectSame(result.consensus.groupInformed, analysis['group-aware-consensus'])
    expectSame(result.priorities, analysis['comment-priorities'])
  })

  it.each(published)('has our two directions: %s', (folder) => {
    const { analysis, file, notes } = open(folder)
    const made = makePicture(file.votes, { notes })
    if (!made.ok) throw new Error(made.reason)
    const { pca } = resultOf(made.picture)
    for (const k of [0, 1] as const) {
      let along = 0
      for (const [j, id] of analysis.tids.entries())
        along += (analysis.pca.comps[k]?.[j] ?? 0) * (pca.comps[k][pca.statements.indexOf(String(id))] ?? 0)
      expect(Math.abs(along)).toBeGreaterThan(0.999_999)
    }
  })

  it.each(published)('gives the same label to everybody, from its centres: %s', (folder) => {
    const { analysis, file, notes } = open(folder)
    const start = readStart(readFileSync(join(folder, 'math-pca2.json')))
    if (!start.ok) throw new Error(start.reason)
    const made = makePicture(file.votes, { notes, start: start.start })
    if (!made.ok) throw new Error(made.reason)
    const { participants } = resultOf(made.picture)
    for (const [group, people] of peopleByGroup(analysis))
      for (const person of people) expect(participants?.[String(person)]?.group).toBe(group)
  })
})

describe.skipIf(published.length + conversations.length === 0)('a conversation from a cold start', () => {
  const told = [
    ...conversations.map((folder) => ({ folder, votes: 'votes.csv', statements: 'comments.csv' })),
    ...published.map((folder) => ({ folder, votes: 'votes.json', statements: 'comments.json' })),
  ].map(({ folder, votes, statements }) => {
    const known = readStatements(readFileSync(join(folder, statements)))
    if (!known.ok) throw new Error(known.reason)
    const file = votesOf(join(folder, votes))
    return { votes: file.votes, notes: notesOf(file.votes, known).notes, groups: publishedGroups(folder) }
  })
  const medianLikeness = (groupsOf: (each: (typeof told)[number]) => number | undefined) => {
    const found = told
      .map((each) => {
        const made = makePicture(each.votes, { notes: each.notes, groups: groupsOf(each) })
        return made.ok ? likenessTo(each.groups, resultOf(made.picture)) : 0
      })
      .sort((one, other) => one - other)
    return ((found[(found.length - 1) >> 1] ?? 0) + (found[found.length >> 1] ?? 0)) / 2
  }

  it('finds the published groups again: adjusted Rand index of 0.90 at least at the median', () => {
    expect(medianLikeness(() => undefined)).toBeGreaterThanOrEqual(0.9)
  })

  it('finds them nearer where it is told how many were published', () => {
    expect(medianLikeness(({ groups }) => new Set(groups.values()).size)).toBeGreaterThanOrEqual(0.92)
  })

  it.each(conversations)('is the same from rows and from a matrix: %s', (folder) => {
    const rows = votesOf(join(folder, 'votes.csv'))
    const matrix = votesOf(join(folder, 'participants-votes.csv'))
    expect([rows.format, matrix.format]).toEqual(['votes-csv', 'matrix-csv'])
    expect(rows.votes).toEqual(matrix.votes)
  })
})

function open(folder: string): { analysis: Analysis; file: VotesFile; notes: StatementNotes } {
  const file = votesOf(join(folder, 'votes.json'))
  const statements = readStatements(readFileSync(join(folder, 'comments.json')))
  if (!statements.ok) throw new Error(statements.reason)
  const { notes } = notesOf(file.votes, statements)
  return { analysis: JSON.parse(readFileSync(join(folder, 'math-pca2.json'), 'utf8')), file, notes }
}

function votesOf(path: string): VotesFile {
  const file = readVotes(readFileSync(path))
  if (!file.ok) throw new Error(file.reason)
  return file
}

function peopleByGroup(analysis: Analysis): Map<number, number[]> {
  const base = analysis['base-clusters']
  return new Map(
    analysis['group-clusters'].map(({ id, members }) => [
      id,
      members.flatMap((cluster) => base.members[base.id.indexOf(cluster)] ?? []),
    ]),
  )
}

function publishedGroups(folder: string): Map<string, string> {
  const analysis = join(folder, 'math-pca2.json')
  if (existsSync(analysis)) {
    const groups = peopleByGroup(JSON.parse(readFileSync(analysis, 'utf8')))
    return new Map([...groups].flatMap(([group, people]) => people.map((id) => [String(id), String(group)])))
  }
  const [, ...rows] = readFileSync(join(folder, 'participants-votes.csv'), 'utf8').trim().split('\n')
  return new Map(
    rows.map((row) => row.split(',')).flatMap(([id = '', group = '']) => (group === '' ? [] : [[id, group]])),
  )
}

function likenessTo(groups: Map<string, string>, { participants }: OpinionResult): number {
  const people = [...groups.keys()]
  return adjustedRand(
    people.map((id) => groups.get(id)),
    people.map((id) => participants?.[id]?.group),
  )
}

function markOf(mark: NonNullable<OpinionResult['groups'][number]['representative']>[number]) {
  return {
    id: mark.statement,
    votes: mark.votes,
    seen: mark.seen,
    share: mark.probability,
    test: mark.probabilityTest,
    side: mark.side,
    ratio: mark.representativeness,
    ratioTest: mark.representativenessTest,
    best: mark.bestAgree,
  }
}

function majorityOf(mark: PublishedMajority) {
  return {
    id: String(mark.tid),
    votes: mark['n-success'],
    seen: mark['n-trials'],
    share: near(mark['p-success']),
    test: near(mark['p-test']),
  }
}

function expectSame(ours: Readonly<Record<string, number>>, theirs: Readonly<Record<string, number>>) {
  expect(Object.keys(ours)).toEqual(Object.keys(theirs))
  for (const [id, value] of Object.entries(theirs)) expect(ours[id]).toEqual(near(value))
}

/** Equal to nine decimals. */
function near(value: number): number {
  return expect.closeTo(value, 9)
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function foldersOf(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(folder, entry.name))
}
