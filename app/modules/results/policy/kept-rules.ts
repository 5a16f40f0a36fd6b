import type { Picture } from '../picture/picture-store.ts'
import type { SchoolPlaces } from '../picture/school-places.ts'
import { type SideBySide, sideBySide } from './side-by-side.ts'

/**
 * What this process worked out last: a step of the slider is the same for every visitor. At most 41 steps of one picture and
 * one register, a list of 6,700 verdicts each; another picture or register begins anew.
 */
let kept: { readonly state: string; readonly steps: Map<number, SideBySide> } | undefined

/** As `sideBySide`, worked out once for each step of the slider. */
export function keptSideBySide(picture: Picture, places: SchoolPlaces, raise: number): SideBySide | undefined {
  const state = `${picture.id} ${places.state}`
  if (kept?.state !== state) kept = { state, steps: new Map() }
  const known = kept.steps.get(raise)
  if (known !== undefined) return known
  const made = sideBySide(picture, places, raise)
  if (made !== undefined) kept.steps.set(raise, made)
  return made
}
