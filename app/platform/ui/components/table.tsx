import type { Child, Html } from '#html'

export interface Column<Row> {
  readonly head: Child
  readonly cell: (row: Row) => Child
  /** Figures stand right-aligned under each other. */
  readonly numeric?: boolean
}

interface TableProps<Row> {
  readonly caption: string
  /** The caption is only spoken, where a heading above the table already says it. */
  readonly captionHidden?: boolean
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  /** Where the figures come from, how many there are, how sure they are. */
  readonly source?: Child
}

/** Rows under headings; the first column names the row. Scrolls by itself on a narrow screen, the page never does. */
export function Table<Row>({ caption, captionHidden, columns, rows, source }: TableProps<Row>): Html {
  return (
    <>
      <section class="scroll" tabindex={0} aria-label={caption}>
        <table class="utrecht-table utrecht-table--html-table">
          <caption class={captionHidden ? 'hide' : undefined}>{caption}</caption>
          <TableParts columns={columns} rows={rows} />
        </table>
      </section>
      {source && <p class="source">{source}</p>}
    </>
  )
}

/** Head and body of a table: NL Design System styles them from the class of the table, which keeps long ones light. */
export function TableParts<Row>({ columns, rows }: Pick<TableProps<Row>, 'columns' | 'rows'>): Html {
  return (
    <>
      <thead>
        <tr>
          {columns.map((column) => (
            <th scope="col" class={column.numeric ? 'n' : undefined}>
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            {columns.map((column, index) =>
              index === 0 ? (
                <th scope="row">{column.cell(row)}</th>
              ) : (
                <td class={column.numeric ? 'n' : undefined}>{column.cell(row)}</td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </>
  )
}
