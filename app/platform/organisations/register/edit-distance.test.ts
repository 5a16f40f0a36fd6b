import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editDistance } from './edit-distance.ts'

test.each([
  ['brug', 'brug', 0],
  ['brug', 'bruk', 1],
  ['brug', 'burg', 1],
  ['brug', 'brg', 1],
  ['brug', 'bruggen', 3],
  ['ede', 'ee', 1],
  ['', 'abc', 3],
  ['abcd', 'badc', 2],
])('%s and %s are %i edits apart', (a, b, distance) => {
  expect(editDistance(a, b, 5)).toBe(distance)
  expect(editDistance(b, a, 5)).toBe(distance)
  for (const limit of [0, 1, 2]) expect(editDistance(a, b, limit)).toBe(Math.min(distance, limit + 1))
})

test.each([
  ['groninge', 'groningen', 0],
  ['gronige', 'groningen', 1],
  ['gorninge', 'groningen', 1],
  ['groningen', 'gron', 2],
])('%s and the beginning of %s are %i edits apart', (a, b, distance) => {
  expect(editDistance(a, b, 1, true)).toBe(Math.min(distance, 2))
})

/** All words one edit away, made outright: an independent way to know what a distance of one is. */
function oneEditAway(word: string, alphabet: string): ReadonlySet<string> {
  const words = new Set<string>()
  for (let i = 0; i <= word.length; i++) {
    const [before, after] = [word.slice(0, i), word.slice(i)]
    words.add(before + after.slice(1))
    if (after.length > 1) words.add(before + after.charAt(1) + after.charAt(0) + after.slice(2))
    for (const letter of alphabet) words.add(before + letter + after).add(before + letter + after.slice(1))
  }
  return words
}

test('a distance of one is what one edit makes, no more and no less', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 })
  fc.assert(
    fc.property(word, word, (a, b) => {
      const near = a === b || oneEditAway(a, 'abc').has(b)
      expect(editDistance(a, b, 1) <= 1).toBe(near)
      const begins = b.split('').map((_, i) => b.slice(0, i + 1))
      const nearBeginning = ['', ...begins].some((begin) => a === begin || oneEditAway(a, 'abc').has(begin))
      expect(editDistance(a, b, 1, true) <= 1).toBe(nearBeginning)
    }),
    { numRuns: 2000 },
  )
})
