import { readFile } from 'node:fs/promises'
import type { Fit, Method, TableDataOptions } from '@kantelpunt/mixed-models'
import type { Outcome } from '../command.ts'
import { explainModel, explainTable } from './describe-refusal.ts'

/** The options that every command on a model has. */
export const modelOptions = {
  formula: { type: 'string' },
  method: { type: 'string' },
  decimal: { type: 'string' },
  levels: { type: 'string', multiple: true },
  factor: { type: 'string', multiple: true },
} as const

export const tableHelp = `
  --levels NAME=A,B,…   the order of a factor's levels, the one to compare with first; without it, the order in which
                        they occur in the file (levels that are numbers ascend)
  --factor NAME         a column of numbers is a factor
  --decimal ,           numbers have a decimal comma; without it that is found out, unless commas separate the cells

The file is delimited text with a header; encoding and separator are found out. A column is numbers, TRUE and FALSE, or a
factor. A blank cell and NA are missing: rows where the formula needs one are left out and counted.`

interface ModelArguments {
  readonly path: string
  readonly formula: string
  readonly method: Method
  readonly table: TableDataOptions
}

/** Reads the options that all commands on a model share, or tells what is wrong with them. */
export function readModelArguments(
  values: {
    readonly formula?: string
    readonly method?: string
    readonly decimal?: string
    readonly levels?: readonly string[]
    readonly factor?: readonly string[]
  },
  [path, ...more]: readonly string[],
): ModelArguments | string {
  const { formula, method = 'reml' } = values
  if (path === undefined || more.length > 0) return 'Name one file.'
  if (formula === undefined) return "--formula is missing, such as --formula 'score ~ prior + (1 | school)'."
  if (method !== 'reml' && method !== 'ml') return '--method is reml or ml.'
  const table = readTableOptions(values)
  return typeof table === 'string' ? table : { path, formula, method, table }
}

/** Reads what --levels, --factor and --decimal say, or tells what is wrong with them. */
function readTableOptions(values: {
  readonly decimal?: string
  readonly levels?: readonly string[]
  readonly factor?: readonly string[]
}): TableDataOptions | string {
  const { decimal } = values
  if (decimal !== undefined && decimal !== '.' && decimal !== ',') return '--decimal is . or ,'
  const levels: Record<string, readonly string[]> = {}
  for (const text of values.levels ?? []) {
    const [name = '', order] = text.split(/=(.*)/s)
    if (order === undefined || order === '') return `--levels ${text} is not of the form NAME=A,B`
    levels[name] = order.split(',')
  }
  const factors = (values.factor ?? []).flatMap((names) => names.split(','))
  return { levels, factors, ...(decimal === undefined ? {} : { decimal }) }
}

type Fitted = {
  readonly kind: 'fitted'
  readonly fit: Fit
  /** Reading the file and what the formula names; fitting. */
  readonly seconds: { readonly read: number; readonly fit: number }
}

/** Reads the file, fits the formula, and says in one sentence what stops it. */
export async function fitFile({ path, formula, method, table: options }: ModelArguments): Promise<Fitted | Outcome> {
  const { readDelimited } = await import('@kantelpunt/delimited-text')
  const { fitFrame, modelFrame, tableData } = await import('@kantelpunt/mixed-models')
  const started = performance.now()
  let bytes: Uint8Array
  try {
    bytes = await readFile(path)
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    return badInput(`${path}: ${isMissing ? 'there is no such file' : 'the file could not be opened'}.`)
  }
  const table = readDelimited(bytes)
  if (!table.ok) return badInput(`${path}${explainTable(table)}`)
  if (table.rowCount === 0) return badInput(`${path}, line 2: there are no rows below the header.`)
  const stray = [...Object.keys(options.levels ?? {}), ...(options.factors ?? [])].find(
    (name) => !table.header.includes(name),
  )
  if (stray !== undefined)
    return badInput(`${path}, line 1: there is no column ${stray}, which --levels or --factor names.`)
  const frame = modelFrame(formula, tableData(table, options))
  if (!frame.ok) return badInput(explainModel(path, table, formula, frame))
  const read = performance.now()
  const fit = fitFrame(frame, method)
  const done = performance.now()
  if (!fit.ok) {
    const message = explainModel(path, table, formula, fit)
    const isRight = fit.reason === 'perfect-fit' || fit.reason === 'too-crossed'
    return isRight ? { kind: 'no-answer', message } : badInput(message)
  }
  return { kind: 'fitted', fit, seconds: { read: (read - started) / 1000, fit: (done - read) / 1000 } }
}

function badInput(message: string): Outcome {
  return { kind: 'bad-input', message }
}
