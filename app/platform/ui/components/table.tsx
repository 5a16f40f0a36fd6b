import type { Child, Html } from '#html'
import { classes } from '../tone.ts'

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
  const numeric = (column: Column<Row>, part: string) => column.numeric && `utrecht-table__${part}--numeric-column`
  return (
    <>
      <section class="scroll" tabindex={0} aria-label={caption}>
        <table class="utrecht-table">
          <caption class={classes('utrecht-table__caption', captionHidden && 'hide')}>{caption}</caption>
          <thead class="utrecht-table__header">
            <tr>
              {columns.map((column) => (
                <th scope="col" class={classes('utrecht-table__header-cell', numeric(column, 'header-cell'))}>
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
                    <td class={classes('utrecht-table__cell', numeric(column, 'cell'))}>{column.cell(row)}</td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {source && <p class="source">{source}</p>}
    </>
  )
}
