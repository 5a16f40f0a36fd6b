import { csvLines } from '@kantelpunt/delimited-text'
import { everyone } from '../../../platform/web/access.ts'
import type { WebContext } from '../../../platform/web/context.ts'
import type { Route } from '../../../platform/web/route.ts'
import { streamOfLines } from '../../../platform/web/stream-lines.ts'
import { workbookAside } from '../aside/workbook-aside.ts'
import { type Answer, sendKept, sendProblem } from './answer.ts'
import { type AnswerTable, rowsOf } from './answer-table.ts'
import { askedFormat, type Format, formats } from './formats.ts'
import { apiText } from './text.ts'

/** Public figures, in whatever form they are asked. */
export interface PublicFigures {
  /** Names the figures: other figures, another state. */
  readonly state: string
  readonly json: () => object
  readonly table: () => AnswerTable
  readonly headers?: Readonly<Record<string, string>>
}

/** An address of public figures, for everybody, in whatever form they are asked. */
export function figuresRoute(path: string, send: (c: WebContext, format: Format) => Promise<Response>): Route {
  return { method: 'GET', path, access: everyone, handle: (c) => inAskedFormat(c, (format) => send(c, format)) }
}

/** Hands on in which form figures are asked; refuses one that there is not, and what was asked twice. */
async function inAskedFormat(c: WebContext, send: (format: Format) => Promise<Response>): Promise<Response> {
  const format = askedFormat(c.req.query('format'), c.req.header('accept'))
  const words = apiText(c.var.locale)
  const repeated = Object.entries(c.req.queries()).find(([, values]) => values.length > 1)
  if (repeated !== undefined) {
    const { title, repeated: detail } = words.badParameter
    return sendProblem(c, 400, { title, detail: detail(repeated[0]) })
  }
  if (format === 'unknown') return sendProblem(c, 400, words.unknownFormat)
  return format === 'not-acceptable' ? sendProblem(c, 406, words.notAcceptable) : send(format)
}

export function sendFigures(c: WebContext, format: Format, figures: PublicFigures): Promise<Response> {
  const { type, body, headers } = answerAs(c, format, figures)
  return sendKept(c, figures.state, { type, body, headers: { ...figures.headers, ...headers } })
}

function answerAs(c: WebContext, format: Format, { state, json, table }: PublicFigures): Answer {
  switch (format) {
    case 'json':
      return { type: `${formats.json}; charset=utf-8`, body: () => JSON.stringify(json()) }
    case 'csv': {
      const wanted = table()
      const type = `${formats.csv}; charset=utf-8; header=present`
      return {
        type,
        body: () => streamOfLines(csvLines(wanted.columns, rowsOf(wanted))),
        headers: asFile(wanted, 'csv'),
      }
    }
    case 'xlsx': {
      const wanted = table()
      const key = [state, c.var.locale, c.req.url].join('\n')
      const sheets = () => [{ name: wanted.sheet, rows: [wanted.columns, ...rowsOf(wanted)] }, wanted.source]
      return { type: formats.xlsx, body: () => workbookAside(key, sheets), headers: asFile(wanted, 'xlsx') }
    }
  }
}

function asFile({ name }: AnswerTable, ending: string): Record<string, string> {
  return { 'content-disposition': `attachment; filename="${name}.${ending}"` }
}
