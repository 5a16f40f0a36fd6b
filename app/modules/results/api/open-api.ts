import { domains, indicators, verdictNames } from '@kantelpunt/school-results'
import type { Locale } from '../../../platform/text/dictionary.ts'
import { mostRaise, raiseStep } from '../policy/side-by-side.ts'
import { apiVersion } from './answer.ts'
import { formats } from './formats.ts'
import {
  type Json,
  list,
  named,
  nullableNumber,
  nullableText,
  number,
  object,
  orNull,
  percent,
  text,
  whole,
} from './json-schema.ts'
import { normsColumns, rulesColumns } from './rules-table.ts'
import { schoolColumns, schoolsColumns } from './school-table.ts'
import { secondarySchemas } from './secondary-schemas.ts'
import { secondarySchoolColumns, secondarySchoolsColumns } from './secondary-table.ts'
import { apiText } from './text.ts'

const summary: Readonly<Record<string, Json>> = {
  code: nullableText,
  supervisionCode: nullableText,
  name: nullableText,
  place: nullableText,
  municipality: orNull(object({ code: text, name: text })),
  province: nullableText,
  weighting: nullableNumber,
  pupils: named('Interval'),
  verdicts: object({ together: named('VerdictOrNull'), perDomain: named('VerdictOrNull') }),
}

const standings = ['clearly-above', 'just-above', 'clearly-below', 'just-below', 'masked', 'no-norm']

const schemas: Readonly<Record<string, Json>> = {
  Interval: object({ low: whole, high: { type: ['integer', 'null'] } }),
  VerdictOrNull: { enum: [...verdictNames, null] },
  Share: object({ low: percent, high: percent }),
  ShareWithChance: object({ low: percent, high: percent, chance: object({ low: percent, high: percent }) }),
  Source: object({
    madeAt: { type: 'string', format: 'date-time' },
    files: list(object({ name: text, kind: text, sha256: text, publishedOn: text, source: text })),
  }),
  SchoolSummary: object(summary),
  School: object({
    ...summary,
    schoolYears: list(text),
    together: orNull(
      list(
        object({
          indicator: { enum: indicators },
          share: orNull(named('Share')),
          norm: nullableNumber,
          published: nullableText,
        }),
      ),
    ),
    domains: list(
      object({
        domain: { enum: domains },
        label: text,
        levels: list(
          object({
            indicator: { enum: indicators },
            label: text,
            overYears: orNull(named('ShareWithChance')),
            norm: nullableNumber,
            standing: { enum: standings },
            years: list(
              object({ schoolYear: text, pupils: named('Interval'), share: orNull(named('ShareWithChance')) }),
            ),
          }),
        ),
      }),
    ),
    norms: object({ together: text, perDomain: nullableText }),
    source: named('Source'),
  }),
  SchoolPage: object({
    page: whole,
    pageSize: whole,
    total: whole,
    schools: list(named('SchoolSummary')),
    source: named('Source'),
  }),
  SchoolsAndPupils: object({ schools: whole, pupils: named('Interval') }),
  Group: object({
    judged: named('SchoolsAndPupils'),
    notEnoughThen: named('SchoolsAndPupils'),
    cannotBeTold: named('SchoolsAndPupils'),
    enoughThen: named('SchoolsAndPupils'),
  }),
  NamedGroup: object({
    name: text,
    judged: named('SchoolsAndPupils'),
    notEnoughThen: named('SchoolsAndPupils'),
    cannotBeTold: named('SchoolsAndPupils'),
    enoughThen: named('SchoolsAndPupils'),
  }),
  Rules: object({
    today: text,
    proposal: text,
    raisedReading: number,
    country: named('Group'),
    provinces: list(named('NamedGroup')),
    weightingClasses: list(named('NamedGroup')),
    source: named('Source'),
  }),
  ...secondarySchemas,
  Norms: object({ norms: list({ type: 'object', required: ['id', 'schoolYears', 'tables'] }) }),
  Problem: {
    type: 'object',
    required: ['type', 'title', 'status', 'detail'],
    properties: { type: text, title: text, status: whole, detail: text, instance: text },
  },
}

const query = (name: string, schema: Json): Json => ({ name, in: 'query', required: false, schema })

const ofList: readonly Json[] = [
  query('municipality', { type: 'string', pattern: '^\\d{4}$' }),
  query('province', text),
  query('page', { type: 'integer', minimum: 1, default: 1 }),
  query('pageSize', { type: 'integer', minimum: 1, maximum: 200, default: 50 }),
]
const byCode: readonly Json[] = [{ name: 'code', in: 'path', required: true, schema: text }]

/** The description of the API (OpenAPI 3.1) in the reader's language. */
export function openApi(locale: Locale, origin: string): Json {
  const words = apiText(locale)
  const problem = {
    description: 'RFC 9457',
    content: { 'application/problem+json': { schema: named('Problem') } },
  }
  const contentOf = ({ json, columns }: { readonly json: string; readonly columns: readonly string[] }) => ({
    [formats.json]: { schema: named(json) },
    [formats.csv]: { schema: { type: 'string', description: words.columns(columns.join(', ')) } },
    [formats.xlsx]: { schema: { description: words.columns(columns.join(', ')) } },
  })
  const headers = { 'API-Version': { schema: text }, ETag: { schema: text } }
  const get = (
    operationId: string,
    summaryText: string,
    answer: { readonly json: string; readonly columns: readonly string[] },
    parameters: readonly Json[] = [],
  ): Json => ({
    get: {
      summary: summaryText,
      operationId,
      parameters: [
        ...parameters,
        { ...query('format', { enum: Object.keys(formats) }), description: words.format },
        { name: 'Accept-Language', in: 'header', required: false, schema: { enum: ['nl', 'en'] } },
      ],
      responses: {
        '200': { description: 'OK', headers, content: contentOf(answer) },
        '304': { description: 'Not Modified' },
        '400': problem,
        '404': problem,
        '406': problem,
        '429': problem,
      },
    },
  })
  return {
    openapi: '3.1.0',
    info: {
      title: words.title,
      version: apiVersion,
      description: words.description,
      license: { name: 'CC0-1.0', identifier: 'CC0-1.0' },
    },
    servers: [{ url: `${origin}/api/v1` }],
    paths: {
      '/schools': get('getSchools', words.schools, { json: 'SchoolPage', columns: schoolsColumns }, ofList),
      '/schools/{code}': get('getSchool', words.school, { json: 'School', columns: schoolColumns }, byCode),
      '/secondary-schools': get(
        'getSecondarySchools',
        words.secondarySchools,
        { json: 'SecondarySchoolPage', columns: secondarySchoolsColumns },
        ofList,
      ),
      '/secondary-schools/{code}': get(
        'getSecondarySchool',
        words.secondarySchool,
        { json: 'SecondarySchool', columns: secondarySchoolColumns },
        byCode,
      ),
      '/rules': get('getRules', words.rules, { json: 'Rules', columns: rulesColumns }, [
        query('reading', { type: 'number', minimum: 0, maximum: mostRaise, multipleOf: raiseStep, default: 0 }),
      ]),
      '/norms': get('getNorms', words.norms, { json: 'Norms', columns: normsColumns }),
    },
    components: { schemas },
  }
}
