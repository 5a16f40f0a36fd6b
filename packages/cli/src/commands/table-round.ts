import type { Command } from '../command.ts'
import { formulaWarning } from '../tables/formula-warning.ts'
import { badInput } from '../tables/open-tables.ts'
import { readTableOptions, tableHelp } from '../tables/table-options.ts'
import { prepareTables } from '../tables/with-whole.ts'
import { writeAll } from '../tables/write-all.ts'
import { csvLines } from '../write-whole.ts'

/** `kantelpunt table round`: rounds every count so that the margins still hold. */
export const tableRound: Command = {
  name: 'table round',
  usage: 'FILE --dimensions a,b[,c] --count n [--base 5] [--out rounded.csv]',
  summary: 'Rounds all counts to multiples of 5, so that margins still add up.',
  help: `
The alternative to suppressing: every count goes to a multiple of the base, margins add up exactly, and as little as
possible moves.
${tableHelp}
  --base N                round to multiples of N (5)
  --seconds S             how long to look for the best rounding (30)

"zeroRestricted" is true where every count went to one of its two nearest multiples; in three dimensions that can't always be. A
table that is too large for the time given is rounded in a quicker way, in which margins hold and move more.
`,
  run: async (args, shell) => {
    const options = readTableOptions(args)
    if (typeof options === 'string') return badInput(options)
    if (options.files.length + options.others.length > 1) return badInput('One table at a time.')
    const prepared = await prepareTables(options, undefined)
    if ('kind' in prepared) return prepared
    const [table] = prepared.tables
    const [file] = options.files
    if (table === undefined || file === undefined) return badInput('Name the file with the table.')
    const { loadSolver, namesOf, packSums, plainSumsOf, roundTable } = await import('@kantelpunt/disclosure')
    const solver = await loadSolver()
    const sums = packSums(plainSumsOf(table.dimensions))
    const answer = roundTable(solver, table.values, sums, { base: options.base, timeLimit: options.seconds })
    if (!answer.ok)
      return { kind: 'no-answer', message: 'No rounding was found in which the margins hold. Give it more --seconds.' }
    const { rounded, ...said } = answer
    if (options.out !== undefined) {
      const separator = prepared.opened[0]?.table.separator
      const rows = Array.from(rounded, (count, cell) => [...namesOf(table.dimensions, cell), String(count)])
      const unwritten = await writeAll([[options.out, csvLines([...file.dimensions, file.count], rows, separator)]])
      if (unwritten !== undefined) return unwritten
      shell.progress.write(formulaWarning(prepared.tables))
    }
    const { ok: _, ...answered } = said
    return { kind: 'done', answer: { cells: rounded.length, ...answered } }
  },
}
