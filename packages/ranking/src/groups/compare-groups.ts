import { type RankedItem, type RankOptions, type RankRefusal, rankItems } from '../rank-items.ts'
import { normalBelow, z975 } from '../uncertainty/distributions.ts'
import type { Interval } from '../uncertainty/interval.ts'
import { someVotes, type Votes } from '../votes/votes.ts'

export interface GroupRanking {
  readonly group: string
  readonly people: number
  readonly votes: number
  readonly items: readonly Pick<RankedItem, 'id' | 'score' | 'interval' | 'rank' | 'rankInterval' | 'topProbability'>[]
}

export interface GroupDifference {
  readonly id: string
  /** The two groups that differ most on it, the one that puts it higher first. */
  readonly higher: string
  readonly lower: string
  /** In points of the score (`wins`, `kemeny`) or in log-odds (`bradley-terry`), with a 95 % interval. */
  readonly difference: number
  readonly interval: Interval
  /** Whether the difference stands at 95 % when all items and all pairs of groups are looked at together (Bonferroni). */
  readonly stands: boolean
}

export interface GroupComparison {
  readonly ok: true
  readonly groups: readonly GroupRanking[]
  /** One an item; those whose difference is largest beside its uncertainty first. */
  readonly differences: readonly GroupDifference[]
  /**
   * Groups of fewer people than may be shown apart, and where those could be found by taking away the others from the whole, the
   * next smallest as well; their votes count in the whole.
   */
  readonly hidden: readonly string[]
}

/** Ranks by each group and tells where groups differ most. Groups of fewer than `leastPeople` are not shown; 5 where left out. */
export function compareGroups(votes: Votes, options: RankOptions, leastPeople = 5): GroupComparison | RankRefusal {
  const ranked: { readonly shown: GroupRanking; readonly figures: ReadonlyMap<string, Figure> }[] = []
  const { shown, hidden } = divideGroups(votes, leastPeople)
  for (const { group, own, people } of shown) {
    const unweighed = { ...own, weight: new Float64Array(own.one.length).fill(1) }
    const ranking = rankItems(unweighed, options)
    if (!ranking.ok) return ranking
    const items = ranking.items.map(({ id, score, interval, rank, rankInterval, topProbability }) => ({
      id,
      score,
      interval,
      rank,
      rankInterval,
      topProbability,
    }))
    const figures = new Map(ranking.items.map((item) => [item.id, figureOf(item)]))
    ranked.push({ shown: { group, people, votes: ranking.votes, items }, figures })
  }
  const pairs = (ranked.length * (ranked.length - 1)) / 2
  const needed = ranked.length < 2 ? 0 : 0.05 / (votes.items.length * pairs)
  const differences = ranked.length < 2 ? [] : votes.items.map((id) => largest(id, ranked, needed))
  return {
    ok: true,
    groups: ranked.map(({ shown }) => shown),
    differences: differences.toSorted((a, b) => b.size - a.size).map(({ size: _, ...difference }) => difference),
    hidden,
  }
}

/** Which groups may be shown apart. Where people are not known, a vote is of one person at most. */
function divideGroups(votes: Votes, leastPeople: number) {
  const groups = votes.groups
    .map((group, place) => {
      const own = someVotes(votes, (vote) => votes.group[vote] === place)
      const people = new Set(own.voter.filter((voter) => voter >= 0)).size
      return { group, own, people, size: votes.voters.length > 0 ? people : own.one.length }
    })
    .filter(({ own }) => own.one.length > 0)
  const hidden = groups.filter(({ size }) => size < leastPeople)
  const large = groups.filter(({ size }) => size >= leastPeople)
  const groupless = new Set(votes.voter.filter((voter, vote) => voter >= 0 && votes.group[vote] === -1)).size
  const outOfSight = hidden.reduce((sum, { size }) => sum + size, groupless)
  // The whole without the groups that are shown must not be that of a few people.
  if (hidden.length > 0 && outOfSight < leastPeople) {
    const next = large.toSorted((a, b) => a.size - b.size)[0]
    if (next !== undefined) hidden.push(next)
  }
  return { shown: groups.filter((each) => !hidden.includes(each)), hidden: hidden.map(({ group }) => group) }
}

interface Figure {
  readonly value: number
  readonly error: number
}

/** Abilities where there are, for shares of all abilities depend on all items. */
function figureOf({ score, interval, ability, abilityInterval }: RankedItem): Figure {
  const [low, high] = abilityInterval ?? interval
  return { value: ability ?? score, error: (high - low) / (2 * z975) }
}

function largest(
  id: string,
  ranked: readonly { readonly shown: GroupRanking; readonly figures: ReadonlyMap<string, Figure> }[],
  needed: number,
): GroupDifference & { readonly size: number } {
  let found: (GroupDifference & { readonly size: number }) | undefined
  for (const [k, a] of ranked.entries()) {
    for (const b of ranked.slice(k + 1)) {
      const [x, y] = [a.figures.get(id), b.figures.get(id)]
      if (x === undefined || y === undefined) continue
      const difference = Math.abs(x.value - y.value)
      const error = Math.hypot(x.error, y.error)
      const size = error > 0 ? difference / error : 0
      if (found !== undefined && size <= found.size) continue
      const isFirst = x.value >= y.value
      found = {
        id,
        higher: isFirst ? a.shown.group : b.shown.group,
        lower: isFirst ? b.shown.group : a.shown.group,
        difference,
        interval: [difference - z975 * error, difference + z975 * error],
        stands: 2 * (1 - normalBelow(size)) < needed,
        size,
      }
    }
  }
  if (found === undefined) throw new Error(`no groups ranked ${id}`)
  return found
}
