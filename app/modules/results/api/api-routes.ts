import type { SchoolFigures } from '@kantelpunt/school-results'
import { everyone } from '../../../platform/web/access.ts'
import { type WebContext, withinScope } from '../../../platform/web/context.ts'
import type { Route } from '../../../platform/web/route.ts'
import { currentFigures } from '../picture/current-figures.ts'
import { allNorms } from '../picture/norms-store.ts'
import type { Picture } from '../picture/picture-store.ts'
import type { SchoolPlaces } from '../picture/school-places.ts'
import { keptSideBySide } from '../policy/kept-rules.ts'
import { mostRaise, raiseStep, readRaise } from '../policy/side-by-side.ts'
import { placeOf } from '../school/similar-schools.ts'
import { sendKept, sendPreflight, sendProblem } from './answer.ts'
import type { AnswerTable } from './answer-table.ts'
import { askedPage, askedPlace, onPage } from './asked-list.ts'
import type { Format } from './formats.ts'
import { openApi } from './open-api.ts'
import { rulesJson } from './rules-json.ts'
import { normsColumns, normsRecords, rulesColumns, rulesRecords } from './rules-table.ts'
import { schoolDetail, schoolSummary, sourceJson } from './school-json.ts'
import { schoolColumns, schoolRecords, schoolsColumns } from './school-table.ts'
import { secondaryRoutes } from './secondary-routes.ts'
import { figuresRoute, sendFigures } from './send-figures.ts'
import { apiText } from './text.ts'

/** The public figures for programs, after the API design rules of the Dutch government. */
export const apiRoutes: readonly Route[] = [
  { method: 'OPTIONS', path: '/api/v1/*', access: everyone, handle: sendPreflight },
  { method: 'GET', path: '/api/v1/openapi.json', access: everyone, handle: sendDescription },
  figuresRoute('/api/v1/schools', sendSchools),
  figuresRoute('/api/v1/schools/:code', sendSchool),
  ...secondaryRoutes,
  figuresRoute('/api/v1/rules', sendRules),
  figuresRoute('/api/v1/norms', sendNorms),
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
  const isThere = askedPlace(c)
  if (isThere instanceof Response) return isThere
  const found = await figuresOf(c)
  if (found === undefined) return noFigures(c)
  const { picture, places, state } = found
  const schools = picture.schools.filter((school) => isThere(placeOf(school, places)))
  const asked = askedPage(c, format, schools.length)
  if (asked instanceof Response) return asked
  const { page, pageSize, headers } = asked
  const summaries = onPage(schools, asked).map((school) => schoolSummary(school, picture, places))
  return sendFigures(c, format, {
    state,
    json: () => ({ page, pageSize, total: schools.length, schools: [...summaries], source: sourceJson(picture) }),
    table: () => ({ ...fileOf(c, 'schools', picture), columns: schoolsColumns, records: summaries }),
    headers,
  })
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
  const { picture, places, state } = await currentFigures(c)
  if (picture === undefined) return undefined
  // Without a list of schools in the register, as in the demo, the picture alone names the figures.
  return { picture, places, state: state ?? `${picture.id} ${places.state}` }
}

/** By the code of a location (`04LY00`) or of the Inspectorate (`00AP|C1`, in an address `00AP-C1`). */
function schoolOf(picture: Picture, code: string): SchoolFigures | undefined {
  const [, brin = '', object = ''] = /^(\d{2}[A-Z]{2})[-|]([A-Z]\d+)$/.exec(code) ?? []
  if (object === '') return picture.byLocation.get(code)
  return picture.byBrin.get(brin)?.find((school) => school.object?.location === object)
}

function noFigures(c: WebContext): Response {
  return sendProblem(c, 404, apiText(c.var.locale).noFigures)
}
