import { Doc, type Array as YArray, Map as YMap, Text as YText } from 'yjs'
import type { Phase, Plan } from './plan.ts'
import type { TextChange } from './text-change.ts'

/** The texts of a lesson's document, and how long each may be when it is typed. */
export const textLimits = {
  question: 500,
  'pupils-do': 3000,
  'pupils-say': 3000,
  materials: 2000,
  'watch-1': 300,
  'watch-2': 300,
  'watch-3': 300,
} as const
export type TextField = keyof typeof textLimits
/** What can be written in, as the history names it: a text, or the phases together. */
export type Field = TextField | 'phases'

export const textFields = Object.keys(textLimits) as readonly TextField[] // its keys are exactly those of the type
export const phaseLimits = { phases: 20, what: 500, minutes: 240 } as const

/**
 * How long the text of a field may be in the document: twice what one person can type, since two may write at once. Null for
 * what is no text, such as the minutes of a step. A step's text is called `what-` and its id.
 */
export function longestText(name: string): number | null {
  const field = textFields.find((each) => each === name)
  if (field !== undefined) return 2 * textLimits[field]
  return name.startsWith('what-') ? 2 * phaseLimits.what : null
}

/** A phase in the document. `id` stays the same for as long as the phase is there. */
export interface PhaseRow {
  readonly id: string
  readonly what: YText
  readonly minutes: number
}

/** An empty document with every field of a lesson in it. */
export function newDocument(): Doc {
  const doc = new Doc()
  for (const field of textFields) doc.getText(field)
  doc.getArray('phases')
  return doc
}

export function textOf(doc: Doc, field: TextField): YText {
  return doc.getText(field)
}

/** The phases in order. What is no phase is left out; the server takes no document in which there is such a thing. */
export function phasesOf(doc: Doc): readonly PhaseRow[] {
  return listOf(doc)
    .map((row) => phaseIn(row))
    .filter((row) => row !== null)
}

/** A phase as it stands in the list; null where it isn't one. */
export function phaseIn(row: unknown): PhaseRow | null {
  if (!(row instanceof YMap)) return null
  const [id, what, minutes]: unknown[] = [row.get('id'), row.get('what'), row.get('minutes')]
  if (typeof id !== 'string' || !(what instanceof YText) || typeof minutes !== 'number') return null
  return { id, what, minutes }
}

export function listOf(doc: Doc): YArray<unknown> {
  return doc.getArray('phases')
}

export function addPhase(doc: Doc, id: string, { what, minutes }: Phase): void {
  const row = new YMap<unknown>()
  row.set('id', id)
  row.set('what', new YText(what))
  row.set('minutes', minutes)
  listOf(doc).push([row])
}

export function setMinutes(doc: Doc, id: string, minutes: number): void {
  for (const row of listOf(doc)) if (row instanceof YMap && row.get('id') === id) row.set('minutes', minutes)
}

export function removePhase(doc: Doc, id: string): void {
  const at = listOf(doc)
    .toArray()
    .findIndex((row) => phaseIn(row)?.id === id)
  if (at >= 0) listOf(doc).delete(at)
}

/** Puts a change of a text into the document. */
export function changeText(text: YText, change: TextChange | null): void {
  if (change === null) return
  if (change.removed > 0) text.delete(change.at, change.removed)
  if (change.inserted !== '') text.insert(change.at, change.inserted)
}

/** What the document says, in plain fields. */
export function planOf(doc: Doc): Plan {
  const say = (field: TextField) => plainText(textOf(doc, field).toString())
  return {
    question: say('question'),
    pupilsDo: say('pupils-do'),
    pupilsSay: say('pupils-say'),
    materials: say('materials'),
    watch: [say('watch-1'), say('watch-2'), say('watch-3')],
    phases: phasesOf(doc).map(({ what, minutes }) => ({ what: plainText(what.toString()), minutes })),
  }
}

/** Text as it is stored: a script can send what no keyboard types, and PostgreSQL takes no NUL. */
function plainText(text: string): string {
  return (
    text
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out here.
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, '')
  )
}

/** Each field of a plan as one text, as the history shows it: of the phases a line each. */
export function fieldTexts(plan: Plan): Readonly<Record<Field, string>> {
  return {
    question: plan.question,
    'pupils-do': plan.pupilsDo,
    'pupils-say': plan.pupilsSay,
    materials: plan.materials,
    'watch-1': plan.watch[0],
    'watch-2': plan.watch[1],
    'watch-3': plan.watch[2],
    phases: plan.phases.map(({ what, minutes }) => `${minutes}′ ${what}`).join('\n'),
  }
}

/** Writes a plan into an empty document. `newId` makes the ids of its phases. */
export function fillDocument(doc: Doc, plan: Plan, newId: () => string): void {
  const texts = fieldTexts(plan)
  doc.transact(() => {
    for (const field of textFields) textOf(doc, field).insert(0, texts[field])
    for (const phase of plan.phases) addPhase(doc, newId(), phase)
  })
}
