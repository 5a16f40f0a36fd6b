import type { nl } from './text.nl.ts'

export const en: typeof nl = {
  refusal: {
    unknownHeader: (place, unknown) =>
      `${place}this is no file of school results that we know: none of the columns ${unknown} is known. Are the names of the columns on the first line?`,
    unknownFile: (place, nearest, recognised, missing) =>
      `${place}this looks like ‘${nearest}’, but for that it misses: ${missing}. Recognised: ${recognised}.`,
    unreadableNumber: (place, text) => `${place}${text} is not a number that can stand there.`,
    unreadableSchool: (place, text) => `${place}${text} is not the code of a school.`,
    unreadableOutcome: (place, text) => `${place}${text} is not an outcome that we know.`,
    valueOutsideColumns: (place, text) =>
      `${place}${text} stands in a column without a name. Probably a comma within a number splits cells here. Save the file again with semicolons.`,
    schoolTwice: (place, school, earlier) =>
      `${place}school ${school} was on line ${earlier} already, for the same school year.`,
    columnTwice: (first, second) => `The columns ${first} and ${second} say the same. Remove one.`,
    noRows: (place) => `${place}there is nothing below the names of the columns.`,
    empty: 'The file is empty.',
    rowWidth: (place, found, expected) => `${place}${found} cells, and there are ${expected} columns.`,
    unclosedQuote: (place) => `${place}a quote that opens here never closes.`,
    notText: 'This is no text. Save an Excel workbook as .csv or .ods.',
    noOpenDocument: 'This is a zip file, but no spreadsheet. Save an Excel workbook as .csv or .ods.',
    damagedSpreadsheet: 'The spreadsheet is damaged. Fetch the file again.',
    spreadsheetTooLarge: 'Unpacked the spreadsheet is larger than a list of schools can be.',
    tooLarge: (limit) => `The file is larger than ${limit} MB. No file of school results is that large.`,
    schoolsList: 'This is a list of all locations. It belongs in the register of schools.',
    dayInvalid: (given) => `${given} is not a day. Write for instance 2025-10-01.`,
    dayInFuture: (given) => `${given} lies in the future.`,
    notJson: 'This begins like JSON, but is not.',
    notNorms: (at, expected) => `These are no norms that we can read: at ${at} there must be ${expected}.`,
  },
  place: {
    sheet: (name) => `sheet ${name}`,
    line: (line) => `line ${line}`,
    column: (column, header) => `column ${column}${header === '' ? '' : ` (${header})`}`,
    none: 'none',
    more: (count) => `and ${count} more`,
  },
}
