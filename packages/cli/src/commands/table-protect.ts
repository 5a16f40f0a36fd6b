import { basename, dirname, extname, join } from 'node:path'
import type { Command } from '../command.ts'
import { formulaWarning } from '../tables/formula-warning.ts'
import { badInput } from '../tables/open-tables.ts'
import { readTableOptions, tableHelp } from '../tables/table-options.ts'
import { prepareTables } from '../tables/with-whole.ts'
import { writeAll } from '../tables/write-all.ts'
import { csvLines } from '../write-whole.ts'

/** Up to this many suppressed cells the answer is audited anew before anything is written. */
const auditUpTo = 1500

/** `kantelpunt table protect`: suppresses small counts, and what would give them away. */
export const tableProtect: Command = {
  name: 'table protect',
  usage: 'FILE --dimensions a,b[,c] --count n [--objective cells|sum] [--out protected.csv]',
  summary: 'Suppresses small counts, and as little else as keeps them uncertain.',
  help: `
Takes a table in long form, one row a cell, with or without rows for the margins.
${tableHelp}
  --objective cells|sum   suppress the fewest cells (as it is when left out), or the smallest sum of counts
  --suppress-zeros        zeros may be suppressed too
  --keep total|margins    the grand total, or every margin, stays published unless it is small itself
  --of NAME               a second count, of which the first is part (passed, of candidates): both are protected, and
                          the rest that anyone can subtract
  --rate NAME             with --of: a share beside the counts, suppressed where either count is
  --seconds S             how long to look for the best choice (30); after that the best that is known
  --out FILE              writes the protected table, all margins included; x where a count is suppressed. With --link
                          also FILE-2, FILE-3 …
  --certificate FILE      writes the proof, which kantelpunt table verify checks

The answer: primary cells are the small counts, secondary cells are suppressed to protect them; "objective" counts both,
no choice is below "bound", and "minimalWidth" is the narrowest interval in which an attacker can place a small count
(null: nothing limits it; at least this where "minimalWidthIsExact" is false). Exit 2 where no choice protects.

  npx kantelpunt table protect pupils.csv --dimensions school,level --count pupils --out protected.csv
`,
  run: async (args, shell) => {
    const options = readTableOptions(args)
    if (typeof options === 'string') return badInput(options)
    if (options.others.length > 0) return badInput(`One file at a time: ${options.others.join(' ')} is too many.`)
    const prepared = await prepareTables(options, undefined)
    if ('kind' in prepared) return prepared
    const { tables, hidden } = prepared
    const science = await import('@kantelpunt/disclosure')
    const { publishedRows, rateTexts } = await import('../tables/published-rows.ts')
    const [first] = prepared.opened
    if (options.rate !== undefined && first !== undefined) {
      if (options.of === undefined) return badInput('--rate needs --of: the count that the share is of.')
      if (rateTexts(first.bytes, first.table.cells, options.rate) === undefined)
        return badInput(`${first.path}: line 1: there is no column "${options.rate}".`)
    }
    const solver = await science.loadSolver()
    const clock = () => performance.now()
    const began = clock()
    const answer = science.protectTables(
      solver,
      tables,
      options,
      { clock, timeLimit: options.seconds * 1000, say: (text) => shell.progress.write(`${text}\n`) },
      hidden,
    )
    const seconds = Math.round(clock() - began) / 1000
    const nameOf = ({ table, cell }: { readonly table: number; readonly cell: number }) => {
      const names = science.namesOf(tables[table]?.dimensions ?? [], cell)
      return tables.length === 1 ? names : { file: options.files[table]?.path, cell: names }
    }
    if (!answer.ok) {
      if (answer.reason === 'shared-counts-differ')
        return badInput(
          `${options.files[answer.table]?.path}: ${answer.names.join(' × ')} is ${answer.count} here and ${answer.otherCount} in ${options.files[answer.otherTable]?.path}; linked tables share their margins.`,
        )
      const cells = answer.cells.map(nameOf)
      return {
        kind: 'no-answer',
        message: `No choice of cells protects ${cells.length === 1 ? 'this small count' : `these ${cells.length} small counts`}: with everything suppressed that may be, an attacker still comes nearer than ${options.width}. Join categories, let margins be suppressed (--keep nothing), or allow zeros to be (--suppress-zeros).`,
        answer: { unprotected: cells },
      }
    }
    const { primary, secondary, suppressed, objective, optimal, bound, minimalWidth, minimalWidthIsExact } = answer
    const hiddenCells = hidden.map((cells) => new Set(cells))
    const published = tables.map(({ dimensions, values }, table) => ({
      dimensions,
      values: values.map((value, cell) =>
        suppressed[table]?.[cell] === 1 || hiddenCells[table]?.has(cell) ? Number.NaN : value,
      ),
      beside: hiddenCells[table] ?? new Set<number>(),
    }))
    const proofs = new Map<string, string>()
    if (options.certificate !== undefined || primary.length + secondary.length <= auditUpTo) {
      const same = science.sameCellsOf(tables.map(({ dimensions }) => dimensions))
      const { width } = options
      const audit = science.auditTables(solver, {
        tables: published,
        same,
        width,
        intervals: 'enough',
        least: options.zerosKnown ? 1 : 0,
      })
      const narrow = audit.ok ? audit.intervals.filter(({ low, high }) => high - low < width - 1e-6) : []
      const isPrimary = new Set(primary.map(({ table, cell }) => `${table}:${cell}`))
      // A refusal by our own audit is a bug, not something that a user can mend.
      if (!audit.ok || narrow.some(({ table, cell }) => isPrimary.has(`${table}:${cell}`)))
        throw new Error('the audit does not agree that this table is protected')
      if (options.certificate !== undefined)
        proofs.set(options.certificate, JSON.stringify(await science.certify(published, audit, options)))
    }
    const files = new Map<string, Iterable<string>>()
    for (const [table, cells] of options.out === undefined ? [] : suppressed.entries()) {
      const { separator, header, rows } = publishedRows(table, prepared, options, cells)
      files.set(numbered(options.out ?? '', table), csvLines(header, rows, separator))
    }
    for (const [path, text] of proofs) files.set(path, [text])
    const unwritten = await writeAll(files)
    if (unwritten !== undefined) return unwritten
    if (options.out !== undefined) shell.progress.write(formulaWarning(tables))
    return {
      kind: 'done',
      answer: {
        primary: primary.map(nameOf),
        secondary: secondary.map(nameOf),
        objective,
        optimal,
        bound,
        minimalWidth: Number.isFinite(minimalWidth) ? minimalWidth : null,
        minimalWidthIsExact,
        seconds,
      },
    }
  },
}

/** protected.csv, protected-2.csv, protected-3.csv … */
function numbered(path: string, table: number): string {
  if (table === 0) return path
  const extension = extname(path)
  return join(dirname(path), `${basename(path, extension)}-${table + 1}${extension}`)
}
