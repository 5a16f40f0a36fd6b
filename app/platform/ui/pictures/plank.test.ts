import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Plank } from './plank.tsx'

const ball = (share: number) => Number(Plank({ share }).text.match(/cx="([\d.]+)"/)?.[1])

it('rolls from start to goal and tips at the goal, not before', () => {
  const share = fc.double({ min: -2, max: 3, noNaN: true })
  fc.assert(
    fc.property(share, share, (one, other) => {
      if (one <= other) expect(ball(one)).toBeLessThanOrEqual(ball(other))
      expect(Plank({ share: one }).text.includes('tipped')).toBe(one >= 1)
    }),
  )
  expect(ball(0)).toBe(12)
  expect(ball(1)).toBe(52)
})

it('is decoration unless it is described', () => {
  expect(Plank({ share: 0 }).text).toContain('aria-hidden="true"')
  expect(Plank({ share: 0, label: '0 van 9' }).text).toContain('role="img" aria-label="0 van 9"')
})
