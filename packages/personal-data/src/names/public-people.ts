import type { Range } from '../finding.ts'
import { firstNames } from '../lists/first-names.ts'
import { publicFullNames } from '../lists/public-full-names.ts'
import { notPublicAlone, publicNames } from '../lists/public-names.ts'
import { surnames } from '../lists/surnames.ts'
import { wordsOf } from '../lists/words-of.ts'
import type { Token } from '../tokens.ts'

const royal = new Set(
  wordsOf(
    'koning koningin prins prinses keizer keizerin paus tsaar farao sultan sint heilige god godin queen king emperor',
  ),
)

/** Single names that are a person of lessons by themselves. */
const famousAlone = new Set(
  [...publicNames].filter(
    (name) => !notPublicAlone.has(name) && (!firstNames.has(name) || name === 'mozes') && !surnames.has(name),
  ),
)

const byFirstWord = new Map<string, readonly (readonly string[])[]>()
for (const name of publicFullNames) {
  const words = name.split(/[\s.]+/u).filter((word) => word !== '')
  const [first = ''] = words
  byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), words])
}

export interface PublicPeople {
  readonly ranges: readonly Range[]
  /** Parts of full names, with the sentences around where they were found: `Anne` where Anne Frank stands nearby. */
  readonly parts: ReadonlyMap<string, ReadonlySet<number>>
  readonly sentences: ReadonlySet<number>
}

/** Where persons of lessons stand in a text: painters, kings, inventors, characters, by a list of full names and of single ones. */
export function publicPeople(tokens: readonly Token[]): PublicPeople {
  const ranges: Range[] = []
  const parts = new Map<string, Set<number>>()
  const sentences = new Set<number>()
  tokens.forEach((token, at) => {
    if (token.kind !== 'word') return
    for (const words of byFirstWord.get(token.lower) ?? []) {
      const end = matchWords(tokens, at, words)
      if (end === undefined) continue
      ranges.push({ from: token.from, to: end.to })
      sentences.add(token.sentence)
      for (const word of words) if (word.length > 2) parts.set(word, nearby(parts.get(word), token.sentence))
    }
    if (/^\p{Lu}/u.test(token.text) && isFamous(token.lower)) {
      ranges.push({ from: token.from, to: token.to })
      sentences.add(token.sentence)
    }
  })
  return { ranges, parts, sentences }
}

const nearness = 3

function nearby(known: Set<number> | undefined, sentence: number): Set<number> {
  const all = known ?? new Set()
  for (let away = -nearness; away <= nearness; away++) all.add(sentence + away)
  return all
}

function matchWords(tokens: readonly Token[], at: number, words: readonly string[]): Token | undefined {
  let place = at
  let last: Token | undefined
  for (const word of words) {
    while (tokens[place]?.text === '.' && place > at) place++
    const token = tokens[place]
    const lower = token?.lower
    if (!token || (lower !== word && lower !== `${word}s` && lower !== `${word}'s`)) return undefined
    last = token
    place++
  }
  return last
}

/** A single name, also with the -s of a possessive, and the parts of a double one. */
export const isFamous = (lower: string): boolean =>
  famousAlone.has(lower) ||
  famousAlone.has(lower.replace(/(?:'s|s|')$/u, '')) ||
  (lower.includes('-') && lower.split('-').some((part) => famousAlone.has(part)))

export const isRoyal = (lower: string): boolean => royal.has(lower)
