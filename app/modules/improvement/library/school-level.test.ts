import { expect, it } from 'vitest'
import { schoolLevels } from './school-level.ts'

it.each([
  ['groep 5', ['po_groep5']],
  ['Groep 7/8', ['po_groep7', 'po_groep8']],
  ['groepen 3 t/m 5', ['po_groep3', 'po_groep4', 'po_groep5']],
  ['2 havo', ['havo2']],
  ['havo 2 en vwo 2', ['havo2', 'vwo2']],
  ['havo/vwo', ['havo', 'vwo']],
  ['vmbo 3', ['vmbo']],
  ['gymnasium 6', ['vwo6']],
  ['klas 3', ['VO']],
  ['brugklas', ['VO']],
  ['groep 12', []],
  ['alle leerlingen', []],
  ['', []],
])('%j is %j', (text, ids) => {
  expect(schoolLevels(text).map(({ id }) => id)).toEqual(ids)
})

it('knows how old pupils usually are', () => {
  expect(schoolLevels('groep 5')[0]?.ages).toEqual({ from: 8, to: 9 })
  expect(schoolLevels('klas 1')[0]?.ages).toEqual({ from: 12, to: 13 })
})
