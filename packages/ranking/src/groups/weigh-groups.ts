import { someVotes, type Votes } from '../votes/votes.ts'

/**
 * How groups count together: by the number of their votes, equally, or as given, such as by how many people of each there are in the
 * country.
 */
export type GroupWeights = 'number' | 'equal' | Readonly<Record<string, number>>

export type WeighRefusal =
  | { readonly ok: false; readonly reason: 'unknown-group'; readonly group: string; readonly known: readonly string[] }
  | { readonly ok: false; readonly reason: 'group-without-weight'; readonly group: string }
  | { readonly ok: false; readonly reason: 'no-groups' }

/** The votes of groups, each group weighed; all weights together are the number of votes. Votes of no group are left out. */
export function weighGroups(
  votes: Votes,
  weights: GroupWeights,
): { readonly ok: true; readonly votes: Votes } | WeighRefusal {
  if (weights === 'number') return { ok: true, votes }
  const counts = new Float64Array(votes.groups.length)
  for (const [vote, group] of votes.group.entries())
    if (group >= 0) counts[group] = (counts[group] ?? 0) + (votes.count[vote] ?? 0)
  const wanted = (group: string) =>
    weights === 'equal' ? 1 : Object.hasOwn(weights, group) ? weights[group] : undefined
  if (weights !== 'equal') {
    const unknown = Object.keys(weights).find((group) => !votes.groups.includes(group))
    if (unknown !== undefined) return { ok: false, reason: 'unknown-group', group: unknown, known: votes.groups }
  }
  const without = votes.groups.find((group) => wanted(group) === undefined)
  if (without !== undefined) return { ok: false, reason: 'group-without-weight', group: without }
  const voting = votes.groups.filter((_, group) => (counts[group] ?? 0) > 0)
  const all = counts.reduce((sum, count) => sum + count, 0)
  const allWanted = voting.reduce((sum, group) => sum + (wanted(group) ?? 0), 0)
  if (all === 0 || !(allWanted > 0)) return { ok: false, reason: 'no-groups' }
  const each = votes.groups.map(
    (group, place) => ((wanted(group) ?? 0) / allWanted) * (all / Math.max(counts[place] ?? 0, 1e-300)),
  )
  const grouped = someVotes(votes, (vote) => (votes.group[vote] ?? -1) >= 0)
  return { ok: true, votes: { ...grouped, weight: Float64Array.from(grouped.group, (group) => each[group] ?? 0) } }
}
