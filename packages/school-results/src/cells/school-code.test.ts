import { describe, expect, it } from 'vitest'
import { codeText, readSchoolCode, readSupervisionCode } from './school-code.ts'

describe('the code of a school', () => {
  it.each([
    ['04LY', '04LY00', '04LY00'],
    ['04LY', '00', '04LY00'],
    ['04LY', '0', '04LY00'],
    ['04LY', '7', '04LY07'],
    ['04ly', ' 07 ', '04LY07'],
    ['04LY', '17', '04LY17'],
    ['04LY', undefined, '04LY00'],
    ['04LY03', undefined, '04LY03'],
  ])('%j with %j is %s', (brin, location, code) => {
    const read = readSchoolCode(brin, location)
    expect(read && codeText(read)).toBe(code)
  })

  it.each([
    ['4LY', '00'],
    ['04L1', '00'],
    ['', '00'],
    ['04LY', ''],
    ['04LY', '100'],
    ['04LY', '05AB00'],
    ['04LY', 'C1'],
  ])('%j with %j is none', (brin, location) => {
    expect(readSchoolCode(brin, location)).toBeUndefined()
  })

  it('is of the Inspectorate', () => {
    expect(readSupervisionCode(' 00AP|C1 ')).toEqual({ brin: '00AP', location: 'C1' })
    expect(codeText({ brin: '00AP', location: 'C1' })).toBe('00AP|C1')
    for (const text of ['00AP', '00AP|1', '00AP|C1|C2', 'Totaal', '']) expect(readSupervisionCode(text)).toBeUndefined()
  })
})
