import { editDistance } from './edit-distance.ts'
import { soundOf } from './word-sound.ts'

/** Where a word stands: places in a list, with the weight of the word at each. */
export interface Postings {
  readonly places: Uint32Array
  readonly weights: Float32Array
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

/** A word that stands in so many texts is what was meant; looking for words near it would cost much and tell little. */
const common = 400

/** The words of many texts, found as they are typed: whole, begun, as they sound, or with an edit or two. */
export class WordList {
  /** While words are added: their postings, growing. */
  readonly #growing = new Map<string, { places: number[]; weights: number[] }>()
  /** All postings one after another, and of each word where its own begin and end: 20,000 small arrays cost more. */
  #places = new Uint32Array()
  #weights = new Float32Array()
  readonly #spans = new Map<string, readonly [start: number, end: number]>()
  /** In order, for words that are begun. */
  #sorted: readonly string[] = []
  /** Without codes, for words with an edit; of each, a bit for every letter in it, to pass over what lacks letters. */
  #plain: readonly string[] = []
  #letters = new Uint32Array()
  readonly #bySound = new Map<string, string[]>()

  /** Adds the words of the text at a place. Call `finish` after the last. */
  add(place: number, words: ReadonlyMap<string, number>): void {
    for (const [word, weight] of words) {
      let postings = this.#growing.get(word)
      if (postings === undefined) {
        postings = { places: [], weights: [] }
        this.#growing.set(word, postings)
        if (!isCode(word)) this.#addSound(word)
      }
      postings.places.push(place)
      postings.weights.push(weight)
    }
  }

  finish(): void {
    let size = 0
    for (const { places } of this.#growing.values()) size += places.length
    this.#places = new Uint32Array(size)
    this.#weights = new Float32Array(size)
    let start = 0
    for (const [word, { places, weights }] of this.#growing) {
      this.#places.set(places, start)
      this.#weights.set(weights, start)
      this.#spans.set(word, [start, start + places.length])
      start += places.length
    }
    this.#growing.clear()
    this.#sorted = [...this.#spans.keys()].sort()
    this.#plain = this.#sorted.filter((word) => word.length >= 3 && !isCode(word))
    this.#letters = Uint32Array.from(this.#plain, lettersOf)
  }

  #postings(word: string): Postings | undefined {
    const span = this.#spans.get(word)
    return span && { places: this.#places.subarray(...span), weights: this.#weights.subarray(...span) }
  }

  #match(word: string, good: number): readonly WordMatch[] {
    const postings = this.#postings(word)
    return postings === undefined ? [] : [{ postings, quality: good }]
  }

  #addSound(word: string): void {
    const sound = soundOf(word)
    const alike = this.#bySound.get(sound)
    if (alike === undefined) this.#bySound.set(sound, [word])
    else alike.push(word)
  }

  /** Two words typed apart that are one word here: `lodewijk gymnasium`. */
  joined(first: string, second: string): readonly WordMatch[] {
    if (first === '' || second === '') return []
    const together = first + second
    if (this.#spans.has(together)) return this.#match(together, quality.joined)
    const alike = this.#bySound.get(soundOf(together)) ?? []
    return alike.flatMap((word) => this.#match(word, quality.sound))
  }

  /** Two words here that were typed as one (`deregenboog`): the one of them that tells more. */
  #apart(typed: string): readonly WordMatch[] {
    for (let at = 2; at <= typed.length - 4; at++) {
      const [first, second] = [this.#postings(typed.slice(0, at)), this.#postings(typed.slice(at))]
      if (first === undefined || second === undefined) continue
      const postings = first.places.length < second.places.length ? first : second
      return [{ postings, quality: quality.apart }]
    }
    return []
  }

  /** Every word that a typed word may have meant. A word with a digit is a code and means itself, or what it begins. */
  matches(typed: string): readonly WordMatch[] {
    const exact = this.#postings(typed)
    const matches: WordMatch[] = exact === undefined ? [] : [{ postings: exact, quality: quality.exact }]
    const put = (word: string, good: number) => matches.push(...this.#match(word, good))
    if (typed.length >= 2) {
      for (let i = this.#firstFrom(typed); i < this.#sorted.length; i++) {
        const word = this.#sorted[i] ?? ''
        if (!word.startsWith(typed)) break
        if (word !== typed) put(word, quality.prefix * (0.6 + (0.4 * typed.length) / word.length))
      }
    }
    if (exact !== undefined && exact.places.length >= common) return matches
    if (isCode(typed)) return matches.length > 0 ? matches : this.#nearCodes(typed)
    if (typed.length < 3) return matches
    const edits = typed.length >= 8 ? 2 : 1
    if (exact === undefined) matches.push(...this.#apart(typed))
    for (const word of this.#bySound.get(soundOf(typed)) ?? []) if (word !== typed) put(word, quality.sound)
    const letters = lettersOf(typed)
    for (let i = 0; i < this.#plain.length; i++) {
      if (bits(letters & ~(this.#letters[i] ?? 0)) > edits) continue
      const word = this.#plain[i] ?? ''
      if (word.length < typed.length - edits || word.startsWith(typed)) continue
      const good = this.#nearness(typed, word, edits)
      if (good > 0) put(word, good)
    }
    return matches
  }

  /** A code with one sign wrong. */
  #nearCodes(typed: string): readonly WordMatch[] {
    return this.#sorted.flatMap((word) =>
      isCode(word) && editDistance(typed, word, 1) === 1 ? this.#match(word, quality.oneEdit) : [],
    )
  }

  #nearness(typed: string, word: string, edits: number): number {
    if (word.length <= typed.length + edits) {
      const distance = editDistance(typed, word, edits)
      if (distance <= edits) return distance === 1 ? quality.oneEdit : quality.twoEdits
    }
    const begun = typed.length >= 5 && word.length > typed.length
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

/** BRINs and postcodes: a word with a digit. */
function isCode(word: string): boolean {
  return /\d/.test(word)
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
