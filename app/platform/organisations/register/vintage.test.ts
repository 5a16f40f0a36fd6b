import { describe, expect, test } from 'vitest'
import { vintageOf } from './vintage.ts'

const today = '2026-11-22'
const of2019 = ['0014', '1966', '0370', '0457', '0788']
const of2025 = ['0014', '1966', '1992']

const day = (path: string, given?: string, municipalityCodes: readonly string[] = ['0014']) => {
  const answer = vintageOf({ given, path, municipalityCodes, today })
  return answer.ok ? [answer.vintage, answer.source] : answer.refusal
}

describe('the day a file describes', () => {
  test.each([
    ['bo.csv', '2025-10-01', '2025-10-01', 'given'],
    ['duo-2019/bo-20251103.csv', undefined, '2025-11-03', 'day-in-name'],
    ['2025-10-01/bo.csv', undefined, '2025-10-01', 'day-in-name'],
    ['duo-2019/alle-vestigingen-bo.csv', undefined, '2019-10-01', 'year-in-name'],
    ['C:\\duo\\vestigingen_2024.csv', undefined, '2024-10-01', 'year-in-name'],
    ['bo-2026.csv', undefined, '2026-10-01', 'year-in-name'],
  ])('%s, given %s: %s', (path, given, vintage, source) => {
    expect(day(path, given)).toEqual([vintage, source])
  })

  test('a year that is not at October yet means today', () => {
    const answer = vintageOf({ given: undefined, path: 'bo-2026.csv', municipalityCodes: [], today: '2026-03-04' })
    expect(answer).toEqual({ ok: true, vintage: '2026-03-04', source: 'year-in-name' })
  })

  test('a file without a day is as old as its youngest municipality', () => {
    expect(day('bo.csv', undefined, of2019)).toEqual(['2019-01-01', 'municipalities'])
    expect(day('bo.csv', undefined, of2025)).toEqual(['2023-01-01', 'municipalities'])
  })

  test('nothing that tells the day: it is asked for', () => {
    expect(day('bo.csv')).toEqual({ reason: 'vintage-unknown' })
    expect(day('bo-123456789.csv')).toEqual({ reason: 'vintage-unknown' })
    expect(day('bo-2044.csv')).toEqual({ reason: 'vintage-unknown' })
  })

  test('a day that is none, or not there yet', () => {
    expect(day('x', '2025-02-30')).toEqual({ reason: 'vintage-invalid', given: '2025-02-30' })
    expect(day('x', 'gisteren')).toEqual({ reason: 'vintage-invalid', given: 'gisteren' })
    expect(day('x', '2026-11-23')).toEqual({ reason: 'vintage-in-future', vintage: '2026-11-23' })
  })

  test('a day on which these municipalities did not exist is contradicted', () => {
    expect(day('x', '2025-10-01', of2019)).toMatchObject({ reason: 'vintage-contradicted', until: '2021-01-01' })
    expect(day('x', '2019-10-01', of2025)).toMatchObject({ reason: 'vintage-contradicted', from: '2023-01-01' })
    expect(day('x', '2021-02-15', of2019)).toEqual(['2021-02-15', 'given'])
    expect(day('x', '2022-12-01', of2025)).toEqual(['2022-12-01', 'given'])
  })
})
