import { encodeStateAsUpdate, encodeStateVector } from 'yjs'
import {
  addPhase,
  changeText,
  phaseLimits,
  phasesOf,
  removePhase,
  setMinutes,
  textFields,
  textLimits,
  textOf,
} from './document.ts'
import { openDocument } from './document-bytes.ts'
import { mergeText } from './merge-text.ts'

type Values = Readonly<Record<string, string | readonly string[]>>

/**
 * The edit that a form without script makes of a document: what differs from what the form showed (`was`) is merged into
 * what stands now, as if it had been typed. Texts are cut off where a browser would not have let them grow.
 */
export function editFromForm(document: Uint8Array, values: Values, was: Values, newId: () => string): Uint8Array {
  const doc = openDocument(document)
  const vector = encodeStateVector(doc)
  const say = (from: Values, name: string, most: number) => textIn(from, name)?.slice(0, most).toWellFormed()
  for (const field of textFields) {
    const mine = say(values, field, textLimits[field])
    if (mine === undefined) continue
    const text = textOf(doc, field)
    changeText(text, mergeText(textIn(was, field) ?? '', mine, text.toString()))
  }
  for (const { id, what, minutes } of phasesOf(doc)) {
    if (textIn(values, `drop-${id}`) !== undefined) {
      removePhase(doc, id)
      continue
    }
    const mine = say(values, `what-${id}`, phaseLimits.what)
    if (mine !== undefined) changeText(what, mergeText(textIn(was, `what-${id}`) ?? '', mine, what.toString()))
    const typed = textIn(values, `minutes-${id}`)
    if (typed !== undefined && typed !== textIn(was, `minutes-${id}`) && minutesIn(typed) !== minutes) {
      setMinutes(doc, id, minutesIn(typed))
    }
  }
  for (const name of Object.keys(values).filter((each) => /^what-new\d$/.test(each))) {
    const what = say(values, name, phaseLimits.what) ?? ''
    const minutes = minutesIn(textIn(values, name.replace('what', 'minutes')) ?? '')
    if (what !== '' || minutes > 0) addPhase(doc, newId(), { what, minutes })
  }
  const update = encodeStateAsUpdate(doc, vector)
  doc.destroy()
  return update
}

function textIn(values: Values, name: string): string | undefined {
  const value = values[name]
  return typeof value === 'string' ? value : undefined
}

/** Whole minutes of what was typed; 0 for what is no number. */
export function minutesIn(typed: string): number {
  const minutes = Math.round(Number(typed.replace(',', '.')))
  return Number.isFinite(minutes) ? Math.min(phaseLimits.minutes, Math.max(0, minutes)) : 0
}
