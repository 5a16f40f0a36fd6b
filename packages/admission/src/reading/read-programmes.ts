import { type Fields, fieldsOf, listOf, type Problems, wholeNumber } from './problems.ts'

export interface ReadProgramme {
  readonly seats: number
  /** As the file has it. */
  readonly priorities: readonly unknown[] | undefined
  readonly quotas: readonly {
    readonly group: string
    readonly most: number
    readonly least: number
    readonly at: string
  }[]
}

export interface Ids {
  readonly ids: readonly string[]
  readonly indexOf: ReadonlyMap<string, number>
  /** Undefined where it is no object. */
  readonly fields: readonly (Fields | undefined)[]
}

/** Entries with an id each, that only one has. */
export function readIds(list: readonly unknown[], name: string, known: readonly string[], problems: Problems): Ids {
  const ids: string[] = []
  const indexOf = new Map<string, number>()
  const all: (Fields | undefined)[] = []
  for (let index = 0; index < list.length; index++) {
    const fields = fieldsOf(list[index], `${name}[${index}]`, known, problems)
    const id = fields?.id
    all.push(fields)
    ids.push(typeof id === 'string' ? id : '')
    if (fields === undefined) continue
    if (typeof id !== 'string' || id === '') {
      problems.expected(`${name}[${index}].id`, 'a text that is not empty')
      continue
    }
    const earlier = indexOf.get(id)
    if (earlier === undefined) indexOf.set(id, index)
    else problems.add({ kind: 'duplicate-id', at: `${name}[${index}].id`, id, earlier: `${name}[${earlier}]` })
  }
  return { ids, indexOf, fields: all }
}

export function readProgramme(fields: Fields, at: string, problems: Problems): ReadProgramme {
  const { priorities } = fields
  return {
    seats: wholeNumber(fields.seats, `${at}.seats`, problems),
    priorities: priorities === undefined ? undefined : listOf(priorities, `${at}.priorities`, problems),
    quotas: listOf(fields.quotas, `${at}.quotas`, problems).flatMap((quota, q) => {
      const place = `${at}.quotas[${q}]`
      const its = fieldsOf(quota, place, ['group', 'most', 'least'], problems)
      if (its === undefined) return []
      const { group } = its
      if (typeof group !== 'string' || group === '') {
        problems.expected(`${place}.group`, 'a text that is not empty')
        return []
      }
      const most = its.most === undefined ? Number.POSITIVE_INFINITY : wholeNumber(its.most, `${place}.most`, problems)
      const least = its.least === undefined ? 0 : wholeNumber(its.least, `${place}.least`, problems)
      if (least > most) problems.add({ kind: 'least-over-most', at: place })
      return [{ group, most, least, at: place }]
    }),
  }
}

/** Ranks by candidate, the first 1, in an array of zeros that is lent and given back by {@link clear}. */
export function readPriorities(
  list: readonly unknown[],
  at: string,
  indexOf: ReadonlyMap<string, number>,
  ranks: Int32Array,
  problems: Problems,
): { clear(): void } {
  const seen: number[] = []
  const one = (id: unknown, place: () => string, rank: number) => {
    if (typeof id !== 'string') return problems.expected(place(), 'the id of a candidate')
    const candidate = indexOf.get(id)
    if (candidate === undefined) return problems.add({ kind: 'unknown-candidate', at: place(), id })
    if (ranks[candidate] !== 0) return problems.add({ kind: 'twice', at: place(), id })
    ranks[candidate] = rank
    seen.push(candidate)
  }
  for (const [place, entry] of list.entries())
    if (Array.isArray(entry))
      for (const [k, id] of entry.entries()) one(id, () => `${at}.priorities[${place}][${k}]`, place + 1)
    else one(entry, () => `${at}.priorities[${place}]`, place + 1)
  return {
    clear() {
      for (const candidate of seen) ranks[candidate] = 0
    },
  }
}
