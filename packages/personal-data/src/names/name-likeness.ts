import { commonWords } from '../lists/common-words.ts'
import { firstNames } from '../lists/first-names.ts'
import { wordNames } from '../lists/word-names.ts'

const smoothing = 0.5

interface Counts {
  readonly triples: Map<string, number>
  readonly pairs: Map<string, number>
}

let learned: { names: Counts; words: Counts } | undefined

/**
 * How much more a word is built like a first name than like an everyday word: the mean log ratio per letter of two letter models
 * (the next letter after two, with additive smoothing), from the lists of this package. Above 0 it is rather a name.
 */
export function nameLikeness(word: string): number {
  learned ??= {
    names: count([...firstNames].filter((name) => !wordNames.has(name))),
    words: count([...commonWords].filter((each) => each.length > 3)),
  }
  const { names, words } = learned
  const marked = `^^${word.toLowerCase()}$`
  let sum = 0
  for (let at = 2; at < marked.length; at++) {
    const triple = marked.slice(at - 2, at + 1)
    const pair = marked.slice(at - 2, at)
    sum += Math.log(chance(names, triple, pair) / chance(words, triple, pair))
  }
  return sum / (marked.length - 2)
}

function count(list: readonly string[]): Counts {
  const triples = new Map<string, number>()
  const pairs = new Map<string, number>()
  for (const word of list) {
    const marked = `^^${word}$`
    for (let at = 2; at < marked.length; at++) {
      const triple = marked.slice(at - 2, at + 1)
      const pair = marked.slice(at - 2, at)
      triples.set(triple, (triples.get(triple) ?? 0) + 1)
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
    }
  }
  return { triples, pairs }
}

const alphabet = 40

const chance = ({ triples, pairs }: Counts, triple: string, pair: string) =>
  ((triples.get(triple) ?? 0) + smoothing) / ((pairs.get(pair) ?? 0) + smoothing * alphabet)
