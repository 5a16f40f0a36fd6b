import { expect, it } from 'vitest'
import { clock } from './clock.ts'

it.each([
  [0, '0:00'],
  [9, '0:09'],
  [222, '3:42'],
  [900, '15:00'],
])('%i seconds are %s', (seconds, words) => {
  expect(clock(seconds)).toBe(words)
})
