import { loadSolver } from '@kantelpunt/disclosure'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { releaseOf } from './release.ts'
import { stepsOf } from './round.ts'
import { changeOf, rowsOf, schoolFigure } from './said.ts'

describe('what is said of a release', () => {
  it('holds for the answers that were given, whoever gave them', async () => {
    const solver = await loadSolver()
    const answers = fc.array(fc.nat(3), { minLength: 5, maxLength: 60 })
    fc.assert(
      fc.property(
        answers,
        fc.constantFrom('faces' as const, 'scale' as const),
        fc.infiniteStream(fc.nat()),
        (all, kind, chance) => {
          const steps = all.map((step) => step % stepsOf(kind))
          const randomBelow = (limit: number) => Number(chance.next().value) % limit
          const given = steps.map((step) => ({ subgroup: null, given: [step] }))
          const [view] = releaseOf([{ kind, words: {} }], [], given, { solver, randomBelow }).views
          if (view === undefined) throw new Error('Five or more are shown.')
          for (const { from, to, range } of rowsOf(view)) {
            const count = steps.filter((step) => step >= from && step <= to).length
            expect(count).toBeGreaterThanOrEqual(range.low)
            expect(count).toBeLessThanOrEqual(range.high)
          }
          const yes = steps.filter((step) => step < (kind === 'faces' ? 1 : 2)).length / steps.length
          const school = schoolFigure([view])
          expect(school?.low).toBeLessThanOrEqual(yes)
          expect(school?.high).toBeGreaterThanOrEqual(yes)
          // The same group asked again at once has not changed.
          const again = releaseOf([{ kind, words: {} }], [], given, { solver, randomBelow }).views[0]
          expect(again && changeOf(view, again)).toBe('same')
        },
      ),
    )
  })

  it('is a change only where the ranges don’t touch', () => {
    const view = (low: number, high: number) => ({
      n: 24,
      cuts: [
        { low: 0, high: 5 },
        { low, high },
        { low: 17, high: 24 },
      ],
    })
    expect(changeOf(view(3, 12), view(17, 24))).toBe('more')
    expect(changeOf(view(17, 24), view(3, 12))).toBe('less')
    expect(changeOf(view(3, 12), view(10, 19))).toBe('same')
    expect(schoolFigure([])).toBeNull()
  })
})
