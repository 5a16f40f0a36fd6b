import type { Decimal, DelimitedTable, TextColumn } from '@kantelpunt/delimited-text'
import type { ColumnRefusal, DataColumn, ModelData } from './model-data.ts'

export interface TableDataOptions {
  /** Where it is left out: a point, or, in a file whose cells are not separated by commas, a comma where all cells agree. */
  readonly decimal?: Decimal
  /** Order of the levels of a factor; by name, the first is the one that others are compared with. */
  readonly levels?: Readonly<Record<string, readonly string[]>>
  /** Columns of numbers that are factors. */
  readonly factors?: readonly string[]
}

const missingTexts = new Set(['', 'NA'])
/** R's `type.convert` reads these as logical. */
const logicals = ['F', 'FALSE', 'false', 'T', 'TRUE', 'true']
const rowsLookedAt = 200

/**
 * A table of text as the data of a model. A column is what R's `read.csv` would make of it: numbers, logical (a factor
 * with the levels FALSE and TRUE), or text (a factor). A blank cell and `NA` are missing. Levels stand in the order in
 * which they first occur; a column of numbers that is made a factor has them ascending.
 */
export function tableData(table: DelimitedTable, options: TableDataOptions = {}): ModelData {
  const unknown = (name: string): ColumnRefusal => ({
    ok: false,
    reason: 'unknown-column',
    name,
    known: table.header,
  })
  const placeOf = (row: number, name: string) => ({ line: table.lineOf(row), column: table.header.indexOf(name) + 1 })
  // Where commas separate cells, one within a cell is for thousands as likely as for tenths.
  const both: readonly Decimal[] = table.separator === ',' ? ['.'] : ['.', ',']
  const decimals = options.decimal === undefined ? both : [options.decimal]

  return {
    rowCount: table.rowCount,
    placeOf,
    grouping: (name) => {
      const found = table.column(name)
      return found === undefined ? unknown(name) : { ok: true, ...withoutMissing(found) }
    },
    effect: (name) => {
      if (!table.header.includes(name)) return unknown(name)
      const asFactor = options.factors?.includes(name) || options.levels?.[name] !== undefined
      let refusal: ColumnRefusal | undefined
      for (const decimal of asFactor ? [] : decimals) {
        const numbers = startsWithNumbers(table, name, decimal) ? table.numbers(name, { decimal }) : undefined
        if (numbers === undefined) continue
        const { values, missing, unreadable, firstError } = numbers
        if (firstError === undefined) return { ok: true, column: { kind: 'number', values } }
        // A factor may have levels that are numbers; a column of numbers may have a cell that is a slip.
        if (unreadable > table.rowCount - missing - unreadable) continue
        const { line, column, text } = firstError
        refusal ??= { ok: false, reason: 'unreadable-number', name, text, line, column }
      }
      if (refusal !== undefined) return refusal
      const texts = table.column(name)
      return texts === undefined
        ? unknown(name)
        : { ok: true, column: factor(withoutMissing(texts), options.levels?.[name]) }
    },
  }
}

/** Whether any of the first cells is a number: spares a long column of words the attempt. */
function startsWithNumbers(table: DelimitedTable, name: string, decimal: Decimal): boolean {
  const column = table.header.indexOf(name)
  let seen = 0
  for (let row = 0; row < table.rowCount && seen < rowsLookedAt; row++) {
    const text = table.cell(row, column).trim()
    if (missingTexts.has(text)) continue
    seen++
    if (!Number.isNaN(Number(decimal === '.' ? text : text.replace(',', '.')))) return true
  }
  return seen === 0
}

function withoutMissing({ codes, levels }: TextColumn): TextColumn {
  const texts = levels.map((level) => level.trim())
  const kept = [...new Set(texts.filter((text) => !missingTexts.has(text)))]
  if (kept.length === levels.length) return { codes, levels: kept }
  const places = new Map(kept.map((text, k) => [text, k]))
  const newCode = texts.map((text) => places.get(text) ?? -1)
  return { codes: codes.map((code) => newCode[code] ?? -1), levels: kept }
}

function factor({ codes, levels }: TextColumn, wanted: readonly string[] | undefined): DataColumn {
  // A column with F alone has girls in it rather than what is false.
  const isLogical = levels.every((level) => logicals.includes(level)) && levels.join('').length > 1
  if (wanted === undefined && isLogical) {
    const values = levels.map((level) => (level.startsWith('T') || level.startsWith('t') ? 1 : 0))
    return {
      kind: 'factor',
      codes: codes.map((code) => (code === -1 ? -1 : (values[code] ?? 0))),
      levels: ['FALSE', 'TRUE'],
    }
  }
  const numeric = levels.every((level) => !Number.isNaN(Number(level)))
  const order =
    wanted === undefined
      ? numeric
        ? levels.toSorted((one, other) => Number(one) - Number(other))
        : levels
      : [...wanted, ...levels.filter((level) => !wanted.includes(level))]
  const newCode = levels.map((level) => order.indexOf(level))
  return { kind: 'factor', codes: codes.map((code) => (code === -1 ? -1 : (newCode[code] ?? -1))), levels: order }
}
