import fc from 'fast-check'
import { expect, test } from 'vitest'
import { slugOf } from './slug.ts'

test.each([
  ['Basisschool De Kleine Wereld', 'basisschool-de-kleine-wereld'],
  ['’t Hûs & Hof', 't-hus-en-hof'],
  ["O.B.S. 't Palet (nevenlocatie)", 'o-b-s-t-palet-nevenlocatie'],
  ['Eben-Haëzer', 'eben-haezer'],
  ['学校', 'organisatie'],
  ['A', 'organisatie'],
])('%s: %s', (name, slug) => {
  expect(slugOf(name)).toBe(slug)
})

test('any name gives what the table takes', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: 'grapheme', maxLength: 300 })), (name) => {
      expect(slugOf(name)).toMatch(/^[a-z0-9][a-z0-9-]{1,62}$/)
    }),
  )
})
