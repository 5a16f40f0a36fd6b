import { readDelimited } from '@kantelpunt/delimited-text'
import { describe, expect, it } from 'vitest'
import { personalColumns } from './personal-columns.ts'

const first = ['Sem', 'Fatima', 'Ikram', 'Zoë', 'Mohammed', 'Tjitske', 'Daan', 'Noor', 'Emma', 'Lucas', 'Yara', 'Finn']
const last = ['de Boer', 'El Idrissi', 'Jansen', 'Visser', 'Bakker', 'van Dijk', 'Smit', 'Meijer', 'Öztürk', 'Mulder']
const rows = 120

/** A file of 120 pupils at four schools, with one column more. */
function withColumn(name: string, cell: (row: number) => string | number) {
  const lines = Array.from({ length: rows }, (_, k) => {
    const scores = `${20 + ((k * 7919) % 61) / 2};${30 + ((k * 104729) % 53) / 2}`
    return `${['Juliana', 'De Brug', 'Maria', 'St. Jozef'][k % 4]};${scores};${cell(k)}`
  })
  const table = readDelimited(new TextEncoder().encode(`school;groep 6;groep 8;${name}\n${lines.join('\n')}\n`))
  if (!table.ok) throw new Error(table.reason)
  return personalColumns(table)
}

/** The k-th number that passes the elfproef, made from the rule: the last digit follows from the others. */
function bsn(k: number): string {
  for (let start = 10_000_000 + k * 9973; ; start++) {
    const digits = [...String(start)].map(Number)
    const rest = digits.reduce((sum, digit, place) => sum + digit * (9 - place), 0) % 11
    if (rest < 10) return `${start}${rest}`
  }
}

describe('columns that point at persons', () => {
  it.each<readonly [string, string, (row: number) => string | number]>([
    ['name', 'kolom', (k) => `${first[k % 12]} ${last[k % 10]}`],
    ['name', 'kolom', (k) => first[k % 12] ?? ''],
    ['name', 'kolom', (k) => `${last[k % 10]}, ${first[k % 12]}`],
    ['name', 'Roepnaam', (k) => `x${k % 9}`],
    ['name', 'AchterNaam', () => 'Roos'],
    ['name', 'leerling_naam', (k) => `x${k % 9}`],
    ['bsn', 'kolom', bsn],
    ['bsn', 'BSN', (k) => k % 7],
    ['bsn', 'opmerking', (k) => (k === 77 ? `BSN ${bsn(3)}` : `goed ${k % 5}`)],
    ['email', 'kolom', (k) => (k === 90 ? 'noor@voorbeeld.nl' : '')],
    ['phone', 'kolom', (k) => `06${String(10_000_000 + k * 7919)}`],
    ['phone', 'kolom', (k) => 610_000_000 + k * 7919],
    ['birth-date', 'kolom', (k) => `${1 + (k % 28)}-${1 + (k % 12)}-201${k % 4}`],
    ['birth-date', 'kolom', (k) => `2013${String(1 + (k % 12)).padStart(2, '0')}${String(10 + (k % 18))}`],
    ['birth-date', 'Geb. datum', (k) => k],
    ['address', 'kolom', (k) => `Dorpsstraat ${1 + k}`],
    ['address', 'kolom', (k) => `${1000 + k} AB`],
    ['pupil-number', 'leerlingnummer', (k) => k % 40],
    ['unique', 'kolom', (k) => 50_000 + k * 17],
    ['unique', 'kolom', (k) => `q${(k * 7919) % 1000}zt`],
  ])('a column with %s is found under the header %s', (kind, header, cell) => {
    expect(withColumn(header, cell)).toMatchObject([{ name: header, column: 4, kind }])
  })

  it.each<readonly [string, (row: number) => string | number]>([
    ['weging', (k) => (k % 3) / 10],
    ['geslacht', (k) => 'MV'[k % 2] ?? ''],
    ['opleiding ouders', (k) => ['hoog', 'midden', 'laag'][k % 3] ?? ''],
    ['advies', (k) => ['vwo', 'havo', 'vmbo-t', 'vmbo-b'][k % 4] ?? ''],
    ['geboorteland', (k) => ['Nederland', 'Turkije', 'Marokko', 'Suriname'][k % 4] ?? ''],
    ['geboortejaar', (k) => 2012 + (k % 3)],
    ['afnamedatum', (k) => `${1 + (k % 5)}-6-2025`],
    ['vestiging', (k) => `12AB0${k % 4}`],
    ['schoolnaam', (k) => ['Juliana', 'Wilhelmina', 'Maria', 'Dr. Schaepman'][k % 4] ?? ''],
    ['maanden', (k) => 120 + (k % 24)],
    ['gemiddelde', (k) => (500 + ((k * 7919) % 97) / 10).toFixed(1)],
    ['instroomcode', (k) => 123_456_700 + (k % 6)],
  ])('a column %s is left alone', (header, cell) => {
    expect(withColumn(header, cell)).toEqual([])
  })

  it('finds all of them at once, in their order', () => {
    const line = (k: number) => `${first[k % 12]};${bsn(k)};A;${k % 30};${k % 31}`
    const text = `voornaam;nr;school;a;b\n${Array.from({ length: 60 }, (_, k) => line(k)).join('\n')}`
    const table = readDelimited(new TextEncoder().encode(text))
    if (!table.ok) throw new Error(table.reason)
    expect(personalColumns(table).map(({ name, kind, by }) => [name, kind, by])).toEqual([
      ['voornaam', 'name', 'header'],
      ['nr', 'bsn', 'cells'],
    ])
  })
})
