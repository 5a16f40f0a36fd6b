import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reaches, wholeNumberBehind } from './share.ts'

describe('a share against a norm', () => {
  it('is above where it is the norm exactly, in decimals that binary numbers do not have', () => {
    expect(reaches({ above: 51, total: 60 }, 85)).toBe(true)
    expect(reaches({ above: 538, total: 1000 }, 53.8)).toBe(true)
    expect(reaches({ above: 387, total: 1000 }, 38.700000000000003)).toBe(true)
    expect(reaches({ above: 5379, total: 10_000 }, 53.8)).toBe(false)
  })

  it('is what whole numbers say, for any share and norm of one decimal', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), fc.nat(1000), fc.nat(2000), (total, tenths, reached) => {
        const above = Math.min(reached, total)
        expect(reaches({ above, total }, tenths / 10)).toBe(above * 1000 >= tenths * total)
      }),
    )
  })
})

describe('the whole number behind a rounded percentage', () => {
  it('is found again for as many pupils as a school has', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.nat(3000), (total, reached) => {
        const above = Math.min(reached, total)
        expect(wholeNumberBehind(Number(((100 * above) / total).toFixed(2)), 2, total)).toBe(above)
      }),
    )
  })

  it('is none where no number of pupils gives the percentage, or several do', () => {
    expect(wholeNumberBehind(33.4, 2, 3)).toBeUndefined()
    expect(wholeNumberBehind(50, 0, 300)).toBeUndefined()
  })
})
