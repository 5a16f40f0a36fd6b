import type { PoolAsked } from './pool-options.ts'

/** The rules besides the quotas under which a result was made. They go with it, so that a verifier asks the same. */
export interface ResultRules {
  readonly id: string | null
  readonly onePer: readonly (readonly string[])[]
  readonly atMostPer: readonly { readonly column: string; readonly most: number }[]
  readonly selected: readonly string[]
  readonly excluded: readonly string[]
}

/** The rules of a result; undefined where it has none, or none that can be. */
function rulesOf(result: unknown): ResultRules | undefined {
  if (typeof result !== 'object' || result === null || !('rules' in result)) return undefined
  const { rules } = result
  return isRules(rules) ? rules : undefined
}

function isRules(rules: unknown): rules is ResultRules {
  if (typeof rules !== 'object' || rules === null) return false
  if (!('id' in rules && 'onePer' in rules && 'atMostPer' in rules && 'selected' in rules && 'excluded' in rules))
    return false
  const { id, onePer, atMostPer, selected, excluded } = rules
  return (
    (id === null || typeof id === 'string') &&
    Array.isArray(onePer) &&
    onePer.every(isTexts) &&
    Array.isArray(atMostPer) &&
    atMostPer.every(isAtMost) &&
    isTexts(selected) &&
    isTexts(excluded)
  )
}

const isTexts = (list: unknown) => Array.isArray(list) && list.every((each) => typeof each === 'string')

function isAtMost(each: unknown): boolean {
  if (typeof each !== 'object' || each === null || !('column' in each && 'most' in each)) return false
  return typeof each.column === 'string' && typeof each.most === 'number'
}

/** What was asked, with the rules of the result where nothing was said of them; and which those are. */
export function withRulesOf(
  result: unknown,
  asked: PoolAsked,
): { readonly asked: PoolAsked; readonly taken: readonly string[] } {
  const rules = rulesOf(result)
  if (rules === undefined) return { asked, taken: [] }
  const taken: string[] = []
  const either = <T>(name: string, own: T, isBlank: boolean, other: T, isOtherBlank: boolean): T => {
    if (!isBlank || isOtherBlank) return own
    taken.push(name)
    return other
  }
  const { id, onePer, atMostPer, selected, excluded } = rules
  return {
    asked: {
      ...asked,
      id: either('--id', asked.id, asked.id === undefined, id ?? undefined, id === null),
      onePer: either('--one-per', asked.onePer, asked.onePer.length === 0, onePer, onePer.length === 0),
      atMostPer: either('--at-most', asked.atMostPer, asked.atMostPer.length === 0, atMostPer, atMostPer.length === 0),
      selected: either('--selected', asked.selected, asked.selected === undefined, selected, selected.length === 0),
      excluded: either('--excluded', asked.excluded, asked.excluded === undefined, excluded, excluded.length === 0),
    },
    taken,
  }
}
