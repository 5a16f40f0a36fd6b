import { describe, expect, it } from 'vitest'
import { schoolYearAt, schoolYearOf } from './school-year.ts'

describe('a school year', () => {
  it.each([
    ['2324', '2023-2024'],
    ['9900', '2099-2100'],
    ['2024', '2023-2024'],
    // The calendar year 2021, not the school year 20/21: either way the test of that spring.
    ['2021', '2020-2021'],
    ['2023-2024', '2023-2024'],
    ['2023 2024', '2023-2024'],
    ['2023-2025', undefined],
    ['1234', undefined],
    ['3 jaar', undefined],
  ])('%s is %s', (text, year) => {
    expect(schoolYearOf(text)).toBe(year)
  })

  it.each([
    ['20241001', '2024-2025'],
    ['2024-02-01', '2023-2024'],
    ['20240731', '2023-2024'],
    ['20240801', '2024-2025'],
    ['1 oktober', undefined],
  ])('with %s in it is %s', (day, year) => {
    expect(schoolYearAt(day)).toBe(year)
  })
})
