import type { ArcGraph } from '../graph/graph.ts'
import { spanOf } from './distance.ts'
import { type MarketInput, type MarketRules, type Obstacle, obstacles, type TeacherMarket } from './market.ts'
import { createGrid, type PlacesGrid } from './places-grid.ts'
import { comparerOf, isComplete, type Side } from './side.ts'

/** More arcs than this are no market that can be solved: ask for smaller radii, or for one period at a time. */
export const marketArcLimit = 10_000_000

/**
 * Who could come into whose place, with a weight of whole points that add up. Jobs lie in a grid for each subject, sector and
 * school year, so that of 20,000 teachers only those nearby are compared; still it is counted of every pair why it fell out.
 * Throws on what `checkMarket` finds. Stops above `most` arcs: then `counts.fit` is more than that, and nothing else is whole.
 */
export function buildMarket(input: MarketInput, rules: MarketRules, most = marketArcLimit): TeacherMarket {
  const { system, teachers } = input
  const comparer = comparerOf(input, rules)
  const sides = teachers.map((teacher) => comparer.sideOf(teacher))
  const inside = teachers.flatMap((teacher, k) => (isComplete(teacher) ? [k] : []))
  const jobs = jobsOf(inside, sides)
  const fellOut = new Map<Obstacle, number>(obstacles.map((obstacle) => [obstacle, 0]))
  const add = (obstacle: Obstacle, pairs: number) => fellOut.set(obstacle, (fellOut.get(obstacle) ?? 0) + pairs)
  const from: number[] = []
  const to: number[] = []
  const weight: number[] = []
  let considered = 0
  for (const u of inside) {
    const one = sides[u]
    if (one === undefined) continue
    if (from.length > most) break
    const { year, radius } = one.teacher
    const span = spanOf(system, one.place, radius)
    // The own job is among them once: of own subject, sector and year, and within reach or not.
    const places = [...one.subjects].flatMap((subject) => [...one.sectors].map((sector) => [subject, sector] as const))
    const sized = {
      subject: sum([...one.subjects], (subject) => jobs.sizes.get(keyOf(subject))),
      sector: sum(places, (place) => jobs.sizes.get(keyOf(...place))),
      year: sum(places, (place) => jobs.sizes.get(keyOf(...place, year))),
    }
    add('subject', inside.length - sized.subject)
    add('sector', sized.subject - sized.sector)
    add('year', sized.sector - sized.year)
    let looked = 0
    for (const place of places)
      jobs.grids.get(keyOf(...place, year))?.near(one.place, span, (v) => {
        const other = sides[v]
        if (v === u || other === undefined) return
        looked++
        const obstacle = comparer.meetingObstacle(one, other)
        if (obstacle !== undefined) {
          add(obstacle, 1)
          return
        }
        const { brings, learns, near } = comparer.parts(one, other)
        from.push(u)
        to.push(v)
        weight.push(brings + learns + near)
      })
    add('distance', sized.year - 1 - looked)
    considered += looked
  }
  const graph: ArcGraph = {
    n: teachers.length,
    from: Int32Array.from(from),
    to: Int32Array.from(to),
    weight: Float64Array.from(weight),
  }
  const counts = {
    teachers: teachers.length,
    trios: inside.length,
    pairs: inside.length * Math.max(0, inside.length - 1),
    considered,
    fit: from.length,
    fellOut: countsOf(fellOut),
  }
  return { ...input, rules, graph, counts }
}

function countsOf(counted: ReadonlyMap<Obstacle, number>): Readonly<Record<Obstacle, number>> {
  const of = (obstacle: Obstacle) => counted.get(obstacle) ?? 0
  return {
    subject: of('subject'),
    sector: of('sector'),
    year: of('year'),
    distance: of('distance'),
    period: of('period'),
    'part-time': of('part-time'),
    qualification: of('qualification'),
    'same-school': of('same-school'),
    'veto-teacher': of('veto-teacher'),
    'veto-buddy': of('veto-buddy'),
    'veto-school': of('veto-school'),
    'no-fit': of('no-fit'),
  }
}

function keyOf(...parts: readonly string[]): string {
  return JSON.stringify(parts)
}

function sum<Item>(items: readonly Item[], of: (item: Item) => number | undefined): number {
  return items.reduce((all, item) => all + (of(item) ?? 0), 0)
}

/** How many jobs there are of each subject, with sector, and with school year; and of the last where they are. */
function jobsOf(inside: readonly number[], sides: readonly Side[]) {
  const sizes = new Map<string, number>()
  const members = new Map<string, number[]>()
  for (const k of inside) {
    const side = sides[k]
    if (side === undefined) continue
    const { subject, year } = side.teacher
    const full = keyOf(subject, side.school.sector, year)
    for (const key of [keyOf(subject), keyOf(subject, side.school.sector), full])
      sizes.set(key, (sizes.get(key) ?? 0) + 1)
    const group = members.get(full) ?? []
    group.push(k)
    members.set(full, group)
  }
  const nowhere = { x: 0, y: 0 }
  const grids = new Map<string, PlacesGrid>()
  for (const [key, group] of members)
    grids.set(
      key,
      createGrid(group, (k) => sides[k]?.school.place ?? nowhere),
    )
  return { sizes, grids }
}
