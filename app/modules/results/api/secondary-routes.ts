import type { WebContext } from '../../../platform/web/context.ts'
import type { Route } from '../../../platform/web/route.ts'
import { currentFigures } from '../picture/current-figures.ts'
import { countryAt, figuresOf } from '../secondary/secondary-store.ts'
import { sendProblem } from './answer.ts'
import type { AnswerTable } from './answer-table.ts'
import { askedPage, askedPlace, onPage } from './asked-list.ts'
import type { Format } from './formats.ts'
import { secondaryDetail, secondarySources, secondarySummary } from './secondary-json.ts'
import { secondaryRecords, secondarySchoolColumns, secondarySchoolsColumns } from './secondary-table.ts'
import { figuresRoute, sendFigures } from './send-figures.ts'
import { apiText } from './text.ts'

/** What is published of secondary schools, for programs. */
export const secondaryRoutes: readonly Route[] = [
  figuresRoute('/api/v1/secondary-schools', sendSchools),
  figuresRoute('/api/v1/secondary-schools/:code', sendSchool),
]

async function sendSchools(c: WebContext, format: Format): Promise<Response> {
  const isThere = askedPlace(c)
  if (isThere instanceof Response) return isThere
  const { country, places, state } = await secondaryOf(c)
  if (country.codes.length === 0) return sendProblem(c, 404, apiText(c.var.locale).noFigures)
  const codes = country.codes.filter((code) => isThere(places.byCode.get(code)))
  const asked = askedPage(c, format, codes.length)
  if (asked instanceof Response) return asked
  const { page, pageSize, headers } = asked
  const summaries = onPage(codes, asked).flatMap((code) => {
    const figures = figuresOf(country, code)
    return figures === undefined ? [] : [secondarySummary(code, figures, places.byCode.get(code))]
  })
  const sources = secondarySources(country)
  return sendFigures(c, format, {
    state,
    json: () => ({ page, pageSize, total: codes.length, schools: [...summaries], sources }),
    table: () => ({
      ...fileOf(c, 'secondarySchools', sources),
      columns: secondarySchoolsColumns,
      records: summaries,
    }),
    headers,
  })
}

async function sendSchool(c: WebContext, format: Format): Promise<Response> {
  const { country, places, state } = await secondaryOf(c)
  if (country.codes.length === 0) return sendProblem(c, 404, apiText(c.var.locale).noFigures)
  const code = (c.req.param('code') ?? '').toUpperCase()
  const figures = figuresOf(country, code)
  if (figures === undefined) return sendProblem(c, 404, apiText(c.var.locale).unknownSecondary)
  const detail = () => secondaryDetail(c.var.locale, code, figures, places.byCode.get(code))
  return sendFigures(c, format, {
    state,
    json: detail,
    table: () => ({
      ...fileOf(c, 'secondarySchool', secondarySources(country), code),
      columns: secondarySchoolColumns,
      records: secondaryRecords(detail()),
    }),
  })
}

async function secondaryOf(c: WebContext) {
  const { places, state } = await currentFigures(c)
  const country = await countryAt(c, state)
  // Without a picture of primary schools that state has no name; these figures have their own.
  return { country, places, state: state ?? `${country.state} ${places.state}` }
}

/** How a file of figures is called, and where these come from. */
function fileOf(
  c: WebContext,
  of: 'secondarySchools' | 'secondarySchool',
  sources: ReturnType<typeof secondarySources>,
  more?: string,
): Pick<AnswerTable, 'name' | 'sheet' | 'source'> {
  const words = apiText(c.var.locale).file
  return {
    name: [words[of], more].filter(Boolean).join('-'),
    sheet: words[of],
    source: {
      name: words.source,
      rows: [
        ['name', 'kind', 'publishedOn', 'loadedOn', 'upTo', 'source', 'sha256'],
        ...sources.map(({ name, kind, publishedOn, loadedOn, upTo, source, sha256 }) => {
          return [name, kind, publishedOn, loadedOn, upTo, source, sha256]
        }),
      ],
    },
  }
}
