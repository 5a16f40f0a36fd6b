import type { Range } from './finding.ts'

const abbreviations = new Set(
  `bijv bv o.a oa etc enz nr blz p pag hfst ca m.b.v mbv dhr mevr mw dr drs ir ing prof mr ds st t.o.v d.w.z nl i.p.v i.v.m m.u.v v.chr n.chr chr zgn resp
  max min vs art afb fig e.g i.e tel geb gr lln ll par vgl evt incl excl jl a.s mrs ms jr sr`.split(/\s+/),
)

const marks = new Set('.!?…')
const closing = new Set('"\'”’)]')

/**
 * The sentences of a text, as ranges without the white space around them; lines are sentences of their own. Walks the text once:
 * a pattern that begins anew at every dot of a long row of dots would take their square.
 */
export function sentencesOf(text: string): readonly Range[] {
  const found: Range[] = []
  let from = 0
  const close = (to: number) => {
    let start = from
    let end = to
    while (start < end && isSpace(text, start)) start++
    while (end > start && isSpace(text, end - 1)) end--
    if (end > start) found.push({ from: start, to: end })
    from = to
  }
  for (let at = 0; at < text.length; ) {
    const letter = text.charAt(at)
    if (letter === '\n') {
      while (text.charAt(at) === '\n') at++
      close(at)
    } else if (marks.has(letter)) {
      const first = at
      while (marks.has(text.charAt(at))) at++
      while (closing.has(text.charAt(at))) at++
      const ends = at < text.length && isSpace(text, at)
      if (ends && !(at === first + 1 && letter === '.' && goesOn(text, first, at))) close(at)
    } else at++
  }
  close(text.length)
  return found
}

const isSpace = (text: string, at: number) => /\s/u.test(text.charAt(at))

/** After an abbreviation, an initial or the number of a list, a sentence goes on. */
function goesOn(text: string, dot: number, end: number): boolean {
  const before = text.slice(Math.max(0, dot - 12), dot)
  const word = /[\p{L}\p{N}.]*$/u.exec(before)?.[0] ?? ''
  if (/^\p{Lu}$/u.test(word) || /^(?:\p{Lu}\.)+\p{Lu}$/u.test(word) || /^\d{1,2}$/u.test(word))
    return !/\n/u.test(text.charAt(end))
  if (abbreviations.has(word.toLowerCase())) return true
  // An abbreviation that is not listed; longer words end their sentence, though the next one begins in small letters.
  return word.length < 4 && /\p{Ll}/u.test(text.charAt(end + 1))
}

/** The sentence in which a place of a text stands: for showing a finding. Give `sentences` where several are asked of one text. */
export function sentenceAround(text: string, from: number, to: number, sentences = sentencesOf(text)): Range {
  let low = 0
  let high = sentences.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sentences[middle]?.to ?? 0) <= from) low = middle + 1
    else high = middle
  }
  const first = sentences[low]
  let last = low
  while ((sentences[last + 1]?.from ?? Number.POSITIVE_INFINITY) < to) last++
  return { from: Math.min(first?.from ?? from, from), to: Math.max(sentences[last]?.to ?? to, to) }
}
