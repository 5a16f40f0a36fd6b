import { expect, it } from 'vitest'
import { initials } from './avatar.tsx'

it.each([
  ['Samira Mansouri', 'SM'],
  ['Els de Wit', 'EW'],
  ['Imane El Bakkali', 'IB'],
  ['Noor van der Meulen-Smit', 'NS'],
  ['Ayşe Çelik', 'AÇ'],
  ['Noor', 'N'],
  ['samira', 'S'],
  ['', ''],
])('the initials of %s are %s', (name, letters) => {
  expect(initials(name)).toBe(letters)
})
