import type { Domain } from '@kantelpunt/school-results'
import type { Locale } from '../../../platform/text/dictionary.ts'
import { listWords } from '../number-words.ts'
import type { DomainView, LevelView, ShownShare, Standing } from './domain-view.ts'
import { schoolText } from './text.ts'

/**
 * What the figures of a school say, as a parent reads it: how many of a hundred pupils reached what most should, in which
 * subjects that is less than is asked of a school with these pupils, how sure that is, and whether the mean hides it.
 */
export function paragraphOf(
  locale: Locale,
  views: readonly DomainView[],
  together: 'above' | 'below' | 'depends-on-masked' | 'not-judged' | undefined,
): readonly string[] {
  const words = schoolText(locale)
  const said = words.paragraph
  const target = views.flatMap(({ domain, levels }): readonly { domain: Domain; level: LevelView }[] => {
    const level = levels.find(({ indicator }) => indicator === '1S/2F')
    return level?.overYears === undefined ? [] : [{ domain, level }]
  })
  if (target.length === 0) return [said.noFigures]
  const parts = target.map(({ domain, level }) => said.part(ofHundred(level.overYears), words.domain[domain]))
  const sentences = [said.reached(listWords(locale, parts))]
  const standing = (...kinds: readonly Standing[]) =>
    target.filter(({ level }) => kinds.includes(level.standing)).map(({ domain }) => words.domain[domain])
  const clearly = standing('clearly-below')
  const just = standing('just-below')
  const masked = standing('masked')
  if (clearly.length > 0) sentences.push(said.clearlyBelow(listWords(locale, clearly)))
  if (just.length > 0) sentences.push(said.justBelow(listWords(locale, just)))
  if (masked.length > 0) sentences.push(said.masked(listWords(locale, masked)))
  if (standing('no-norm').length === target.length) sentences.push(said.noNorm)
  else if (clearly.length + just.length + masked.length === 0) {
    sentences.push(standing('just-above').length > 0 ? said.allAboveSome : said.allAbove)
  }
  if (together === 'above' && clearly.length + just.length > 0) sentences.push(said.hidden)
  if (together === 'below') sentences.push(said.togetherBelow)
  return sentences
}

/** `41`, or `38 to 41` where masks leave it open: whole pupils of a hundred. */
function ofHundred(share: ShownShare | undefined): readonly [low: number, high: number] {
  return [Math.round(share?.low ?? 0), Math.round(share?.high ?? 0)]
}
