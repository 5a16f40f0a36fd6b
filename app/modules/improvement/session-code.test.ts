import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeCode, readCode, showCode } from './session-code.ts'

const codes = fc.infiniteStream(fc.nat()).map((numbers) => makeCode((limit) => (numbers.next().value ?? 0) % limit))

describe('the code of a session', () => {
  it('has six signs that are not taken for another, and spells no word', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(code).toMatch(/^[B-Z2-9]{6}$/)
        expect(code).not.toMatch(/[01OILAEU]/)
      }),
    )
  })

  it('uses every sign', () => {
    let next = 0
    const signs = new Set(Array.from({ length: 28 }, () => makeCode(() => next++ % 28)).join(''))
    expect(signs.size).toBe(28)
  })

  it('is read however it was typed', () => {
    fc.assert(
      fc.property(codes, fc.constantFrom(' ', '-', '', '  ', '.'), (code, between) => {
        const grouped = `${code.slice(0, 3)}${between}${code.slice(3)}`
        expect(readCode(grouped.toLowerCase())).toBe(code)
        expect(readCode(` ${showCode(code)}\n`)).toBe(code)
        expect(readCode(`https://bord.example/m/${code}/`)).toBe(code)
      }),
    )
  })

  it.each(['', 'KM47T', 'KM47TWX', 'KM4O7T', 'KM4 71W', '✓✓✓✓✓✓', '../../etc'])('%j is not a code', (typed) => {
    expect(readCode(typed)).toBeNull()
  })
})
