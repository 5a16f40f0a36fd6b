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
 * The market in a file. Where the file has no rankings, heavier is better and then what comes earlier in it; where it has no
 * order of priority, the lower number is served first.
 */
export function marketOf(file: ExchangeFile): TeacherMarket {
  const { directed, graph, preferences = {} } = file
  const { n, from, to, weight } = graph
  const wishes = Array.from({ length: n }, (): number[] => [])
  const rankings = Array.from({ length: n }, (): number[] => [])
  for (const k of heaviestFirst(weight)) {
    const [u, v] = [from[k] ?? 0, to[k] ?? 0]
    wishes[u]?.push(v)
    rankings[v]?.push(u)
    if (directed) continue
    wishes[v]?.push(u)
    rankings[u]?.push(v)
  }
  const order = orderOf(file)
  return { n, wishes: preferences.teachers ?? wishes, rankings: preferences.schools ?? rankings, order }
}

/** Arcs by falling weight, as they are in the file where weights are alike. */
function heaviestFirst(weight: Float64Array): Int32Array {
  const levels = Float64Array.from(new Set(weight)).sort().reverse()
  const levelOf = new Map(Array.from(levels, (w, level) => [w, level]))
  const start = new Int32Array(levels.length + 1)
  const level = Int32Array.from(weight, (w) => levelOf.get(w) ?? 0)
  for (const l of level) start[l + 1] = (start[l + 1] ?? 0) + 1
  for (let l = 0; l < levels.length; l++) start[l + 1] = (start[l + 1] ?? 0) + (start[l] ?? 0)
  const order = new Int32Array(weight.length)
  for (const [k, l] of level.entries()) {
    order[start[l] ?? 0] = k
    start[l] = (start[l] ?? 0) + 1
  }
  return order
}

/** Who is served first. */
export function orderOf({ graph: { n }, preferences }: ExchangeFile): readonly number[] {
  return preferences?.priority ?? Array.from({ length: n }, (_, v) => v)
}

/** By teacher the places that she would take and that would take her: at all, or rather than who is there now. */
export function openPlaces({ wishes, rankings }: TeacherMarket, rule: 'acceptable' | 'improved'): Lists {
  const taken = rankings.map((ranking, v) => {
    const own = ranking.indexOf(v)
    return new Set(rule === 'improved' && own >= 0 ? ranking.slice(0, own) : ranking)
  })
  return wishes.map((wished, u) => wished.filter((v) => v !== u && taken[v]?.has(u) === true))
}
