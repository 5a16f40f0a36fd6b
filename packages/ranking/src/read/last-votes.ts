import { someVotes, type Votes } from '../votes/votes.ts'

/** Up to so many pairs have a place of their own while the votes of one person are gone through. */
const mostPlaces = 4_000_000

/** Of the votes of one person on the same pair only the last, and how many others there were. */
export function lastVotes(votes: Votes): { readonly votes: Votes; readonly repeats: number } {
  const n = votes.items.length
  const isLast = new Uint8Array(votes.one.length)
  const latest = n * n <= mostPlaces ? new Int32Array(n * n) : new Map<number, number>()
  let repeats = 0
  for (const vote of byVoterFromTheEnd(votes)) {
    const voter = votes.voter[vote] ?? -1
    const [a, b] = [votes.one[vote] ?? 0, votes.other[vote] ?? 0]
    const pair = Math.min(a, b) * n + Math.max(a, b)
    const before = latest instanceof Map ? latest.get(pair) : latest[pair]
    if (voter >= 0 && before === voter + 1) {
      repeats++
      continue
    }
    isLast[vote] = 1
    if (latest instanceof Map) latest.set(pair, voter + 1)
    else latest[pair] = voter + 1
  }
  return repeats === 0 ? { votes, repeats } : { votes: someVotes(votes, (vote) => isLast[vote] === 1), repeats }
}

/** All votes, those of one person together, and of those the last first (sorted by counting). */
function byVoterFromTheEnd({ voter, voters }: Votes): Int32Array {
  const next = new Int32Array(voters.length + 2)
  for (const each of voter) next[each + 2] = (next[each + 2] ?? 0) + 1
  for (let place = 1; place < next.length; place++) next[place] = (next[place] ?? 0) + (next[place - 1] ?? 0)
  const sorted = new Int32Array(voter.length)
  for (let vote = voter.length - 1; vote >= 0; vote--) {
    const each = (voter[vote] ?? -1) + 1
    const place = next[each] ?? 0
    sorted[place] = vote
    next[each] = place + 1
  }
  return sorted
}
