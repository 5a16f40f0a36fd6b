import type { SchoolFigures } from '@kantelpunt/school-results'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SchoolPlaces } from '../picture/school-places.ts'
import { type ShownShare, standingOf } from './domain-view.ts'
import { schoolIndex } from './school-index.ts'
import { similarSchools, usualLikeness } from './similar-schools.ts'
import { spreadOf } from './spread.ts'

const share = (low: number, high: number, chance: readonly [number, number]): ShownShare => ({ low, high, chance })

describe('where a share stands against a norm', () => {
  it.each([
    [share(60, 62, [52, 70]), 50, 'clearly-above'],
    [share(60, 62, [48, 70]), 50, 'just-above'],
    [share(60, 62, [48, 70]), 60, 'just-above'],
    [share(40, 45, [30, 49]), 50, 'clearly-below'],
    [share(40, 45, [30, 55]), 50, 'just-below'],
    [share(40, 55, [30, 60]), 50, 'masked'],
    [undefined, 50, 'no-norm'],
    [share(40, 55, [30, 60]), undefined, 'no-norm'],
  ] as const)('%j against %s is %s', (of, norm, expected) => {
    expect(standingOf(of, norm)).toBe(expected)
  })

  it('never becomes better as the norm rises', () => {
    const order = ['clearly-above', 'just-above', 'masked', 'just-below', 'clearly-below']
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 4, maxLength: 4 }),
        fc.integer({ min: 0, max: 99 }),
        (ends, norm) => {
          const [a = 0, b = 0, c = 0, d = 0] = ends.toSorted((one, other) => one - other)
          const of = share(b, c, [a, d])
          expect(order.indexOf(standingOf(of, norm))).toBeLessThanOrEqual(order.indexOf(standingOf(of, norm + 1)))
        },
      ),
    )
  })
})

describe('schools like a school', () => {
  const places: SchoolPlaces = {
    state: 's',
    byCode: new Map(
      [...Array(40).keys()].map((at) => {
        const code = codeOf(at)
        return [
          code,
          {
            code,
            name: code,
            place: 'P',
            municipalityCode: at % 2 ? '0001' : '0002',
            municipality: 'M',
            province: at % 4 ? 'Drenthe' : 'Zeeland',
            governingBody: null,
          },
        ]
      }),
    ),
    byBrin: new Map(),
  }
  const schools = [...Array(40).keys()].map((at) => school(at, 20 + at / 2, 30 + at * 10, at))
  const one = schools[10]
  if (one === undefined) throw new Error('no school')
  const similar = (likeness: Partial<typeof usualLikeness>) =>
    similarSchools(one, { schools, places, likeness: { ...usualLikeness, ...likeness } }).map((place) =>
      Number(schoolIndex(schools).schools[place]?.location?.brin.slice(0, 2)),
    )

  it('have nearly its schoolweging, and are not the school itself', () => {
    expect(similar({})).toEqual([9, 11])
    expect(similar({ weighting: 1 })).toEqual([8, 9, 11, 12])
  })

  it('are of its size or in its region where that is asked', () => {
    // 130 pupils: from 65 to 260.
    expect(similar({ weighting: null, size: true })).toEqual([
      4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23,
    ])
    expect(similar({ weighting: 3, region: 'municipality' })).toEqual([4, 6, 8, 12, 14, 16])
    expect(similar({ weighting: 3, region: 'province' })).toEqual([5, 6, 7, 9, 11, 13, 14, 15])
  })

  it('spread as their quartiles say, and say nothing where they are few', () => {
    const column = schoolIndex(schools).column('reading', '1F')
    expect(spreadOf(column)).toEqual({ schools: 40, low: 9.75, middle: [19.5, 19.5], high: 29.25 })
    expect(spreadOf(column, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])).toMatchObject({ schools: 11, middle: [5, 5] })
    expect(spreadOf(column, [0, 1, 2, 3, 4, 5, 6, 7, 8])).toBeUndefined()
  })

  it('spread as an ordered list says', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 10, maxLength: 60 }), (percents) => {
        const ordered = percents.toSorted((one, other) => one - other)
        const at = (share: number) => {
          const place = (ordered.length - 1) * share
          const [below = 0, above = 0] = [ordered[Math.floor(place)], ordered[Math.ceil(place)]]
          return below * (1 - (place % 1)) + above * (place % 1)
        }
        const some = percents.map((percent, index) => school(index % 40, 30, 100, percent))
        const none = { ...school(0, 30, 100, 0), overYears: undefined }
        const spread = spreadOf(schoolIndex([...some, none]).column('reading', '1F'))
        expect(spread?.schools).toBe(percents.length)
        expect(spread?.low).toBeCloseTo(at(0.25))
        expect(spread?.middle[0]).toBeCloseTo(at(0.5))
        expect(spread?.middle[1]).toBeCloseTo(at(0.5))
        expect(spread?.high).toBeCloseTo(at(0.75))
      }),
    )
  })

  it('are found by schoolweging as going through all of them does', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 2000, max: 2100 }), { minLength: 2, maxLength: 40 }),
        fc.constantFrom(0, 0.1, 0.5, 3),
        (weightings, within) => {
          const all = weightings.map((weighting, at) => school(at, weighting / 100, 100, at))
          const [self] = all
          if (self === undefined) throw new Error('no school')
          const found = similarSchools(self, {
            schools: all,
            places,
            likeness: { ...usualLikeness, weighting: within },
          })
          const expected = all.filter(
            (each) => each !== self && Math.abs((each.weighting ?? 0) - (self.weighting ?? 0)) <= within,
          )
          expect(new Set(found.map((place) => schoolIndex(all).schools[place]))).toEqual(new Set(expected))
        },
      ),
    )
  })
})

function codeOf(at: number): string {
  return `${String(at).padStart(2, '0')}AB00`
}

function school(at: number, weighting: number, pupils: number, percent: number): SchoolFigures {
  const bounds = { low: { above: percent, total: 100 }, high: { above: percent, total: 100 } }
  const each = { '1F': bounds, '1S/2F': bounds }
  return {
    location: { brin: codeOf(at).slice(0, 4), location: '00' },
    object: undefined,
    weighting,
    pupils: { low: pupils, high: pupils },
    together: undefined,
    years: [],
    overYears: { reading: each, language: each, arithmetic: each },
  }
}
