import type { ExchangeRefusal } from '@kantelpunt/exchange'

/** One plain sentence that says what is wrong with a file of an exchange, where, and what to do. */
export function describeExchangeRefusal(refusal: ExchangeRefusal): string {
  switch (refusal.reason) {
    case 'empty':
      return 'the file is empty.'
    case 'bad-header':
      if (isOtherEncoding(refusal.text)) return otherEncoding
      return `line ${refusal.line}: "${refusal.text}" is not how such a file begins: ${refusal.expected}.`
    case 'bad-row':
      return `line ${refusal.line}: "${refusal.text}" is not three numbers, u v weight.`
    case 'no-number':
      return `line ${refusal.line}: "${refusal.text}" is not a number.`
    case 'unknown-vertex':
      return `line ${refusal.line}: there is no ${refusal.text}; they are numbered ${refusal.first} to ${refusal.last}.`
    case 'self-loop':
      return `line ${refusal.line}: ${refusal.vertex} can't exchange with itself.`
    case 'duplicate':
      return `line ${refusal.line}: ${refusal.ends.join(' and ')} were on line ${refusal.earlier} already; leave one of them.`
    case 'weight-too-large':
      return `line ${refusal.line}: the weight ${refusal.text} can't be added up exactly with the others; at most ${refusal.limit} can, or fewer decimals.`
    case 'weight-not-whole':
      return `line ${refusal.line}: the weight ${refusal.text} is not a whole number; only --format kidney has decimals.`
    case 'cut-off':
      return `line ${refusal.line}: the file ends after ${refusal.found} of ${refusal.expected}; it may have been cut.`
    case 'more-than-announced':
      return `line ${refusal.line}: there is more than the ${refusal.expected} that the first line announces.`
    case 'no-end-line':
      return `line ${refusal.line}: the end line -1 -1 -1 is not there; the file may have been cut.`
    case 'too-many':
      return `${refusal.count} ${refusal.what} are more than the ${refusal.limit} that can be handled.`
    case 'uneven-lists':
      return `line ${refusal.line}: ${refusal.successors} successors have ${refusal.weights} weights.`
    case 'unexpected':
      return `line ${refusal.line}: "${refusal.text}" is not expected here.`
    case 'no-json':
      if (isOtherEncoding(refusal.message)) return otherEncoding
      return `line ${refusal.line}: this is no JSON (${refusal.message}).`
    case 'bad-json':
      return missing[refusal.missing]
    case 'bad-list':
      return `line ${refusal.line}: ${listOf(refusal)} has to be a list of ${refusal.expected}.`
    case 'ranks-stranger':
      return `line ${refusal.line}: ${listOf(refusal)} names ${refusal.text}, ${
        refusal.list === 'priority' ? 'who is not there' : 'with whom no arc joins them'
      }.`
    case 'ranks-twice':
      return `line ${refusal.line}: ${listOf(refusal)} names ${refusal.vertex} twice.`
    case 'ranks-not':
      return `line ${refusal.line}: ${listOf(refusal)} leaves out ${refusal.vertex}${
        refusal.list === 'priority' ? '' : '; take the arc out too if that is meant'
      }.`
  }
}

const missing = {
  n: 'the number of participants, "n", has to be there, a whole number of 0 or more.',
  arcs: 'either "arcs" or "edges" has to be there, a list of [u, v, weight].',
  rankings: '"rankings" has to hold "teachers", "schools" or both, and nothing else.',
} as const

const otherEncoding = 'line 1: this is no text in UTF-8; save the file as UTF-8.'

/** What UTF-16 looks like, which some editors write. */
function isOtherEncoding(text: string): boolean {
  return text.includes('\0') || text.includes('\ufffd')
}

function listOf({ list, of }: { readonly list: string; readonly of?: number }): string {
  return of === undefined ? `"${list}"` : `"${list}" of ${of}`
}
