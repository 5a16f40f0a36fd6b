import { indicatorFacts, type JudgedIndicator } from '@kantelpunt/school-results'
import type { Locale } from '../../../platform/text/dictionary.ts'
import { listWords, numberWords } from '../number-words.ts'
import { secondaryText } from './text.ts'

interface Ends {
  readonly low: number
  readonly high: number
}

/** Over three years; with fewer one pupil is more than three points of a hundred. */
const fewPupils = 30

/** `81,5 %`, `80 tot 82 %`, `6,23`. */
export function indicatorWords(locale: Locale, { indicator }: Pick<JudgedIndicator, 'indicator'>, value: Ends): string {
  const { unit, range } = secondaryText(locale).indicators
  const words = (each: number) => numberWords(locale, each, 2)
  return unit[indicatorFacts[indicator].unit](range(words(value.low), words(value.high)))
}

/** Whether a figure is about so few pupils, for certain, that one of them makes a difference. */
export function isAboutFew({ pupils }: JudgedIndicator): boolean {
  return pupils !== undefined && pupils.high < fewPupils
}

/** On which side of its norm a figure is, and where that can't be told why not. */
export function sideWords(locale: Locale, { side }: Pick<JudgedIndicator, 'side'>): string {
  const { side: sides, cannot } = secondaryText(locale).indicators
  return side.is === 'cannot-be-told' ? cannot[side.why] : sides[side.is]
}

/** What the four figures of a school say, as a parent reads it, with what is certain and what is not. */
export function indicatorParagraph(locale: Locale, all: readonly JudgedIndicator[]): readonly string[] {
  const words = secondaryText(locale).indicators
  const { said } = words
  const of = (indicator: JudgedIndicator['indicator']) => all.filter((each) => each.indicator === indicator)
  const hundred = ({ mean }: JudgedIndicator) =>
    mean === undefined ? '?' : words.range(numberWords(locale, mean.low, 0), numberWords(locale, mean.high, 0))
  const mark = ({ mean }: JudgedIndicator) =>
    mean === undefined ? '?' : words.range(numberWords(locale, mean.low), numberWords(locale, mean.high))
  const parts = (some: readonly JudgedIndicator[], number: (each: JudgedIndicator) => string) =>
    listWords(
      locale,
      some.map((each) => said.part(number(each), words.track[each.track])),
    )
  const position = of('position')[0]?.mean
  const [success, marks] = [of('upper-success'), of('exam-marks')]
  const named = (each: JudgedIndicator) => words.of(words.short[each.indicator], words.track[each.track])
  const where = (is: JudgedIndicator['side']['is']) => all.filter(({ side }) => side.is === is).map(named)
  const say = (names: readonly string[], sentence: (what: string) => string) =>
    names.length === 0 ? [] : [sentence(listWords(locale, names))]
  return [
    ...of('lower-pace').map((each) => said.pace(hundred(each))),
    ...(position === undefined ? [] : position.low > 0 ? [said.higher] : position.high < 0 ? [said.lower] : []),
    ...(success.length === 0 ? [] : [said.success(parts(success, hundred))]),
    ...(marks.length === 0 ? [] : [said.marks(parts(marks, mark))]),
    ...(where('above').length === all.length ? [said.allAbove] : say(where('above'), said.above)),
    ...say(where('below'), said.below),
    ...say(where('cannot-be-told'), said.cannot),
    ...say(where('no-norm'), said.noNorm),
    ...say(where('not-judged'), said.notJudged),
    ...say(all.filter(isAboutFew).map(named), said.few),
  ]
}
