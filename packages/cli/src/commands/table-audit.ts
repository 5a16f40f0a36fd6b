import type { CellInterval, PublishedTable } from '@kantelpunt/disclosure'
import type { Command } from '../command.ts'
import { badInput } from '../tables/open-tables.ts'
import { originalCounts } from '../tables/original-counts.ts'
import { ratesOf } from '../tables/rates-of.ts'
import { readTableOptions, tableHelp } from '../tables/table-options.ts'
import { asPublished, prepareTables } from '../tables/with-whole.ts'
import { writeAll } from '../tables/write-all.ts'

/** Up to this many suppressed cells each gets its exact interval. */
const exactUpTo = 800

/** `kantelpunt table audit`: what can be derived of the suppressed cells of a table that is about to be published. */
export const tableAudit: Command = {
  name: 'table audit',
  usage: 'FILE --dimensions a,b[,c] --count n [--original FILE] [--certificate proof.json]',
  summary: 'Finds what an attacker can derive of the suppressed counts of your own table.',
  help: `
Takes a table in long form where suppressed counts are written x. A cell without a row is a published zero; a margin
without a row is one that an attacker doesn't have.
${tableHelp}
  --of NAME, --rate NAME  as in kantelpunt table protect: a published share tells of the counts beside it
  --original FILE         the same table with all counts: then it is known which cells are small
  --certificate FILE      writes the proof of what is safe, which kantelpunt table verify checks

"safe" is true where no count of 1 … threshold−1 is published or can be placed in an interval narrower than the width. A
cell leaks for certain where it must be small; "certain": false is a cell that could be small, which only --original decides.
"because" names the published cells that give it away. high: null means that nothing limits it.

  npx kantelpunt table audit protected.csv --dimensions school,level --count pupils
`,
  run: async (args) => {
    const options = readTableOptions(args)
    if (typeof options === 'string') return badInput(options)
    if (options.others.length > 0) return badInput(`One file at a time: ${options.others.join(' ')} is too many.`)
    const prepared = await prepareTables(options, 'x')
    if ('kind' in prepared) return prepared
    const { hidden } = prepared
    const [own] = options.files
    const [first] = prepared.opened
    if (own === undefined || first === undefined) return badInput('Name the file with the table.')
    const { auditTables, certify, loadSolver, namesOf, sameCellsOf } = await import('@kantelpunt/disclosure')
    const tables = asPublished(prepared)
    const rates = options.rate === undefined ? [] : ratesOf(first.bytes, first.table.cells, options.rate)
    if (typeof rates === 'string') return badInput(`${own.path}: ${rates}`)
    const truth = await originalCounts(options, own.path, tables)
    if (truth !== undefined && 'kind' in truth) return truth
    const wrong = truth && differs(tables, truth)
    if (wrong !== undefined) return badInput(`${own.path} and ${options.original} differ: ${wrong}.`)
    const count = tables.reduce((sum, { values }) => sum + values.filter(Number.isNaN).length, 0)
    const solver = await loadSolver()
    const same = sameCellsOf(tables.map(({ dimensions }) => dimensions))
    const { width, threshold } = options
    const began = performance.now()
    const audit = auditTables(solver, {
      tables,
      same,
      rates,
      width,
      intervals: count <= exactUpTo ? 'all' : 'enough',
      least: options.zerosKnown ? 1 : 0,
    })
    if (!audit.ok) {
      const cell = audit.reason === 'no-table-fits' ? [] : namesOf(tables[audit.table]?.dimensions ?? [], audit.cell)
      return badInput(
        audit.reason === 'no-table-fits'
          ? `${own.path}: the margins don't add up: no counts of 0 or more fit what is published.`
          : `${own.path}: the margins don't add up: the parts of ${cell.join(' × ')} add up to ${audit.sum}.`,
      )
    }
    const nameOf = ({ table, cell }: { readonly table: number; readonly cell: number }) => {
      const names = namesOf(tables[table]?.dimensions ?? [], cell)
      return tables.length === 1 ? names : { file: options.files[table]?.path, cell: names }
    }
    // Nobody asks what is known of a margin without a row; the rest of a part and a whole is a count of people like any.
    const isAsked = ({ table, cell }: CellInterval) =>
      !tables[table]?.beside.has(cell) || hidden[table]?.includes(cell) === true
    const asked = audit.intervals.filter(isAsked)
    const couldBeSmall = ({ table, cell, low, high }: CellInterval): boolean => {
      const count = truth?.[table]?.[cell]
      return count === undefined ? low < threshold && high >= 1 - 1e-6 : count >= 1 && count < threshold
    }
    const small = asked.filter(couldBeSmall)
    const derivable = small
      .filter(({ low, high }) => high - low < width - 1e-6)
      .map((interval) => ({
        cell: nameOf(interval),
        why: interval.high - interval.low < 1e-6 ? 'derivable' : 'narrow',
        low: interval.low,
        high: interval.high,
        certain: truth !== undefined || (interval.low >= 1 - 1e-6 && interval.high < threshold),
        because: interval.because.slice(0, 20).map(nameOf),
      }))
    const shown = tables.flatMap(({ values }, table) =>
      [...values.keys()]
        .filter((cell) => (values[cell] ?? 0) >= 1 && (values[cell] ?? 0) < threshold)
        .map((cell) => ({
          cell: nameOf({ table, cell }),
          why: 'published',
          low: values[cell],
          high: values[cell],
          certain: true,
          because: [],
        })),
    )
    const leaks = [...shown, ...derivable]
    const narrowest = small.reduce((least, { low, high }) => Math.min(least, high - low), Number.POSITIVE_INFINITY)
    if (options.certificate !== undefined) {
      const proof = JSON.stringify(await certify(tables, audit, options))
      const unwritten = await writeAll([[options.certificate, [proof]]])
      if (unwritten !== undefined) return unwritten
    }
    const finite = (value: number) => (Number.isFinite(value) ? value : null)
    return {
      kind: 'done',
      answer: {
        safe: leaks.length === 0,
        suppressed: asked.length,
        leaks,
        minimalWidth: finite(narrowest),
        marginsWithoutRow: audit.intervals.length - asked.length,
        ...(count <= exactUpTo
          ? { intervals: asked.map((each) => ({ cell: nameOf(each), low: each.low, high: finite(each.high) })) }
          : {}),
        seconds: Math.round(performance.now() - began) / 1000,
      },
    }
  },
}

/** Where a published table says something else than the original. */
function differs(tables: readonly PublishedTable[], truth: readonly Float64Array[]): string | undefined {
  for (const [table, { values }] of tables.entries()) {
    const counts = truth[table]
    const at = values.findIndex((value, cell) => !Number.isNaN(value) && value !== counts?.[cell])
    if (at !== -1) return `a published count is ${values[at]}, and the original says ${counts?.[at]}`
  }
  return undefined
}
