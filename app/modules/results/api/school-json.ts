import {
  codeText,
  domains,
  type Interval,
  indicators,
  percentage,
  type SchoolFigures,
  type ShareBounds,
  type UnderRule,
  underRule,
} from '@kantelpunt/school-results'
import type { Locale } from '../../../platform/text/dictionary.ts'
import type { Picture } from '../picture/picture-store.ts'
import type { SchoolPlaces } from '../picture/school-places.ts'
import { domainView, standingOf } from '../school/domain-view.ts'
import { placeOf } from '../school/similar-schools.ts'
import { schoolText } from '../school/text.ts'

/** One school in a list: who it is and what the two rules say of it. */
export function schoolSummary(school: SchoolFigures, picture: Picture, places: SchoolPlaces) {
  const place = placeOf(school, places)
  return {
    code: school.location === undefined ? null : codeText(school.location),
    supervisionCode: school.object === undefined ? null : codeText(school.object),
    name: place?.name ?? null,
    place: place?.place ?? null,
    municipality: place === undefined ? null : { code: place.municipalityCode, name: place.municipality },
    province: place?.province ?? null,
    weighting: school.weighting ?? null,
    pupils: ends(school.pupils),
    verdicts: {
      together: school.together === undefined ? null : underRule(school, picture.together).verdict,
      perDomain: picture.perDomain === undefined ? null : underRule(school, picture.perDomain).verdict,
    },
  }
}

/** All that is published of one school, with norms and what is certain. */
export function schoolDetail(locale: Locale, school: SchoolFigures, picture: Picture, places: SchoolPlaces) {
  const words = schoolText(locale)
  const together = school.together === undefined ? undefined : underRule(school, picture.together)
  return {
    ...schoolSummary(school, picture, places),
    schoolYears: picture.schoolYears,
    together:
      school.together === undefined
        ? null
        : indicators.map((indicator) => ({
            indicator,
            share: shareJson(school.together?.[indicator].bounds),
            norm: normOf(together, indicator),
            published: school.together?.[indicator].published ?? null,
          })),
    domains: domains.map((domain) => {
      const { levels } = domainView(school, domain, { picture, similar: [] })
      return {
        domain,
        label: words.domain[domain],
        levels: levels.map((level) => ({
          indicator: level.indicator,
          label: words.level[level.indicator].name,
          overYears: level.overYears === undefined ? null : rounded(level.overYears),
          norm: level.norm ?? null,
          standing: standingOf(level.overYears, level.norm),
          years: level.years.map(({ period, pupils, share }) => ({
            schoolYear: period,
            pupils: ends(pupils),
            share: share === undefined ? null : rounded(share),
          })),
        })),
      }
    }),
    norms: { together: picture.together.id, perDomain: picture.perDomain?.id ?? null },
  }
}

/** Where figures come from, with every answer. */
export function sourceJson({ recipe, madeAt }: Picture) {
  const files = new Map(recipe.files.map((file) => [file.id, file]))
  return {
    madeAt: madeAt.toISOString(),
    files: [...files.values()].map(({ name, kind, sha256, publishedOn, source }) => ({
      name,
      kind,
      sha256,
      publishedOn,
      source,
    })),
  }
}

/** A number of pupils; without an end where a mask leaves none. */
export function ends({ low, high }: Interval) {
  return { low, high: Number.isFinite(high) ? high : null }
}

function shareJson(bounds: ShareBounds | undefined) {
  return bounds === undefined ? null : { low: two(percentage(bounds.low)), high: two(percentage(bounds.high)) }
}

export function rounded({
  low,
  high,
  chance,
}: {
  readonly low: number
  readonly high: number
  readonly chance: readonly [number, number]
}) {
  return { low: two(low), high: two(high), chance: { low: two(chance[0]), high: two(chance[1]) } }
}

/** Percentages have two decimals, as they are published. */
export function two(value: number): number {
  return Math.round(value * 100) / 100
}

function normOf(under: UnderRule | undefined, indicator: string): number | null {
  return under?.cells.find((cell) => cell.indicator === indicator)?.norm ?? null
}
