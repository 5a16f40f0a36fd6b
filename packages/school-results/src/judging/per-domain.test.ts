import { describe, expect, it } from 'vitest'
import type { NormSet } from '../norms/norm-set.ts'
import { tablesOf, utf8 } from '../reading/sample-files.ts'
import { deriveFromResults, judgeResults } from './judge-results.ts'

const years = ['2022-2023', '2023-2024', '2024-2025']

/** A school with, per domain, pupils below 1F, at 1F and at the target, the same in all three years. */
interface School {
  readonly brin: string
  readonly arithmetic: readonly [number, number, number]
  readonly reading: readonly [number, number, number]
  readonly language: readonly [number, number, number]
  readonly weighting?: number
  readonly locations?: number
}

/** The two files as they would be published of these schools; counts under 5 masked where asked. */
function files(schools: readonly School[], mask: boolean) {
  const cell = (count: number) => (mask && count > 0 && count < 5 ? '<5' : String(count))
  const levels = schools.flatMap(({ brin, arithmetic: a, reading: r, language: l, locations = 1 }) =>
    Array.from({ length: locations }, (_, location) =>
      years.map((year) =>
        [brin, location, ...[a[0], a[1], a[2], 0].map(cell), ...r.map(cell), ...l.map(cell), year].join(';'),
      ),
    ).flat(),
  )
  const results = schools.map(({ brin, arithmetic: a, reading: r, language: l, weighting = 30.5 }) => {
    const pupils = a[0] + a[1] + a[2]
    const share = (count: number) => ((100 * count) / (3 * pupils)).toFixed(2).replace('.', ',')
    const year = [share(3 * pupils - a[0] - r[0] - l[0]), share(a[2] + r[2] + l[2]), pupils]
    return [`${brin}|C1`, ...year, ...year, ...year, weighting].join(';')
  })
  return [
    utf8(
      `ovt;${['2223', '2324', '2425'].map((y) => `Gemiddelde %1F ${y};Gemiddelde %1S/2F ${y};Aantal leerlingen ${y}`).join(';')};Schoolweging\n${results.join('\n')}\n`,
    ),
    utf8(
      `INSTELLINGSCODE;VESTIGINGSCODE;REKENEN_LAGER1F;REKENEN_1F;REKENEN_1S;REKENEN_2F;LV_LAGER1F;LV_1F;LV_2F;TV_LAGER1F;TV_1F;TV_2F;school_year\n${levels.join('\n')}\n`,
    ),
  ].flatMap(tablesOf)
}

function brinOf(i: number): string {
  const letters = 'ABCDEFGHIJ'
  return `${String(10 + Math.floor(i / 100)).padStart(2, '0')}${letters[Math.floor(i / 10) % 10]}${letters[i % 10]}`
}

/** Schools of 60 pupils a year; every tenth is below on the domains together, arithmetic goes down as `i` goes up. */
const sixty = Array.from({ length: 60 }, (_, i): School => {
  const weak = i % 10 === 9
  const target = 40 - Math.floor(i / 3)
  return {
    brin: brinOf(i),
    arithmetic: weak ? [6, 50, 4] : [6, 54 - target, target],
    reading: weak ? [6, 40, 14] : [0, 15, 45],
    language: weak ? [6, 40, 14] : [0, 20, 40],
  }
})

describe('norms per domain', () => {
  it('have the same share of schools below in every class as on the domains together', () => {
    const derived = deriveFromResults(files(sixty, false))
    if (!derived.ok) throw new Error(derived.reason)
    for (const { values, indicator, aspect } of derived.norms.tables) {
      if (!('byWeighting' in values)) throw new Error('not by weighting')
      const [only] = values.byWeighting
      expect(only?.derived).toMatchObject({ schools: 60, below: indicator === '1S/2F' ? 6 : 0 })
      const shares = sixty.map((school) => {
        const [, fundamental, target] = school[aspect === 'together' ? 'reading' : aspect]
        return (100 * (indicator === '1F' ? fundamental + target : target)) / 60
      })
      // Schools with the very same share are below together, or not.
      const below = shares.filter((share) => share < (only?.value ?? 0)).length
      expect(below).toBeLessThanOrEqual(only?.derived?.below ?? 0)
      const orEqual = shares.filter((share) => share <= (only?.value ?? 0) + 0.01).length
      expect(orEqual).toBeGreaterThan(only?.derived?.below ?? 0)
    }
  })

  it('are not derived without the file they need, or from schools that can not be used', () => {
    const [results, levels] = files(sixty, false)
    if (results === undefined || levels === undefined) throw new Error('no files')
    expect(deriveFromResults([results])).toEqual({ ok: false, reason: 'needs-both-files', missing: 'reference-levels' })
    expect(deriveFromResults([levels])).toEqual({
      ok: false,
      reason: 'needs-both-files',
      missing: 'inspectorate-results',
    })
    expect(
      deriveFromResults(
        files(
          sixty.slice(0, 1).map((school) => ({ ...school, locations: 2 })),
          false,
        ),
      ),
    ).toEqual({
      ok: false,
      reason: 'no-schools',
    })
  })
})

const strict: NormSet = {
  id: 'per-domain',
  title: 'A test',
  source: 'made up',
  validFrom: '2025-08-01',
  schoolYears: years,
  minimumPupils: 15,
  tables: (['reading', 'language', 'arithmetic'] as const).flatMap((aspect) => [
    { indicator: '1F', aspect, values: { flat: 80 } } as const,
    { indicator: '1S/2F', aspect, values: { byWeighting: [{ from: 20, to: 40, value: 40 }] } } as const,
  ]),
}

const good = { reading: [0, 5, 15], language: [0, 5, 15] } as const

describe('schools that pass on the mean', () => {
  const judge = (schools: readonly School[], mask = false) => {
    const judged = judgeResults(files(schools, mask), { norms: [strict], perDomain: true })
    if (!judged.ok || judged.perDomain === undefined) throw new Error('not judged')
    return judged.perDomain
  }

  it('are found where a domain hides below it', () => {
    const perDomain = judge([
      { brin: '99ZZ', arithmetic: [0, 13, 7], ...good },
      { brin: '98ZZ', arithmetic: [0, 12, 8], ...good },
      { brin: '97ZZ', arithmetic: [5, 7, 8], ...good },
      // Does not pass on the domains together.
      { brin: '96ZZ', arithmetic: [9, 9, 2], reading: [9, 9, 2], language: [9, 9, 2] },
      // Two locations: nobody can tell which.
      { brin: '95ZZ', arithmetic: [0, 13, 7], ...good, locations: 2 },
    ])
    expect(perDomain).toMatchObject({
      passTogether: 4,
      passLinked: 3,
      unlinked: { noCounts: 0, severalLocations: 1 },
      derivedHere: false,
      sideBySide: {
        passTogether: { pass: 1, fail: 2, dependsOnMasked: 0 },
        failTogether: { pass: 0, fail: 1, dependsOnMasked: 0 },
      },
      hidden: {
        schools: 3,
        certain: 2,
        dependsOnMasked: 0,
        byDomain: { arithmetic: { certain: 2 }, reading: { certain: 0 } },
        byIndicator: { '1F': { certain: 1 }, '1S/2F': { certain: 1 } },
      },
    })
  })

  it('depend on masked cells where these can tip a domain, and not where they can not', () => {
    // 3 × [1, 4] of 20 pupils: at most 12 of 60 have the target.
    expect(judge([{ brin: '99ZZ', arithmetic: [0, 18, 2], ...good }], true).hidden).toMatchObject({
      certain: 1,
      dependsOnMasked: 0,
    })
    // 3 × 8 known, and [1, 4] below 1F a year: from 80 % to 94.7 % at 1F.
    expect(judge([{ brin: '99ZZ', arithmetic: [3, 9, 8], ...good }], true).hidden).toMatchObject({
      certain: 0,
      dependsOnMasked: 1,
    })
  })

  it('are sorted by size and by what chance can explain', () => {
    const { hidden } = judge([
      { brin: '99ZZ', arithmetic: [0, 13, 7], ...good },
      { brin: '98ZZ', arithmetic: [0, 180, 20], reading: [0, 50, 150], language: [0, 50, 150] },
    ])
    expect(hidden).toMatchObject({ certain: 2, beyondChance: 1, beyondChanceOfSix: 1 })
    expect(hidden.bySize.map(({ pupils, schools, certain }) => [...pupils, schools, certain])).toEqual([
      [0, 29, 0, 0],
      [30, 59, 0, 0],
      [60, 119, 1, 1],
      [120, null, 1, 1],
    ])
  })
})

describe('schools with several locations on one side', () => {
  it('are counted, not linked by a guess', () => {
    const [results, levels] = files([{ brin: '99ZZ', arithmetic: [0, 13, 7], ...good }], false)
    if (results === undefined || levels === undefined) throw new Error('no files')
    const twice = { ...results, rowCount: 2, schools: ['C1', 'C2'].map((location) => ({ brin: '99ZZ', location })) }
    const one = { measures: results.measures.map((each) => ({ ...each, at: () => each.at(0) })) }
    const judged = judgeResults([{ ...twice, ...one }, levels], { norms: [strict], perDomain: true })
    expect(judged).toMatchObject({ perDomain: { passLinked: 0, unlinked: { noCounts: 0, severalLocations: 2 } } })
  })
})

describe('the pupils of a year', () => {
  it('are taken to be the same in every domain where a hundred rows show it and none contradicts it', () => {
    const schools = Array.from({ length: 40 }, (_, i): School => ({ brin: brinOf(i), arithmetic: [5, 6, 9], ...good }))
    const judged = judgeResults(files(schools, false), { norms: [strict], perDomain: true })
    expect(judged).toMatchObject({ perDomain: { samePupils: { holds: true, confirmed: 120, contradicted: 0 } } })
    const other = schools.with(7, { brin: '99ZZ', arithmetic: [5, 6, 8], ...good })
    expect(judgeResults(files(other, false), { norms: [strict], perDomain: true })).toMatchObject({
      perDomain: { samePupils: { holds: false, confirmed: 117, contradicted: 3 } },
    })
  })
})

describe('reference levels without the Inspectorate’s results', () => {
  it('are judged on the domains together, 1F without a schoolweging', () => {
    const [, levels] = files([{ brin: '99ZZ', arithmetic: [0, 12, 8], ...good }], true)
    const weightings = tablesOf(utf8('OVT;Naam;schoolweging\n99ZZ|C1;X;30.5\n'))
    const verdicts = (tables: Parameters<typeof judgeResults>[0]) => {
      const judged = judgeResults(tables)
      return judged.ok && judged.judgements.map(({ judgement }) => judgement.outcome)
    }
    expect(levels && verdicts([levels])).toEqual([
      { verdict: 'above' },
      { verdict: 'not-judged', reason: 'weighting-missing' },
    ])
    expect(levels && verdicts([levels, ...weightings])).toEqual([{ verdict: 'above' }, { verdict: 'above' }])
  })

  it('are nothing to judge where no file has results', () => {
    expect(judgeResults(tablesOf(utf8('OVT;Naam;schoolweging\n99ZZ|C1;X;30.5\n')))).toEqual({
      ok: false,
      reason: 'nothing-to-judge',
      found: ['school-weighting'],
    })
  })
})
