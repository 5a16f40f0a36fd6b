import type { SchoolFigures } from '@kantelpunt/school-results'
import { everyone } from '../../../platform/web/access.ts'
import { type WebContext, withinScope } from '../../../platform/web/context.ts'
import type { Route } from '../../../platform/web/route.ts'
import { allNorms } from '../picture/norms-store.ts'
import { newestPicture, type Picture } from '../picture/picture-store.ts'
import { type SchoolPlaces, schoolPlaces } from '../picture/school-places.ts'
import { keptSideBySide } from '../policy/kept-rules.ts'
import { mostRaise, raiseStep, readRaise } from '../policy/side-by-side.ts'
import { placeOf } from '../school/similar-schools.ts'
import { sendKept, sendPreflight, sendProblem } from './answer.ts'
import type { AnswerTable } from './answer-table.ts'
import type { Format } from './formats.ts'
import { openApi } from './open-api.ts'
import { rulesJson } from './rules-json.ts'
import { normsColumns, normsRecords, rulesColumns, rulesRecords } from './rules-table.ts'
import { schoolDetail, schoolSummary, sourceJson } from './school-json.ts'
import { schoolColumns, schoolRecords, schoolsColumns } from './school-table.ts'
import { inAskedFormat, sendFigures } from './send-figures.ts'
import { apiText } from './text.ts'

const usualPageSize = 50
const mostPageSize = 200

/** The public figures for programs, after the API design rules of the Dutch government. */
export const apiRoutes: readonly Route[] = [
  { method: 'OPTIONS', path: '/api/v1/*', access: everyone, handle: sendPreflight },
  { method: 'GET', path: '/api/v1/openapi.json', access: everyone, handle: sendDescription },
  {
    method: 'GET',
    path: '/api/v1/schools',
    access: everyone,
    handle: (c) => inAskedFormat(c, (format) => sendSchools(c, format)),
  },
  {
    method: 'GET',
    path: '/api/v1/schools/:code',
    access: everyone,
    handle: (c) => inAskedFormat(c, (format) => sendSchool(c, format)),
  },
  {
    method: 'GET',
    path: '/api/v1/rules',
    access: everyone,
    handle: (c) => inAskedFormat(c, (format) => sendRules(c, format)),
  },
  {
    method: 'GET',
    path: '/api/v1/norms',
    access: everyone,
    handle: (c) => inAskedFormat(c, (format) => sendNorms(c, format)),
  },
]

interface Figures {
  readonly picture: Picture
  readonly places: SchoolPlaces
  /** Names the figures: another picture or register, another state. */
  readonly state: string
}

function sendDescription(c: WebContext): Promise<Response> {
  const { origin } = c.var.services.settings
  const type = 'application/json; charset=utf-8'
  return sendKept(c, 'openapi', { type, body: () => JSON.stringify(openApi(c.var.locale, origin)) })
}

async function sendSchools(c: WebContext, format: Format): Promise<Response> {
  const found = await figuresOf(c)
  if (found === undefined) return noFigures(c)
  const { picture, places, state } = found
  const schools = picture.schools.filter(inAskedPlace(c, places))
  // A file has the whole list, unless a page is asked.
  const isWhole = format !== 'json' && c.req.query('page') === undefined && c.req.query('pageSize') === undefined
  const page = readWhole(c.req.query('page'), 1, Number.MAX_SAFE_INTEGER)
  const asked = readWhole(c.req.query('pageSize'), usualPageSize, mostPageSize)
  if (page === undefined) return badParameter(c, 'page', 1, null)
  if (asked === undefined) return badParameter(c, 'pageSize', 1, mostPageSize)
  const pageSize = isWhole ? Math.max(1, schools.length) : asked
  const link = linksOf(c, page, Math.max(1, Math.ceil(schools.length / pageSize)))
  const onPage = schools
    .values()
    .drop((page - 1) * pageSize)
    .take(pageSize)
    .map((school) => schoolSummary(school, picture, places))
  return sendFigures(c, format, {
    state,
    json: () => ({
      page,
      pageSize,
      total: schools.length,
      schools: [...onPage],
      source: sourceJson(picture),
    }),
    table: () => ({
      ...fileOf(c, 'schools', picture),
      columns: schoolsColumns,
      records: onPage,
    }),
    headers: link === '' ? {} : { link },
  })
}

function inAskedPlace(c: WebContext, places: SchoolPlaces): (school: SchoolFigures) => boolean {
  const [municipality, province] = [c.req.query('municipality'), c.req.query('province')?.toLowerCase()]
  if (municipality === undefined && province === undefined) return () => true
  return (school) => {
    const place = placeOf(school, places)
    if (municipality !== undefined && place?.municipalityCode !== municipality) return false
    return province === undefined || place?.province?.toLowerCase() === province
  }
}

async function sendSchool(c: WebContext, format: Format): Promise<Response> {
  const found = await figuresOf(c)
  if (found === undefined) return noFigures(c)
  const { picture, places, state } = found
  const code = (c.req.param('code') ?? '').toUpperCase()
  const school = schoolOf(picture, code)
  if (school === undefined) return sendProblem(c, 404, apiText(c.var.locale).unknownSchool)
  const detail = () => schoolDetail(c.var.locale, school, picture, places)
  return sendFigures(c, format, {
    state,
    json: () => ({ ...detail(), source: sourceJson(picture) }),
    table: () => ({
      ...fileOf(c, 'school', picture, code.replace('|', '-')),
      columns: schoolColumns,
      records: schoolRecords(detail()),
    }),
  })
}

async function sendRules(c: WebContext, format: Format): Promise<Response> {
  const found = await figuresOf(c)
  if (found === undefined) return noFigures(c)
  const { picture, places, state } = found
  const asked = c.req.query('reading') ?? '0'
  const raise = readRaise(asked)
  // A page takes what it can of an address; a program must not get the figures of another rule than it asked.
  if (!/^\d+(?:\.\d+)?$/.test(asked) || Number(asked) !== raise) {
    const { title, step } = apiText(c.var.locale).badParameter
    return sendProblem(c, 400, { title, detail: step('reading', mostRaise, raiseStep) })
  }
  const rules = keptSideBySide(picture, places, raise)
  if (rules === undefined) return noFigures(c)
  return sendFigures(c, format, {
    state,
    json: () => ({ ...rulesJson(rules), source: sourceJson(picture) }),
    table: () => ({
      ...fileOf(c, 'rules', picture, String(rules.raise)),
      columns: rulesColumns,
      records: rulesRecords(rulesJson(rules)),
    }),
  })
}

async function sendNorms(c: WebContext, format: Format): Promise<Response> {
  const norms = await withinScope(c, allNorms)
  return sendFigures(c, format, {
    state: JSON.stringify(norms),
    json: () => ({ norms }),
    table: () => ({ ...fileOf(c, 'norms', undefined), columns: normsColumns, records: normsRecords(norms) }),
  })
}

/** How a file of figures is called, and where these come from. */
function fileOf(
  c: WebContext,
  of: 'schools' | 'school' | 'rules' | 'norms',
  picture: Picture | undefined,
  more?: string,
): Pick<AnswerTable, 'name' | 'sheet' | 'source'> {
  const words = apiText(c.var.locale).file
  const files = picture === undefined ? [] : sourceJson(picture).files
  return {
    name: [words[of], more].filter(Boolean).join('-'),
    sheet: words[of],
    source: {
      name: words.source,
      rows: [
        ['name', 'kind', 'publishedOn', 'source', 'sha256', 'madeAt'],
        ...files.map(({ name, kind, publishedOn, source, sha256 }) => {
          return [name, kind, publishedOn, source, sha256, picture?.madeAt.toISOString() ?? null]
        }),
      ],
    },
  }
}

async function figuresOf(c: WebContext): Promise<Figures | undefined> {
  const { picture, places } = await withinScope(c, async (trx) => ({
    picture: await newestPicture(trx),
    places: await schoolPlaces(trx),
  }))
  return picture === undefined ? undefined : { picture, places, state: `${picture.id} ${places.state}` }
}

/** By the code of a location (`04LY00`) or of the Inspectorate (`00AP|C1`, in an address `00AP-C1`). */
function schoolOf(picture: Picture, code: string): SchoolFigures | undefined {
  const [, brin = '', object = ''] = /^(\d{2}[A-Z]{2})[-|]([A-Z]\d+)$/.exec(code) ?? []
  if (object === '') return picture.byLocation.get(code)
  return picture.byBrin.get(brin)?.find((school) => school.object?.location === object)
}

function linksOf(c: WebContext, page: number, pages: number): string {
  const at = (other: number, rel: string) => {
    const url = new URL(c.req.path, c.var.services.settings.origin)
    for (const [name, value] of Object.entries(c.req.query())) url.searchParams.set(name, value)
    url.searchParams.set('page', String(other))
    return `<${url.href}>; rel="${rel}"`
  }
  return [
    ...(page > 1 ? [at(1, 'first'), at(Math.min(page - 1, pages), 'prev')] : []),
    ...(page < pages ? [at(page + 1, 'next'), at(pages, 'last')] : []),
  ].join(', ')
}

function readWhole(asked: string | undefined, usual: number, most: number): number | undefined {
  if (asked === undefined) return usual
  const value = /^\d{1,9}$/.test(asked) ? Number(asked) : 0
  return value >= 1 && value <= most ? value : undefined
}

function badParameter(c: WebContext, name: string, least: number, most: number | null): Response {
  const words = apiText(c.var.locale).badParameter
  return sendProblem(c, 400, { title: words.title, detail: words.detail(name, least, most) })
}

function noFigures(c: WebContext): Response {
  return sendProblem(c, 404, apiText(c.var.locale).noFigures)
}
