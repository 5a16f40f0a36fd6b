import { dutchLines } from '@kantelpunt/delimited-text'
import { comparedHeader, comparedRow, compareRules } from '@kantelpunt/school-results'
import { everyone } from '../../../platform/web/access.ts'
import type { WebContext } from '../../../platform/web/context.ts'
import { refuse } from '../../../platform/web/refuse.tsx'
import type { Route } from '../../../platform/web/route.ts'
import { streamOfLines } from '../../../platform/web/stream-lines.ts'
import { workbookAside } from '../aside/workbook-aside.ts'
import { policyText } from '../policy/text.ts'
import { placeOf } from '../school/similar-schools.ts'
import { type AskedRules, askedRules } from './asked-rules.ts'

/** Every school under both rules, as a file: with its shares, norms and verdicts. */
export const rulesFileRoutes: readonly Route[] = [
  { method: 'GET', path: '/results/rules/schools.csv', access: everyone, perMinute: 20, handle: sendCsv },
  { method: 'GET', path: '/results/rules/schools.xlsx', access: everyone, perMinute: 20, handle: sendWorkbook },
]

async function sendCsv(c: WebContext): Promise<Response> {
  const asked = await askedRules(c)
  if (asked === undefined) return refuse(c, 'not-found')
  const { header, rows } = listOf(c, asked)
  return c.body(streamOfLines(dutchLines(header, rows)), 200, {
    'content-type': 'text/csv; charset=utf-8',
    ...asFile(asked, 'csv'),
  })
}

async function sendWorkbook(c: WebContext): Promise<Response> {
  const asked = await askedRules(c)
  if (asked === undefined) return refuse(c, 'not-found')
  const { picture, places, rules } = asked
  const key = [picture.id, places.state, c.var.locale, c.req.path, rules.raise].join('\n')
  const book = await workbookAside(key, () => {
    const { header, rows } = listOf(c, asked)
    return [{ name: policyText(c.var.locale).workbookSheet, rows: [header, ...rows.map(cellsOf)] }]
  })
  return c.body(book, 200, {
    'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ...asFile(asked, 'xlsx'),
  })
}

function asFile({ rules }: AskedRules, ending: string): Record<string, string> {
  return { 'content-disposition': `attachment; filename="scholen-twee-regels-${rules.raise}.${ending}"` }
}

function listOf(c: WebContext, { picture, places, rules }: AskedRules) {
  const columns = policyText(c.var.locale).columns
  const own = [columns.name, columns.place, columns.municipality, columns.province]
  const rows = compareRules(picture.schools, rules.one, rules.other)
    .values()
    .map((each) => {
      const place = placeOf(each.school, places)
      return [
        ...comparedRow(each),
        place?.name ?? '',
        place?.place ?? '',
        place?.municipality ?? '',
        place?.province ?? '',
      ]
    })
  return { header: [...comparedHeader(rules.one, rules.other), ...own], rows }
}

/** What is written just as a number is written is one. */
function cellsOf(row: readonly string[]): readonly (string | number)[] {
  return row.map((text) => (text !== '' && String(Number(text)) === text ? Number(text) : text))
}
