import { sentencesOf } from './sentences.ts'

/** A word, number or mark, with what stands before it. `start`: nothing but marks stands before it in its sentence or cell. */
export interface Token {
  readonly from: number
  readonly to: number
  readonly text: string
  readonly lower: string
  readonly kind: 'word' | 'number' | 'mark'
  /** White space between this token and the one before it: none, a space within the line, or the end of a line. */
  readonly gap: 'none' | 'space' | 'line'
  readonly start: boolean
  readonly sentence: number
}

const pieces = /(\p{L}[\p{L}\p{M}]*(?:['’\-‑]\p{L}[\p{L}\p{M}]*)*)|(\d+)|(['’]t(?!\p{L}))|[^\s]/gu

/** Marks after which a capital says nothing: colons, quotes, brackets, bullets, cells. */
const fresh = new Set([
  ':',
  '"',
  '“',
  '„',
  '‘',
  '’',
  "'",
  '(',
  '[',
  '•',
  '–',
  '—',
  '-',
  '*',
  '|',
  '·',
  '>',
  '#',
  '○',
  '▪',
  '✓',
  '…',
])

/** The tokens of a text, in order. Linear in its length. */
export function tokensOf(text: string): readonly Token[] {
  const sentences = sentencesOf(text)
  const tokens: Token[] = []
  let sentence = 0
  let last = 0
  let fromStart = true
  for (const match of text.matchAll(pieces)) {
    const from = match.index
    const to = from + match[0].length
    const between = text.slice(last, from)
    const sentenceBefore = sentence
    while (from >= (sentences[sentence]?.to ?? Number.POSITIVE_INFINITY)) sentence++
    if (sentence !== sentenceBefore || tokens.length === 0) fromStart = true
    const kind = (match[1] ?? match[3]) ? 'word' : match[2] ? 'number' : 'mark'
    const gap = between === '' ? 'none' : between.includes('\n') ? 'line' : 'space'
    if (between.includes('\t') || between.length > 2) fromStart = true
    tokens.push({
      from,
      to,
      text: match[0],
      lower: match[0].toLowerCase().replaceAll('’', "'"),
      kind,
      gap,
      start: fromStart,
      sentence,
    })
    if (kind === 'word') fromStart = false
    else if (kind === 'mark' && fresh.has(match[0]) && !(match[0] === '-' && gap === 'none')) fromStart = true
    // '1.' and 'a)' count a line; other marks leave things as they were.
    else if (kind === 'mark' && match[0] === ')' && tokens.length === 2) fromStart = true
    last = to
  }
  return tokens
}

/** Whether a word begins with a capital and goes on in small letters, somewhere. */
export const isCapitalised = (token: Token | undefined): token is Token =>
  token?.kind === 'word' && /^\p{Lu}/u.test(token.text) && (token.text.length === 1 || /\p{Ll}/u.test(token.text))

export const isAllCapitals = (token: Token): boolean =>
  token.kind === 'word' && token.text.length > 1 && token.text === token.text.toUpperCase()
