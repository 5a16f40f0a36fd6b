import { expect, it } from 'vitest'
import { wilsonInterval } from './wilson.ts'

it.each([
  // Newcombe, Statistics in Medicine 17 (1998), table I: 81 of 263, 15 of 148, 0 of 20 and 1 of 29.
  [81, 263, 25.53, 36.62],
  [15, 148, 6.24, 16.05],
  [0, 20, 0, 16.11],
  [1, 29, 0.61, 17.18],
])('%d of %d comes from a share of %d to %d percent', (above, total, low, high) => {
  const interval = wilsonInterval({ above, total }, 1.959964)
  expect(interval.map((end) => Math.round(end * 100) / 100)).toEqual([low, high])
})
