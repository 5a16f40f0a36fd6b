import type { DelimitedRefusal, DelimitedTable } from '@kantelpunt/delimited-text'
import type { FitRefusal } from '@kantelpunt/mixed-models'

/** What is wrong with a file of rows and columns, to follow its name. */
export function explainTable(refusal: DelimitedRefusal): string {
  switch (refusal.reason) {
    case 'empty':
      return ', line 1: the file is empty.'
    case 'row-width':
      return `, line ${refusal.line}, column ${Math.min(refusal.found, refusal.expected) + 1}: the row has ${refusal.found} cells, the header has ${refusal.expected}.`
    case 'unclosed-quote':
      return `, line ${refusal.line}, column ${refusal.column}: a quote opens here and never closes.`
  }
}

const functionsKnown = 'I, poly, scale, log, log2, log10, log1p, exp, expm1, sqrt, abs and factor'

/** One plain sentence for what stops a model: file, line and column where it is in the file, else the formula. */
export function explainModel(
  path: string,
  { header, cell }: Pick<DelimitedTable, 'header' | 'cell'>,
  formula: string,
  refusal: FitRefusal,
): string {
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
      return `The formula ${formula} uses ${refusal.name}, which is not known here, or not with what it is given; there are ${functionsKnown}.`
    case 'not-a-number':
      // An expression such as factor(x) is in no column; of a column it is said of the first row: no cell is a number.
      return (refusal.column ?? 0) < 1
        ? `${under(refusal.name)}: the response ${refusal.name} must be numbers.`
        : `${at(refusal)}: ${refusal.name} must hold numbers${sayNoNumber(cell(0, (refusal.column ?? 1) - 1).trim())}.`
    case 'not-finite':
      return `${at(refusal)}: ${refusal.name} has no finite value here.`
    case 'no-rows':
      return `${path}, line 2: every row misses something that the formula names.`
    case 'singular-design':
      return refusal.empty
        ? `${under(refusal.term)}: no row has ${refusal.term}, so its effect cannot be estimated; join levels or leave it out.`
        : `${under(refusal.term)}: the effect of ${refusal.term} follows from the effects before it, so it cannot be estimated; leave one out${refusal.term.includes(':') ? ', or where a:b stands alone write a*b or 0 + a:b' : ''}.`
    case 'too-few-rows':
      return `${path}: ${refusal.columns} fixed effects need more than ${refusal.rows} rows.`
    case 'one-group':
      return `${under(refusal.group)}: ${refusal.group} has only the level ${refusal.level}, and effects cannot vary over one group.`
    case 'too-many-effects':
      return `${under(refusal.group)}: ${refusal.effects} random effects of ${refusal.group} cannot be told from the residuals of ${refusal.rows} rows.`
    case 'repeated-term':
      return `The formula ${formula} lets ${refusal.term} vary twice over ${refusal.group}.`
    case 'constant-response':
      return `${under(formula.split('~')[0] ?? '')}: the response is the same in every row.`
    case 'one-level':
      return `${under(refusal.name)}: ${refusal.name} is ${refusal.level} in every row, so it has no effect to estimate.`
    case 'too-crossed':
      return `The groups cross so much that ${refusal.effects} effects depend on each other, which is more than this machine should hold.`
    case 'perfect-fit':
      return 'The model gives every response exactly, so its likelihood has no maximum.'
  }
}

function sayNoNumber(text: string): string {
  if (text === '' || text === 'NA') return ''
  const hint = /^[+-]?\d+,\d+$/.test(text) ? '; if that is a decimal comma, say --decimal ,' : ''
  return `, and "${text}" is none${hint}`
}
