import { editDistance } from './edit-distance.ts'
import { soundOf } from './word-sound.ts'

/** Where a word stands: places in a list, with the weight of the word at each. */
export interface Postings {
  readonly places: readonly number[]
  readonly weights: readonly number[]
}

/** A word that answers a word that was typed, and how well (0 to 1). */
export interface WordMatch {
  readonly postings: Postings
  readonly quality: number
}

const quality = {
  exact: 1,
  joined: 0.97,
  sound: 0.94,
  prefix: 0.92,
  apart: 0.8,
  oneEdit: 0.75,
  prefixWithEdit: 0.6,
  twoEdits: 0.5,
} as const

const none: Postings = { places: [], weights: [] }

/** A word that stands in so many texts is what was meant; looking for words near it would cost much and tell little. */
const common = 400

/** The words of many texts, found as they are typed: whole, begun, as they sound, or with an edit or two. */
export class WordList {
  readonly #postings = new Map<string, { places: number[]; weights: number[] }>()
  #sorted: readonly string[] = []
  /** Of each sorted word, a bit for every letter that is in it: words that lack letters need no closer look. */
  #letters = new Uint32Array()
  readonly #bySound = new Map<string, string[]>()

  constructor(texts: Iterable<ReadonlyMap<string, number>>) {
    let place = 0
    for (const words of texts) {
      for (const [word, weight] of words) {
        const postings = this.#postings.get(word) ?? { places: [], weights: [] }
        postings.places.push(place)
        postings.weights.push(weight)
        this.#postings.set(word, postings)
      }
      place += 1
    }
    this.#sorted = [...this.#postings.keys()].sort()
    this.#letters = Uint32Array.from(this.#sorted, lettersOf)
    for (const word of this.#sorted) {
      const sound = soundOf(word)
      const alike = this.#bySound.get(sound)
      if (alike === undefined) this.#bySound.set(sound, [word])
      else alike.push(word)
    }
  }

  /** Two words typed apart that are one word here: `lodewijk gymnasium`. */
  joined(first: string, second: string): readonly WordMatch[] {
    if (first === '' || second === '') return []
    const postings = this.#postings.get(first + second)
    if (postings !== undefined) return [{ postings, quality: quality.joined }]
    const alike = this.#bySound.get(soundOf(first + second)) ?? []
    return alike.flatMap((word) => ({ postings: this.#postings.get(word) ?? none, quality: quality.sound }))
  }

  /** Two words here that were typed as one (`deregenboog`): the one of them that tells more. */
  #apart(typed: string): readonly WordMatch[] {
    for (let at = 2; at <= typed.length - 4; at++) {
      const [first, second] = [this.#postings.get(typed.slice(0, at)), this.#postings.get(typed.slice(at))]
      if (first === undefined || second === undefined) continue
      const postings = first.places.length < second.places.length ? first : second
      return [{ postings, quality: quality.apart }]
    }
    return []
  }

  /** Every word that a typed word may have meant. A word with a digit is a code and means itself, or what it begins. */
  matches(typed: string): readonly WordMatch[] {
    const matches: WordMatch[] = []
    const put = (word: string, good: number) => {
      const postings = this.#postings.get(word)
      if (postings !== undefined) matches.push({ postings, quality: good })
    }
    put(typed, quality.exact)
    if (typed.length >= 2) {
      for (let i = this.#firstFrom(typed); i < this.#sorted.length; i++) {
        const word = this.#sorted[i] ?? ''
        if (!word.startsWith(typed)) break
        if (word !== typed) put(word, quality.prefix * (0.6 + (0.4 * typed.length) / word.length))
      }
    }
    const isCode = /\d/.test(typed)
    const exact = this.#postings.get(typed)
    if (exact !== undefined && exact.places.length >= common) return matches
    const edits = typed.length >= 8 && !isCode ? 2 : 1
    if (typed.length < 3 || (isCode && matches.length > 0)) return matches
    if (exact === undefined) matches.push(...this.#apart(typed))
    for (const word of this.#bySound.get(soundOf(typed)) ?? []) if (word !== typed) put(word, quality.sound)
    const letters = lettersOf(typed)
    for (const [i, word] of this.#sorted.entries()) {
      if (word.length < 3 || word.length < typed.length - edits) continue
      if (bits(letters & ~(this.#letters[i] ?? 0)) > edits || word.startsWith(typed)) continue
      const good = this.#nearness(typed, word, edits, isCode)
      if (good > 0) put(word, good)
    }
    return matches
  }

  #nearness(typed: string, word: string, edits: number, isCode: boolean): number {
    if (word.length <= typed.length + edits) {
      const distance = editDistance(typed, word, edits)
      if (distance <= edits) return distance === 1 ? quality.oneEdit : quality.twoEdits
    }
    const begun = !isCode && typed.length >= 5 && word.length > typed.length
    return begun && editDistance(typed, word, 1, true) <= 1 ? quality.prefixWithEdit : 0
  }

  #firstFrom(typed: string): number {
    let [low, high] = [0, this.#sorted.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#sorted[middle] ?? '') < typed) low = middle + 1
      else high = middle
    }
    return low
  }
}

function lettersOf(word: string): number {
  let letters = 0
  for (let i = 0; i < word.length; i++) letters |= 1 << (word.charCodeAt(i) & 31)
  return letters >>> 0
}

function bits(word: number): number {
  let [left, count] = [word, 0]
  while (left !== 0) {
    left &= left - 1
    count += 1
  }
  return count
}
