import { commonWords, looksCommon } from '../lists/common-words.ts'
import { particles } from '../lists/contexts.ts'
import { firstNames } from '../lists/first-names.ts'
import { places } from '../lists/places.ts'
import { properWords } from '../lists/proper-words.ts'
import { particleSurnames, surnames } from '../lists/surnames.ts'
import { wordNames } from '../lists/word-names.ts'
import { isCapitalised, type Token } from '../tokens.ts'
import { actsAsPerson } from './name-evidence.ts'
import { isFamous } from './public-people.ts'

/** Words that could together be one name, from token `first` to `last` (inclusive). */
export interface Span {
  readonly first: number
  readonly last: number
  /** The first word in small letters, without the -s of a possessive where that is how it is known. */
  readonly word: string
  readonly known: boolean
  /** Also another word, a place or a month: a name only where something says so. */
  readonly doubtful: boolean
  /** A first name and something behind it, or initials and a surname. */
  readonly full: boolean
  readonly surname: boolean
}

/** Initials such as `J.`, `Th.`, `IJ.`: one to three letters and a full stop. */
const initial = /^(?:\p{Lu}|Th|Chr|Ch|Ph|Joh|IJ|Fr|St)$/u

/** The longest name that could begin at a token; undefined where none can. */
export function spanAt(tokens: readonly Token[], at: number): Span | undefined {
  const token = tokens[at]
  if (token?.kind !== 'word') return undefined
  const initials = initialsAt(tokens, at)
  if (initials > at) return surnameSpan(tokens, at, initials)
  if (particles.has(token.lower)) return particleSpan(tokens, at)
  if (!isCapitalised(token) && !isShout(token)) return undefined
  const double = isDoubleName(token.text)
  const word = double ? token.lower.replace(/-.*$/u, '') : knownForm(token.lower)
  const known = firstNames.has(word)
  // A capital inside a sentence is a sign by itself: there only the lists count, not how a word is made.
  const doubtful = !double && (token.start || known ? isDoubtful(word) : isThing(word))
  const end = endOfName(tokens, at)
  // 'Juf Femke', 'Wil Sem …?': an everyday word at the start of a sentence stands by itself.
  const alone =
    doubtful &&
    !surnames.has(token.lower) &&
    (!known || (token.start && looksCommon(word) && !isSurname(tokens, at + 1, end)))
  const last = alone || (!known && doubtful) ? at : end
  if (isOrganisation(tokens, at, last)) return undefined
  return {
    first: at,
    last,
    word,
    known,
    doubtful,
    full: last > at,
    surname: last > at ? isSurname(tokens, at + 1, last) : surnames.has(token.lower),
  }
}

const months = new Set(['januari', 'april', 'mei', 'juni', 'juli', 'augustus', 'may', 'june', 'july', 'august'])

/** `Anne-Fleur`, `Lily-Rose`: each part may be another word, both together are a name. */
const isDoubleName = (text: string): boolean => {
  const parts = text.split('-')
  const isFirst = (part: string) => firstNames.has(part.toLowerCase()) && /^\p{Lu}\p{Ll}/u.test(part)
  return parts.length === 2 && parts.every(isFirst) && !parts.some((part) => months.has(part.toLowerCase()))
}

const organisations =
  /^(?:college|lyceum|gymnasium|school|basisschool|stichting|foundation|universiteit|university|museum|instituut|institute|prijs|prize|award|fonds|academie|academy|centrum|fabriek|stadion|schouwburg|theater|huis|straat|plein|park|bv|nv|b\.v|methode|uitgevers|uitgeverij|cup|bridge|street)$/u

/** `het Edith Stein College`: a name with a word behind it that makes it a school, a prize, a street. */
const isOrganisation = (tokens: readonly Token[], at: number, last: number) => {
  for (let place = at; place <= last + 1; place++) {
    const token = tokens[place]
    if (isCapitalised(token) && place > at && token.gap === 'space' && organisations.test(token.lower)) return true
  }
  return false
}

const isShout = (token: Token) =>
  token.text.length >= 3 && token.text === token.text.toUpperCase() && firstNames.has(token.lower)

/** Of a known name only the lists tell; of others also how everyday words are made. */
export const isDoubtful = (word: string): boolean =>
  wordNames.has(word) ||
  places.has(word) ||
  properWords.has(word) ||
  (firstNames.has(word) ? commonWords.has(word) : looksCommon(word))

/** `Sems` and `Emma's` are known as Sem and Emma; of `Jan-Willem` one known part is enough. */
function knownForm(lower: string): string {
  if (firstNames.has(lower) || properWords.has(lower) || places.has(lower)) return lower
  const bare = lower.replace(/(?:'s|')$/u, '')
  if (firstNames.has(bare)) return bare
  if (looksCommon(bare)) return bare
  if (bare.endsWith('s') && firstNames.has(bare.slice(0, -1)) && bare.length > 3) return bare.slice(0, -1)
  if (bare.includes('-')) {
    const part = bare.split('-').find((each) => firstNames.has(each) && each.length > 1)
    if (part && bare.split('-').every((each) => firstNames.has(each) || !looksCommon(each)))
      return bare.split('-').find((each) => firstNames.has(each) && !isDoubtful(each)) ?? part
  }
  return bare
}

/** Nobody has more initials; in a long row of letters and dots each place would look at all that follow. */
const mostInitials = 8

function initialsAt(tokens: readonly Token[], at: number): number {
  let place = at
  while (
    place < at + 2 * mostInitials &&
    initial.test(tokens[place]?.text ?? '') &&
    tokens[place + 1]?.text === '.' &&
    tokens[place + 1]?.gap === 'none'
  )
    place += 2
  return place
}

/** What follows initials: particles and at least one capitalised word that is no common one, or a listed surname. */
function surnameSpan(tokens: readonly Token[], at: number, from: number): Span | undefined {
  const end = surnameEnd(tokens, from)
  if (end === undefined) return undefined
  const listed = isSurname(tokens, from, end)
  const one = from - at === 2
  const head = tokens[from]
  const plain = head !== undefined && !listed && isThing(head.lower)
  // 'A. Fotosynthese' counts a line.
  const counts = one && tokens[at]?.start && !listed && /^[A-H]$/u.test(tokens[at]?.text ?? '')
  if (plain || (counts && !actsAsPerson(tokens, end + 1, false))) return undefined
  return {
    first: at,
    last: end,
    word: tokens[end]?.lower ?? '',
    known: false,
    doubtful: false,
    full: true,
    surname: true,
  }
}

const isThing = (word: string) =>
  commonWords.has(word) || properWords.has(word) || places.has(word) || wordNames.has(word)

/** `de Vries`, `Van den Berg`, `El Idrissi` without a first name. */
function particleSpan(tokens: readonly Token[], at: number): Span | undefined {
  const end = surnameEnd(tokens, at)
  if (end === undefined || end === at) return undefined
  const head = tokens[end]
  if (isPlaceName(tokens, end - 1, end)) return undefined
  if (alsoPlaces.has(tokens[at]?.lower ?? '') && end - at < 2) return undefined
  if (
    articles.has(tokens[at]?.lower ?? '') &&
    end - at === 1 &&
    tokens[at]?.start &&
    isDoubtful(tokens[end]?.lower ?? '') &&
    !particleSurnames.has(tokens[end]?.lower ?? '')
  )
    return undefined
  if (!head) return undefined
  // Behind a title any surname will do: `mevrouw Ter Braak`.
  const listed = particleSurnames.has(head.lower.replace(/'?s$/u, '')) || particleSurnames.has(head.lower)
  if (!listed)
    return { first: at, last: end, word: head.lower, known: false, doubtful: true, full: false, surname: false }
  return { first: at, last: end, word: head.lower, known: false, doubtful: true, full: false, surname: true }
}

const alsoPlaces = new Set(['in', 'op', 'aan', 'bij', 'uit', 'onder', 'voor'])
const articles = new Set(['de', 'den', 'der', 'het', "'t"])

/** The last token of a surname that begins at a token: up to three particles, then capitalised words. */
function surnameEnd(tokens: readonly Token[], from: number): number | undefined {
  let place = from
  while (
    place - from < 3 &&
    (place === from || !alsoPlaces.has(tokens[from]?.lower ?? '') || articles.has(tokens[place]?.lower ?? '')) &&
    particles.has(tokens[place]?.lower ?? '') &&
    (place === from || joins(tokens, place))
  )
    place++
  const head = tokens[place]
  if (!isCapitalised(head) || head.text.length < 2 || (place > from && !joins(tokens, place))) return undefined
  if (place === from && particles.has(head.lower)) return undefined
  while (isCapitalised(tokens[place + 1]) && joins(tokens, place + 1) && goesOnAsName(tokens[place + 1])) place++
  return place
}

const placeHeads = new Set([
  'haag',
  'helder',
  'bosch',
  'burg',
  'ham',
  'dolder',
  'rijk',
  'hague',
  'rijn',
  'waal',
  'maas',
  'noord',
  'lek',
  'dom',
  'peel',
])

/** `Den Haag`, `het Rijk`. */
const isPlaceName = (tokens: readonly Token[], at: number, end: number) =>
  ['den', 'de', 'het', 'the'].includes(tokens[at]?.lower ?? '') && placeHeads.has(tokens[end]?.lower ?? '')

const goesOnAsName = (token: Token | undefined) =>
  token !== undefined &&
  (surnames.has(token.lower) ||
    isFamous(token.lower) ||
    !(properWords.has(token.lower) || places.has(token.lower) || commonWords.has(token.lower)))

const joins = (tokens: readonly Token[], at: number) =>
  tokens[at]?.gap === 'space' || (tokens[at]?.gap === 'none' && tokens[at - 1]?.text === '.')

/** How far a name goes on after its first word: more capitalised words, initials, particles with a surname. */
function endOfName(tokens: readonly Token[], at: number): number {
  let last = at
  // A possessive ends a name: `Sems Schrift`.
  if (tokens[at]?.lower.endsWith("'s")) return at
  for (let words = 0; words < 5; words++) {
    const next = tokens[last + 1]
    if (next?.kind !== 'word' || next.gap !== 'space') break
    if (isCapitalised(next) && next.text.length > 1 && goesOnAsName(next) && !particles.has(next.lower)) last++
    else if (initial.test(next.text) && next.text.length === 1) {
      last = tokens[last + 2]?.text === '.' && tokens[last + 2]?.gap === 'none' ? last + 2 : last + 1
    } else {
      const end = particles.has(next.lower) ? surnameEnd(tokens, last + 1) : undefined
      if (end === undefined || !fitsParticle(tokens, last + 1, end)) break
      last = end
    }
  }
  return last
}

const alsoPrepositions = new Set([
  'in',
  'op',
  'aan',
  'bij',
  'uit',
  'onder',
  'voor',
  'toe',
  'te',
  'di',
  'la',
  'de',
  'het',
  'los',
  'do',
  'da',
])

/** `Sem de Boer` and `Noor in 't Veld` go on; `Sem in Amsterdam`, `Noor uit Groep 7` and `Sem de Tekst` don't. */
function fitsParticle(tokens: readonly Token[], from: number, end: number): boolean {
  const head = tokens[end]
  const particle = tokens[from]
  if (!head || !particle) return false
  if (isPlaceName(tokens, end - 1, end)) return false
  if (particleSurnames.has(head.lower) || surnames.has(head.lower))
    return (
      !alsoPrepositions.has(particle.lower) || particle.lower === 'de' || particle.lower === 'het' || end - from > 1
    )
  if (properWords.has(head.lower) || places.has(head.lower)) return particle.lower === 'van' && places.has(head.lower)
  if (end - from === 1 && alsoPrepositions.has(particle.lower))
    return particle.lower === 'de' && !looksCommon(head.lower)
  return !looksCommon(head.lower) || end - from > 1 || particle.lower === 'el'
}

function isSurname(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at <= to; at++) {
    const word = tokens[at]?.lower ?? ''
    if (surnames.has(word) || (at > from && particles.has(tokens[at - 1]?.lower ?? '')) || particleSurnames.has(word))
      return true
  }
  return false
}
