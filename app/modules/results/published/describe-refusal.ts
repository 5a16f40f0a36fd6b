import type { Locale } from '../../../platform/text/dictionary.ts'
import { numberWords } from '../number-words.ts'
import type { FileRefusal, NormsRefusal } from './tables.ts'
import { publishedText } from './text.ts'

/** Why a file was kept out and what to do, in one or two sentences. */
export function describeFileRefusal(locale: Locale, refusal: FileRefusal | NormsRefusal): string {
  const words = publishedText(locale).refusal
  switch (refusal.reason) {
    case 'unknown-file':
      return refusal.recognised.length === 0
        ? words.unknownHeader(place(locale, refusal), listed(locale, refusal.unknown))
        : words.unknownFile(
            place(locale, refusal),
            refusal.nearest,
            listed(locale, refusal.recognised),
            listed(locale, refusal.missing),
          )
    case 'unreadable-number':
      return words.unreadableNumber(place(locale, refusal), quoted(refusal.text))
    case 'unreadable-school':
      return words.unreadableSchool(place(locale, refusal), quoted(refusal.text))
    case 'unreadable-outcome':
      return words.unreadableOutcome(place(locale, refusal), quoted(refusal.text))
    case 'value-outside-columns':
      return words.valueOutsideColumns(place(locale, refusal), quoted(refusal.text))
    case 'school-twice':
      return words.schoolTwice(place(locale, refusal), refusal.school, refusal.earlier)
    case 'column-twice':
      return words.columnTwice(quoted(refusal.first), quoted(refusal.second))
    case 'unknown-word':
      return words.unknownWord(place(locale, refusal), quoted(refusal.text), listed(locale, refusal.expected))
    case 'no-school-year':
      return words.noSchoolYear(place(locale, refusal))
    case 'id-taken':
      return words.idTaken(quoted(refusal.id))
    case 'no-rows':
      return words.noRows(place(locale, refusal))
    case 'empty':
      return words.empty
    case 'row-width':
      return words.rowWidth(place(locale, refusal), refusal.found, refusal.expected)
    case 'unclosed-quote':
      return words.unclosedQuote(place(locale, refusal))
    case 'not-text':
      return words.notText
    case 'no-open-document':
      return words.noOpenDocument
    case 'damaged-spreadsheet':
      return words.damagedSpreadsheet
    case 'spreadsheet-too-large':
      return words.spreadsheetTooLarge
    case 'too-large':
      return words.tooLarge(Math.round(refusal.limitBytes / 1024 / 1024))
    case 'too-many-rows':
      return words.tooManyRows(numberWords(locale, refusal.rows), numberWords(locale, refusal.limit))
    case 'reader-died':
      return words.readerDied
    case 'schools-list':
      return words.schoolsList
    case 'day-invalid':
      return words.dayInvalid(quoted(refusal.given))
    case 'day-in-future':
      return words.dayInFuture(refusal.given)
    case 'not-json':
      return words.notJson
    case 'not-norms':
      return words.notNorms(refusal.at === '' ? '–' : refusal.at, refusal.expected)
  }
}

interface At {
  readonly sheet?: string
  readonly line?: number
  readonly column?: number
  readonly header?: string
}

/** `Sheet 2023-2024, row 12, column 5 (REKENEN_1F): `; empty where a refusal is about the whole file. */
function place(locale: Locale, at: At): string {
  const words = publishedText(locale).place
  const parts = [
    ...(at.sheet === undefined ? [] : [words.sheet(at.sheet)]),
    ...(at.line === undefined ? [] : [words.line(at.line)]),
    ...(at.column === undefined ? [] : [words.column(at.column, at.header ?? '')]),
  ].join(', ')
  return parts === '' ? '' : `${parts[0]?.toUpperCase()}${parts.slice(1)}: `
}

const shown = 12

function listed(locale: Locale, names: readonly string[]): string {
  const words = publishedText(locale).place
  if (names.length === 0) return words.none
  const more = names.length > shown ? ` ${words.more(names.length - shown)}` : ''
  return names.slice(0, shown).join(', ') + more
}

function quoted(text: string): string {
  return `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`
}
