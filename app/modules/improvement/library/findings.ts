import { findPersonalData, type Kind, sentenceAround, sentencesOf } from '@kantelpunt/personal-data'
import { phaseLimits, textLimits } from '../lessons/document.ts'
import type { Plan } from '../lessons/plan.ts'

/** The words of a lesson that are shared. */
export interface Shareable extends Plan {
  readonly title: string
  readonly subject: string
  readonly year: string
  readonly theme: string
  /** Who is named as its maker: a team and a school. */
  readonly credit: string
}

/** Likely personal data in one field of a lesson. */
export interface LessonFinding {
  /** The same as long as the text there is the same. */
  readonly id: string
  readonly field: string
  readonly kind: Kind
  readonly from: number
  readonly to: number
  readonly text: string
  /** The rest of its sentence. */
  readonly before: string
  readonly after: string
  /** 1: as the lesson was written; from 2 on: seen once others were replaced. */
  readonly round: number
}

/** Why something that was found is no personal data. */
export const reasons = ['public-person', 'made-up', 'no-person', 'agreed'] as const
export type Reason = (typeof reasons)[number]

/** `why` is null where nothing was chosen. */
export type Answer =
  | { readonly fix: 'replace'; readonly with: string }
  | { readonly fix: 'none'; readonly why: Reason | null }

/** Not answered, nothing filled in, personal data in what was filled in, no reason chosen, or no room for it. */
export type FindingError = 'unanswered' | 'empty' | 'still-personal' | 'no-reason' | 'no-room'

/** `findings`: all that were asked, in the order in which they came up. */
export type Checked =
  | {
      readonly ok: true
      readonly findings: readonly LessonFinding[]
      readonly lesson: Shareable
      readonly replaced: number
      readonly kept: readonly Reason[]
    }
  | {
      readonly ok: false
      readonly findings: readonly LessonFinding[]
      readonly errors: ReadonlyMap<string, FindingError>
    }

/** How much fits in the fields of a lesson, as `lessons` and its tables have it. */
const limits = { title: 120, subject: 60, year: 40, theme: 80, credit: 200, ...textLimits } as const
const limitOf = (field: string): number =>
  field.startsWith('phase-') ? phaseLimits.what : (new Map<string, number>(Object.entries(limits)).get(field) ?? 0)

/** More rounds than any text needs; each costs a reading of the whole lesson. */
const mostRounds = 12

/** Each text that is shared, by a name of its field: `title`, `question`, `watch-1`, `phase-3`. */
export function shareableTexts(lesson: Shareable): Readonly<Record<string, string>> {
  const { title, subject, year, theme, question, pupilsDo, pupilsSay, materials, watch, phases, credit } = lesson
  return {
    ...{ title, subject, year, theme, question },
    'pupils-do': pupilsDo,
    'pupils-say': pupilsSay,
    materials,
    ...Object.fromEntries(watch.map((text, index) => [`watch-${index + 1}`, text])),
    ...Object.fromEntries(phases.map(({ what }, index) => [`phase-${index + 1}`, what])),
    credit,
  }
}

function withTexts(lesson: Shareable, texts: ReadonlyMap<string, string>): Shareable {
  const text = (field: string) => texts.get(field) ?? ''
  return {
    title: text('title'),
    subject: text('subject'),
    year: text('year'),
    theme: text('theme'),
    question: text('question'),
    pupilsDo: text('pupils-do'),
    pupilsSay: text('pupils-say'),
    materials: text('materials'),
    watch: [text('watch-1'), text('watch-2'), text('watch-3')],
    phases: lesson.phases.map(({ minutes }, index) => ({ what: text(`phase-${index + 1}`), minutes })),
    credit: text('credit'),
  }
}

interface Kept {
  readonly field: string
  readonly from: number
  readonly to: number
  readonly why: Reason
}

/**
 * Looks through a lesson, replaces what was answered so, and looks again, until nothing is found that was not said to be none:
 * words may be seen for a name only once their neighbours are gone. Pure; `answerTo` gives what was answered to a finding.
 * `publicNames`, such as that of the school, are what a lesson may always say.
 */
export function checkLesson(
  lesson: Shareable,
  answerTo: (id: string) => Answer | undefined,
  publicNames: readonly string[] = [],
): Checked {
  const texts = new Map(Object.entries(shareableTexts(lesson)))
  const findings: LessonFinding[] = []
  let kept: readonly Kept[] = []
  let replaced = 0
  for (let round = 1; ; round++) {
    const found = [...texts]
      .flatMap(([field, text]) => findingsIn(field, text, round, publicNames))
      .filter((each) => !kept.some(({ field, from, to }) => each.field === field && from <= each.from && each.to <= to))
    findings.push(...found)
    if (found.length === 0) {
      return { ok: true, findings, lesson: withTexts(lesson, texts), replaced, kept: kept.map(({ why }) => why) }
    }
    const errors = new Map<string, FindingError>()
    const replacements: (LessonFinding & { readonly by: string })[] = []
    for (const each of found) {
      const answer = round > mostRounds ? undefined : answerTo(each.id)
      const error = errorIn(answer)
      if (error !== null) errors.set(each.id, error)
      else if (answer?.fix === 'replace') replacements.push({ ...each, by: answer.with.trim() })
      else if (answer?.why) kept = [...kept, { field: each.field, from: each.from, to: each.to, why: answer.why }]
    }
    if (errors.size > 0) return { ok: false, findings, errors }
    // From the end on, so that the places before stay where they are.
    for (const { id, field, from, to, by } of replacements.toReversed()) {
      const text = texts.get(field) ?? ''
      const result = text.slice(0, from) + by + text.slice(to)
      if (result.length > Math.max(limitOf(field), text.length)) errors.set(id, 'no-room')
      texts.set(field, result)
      kept = moved(kept, field, from, to, by.length)
      replaced++
    }
    if (errors.size > 0) return { ok: false, findings, errors }
  }
}

function errorIn(answer: Answer | undefined): FindingError | null {
  if (answer === undefined) return 'unanswered'
  if (answer.fix === 'none') return answer.why === null ? 'no-reason' : null
  if (answer.with.trim() === '') return 'empty'
  return findPersonalData(answer.with).length > 0 ? 'still-personal' : null
}

/** What was kept, where it stands after a replacement. */
function moved(all: readonly Kept[], where: string, from: number, to: number, length: number): readonly Kept[] {
  const by = length - (to - from)
  return all
    .filter((each) => each.field !== where || each.to <= from || each.from >= to)
    .map((each) =>
      each.field === where && each.from >= to ? { ...each, from: each.from + by, to: each.to + by } : each,
    )
}

function findingsIn(
  field: string,
  whole: string,
  round: number,
  publicNames: readonly string[],
): readonly LessonFinding[] {
  const found = findPersonalData(publicNames.reduce(masked, whole))
  if (found.length === 0) return []
  const sentences = sentencesOf(whole)
  return found.map(({ kind, from, to }) => {
    const text = whole.slice(from, to)
    const sentence = sentenceAround(whole, from, to, sentences)
    const before = whole.slice(sentence.from, from)
    const after = whole.slice(to, sentence.to)
    const id = `${round === 1 ? '' : `again${round}-`}${field}-${from}-${sumOf(text)}`
    return { id, field, kind, from, to, text, before, after, round }
  })
}

/** A text with a name in it made unreadable: it is not seen for a person, nor makes persons of the words around it public. */
const masked = (text: string, name: string): string =>
  name === '' ? text : text.replaceAll(name, 'x'.repeat(name.length))

/** A short sum (FNV-1a) of a text, so that an answer to one text is none to another. */
function sumOf(text: string): string {
  let sum = 0x811c9dc5
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193)
  return (sum >>> 0).toString(36)
}
