import { dutchStem } from './dutch-stem.ts'

const most = 1200

/** Words that say nothing of a subject. */
const empty = new Set(
  `de het een en of in op aan met van voor door bij te om als dat die dit wat wie hoe is zijn er ze zij je we wij ik niet ook nog dan
  the and of in to a an is are on for with`.split(/\s+/),
)

/** The words of a text in small letters, without accents and without empty ones, in order. */
export function wordsOf(text: string): readonly string[] {
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
  return (plain.match(/[a-z0-9]+(?:'s)?/g) ?? []).filter((word) => !empty.has(word)).slice(0, most)
}

export function stemsOf(text: string): string[] {
  return [...new Set(wordsOf(text).map(dutchStem))]
}
