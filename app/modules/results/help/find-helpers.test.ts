import { knownNorms, type SchoolFigures } from '@kantelpunt/school-results'
import { describe, expect, it } from 'vitest'
import type { Picture } from '../picture/picture-store.ts'
import type { SchoolPlace, SchoolPlaces } from '../picture/school-places.ts'
import { findHelpers } from './find-helpers.ts'
import type { Willing } from './willing-store.ts'

interface Sample {
  readonly code: string
  readonly weighting?: number
  readonly first?: number
  readonly last?: number
  readonly pupils?: number
  readonly municipality?: string
  readonly province?: string
}

const years = ['2022-2023', '2023-2024', '2024-2025']

function figures({ code, weighting = 30, first = 0.2, last = 0.7, pupils = 40 }: Sample): SchoolFigures {
  const bounds = (share: number) => {
    const exact = { above: Math.round(share * pupils), total: pupils }
    return { low: exact, high: exact }
  }
  const shares = (share: number) => {
    const levels = { '1F': bounds(share), '1S/2F': bounds(share) }
    return { reading: { '1F': bounds(0.5), '1S/2F': bounds(0.5) }, language: levels, arithmetic: levels }
  }
  return {
    location: { brin: code.slice(0, 4), location: code.slice(4) },
    object: undefined,
    weighting,
    pupils: { low: 3 * pupils, high: 3 * pupils },
    together: undefined,
    years: years.map((period, at) => ({
      period,
      pupils: { low: pupils, high: pupils },
      shares: shares(at === 0 ? first : last),
    })),
    overYears: shares(0.4),
  }
}

function around(samples: readonly Sample[], code: string | null = '98AA00') {
  // A country in which nothing changed, so that a rise is the school's own.
  const rest = Array.from({ length: 40 }, (_, at) => ({ code: `97AA${10 + at}`, first: 0.45, last: 0.45, pupils: 90 }))
  const schools = [...samples, ...rest].map(figures)
  const [together] = knownNorms
  if (together === undefined) throw new Error('no norms')
  const picture: Picture = {
    id: 'p',
    madeAt: new Date(0),
    schoolYears: years,
    recipe: { files: [], together: together.id, perDomain: null },
    schools,
    byLocation: new Map(
      schools.map((school) => [`${school.location?.brin}${school.location?.location}`, school] as const),
    ),
    byBrin: new Map(),
    together,
    perDomain: undefined,
  }
  const byCode = new Map(
    samples.map(({ code: of, municipality = 'Hier', province = 'Merenland' }): readonly [string, SchoolPlace] => [
      of,
      {
        code: of,
        name: of,
        place: municipality,
        municipalityCode: municipality,
        municipality,
        province,
        governingBody: null,
      },
    ]),
  )
  const places: SchoolPlaces = { state: 's', byCode, byBrin: new Map() }
  return { code, picture, places }
}

const willing = (code: string, domain: Willing['domain'] = 'arithmetic'): Willing => ({
  organisationId: `of ${code}`,
  domain,
  name: code,
  code,
})
const own: Sample = { code: '98AA00', first: 0.4, last: 0.4 }
const codes = (helpers: readonly Willing[]) => helpers.map(({ code }) => code)

describe('willing schools for a track', () => {
  it('are those that grew with certainty and have about the same schoolweging', () => {
    const here = around([
      own,
      { code: '98BB00' },
      { code: '98CC00', weighting: 30.6 },
      { code: '98DD00', last: 0.3 },
      { code: '98EE00', weighting: 29.5 },
    ])
    const all = ['98BB00', '98CC00', '98DD00', '98EE00'].map((code) => willing(code))
    expect(codes(findHelpers('arithmetic', all, here))).toEqual(['98BB00', '98EE00'])
    expect(findHelpers('arithmetic', all, here)[0]).toMatchObject({ further: 'grew', near: 'municipality' })
  })

  it('are near ones first, then of the same size, then by name: not by result', () => {
    const here = around([
      own,
      { code: '98BB00', municipality: 'Ver', province: 'Elders', last: 0.95 },
      { code: '98CC00', municipality: 'Daar', last: 0.9 },
      { code: '98DD00', pupils: 120, last: 0.9 },
      { code: '98EE00', last: 0.7 },
      { code: '98FF00', last: 0.9 },
    ])
    const all = ['98BB00', '98CC00', '98DD00', '98EE00', '98FF00'].map((code) => willing(code))
    expect(codes(findHelpers('arithmetic', all, here))).toEqual(['98EE00', '98FF00', '98DD00', '98CC00', '98BB00'])
  })

  it('are of the domain of the track, and of growth any that grew', () => {
    const here = around([own, { code: '98BB00' }])
    const all = [willing('98BB00', 'reading'), willing('98BB00', 'arithmetic')]
    expect(findHelpers('arithmetic', all, here).map(({ domain }) => domain)).toEqual(['arithmetic'])
    expect(findHelpers('growth', all, here).map(({ domain }) => domain)).toEqual(['arithmetic'])
    expect(findHelpers('reading', all, here)).toEqual([])
  })

  it('are none for a school whose schoolweging nobody knows, nor is it its own', () => {
    const here = around([own, { code: '98BB00' }])
    expect(findHelpers('arithmetic', [willing('98BB00')], { ...here, code: null })).toEqual([])
    expect(findHelpers('arithmetic', [willing('98BB00')], { ...here, code: '96ZZ00' })).toEqual([])
    expect(findHelpers('arithmetic', [willing('98AA00')], here)).toEqual([])
  })
})
