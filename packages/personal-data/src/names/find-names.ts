import { type Finding, finding, type Range } from '../finding.ts'
import { commonWords, looksCommon } from '../lists/common-words.ts'
import { firstNames } from '../lists/first-names.ts'
import { places } from '../lists/places.ts'
import { properWords } from '../lists/proper-words.ts'
import { wordNames } from '../lists/word-names.ts'
import { isAllCapitals, isCapitalised, type Token } from '../tokens.ts'
import { actsAsPerson, isPublic, ownsThing, personExpected, thingBefore, titleBefore } from './name-evidence.ts'
import { nameLikeness } from './name-likeness.ts'
import { isDoubtful, type Span, spanAt } from './name-span.ts'
import type { PublicPeople } from './public-people.ts'

type Verdict = 'name' | 'perhaps' | 'no'

interface Judged {
  readonly span: Span
  verdict: Verdict
}

/** Names of people: known first names, unknown words that stand and act as a name, surnames, initials, and who stands in a row with them. */
export function findNames(
  text: string,
  tokens: readonly Token[],
  people: PublicPeople,
  masked: readonly Range[],
): readonly Finding[] {
  const small = new Set(
    tokens.filter((token) => token.kind === 'word' && token.text === token.lower).map((token) => token.lower),
  )
  const judged: Judged[] = []
  const blocked = maskOf(tokens, masked)
  for (let at = 0; at < tokens.length; at++) {
    if (blocked[at]) continue
    const span = spanAt(tokens, at) ?? smallSpan(tokens, at)
    if (!span) continue
    if (isPublic(tokens, span, people, people.ranges)) {
      at = span.last
      continue
    }
    const verdict = judge(tokens, span, small)
    if (verdict === 'no') continue
    judged.push({ span, verdict })
    at = span.last
  }
  spread(tokens, judged)
  return judged
    .filter(({ verdict }) => verdict === 'name')
    .map(({ span }) => finding('name', text, tokens[span.first]?.from ?? 0, tokens[span.last]?.to ?? 0))
}

function maskOf(tokens: readonly Token[], masked: readonly Range[]): readonly boolean[] {
  let at = 0
  return tokens.map((token) => {
    while ((masked[at]?.to ?? Number.POSITIVE_INFINITY) <= token.from) at++
    return (masked[at]?.from ?? Number.POSITIVE_INFINITY) < token.to
  })
}

/** A first name that somebody typed in small letters. */
function smallSpan(tokens: readonly Token[], at: number): Span | undefined {
  const token = tokens[at]
  if (token?.kind !== 'word' || token.text !== token.lower || token.text.length < 3) return undefined
  const word = firstNames.has(token.lower) ? token.lower : token.lower.replace(/'s$/u, '')
  if (!firstNames.has(word) || commonWords.has(word)) return undefined
  return { first: at, last: at, word, known: true, doubtful: isDoubtful(word), full: false, surname: false }
}

function judge(tokens: readonly Token[], span: Span, small: ReadonlySet<string>): Verdict {
  const token = tokens[span.first]
  if (!token) return 'no'
  const title = titleBefore(tokens, span.first)
  const typedSmall = token.text === token.lower && span.known
  if (typedSmall) return judgeSmall(tokens, span, title)
  if (title !== undefined && teaches.has(title) && properWords.has(token.lower)) return 'no'
  if (title !== undefined && (span.known || (!properWords.has(token.lower) && !places.has(token.lower)))) {
    if (span.known || span.surname || !commonWords.has(token.lower) || strongTitles.has(title)) return 'name'
  }
  if (isAllCapitals(token) && token.text.length < 4 && !span.full) return 'perhaps'
  if (span.known) return judgeKnown(tokens, span)
  if (span.surname) return judgeSurname(tokens, span)
  return judgeUnknown(tokens, span, small)
}

const teaches = new Set(['docent', 'docente', 'leraar', 'lerares', 'vakdocent', 'leerkracht'])
const strongTitles = new Set(
  'meneer mevrouw mevr mw mvr mej dhr juf juffrouw meester mr mrs ms miss leerling leerlinge'.split(' '),
)

/** In small letters a name must be long and no other word, or be said to be a person. */
function judgeSmall(tokens: readonly Token[], span: Span, title: string | undefined): Verdict {
  if (title !== undefined && !looksCommon(span.word) && !places.has(span.word) && !properWords.has(span.word))
    return 'name'
  if (!span.doubtful) return 'name'
  const token = tokens[span.first]
  if (looksCommon(span.word) || properWords.has(span.word)) return 'no'
  if (token?.start && actsAsPerson(tokens, span.last + 1, true)) return 'name'
  return 'perhaps'
}

const months = new Set(['mei', 'april', 'june', 'may'])

function judgeKnown(tokens: readonly Token[], span: Span): Verdict {
  const token = tokens[span.first]
  if (!span.doubtful) return 'name'
  if ((span.surname && span.full) || endsInInitial(tokens, span)) return 'name'
  const proper = places.has(span.word) || properWords.has(span.word)
  if (ownsThing(tokens, span) && !proper) return 'name'
  if (actsAsPerson(tokens, span.last + 1, proper || (token?.start === true && looksCommon(span.word)))) return 'name'
  if (token?.start) return 'perhaps'
  // Months have small letters in Dutch: a capital inside a sentence is a name, but for '1 Mei'.
  if (proper && !(months.has(span.word) && tokens[span.first - 1]?.kind === 'word')) return 'perhaps'
  return thingBefore(tokens, span.first) ? 'perhaps' : 'name'
}

const endsInInitial = (tokens: readonly Token[], span: Span) => span.full && tokens[span.last]?.text === '.'

function judgeSurname(tokens: readonly Token[], span: Span): Verdict {
  const token = tokens[span.first]
  if (span.full && !span.doubtful)
    return thingBefore(tokens, span.first) && !actsAsPerson(tokens, span.last + 1, false) ? 'perhaps' : 'name'
  if (actsAsPerson(tokens, span.last + 1, token?.start === true)) return 'name'
  if (span.doubtful && isCapitalised(tokens[span.last]) && !token?.start && !isCapitalised(token)) return 'name'
  if (token?.start || thingBefore(tokens, span.first)) return 'perhaps'
  return looksCommon(span.word) ? 'perhaps' : 'name'
}

/** Likeness to names above which an unknown word is one at the start of a sentence, or behind an article. */
const alike = 0.15
const unlike = -0.6

/** Letters that Dutch words don't have. */
const foreign = /[^a-zéèëêïîöüáàâçô'-]/iu

function judgeUnknown(tokens: readonly Token[], span: Span, small: ReadonlySet<string>): Verdict {
  const token = tokens[span.first]
  if (!token || token.text.length < 2 || isAllCapitals(token)) return 'no'
  if (ownsThing(tokens, span) && !commonWords.has(span.word) && !properWords.has(span.word)) return 'name'
  if (places.has(span.word) && !token.start) return 'perhaps'
  if (span.doubtful || small.has(token.lower) || wordNames.has(token.lower)) return 'no'
  // 'iPad', 'HRM-beleid', 'Agile-scrum': of a double name every part has its capital.
  if (/\p{Ll}\p{Lu}/u.test(token.text) || token.text.split('-').some((part) => !/^\p{Lu}\p{Ll}/u.test(part)))
    return 'no'
  const likeness = foreign.test(token.text) ? alike : nameLikeness(span.word)
  const thing = thingBefore(tokens, span.first)
  if (token.start) {
    if (actsAsPerson(tokens, span.last + 1, true) && likeness > unlike) return 'name'
    if (actsAsPerson(tokens, span.last + 1, false) && likeness > -alike) return 'name'
    return span.full && likeness > alike ? 'name' : 'perhaps'
  }
  if (actsAsPerson(tokens, span.last + 1, thing)) return likeness > unlike ? 'name' : 'perhaps'
  if (thing) return 'perhaps'
  if (personExpected(tokens, span.first)) return 'name'
  return likeness > 2 * unlike ? 'name' : 'perhaps'
}

const between = new Set([',', 'en', 'and', '&', '/', '+', ';', 'of', 'met', 'or'])

/** Who stands in a row with a name is one too; and a word that was a name once is one again. */
function spread(tokens: readonly Token[], judged: Judged[]) {
  const isNext = (one: Judged | undefined, other: Judged | undefined) => {
    if (!one || !other) return false
    const gap = other.span.first - one.span.last
    const sign = tokens[one.span.last + 1]
    return (
      (gap === 2 && between.has(sign?.lower ?? '')) ||
      (gap === 3 && sign?.text === ',' && between.has(tokens[one.span.last + 2]?.lower ?? ''))
    )
  }
  const isName = (at: number) => judged[at]?.verdict === 'name'
  // A place may be a name where two names stand before it: `Ingrid, Wim en Bethlehem`.
  const inRow = (each: Judged, at: number) =>
    each.verdict === 'perhaps' &&
    (!isOnlyPlace(each.span) || (isNext(judged[at - 2], judged[at - 1]) && isName(at - 2)))
  for (let at = 1; at < judged.length; at++) {
    const each = judged[at]
    if (each && inRow(each, at) && isNext(judged[at - 1], each) && isName(at - 1)) each.verdict = 'name'
  }
  for (let at = judged.length - 2; at >= 0; at--) {
    const each = judged[at]
    if (each && inRow(each, at) && isNext(each, judged[at + 1]) && isName(at + 1)) each.verdict = 'name'
  }
  const sure = new Set(
    judged.filter(({ verdict, span }) => verdict === 'name' && !looksCommon(span.word)).map(({ span }) => span.word),
  )
  for (const each of judged) {
    const typed = tokens[each.span.first]
    if (
      each.verdict === 'perhaps' &&
      typed &&
      isCapitalised(typed) &&
      sure.has(each.span.word) &&
      !isOnlyPlace(each.span)
    )
      each.verdict = 'name'
  }
}

const isOnlyPlace = (span: Span) => !span.known && (places.has(span.word) || properWords.has(span.word))
