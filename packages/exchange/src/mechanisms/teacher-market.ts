import type { ExchangeFile } from '../reading/read-exchange.ts'

export type Lists = readonly (readonly number[])[]

/** What teachers and schools say of each other; place v is where teacher v is now. */
export interface TeacherMarket {
  readonly n: number
  /** By teacher the places that she would take, best first. */
  readonly wishes: Lists
  /**
   * By place the teachers that the school would take there, best first. Where v itself is among them, those before v are
   * better than who is there now; where it isn't, all are.
   */
  readonly rankings: Lists
  /** Who is served first, by `priority` and where a circle is too long. */
  readonly order: readonly number[]
}

/**
 * The market in a file. Where the file has no rankings, heavier is better and then the lower number; where it has no order of
 * priority, the lower number is served first.
 */
export function marketOf({ directed, graph, preferences = {} }: ExchangeFile): TeacherMarket {
  const { n, from, to, weight } = graph
  const wishes = Array.from({ length: n }, (): number[] => [])
  const rankings = Array.from({ length: n }, (): number[] => [])
  const heaviest = weight
    .map((_, k) => k)
    .sort((one, other) => (weight[other] ?? 0) - (weight[one] ?? 0) || one - other)
  for (const k of heaviest) {
    const [u, v] = [from[k] ?? 0, to[k] ?? 0]
    wishes[u]?.push(v)
    rankings[v]?.push(u)
    if (directed) continue
    wishes[v]?.push(u)
    rankings[u]?.push(v)
  }
  const order = preferences.priority ?? Array.from({ length: n }, (_, v) => v)
  return { n, wishes: preferences.teachers ?? wishes, rankings: preferences.schools ?? rankings, order }
}

/** By teacher the places that she would take and that would take her: at all, or rather than who is there now. */
export function openPlaces({ wishes, rankings }: TeacherMarket, rule: 'acceptable' | 'improved'): Lists {
  const taken = rankings.map((ranking, v) => {
    const own = ranking.indexOf(v)
    return new Set(rule === 'improved' && own >= 0 ? ranking.slice(0, own) : ranking)
  })
  return wishes.map((wished, u) => wished.filter((v) => v !== u && taken[v]?.has(u) === true))
}
