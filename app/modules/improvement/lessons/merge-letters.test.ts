import fc from 'fast-check'
import { expect, it } from 'vitest'
import { applyUpdate, encodeStateAsUpdate } from 'yjs'
import { changeText, textOf } from './document.ts'
import { encodeDocument, openDocument } from './document-bytes.ts'
import { mergeText } from './merge-text.ts'
import { takeEdit } from './take-edit.ts'
import { applyChange, changeBetween } from './text-change.ts'

// What people write besides letters: emoji of several parts, flags, letters with a loose accent, Arabic, Hebrew, keycaps.
const sign = fc.constantFrom(
  'a',
  'b',
  '👩',
  '👨',
  '👩‍👧',
  '🇳🇱',
  '🇳🇴',
  'e\u0301',
  'é',
  'مرحبا',
  'שלום',
  '\u200f',
  '1️⃣',
  '\n',
)
const text = fc.array(sign, { maxLength: 8 }).map((signs) => signs.join(''))

/** A device on which somebody makes another text of this one, as the page does. */
function rewritten(stored: Uint8Array, words: string) {
  const doc = openDocument(stored)
  const field = textOf(doc, 'materials')
  changeText(field, changeBetween(field.toString(), words))
  return doc
}

it('cuts no sign in two where people write at once, and all end with the same', () => {
  fc.assert(
    fc.property(text, fc.array(text, { minLength: 2, maxLength: 3 }), (before, versions) => {
      const stored = encodeDocument(rewritten(new Uint8Array(), before))
      const devices = versions.map((words) => rewritten(stored, words))
      const updates = devices.map((doc) => encodeStateAsUpdate(doc))
      const ends = devices.map((doc, i) => {
        // In another order on each.
        for (let k = 0; k < updates.length; k++)
          applyUpdate(doc, updates[(k + i) % updates.length] ?? new Uint8Array([0, 0]))
        return textOf(doc, 'materials').toString()
      })
      expect(new Set(ends).size).toBe(1)
      expect(ends[0]).not.toContain('\ufffd')
      expect(ends[0]?.isWellFormed()).toBe(true)
      const server = updates.reduce((document, update) => {
        const taken = takeEdit({ document, writers: {} }, update, 'person:a')
        if (!taken.ok) throw new Error(taken.reason)
        expect(taken.plan.materials.isWellFormed()).toBe(true)
        return taken.document
      }, stored)
      expect(textOf(openDocument(server), 'materials').toString()).toBe(ends[0])
    }),
    { numRuns: 500 },
  )
})

it('cuts no sign in two where a form is merged', () => {
  fc.assert(
    fc.property(text, text, text, (before, mine, now) => {
      const change = mergeText(before, mine, now)
      const merged = change === null ? now : applyChange(now, change)
      expect(merged.isWellFormed()).toBe(true)
    }),
    { numRuns: 3000 },
  )
})
