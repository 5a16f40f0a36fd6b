import type { Day } from '../../../platform/text/days.ts'

/** A lesson that was designed this school year: by whom, of which subject, begun when. */
export interface PastDesign {
  readonly people: readonly string[]
  readonly subject: string
  readonly on: Day
}

export interface ProposedGroup {
  readonly people: readonly string[]
  /** The subject whose turn it is; null where fewer than two are known. */
  readonly subject: string | null
}

/** Up to so many people every division is tried; for more the best one that exchanges of two lead to. */
const mostTried = 11

/**
 * Proposes who designs the next lessons together, in twos (one of three where somebody is left). First come those who
 * designed least, so that nobody designs twice before everybody did once; together come those who worked together least;
 * subjects take turns, the one that waited longest first. The same for the same people and past.
 */
export function proposeGroups(people: readonly string[], past: readonly PastDesign[]): readonly ProposedGroup[] {
  const everyone = [...new Set(people)].toSorted()
  if (everyone.length < 2) return []
  const times = (person: string) => past.filter((design) => design.people.includes(person)).length
  const fewest = Math.min(...everyone.map(times))
  const turn = everyone.filter((person) => times(person) === fewest)
  // Somebody alone whose turn it is designs with whom they worked with least, of those who designed least.
  const [alone] = turn
  if (turn.length === 1 && alone !== undefined) {
    const others = everyone.filter((person) => person !== alone)
    const least = others.toSorted((a, b) => times(a) - times(b) || together(past, alone, a) - together(past, alone, b))
    turn.push(...least.slice(0, 1))
  }
  const groups = turn.length <= mostTried ? bestDivision(turn, past) : improvedDivision(turn, past)
  const known = subjectsByTurn(past)
  // Of one subject there is no turn to take.
  const subjects = known.length > 1 ? known : []
  return groups.map((group, index) => ({ people: group, subject: subjects[index % subjects.length] ?? null }))
}

/** How often two people designed together. */
export function together(past: readonly PastDesign[], a: string, b: string): number {
  return past.filter((design) => design.people.includes(a) && design.people.includes(b)).length
}

/** How much a division repeats: a third time together weighs more than a second one. */
export function repetition(groups: readonly (readonly string[])[], past: readonly PastDesign[]): number {
  return groups.reduce((sum, group) => sum + repetitionIn(group, past), 0)
}

function repetitionIn(group: readonly string[], past: readonly PastDesign[]): number {
  return group.reduce(
    (sum, a, i) => sum + group.slice(i + 1).reduce((inner, b) => inner + together(past, a, b) ** 2, 0),
    0,
  )
}

type Division = readonly (readonly string[])[]

function bestDivision(people: readonly string[], past: readonly PastDesign[]): Division {
  let best: Division = []
  let least = Number.POSITIVE_INFINITY
  const divide = (left: readonly string[], groups: Division, sum: number): void => {
    if (sum >= least) return
    const [first, ...rest] = left
    if (first === undefined) {
      best = groups
      least = sum
      return
    }
    for (const [i, second] of rest.entries()) {
      const others = rest.filter((_, at) => at !== i)
      const pair = [first, second]
      // One group of three, where somebody would be left.
      if (left.length % 2 === 1) {
        for (const [j, third] of others.entries()) {
          if (j < i) continue
          const trio = [...pair, third]
          const after = others.filter((_, at) => at !== j)
          divide(after, [...groups, trio], sum + repetitionIn(trio, past))
        }
      }
      if (others.length !== 1) divide(others, [...groups, pair], sum + repetitionIn(pair, past))
    }
  }
  divide(people, [], 0)
  return best
}

function improvedDivision(people: readonly string[], past: readonly PastDesign[]): Division {
  const groups: string[][] = []
  for (let i = 0; i + 1 < people.length; i += 2) groups.push(people.slice(i, i + 2))
  if (people.length % 2 === 1) groups.at(-1)?.push(people.at(-1) ?? '')
  for (;;) {
    const better = groups.some((one, i) => groups.slice(i + 1).some((other) => exchangeIfBetter(one, other, past)))
    if (!better) return groups
  }
}

/** Exchanges one of each group where that repeats less. */
function exchangeIfBetter(one: string[], other: string[], past: readonly PastDesign[]): boolean {
  const before = repetition([one, other], past)
  for (const [i, a] of one.entries()) {
    for (const [j, b] of other.entries()) {
      one[i] = b
      other[j] = a
      if (repetition([one, other], past) < before) return true
      one[i] = a
      other[j] = b
    }
  }
  return false
}

/** The subjects that were designed, those that were least and longest ago first. */
function subjectsByTurn(past: readonly PastDesign[]): readonly string[] {
  const known = new Map<string, { times: number; last: Day }>()
  for (const { subject, on } of past) {
    if (subject === '') continue
    const before = known.get(subject)
    known.set(subject, {
      times: (before?.times ?? 0) + 1,
      last: before !== undefined && before.last > on ? before.last : on,
    })
  }
  return [...known.entries()]
    .toSorted(([a, x], [b, y]) => x.times - y.times || x.last.localeCompare(y.last) || a.localeCompare(b))
    .map(([subject]) => subject)
}
