import type { Text, YTextEvent } from 'yjs'
import { changeText } from '../document.ts'
import { mergeText } from '../merge-text.ts'
import { changeBetween, moveCaret } from '../text-change.ts'

/** What a text of the document is written in. */
export type Writable = HTMLTextAreaElement | HTMLInputElement

/**
 * Makes a field show a text of the document and write into it: what is typed goes in as the change that it is, what
 * others write appears around the caret. Returns how to let go. What was typed before this ran is put in first.
 */
export function bindText(field: Writable, text: Text): () => void {
  changeText(text, mergeText(field.defaultValue, field.value, text.toString()))
  let shown = text.toString()
  if (field.value !== shown) field.value = shown

  const typed = (): void => {
    const caret = field.selectionEnd ?? field.value.length
    const change = changeBetween(shown, field.value, caret)
    shown = field.value
    changeText(text, change)
  }
  const changed = (event: YTextEvent): void => {
    const now = text.toString()
    if (now === field.value) {
      shown = now
      return
    }
    const [start, end] = [field.selectionStart ?? 0, field.selectionEnd ?? 0]
    const [newStart, newEnd] = moved(event, start, end)
    const { scrollTop } = field
    field.value = now
    shown = now
    if (field === document.activeElement) field.setSelectionRange(newStart, newEnd)
    field.scrollTop = scrollTop
  }

  field.addEventListener('input', typed)
  text.observe(changed)
  return () => {
    field.removeEventListener('input', typed)
    text.unobserve(changed)
  }
}

/** Where the ends of a selection go by a change of the text. */
function moved({ delta }: YTextEvent, start: number, end: number): readonly [number, number] {
  let at = 0
  let range: readonly [number, number] = [start, end]
  for (const { retain = 0, delete: removed = 0, insert } of delta) {
    at += retain
    const inserted = typeof insert === 'string' ? insert : ''
    if (removed === 0 && inserted === '') continue
    const change = { at, removed, inserted }
    range = [moveCaret(range[0], change), moveCaret(range[1], change)]
    at += inserted.length
  }
  return range
}
