import { expect, test } from 'vitest'
import { soundOf } from './word-sound.ts'

test.each([
  ['basisschool', 'basischool'],
  ['jozef', 'joseph'],
  ['gymnasium', 'gimnasium'],
  ['mozaiek', 'mosaiek'],
  ['christelijk', 'kristelijk', false],
  ['lyceum', 'liseum'],
  ['montessori', 'montesory'],
  ['regenboog', 'regenboogh', false],
  ['westereind', 'westereint'],
  ['brug', 'burg', false],
  ['04ly', '04li', false],
])('%s and %s sound alike: %s', (a, b, alike = true) => {
  expect(soundOf(a) === soundOf(b)).toBe(alike)
})
