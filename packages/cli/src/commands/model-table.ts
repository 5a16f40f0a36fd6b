import { readFile } from 'node:fs/promises'
import { type DelimitedRefusal, type DelimitedTable, readDelimited } from '@kantelpunt/delimited-text'
import type { FitRefusal, TableDataOptions } from '@kantelpunt/mixed-models'

/** The options that every command on a model has for reading its file. */
export const tableOptions = {
  decimal: { type: 'string' },
  levels: { type: 'string', multiple: true },
  factor: { type: 'string', multiple: true },
} as const

export const tableHelp = `
  --levels NAME=A,B,…   the order of a factor's levels, the one to compare with first; without it, the order in which
                        they occur in the file (levels that are numbers ascend)
  --factor NAME         a column of numbers is a factor
  --decimal ,           numbers have a decimal comma

The file is delimited text with a header; encoding and separator are found out. A column is numbers, TRUE and FALSE, or a
factor. A blank cell and NA are missing: rows where the formula needs one are left out and counted.`

/** Reads what --levels, --factor and --decimal say, or tells what is wrong with them. */
export function readTableOptions(values: {
  readonly decimal?: string
  readonly levels?: readonly string[]
  readonly factor?: readonly string[]
}): TableDataOptions | string {
  const { decimal = '.' } = values
  if (decimal !== '.' && decimal !== ',') return '--decimal is . or ,'
  const levels: Record<string, readonly string[]> = {}
  for (const text of values.levels ?? []) {
    const [name = '', order] = text.split(/=(.*)/s)
    if (order === undefined || order === '') return `--levels ${text} is not of the form NAME=A,B`
    levels[name] = order.split(',')
  }
  return { decimal, levels, factors: (values.factor ?? []).flatMap((names) => names.split(',')) }
}

/** Reads a file of rows and columns, or tells what is wrong with it. */
export async function readTable(path: string): Promise<DelimitedTable | string> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(path)
  } catch (error) {
    return `${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`
  }
  const table = readDelimited(bytes)
  if (!table.ok) return `${path}${explainTable(table)}`
  return table.rowCount === 0 ? `${path}, line 2: there are no rows below the header.` : table
}

function explainTable(refusal: DelimitedRefusal): string {
  switch (refusal.reason) {
    case 'empty':
      return ', line 1: the file is empty.'
    case 'row-width':
      return `, line ${refusal.line}, column ${Math.min(refusal.found, refusal.expected) + 1}: the row has ${refusal.found} cells, the header has ${refusal.expected}.`
    case 'unclosed-quote':
      return `, line ${refusal.line}, column ${refusal.column}: a quote opens here and never closes.`
  }
}

/** One plain sentence for what stops a model: file, line and column where it is in the file, else the formula. */
export function explainModel(path: string, header: readonly string[], formula: string, refusal: FitRefusal): string {
  const at = (place: { readonly line?: number; readonly column?: number }) =>
    place.line === undefined ? path : `${path}, line ${place.line}, column ${place.column}`
  /** The header of a term's first column: `sexM` comes from `sex`. */
  const under = (term: string) => {
    const names = header.filter((name) => name !== '' && term.split(':').some((part) => part.includes(name)))
    const longest = names.toSorted((one, other) => other.length - one.length)[0]
    return longest === undefined ? path : `${path}, line 1, column ${header.indexOf(longest) + 1}`
  }
  switch (refusal.reason) {
    case 'formula-syntax':
      return `The formula ${formula} is not understood at character ${refusal.position}: ${refusal.expected} was expected there.`
    case 'formula-term':
      return `The formula ${formula} has a part that is no term: ${refusal.part}.`
    case 'formula-group':
      return `The formula ${formula} has a group that is not understood: ${refusal.part}; write a name, a:b or a/b.`
    case 'formula-form':
      return refusal.missing === 'response'
        ? `The formula ${formula} has no ~ with a response before it.`
        : `The formula ${formula} has no random term such as (1 | school).`
    case 'unknown-column':
      return `${path}, line 1: there is no column ${refusal.name}, which the formula names; there are ${refusal.known.join(', ')}.`
    case 'unreadable-number':
      return `${at(refusal)}: "${refusal.text}" in ${refusal.name} is not a number.`
    case 'unknown-function':
      return `The formula ${formula} uses ${refusal.name}, which is not known here, or not with what it is given.`
    case 'not-a-number':
      return `${at(refusal)}: ${refusal.name} must hold numbers.`
    case 'not-finite':
      return `${at(refusal)}: ${refusal.name} has no finite value here.`
    case 'no-rows':
      return `${path}, line 2: every row misses something that the formula names.`
    case 'singular-design':
      return `${under(refusal.term)}: the effect of ${refusal.term} follows from the effects before it, so it cannot be estimated; leave one out.`
    case 'too-few-rows':
      return `${path}: ${refusal.columns} fixed effects need more than ${refusal.rows} rows.`
    case 'one-group':
      return `${under(refusal.group)}: ${refusal.group} has only the level ${refusal.level}, and effects cannot vary over one group.`
    case 'too-many-effects':
      return `${under(refusal.group)}: ${refusal.effects} random effects of ${refusal.group} cannot be told from the residuals of ${refusal.rows} rows.`
    case 'repeated-term':
      return `The formula ${formula} lets ${refusal.term} vary twice over ${refusal.group}.`
    case 'constant-response':
      return `${path}: the response is the same in every row.`
    case 'perfect-fit':
      return 'The model gives every response exactly, so its likelihood has no maximum.'
  }
}
