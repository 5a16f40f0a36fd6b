import { dutchLines } from '@kantelpunt/delimited-text'
import type { RefusedRows, RowRefusal } from '@kantelpunt/school-results'
import { validate } from 'uuid'
import { system } from '../../../platform/database/scope.ts'
import type { Html } from '../../../platform/html/jsx-runtime.ts'
import type { Locale } from '../../../platform/text/dictionary.ts'
import { ButtonLink, Fold, Table } from '../../../platform/ui/index.ts'
import type { WebContext } from '../../../platform/web/context.ts'
import { refuse } from '../../../platform/web/refuse.tsx'
import { numberWords } from '../number-words.ts'
import { describeFileRefusal } from '../published/describe-refusal.ts'
import { publishedText } from '../published/text.ts'
import type { UnknownSchools } from '../published/unknown-schools.ts'
import { findUpload } from '../published/uploads-store.ts'

interface RefusedProps {
  readonly locale: Locale
  readonly upload: string
  readonly refused: RefusedRows
}

/** Every place of a file that is refused, as a table, and the same to take along. */
export function RefusedPlaces({ locale, upload, refused: { rows, total } }: RefusedProps): Html {
  const words = publishedText(locale).upload
  const title = words.refusedRows(total, numberWords(locale, total))
  const { refusedColumns: heads } = words
  return (
    <section class="stack" id="refused">
      <h2>{title}</h2>
      <p>
        {words.refusedDo} {total > rows.length && words.refusedFirst(numberWords(locale, rows.length))}
      </p>
      <p>
        <ButtonLink href={`/admin/results/uploads/${upload}/report.csv`} download>
          {words.refusedCsv}
        </ButtonLink>
      </p>
      <Table
        caption={title}
        captionHidden
        stacks
        columns={[
          {
            head: heads.line,
            cell: (row: RowRefusal) => [sheetOf(row), words.refusedLine(row.line)].filter(Boolean).join(', '),
          },
          { head: heads.column, cell: (row) => columnOf(row) },
          { head: heads.text, cell: (row) => textOf(row) },
          { head: heads.why, cell: (row) => describeFileRefusal(locale, row) },
        ]}
        rows={rows}
      />
    </section>
  )
}

interface UnknownProps {
  readonly locale: Locale
  readonly upload: string
  readonly unknown: UnknownSchools
}

/** Schools that were loaded and that the register does not have. */
export function UnknownInRegister({ locale, upload, unknown: { total, codes } }: UnknownProps): Html {
  const words = publishedText(locale).upload
  const more = total - codes.length
  return (
    <section class="stack" id="unknown">
      <h2>{words.unknownSchools(total, numberWords(locale, total))}</h2>
      <p>{words.unknownDo}</p>
      <Fold summary={words.unknownSchools(total, numberWords(locale, total))}>
        <p class="num">
          {codes.join(', ')} {more > 0 && words.unknownMore(numberWords(locale, more))}
        </p>
      </Fold>
      <p>
        <ButtonLink href={`/admin/results/uploads/${upload}/report.csv`} download>
          {words.unknownCsv}
        </ButtonLink>
      </p>
    </section>
  )
}

/** What was refused, or which schools are unknown, as a file for Excel. */
export async function sendUploadReport(c: WebContext): Promise<Response> {
  const { locale, services } = c.var
  const id = c.req.param('upload') ?? ''
  const found = validate(id) ? await services.db.run(system, (trx) => findUpload(trx, id)) : undefined
  const answer = found?.answer ?? undefined
  if (answer === undefined || answer.is !== 'results') return refuse(c, 'not-found')
  const { reportColumns: heads, unknownReason } = publishedText(locale).upload
  const refused = 'refused' in answer ? (answer.refused?.rows ?? []) : []
  const unknown = 'unknown' in answer ? (answer.unknown?.codes ?? []) : []
  const rows = [
    ...refused.map((row) => [
      row.reason,
      sheetOf(row),
      String(row.line),
      'column' in row ? String(row.column) : '',
      'header' in row ? row.header : '',
      textOf(row),
      describeFileRefusal(locale, row),
    ]),
    ...unknown.map((code) => [unknownReason, '', '', '', '', code, '']),
  ]
  const header = [heads.reason, heads.sheet, heads.line, heads.column, heads.header, heads.text, heads.why]
  return c.body([...dutchLines(header, rows)].join(''), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="verslag-${id}.csv"`,
  })
}

function sheetOf(row: RowRefusal): string {
  return 'sheet' in row ? (row.sheet ?? '') : ''
}

function columnOf(row: RowRefusal): string {
  if (!('column' in row)) return '–'
  return 'header' in row && row.header !== '' ? `${row.column} (${row.header})` : String(row.column)
}

function textOf(row: RowRefusal): string {
  if (row.reason === 'school-twice') return row.school
  return 'text' in row ? row.text.slice(0, 200) : ''
}
