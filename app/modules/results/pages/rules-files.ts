import { dutchLines } from '@kantelpunt/delimited-text'
import { comparedHeader, comparedRow, compareRules, knownNorms, type NormSet } from '@kantelpunt/school-results'
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
  { method: 'GET', path: '/results/rules/norms-today.json', access: everyone, handle: (c) => sendNorms(c, 'today') },
  {
    method: 'GET',
    path: '/results/rules/norms-proposal.json',
    access: everyone,
    handle: (c) => sendNorms(c, 'proposal'),
  },
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

/** The norms as a file that the command reads, for who has not got the file that they were loaded from. */
async function sendNorms(c: WebContext, of: keyof typeof normsFiles): Promise<Response> {
  const { picture } = (await askedRules(c)) ?? {}
  const norms = of === 'today' ? picture?.together : picture?.perDomain
  if (norms === undefined) return refuse(c, 'not-found')
  return c.body(JSON.stringify(norms, null, 2), 200, {
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': `attachment; filename="${normsFiles[of]}"`,
  })
}

export const normsFiles = { today: 'norms-today.json', proposal: 'norms-proposal.json' } as const

/** Whether the command knows these norms by their id, or must be given them as a file. */
export function comeAlong({ id }: NormSet): boolean {
  return knownNorms.some((known) => known.id === id)
}

/** A number, `25` or `58.00`, is a number in a workbook too; `007` is a name. */
function cellsOf(row: readonly string[]): readonly (string | number)[] {
  return row.map((text) => (/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text) ? Number(text) : text))
}
