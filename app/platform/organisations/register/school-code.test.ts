import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isSchoolCode, schoolCode } from './school-code.ts'

describe('school codes', () => {
  test.each([
    ['04LY', '04LY00', '04LY00'],
    ['04LY', '00', '04LY00'],
    ['04LY', '0', '04LY00'],
    ['04LY', '7', '04LY07'],
    ['04LY', '07', '04LY07'],
    ['04ly', ' 04ly07 ', '04LY07'],
  ])('%s and %s make %s', (brin, location, code) => {
    expect(schoolCode(brin, location)).toEqual({ ok: true, code })
  })

  test.each([
    ['4LY', '00', 'invalid-brin'],
    ['O4LY', '00', 'invalid-brin'],
    ['', '00', 'invalid-brin'],
    ['04LY', '', 'invalid-location'],
    ['04LY', '007', 'invalid-location'],
    ['04LY', '7.0', 'invalid-location'],
    ['04LY', '-1', 'invalid-location'],
    ['04LY', '05AB00', 'location-of-other-school'],
  ])('%s and %s are refused: %s', (brin, location, reason) => {
    expect(schoolCode(brin, location)).toEqual({ ok: false, reason })
  })

  test('whatever is read, is a code, and reads as itself', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^\d{2}[A-Za-z]{2}$/),
        fc.integer({ min: 0, max: 99 }),
        fc.boolean(),
        (brin, number, full) => {
          const location = full ? brin + String(number).padStart(2, '0') : String(number)
          const once = schoolCode(brin, location)
          if (!once.ok) throw new Error(once.reason)
          expect(isSchoolCode(once.code)).toBe(true)
          expect(Number(once.code.slice(4))).toBe(number)
          expect(schoolCode(once.code.slice(0, 4), once.code)).toEqual(once)
        },
      ),
    )
  })
})
