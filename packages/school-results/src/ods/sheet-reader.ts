import { SaxesParser } from 'saxes'

/** One sheet of a spreadsheet as texts. Blank rows are left out and still counted in `lines`. */
export interface Sheet {
  readonly name: string
  /** Cells of each row, without the blank ones behind the last that is filled. */
  readonly rows: readonly (readonly string[])[]
  /** For each row its number in the sheet, from 1. */
  readonly lines: readonly number[]
}

/** A cell or row may say that it is repeated a million times; more filled cells than this is no table of schools. */
const mostCells = 20_000_000

/** What programs know: a sheet ends at column XFD. */
const mostColumns = 16_384

/** Of one cell; the longest text that is published is a few sentences. */
const mostSigns = 100_000

/** A cell stands a dozen elements deep. */
const mostDepth = 1000

/** What of a cell's attributes holds its value, for types whose shown text is cut to fit the column. */
const valueAttribute: Readonly<Record<string, string>> = { float: 'office:value', date: 'office:date-value' }

/** Takes the text of an OpenDocument `content.xml` piece by piece and keeps its sheets (OpenDocument 1.3, part 3, 9). */
export class SheetReader {
  readonly sheets: Sheet[] = []
  #parser = new SaxesParser({})
  #rows: string[][] = []
  #lines: number[] = []
  #line = 0
  #row: string[] = []
  #rowRepeat = 1
  #cell: { repeat: number; value: string | undefined; text: string; paragraphs: number } | undefined
  /** Inside a remark or picture of a cell, whose text is not the cell's. */
  #aside = 0
  #cells = 0
  #depth = 0

  constructor() {
    this.#parser.on('error', (error) => {
      throw error
    })
    this.#parser.on('opentag', ({ name, attributes }) => this.#open(name, attributes))
    this.#parser.on('text', (text) => {
      if (this.#cell === undefined || this.#aside > 0 || this.#cell.paragraphs === 0) return
      this.#cell.text += text
      if (this.#cell.text.length > mostSigns) throw new RangeError('a longer text than a cell can have')
    })
    this.#parser.on('closetag', ({ name }) => this.#close(name))
  }

  /** Throws where the text is not well-formed or holds impossibly much. */
  write(text: string): void {
    this.#parser.write(text)
  }

  end(): readonly Sheet[] {
    this.#parser.close()
    return this.sheets
  }

  #open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (++this.#depth > mostDepth) throw new RangeError('deeper than any spreadsheet is')
    switch (name) {
      case 'table:table':
        this.#rows = []
        this.#lines = []
        this.#line = 0
        this.sheets.push({ name: attributes['table:name'] ?? '', rows: this.#rows, lines: this.#lines })
        break
      case 'table:table-row':
        this.#row = []
        this.#rowRepeat = repeats(attributes['table:number-rows-repeated'])
        break
      case 'table:table-cell':
      case 'table:covered-table-cell': {
        const type = attributes['office:value-type']
        const attribute = type === undefined ? undefined : valueAttribute[type]
        this.#cell = {
          repeat: repeats(attributes['table:number-columns-repeated']),
          value: attribute === undefined ? undefined : attributes[attribute],
          text: '',
          paragraphs: 0,
        }
        break
      }
      case 'office:annotation':
      case 'draw:frame':
        this.#aside++
        break
      default:
        if (this.#aside === 0) this.#openText(name, attributes)
    }
  }

  #openText(name: string, attributes: Readonly<Record<string, string>>): void {
    const cell = this.#cell
    if (cell === undefined) return
    if (name === 'text:p') {
      if (cell.paragraphs > 0) cell.text += '\n'
      cell.paragraphs++
    }
    if (name === 'text:s') cell.text += ' '.repeat(Math.min(repeats(attributes['text:c']), 100))
    if (name === 'text:tab') cell.text += '\t'
    if (name === 'text:line-break') cell.text += '\n'
  }

  #close(name: string): void {
    this.#depth--
    if (name === 'office:annotation' || name === 'draw:frame') this.#aside--
    if (name === 'table:table-cell' || name === 'table:covered-table-cell') this.#closeCell()
    if (name === 'table:table-row') this.#closeRow()
  }

  #closeCell(): void {
    const cell = this.#cell
    this.#cell = undefined
    if (cell === undefined) return
    const text = cell.value ?? cell.text
    // Blank cells run on to the last of 16,384 columns: they are kept only where a filled one follows.
    this.#pending.push({ text, repeat: cell.repeat })
    if (text === '') return
    const columns = this.#pending.reduce((sum, { repeat }) => sum + repeat, this.#row.length)
    if (columns > mostColumns) throw new RangeError('more columns than a sheet can have')
    for (const each of this.#pending) for (let i = 0; i < each.repeat; i++) this.#row.push(each.text)
    this.#pending = []
    this.#count(this.#row.length)
  }
  #pending: { readonly text: string; readonly repeat: number }[] = []

  #closeRow(): void {
    this.#pending = []
    const first = this.#line + 1
    this.#line += this.#rowRepeat
    if (this.#row.length === 0) return
    this.#count(this.#row.length * this.#rowRepeat)
    for (let i = 0; i < this.#rowRepeat; i++) {
      this.#rows.push(this.#row)
      this.#lines.push(first + i)
    }
  }

  #count(cells: number): void {
    this.#cells += cells
    if (this.#cells > mostCells) throw new RangeError('more cells than a table of schools has')
  }
}

function repeats(attribute: string | undefined): number {
  const times = Number(attribute ?? 1)
  return Number.isInteger(times) && times > 0 ? times : 1
}
