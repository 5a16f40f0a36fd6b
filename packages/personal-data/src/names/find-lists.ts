import { type Finding, finding, type Range } from '../finding.ts'
import { functionWords, looksCommon } from '../lists/common-words.ts'
import { particles } from '../lists/contexts.ts'
import { firstNames } from '../lists/first-names.ts'
import { places } from '../lists/places.ts'
import { properWords } from '../lists/proper-words.ts'
import { isCapitalised, type Token } from '../tokens.ts'
import { nameLikeness } from './name-likeness.ts'
import { isFamous } from './public-people.ts'

const shortest = 3
const longestLine = 9

interface Line extends Range {
  readonly kind: 'named' | 'unknown' | 'other'
  readonly likeness: number
  readonly words: number
}

/**
 * Lists of a class: three or more lines behind each other that hold hardly more than a name, one of them a name that was found; or four
 * or more lines of unknown capitalised words that look like names.
 */
export function findLists(text: string, tokens: readonly Token[], names: readonly Finding[]): readonly Finding[] {
  const lines = linesOf(tokens, names)
  const found: Finding[] = []
  for (let at = 0; at < lines.length; at++) {
    let end = at
    while (lines[end] && lines[end]?.kind !== 'other') end++
    const run = lines.slice(at, end)
    if (isList(run)) found.push(finding('class-list', text, run[0]?.from ?? 0, run.at(-1)?.to ?? 0))
    at = end
  }
  return [...found, ...rowsOf(text, tokens, names, found)]
}

function isList(run: readonly Line[]): boolean {
  if (run.length < shortest) return false
  const named = run.filter((line) => line.kind === 'named').length
  if (named * 2 >= run.length) return true
  if (run.length < shortest + 1) return false
  const mean = run.reduce((sum, line) => sum + line.likeness, 0) / run.length
  return mean > 0.1 || (named > 0 && mean > -0.1)
}

function linesOf(tokens: readonly Token[], names: readonly Finding[]): readonly Line[] {
  const lines: Line[] = []
  let name = 0
  let at = 0
  while (at < tokens.length) {
    let end = at + 1
    while (end < tokens.length && tokens[end]?.gap !== 'line') end++
    const from = tokens[at]?.from ?? 0
    const to = tokens[end - 1]?.to ?? 0
    while ((names[name]?.to ?? Number.POSITIVE_INFINITY) <= from) name++
    lines.push({
      from,
      to,
      ...judgeLine(tokens.slice(at, Math.min(end, at + longestLine * 3)), (names[name]?.from ?? to) < to),
    })
    at = end
  }
  return lines
}

function judgeLine(line: readonly Token[], named: boolean): Pick<Line, 'kind' | 'likeness' | 'words'> {
  const words = line.filter((token) => token.kind === 'word' && token.text.length > 1 && !particles.has(token.lower))
  const other = { kind: 'other', likeness: 0, words: words.length } as const
  if (words.length === 0 || words.length > 5 || line.length > longestLine * 2) return other
  const opening = words[0]?.lower ?? ''
  const plain = words.filter(
    (token) =>
      (functionWords.has(token.lower) && !firstNames.has(opening)) ||
      (token.text === token.lower && looksCommon(token.lower)),
  )
  if (plain.length > 0) return other
  const known = words.every((token) => isCapitalised(token)) && firstNames.has(words[0]?.lower ?? '')
  if (named || known) return { kind: 'named', likeness: 1, words: words.length }
  if (!words.every((token) => isCapitalised(token) && !isKnownThing(token.lower))) return other
  return {
    kind: 'unknown',
    likeness: Math.max(...words.map((token) => nameLikeness(token.lower))),
    words: words.length,
  }
}

const isKnownThing = (lower: string) =>
  looksCommon(lower) || places.has(lower) || properWords.has(lower) || isFamous(lower)

const rowLength = 5
const gapInRow = /^(?:\s*[,;/&+|]\s*|\s+(?:en|and)\s+|\s*,\s*(?:en|and)\s+)$/u

/** Five or more names in one row of a sentence. */
function rowsOf(
  text: string,
  tokens: readonly Token[],
  names: readonly Finding[],
  lists: readonly Finding[],
): readonly Finding[] {
  const found: Finding[] = []
  let from = 0
  for (let at = 1; at <= names.length; at++) {
    const before = names[at - 1]
    const here = names[at]
    if (here && before && here.from - before.to < 8 && gapInRow.test(text.slice(before.to, here.from))) continue
    const first = names[from]
    if (
      first &&
      before &&
      at - from >= rowLength &&
      !lists.some((list) => list.from < before.to && first.from < list.to)
    )
      found.push(finding('class-list', text, first.from, before.to))
    from = at
  }
  return tokens.length === 0 ? [] : found
}
