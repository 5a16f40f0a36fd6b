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
  /** On a phone each row becomes a block, its cells under their headings: for tables that would have to be dragged. */
  readonly stacks?: boolean
  /** Where the figures come from, how many there are, how sure they are. */
  readonly source?: Child
}

/** Rows under headings; the first column names the row. Scrolls by itself on a narrow screen, the page never does. */
export function Table<Row>({ caption, captionHidden, columns, rows, stacks, source }: TableProps<Row>): Html {
  return (
    <>
      <section class="scroll" tabindex={0} aria-label={caption}>
        <table
          class={`utrecht-table utrecht-table--html-table${stacks ? ' stacks' : ''}`}
          role={stacks ? 'table' : undefined}
        >
          <caption class={captionHidden ? 'hide' : undefined}>{caption}</caption>
          <TableParts columns={columns} rows={rows} stacks={stacks ?? false} />
        </table>
      </section>
      {source && <p class="source">{source}</p>}
    </>
  )
}

/** Head and body of a table: NL Design System styles them from the class of the table, which keeps long ones light. */
export function TableParts<Row>({ columns, rows, stacks }: Pick<TableProps<Row>, 'columns' | 'rows' | 'stacks'>): Html {
  // A table that is laid out as blocks is a table to browsers only where it says so.
  const role = (name: string) => (stacks ? name : undefined)
  return (
    <>
      <thead role={role('rowgroup')}>
        <tr role={role('row')}>
          {columns.map((column) => (
            <th scope="col" role={role('columnheader')} class={column.numeric ? 'n' : undefined}>
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role={role('rowgroup')}>
        {rows.map((row) => (
          <tr role={role('row')}>
            {columns.map((column, index) =>
              index === 0 ? (
                <th scope="row" role={role('rowheader')}>
                  {column.cell(row)}
                </th>
              ) : (
                <td
                  role={role('cell')}
                  class={column.numeric ? 'n' : undefined}
                  data-head={stacks && typeof column.head === 'string' ? column.head : undefined}
                >
                  {column.cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </>
  )
}
