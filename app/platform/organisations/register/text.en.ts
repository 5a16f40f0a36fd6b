import type { Translation } from '../../text/dictionary.ts'
import type { nl } from './text.nl.ts'

export const en: Translation<typeof nl> = {
  sector: { po: 'primary education', vo: 'secondary education' },
  fileRefusal: {
    tooLarge: (limit) => `The file is larger than ${limit}. No list of school locations is. Choose DUO's own file.`,
    emptyFile: 'The file is empty. Download it again from DUO.',
    spreadsheetFile:
      'This is an Excel or OpenOffice file. Open it and choose Save as: CSV. Or download the csv from DUO.',
    notText: (line) =>
      `This is not a text file: line ${line} holds a character that does not belong there. Download the csv from DUO again.`,
    notARegisterFile: (missing, found) =>
      `This is not DUO's list of all school locations. Columns missing: ${missing}. Columns found: ${found}.`,
    columnTwice: (column) => `The column ${column} is there twice. Take one away.`,
    headerQuoteNotClosed: 'The first line has a quotation mark that is never closed. Take it away.',
    noRows: 'There are no schools under the header. Download the file from DUO again.',
    tooManyRows: (limit) =>
      `There are more than ${limit} lines. There are not that many schools. Choose DUO's own file.`,
    vintageInvalid: (given) => `‘${given}’ is not a date. Write it as 2025-10-01.`,
    vintageInFuture: (vintage) => `${vintage} is still to come. Fill in of which day this list is.`,
    vintageUnknown: 'We can’t see of which day this list is. Fill in that date.',
    vintageContradicted: (vintage, from, until) =>
      until === null
        ? `The list can’t be of ${vintage}: it has municipalities that exist since ${from} only. Fill in another date.`
        : `The list can’t be of ${vintage}: these municipalities existed together from ${from} to ${until}. Fill in another date.`,
    rowsRefused: (refused) =>
      refused === 1
        ? 'One line is not right, so nothing was imported. Correct that line and try again.'
        : `${refused} lines are not right, so nothing was imported. Correct them and try again.`,
    closesTooMany: (closing, open) =>
      `With this file ${closing} of the ${open} schools would be closed. It looks like a part of the list. Nothing was imported.`,
  },
  rowRefusal: {
    quoteNotClosed: 'A quotation mark (") is never closed. Close it or take it away.',
    tooFewCells: (expected, found) => `The line has ${found} cells instead of ${expected}. Fill in what is missing.`,
    tooManyCells: (expected, found) =>
      `The line has ${found} cells instead of ${expected}. Take away what is too much.`,
    lineTooLong: (limit) => `The line is longer than ${limit} characters. Make it shorter.`,
    missing: (column) => `${column} is empty. Fill it in.`,
    controlCharacter: (column) => `${column} holds an invisible character. Type the text again.`,
    formula: (column) => `${column} holds a formula. Put plain text there.`,
    mangledLetters: (column) =>
      `Letters in ${column} are damaged, such as Ã« instead of ë. Save the file as UTF-8 and restore the text.`,
    tooLong: (column, limit) => `${column} is longer than ${limit} characters. Make it shorter.`,
    invalidBrin: (column, value) =>
      `${column} ‘${value}’ is not a BRIN. A BRIN is two digits and two letters, such as 04LY.`,
    invalidLocation: (column, value) => `${column} ‘${value}’ is not right. Write it as 04LY07 or as 07.`,
    locationOfOtherSchool: (column, value) => `${column} ‘${value}’ belongs to another BRIN. Correct one of the two.`,
    invalidPostcode: (column, value) => `${column} ‘${value}’ is not a postcode. Write it as 9712 AB.`,
    invalidNumber: (column, value) => `${column} ‘${value}’ is not a number. Write digits only.`,
    invalidHolidayRegion: (column, value) => `${column} ‘${value}’ does not exist. Choose Noord, Midden or Zuid.`,
    schoolTwice: (code, firstLine) =>
      `${code} is there twice, with other facts than on line ${firstLine}. Take one of the two away.`,
    otherSector: (code) => `We know ${code} as a school of another sector. See whether this is the right file.`,
  },
  report: {
    line: 'line',
    school: 'school',
    outcome: 'what happened',
    explanation: 'explanation',
    added: 'new',
    updated: 'changed',
    unchanged: 'the same',
    refused: 'refused',
    closed: 'closed',
    changed: (facts) => `Different: ${facts}.`,
    notInFile: 'Was in an older list and is not in a newer one.',
  },
  fact: {
    name: 'name',
    street: 'street',
    houseNumber: 'house number',
    postcode: 'postcode',
    place: 'place',
    municipalityCode: 'municipality number',
    municipality: 'municipality',
    province: 'province',
    governingBody: 'governing body',
    denomination: 'denomination',
    phone: 'telephone',
    website: 'website',
    structure: 'kinds of education',
    holidayRegion: 'holiday region',
    closedSince: 'open or closed',
    names: 'former name',
  },
}
