import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { isZip, readOds } from './read-ods.ts'
import { sampleOds, sampleRows } from './sample-ods.ts'

function sheetsOf(bytes: Uint8Array) {
  const read = readOds(bytes)
  if (!read.ok) throw new Error(JSON.stringify(read))
  return read.sheets
}

describe('an OpenDocument spreadsheet', () => {
  it('gives the texts of its sheets, without the blank million below', () => {
    const bytes = sampleOds({
      Toelichting: sampleRows([['', 'Inleiding'], [], ['<5 & *']]),
      Data: sampleRows([['a', '', 'c']]),
    })
    expect(isZip(bytes)).toBe(true)
    expect(sheetsOf(bytes)).toEqual([
      { name: 'Toelichting', rows: [['', 'Inleiding'], ['<5 & *']], lines: [1, 3] },
      { name: 'Data', rows: [['a', '', 'c']], lines: [1] },
    ])
  })

  it('takes the whole number behind a cell, not the one that is shown', () => {
    const cell =
      '<table:table-cell office:value-type="float" office:value="38.700000000000003"><text:p>38,7</text:p></table:table-cell>'
    expect(sheetsOf(sampleOds({ Data: `<table:table-row>${cell}</table:table-row>` }))[0]?.rows).toEqual([
      ['38.700000000000003'],
    ])
  })

  it('repeats cells and rows as told, and keeps count of the rows', () => {
    const row = (times: number, cells: string) =>
      `<table:table-row table:number-rows-repeated="${times}">${cells}</table:table-row>`
    const filled =
      '<table:table-cell table:number-columns-repeated="2" office:value-type="string"><text:p>x</text:p></table:table-cell>'
    const blank = '<table:table-cell table:number-columns-repeated="3"/>'
    const [sheet] = sheetsOf(sampleOds({ Data: row(1, filled) + row(4, blank) + row(2, blank + filled + blank) }))
    expect(sheet).toEqual({
      name: 'Data',
      rows: [
        ['x', 'x'],
        ['', '', '', 'x', 'x'],
        ['', '', '', 'x', 'x'],
      ],
      lines: [1, 6, 7],
    })
  })

  it('keeps spaces, lines and covered cells, and leaves remarks out', () => {
    const cells =
      '<table:table-cell office:value-type="string"><office:annotation><text:p>remark</text:p></office:annotation><text:p>a<text:s text:c="2"/><text:span>b</text:span></text:p><text:p>c<text:line-break/>d</text:p></table:table-cell>' +
      '<table:covered-table-cell/><table:table-cell office:value-type="string"><text:p>e</text:p></table:table-cell>'
    expect(sheetsOf(sampleOds({ Data: `<table:table-row>\n ${cells}\n</table:table-row>` }))[0]?.rows).toEqual([
      ['a  b\nc\nd', '', 'e'],
    ])
  })

  it('is refused where it is another zip file, damaged or not well-formed', () => {
    expect(readOds(zipSync({ 'xl/workbook.xml': strToU8('<a/>') }))).toEqual({ ok: false, reason: 'no-open-document' })
    const whole = sampleOds({ Data: sampleRows([['a']]) })
    expect(readOds(whole.subarray(0, whole.length - 40))).toMatchObject({ ok: false, reason: 'damaged-spreadsheet' })
    expect(readOds(zipSync({ 'content.xml': strToU8('<a><b></a>') }))).toMatchObject({ reason: 'damaged-spreadsheet' })
    expect(readOds(zipSync({ 'content.xml': new Uint8Array([0x3c, 0xff, 0xfe]) }))).toMatchObject({
      reason: 'damaged-spreadsheet',
    })
  })

  it.each([
    [
      'more columns than a sheet can have',
      '<table:table-row><table:table-cell table:number-columns-repeated="90000000"/><table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>',
    ],
    [
      'a longer text than a cell can have',
      `<table:table-row><table:table-cell office:value-type="string"><text:p>${'x'.repeat(100_001)}</text:p></table:table-cell></table:table-row>`,
    ],
    ['deeper than any spreadsheet is', `${'<draw:g>'.repeat(1000)}${'</draw:g>'.repeat(1000)}`],
  ])('is refused where it is %s', (why, rows) => {
    expect(readOds(sampleOds({ Data: rows }))).toEqual({ ok: false, reason: 'damaged-spreadsheet', why })
  })

  it('is refused where a row that is filled goes on for ever', () => {
    const cell =
      '<table:table-cell table:number-columns-repeated="16384" office:value-type="string"><text:p>x</text:p></table:table-cell>'
    const bomb = sampleOds({ Data: `<table:table-row table:number-rows-repeated="1048576">${cell}</table:table-row>` })
    expect(readOds(bomb)).toMatchObject({ ok: false, reason: 'damaged-spreadsheet' })
  })
})
