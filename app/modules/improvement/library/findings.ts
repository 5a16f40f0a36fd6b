import { type Finding, findPersonalData, type Kind, sentenceAround } from '@kantelpunt/personal-data'
import type { PlainVersion } from '../lessons/plain-version.ts'
import type { Plan } from '../lessons/plan.ts'

/** The words of a lesson that are shared. */
export type Shareable = Pick<PlainVersion, 'title' | 'subject' | 'year' | 'theme'> & Plan

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
}

/** Why something that was found is no personal data. */
export const reasons = ['public-person', 'made-up', 'no-person', 'agreed'] as const
export type Reason = (typeof reasons)[number]

export type Answer = { readonly fix: 'replace'; readonly with: string } | { readonly fix: 'none'; readonly why: Reason }

/** Each text that is shared, by a name of its field: `title`, `question`, `watch-1`, `phase-3`. */
export function shareableTexts(lesson: Shareable): Readonly<Record<string, string>> {
  const { title, subject, year, theme, question, pupilsDo, pupilsSay, materials, watch, phases } = lesson
  return {
    ...{ title, subject, year, theme, question },
    'pupils-do': pupilsDo,
    'pupils-say': pupilsSay,
    materials,
    ...Object.fromEntries(watch.map((text, index) => [`watch-${index + 1}`, text])),
    ...Object.fromEntries(phases.map(({ what }, index) => [`phase-${index + 1}`, what])),
  }
}

function withTexts(lesson: Shareable, texts: Readonly<Record<string, string>>): Shareable {
  const text = (field: string) => texts[field] ?? ''
  return {
    title: text('title').slice(0, 120) || lesson.title,
    subject: text('subject'),
    year: text('year'),
    theme: text('theme'),
    question: text('question'),
    pupilsDo: text('pupils-do'),
    pupilsSay: text('pupils-say'),
    materials: text('materials'),
    watch: [text('watch-1'), text('watch-2'), text('watch-3')],
    phases: lesson.phases.map(({ minutes }, index) => ({ what: text(`phase-${index + 1}`), minutes })),
  }
}

/** All likely personal data in a lesson, field by field. */
export function findingsIn(lesson: Shareable): readonly LessonFinding[] {
  return Object.entries(shareableTexts(lesson)).flatMap(([field, text]) =>
    findPersonalData(text).map((found) => lessonFinding(field, text, found)),
  )
}

function lessonFinding(field: string, whole: string, { kind, from, to, text }: Finding): LessonFinding {
  const sentence = sentenceAround(whole, from, to)
  const before = whole.slice(sentence.from, from)
  const after = whole.slice(to, sentence.to)
  return { id: `${field}-${from}-${sumOf(text)}`, field, kind, from, to, text, before, after }
}

/** A short sum (FNV-1a) of a text, so that an answer to one text is none to another. */
function sumOf(text: string): string {
  let sum = 0x811c9dc5
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193)
  return (sum >>> 0).toString(36)
}

export type Resolved =
  | { readonly ok: true; readonly lesson: Shareable; readonly replaced: number; readonly kept: readonly Reason[] }
  /** By id: not answered, nothing filled in, or personal data in what was filled in. */
  | { readonly ok: false; readonly errors: Readonly<Record<string, 'unanswered' | 'empty' | 'still-personal'>> }

/** The lesson with each finding replaced, or kept because it is none. Nothing is left open. */
export function resolveFindings(lesson: Shareable, answers: ReadonlyMap<string, Answer>): Resolved {
  const findings = findingsIn(lesson)
  const errors: Record<string, 'unanswered' | 'empty' | 'still-personal'> = {}
  const kept = new Map<string, Reason>()
  for (const { id, text } of findings) {
    const answer = answers.get(id)
    if (answer === undefined) errors[id] = 'unanswered'
    else if (answer.fix === 'none') kept.set(text, answer.why)
    else if (answer.with.trim() === '') errors[id] = 'empty'
    else if (findPersonalData(answer.with).length > 0) errors[id] = 'still-personal'
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  const texts: Record<string, string> = { ...shareableTexts(lesson) }
  let replaced = 0
  // From the end on, so that the places before stay where they are.
  for (const { id, field, from, to } of findings.toReversed()) {
    const answer = answers.get(id)
    if (answer?.fix !== 'replace') continue
    const text = texts[field] ?? ''
    texts[field] = text.slice(0, from) + answer.with.trim() + text.slice(to)
    replaced++
  }
  const result = withTexts(lesson, texts)
  for (const left of findingsIn(result)) {
    // A word that was there before, and was found only once its neighbours were gone.
    if (![...kept.keys()].some((text) => text.includes(left.text))) errors[left.id] = 'unanswered'
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  return { ok: true, lesson: result, replaced, kept: [...kept.values()] }
}
