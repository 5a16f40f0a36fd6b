import type { Locale } from '../../text/dictionary.ts'
import type { FileRefusal } from './register-file.ts'
import type { RowRefusal } from './register-row.ts'
import type { ImportRefusal } from './register-tables.ts'
import { text } from './text.ts'
import type { VintageRefusal } from './vintage.ts'

/** Why a file was not imported and what to do, in one or two sentences. */
export function describeFileRefusal(locale: Locale, refusal: FileRefusal | VintageRefusal | ImportRefusal): string {
  const words = text(locale).fileRefusal
  switch (refusal.reason) {
    case 'too-large':
      return words.tooLarge(`${Math.round(refusal.limitBytes / 1024 / 1024)} MB`)
    case 'empty-file':
      return words.emptyFile
    case 'spreadsheet-file':
      return words.spreadsheetFile
    case 'not-text':
      return words.notText(refusal.line)
    case 'not-a-register-file':
      return words.notARegisterFile(refusal.missing.join(', '), refusal.found.join(', ') || '–')
    case 'column-twice':
      return words.columnTwice(refusal.column)
    case 'header-quote-not-closed':
      return words.headerQuoteNotClosed
    case 'no-rows':
      return words.noRows
    case 'too-many-rows':
      return words.tooManyRows(refusal.limit.toLocaleString(locale))
    case 'vintage-invalid':
      return words.vintageInvalid(refusal.given)
    case 'vintage-in-future':
      return words.vintageInFuture(refusal.vintage)
    case 'vintage-unknown':
      return words.vintageUnknown
    case 'vintage-contradicted':
      return words.vintageContradicted(refusal.vintage, refusal.from, refusal.until)
    case 'rows-refused':
      return words.rowsRefused(refusal.refused)
    case 'closes-too-many':
      return words.closesTooMany(refusal.closing, refusal.open)
  }
}

/** What is wrong with a row and what to do. Columns are called by their header in the file. */
export function describeRowRefusal(locale: Locale, refusal: RowRefusal): string {
  const words = text(locale).rowRefusal
  switch (refusal.reason) {
    case 'quote-not-closed':
      return words.quoteNotClosed
    case 'too-few-cells':
      return words.tooFewCells(refusal.expected, refusal.found)
    case 'too-many-cells':
      return words.tooManyCells(refusal.expected, refusal.found)
    case 'line-too-long':
      return words.lineTooLong(refusal.limit)
    case 'missing':
      return words.missing(refusal.column)
    case 'control-character':
      return words.controlCharacter(refusal.column)
    case 'formula':
      return words.formula(refusal.column)
    case 'mangled-letters':
      return words.mangledLetters(refusal.column)
    case 'too-long':
      return words.tooLong(refusal.column, refusal.limit)
    case 'invalid-brin':
      return words.invalidBrin(refusal.column, refusal.value)
    case 'invalid-location':
      return words.invalidLocation(refusal.column, refusal.value)
    case 'location-of-other-school':
      return words.locationOfOtherSchool(refusal.column, refusal.value)
    case 'invalid-postcode':
      return words.invalidPostcode(refusal.column, refusal.value)
    case 'invalid-number':
      return words.invalidNumber(refusal.column, refusal.value)
    case 'invalid-holiday-region':
      return words.invalidHolidayRegion(refusal.column, refusal.value)
    case 'school-twice':
      return words.schoolTwice(refusal.code, refusal.firstLine)
    case 'other-sector':
      return words.otherSector(refusal.code)
  }
}
