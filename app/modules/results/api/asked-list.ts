import type { WebContext } from '../../../platform/web/context.ts'
import type { SchoolPlace } from '../picture/school-places.ts'
import { sendProblem } from './answer.ts'
import type { Format } from './formats.ts'
import { apiText } from './text.ts'

const usualPageSize = 50
const mostPageSize = 200

export interface AskedPage {
  readonly page: number
  readonly pageSize: number
  /** For the answer: where the other pages are. */
  readonly headers: Readonly<Record<string, string>>
}

/** Which page of a list of `total` is asked; a file has the whole list, unless a page is asked. A problem where it is none. */
export function askedPage(c: WebContext, format: Format, total: number): AskedPage | Response {
  const isWhole = format !== 'json' && c.req.query('page') === undefined && c.req.query('pageSize') === undefined
  const page = readWhole(c.req.query('page'), 1, Number.MAX_SAFE_INTEGER)
  const asked = readWhole(c.req.query('pageSize'), usualPageSize, mostPageSize)
  if (page === undefined) return badWhole(c, 'page', 1, null)
  if (asked === undefined) return badWhole(c, 'pageSize', 1, mostPageSize)
  const pageSize = isWhole ? Math.max(1, total) : asked
  const link = linksOf(c, page, Math.max(1, Math.ceil(total / pageSize)))
  return { page, pageSize, headers: link === '' ? {} : { link } }
}

/** Those of a list that stand on a page. */
export function onPage<T>(all: readonly T[], { page, pageSize }: AskedPage): IteratorObject<T, undefined> {
  return all
    .values()
    .drop((page - 1) * pageSize)
    .take(pageSize)
}

/** Whether a school is in the municipality and the province that are asked. A problem where a code is none. */
export function askedPlace(c: WebContext): ((place: SchoolPlace | undefined) => boolean) | Response {
  const [municipality, province] = [c.req.query('municipality'), c.req.query('province')?.toLowerCase()]
  if (municipality !== undefined && !/^\d{4}$/.test(municipality)) {
    const { title, code } = apiText(c.var.locale).badParameter
    return sendProblem(c, 400, { title, detail: code('municipality') })
  }
  return (place) => {
    if (municipality !== undefined && place?.municipalityCode !== municipality) return false
    return province === undefined || place?.province?.toLowerCase() === province
  }
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

function badWhole(c: WebContext, name: string, least: number, most: number | null): Response {
  const words = apiText(c.var.locale).badParameter
  return sendProblem(c, 400, { title: words.title, detail: words.detail(name, least, most) })
}
