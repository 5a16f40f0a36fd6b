import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  agreementOfItems,
  differenceOfMeans,
  differenceOfPeople,
  differenceOfShares,
  type Estimate,
  meanOfPeople,
  meanOfScale,
  meanOfVisits,
  ratePerMonth,
  share,
  shareOfGroup,
  shareOfGroups,
} from './index.ts'

const five = { lowest: 1, highest: 5 }
const answers = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 5, maxLength: 40 })

/** Of one statement. */
const agreement = (values: readonly number[], scale: typeof five) =>
  agreementOfItems(
    values.map((value) => [value]),
    scale,
  )

function shown<T extends Omit<Estimate, 'interval'> & { readonly interval: Estimate['interval'] | null }>(
  estimate: T | { readonly ok: false },
): T & Estimate {
  if (!estimate.ok) throw new Error('too few')
  const { interval } = estimate
  if (interval === null) throw new Error('no interval')
  return { ...estimate, interval }
}

describe('every figure', () => {
  test('lies in its interval, the interval on its scale, and turns round with the scale', () => {
    fc.assert(
      fc.property(answers, (values) => {
        const { value, interval } = shown(meanOfScale(values, five))
        const turned = shown(
          meanOfScale(
            values.map((each) => 6 - each),
            five,
          ),
        )
        expect(value).toBeGreaterThanOrEqual(interval[0])
        expect(value).toBeLessThanOrEqual(interval[1])
        expect(interval[0]).toBeGreaterThanOrEqual(1)
        expect(interval[1]).toBeLessThanOrEqual(5)
        expect(turned.interval[0]).toBeCloseTo(6 - interval[1], 8)
        const alike = shown(agreement(values, five))
        expect(alike.value).toBeGreaterThanOrEqual(alike.interval[0])
        expect(alike.value).toBeLessThanOrEqual(alike.interval[1])
        expect(alike.interval[0]).toBeGreaterThanOrEqual(-1)
        expect(
          shown(
            agreement(
              values.map((each) => 6 - each),
              five,
            ),
          ).interval[0],
        ).toBeCloseTo(alike.interval[0], 8)
      }),
      { numRuns: 60 },
    )
  })

  test('of a mean and a spread is that of the answers themselves', () => {
    fc.assert(
      fc.property(answers, (values) => {
        const mean = values.reduce((sum, value) => sum + value, 0) / values.length
        const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)
        const [whole, told] = [
          shown(meanOfPeople(values, five)),
          shown(meanOfPeople({ n: values.length, mean, deviation }, five)),
        ]
        expect(told.interval[0]).toBeCloseTo(whole.interval[0], 8)
        expect(told.interval[1]).toBeCloseTo(whole.interval[1], 8)
      }),
      { numRuns: 60 },
    )
    expect(() => meanOfPeople({ n: 5, mean: 6, deviation: 1 }, five)).toThrow(RangeError)
  })

  test('of a change turns round with time, and is nought of nothing changed', () => {
    fc.assert(
      fc.property(answers, answers, (before, after) => {
        const [there, back] = [
          shown(differenceOfPeople(before, after, five)),
          shown(differenceOfPeople(after, before, five)),
        ]
        expect(there.value).toBeCloseTo(-back.value, 10)
        expect(there.interval[0]).toBeCloseTo(-back.interval[1], 6)
        expect(shown(differenceOfPeople(before, before, five)).value).toBe(0)
      }),
      { numRuns: 60 },
    )
  })

  test('more of the same answers make it narrower', () => {
    fc.assert(
      fc.property(answers, (values) => {
        const width = ({ interval }: Estimate) => interval[1] - interval[0]
        const twice = [...values, ...values]
        expect(width(shown(meanOfScale(twice, five)))).toBeLessThan(width(shown(meanOfScale(values, five))))
        const yes = values.filter((value) => value > 3).length
        const once = shown(share({ yes, n: values.length }))
        expect(width(shown(share({ yes: 2 * yes, n: twice.length })))).toBeLessThan(width(once))
        const whole = shown(shareOfGroup({ yes, n: values.length, of: values.length + 3 }))
        expect(width(whole)).toBeLessThanOrEqual(3 / (values.length + 3) + 1e-12)
      }),
      { numRuns: 60 },
    )
  })

  test('is not shown under five answers', () => {
    expect(meanOfScale([5, 5, 5, 5], five)).toEqual({ ok: false, reason: 'too-few', n: 4, least: 5 })
    expect(agreement([5, 5, 5, 5], five)).toMatchObject({ ok: false })
    expect(share({ yes: 4, n: 4 })).toMatchObject({ ok: false })
    expect(shareOfGroup({ yes: 4, n: 4, of: 4 })).toMatchObject({ ok: false })
    expect(differenceOfMeans([1, 2, 3, 4], [1, 2, 3, 4, 5], five)).toMatchObject({ ok: false, n: 4 })
  })

  test('is refused loudly where it cannot be', () => {
    expect(() => meanOfScale([1, 2, 3, 4, 6], five)).toThrow(RangeError)
    expect(() => meanOfScale([1, 2, 3, 4, Number.NaN], five)).toThrow(RangeError)
    expect(() => agreement([1, 2, 3, 4, 4.5], five)).toThrow(RangeError)
    expect(() => share({ yes: 6, n: 5 })).toThrow(RangeError)
    expect(() => shareOfGroup({ yes: 5, n: 5, of: 4 })).toThrow(RangeError)
    expect(() => ratePerMonth([{ team: 'a', span: '1', count: -1, months: 1 }])).toThrow(RangeError)
    expect(() => meanOfVisits([{ observer: 'a', score: 5 }], { lowest: 1, highest: 4 })).toThrow(RangeError)
  })
})

describe('shares', () => {
  test('the interval of Jeffreys is that of the printed table (Brown, Cai & DasGupta 2001, n = 10)', () => {
    const printed = [
      [0, 0.217],
      [0.011, 0.381],
      [0.044, 0.503],
      [0.093, 0.606],
      [0.153, 0.696],
      [0.224, 0.776],
    ]
    for (const [yes, ends] of printed.entries()) {
      const { interval } = shown(share({ yes, n: 10 }))
      // The table modifies the ends of counts next to none.
      if (yes !== 1) expect(interval[0]).toBeCloseTo(ends[0] ?? Number.NaN, 3)
      expect(interval[1]).toBeCloseTo(ends[1] ?? Number.NaN, 3)
    }
  })

  test('where all answered nothing is left to guess, and where few did it is the share of many', () => {
    expect(shareOfGroup({ yes: 7, n: 9, of: 9 })).toMatchObject({ interval: [7 / 9, 7 / 9] })
    const few = shown(shareOfGroup({ yes: 12, n: 30, of: 20_000 }))
    const many = shown(share({ yes: 12, n: 30 }))
    expect(few.interval[0]).toBeCloseTo(many.interval[0], 3)
    expect(few.interval[1]).toBeCloseTo(many.interval[1], 3)
  })

  test('a change has the same width both ways', () => {
    const [first, second] = [shown(share({ yes: 3, n: 12 })), shown(share({ yes: 10, n: 14 }))]
    const up = differenceOfShares(first, second)
    const down = differenceOfShares(second, first)
    expect(up.value).toBeCloseTo(-down.value, 12)
    expect(up.interval[0]).toBeCloseTo(-down.interval[1], 12)
    expect(up.interval[0]).toBeGreaterThan(0)
  })
})

describe('rates', () => {
  const rows = (rates: readonly number[], months: number) =>
    rates.flatMap((count, team) =>
      Array.from({ length: months }, (_, month) => ({ team: `t${team}`, span: `m${month}`, count, months: 1 })),
    )

  test('four teams are teams such as these; fewer are these teams in such months; fewer months than four say nothing', () => {
    expect(ratePerMonth(rows([2, 3, 4, 3], 8))).toMatchObject({ ok: true, value: 3, over: 'teams', teams: 4, n: 32 })
    expect(ratePerMonth(rows([2, 3, 4], 4))).toMatchObject({ ok: true, value: 3, over: 'spans', spans: 4 })
    expect(ratePerMonth(rows([2, 3, 4], 3))).toEqual({ ok: false, reason: 'too-few', n: 3, least: 4 })
  })

  test('teams that differ more make it wider; half a month counts for half', () => {
    const [alike, apart] = [shown(ratePerMonth(rows([3, 3, 3, 3], 12))), shown(ratePerMonth(rows([0, 6, 1, 5], 12)))]
    expect(apart.interval[1] - apart.interval[0]).toBeGreaterThan(2 * (alike.interval[1] - alike.interval[0]))
    const halves = rows([3, 3, 3, 3], 4).map((row) => ({ ...row, months: 0.5 }))
    expect(ratePerMonth(halves)).toMatchObject({ value: 6 })
  })

  test('too few weeks give a rate without an interval: it would not hold as often as it says', () => {
    for (const [teams, least] of [
      [1, 20],
      [3, 12],
      [4, 12],
      [7, 20],
    ] as const) {
      const met = (weeks: number) => ratePerMonth(rows(Array(teams).fill(1), weeks))
      expect(met(least - 1)).toMatchObject({ ok: true, value: 1, interval: null })
      expect(shown(met(least)).interval[1]).toBeGreaterThan(1)
    }
  })

  test('weeks in which no team met make it wider, as they are not chance of one team', () => {
    const teams = [0, 1, 2, 3, 4, 5, 6, 7]
    const weeks = Array.from({ length: 20 }, (_, week) => week)
    const of = (isOff: (team: number, week: number) => boolean) =>
      shown(
        ratePerMonth(
          teams.flatMap((team) =>
            weeks.map((week) => ({ team: `${team}`, span: `${week}`, months: 0.23, count: isOff(team, week) ? 0 : 1 })),
          ),
        ),
      )
    // As many weeks without, together or each apart.
    const [together, apart] = [of((_, week) => week % 10 === 0), of((team, week) => (team + week) % 10 === 0)]
    expect(together.value).toBeCloseTo(apart.value, 10)
    expect(together.interval[1] - together.interval[0]).toBeGreaterThan(1.5 * (apart.interval[1] - apart.interval[0]))
  })

  test('nothing at all is not certainly nothing', () => {
    const { value, interval } = shown(ratePerMonth(rows([0, 0, 0, 0], 12)))
    expect(value).toBe(0)
    expect(interval[0]).toBe(0)
    expect(interval[1]).toBeGreaterThan(0.05)
  })
})

describe('shares of things in groups', () => {
  test('things that hang together tell less; of three groups there is no interval', () => {
    const of = (...yes: readonly number[]) => shareOfGroups(yes.map((each) => ({ yes: each, n: 4 })))
    const [mixed, split] = [shown(of(2, 2, 2, 2, 2, 2)), shown(of(4, 4, 4, 0, 0, 0))]
    expect([mixed.value, split.value]).toEqual([0.5, 0.5])
    expect(split.interval[1] - split.interval[0]).toBeGreaterThan(1.3 * (mixed.interval[1] - mixed.interval[0]))
    expect(of(2, 2, 2)).toEqual({ ok: true, n: 12, groups: 3, value: 0.5, interval: null })
    expect(of(2)).toMatchObject({ ok: false, reason: 'too-few', n: 4 })
    expect(shown(of(0, 0, 0, 0)).interval[0]).toBe(0)
    expect(() => of(5)).toThrow(RangeError)
  })
})

describe('visits', () => {
  const scale = { lowest: 1, highest: 4 }

  test('three visits by two observers are too few', () => {
    const visits = ['a', 'a', 'b'].map((observer) => ({ observer, score: 3 }))
    expect(meanOfVisits(visits, scale)).toEqual({ ok: false, reason: 'too-few', n: 2, least: 3 })
  })

  test('who came often counts as much as who came once', () => {
    const visits = [2, 2, 2, 2, 3, 4].map((score) => ({ observer: `${score}`, score }))
    expect(meanOfVisits(visits, scale)).toMatchObject({ ok: true, value: 3, n: 6, observers: 3 })
  })

  test('observers who differ more make it wider', () => {
    const of = (scores: readonly number[]) =>
      shown(
        meanOfVisits(
          scores.map((score, k) => ({ observer: `${k}`, score })),
          scale,
        ),
      ).interval
    const [near, far] = [of([2.4, 2.5, 2.6, 2.5]), of([1.5, 3.5, 2, 3])]
    expect(far[1] - far[0]).toBeGreaterThan(3 * (near[1] - near[0]))
  })
})

describe('agreement', () => {
  test('the point is what was published: even over all steps is 0, all alike is 1, two camps are below 0', () => {
    const evenly = Array.from({ length: 1000 }, (_, k) => 1 + (k % 5))
    expect(shown(agreement(evenly, five)).value).toBeCloseTo(0, 2)
    expect(shown(agreement([4, 4, 4, 4, 4], five))).toMatchObject({ value: 1, averageDeviation: 0 })
    expect(shown(agreement([1, 1, 1, 5, 5, 5], five))).toMatchObject({ value: -1, averageDeviation: 2 })
  })

  test('on some statements together it is the mean of each', () => {
    const people = [
      [5, 4],
      [4, 2],
      [5, 3],
      [3, 3],
      [4, 5],
      [5, 1],
    ]
    const each = [0, 1].map(
      (item) =>
        shown(
          agreement(
            people.map((answers) => answers[item] ?? 0),
            five,
          ),
        ).value,
    )
    expect(shown(agreementOfItems(people, five)).value).toBeCloseTo(((each[0] ?? 0) + (each[1] ?? 0)) / 2, 10)
    expect(() => agreementOfItems([...people, [3]], five)).toThrow(RangeError)
  })
})
