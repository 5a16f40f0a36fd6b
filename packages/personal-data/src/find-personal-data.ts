import type { Finding, Range } from './finding.ts'
import { findLists } from './names/find-lists.ts'
import { findNames } from './names/find-names.ts'
import { publicPeople } from './names/public-people.ts'
import { findAddresses } from './numbers/address.ts'
import { findBirthDates } from './numbers/birth-date.ts'
import { findAccounts, findCodes } from './numbers/codes.ts'
import { findEmails } from './numbers/email.ts'
import { findPhones } from './numbers/phone.ts'
import { tokensOf } from './tokens.ts'

/**
 * Likely personal data in a text, in order and without overlap: names of people, lists of names, e-mail addresses, phone numbers, birth
 * dates, addresses, BSN, numbers of pupils, bank accounts. Time is linear in the length of the text. Nothing found is no proof that
 * nothing is there.
 */
export function findPersonalData(text: string): readonly Finding[] {
  const tokens = tokensOf(text)
  const people = publicPeople(tokens)
  const sentenceAt = sentenceFinder(tokens.map(({ from, sentence }) => ({ from, sentence })))
  const isPublicAt = (at: number) => people.sentences.has(sentenceAt(at))
  const plain = withoutOverlap([
    ...findEmails(text),
    ...findAccounts(text),
    ...findCodes(text),
    ...findAddresses(text, (at) => ({ public: isPublicAt(at) })),
  ])
  const names = findNames(text, tokens, people, plain)
  const named = new Set(names.map(({ from }) => sentenceAt(from)))
  const dates = findBirthDates(text, (at) => ({ public: isPublicAt(at), named: named.has(sentenceAt(at)) }))
  const numbers = withoutOverlap([...plain, ...dates, ...findPhones(text)])
  const lists = findLists(text, tokens, names)
  return withoutOverlap([...lists, ...numbers, ...names])
}

/** Earlier ones in the list win where two overlap; the answer is in the order of the text. */
function withoutOverlap(found: readonly Finding[]): readonly Finding[] {
  const kept: Finding[] = []
  const ranked = found.map((each, rank) => ({ each, rank }))
  ranked.sort((a, b) => a.each.from - b.each.from || a.rank - b.rank)
  let last: { each: Finding; rank: number } | undefined
  for (const here of ranked) {
    if (last && here.each.from < last.each.to) {
      if (here.rank < last.rank) {
        kept.pop()
        kept.push(here.each)
        last = here
      }
      continue
    }
    kept.push(here.each)
    last = here
  }
  return kept
}

function sentenceFinder(starts: readonly (Pick<Range, 'from'> & { readonly sentence: number })[]) {
  return (at: number) => {
    let low = 0
    let high = starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((starts[middle]?.from ?? 0) <= at) low = middle + 1
      else high = middle
    }
    return starts[low - 1]?.sentence ?? -1
  }
}
