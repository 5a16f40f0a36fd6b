import type { Range } from '../finding.ts'
import { humanVerbs, personSigns, placeSigns, publicRoles, titles, weakVerbs, works } from '../lists/contexts.ts'
import { properWords } from '../lists/proper-words.ts'
import type { Token } from '../tokens.ts'
import type { Span } from './name-span.ts'
import { isFamous, isRoyal, type PublicPeople } from './public-people.ts'

/** How many tokens after a verb are read for a sign of a person. */
const reach = 14

/** Whether what follows a name is what a person does: `vraagt`, or `heeft … moeite`. */
export function actsAsPerson(tokens: readonly Token[], after: number, strict: boolean): boolean {
  const verb = tokens[after]
  if (verb?.kind !== 'word' || (!humanVerbs.has(verb.lower) && !weakVerbs.has(verb.lower))) return false
  if (!strict && !weakVerbs.has(verb.lower)) return true
  return hasPersonSign(tokens, after + 1, verb.sentence)
}

function hasPersonSign(tokens: readonly Token[], from: number, sentence: number): boolean {
  for (let at = from; at < from + reach; at++) {
    const token = tokens[at]
    if (!token || token.sentence !== sentence) return false
    if (personSigns.has(token.lower)) return true
  }
  return false
}

/** Whether the word before names a person: `juf`, `leerling`, `dhr.` */
export function titleBefore(tokens: readonly Token[], at: number): string | undefined {
  const before = tokens[at - 1]?.text === '.' ? tokens[at - 2] : tokens[at - 1]
  if (!before || tokens[at]?.gap !== 'space' || before.sentence !== tokens[at]?.sentence) return undefined
  return titles.has(before.lower) ? before.lower : undefined
}

/** Whether what stands before says that it is a place, a thing or a title: an article, `in`, `methode`. */
export function thingBefore(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  if (!before || before.sentence !== tokens[at]?.sentence) return false
  return (
    placeSigns.has(before.lower) ||
    (before.kind === 'word' && /^\p{Lu}/u.test(before.text) && (properWords.has(before.lower) || !before.start))
  )
}

/** Whether a name is that of somebody whom lessons are about. */
export function isPublic(
  tokens: readonly Token[],
  span: Span,
  people: PublicPeople,
  ranges: readonly Range[],
): boolean {
  const from = tokens[span.first]?.from ?? 0
  const to = tokens[span.last]?.to ?? 0
  if (touches(ranges, from, to)) return true
  if (!span.full && people.parts.get(span.word)?.has(tokens[span.first]?.sentence ?? -1)) return true
  for (let at = span.first; at <= span.last; at++) if (isFamous(tokens[at]?.lower ?? '')) return true
  return roleBefore(tokens, span) || workBefore(tokens, span) || yearsAfter(tokens, span.last)
}

function touches(ranges: readonly Range[], from: number, to: number): boolean {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle]?.to ?? 0) <= from) low = middle + 1
    else high = middle
  }
  return (ranges[low]?.from ?? Number.POSITIVE_INFINITY) < to
}

function roleBefore(tokens: readonly Token[], span: Span): boolean {
  const before = tokens[span.first - 1]
  if (!before || before.sentence !== tokens[span.first]?.sentence || !publicRoles.has(before.lower)) return false
  return isRoyal(before.lower) || span.full || !span.known || span.doubtful
}

function workBefore(tokens: readonly Token[], span: Span): boolean {
  const by = tokens[span.first - 1]
  const work = tokens[span.first - 2]
  if (!by || !work || !['van', 'door', 'by', 'of'].includes(by.lower) || work.sentence !== by.sentence) return false
  if (/["”’'»]/u.test(work.text) && work.kind === 'mark') return span.full || !span.known
  return works.has(work.lower) && (span.full || !span.known || span.doubtful)
}

/** `(1606–1669)`, `(geb. 1943)`, `(1564)`: years of a life behind a name. */
function yearsAfter(tokens: readonly Token[], last: number): boolean {
  if (tokens[last + 1]?.text !== '(') return false
  for (let at = last + 2; at < last + 6; at++) {
    const token = tokens[at]
    if (token?.kind === 'number' && /^(?:\d{3}|1\d{3})$/u.test(token.text))
      return tokens[at + 1]?.text !== '-' || (tokens[at + 2]?.text.length ?? 0) > 2
  }
  return false
}

/** Words before a name that take a person: `met`, `naast`, `help`, `omdat`. */
const takesPerson = new Set(
  `met voor aan bij naast tegen door van als dat omdat en of maar want help vraag laat geef zet samen zoals ook dan wanneer terwijl voordat nadat zodat of
  hoort ziet volg observeer let wijs over achter tussen zonder with for to by and or that because ask let`.split(/\s+/),
)

export const personExpected = (tokens: readonly Token[], at: number): boolean => {
  const before = tokens[at - 1]
  return before !== undefined && before.sentence === tokens[at]?.sentence && takesPerson.has(before.lower)
}

const owned = new Set(
  `schrift tafel antwoord antwoorden werk werkblad boek boekje tekening moeder vader ouders plan beurt groepje laptop idee vraag som sommen tekst hand verhaal fout
  fouten aanpak stoel tas map mentor juf meester les toets broer zus oma opa maatje hulp verslag presentatie spreekbeurt naam stem notebook answer desk work
  mother father parents idea`.split(/\s+/),
)

/** A possessive that owns what pupils own: `Storms schrift`, `Noors tafel`, `Roos' idee`. */
export const ownsThing = (tokens: readonly Token[], span: Span): boolean => {
  const owner = tokens[span.last]
  const next = tokens[span.last + 1]
  const apostrophe = next !== undefined && next.gap === 'none' && /^['’]$/u.test(next.text)
  const thing = tokens[span.last + (apostrophe ? 2 : 1)]
  return (
    span.first === span.last &&
    owner !== undefined &&
    /s$/u.test(owner.lower) &&
    thing?.kind === 'word' &&
    owned.has(thing.lower)
  )
}
