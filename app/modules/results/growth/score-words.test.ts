import { expect, it } from 'vitest'
import { scoreWords } from './score-words.ts'

it.each([
  [3, 12.345, '12,3'],
  [0.3, -0.4567, '-0,46'],
  [30, 534.56, '535'],
  [3, -0.01, '0,0'],
  [0, 1.25, '1,3'],
])('with intervals of %d, %d is written %s', (width, value, words) => {
  expect(scoreWords('nl', [{ lower: 1, upper: 1 + width }])(value)).toBe(words)
})
