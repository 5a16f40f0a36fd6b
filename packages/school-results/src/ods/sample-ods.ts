import { strToU8, zipSync } from 'fflate'

/** An OpenDocument spreadsheet with those rows of XML cells per sheet, for tests. */
export function sampleOds(sheets: Readonly<Record<string, string>>): Uint8Array {
  const tables = Object.entries(sheets).map(([name, rows]) => `<table:table table:name="${name}">${rows}</table:table>`)
  return zipSync({
    mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
    'content.xml': strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:draw="d"><office:body><office:spreadsheet>${tables.join('')}</office:spreadsheet></office:body></office:document-content>`,
    ),
    'media/picture.png': new Uint8Array([1, 2, 3]),
  })
}

/** Rows of plain texts as XML, with the blank cells and rows to the end of the sheet that programs write. */
export function sampleRows(rows: readonly (readonly string[])[]): string {
  const xml = rows.map(
    (cells) => `<table:table-row>${cells.map(cell).join('')}${rest(16_384 - cells.length)}</table:table-row>`,
  )
  return `${xml.join('')}<table:table-row table:number-rows-repeated="1048000">${rest(16_384)}</table:table-row>`
}

function cell(text: string): string {
  return text === ''
    ? '<table:table-cell/>'
    : `<table:table-cell office:value-type="string"><text:p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</text:p></table:table-cell>`
}

function rest(columns: number): string {
  return `<table:table-cell table:number-columns-repeated="${columns}"/>`
}
