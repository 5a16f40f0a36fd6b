import fc from 'fast-check'
import { expect, it } from 'vitest'
import { extremeShare } from './extreme-share.ts'
import { percentage, type Share } from './share.ts'

const share = fc.tuple(fc.nat(12), fc.nat(12)).map(([above, not]): Share => ({ above, total: above + not }))
const groups = fc.array(fc.array(share, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })

it('finds the lowest and highest share that any choice of options gives', () => {
  fc.assert(
    fc.property(groups, (options) => {
      let sums: readonly Share[] = [{ above: 0, total: 0 }]
      for (const group of options) {
        sums = sums.flatMap((sum) =>
          group.map((each) => ({ above: sum.above + each.above, total: sum.total + each.total })),
        )
      }
      const all = sums.filter(({ total }) => total > 0).map(percentage)
      const low = extremeShare(options, 'low')
      const high = extremeShare(options, 'high')
      expect(low && percentage(low)).toBe(all.length === 0 ? undefined : Math.min(...all))
      expect(high && percentage(high)).toBe(all.length === 0 ? undefined : Math.max(...all))
    }),
  )
})
