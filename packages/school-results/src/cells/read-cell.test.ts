import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Cell, readCell, type Unit } from './read-cell.ts'

const known = (value: number, decimals: number): Cell => ({ kind: 'known', value, decimals })
const masked = (low: number, high: number): Cell => ({ kind: 'masked', within: { low, high } })
const missing: Cell = { kind: 'missing' }
const unreadable: Cell = { kind: 'unreadable' }

describe('a cell as it is published', () => {
  it.each<[text: string, unit: Unit, cell: Cell]>([
    ['17', 'count', known(17, 0)],
    [' 183', 'count', known(183, 0)],
    ['12.0', 'count', known(12, 1)],
    ['1.234', 'count', known(1234, 0)],
    ['1.234', 'score', known(1.234, 3)],
    ['1.23', 'count', unreadable],
    ['535,789473684211', 'score', known(535.789473684211, 12)],
    ['90.9', 'percent', known(90.9, 1)],
    ['66,7%', 'percent', known(66.7, 1)],
    [',0%', 'percent', known(0, 1)],
    ['100', 'percent', known(100, 0)],
    [',0', 'mark', known(0, 1)],
    ['6,4', 'mark', known(6.4, 1)],
    ['38.700000000000003', 'percent', known(38.7, 15)],
    ['', 'count', missing],
    ['  \u00a0', 'count', missing],
    ['n.v.t.', 'count', missing],
    ['<5', 'count', masked(1, 4)],
    ['< 10', 'count', masked(1, 9)],
    ['<=4', 'count', masked(0, 4)],
    ['0-4', 'count', masked(0, 4)],
    ['1 t/m 4', 'count', masked(1, 4)],
    ['<5', 'percent', masked(0, 5)],
    ['*', 'percent', masked(0, 100)],
    ['*', 'count', masked(0, Number.POSITIVE_INFINITY)],
    ['-3', 'count', unreadable],
    ['2,5', 'count', unreadable],
    ['1.234,5', 'score', unreadable],
    ['100,1', 'percent', unreadable],
    ['-3,5', 'indicator', known(-3.5, 1)],
    ['-100,1', 'indicator', unreadable],
    ['*', 'indicator', masked(-100, 100)],
    ['<5', 'indicator', masked(-100, 5)],
    ['>95', 'indicator', masked(95, 100)],
    ['>95', 'percent', unreadable],
    ['12', 'mark', unreadable],
    ['4-1', 'count', unreadable],
    ['x', 'count', unreadable],
    ['1e3', 'count', unreadable],
    ['5 leerlingen', 'count', unreadable],
    [',', 'score', unreadable],
  ])('%j as a %s', (text, unit, cell) => {
    expect(readCell(text, unit, 1)).toEqual(cell)
  })

  it('hides 0 too where the file does', () => {
    expect(readCell('<5', 'count', 0)).toEqual(masked(0, 4))
  })

  it('reads what any number is written as, with a comma, blanks or a percent sign', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 0, max: 3 }), (whole, decimals) => {
        const value = whole / 10 ** decimals / 1000
        const text = ` ${value.toFixed(decimals).replace('.', ',')}%`
        expect(readCell(text, 'percent', 1)).toEqual(known(Number(value.toFixed(decimals)), decimals))
      }),
    )
  })
})
