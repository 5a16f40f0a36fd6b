import type { SchoolFigures } from '@kantelpunt/school-results'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fewestShown, weightingPlot } from './weighting-plot.ts'

const school = (weighting: number | undefined, low: number, high: number, pupils = 60): SchoolFigures => {
  const bounds = { low: { above: low, total: 100 }, high: { above: high, total: 100 } }
  const each = { '1F': bounds, '1S/2F': bounds }
  return {
    location: { brin: '98AA', location: '00' },
    object: undefined,
    weighting,
    pupils: { low: pupils, high: pupils },
    together: undefined,
    years: [],
    overYears: { reading: each, language: each, arithmetic: each },
  }
}
const asked = { indicator: '1S/2F', minimumPupils: 15 } as const
const plot = (schools: readonly SchoolFigures[]) => weightingPlot(schools, 'reading', asked)

describe('schoolweging against shares', () => {
  it('shows a part from five schools on, and says how many are in none', () => {
    const five = Array.from({ length: 5 }, (_, index) => school(28.5, 40 + index, 40 + index))
    const found = plot([
      ...five,
      school(28.9, 3, 3),
      school(40, 100, 100),
      school(undefined, 50, 50),
      school(28, 44, 44, 14),
    ])
    expect(found.cells).toEqual([{ weighting: 28, share: 40, sure: 5, possible: 5 }])
    expect([found.schools, found.hidden]).toEqual([7, 2])
    expect(found.classes.find(({ from }) => from === 28)).toMatchObject({
      schools: 6,
      low: { first: 40.25, middle: 41.5 },
    })
    expect(found.classes.find(({ from }) => from === 39)).toEqual({
      from: 39,
      schools: 1,
      low: undefined,
      high: undefined,
    })
  })

  it('puts a school that masks leave open in every part it may be in', () => {
    const found = plot(Array.from({ length: 6 }, () => school(30, 41, 47)))
    expect(found.cells).toEqual([
      { weighting: 30, share: 40, sure: 0, possible: 6 },
      { weighting: 30, share: 45, sure: 0, possible: 6 },
    ])
    expect(found.hidden).toBe(0)
  })

  it('never shows fewer schools than it may, and counts every school once where nothing is masked', () => {
    const point = fc.tuple(fc.integer({ min: 20, max: 40 }), fc.integer({ min: 0, max: 100 }))
    fc.assert(
      fc.property(fc.array(point, { maxLength: 200 }), (points) => {
        const found = plot(points.map(([weighting, share]) => school(weighting, share, share)))
        for (const { sure, possible } of found.cells) {
          expect(possible).toBeGreaterThanOrEqual(fewestShown)
          expect(sure).toBe(possible)
        }
        const shown = found.cells.reduce((sum, { possible }) => sum + possible, 0)
        expect(shown + found.hidden).toBe(points.length)
        expect(found.classes.reduce((sum, { schools }) => sum + schools, 0)).toBe(points.length)
      }),
    )
  })
})
