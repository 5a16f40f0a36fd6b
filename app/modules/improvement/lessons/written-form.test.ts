import { expect, it } from 'vitest'
import { addPhase, newDocument, phasesOf, planOf, textOf } from './document.ts'
import { encodeDocument } from './document-bytes.ts'
import { takeEdit } from './take-edit.ts'
import { editFromForm, minutesIn } from './written-form.ts'

function lesson() {
  const doc = newDocument()
  textOf(doc, 'question').insert(0, 'Wat zien we?')
  addPhase(doc, 'a', { what: 'Starten', minutes: 5 })
  addPhase(doc, 'b', { what: 'Werken', minutes: 20 })
  return doc
}

/** What the server makes of a form that showed `lesson()`. */
function after(doc: ReturnType<typeof newDocument>, values: Readonly<Record<string, string>>) {
  const was = { question: 'Wat zien we?', 'what-a': 'Starten', 'minutes-a': '5', 'what-b': 'Werken', 'minutes-b': '20' }
  const stored = { document: encodeDocument(doc), writers: {} }
  const taken = takeEdit(
    stored,
    editFromForm(stored.document, { ...was, ...values }, was, () => 'new-id'),
    'person:a',
  )
  if (!taken.ok) throw new Error(taken.reason)
  return taken.plan
}

it('changes what was changed in the form, and nothing else', () => {
  const plan = after(lesson(), { question: 'Wat zien we vandaag?', 'minutes-b': '25' })
  expect(plan).toEqual({
    ...planOf(lesson()),
    question: 'Wat zien we vandaag?',
    phases: [
      { what: 'Starten', minutes: 5 },
      { what: 'Werken', minutes: 25 },
    ],
  })
})

it('adds and takes away steps', () => {
  const plan = after(lesson(), { 'drop-a': 'yes', 'what-new1': 'Terugkijken', 'minutes-new1': '10', 'what-new2': '' })
  expect(plan.phases).toEqual([
    { what: 'Werken', minutes: 20 },
    { what: 'Terugkijken', minutes: 10 },
  ])
})

it('keeps what others wrote since the form was opened', () => {
  const doc = lesson()
  textOf(doc, 'question').insert(0, 'Nieuw: ')
  phasesOf(doc)[1]?.what.insert(6, ' in tweetallen')
  const plan = after(doc, { question: 'Wat zien we vandaag?', 'what-b': 'Werken', 'what-a': 'Rustig starten' })
  expect(plan.question).toBe('Nieuw: Wat zien we vandaag?')
  expect(plan.phases.map(({ what }) => what)).toEqual(['Rustig starten', 'Werken in tweetallen'])
})

it('reads minutes as people type them', () => {
  expect(['10', '7,5', '', 'veel', '-3', '999'].map(minutesIn)).toEqual([10, 8, 0, 0, 0, 240])
})
