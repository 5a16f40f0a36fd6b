import fc from 'fast-check'
import { expect, it } from 'vitest'
import { csvLines } from './csv-lines.ts'
import { readDelimited } from './read-delimited.ts'

const textOf = (header: readonly string[], rows: readonly (readonly (string | number | null)[])[]) =>
  [...csvLines(header, rows)].join('')

it('writes numbers with a point, nothing for null, and what may be a formula as text', () => {
  const rows = [
    [1.5, -3],
    ['=1+1', null],
    ['a,b', 'c"d'],
  ]
  expect(textOf(['a', 'b'], rows)).toBe('a,b\r\n1.5,-3\r\n\'=1+1,\r\n"a,b","c""d"\r\n')
})

it('is read back cell by cell, whatever is in it', () => {
  const text = fc.string({ unit: fc.constantFrom(...'ab;,"\n é=-@'), maxLength: 6 })
  // The reader passes over rows of empty cells.
  const row = fc.tuple(fc.oneof(fc.constantFrom('x', 'y,z', '"'), fc.integer()), text)
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
      const bytes = new TextEncoder().encode(textOf(['first', 'second'], rows))
      const read = readDelimited(bytes, { separator: ',' })
      if (!read.ok) throw new Error(read.reason)
      const cells = rows.map((_, at) =>
        [read.cell(at, 0), read.cell(at, 1).replace(/^'/, '')].map((each) => each.trim()),
      )
      expect(cells).toEqual(rows.map((each) => each.map((one) => String(one).trim())))
    }),
  )
})
