import { expect, it } from 'vitest'
import { addPhase, newDocument, phasesOf, planOf, textOf } from './document.ts'
import { encodeDocument } from './document-bytes.ts'
import { takeEdit } from './take-edit.ts'
import { editFromForm, minutesIn, tooLongIn } from './written-form.ts'

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

/** The document after a form that showed `was` of it and was sent with `values`. */
function written(doc: ReturnType<typeof newDocument>, values: Record<string, string>, was: Record<string, string>) {
  const stored = encodeDocument(doc)
  const taken = takeEdit(
    { document: stored, writers: {} },
    editFromForm(stored, values, was, () => 'new-id'),
    'person:a',
  )
  return taken.ok ? taken.plan : taken.reason
}

it('cuts nothing off: a text that two wrote stays whole, and one that is too long is refused', () => {
  const doc = newDocument()
  const long = 'samen '.repeat(120)
  textOf(doc, 'question').insert(0, long)
  const shown = { question: long.trim(), materials: '' }
  expect(written(doc, { ...shown, materials: 'Touw' }, shown)).toMatchObject({ question: long, materials: 'Touw' })
  const longer = `${shown.question} erbij`
  expect(written(doc, { ...shown, question: longer }, shown)).toMatchObject({ question: `${longer} ` })
  expect(tooLongIn({ question: 'x'.repeat(1000), 'what-a': 'x'.repeat(1000), 'minutes-a': '5' })).toEqual([])
  expect(tooLongIn({ question: 'x'.repeat(1001), 'what-new2': 'x'.repeat(1001), 'drop-a': 'yes' })).toEqual([
    { name: 'question', most: 1000 },
    { name: 'what-new2', most: 1000 },
  ])
})

it('leaves alone what a form sends in another shape than it stands: accents, spaces, line ends', () => {
  const doc = newDocument()
  textOf(doc, 'question').insert(0, ' ide\u0301e\u2028 \n')
  const shown = { question: 'idée' }
  expect(written(doc, shown, shown)).toMatchObject({ question: ' ide\u0301e \n' })
  expect(written(doc, { question: 'idée 👩‍👧' }, shown)).toMatchObject({ question: ' idée 👩‍👧 \n' })
})

it('puts what was written in a step of another version in the step that said the same, or in one of its own', () => {
  const doc = lesson()
  const was = { 'what-x': 'Werken', 'what-y': 'Weg', 'what-z': '' }
  const values = { 'what-x': 'Werken in duo’s', 'what-y': 'Weg en terug', 'what-z': 'Slot', 'minutes-z': '7' }
  expect(written(doc, values, was)).toMatchObject({
    phases: [
      { what: 'Starten', minutes: 5 },
      { what: 'Werken in duo’s', minutes: 20 },
      { what: 'Weg en terug', minutes: 0 },
      { what: 'Slot', minutes: 7 },
    ],
  })
})

it('reads minutes as people type them', () => {
  expect(['10', '7,5', '', 'veel', '-3', '999'].map(minutesIn)).toEqual([10, 8, 0, 0, 0, 240])
})
