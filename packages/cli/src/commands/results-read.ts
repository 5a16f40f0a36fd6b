import type { Command } from '../command.ts'
import { readOptions } from '../read-options.ts'
import { badInput, isBadInput, type OpenedFile, openResults } from '../results/open-results.ts'
import { csvLines, writeWhole } from '../write-whole.ts'

export const resultsRead: Command = {
  name: 'results read',
  usage: 'FILE… [--out long.csv]',
  summary: 'Reads files of school results that DUO and the Inspectorate publish, and says what is in them.',
  help: `
Files are known by their columns, whatever they are called: .csv in any of the encodings and separators that were used, and
.ods. Masked cells (<5, *) stay the interval that they can be in: low and high in long.csv, which has one row per number.
A cell that can't be read ends the command with its line and column, and nothing is written; the answer then names every place
that is wrong, up to 1,000 of them.
`,
  run: async (args) => {
    const parsed = optionsOf(args)
    if (typeof parsed === 'string') return badInput(parsed)
    const opened = await openResults(parsed.files)
    if (isBadInput(opened)) return opened
    if (parsed.out !== undefined) {
      const { longHeader } = await import('@kantelpunt/school-results')
      const failed = await writeWhole(parsed.out, csvLines(longHeader, await rowsOf(opened)))
      if (failed !== undefined) return badInput(failed)
    }
    return { kind: 'done', answer: { files: opened.map(described) } }
  },
}

function optionsOf(
  args: readonly string[],
): { readonly files: readonly string[]; readonly out: string | undefined } | string {
  const read = readOptions(args, { out: { type: 'string' } })
  if (typeof read === 'string') return read
  const { positionals, values } = read
  return { files: positionals, out: values.out }
}

async function rowsOf(opened: readonly OpenedFile[]): Promise<Iterable<readonly string[]>> {
  const { longRows } = await import('@kantelpunt/school-results')
  return (function* rows() {
    for (const { path, tables } of opened) for (const table of tables) yield* longRows(path, table)
  })()
}

function described({ path, tables }: OpenedFile) {
  return {
    file: path,
    tables: tables.map((table) => ({
      kind: table.kind,
      title: table.title,
      ...(table.sheet === undefined ? {} : { sheet: table.sheet }),
      encoding: table.encoding,
      ...(table.separator === undefined ? {} : { separator: table.separator }),
      rows: table.rowCount,
      schools: new Set(table.schools.map(({ brin, location }) => `${brin} ${location}`)).size,
      schoolYears: periodsOf(table),
      columns: { recognised: table.columns, ignored: table.ignored },
      cells: table.cells,
      ...(table.cells.masked > 0 ? { maskedMeans: { '<5': [table.maskFloor, 4] } } : {}),
    })),
  }
}

function periodsOf(table: OpenedFile['tables'][number]): readonly string[] {
  const periods = new Set<string>()
  for (const { measure } of table.measures) if (measure.period !== undefined) periods.add(measure.period)
  for (let row = 0; row < table.rowCount; row++) {
    const period = table.periodOf(row)
    if (period !== undefined) periods.add(period)
  }
  return [...periods].toSorted()
}
