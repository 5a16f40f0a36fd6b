import { unzipSync, zipSync } from 'fflate'
import readXlsxFile, { type SheetData } from 'read-excel-file/universal'
import { mostSheetRows, mostUnpackedBytes } from './limits.ts'

export interface Sheet {
  readonly name: string
  /** Tab-separated text with one line for every row of the sheet, so that lines are the sheet's own. */
  readonly bytes: Uint8Array
}

export type SpreadsheetRefusal =
  | { readonly ok: false; readonly reason: 'damaged-spreadsheet' }
  | { readonly ok: false; readonly reason: 'unpacks-too-large'; readonly limitBytes: number }
  | { readonly ok: false; readonly reason: 'too-many-sheet-rows'; readonly rows: number; readonly limit: number }

/** The sheets of an .xlsx file that have anything in them. Days become `2026-11-22`, numbers have a decimal point. */
export async function readSpreadsheet(
  file: Uint8Array,
): Promise<{ readonly ok: true; readonly sheets: readonly Sheet[] } | SpreadsheetRefusal> {
  const stored = unpacked(file)
  if (!(stored instanceof Uint8Array)) return stored
  try {
    const sheets = await readXlsxFile(new Blob([stored]))
    return {
      ok: true,
      sheets: sheets
        .filter(({ data }) => data.length > 0)
        .map(({ sheet, data }) => ({ name: sheet, bytes: new TextEncoder().encode(textOf(data)) })),
    }
  } catch {
    // The library throws at whatever it can't read, which is a fault of the file.
    return { ok: false, reason: 'damaged-spreadsheet' }
  }
}

/**
 * The same archive with its tables unpacked. Sizes are looked at first, so that a small file that unpacks to gigabytes is
 * refused; and of what is packed the library would start workers of its own, which our policy forbids.
 */
function unpacked(file: Uint8Array): Uint8Array<ArrayBuffer> | SpreadsheetRefusal {
  let size = 0
  try {
    const parts = unzipSync(file, {
      filter: ({ name, originalSize }) => {
        if (!/\.(xml|rels)$/.test(name)) return false
        size += originalSize
        return size <= mostUnpackedBytes
      },
    })
    if (size > mostUnpackedBytes) return { ok: false, reason: 'unpacks-too-large', limitBytes: mostUnpackedBytes }
    const rows = Object.values(parts).reduce((sum, part) => sum + rowsIn(part), 0)
    if (rows > mostSheetRows) return { ok: false, reason: 'too-many-sheet-rows', rows, limit: mostSheetRows }
    return Uint8Array.from(zipSync(parts, { level: 0 }))
  } catch {
    return { ok: false, reason: 'damaged-spreadsheet' }
  }
}

/** How many rows a table has, by its tags: known before the library makes objects of them. */
function rowsIn(xml: Uint8Array): number {
  let rows = 0
  for (let at = 0; at < xml.length; at++) {
    // `<row`: in a file of 250 MB anything dearer than comparing bytes is felt.
    if (xml[at] !== 60 || xml[at + 1] !== 114 || xml[at + 2] !== 111 || xml[at + 3] !== 119) continue
    const after = xml[at + 4]
    // A space, a line end, `/` or `>`: not the beginning of a longer name.
    if (after !== undefined && (after <= 32 || after === 47 || after === 62)) rows++
  }
  return rows
}

function textOf(data: SheetData): string {
  return data.map((row) => row.map(cellText).join('\t')).join('\n')
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10)
  const text = String(cell).replace(/[\t\r\n]+/g, ' ')
  return text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text
}
