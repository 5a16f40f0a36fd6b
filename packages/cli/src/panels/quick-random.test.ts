import { expect, it } from 'vitest'
import { quickRandom } from './quick-random.ts'

it('gives numbers that are spread evenly, the same for the same text and others for another', () => {
  const random = quickRandom('00')
  const again = quickRandom('00')
  const other = quickRandom('01')
  const count = 160_000
  const cells = new Float64Array(256)
  let [differ, low] = [0, 0]
  for (let k = 0; k < count; k++) {
    const value = random()
    expect(value === again() && value >= 0 && value < 1).toBe(true)
    if (value !== other()) differ++
    // The first four bits, with the next four, and the very last one.
    const cell = Math.floor(value * 256)
    cells[cell] = (cells[cell] ?? 0) + 1
    if ((value * 2 ** 53) % 2 === 1) low++
  }
  expect(differ).toBe(count)
  // χ² with 255 degrees of freedom: above 341 once in 4,000 times; the text is fixed, so this is not left to chance.
  const square = cells.reduce((sum, cell) => sum + (cell - count / 256) ** 2 / (count / 256), 0)
  expect(square).toBeGreaterThan(180)
  expect(square).toBeLessThan(341)
  expect(Math.abs(low / count - 0.5)).toBeLessThan(0.005)
})
