import { expect, it } from 'vitest'
import { ImpactGrid } from './impact-grid.tsx'

it('keeps the words clear of every idea', () => {
  const places = [1, 2, 3, 4, 5].flatMap((effect) => [1, 2, 3, 4, 5].map((feasible) => ({ effect, feasible })))
  // Two at each place, the second a little beside the first.
  const ideas = [...places, ...places].map((place) => ({ label: 'Idee', ...place }))
  const { text } = ImpactGrid({ locale: 'nl', ideas })
  const baseline = Number(/class="first"[^>]* y="(\d+\.?\d*)"/.exec(text)?.[1])
  const dots = [...text.matchAll(/cy="(\d+)" r="(\d+)"/g)].map(([, y, r]) => ({ y: Number(y), r: Number(r) }))
  expect(dots).toHaveLength(50)
  // Small letters reach 3 below their line, tall ones 11 above it.
  const under = dots.filter(({ y, r }) => y + r > baseline - 11 && y - r < baseline + 3)
  expect(under).toEqual([])
})
