import type { PanelModel } from './panel-model.ts'
import type { Rule } from './rules.ts'

export interface Conflict {
  /** They can't be kept together. Where `minimal`, they could without any one of them. */
  readonly rules: readonly Rule[]
  readonly minimal: boolean
}

/**
 * Of rules that can't be kept together, few that can't: a deletion filter (Chinneck & Dravnieks 1991), which leaves rules out,
 * in halves, quarters and at last one by one, as long as what remains can't be kept. Linear duality makes the first choice.
 */
export function conflictOf(
  model: PanelModel,
  rules: readonly Rule[],
  must: number | undefined,
  secondsLeft: () => number,
): Conflict {
  const question = (some: readonly Rule[]) => ({
    rules: some,
    seconds: Math.min(5, secondsLeft()),
    ...(must === undefined ? {} : { must }),
  })
  let minimal = true
  const isImpossible = (some: readonly Rule[]) => {
    if (secondsLeft() <= 0) {
      minimal = false
      return false
    }
    const found = model.find(question(some))
    if (found === 'no-time') minimal = false
    return found === 'none'
  }
  let kept = rules
  const narrowed = model.narrowed(question(rules))
  if (narrowed !== undefined && narrowed.length < rules.length && isImpossible(narrowed)) kept = narrowed
  minimal = true
  for (let size = Math.ceil(kept.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < kept.length; ) {
      const without = kept.toSpliced(at, size)
      if (isImpossible(without)) kept = without
      else at += size
    }
    // Of larger pieces it does not matter whether time was short.
    if (size > 1) minimal = true
  }
  return { rules: kept, minimal }
}
