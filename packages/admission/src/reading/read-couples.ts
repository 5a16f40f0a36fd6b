import type { Joint } from '../market/market.ts'
import { fieldsOf, listOf, type Problems } from './problems.ts'

/** Couples, with what they want together; `isTaken` tells who has a list alone. */
export function readCouples(
  list: readonly unknown[],
  candidates: ReadonlyMap<string, number>,
  programmes: ReadonlyMap<string, number>,
  hasList: (candidate: number) => boolean,
  problems: Problems,
): readonly Joint[] {
  const inCouple = new Set<number>()
  return list.flatMap((couple, index): readonly Joint[] => {
    const at = `couples[${index}]`
    const fields = fieldsOf(couple, at, ['members', 'preferences'], problems)
    if (fields === undefined) return []
    const ids = listOf(fields.members, `${at}.members`, problems)
    if (ids.length !== 2 || ids[0] === ids[1]) {
      problems.expected(`${at}.members`, 'two different candidates')
      return []
    }
    const members = ids.flatMap((id, m) => {
      const candidate = typeof id === 'string' ? candidates.get(id) : undefined
      if (typeof id !== 'string') problems.expected(`${at}.members[${m}]`, 'the id of a candidate')
      else if (candidate === undefined) problems.add({ kind: 'unknown-candidate', at: `${at}.members[${m}]`, id })
      else {
        if (hasList(candidate)) problems.add({ kind: 'in-couple-and-alone', at: `${at}.members[${m}]`, id })
        if (inCouple.has(candidate)) problems.add({ kind: 'in-two-couples', at: `${at}.members[${m}]`, id })
        inCouple.add(candidate)
      }
      return candidate ?? []
    })
    const known = new Set<string>()
    const options = listOf(fields.preferences, `${at}.preferences`, problems).flatMap(
      (pair, place): readonly (readonly [number, number])[] => {
        const where = `${at}.preferences[${place}]`
        const its: readonly unknown[] = Array.isArray(pair) ? pair : []
        if (its.length !== 2 || its.every((id) => id === null)) {
          problems.expected(where, 'two programmes, or null for none, and not twice null')
          return []
        }
        const [p, q] = its.map((id, m) => {
          if (id === null) return -1
          const programme = typeof id === 'string' ? programmes.get(id) : undefined
          if (typeof id !== 'string') problems.expected(`${where}[${m}]`, 'the id of a programme')
          else if (programme === undefined) problems.add({ kind: 'unknown-programme', at: `${where}[${m}]`, id })
          return programme ?? -1
        })
        const key = `${p} ${q}`
        if (known.has(key)) problems.add({ kind: 'twice', at: where, id: JSON.stringify(pair) })
        known.add(key)
        return [[p ?? -1, q ?? -1]]
      },
    )
    const [one, other] = members
    return one === undefined || other === undefined ? [] : [{ members: [one, other], options }]
  })
}
