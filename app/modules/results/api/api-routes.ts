import type { SchoolFigures } from '@kantelpunt/school-results'
import { everyone } from '../../../platform/web/access.ts'
import { type WebContext, withinScope } from '../../../platform/web/context.ts'
import type { Route } from '../../../platform/web/route.ts'
import { allNorms } from '../picture/norms-store.ts'
import { newestPicture, type Picture } from '../picture/picture-store.ts'
import { type SchoolPlaces, schoolPlaces } from '../picture/school-places.ts'
import { keptSideBySide } from '../policy/kept-rules.ts'
import { type ChangedGroup, readRaise } from '../policy/side-by-side.ts'
import { placeOf } from '../school/similar-schools.ts'
import { sendJson, sendProblem } from './answer-json.ts'
import { openApi } from './open-api.ts'
import { schoolDetail, schoolSummary, sourceJson } from './school-json.ts'
import { apiText } from './text.ts'

const usualPageSize = 50
const mostPageSize = 200

/** The public figures for programs, after the API design rules of the Dutch government. */
export const apiRoutes: readonly Route[] = [
  { method: 'GET', path: '/api/v1/openapi.json', access: everyone, handle: sendDescription },
  { method: 'GET', path: '/api/v1/schools', access: everyone, handle: sendSchools },
  { method: 'GET', path: '/api/v1/schools/:code', access: everyone, handle: sendSchool },
  { method: 'GET', path: '/api/v1/rules', access: everyone, handle: sendRules },
  { method: 'GET', path: '/api/v1/norms', access: everyone, handle: sendNorms },
]

interface Figures {
  readonly picture: Picture
  readonly places: SchoolPlaces
  /** Names the figures: another picture or register, another state. */
  readonly state: string
}

function sendDescription(c: WebContext): Response {
  const { origin } = c.var.services.settings
  return sendJson(c, 'openapi', () => openApi(c.var.locale, origin))
}

async function sendSchools(c: WebContext): Promise<Response> {
  const found = await figuresOf(c)
  if (found === undefined) return noFigures(c)
  const page = readWhole(c.req.query('page'), 1, Number.MAX_SAFE_INTEGER)
  const pageSize = readWhole(c.req.query('pageSize'), usualPageSize, mostPageSize)
  if (page === undefined) return badParameter(c, 'page', 1, null)
  if (pageSize === undefined) return badParameter(c, 'pageSize', 1, mostPageSize)
  const { picture, places, state } = found
  const [municipality, province] = [c.req.query('municipality'), c.req.query('province')]
  const schools = picture.schools.filter((school) => {
    if (municipality === undefined && province === undefined) return true
    const place = placeOf(school, places)
    if (municipality !== undefined && place?.municipalityCode !== municipality) return false
    return province === undefined || place?.province?.toLowerCase() === province.toLowerCase()
  })
  const pages = Math.max(1, Math.ceil(schools.length / pageSize))
  const link = linksOf(c, page, pages)
  return sendJson(
    c,
    state,
    () => ({
      page,
      pageSize,
      total: schools.length,
      schools: schools
        .slice((page - 1) * pageSize, page * pageSize)
        .map((school) => schoolSummary(school, picture, places)),
      source: sourceJson(picture),
    }),
    link === '' ? {} : { link },
  )
}

async function sendSchool(c: WebContext): Promise<Response> {
  const found = await figuresOf(c)
  if (found === undefined) return noFigures(c)
  const { picture, places, state } = found
  const school = schoolOf(picture, (c.req.param('code') ?? '').toUpperCase())
  if (school === undefined) {
    const { unknownSchool } = apiText(c.var.locale)
    return sendProblem(c, 404, unknownSchool)
  }
  return sendJson(c, state, () => ({
    ...schoolDetail(c.var.locale, school, picture, places),
    source: sourceJson(picture),
  }))
}

async function sendRules(c: WebContext): Promise<Response> {
  const found = await figuresOf(c)
  if (found === undefined) return noFigures(c)
  const { picture, places, state } = found
  const rules = keptSideBySide(picture, places, readRaise(c.req.query('reading')))
  if (rules === undefined) return noFigures(c)
  return sendJson(c, state, () => ({
    today: rules.one.id,
    proposal: rules.other.id,
    raisedReading: rules.raise,
    country: groupJson(rules.country),
    provinces: rules.provinces.map((group) => ({ name: group.name, ...groupJson(group) })),
    weightingClasses: rules.classes.map((group) => ({ name: group.name, ...groupJson(group) })),
    source: sourceJson(picture),
  }))
}

async function sendNorms(c: WebContext): Promise<Response> {
  const norms = await withinScope(c, allNorms)
  return sendJson(c, norms.map(({ id }) => id).join(), () => ({ norms }))
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

function groupJson({ judged, lost, open, gained }: ChangedGroup) {
  return { judged, notEnoughThen: lost, cannotBeTold: open, enoughThen: gained }
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
