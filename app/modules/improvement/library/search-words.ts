import { dutchStem } from './dutch-stem.ts'

const most = 1200
/** Of what somebody asks: words, and letters of a word. */
const asks = { words: 8, letters: 30 }

/** Words that say nothing of a subject. */
const empty = new Set(
  `de het een en of in op aan met van voor door bij te om als dat die dit wat wie hoe is zijn er ze zij je we wij ik niet ook nog dan
  the and of in to a an is are on for with`.split(/\s+/),
)

/** The words of a text in small letters, without accents and without empty ones, in order. */
function wordsOf(text: string): readonly string[] {
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
  return (plain.match(/[\p{L}\p{N}]+(?:'s(?!\p{L}))?/gu) ?? []).filter((word) => !empty.has(word)).slice(0, most)
}

export function stemsOf(text: string): string[] {
  return [...new Set(wordsOf(text).map(dutchStem))]
}

/** The words of a text, each once, and the stem of each: what a shared lesson is found by. */
export function learnt(text: string): { readonly words: string[]; readonly stems: string[] } {
  const words = [...new Set(wordsOf(text).map((word) => word.slice(0, 60)))]
  return { words, stems: words.map(dutchStem) }
}

/** A word that somebody asks, with all that it may have meant; null where it is too short for that. Patterns are for LIKE. */
export interface AskedWord {
  readonly word: string
  readonly stem: string
  /** Words that begin like this. */
  readonly starts: string | null
  /** Words that have it as a part: fiets, bakfiets. */
  readonly part: string | null
  readonly stemPart: string | null
  /** One letter too few or wrong, of words that begin with `first`. */
  readonly first: string
  readonly alike: readonly string[]
  /** Stems of the word with two neighbours swapped, or without one of its letters. */
  readonly swapped: readonly string[]
  /** Stems of both parts, for each way to see it as a compound: breukensom, breuk and som. */
  readonly compounds: readonly (readonly [string, string])[]
}

/** Whether something was typed that no lesson is found by: signs, or little words only. */
export function asksNothing(text: string): boolean {
  return text.trim() !== '' && wordsOf(text.slice(0, 400)).length === 0
}

/** What is asked, for `search_library`. */
export function askedWords(text: string): readonly AskedWord[] {
  return [...new Set(wordsOf(text.slice(0, 400)))].slice(0, asks.words).map((long) => {
    const word = long.slice(0, asks.letters)
    const stem = dutchStem(word)
    const part = (of: string) => (of.length < 4 ? null : `%${of}%`)
    return {
      word,
      stem,
      starts: stem.length >= 3 ? stem : word.length >= 3 ? word : null,
      part: part(word),
      stemPart: part(stem),
      first: word.slice(0, 1),
      alike: [...new Set(basesOf(word).flatMap(alike))],
      swapped: [...new Set([...swapped(word), ...without(word)].map(dutchStem))],
      compounds: compounds(word),
    }
  })
}

/** A word, and what is left of it without an ending that a lesson need not have: fietsen, fiets. */
function basesOf(word: string): readonly string[] {
  const base = word.replace(/(?:etje|tje|je)?s?$|en$|e$/, '')
  return base.length >= 4 && base !== word ? [word, base] : [word]
}

/** A word without each of its letters but the first. */
const without = (word: string): readonly string[] =>
  word.length < 5 ? [] : [...word.slice(1)].map((_, at) => word.slice(0, at + 1) + word.slice(at + 2))

/** LIKE patterns of words with one letter more or another one, after the first: `_` is any letter. Short words are too much alike. */
function alike(word: string): readonly string[] {
  if (word.length < 4) return []
  const places = Array.from({ length: word.length - 1 }, (_, index) => index + 1)
  return [
    ...places.map((at) => `${word.slice(0, at)}_${word.slice(at + 1)}`),
    ...[...places, word.length].map((at) => `${word.slice(0, at)}_${word.slice(at)}`),
  ]
}

function swapped(word: string): readonly string[] {
  if (word.length < 4) return []
  return [...word.slice(1)].map((letter, at) => word.slice(0, at) + letter + word.charAt(at) + word.slice(at + 2))
}

/** Each way to see a word as two of at least three letters, with or without a linking letter between them. */
function compounds(word: string): readonly (readonly [string, string])[] {
  const found = new Map<string, readonly [string, string]>()
  for (let at = 3; at <= word.length - 3; at++) {
    const pair = [dutchStem(word.slice(0, at)), dutchStem(word.slice(at))] as const
    found.set(pair.join(' '), pair)
    // Verkeersbord: the s belongs to neither.
    if (word.charAt(at) === 's' && word.length - at > 3) {
      const linked = [pair[0], dutchStem(word.slice(at + 1))] as const
      found.set(linked.join(' '), linked)
    }
  }
  return [...found.values()]
}
