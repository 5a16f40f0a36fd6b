import { describe, expect, test } from 'vitest'
import { namesOf } from '../table/count-table.ts'
import { type LongTableOptions, readLongTable } from './read-long-table.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const usual: LongTableOptions = {
  dimensions: ['school', 'level'],
  count: 'n',
  total: 'Total',
  hierarchies: new Map(),
  suppressed: undefined,
}
const interior = 'school,level,n\nA,havo,7\nA,vwo,3\nB,havo,12\n'
const read = (text: string, options: Partial<LongTableOptions> = {}) =>
  readLongTable(bytes(text), { ...usual, ...options })

function countsOf(text: string, options: Partial<LongTableOptions> = {}) {
  const table = read(text, options)
  if (!table.ok) throw new Error(table.reason)
  return Object.fromEntries(
    Array.from(table.values, (value, cell) => [namesOf(table.dimensions, cell).join(' '), value]),
  )
}

test('margins are added up, and a cell without a row is zero', () => {
  expect(countsOf(interior)).toEqual({
    'A havo': 7,
    'A vwo': 3,
    'A Total': 10,
    'B havo': 12,
    'B vwo': 0,
    'B Total': 12,
    'Total havo': 19,
    'Total vwo': 3,
    'Total Total': 22,
  })
  expect(countsOf(`${interior}A,Total,10\nTotal,Total,22\n`)).toEqual(countsOf(interior))
  expect(countsOf(interior.replaceAll(',', ';'))).toEqual(countsOf(interior))
})

test('totals between come from a hierarchy', () => {
  const hierarchies = new Map([
    [
      'school',
      [
        ['A', 'North'],
        ['B', 'North'],
      ] as const,
    ],
  ])
  const counts = countsOf(`${interior}C,vwo,5\nNorth,havo,19\n`, { hierarchies })
  expect(counts).toMatchObject({ 'North havo': 19, 'North Total': 22, 'Total vwo': 8, 'Total Total': 27 })
  expect(
    read(interior, {
      hierarchies: new Map([
        [
          'school',
          [
            ['A', 'N'],
            ['A', 'M'],
          ] as const,
        ],
      ]),
    }),
  ).toMatchObject({
    reason: 'two-parents',
    label: 'A',
  })
  expect(
    read(interior, {
      hierarchies: new Map([
        [
          'school',
          [
            ['A', 'N'],
            ['N', 'A'],
          ] as const,
        ],
      ]),
    }),
  ).toMatchObject({
    reason: 'circle',
  })
})

test('a margin has the name that was asked for, and then that is no category', () => {
  expect(countsOf(`${interior}A,Totaal,10\n`, { total: 'Totaal' })).toMatchObject({ 'A Totaal': 10 })
})

test('suppressed counts are unknown, and so are margins without a row above them', () => {
  const counts = countsOf(`${interior.replace('3', 'x')}Total,Total,22\n`, { suppressed: 'x' })
  expect(counts).toMatchObject({
    'A vwo': Number.NaN,
    'A Total': Number.NaN,
    'A havo': 7,
    'Total Total': 22,
    'Total havo': 19,
  })
})

describe('what is wrong with a file, and where', () => {
  test.each([
    ['A,mavo,-3', { reason: 'negative-count', line: 5, column: 3, text: '-3' }],
    ['A,mavo,3.5', { reason: 'no-whole-count', line: 5, column: 3, text: '3.5' }],
    ['A,mavo,1.234', { reason: 'no-whole-count', line: 5 }],
    ['A,mavo,many', { reason: 'no-count', line: 5, column: 3, text: 'many' }],
    ['A,mavo,x', { reason: 'no-count', line: 5 }],
    ['A,mavo,', { reason: 'no-count', line: 5, text: '' }],
    [',mavo,8', { reason: 'blank-category', line: 5, column: 1, name: 'school' }],
    ['A,Totaal,10', { reason: 'category-is-total', line: 5, column: 2, text: 'Totaal' }],
    ['total,havo,19', { reason: 'category-is-total', line: 5, column: 1, text: 'total' }],
    ['A,vwo,3', { reason: 'cell-twice', line: 5, column: 3, earlier: 3, names: ['A', 'vwo'] }],
    ['A,Total,11', { reason: 'margins-do-not-add-up', line: 5, column: 3, said: 11, sum: 10 }],
    ['A,vwo', { reason: 'row-width', line: 5 }],
  ])('%s', (row, refusal) => {
    expect(read(`${interior}${row}\n`)).toMatchObject({ ok: false, ...refusal })
  })

  test('margins that contradict each other above suppressed counts', () => {
    const text = 'school,level,n\nA,havo,x\nA,vwo,x\nA,Total,10\nB,havo,x\nB,vwo,x\nB,Total,12\nTotal,Total,23\n'
    expect(read(text, { suppressed: 'x' })).toMatchObject({ reason: 'margins-do-not-add-up', said: 23, sum: 22 })
  })

  test('columns, and nothing at all', () => {
    expect(read(interior, { count: 'pupils' })).toMatchObject({ reason: 'unknown-column', name: 'pupils' })
    expect(read(interior, { dimensions: ['school', 'school'] })).toMatchObject({ reason: 'dimension-twice' })
    expect(read(interior, { dimensions: ['school', 'n'] })).toMatchObject({ reason: 'dimension-twice', name: 'n' })
    expect(read('school,level,n\n')).toMatchObject({ reason: 'no-rows' })
    expect(read('')).toMatchObject({ reason: 'empty' })
  })
})
