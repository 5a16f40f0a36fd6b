import { loadSolver } from '@kantelpunt/disclosure'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../demo/random.ts'
import { releaseOf } from './release.ts'
import { stepsOf } from './round.ts'
import { changeOf, rowsOf, schoolFigure } from './said.ts'

describe('what is said of a release', () => {
  it('holds nearly always for the answers that were given, and asking at once again is rarely a change', async () => {
    const solver = await loadSolver()
    const randomBelow = (limit: number) => Math.floor(random() * limit)
    const random = seededRandom(7)
    const tries = 1500
    let [lines, held, changed] = [0, 0, 0]
    for (let attempt = 0; attempt < tries; attempt++) {
      const kind = attempt % 2 === 0 ? 'faces' : 'scale'
      const lean = randomBelow(5)
      const steps = Array.from({ length: 7 + randomBelow(40) }, () =>
        randomBelow(5) < lean ? 0 : randomBelow(stepsOf(kind)),
      )
      const given = steps.map((step) => ({ subgroup: null, given: [step] }))
      const [view] = releaseOf([{ kind, words: {} }], [], given, { solver, randomBelow }).views
      const [again] = releaseOf([{ kind, words: {} }], [], given, { solver, randomBelow }).views
      if (view === undefined || again === undefined) throw new Error('Five or more are shown.')
      for (const { from, to, range } of rowsOf(view)) {
        const count = steps.filter((step) => step >= from && step <= to).length
        lines++
        if (count >= range.low && count <= range.high) held++
      }
      if (changeOf(view, again) !== 'same') changed++
    }
    expect(held / lines).toBeGreaterThan(0.93)
    expect(changed / tries).toBeLessThan(0.02)
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
    const faces = { n: 24, cuts: view(3, 12).cuts.slice(0, 2) }
    expect(() => changeOf(faces, view(3, 12))).toThrow(/other steps/)
    expect(() => schoolFigure([faces, view(3, 12)])).toThrow(/other steps/)
  })
})
