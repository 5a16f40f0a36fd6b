import type { Joint } from '../market/market.ts'
import { type Applications, addApplication } from './applications.ts'
import { type Fields, fieldsOf, listOf, type Problems } from './problems.ts'

type IndexOf = ReadonlyMap<string, number>

/**
 * The list of one candidate as applications, and scores where the candidate brings them. What is returned are the options of a
 * candidate of two subjects. `seen` is of the length of the programmes and holds a number that no candidate has.
 */
export function readPreferences(
  { preferences, scores }: Fields,
  candidate: number,
  programmes: IndexOf,
  all: Applications,
  seen: Int32Array,
  problems: Problems,
  /** Where the applications of the candidate begin: a couple has named some already. */
  first: number,
  inCouple: boolean,
): Joint['options'] | undefined {
  const at = () => `candidates[${candidate}]`
  const list = listOf(preferences, `candidates[${candidate}].preferences`, problems)
  let hasBoth = false
  let named = 0
  for (const entry of list) if (typeof entry === 'object' && entry !== null && !Array.isArray(entry)) hasBoth = true
  const options: (readonly [number, number])[] = []
  const one = (id: unknown, place: () => string, tier: number) => {
    named++
    if (typeof id !== 'string') return problems.expected(place(), 'the id of a programme')
    const programme = programmes.get(id)
    if (programme === undefined) return problems.add({ kind: 'unknown-programme', at: place(), id })
    if (seen[programme] === candidate) return problems.add({ kind: 'twice', at: place(), id })
    seen[programme] = candidate
    addApplication(all, programme, tier)
  }
  if (!hasBoth) {
    for (let tier = 0; tier < list.length; tier++) {
      const entry = list[tier]
      if (Array.isArray(entry))
        for (let k = 0; k < entry.length; k++) one(entry[k], () => `${at()}.preferences[${tier}][${k}]`, tier)
      else one(entry, () => `${at()}.preferences[${tier}]`, tier)
    }
  } else {
    const known = new Set<string>()
    for (const [place, entry] of list.entries()) {
      const where = `${at()}.preferences[${place}]`
      const option = readBoth(entry, where, programmes, problems)
      if (option === undefined) continue
      const key = option.toSorted().join()
      if (known.has(key)) problems.add({ kind: 'twice', at: where, id: JSON.stringify(entry) })
      else options.push(option)
      known.add(key)
      for (const programme of option) {
        if (programme < 0 || seen[programme] === candidate) continue
        seen[programme] = candidate
        addApplication(all, programme, 0)
      }
    }
  }
  const mayList = !hasBoth && !inCouple
  if (isScore(scores)) all.score.fill(scores, first, all.count)
  else if (scores === undefined) all.score.fill(0, first, all.count)
  else if (Array.isArray(scores) && mayList) {
    if (scores.length !== named)
      problems.add({ kind: 'scores-beside-list', at: `${at()}.scores`, scores: scores.length, preferences: named })
    for (let k = 0; k < scores.length; k++) {
      const score: unknown = scores[k]
      // Where a preference was refused the two don't run together, but then nothing is solved.
      if (isScore(score)) all.score[first + k] = score
      else problems.expected(`${at()}.scores[${k}]`, 'a number of at most 2^53')
    }
  } else if (typeof scores === 'object' && scores !== null && !Array.isArray(scores)) {
    const byProgramme = new Map<number, number>()
    for (const [id, score] of Object.entries(scores)) {
      const programme = programmes.get(id)
      if (programme === undefined) problems.add({ kind: 'unknown-programme', at: `${at()}.scores`, id })
      else if (isScore(score)) byProgramme.set(programme, score)
      else problems.expected(`${at()}.scores.${id}`, 'a number of at most 2^53')
    }
    for (let k = first; k < all.count; k++) all.score[k] = byProgramme.get(all.programme[k] ?? 0) ?? Number.NaN
  } else
    problems.expected(
      `${at()}.scores`,
      'a number of at most 2^53, or numbers by preference, or an object of numbers by programme',
    )
  return hasBoth ? options : undefined
}

/** Above 2^53 numbers that differ in the file are the same here, and who has more would not go first. */
function isScore(score: unknown): score is number {
  return typeof score === 'number' && Math.abs(score) <= Number.MAX_SAFE_INTEGER
}

/** `"p"`, or `{ "both": ["p", "q"] }`. */
function readBoth(
  entry: unknown,
  at: string,
  programmes: IndexOf,
  problems: Problems,
): readonly [number, number] | undefined {
  const of = (id: unknown, place: string): number | undefined => {
    if (typeof id !== 'string') {
      problems.expected(place, 'the id of a programme')
      return undefined
    }
    const programme = programmes.get(id)
    if (programme === undefined) problems.add({ kind: 'unknown-programme', at: place, id })
    return programme
  }
  if (Array.isArray(entry)) {
    problems.add({ kind: 'both-beside-ties', at })
    return undefined
  }
  if (typeof entry !== 'object' || entry === null) {
    const alone = of(entry, at)
    return alone === undefined ? undefined : [alone, -1]
  }
  const both = fieldsOf(entry, at, ['both'], problems)?.both
  const [first, second, ...more] = Array.isArray(both) ? both : []
  if (first === undefined || second === undefined || first === second || more.length > 0) {
    problems.expected(`${at}.both`, 'two different programmes')
    return undefined
  }
  const [p, q] = [of(first, `${at}.both[0]`), of(second, `${at}.both[1]`)]
  return p === undefined || q === undefined ? undefined : [p, q]
}
