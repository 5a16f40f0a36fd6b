import type { Locale } from '../../../platform/text/dictionary.ts'
import { numberWords } from '../number-words.ts'
import type { GrowthStop } from './analyse-growth.ts'
import type { FileStop } from './pupil-file.ts'
import { growthText } from './text.ts'

/** Why a file can't be used, with where it is wrong and what to do. */
export function describeStop(locale: Locale, stop: FileStop | GrowthStop): string {
  const words = growthText(locale).stop
  const number = (value: number) => numberWords(locale, value)
  const megabytes = (bytes: number) => number(Math.round(bytes / 1024 / 1024))
  switch (stop.reason) {
    case 'row-width':
    case 'unclosed-quote':
      return words[stop.reason](number(stop.line))
    case 'unpacks-too-large':
    case 'too-large':
      return words[stop.reason](megabytes(stop.limitBytes))
    case 'too-many-rows':
    case 'too-many-sheet-rows':
      return words[stop.reason](number(stop.rows), number(stop.limit))
    case 'one-column':
      return words[stop.reason](stop.text)
    case 'too-few-columns':
      return words[stop.reason](number(stop.columns))
    case 'column-without-name':
      return words[stop.reason](number(stop.column))
    case 'name-twice':
    case 'unknown-column':
    case 'column-twice':
    case 'says-nothing':
      return words[stop.reason](stop.name)
    case 'too-many-texts':
      return words[stop.reason](stop.name, number(stop.limit))
    case 'no-number':
      return words[stop.reason](stop.name, stop.text, number(stop.line), number(stop.column), number(stop.cells))
    default:
      return words[stop.reason]
  }
}
