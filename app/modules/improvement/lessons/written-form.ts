import { type Doc, encodeStateAsUpdate, encodeStateVector, type Text as YText } from 'yjs'
import { cleanText } from '../../../platform/web/form.ts'
import {
  addPhase,
  changeText,
  longestText,
  phaseLimits,
  phasesOf,
  removePhase,
  setMinutes,
  textFields,
  textOf,
} from './document.ts'
import { openDocument } from './document-bytes.ts'
import { mergeText } from './merge-text.ts'
import { changeBetween } from './text-change.ts'

export type FormValues = Readonly<Record<string, string | readonly string[]>>

/** A text of a lesson that somebody changed in a form without script, or on a device whose edit came too late. */
export interface ChangedText {
  /** Of the field: that of a text, or `what-` and the id of a step. */
  readonly name: string
  readonly was: string
  readonly mine: string
}

/** The texts that somebody changed: those that differ from what the form showed (`was`). */
export function changedTexts(values: FormValues, was: FormValues): readonly ChangedText[] {
  return Object.keys(values)
    .filter((name) => longestText(name) !== null)
    .map((name) => ({ name, was: textIn(was, name) ?? '', mine: textIn(values, name) ?? '' }))
    .filter((text) => text.was !== text.mine)
}

/** The names of texts that are longer than the document takes, with how long they may be. Nothing is ever cut off. */
export function tooLongIn(values: FormValues): readonly { readonly name: string; readonly most: number }[] {
  return Object.keys(values).flatMap((name) => {
    const most = longestText(name)
    return most !== null && (textIn(values, name) ?? '').length > most ? [{ name, most }] : []
  })
}

/**
 * The edit that a form without script makes of a document: what differs from what the form showed (`was`) is merged into
 * what stands now, as if it had been typed. What was written in a step that is gone becomes a step again.
 */
export function editFromForm(
  document: Uint8Array,
  values: FormValues,
  was: FormValues,
  newId: () => string,
): Uint8Array {
  const doc = openDocument(document)
  const vector = encodeStateVector(doc)
  const steps = new Map(phasesOf(doc).map((phase) => [phase.id, phase]))
  for (const { name, ...change } of changedTexts(values, was)) {
    const field = textFields.find((each) => each === name)
    if (field !== undefined) writeIn(textOf(doc, field), change)
    else if (!name.startsWith('what-new')) writeStep(doc, name.slice('what-'.length), change)
  }
  for (const { id, minutes } of steps.values()) {
    if (textIn(values, `drop-${id}`) !== undefined) removePhase(doc, id)
    const typed = textIn(values, `minutes-${id}`)
    if (typed !== undefined && typed !== textIn(was, `minutes-${id}`) && minutesIn(typed) !== minutes) {
      setMinutes(doc, id, minutesIn(typed))
    }
  }
  for (const name of Object.keys(values).filter((each) => each.startsWith('what-new'))) {
    const what = textIn(values, name) ?? ''
    const minutes = minutesIn(textIn(values, name.replace('what', 'minutes')) ?? '')
    if (what !== '' || minutes > 0) addPhase(doc, newId(), { what, minutes })
  }
  const update = encodeStateAsUpdate(doc, vector)
  doc.destroy()
  return update

  function writeStep(into: Doc, id: string, change: Omit<ChangedText, 'name'>): void {
    // In the next version the steps have other ids: there it is the one that says what this one said.
    const step =
      steps.get(id) ?? [...steps.values()].find(({ what }) => isSaid(change.was) && said(what) === change.was)
    if (step !== undefined) writeIn(step.what, change)
    else if (isSaid(change.mine)) {
      addPhase(into, newId(), { what: change.mine, minutes: minutesIn(textIn(values, `minutes-${id}`) ?? '') })
    }
  }
}

const said = (text: YText) => cleanText(text.toString())
const isSaid = (words: string) => words !== ''

function writeIn(text: YText, { was, mine }: Omit<ChangedText, 'name'>): void {
  const now = text.toString()
  if (cleanText(now) !== was) {
    changeText(text, mergeText(was, mine, now))
    return
  }
  // Nobody else changed it. What a form does not send, such as a space at the end, stays.
  const [start = ''] = /^\s*/.exec(now) ?? []
  const [end = ''] = /\s*$/.exec(now) ?? []
  changeText(text, changeBetween(now, was === '' ? mine : start + mine + end))
}

function textIn(values: FormValues, name: string): string | undefined {
  const value = values[name]
  return typeof value === 'string' ? value : undefined
}

/** Whole minutes of what was typed; 0 for what is no number. */
export function minutesIn(typed: string): number {
  const minutes = Math.round(Number(typed.replace(',', '.')))
  return Number.isFinite(minutes) ? Math.min(phaseLimits.minutes, Math.max(0, minutes)) : 0
}
