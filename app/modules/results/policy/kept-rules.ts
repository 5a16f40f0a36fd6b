import type { Domain } from '@kantelpunt/school-results'
import { type Html, trustedHtml } from '../../../platform/html/jsx-runtime.ts'
import type { Locale } from '../../../platform/text/dictionary.ts'
import type { Picture } from '../picture/picture-store.ts'
import type { SchoolPlaces } from '../picture/school-places.ts'
import { type SideBySide, sideBySide } from './side-by-side.ts'
import { type WeightingPlot, weightingPlot } from './weighting-plot.ts'

/**
 * What this process worked out last: a step of the slider is the same for every visitor. At most 41 steps of one picture and
 * one register, sums by group each; another picture or register begins anew.
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

/** What was drawn of it, by language: as long as what it was drawn of is kept. At most 41 × 2 of 150 kB. */
const drawn = new WeakMap<SideBySide, Map<Locale, Html>>()

/** What everybody sees of it, drawn once for each step of the slider and each language. */
export function keptDrawing(rules: SideBySide, locale: Locale, draw: () => Html): Html {
  const drawings = drawn.get(rules) ?? new Map<Locale, Html>()
  drawn.set(rules, drawings)
  const known = drawings.get(locale)
  if (known !== undefined) return known
  const made = flat(draw())
  drawings.set(locale, made)
  return made
}

/** The same as one string: what the parts were joined from would stay as well, at many times the size. */
function flat(html: Html): Html {
  return trustedHtml(Buffer.from(html.text).toString())
}

/** Plots of a picture: as long as the picture is kept. */
const plots = new WeakMap<Picture, readonly WeightingPlot[]>()

/** Schoolweging against the target level of each domain, counted once for each picture. */
export function keptPlots(picture: Picture, domains: readonly Domain[]): readonly WeightingPlot[] {
  const known = plots.get(picture)
  if (known !== undefined) return known
  const { minimumPupils } = picture.perDomain ?? picture.together
  const made = domains.map((domain) => weightingPlot(picture.schools, domain, { indicator: '1S/2F', minimumPupils }))
  plots.set(picture, made)
  return made
}
