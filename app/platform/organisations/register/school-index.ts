import type { RegisterSchool } from './import-plan.ts'
import { schoolWords, wordsOf } from './school-words.ts'
import { WordList, type WordMatch } from './word-list.ts'

/** Finds schools by what people type. Made once for a state of the register; holds words and codes only. */
export interface SchoolIndex {
  readonly size: number
  /** Codes, best first. */
  find(text: string, limit: number): readonly string[]
}

/** Closed schools are found, after open ones that answer as well. */
const closedFactor = 0.85
/** Of all that was asked, weighed by what each word tells, a school must answer this share. */
const leastAnswered = 0.45
const mostWords = 12

export function createSchoolIndex(schools: Iterable<RegisterSchool>): SchoolIndex {
  const { compare } = new Intl.Collator('nl')
  const list = [...schools].sort(
    (a, b) =>
      compare(a.facts.place, b.facts.place) || compare(a.facts.name, b.facts.name) || (a.code < b.code ? -1 : 1),
  )
  const words = new WordList(list.map(schoolWords))
  /** What a school gets for the words that were typed, whatever they are: open, and with a short name. */
  const standing = list.map(
    (school) =>
      (school.closedSince === null ? 1 : closedFactor) * (1 + 0.1 / Math.max(1, wordsOf(school.facts.name).length)),
  )

  function find(text: string, limit: number): readonly string[] {
    const typed = [...new Set(wordsOf(text.slice(0, 200)))].slice(0, mostWords)
    const total = new Float64Array(list.length)
    const answered = new Float64Array(list.length)
    const best = new Float64Array(list.length)
    let asked = 0
    for (const [i, word] of typed.entries()) {
      const matches = [
        ...words.matches(word),
        ...words.joined(word, typed[i + 1] ?? ''),
        ...words.joined(typed[i - 1] ?? '', word),
      ]
      // A word that no school has is passed over: nobody can answer it.
      if (matches.length === 0) continue
      const worth = worthOf(matches, list.length)
      asked += worth
      best.fill(0)
      for (const { postings, quality } of matches) {
        // A near word that most schools have tells no more than it does where it is typed itself.
        const value = quality * Math.min(worth, rarity(postings.places.length, list.length))
        for (const [at, place] of postings.places.entries()) {
          const score = value * (postings.weights[at] ?? 0)
          if (score > (best[place] ?? 0)) best[place] = score
        }
      }
      for (let place = 0; place < list.length; place++) {
        const score = best[place] ?? 0
        if (score === 0) continue
        total[place] = (total[place] ?? 0) + score
        answered[place] = (answered[place] ?? 0) + worth
      }
    }
    const found: { readonly place: number; readonly score: number }[] = []
    for (let place = 0; place < list.length; place++) {
      const share = (answered[place] ?? 0) / asked
      if (share >= leastAnswered) {
        found.push({ place, score: (total[place] ?? 0) * share * share * (standing[place] ?? 0) })
      }
    }
    found.sort((a, b) => b.score - a.score || a.place - b.place)
    return found.slice(0, Math.max(0, limit)).flatMap(({ place }) => list[place]?.code ?? [])
  }

  return { size: list.length, find }
}

/** What a word tells: the logarithm of how few schools have it. */
function rarity(having: number, schools: number): number {
  return Math.log(1 + schools / Math.max(1, having))
}

/** What a typed word tells, by the words that answer it best. */
function worthOf(matches: readonly WordMatch[], schools: number): number {
  const best = Math.max(...matches.map((match) => match.quality))
  const having = matches.filter((match) => match.quality === best).map((match) => match.postings.places.length)
  return rarity(
    having.reduce((sum, count) => sum + count, 0),
    schools,
  )
}
