import {
  type Domain,
  type Indicator,
  normFor,
  percentage,
  type SchoolFigures,
  type ShareBounds,
  wilsonInterval,
} from '@kantelpunt/school-results'
import type { Picture } from '../picture/picture-store.ts'
import { schoolIndex } from './school-index.ts'
import { type Spread, spreadOf } from './spread.ts'

/** A share in percent: what the masked cells allow, and what so few pupils allow by chance as well. */
export interface ShownShare {
  readonly low: number
  readonly high: number
  /** The 95 % interval of Wilson at the ends of the masks. */
  readonly chance: readonly [low: number, high: number]
}

/** How a share compares with a norm, surest first. */
export type Standing =
  /** Whatever the masked cells are, and beyond what chance in so few pupils explains. */
  | 'clearly-above'
  | 'clearly-below'
  /** Whatever the masked cells are, but another year's pupils might have turned it. */
  | 'just-above'
  | 'just-below'
  /** The masked cells decide. */
  | 'masked'
  | 'no-norm'

export interface LevelView {
  readonly indicator: Indicator
  readonly years: readonly {
    readonly period: string
    readonly pupils: SchoolFigures['pupils']
    readonly share: ShownShare | undefined
  }[]
  readonly overYears: ShownShare | undefined
  readonly norm: number | undefined
  readonly standing: Standing
  readonly similar: Spread | undefined
  readonly country: Spread | undefined
}

export interface DomainView {
  readonly domain: Domain
  /** First what most pupils should reach, then what all should. */
  readonly levels: readonly LevelView[]
}

/** All that the page of a school shows of one domain; `similar` are places in the index of the picture's schools. */
export function domainView(
  school: SchoolFigures,
  domain: Domain,
  { picture, similar }: { readonly picture: Picture; readonly similar: readonly number[] },
): DomainView {
  const level = (indicator: Indicator): LevelView => {
    const bounds = school.overYears?.[domain][indicator]
    const norm =
      picture.perDomain === undefined ? undefined : normFor(picture.perDomain, indicator, domain, school.weighting)
    const value = norm?.ok ? norm.value : undefined
    return {
      indicator,
      years: school.years.map(({ period, pupils, shares }) => ({
        period,
        pupils,
        share: shown(shares[domain][indicator]),
      })),
      overYears: shown(bounds),
      norm: value,
      standing: standingOf(shown(bounds), value),
      similar: spreadOf(schoolIndex(picture.schools).column(domain, indicator), similar),
      country: countrySpread(picture, domain, indicator),
    }
  }
  return { domain, levels: [level('1S/2F'), level('1F')] }
}

/** The country is the same for every school of a picture: worked out once, and forgotten with it. */
const countrySpreads = new WeakMap<Picture, Map<string, Spread | undefined>>()

function countrySpread(picture: Picture, domain: Domain, indicator: Indicator): Spread | undefined {
  const known = countrySpreads.get(picture) ?? new Map<string, Spread | undefined>()
  countrySpreads.set(picture, known)
  const key = `${domain} ${indicator}`
  if (!known.has(key)) known.set(key, spreadOf(schoolIndex(picture.schools).column(domain, indicator)))
  return known.get(key)
}

/** Where a share stands against a norm; both in percent. */
export function standingOf(share: ShownShare | undefined, norm: number | undefined): Standing {
  if (share === undefined || norm === undefined) return 'no-norm'
  const { low, high, chance } = share
  if (low >= norm) return chance[0] >= norm ? 'clearly-above' : 'just-above'
  if (high < norm) return chance[1] < norm ? 'clearly-below' : 'just-below'
  return 'masked'
}

function shown(bounds: ShareBounds | undefined): ShownShare | undefined {
  if (bounds === undefined) return undefined
  const { low, high } = bounds
  return {
    low: percentage(low),
    high: percentage(high),
    chance: [wilsonInterval(low, 1.96)[0], wilsonInterval(high, 1.96)[1]],
  }
}
