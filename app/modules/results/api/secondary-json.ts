import { indicatorFacts, secondaryIndicators, secondaryTracks } from '@kantelpunt/school-results'
import type { Locale } from '../../../platform/text/dictionary.ts'
import type { SchoolPlace } from '../picture/school-places.ts'
import type { IndicatorView, SecondaryCountry, Source } from '../secondary/country.ts'
import type { SecondaryFigures } from '../secondary/secondary-store.ts'
import type { CountrySpread } from '../secondary/spread.ts'
import { secondaryText } from '../secondary/text.ts'
import { ends, rounded, two } from './school-json.ts'

/** One secondary school in a list: who it is, what there is of it, and on which side of its norms it is. */
export function secondarySummary(code: string, figures: SecondaryFigures, place: SchoolPlace | undefined) {
  const { indicators, progress, exams } = figures
  const sideOf = (indicator: string, track: string) =>
    indicators.find(({ judged }) => judged.indicator === indicator && judged.track === track)?.judged.side.is ?? null
  return {
    code,
    name: place?.name ?? null,
    place: place?.place ?? null,
    municipality: place === undefined ? null : { code: place.municipalityCode, name: place.municipality },
    province: place?.province ?? null,
    parts: [
      ...(indicators.length > 0 ? ['indicators'] : []),
      ...(progress === undefined ? [] : ['progress']),
      ...(exams === undefined ? [] : ['exams']),
    ],
    sides: Object.fromEntries(
      secondaryIndicators.map((indicator) => [
        indicator,
        indicatorFacts[indicator].perTrack
          ? Object.fromEntries(secondaryTracks.map((track) => [track, sideOf(indicator, track)]))
          : sideOf(indicator, ''),
      ]),
    ),
  }
}

/** All that is published of one secondary school, with norms, the country, and where each figure comes from. */
export function secondaryDetail(
  locale: Locale,
  code: string,
  figures: SecondaryFigures,
  place: SchoolPlace | undefined,
) {
  const words = secondaryText(locale)
  const { indicators, progress, exams, country } = figures
  return {
    ...secondarySummary(code, figures, place),
    indicators: indicators.map((view) => indicatorJson(locale, view)),
    progress:
      progress === undefined
        ? null
        : {
            pupils: ends(progress.pupils),
            moves: progress.moves.map(({ move, pupils, share }) => ({
              move,
              label: words.move[move],
              pupils: ends(pupils),
              share: share === undefined ? null : rounded(share),
              country: spreadJson(country.moved.get(move)),
            })),
            source: sourceOf(progress.source),
          },
    exams:
      exams === undefined
        ? null
        : {
            years: exams.years.map(({ track, period, candidates, passed, share }) => ({
              track,
              schoolYear: period,
              candidates: ends(candidates),
              passed: ends(passed),
              share: share === undefined ? null : rounded(share),
              // The country is of its newest school year; of no other is there one.
              country: country.passed.get(track)?.period === period ? spreadJson(country.passed.get(track)) : null,
            })),
            source: sourceOf(exams.source),
          },
  }
}

/** Where the figures of secondary schools come from, with every list. */
export function secondarySources({ sources }: Pick<SecondaryCountry, 'sources'>) {
  const { indicators, progress, exams } = sources
  return [...indicators, ...(progress ? [progress] : []), ...(exams ? [exams] : [])].map(sourceOf)
}

function indicatorJson(locale: Locale, { judged, country, sources }: IndicatorView) {
  const words = secondaryText(locale).indicators
  const { indicator, track, wanted, years, mean, pupils, norm } = judged
  return {
    indicator,
    track: track === '' ? 'all' : track,
    label: words.of(words.name[indicator], words.track[track]),
    unit: indicatorFacts[indicator].unit,
    wantedYears: wanted,
    years: years.map((year) => ({
      schoolYear: year.period,
      pupils: year.pupils === undefined ? null : ends(year.pupils),
      value: values(year.value),
      ...sideJson(year),
    })),
    overYears: mean === undefined ? null : values(mean),
    pupils: pupils === undefined ? null : ends(pupils),
    norm:
      norm === undefined
        ? null
        : {
            value: norm.value,
            by: norm.by.is,
            version: norm.by.is === 'version' ? norm.by.id : null,
            title: norm.by.is === 'version' ? norm.by.title : null,
            loweredFor: norm.loweredFor ?? null,
          },
    ...sideJson(judged),
    country: spreadJson(country),
    sources: sources.map(sourceOf),
  }
}

function sideJson({ side }: Pick<IndicatorView['judged'], 'side'>) {
  return { side: side.is, why: side.is === 'cannot-be-told' ? side.why : null }
}

/** Where the middle half of locations lies: each end as what masks leave open. */
function spreadJson(spread: CountrySpread | undefined) {
  if (spread === undefined) return null
  const { locations, lower, median, upper } = spread
  return { locations, lowerQuartile: values(lower), median: values(median), upperQuartile: values(upper) }
}

function values({ low, high }: { readonly low: number; readonly high: number }) {
  return { low: two(low), high: two(high) }
}

/** Of a day no more than is known: the day that a file was published on, or else the one on which it was loaded here. */
function sourceOf({ name, kind, sha256, by, day, dayFrom, schoolYear }: Source) {
  return {
    name,
    kind,
    sha256,
    publishedOn: dayFrom === 'given' || dayFrom === 'day-in-name' ? day : null,
    loadedOn: dayFrom === 'loaded' ? day : null,
    upTo: schoolYear,
    source: by,
  }
}
