import { readDelimited } from '@kantelpunt/delimited-text'
import { describe, expect, it } from 'vitest'
import { type TableDataOptions, tableData } from './table-data.ts'

function dataOf(text: string, options?: TableDataOptions) {
  const table = readDelimited(new TextEncoder().encode(text))
  if (!table.ok) throw new Error(JSON.stringify(table))
  return tableData(table, options)
}

const file = `n,word,flag,mixed,class
1.5,mid,TRUE,1,10
NA,top,FALSE,2,9
 3 ,low,,3+,10
,mid,TRUE,9+,
`

describe('a column of a table', () => {
  it('is numbers where all its cells are, with NaN for a blank or NA', () => {
    expect(dataOf(file).effect('n')).toEqual({
      ok: true,
      column: { kind: 'number', values: Float64Array.of(1.5, Number.NaN, 3, Number.NaN) },
    })
  })

  it('is a factor otherwise, its levels in order of first occurrence', () => {
    expect(dataOf(file).effect('word')).toEqual({
      ok: true,
      column: { kind: 'factor', codes: Int32Array.of(0, 1, 2, 0), levels: ['mid', 'top', 'low'] },
    })
  })

  it('is TRUE and FALSE where R says so, but not where there is F alone', () => {
    const levels = (text: string) => dataOf(`x\n${text}`).effect('x')
    expect(levels('F\nT\n')).toMatchObject({ column: { levels: ['FALSE', 'TRUE'], codes: Int32Array.of(0, 1) } })
    expect(levels('TRUE\nTRUE\n')).toMatchObject({ column: { levels: ['FALSE', 'TRUE'], codes: Int32Array.of(1, 1) } })
    expect(levels('F\nF\n')).toMatchObject({ column: { levels: ['F'], codes: Int32Array.of(0, 0) } })
  })

  it('has its levels in the order that was asked for', () => {
    expect(dataOf(file, { levels: { word: ['low', 'mid'] } }).effect('word')).toMatchObject({
      column: { codes: Int32Array.of(1, 2, 0, 1), levels: ['low', 'mid', 'top'] },
    })
  })

  it('of TRUE and FALSE is logical, FALSE first', () => {
    expect(dataOf(file).effect('flag')).toMatchObject({
      column: { codes: Int32Array.of(1, 0, -1, 1), levels: ['FALSE', 'TRUE'] },
    })
  })

  it('of numbers is a factor when asked, its levels ascending', () => {
    expect(dataOf(file, { factors: ['class'] }).effect('class')).toMatchObject({
      column: { kind: 'factor', codes: Int32Array.of(1, 0, 1, -1), levels: ['9', '10'] },
    })
  })

  it('groups by what is written', () => {
    expect(dataOf(file).grouping('class')).toEqual({ ok: true, codes: Int32Array.of(0, 1, 0, -1), levels: ['10', '9'] })
  })

  it('that is neither has the first cell named that spoils it', () => {
    expect(dataOf(file).effect('mixed')).toEqual({
      ok: false,
      reason: 'unreadable-number',
      name: 'mixed',
      text: '3+',
      line: 4,
      column: 4,
    })
  })

  it('that is not there is said not to be', () => {
    expect(dataOf(file).effect('x')).toMatchObject({ reason: 'unknown-column', name: 'x' })
    expect(dataOf(file).grouping('x')).toMatchObject({ reason: 'unknown-column', name: 'x' })
  })

  it('may have a decimal comma', () => {
    const data = dataOf('n;w\n1,5;a\n2;b\n', { decimal: ',' })
    expect(data.effect('n')).toMatchObject({ column: { values: Float64Array.of(1.5, 2) } })
    const found = dataOf('n;w\n1;a\n2,5;b\n')
    expect(found.effect('n')).toMatchObject({ column: { values: Float64Array.of(1, 2.5) } })
    expect(dataOf('n;w\n1,5;a\n2.5;b\n3,5;b\n').effect('n')).toMatchObject({ reason: 'unreadable-number', text: '2.5' })
    expect(dataOf('n,w\n1,a\n"2,500",b\n3,c\n').effect('n')).toMatchObject({ reason: 'unreadable-number', line: 3 })
  })
})
