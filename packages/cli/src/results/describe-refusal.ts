import type { JudgeRefusal } from '@kantelpunt/school-results'

/** One plain sentence, or two, that says what is wrong with a file, where, and what to do. */
export function describeRefusal(refusal: JudgeRefusal): string {
  switch (refusal.reason) {
    case 'unknown-file':
      if (refusal.recognised.length === 0)
        return `${inSheet(refusal.sheet)}no file of school results that is known: none of the columns ${listed(refusal.unknown)} is. Is the first line the header?`
      return [
        `${inSheet(refusal.sheet)}no file of school results that is known.`,
        `It comes nearest to "${refusal.nearest}".`,
        `Recognised: ${listed(refusal.recognised)}; missing: ${listed(refusal.missing)}; unknown: ${listed(refusal.unknown)}.`,
      ].join(' ')
    case 'unreadable-number':
      return `${place(refusal)}: ${quoted(refusal.text)} is not a number that can stand there.`
    case 'unreadable-school':
      return `${place(refusal)}: ${quoted(refusal.text)} is not the code of a school.`
    case 'unreadable-outcome':
      return `${place(refusal)}: ${quoted(refusal.text)} is not an outcome that is known.`
    case 'value-outside-columns':
      return `${place(refusal)}: ${quoted(refusal.text)} stands in a column without a name. Are commas within numbers read as separators? Save the file again with semicolons.`
    case 'school-twice':
      return `${inSheet(refusal.sheet)}line ${refusal.line}: ${refusal.school} was on line ${refusal.earlier} already, for the same school year.`
    case 'column-twice':
      return `the columns ${quoted(refusal.first)} and ${quoted(refusal.second)} say the same.`
    case 'unknown-word':
      return `${place(refusal)}: ${quoted(refusal.text)} is none of ${refusal.expected.join(', ')}.`
    case 'no-school-year':
      return `${inSheet(refusal.sheet)}line ${refusal.line}: no school year such as 2024-2025.`
    case 'no-rows':
      return `${inSheet(refusal.sheet)}no rows below the header.`
    case 'empty':
      return 'the file is empty.'
    case 'row-width':
      return `line ${refusal.line}: ${refusal.found} cells, and the header has ${refusal.expected}.`
    case 'unclosed-quote':
      return `line ${refusal.line}, column ${refusal.column}: a quote that opens here never closes.`
    case 'not-text':
      return `line ${refusal.line}: this is no text. Save an Excel workbook as .csv or .ods.`
    case 'no-open-document':
      return 'a zip file that is no OpenDocument spreadsheet. Save an Excel workbook as .csv or .ods.'
    case 'damaged-spreadsheet':
      return `the spreadsheet is damaged (${refusal.why}).`
    case 'spreadsheet-too-large':
      return `the spreadsheet unpacks to ${refusal.bytes} bytes, which no list of schools does.`
    case 'nothing-to-judge':
      return `Nothing in these files can be judged (found: ${listed(refusal.found)}). Give the Inspectorate's leerresultaten, or DUO's reference levels with the schoolweging.`
    case 'several-inspectorate-files':
      return 'More than one file of the Inspectorate with results: give one at a time.'
    case 'needs-both-files':
      return `This needs the Inspectorate's leerresultaten and DUO's reference levels of the same years; missing: ${refusal.missing}.`
    case 'no-norms-for-years':
      return `There are no norms for the school years ${listed(refusal.schoolYears)}: give them with --norms FILE.json.`
    case 'no-schools':
      return 'No school has a verdict on the domains together, a schoolweging and numbers of every school year.'
  }
}

function place(at: {
  readonly sheet?: string
  readonly line: number
  readonly column: number
  readonly header: string
}): string {
  const header = at.header === '' ? '' : ` (${at.header})`
  return `${inSheet(at.sheet)}line ${at.line}, column ${at.column}${header}`
}

function inSheet(sheet: string | undefined): string {
  return sheet === undefined ? '' : `sheet ${sheet}: `
}

function quoted(text: string): string {
  return `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`
}

const shown = 12

function listed(names: readonly string[]): string {
  if (names.length === 0) return 'none'
  const more = names.length > shown ? ` and ${names.length - shown} more` : ''
  return names.slice(0, shown).join(', ') + more
}
