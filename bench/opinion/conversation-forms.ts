import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Conversations are published in two forms; each names its files and says which group was published of whom. */
export interface ConversationForm {
  readonly folder: string
  readonly votes: string
  readonly statements: string
  readonly groupsIn: (folder: string) => readonly (readonly [person: string, group: string])[]
}

export const conversationForms: readonly ConversationForm[] = [
  { folder: 'polis', votes: 'votes.csv', statements: 'comments.csv', groupsIn: groupsOfMatrix },
  { folder: 'published-groups', votes: 'votes.json', statements: 'comments.json', groupsIn: groupsOfAnalysis },
]

function groupsOfMatrix(folder: string) {
  const [, ...rows] = readFileSync(join(folder, 'participants-votes.csv'), 'utf8').trim().split('\n')
  return rows
    .map((row) => row.split(','))
    .flatMap(([id = '', group = '']) => (group === '' ? [] : [[id, group] as const]))
}

function groupsOfAnalysis(folder: string) {
  const analysis = JSON.parse(readFileSync(join(folder, 'math-pca2.json'), 'utf8'))
  const base: { readonly id: number[]; readonly members: number[][] } = analysis['base-clusters']
  const groups: readonly { readonly id: number; readonly members: number[] }[] = analysis['group-clusters']
  return groups.flatMap(({ id, members }) =>
    members
      .flatMap((cluster) => base.members[base.id.indexOf(cluster)] ?? [])
      .map((one) => [String(one), String(id)] as const),
  )
}
