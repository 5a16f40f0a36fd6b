import type { WebContext } from '../../../platform/web/context.ts'
import { currentFigures } from '../picture/current-figures.ts'
import type { Picture } from '../picture/picture-store.ts'
import type { SchoolPlaces } from '../picture/school-places.ts'
import { keptSideBySide } from '../policy/kept-rules.ts'
import { readRaise, type SideBySide } from '../policy/side-by-side.ts'

/** Two rules beside each other, as an address asks them. */
export interface AskedRules {
  readonly picture: Picture
  readonly places: SchoolPlaces
  readonly state: string | undefined
  readonly rules: SideBySide
}

/** `undefined` while there is nothing to compare. */
export async function askedRules(c: WebContext): Promise<AskedRules | undefined> {
  const { picture, places, state } = await currentFigures(c)
  if (picture === undefined) return undefined
  const rules = keptSideBySide(picture, places, readRaise(c.req.query('reading')))
  return rules === undefined ? undefined : { picture, places, state, rules }
}
