import fc from 'fast-check'
import { expect, it } from 'vitest'
import { labelPlace } from './label-place.ts'

const lane = { top: 44, foot: 126 }
const height = fc.integer({ min: lane.top + 14, max: lane.foot })

it('keeps the words of a dot clear of the dot and of the dotted line, and in their lane', () => {
  fc.assert(
    fc.property(height, height, (middle, reference) => {
      const line = labelPlace(middle, reference, lane)
      // Letters reach 13 above their line and 4 below it; a dot is 10 to each side, its edge included.
      const [top, bottom] = [line - 13, line + 4]
      expect(bottom < middle - 10 || top > middle + 10).toBe(true)
      expect(bottom < reference || top > reference).toBe(true)
      expect(top).toBeGreaterThanOrEqual(lane.top)
      expect(bottom).toBeLessThanOrEqual(lane.foot + 16)
    }),
    { numRuns: 2000 },
  )
})

it('stays where it usually is where nothing is in the way', () => {
  expect(labelPlace(100, undefined, lane)).toBe(85)
  expect(labelPlace(60, 120, lane)).toBe(88)
})
