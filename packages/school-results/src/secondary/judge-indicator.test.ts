import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgeIndicator, meanOf, threeYears } from './judge-indicator.ts'
import { knownSecondaryNorms, type SecondaryNormSet } from './secondary-norms.ts'

const interval = (most: number) =>
  fc.tuple(fc.nat(most), fc.nat(6)).map(([low, more]) => ({ low, high: Math.min(most, low + more) }))

const norms = (over: Partial<SecondaryNormSet['norms'][number]> = {}): SecondaryNormSet => ({
  id: 'test',
  title: 'Test',
  source: '',
  mean: 'weighted',
  leftOutYears: [],
  norms: [{ indicator: 'upper-success', track: 'havo', value: 80, from: 2020, ...over }],
  notJudged: [],
})
const year = (period: string, low: number, high = low, pupils = 40, norm?: number) => ({
  period,
  value: { low, high },
  pupils: { low: pupils, high: pupils },
  norm,
})
const judge = (years: readonly ReturnType<typeof year>[], sets: readonly SecondaryNormSet[], last = '2023-2024') =>
  judgeIndicator({ indicator: 'upper-success', track: 'havo', years, last }, sets)
const three = (low: number, high = low) =>
  ['2021-2022', '2022-2023', '2023-2024'].map((period) => year(period, low, high))

describe('a mean over years', () => {
  it('is from the least to the most of every way to fill what is masked, and no wider', () => {
    const years = fc.array(fc.record({ value: interval(100), pupils: interval(12) }), { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(years, (given) => {
        fc.pre(given.every(({ pupils }) => pupils.low > 0))
        const bounds = meanOf(
          given.map((each) => ({ ...each, period: '' })),
          'weighted',
        )
        const means = ways(given)
        expect(bounds?.low).toBeCloseTo(Math.min(...means), 9)
        expect(bounds?.high).toBeCloseTo(Math.max(...means), 9)
      }),
      { numRuns: 60 },
    )
  })

  it('takes in both means where nobody says which, and every year where pupils are not known', () => {
    const [one, two] = [year('a', 60, 60, 90), year('b', 90, 90, 10)]
    expect(meanOf([one, two], 'plain')).toEqual({ low: 75, high: 75 })
    expect(meanOf([one, two], 'weighted')).toEqual({ low: 63, high: 63 })
    expect(meanOf([one, two], 'unknown')).toEqual({ low: 63, high: 75 })
    expect(meanOf([{ ...one, pupils: undefined }, two], 'weighted')).toEqual({ low: 60, high: 90 })
    expect(meanOf([], 'plain')).toBeUndefined()
  })

  it('passes over years that are left out', () => {
    expect(threeYears('2022-2023', ['2020-2021'])).toEqual(['2019-2020', '2021-2022', '2022-2023'])
  })
})

describe('a side of a norm', () => {
  it('is certain only where every way to fill the masks gives it', () => {
    expect(judge(three(80), [norms()]).side).toEqual({ is: 'above' })
    expect(judge(three(70, 79), [norms()]).side).toEqual({ is: 'below' })
    expect(judge(three(70, 81), [norms()]).side).toEqual({ is: 'cannot-be-told', why: 'masked' })
    expect(judge(three(80).slice(1), [norms()]).side).toEqual({ is: 'cannot-be-told', why: 'years' })
    const apart = [year('2021-2022', 79, 79, 10), year('2022-2023', 79, 79, 10), year('2023-2024', 81, 81, 90)]
    expect(judge(apart, [{ ...norms(), mean: 'unknown' }]).side).toEqual({ is: 'cannot-be-told', why: 'mean' })
  })

  it('cannot be told below a norm that is lowered for schools, and can above it', () => {
    const lowered = norms({ loweredFor: 'apcg' })
    expect(judge(three(79), [lowered]).side).toEqual({ is: 'cannot-be-told', why: 'lowered' })
    expect(judge(three(81), [lowered]).side).toEqual({ is: 'above' })
    const own = judge([...three(79).slice(0, 2), year('2023-2024', 79, 79, 40, 78.2)], [lowered])
    expect(own).toMatchObject({ side: { is: 'above' }, norm: { value: 78.2, by: { is: 'file' } } })
  })

  it('is that of the first version that has a norm for the year, which is named', () => {
    const newer = { ...norms({ value: 85, from: 2024 }), id: 'newer' }
    expect(judge(three(83), [newer, norms()])).toMatchObject({ side: { is: 'below' }, norm: { by: { id: 'newer' } } })
    const before = ['2020-2021', '2021-2022', '2022-2023'].map((period) => year(period, 83))
    expect(judge(before, [newer, norms()], '2022-2023')).toMatchObject({
      side: { is: 'above' },
      norm: { by: { id: 'test' } },
    })
    expect(judge(three(83), [norms({ to: 2023 })])).toMatchObject({ side: { is: 'no-norm' }, norm: undefined })
  })

  it('is none where marks were not judged', () => {
    const marks = { indicator: 'exam-marks', track: 'vmbo-k', last: '2022-2023' } as const
    const years = ['2019-2020', '2021-2022', '2022-2023'].map((period) => year(period, 6.4))
    expect(judgeIndicator({ ...marks, years }, knownSecondaryNorms).side).toEqual({ is: 'not-judged' })
  })
})

/** Every weighted mean of whole pupils and of the ends of the values: an independent way to the bounds. */
function ways(
  years: readonly { value: { low: number; high: number }; pupils: { low: number; high: number } }[],
): readonly number[] {
  let sums: readonly (readonly [sum: number, total: number])[] = [[0, 0]]
  for (const { value, pupils } of years) {
    const counts = Array.from({ length: pupils.high - pupils.low + 1 }, (_, more) => pupils.low + more)
    sums = sums.flatMap(([sum, total]) =>
      counts.flatMap((count) => [value.low, value.high].map((each) => [sum + each * count, total + count] as const)),
    )
  }
  return sums.map(([sum, total]) => sum / total)
}
