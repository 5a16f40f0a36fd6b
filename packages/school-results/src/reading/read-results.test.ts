import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { sampleOds, sampleRows } from '../ods/sample-ods.ts'
import { readResults } from './read-results.ts'
import { longOf, utf8 } from './sample-files.ts'

const levels =
  'INSTELLINGSCODE;VESTIGINGSCODE;REKENEN_LAGER1F;REKENEN_1F;REKENEN_1S;LV_LAGER1F;LV_1F;LV_2F;TV_LAGER1F;TV_1F;TV_2F'
const row = '99ZZ;0;<5;13;7;0;8;13;0;12;9'

const refused = (text: string) => readResults(utf8(text))

describe('a file that can not be read', () => {
  it('is told which columns were recognised and which are missing', () => {
    expect(refused('BRIN_NUMMER;VESTIGINGSNUMMER;LV_1F;KLEUR\n99ZZ;00;3;rood\n')).toEqual({
      ok: false,
      reason: 'unknown-file',
      nearest: 'DUO, leerlingen bo referentieniveaus',
      recognised: ['BRIN_NUMMER', 'VESTIGINGSNUMMER', 'LV_1F'],
      missing: ['REKENEN_LAGER1F', 'TV_LAGER1F'],
      unknown: ['KLEUR'],
    })
  })

  it('is told so even where its rows do not fit its header, or it is no table at all', () => {
    expect(refused('a,b\n1,2,3\n')).toMatchObject({ reason: 'unknown-file', unknown: ['a', 'b'] })
    expect(refused('{\n "a": 1\n}\n')).toMatchObject({ reason: 'unknown-file' })
  })

  it.each([
    [
      'a word for a number',
      row.replace('13', 'veel'),
      { reason: 'unreadable-number', line: 2, column: 4, text: 'veel' },
    ],
    ['a negative count', row.replace('13', '-13'), { reason: 'unreadable-number', header: 'REKENEN_1F', text: '-13' }],
    ['half a pupil', row.replace('13', '1,5'), { reason: 'unreadable-number', column: 4 }],
    [
      'a school that is none',
      row.replace('99ZZ', 'Totaal'),
      { reason: 'unreadable-school', column: 1, text: 'Totaal' },
    ],
    ['a location that is none', row.replace(';0;', ';x;'), { reason: 'unreadable-school', column: 2, text: 'x' }],
    ['a cell too few', row.slice(0, -2), { reason: 'row-width', line: 2, expected: 11, found: 10 }],
  ])('tells line and column of %s', (_, line, refusal) => {
    expect(refused(`${levels}\n${line}\n`)).toMatchObject({ ok: false, ...refusal })
  })

  it('tells the line where it is the last of many', () => {
    const rows = Array.from({ length: 500 }, () => row).join('\n')
    expect(refused(`${levels}\n${rows}\n${row.replace('12', '?')}\n`)).toMatchObject({
      line: 502,
      column: 10,
      text: '?',
    })
  })

  it('is refused where decimal commas were taken for separators', () => {
    const header = 'BRIN NUMMER,VESTIGINGSNUMMER,EXAMENKANDIDATEN,GESLAAGDEN,GEZAKTEN,GEMIDDELD CIJFER CIJFERLIJST,,'
    expect(refused(`${header}\n99ZZ,99ZZ00,7,6,1,6,4,\n`)).toMatchObject({
      reason: 'value-outside-columns',
      line: 2,
      column: 7,
      text: '4',
    })
  })

  it('is refused where two columns say the same', () => {
    expect(refused(`${levels};LV 2F\n${row};3\n`)).toEqual({
      ok: false,
      reason: 'column-twice',
      first: 'LV_2F',
      second: 'LV 2F',
    })
  })

  it('is refused where it is empty, has only a header, or is no text', () => {
    expect(refused('')).toMatchObject({ reason: 'empty' })
    expect(refused(`${levels}\n`)).toMatchObject({ reason: 'no-rows' })
    expect(readResults(Uint8Array.from([0xd0, 0xcf, 0x0a, 0x00]))).toMatchObject({ reason: 'not-text', line: 2 })
    expect(readResults(zipSync({ 'xl/workbook.xml': strToU8('<a/>') }))).toMatchObject({ reason: 'no-open-document' })
  })

  it('names the sheet and its row', () => {
    const header = levels.split(';')
    const bytes = sampleOds({
      Uitleg: sampleRows([['Uitleg']]),
      Blad: sampleRows([header, [], row.replace('13', 'x').split(';')]),
    })
    expect(readResults(bytes)).toMatchObject({ reason: 'unreadable-number', sheet: 'Blad', line: 3, column: 4 })
    expect(readResults(sampleOds({ Uitleg: sampleRows([['Uitleg', 'OVT']]) }))).toMatchObject({
      reason: 'unknown-file',
      sheet: 'Uitleg',
      recognised: ['OVT'],
    })
  })
})

describe('what <5 means', () => {
  const many = (cell: string) =>
    Array.from({ length: 30 }, (_, i) => `99ZZ;${i};${cell};13;<5;7;8;13;6;12;9`).join('\n')

  it('is 1 to 4 where the file prints zeros, or is too short to tell', () => {
    expect(longOf(utf8(`${levels}\n${many('0')}\n`)).numbers).toContain('2 99ZZ00 arithmetic 1S pupils 1..4')
    expect(longOf(utf8(`${levels}\n99ZZ;0;<5;13;<5;7;8;13;6;12;9\n`)).numbers).toContain(
      '2 99ZZ00 arithmetic 1S pupils 1..4',
    )
  })

  it('is 0 to 4 where not one zero is among many cells that are hidden', () => {
    expect(longOf(utf8(`${levels}\n${many('<5')}\n`)).numbers).toContain('2 99ZZ00 arithmetic 1S pupils 0..4')
  })
})
