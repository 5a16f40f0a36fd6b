import type { LongTableRefusal } from '@kantelpunt/disclosure'

/** One plain sentence that says what is wrong with a file of counts, where, and what to do. */
export function describeTableRefusal(refusal: LongTableRefusal): string {
  switch (refusal.reason) {
    case 'empty':
      return 'the file is empty.'
    case 'no-rows':
      return 'there are no rows below the header.'
    case 'row-width':
      return `line ${refusal.line}, column ${Math.min(refusal.found, refusal.expected) + 1}: the row has ${refusal.found} cells, the header has ${refusal.expected}.`
    case 'unclosed-quote':
      return `line ${refusal.line}, column ${refusal.column}: a quote that opens here never closes.`
    case 'unknown-column':
      return `line 1: there is no column "${refusal.name}"; the columns are ${refusal.have.join(', ')}.`
    case 'dimension-twice':
      return `the column "${refusal.name}" is named twice in --dimensions and --count.`
    case 'too-many-cells':
      return `${refusal.cells} cells with margins are more than can be handled: name fewer dimensions.`
    case 'no-count':
      return `${place(refusal)}: "${refusal.text}" is not a count.`
    case 'negative-count':
      return `${place(refusal)}: ${refusal.text} is below zero, and a count can't be.`
    case 'no-whole-count':
      return `${place(refusal)}: ${refusal.text} is not a whole number; leave out decimals and thousands separators.`
    case 'blank-category':
      return `${place(refusal)}: the category is blank.`
    case 'category-is-total':
      return `${place(refusal)}: "${refusal.text}" would be one category more; if it is the total, say --total ${refusal.text}, and if not, give it another name.`
    case 'cell-twice':
      return `line ${refusal.line}, column ${refusal.column}: the cell ${refusal.names.join(' × ')} was on line ${refusal.earlier} already; add such rows up first.`
    case 'margins-do-not-add-up':
      return `line ${refusal.line}, column ${refusal.column}: ${refusal.names.join(' × ')} says ${refusal.said}, and its parts add up to ${refusal.sum}.`
    case 'two-parents':
      return `the hierarchy puts "${refusal.label}" below two parents.`
    case 'label-of-total':
      return `the hierarchy uses "${refusal.label}" as a child, and that is what the total is called.`
    case 'circle':
      return `the hierarchy goes round: "${refusal.label}" is below itself.`
  }
}

function place({ line, column, name }: { readonly line: number; readonly column: number; readonly name: string }) {
  return `line ${line}, column ${column} (${name})`
}
