import { describe, expect, it } from 'vitest'
import { type ColumnMap, mappedLayout } from '../layouts/indicator-layouts.ts'
import { readResults } from '../reading/read-results.ts'
import { refusedInTables, refusedRows } from '../reading/refused-rows.ts'
import { indicatorFigures } from './indicator-rows.ts'

const bytes = (lines: readonly string[]) => new TextEncoder().encode(lines.join('\r\n'))
const header = 'location;school_year;track;indicator;value;pupils;norm'

const map: ColumnMap = {
  id: 'fictional-2025',
  title: 'Fictional file of 2025',
  source: 'https://example.org',
  school: 'Brin',
  location: 'Vest.',
  columns: [
    { header: 'Pace 22/23', is: 'value', indicator: 'lower-pace', track: '', schoolYear: '2022-2023' },
    { header: 'Pace 23/24', is: 'value', indicator: 'lower-pace', track: '', schoolYear: '2023-2024' },
    { header: 'N 23/24', is: 'pupils', indicator: 'lower-pace', track: '', schoolYear: '2023-2024' },
    { header: 'CE vwo 23/24', is: 'value', indicator: 'exam-marks', track: 'vwo', schoolYear: '2023-2024' },
  ],
}

describe('indicators in our own form', () => {
  it('are read with what masks leave open, on the scale of their indicator', () => {
    const read = readResults(
      bytes([
        header,
        '97ZZ07;2023-2024;havo;bovenbouwsucces;81,5;40;80,1',
        '97ZZ07;2023-2024;alle;R1;-3,25;<5;',
        '97ZZ07;2023-2024;;onderbouwsnelheid;>95;;',
        '97ZZ07;2023-2024;VMBO GT;E;*;*;*',
        '97ZZ07;2022-2023;VMBO GT;E;;12;',
      ]),
    )
    if (!read.ok) throw new Error(JSON.stringify(read))
    expect(refusedInTables(read.tables)).toEqual({ rows: [], total: 0 })
    const school = { brin: '97ZZ', location: '07' }
    const period = '2023-2024'
    expect(read.tables.flatMap(indicatorFigures)).toEqual([
      {
        school,
        period,
        indicator: 'upper-success',
        track: 'havo',
        value: { low: 81.5, high: 81.5 },
        pupils: { low: 40, high: 40 },
        norm: 80.1,
      },
      {
        school,
        period,
        indicator: 'position',
        track: '',
        value: { low: -3.25, high: -3.25 },
        pupils: { low: 1, high: 4 },
        norm: undefined,
      },
      {
        school,
        period,
        indicator: 'lower-pace',
        track: '',
        value: { low: 95, high: 100 },
        pupils: undefined,
        norm: undefined,
      },
      {
        school,
        period,
        indicator: 'exam-marks',
        track: 'vmbo-gt',
        value: { low: 1, high: 10 },
        pupils: { low: 0, high: Number.POSITIVE_INFINITY },
        norm: undefined,
      },
    ])
  })

  it('are refused row by row, each with what is wrong', () => {
    const file = bytes([
      header,
      '97ZZ07;2023-2024;havo;bovenbouwsucces;81;40;',
      '97ZZ07;2023-2024;havo;bovenbouwsucces;82;40;',
      '97ZZ07;2023-2024;mavo;bovenbouwsucces;81;40;',
      '97ZZ07;2023-2024;havo;onderbouwsnelheid;81;40;',
      '97ZZ07;2023-2024;havo;rendement;81;40;',
      '97ZZ07;ooit;vwo;bovenbouwsucces;81;40;',
      '97ZZ07;2023-2024;vwo;examencijfers;61;40;',
      '97ZZ;2023-2024;vwo;examencijfers;veel;40;',
    ])
    expect(refusedRows(file)).toMatchObject({
      total: 7,
      rows: [
        { line: 3, reason: 'school-twice', school: '97ZZ07 havo bovenbouwsucces', earlier: 2 },
        { line: 4, reason: 'unknown-word', text: 'mavo', expected: expect.arrayContaining(['vmbo-gt']) },
        { line: 5, reason: 'unknown-word', text: 'havo', expected: ['alle'] },
        { line: 6, reason: 'unknown-word', text: 'rendement' },
        { line: 7, reason: 'no-school-year' },
        { line: 8, reason: 'unreadable-number', text: '61', header: 'value' },
        { line: 9, reason: 'unreadable-number', text: 'veel' },
      ],
    })
  })
})

describe('indicators by a map of columns', () => {
  const more = [mappedLayout(map)]

  it('are read as the map says', () => {
    const read = readResults(
      bytes(['Brin;Vest.;Pace 22/23;Pace 23/24;N 23/24;CE vwo 23/24', '97ZZ;7;93,1;*;40;6,5']),
      more,
    )
    if (!read.ok) throw new Error(JSON.stringify(read))
    expect(
      read.tables
        .flatMap(indicatorFigures)
        .map(({ indicator, track, period, value, pupils }) => [
          indicator,
          track,
          period,
          value.low,
          value.high,
          pupils?.low,
        ]),
    ).toEqual([
      ['lower-pace', '', '2022-2023', 93.1, 93.1, undefined],
      ['lower-pace', '', '2023-2024', 0, 100, 40],
      ['exam-marks', 'vwo', '2023-2024', 6.5, 6.5, undefined],
    ])
  })

  it('are refused of another year, with the columns that are missing', () => {
    const file = bytes(['Brin;Vest.;Pace 22/23;Pace 24/25;N 24/25;CE vwo 24/25', '97ZZ;7;93,1;*;40;6,5'])
    expect(readResults(file, more)).toMatchObject({
      ok: false,
      reason: 'unknown-file',
      nearest: 'Fictional file of 2025',
      missing: ['Pace 23/24', 'N 23/24', 'CE vwo 23/24'],
    })
    expect(refusedRows(file, 10, more).total).toBe(0)
  })
})
