import { someVotes, type Votes } from '../votes/votes.ts'

/** Of the votes of one person on the same pair only the last, and how many others there were. */
export function lastVotes(votes: Votes): { readonly votes: Votes; readonly repeats: number } {
  const n = votes.items.length
  const seen = new Set<number>()
  const isLast = new Uint8Array(votes.one.length)
  let repeats = 0
  for (let vote = votes.one.length - 1; vote >= 0; vote--) {
    const voter = votes.voter[vote] ?? -1
    const [a, b] = [votes.one[vote] ?? 0, votes.other[vote] ?? 0]
    const key = (voter * n + Math.min(a, b)) * n + Math.max(a, b)
    if (voter >= 0 && seen.has(key)) {
      repeats++
      continue
    }
    if (voter >= 0) seen.add(key)
    isLast[vote] = 1
  }
  return repeats === 0 ? { votes, repeats } : { votes: someVotes(votes, (vote) => isLast[vote] === 1), repeats }
}
