import { setImmediate } from 'node:timers/promises'
import type { RegisterSchool } from './import-plan.ts'
import { nameWeight, schoolWords, wordsOf } from './school-words.ts'
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

/** Schools that are taken in before other work gets its turn: making the index takes a quarter of a second. */
const atOnce = 400

export async function createSchoolIndex(schools: Iterable<RegisterSchool>): Promise<SchoolIndex> {
  // Equal answers come by place, then by name; the texts of the schools are not kept.
  const list = [...schools]
    .map((school) => ({ school, key: `${school.facts.place}\0${school.facts.name}\0${school.code}`.toLowerCase() }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
  const codes = list.map(({ school }) => school.code)
  const words = new WordList()
  for (const [place, { school }] of list.entries()) {
    words.add(place, schoolWords(school))
    if (place % atOnce === atOnce - 1) await setImmediate()
  }
  words.finish()
  const open = list.map(({ school }) => school.closedSince === null)
  const nameLengths = list.map(({ school }) => Math.max(1, wordsOf(school.facts.name).length))
  return { size: codes.length, find }

  function find(text: string, limit: number): readonly string[] {
    const typed = [...new Set(wordsOf(text.slice(0, 200)))].slice(0, mostWords)
    const total = new Float64Array(codes.length)
    const answered = new Float64Array(codes.length)
    const best = new Float64Array(codes.length)
    const bestIsName = new Uint8Array(codes.length)
    /** How many words of its name were typed. */
    const named = new Uint8Array(codes.length)
    let asked = 0
    for (const [i, word] of typed.entries()) {
      const matches = [
        ...words.matches(word),
        ...words.joined(word, typed[i + 1] ?? ''),
        ...words.joined(typed[i - 1] ?? '', word),
      ]
      // A word that no school has is passed over: nobody can answer it.
      if (matches.length === 0) continue
      const worth = worthOf(matches, codes.length)
      asked += worth
      best.fill(0)
      bestIsName.fill(0)
      for (const { postings, quality } of matches) {
        // A near word that most schools have tells no more than it does where it is typed itself.
        const value = quality * Math.min(worth, rarity(postings.places.length, codes.length))
        const { places, weights } = postings
        for (let at = 0; at < places.length; at++) {
          const place = places[at] ?? 0
          const score = value * (weights[at] ?? 0)
          if (score <= (best[place] ?? 0)) continue
          best[place] = score
          bestIsName[place] = weights[at] === nameWeight ? 1 : 0
        }
      }
      for (let place = 0; place < codes.length; place++) {
        const score = best[place] ?? 0
        if (score === 0) continue
        total[place] = (total[place] ?? 0) + score
        answered[place] = (answered[place] ?? 0) + worth
        named[place] = (named[place] ?? 0) + (bestIsName[place] ?? 0)
      }
    }
    const score = (place: number) => {
      const share = (answered[place] ?? 0) / asked
      if (!(share >= leastAnswered)) return 0
      // A name that was typed whole goes before longer names that hold the same words.
      const whole = 1 + 0.1 * Math.min(1, (named[place] ?? 0) / (nameLengths[place] ?? 1))
      return (total[place] ?? 0) * share * share * whole * (open[place] ? 1 : closedFactor)
    }
    return highest(codes.length, score, limit).flatMap((place) => codes[place] ?? [])
  }
}

/** The places with the highest scores above 0, best first, the earlier of equals first. */
function highest(places: number, score: (place: number) => number, limit: number): readonly number[] {
  const top: { readonly place: number; readonly score: number }[] = []
  for (let place = 0; place < places && limit > 0; place++) {
    const own = score(place)
    if (!(own > (top.length < limit ? 0 : (top.at(-1)?.score ?? 0)))) continue
    const before = top.findIndex((other) => own > other.score)
    top.splice(before === -1 ? top.length : before, 0, { place, score: own })
    if (top.length > limit) top.pop()
  }
  return top.map(({ place }) => place)
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
