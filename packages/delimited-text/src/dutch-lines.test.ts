import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dutchLines } from './dutch-lines.ts'
import { readDelimited } from './read-delimited.ts'

it('writes numbers with a comma, and what may be a formula as text', () => {
  expect(
    [
      ...dutchLines(
        ['a', 'b'],
        [
          ['1.50', '-3'],
          ['=1+1', '-x'],
          ['a;b', 'c"d'],
        ],
      ),
    ].join(''),
  ).toBe('\ufeffa;b\r\n1,50;-3\r\n\'=1+1;\'-x\r\n"a;b";"c""d"\r\n')
})

it('is read back cell by cell, whatever is in it', () => {
  const text = fc.string({ unit: fc.constantFrom(...'ab;,"\n é=-'), maxLength: 6 })
  // The reader passes over rows of empty cells.
  const row = fc.tuple(fc.constantFrom('x', 'y;z', '"'), text)
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
      const bytes = new TextEncoder().encode([...dutchLines(['first', 'second'], rows)].join(''))
      const read = readDelimited(bytes, { separator: ';' })
      if (!read.ok) throw new Error(read.reason)
      const cells = rows.map((_, at) =>
        [read.cell(at, 0), read.cell(at, 1).replace(/^'/, '')].map((each) => each.trim()),
      )
      expect(cells).toEqual(rows.map((each) => each.map((one) => one.trim())))
    }),
  )
})
