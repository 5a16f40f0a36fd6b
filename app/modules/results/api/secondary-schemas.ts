import { indicatorFacts, secondaryIndicators, secondaryTracks } from '@kantelpunt/school-results'
import { moves } from '../secondary/secondary-figures.ts'
import { type Json, list, named, nullableText, number, object, orNull, text, whole } from './json-schema.ts'

const sides = ['above', 'below', 'no-norm', 'not-judged', 'cannot-be-told'] as const
const sideOrNull: Json = { enum: [...sides, null] }
const side: Readonly<Record<string, Json>> = {
  side: { enum: sides },
  why: { enum: ['masked', 'mean', 'lowered', 'years', null] },
}
const units = [...new Set(secondaryIndicators.map((indicator) => indicatorFacts[indicator].unit))]

const summary: Readonly<Record<string, Json>> = {
  code: text,
  name: nullableText,
  place: nullableText,
  municipality: orNull(object({ code: text, name: text })),
  province: nullableText,
  parts: list({ enum: ['indicators', 'progress', 'exams'] }),
  sides: object(
    Object.fromEntries(
      secondaryIndicators.map((indicator) => [
        indicator,
        indicatorFacts[indicator].perTrack
          ? object(Object.fromEntries(secondaryTracks.map((track) => [track, sideOrNull])))
          : sideOrNull,
      ]),
    ),
  ),
}

/** What the description of the API says of secondary schools. */
export const secondarySchemas: Readonly<Record<string, Json>> = {
  Ends: object({ low: number, high: number }),
  SecondarySource: object({
    name: text,
    kind: text,
    sha256: text,
    publishedOn: nullableText,
    loadedOn: nullableText,
    upTo: nullableText,
    source: text,
  }),
  Country: object({
    locations: whole,
    lowerQuartile: named('Ends'),
    median: named('Ends'),
    upperQuartile: named('Ends'),
  }),
  SecondarySchoolSummary: object(summary),
  SecondarySchoolPage: object({
    page: whole,
    pageSize: whole,
    total: whole,
    schools: list(named('SecondarySchoolSummary')),
    sources: list(named('SecondarySource')),
  }),
  SecondarySchool: object({
    ...summary,
    indicators: list(
      object({
        indicator: { enum: secondaryIndicators },
        track: { enum: ['all', ...secondaryTracks] },
        label: text,
        unit: { enum: units },
        wantedYears: list(text),
        years: list(object({ schoolYear: text, pupils: orNull(named('Interval')), value: named('Ends'), ...side })),
        overYears: orNull(named('Ends')),
        pupils: orNull(named('Interval')),
        norm: orNull(
          object({
            value: number,
            by: { enum: ['file', 'version'] },
            version: nullableText,
            title: nullableText,
            loweredFor: nullableText,
          }),
        ),
        ...side,
        country: orNull(named('Country')),
        sources: list(named('SecondarySource')),
      }),
    ),
    progress: orNull(
      object({
        pupils: named('Interval'),
        moves: list(
          object({
            move: { enum: moves },
            label: text,
            pupils: named('Interval'),
            share: orNull(named('ShareWithChance')),
            country: orNull(named('Country')),
          }),
        ),
        source: named('SecondarySource'),
      }),
    ),
    exams: orNull(
      object({
        years: list(
          object({
            track: text,
            schoolYear: text,
            candidates: named('Interval'),
            passed: named('Interval'),
            share: orNull(named('ShareWithChance')),
            country: orNull(named('Country')),
          }),
        ),
        source: named('SecondarySource'),
      }),
    ),
  }),
}
