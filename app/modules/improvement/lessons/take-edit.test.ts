import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { seededRandom } from '../demo/random.ts'
import { addPhase, newDocument, planOf, setMinutes, textOf } from './document.ts'
import { answerSync, encodeDocument, openDocument } from './document-bytes.ts'
import { mergeEdit } from './merge-edit.ts'
import { editLimits, type StoredDocument, takeEdit } from './take-edit.ts'

const empty: StoredDocument = { document: new Uint8Array(), writers: {} }

/** What a device sends that has the stored document and then does this. */
function editOf(stored: StoredDocument, does: (doc: Y.Doc) => void, client?: number): Uint8Array {
  const doc = openDocument(stored.document)
  if (client !== undefined) doc.clientID = client
  const vector = Y.encodeStateVector(doc)
  does(doc)
  return Y.encodeStateAsUpdate(doc, vector)
}

function taken(stored: StoredDocument, update: Uint8Array, actor = 'person:a') {
  const result = takeEdit(stored, update, actor)
  if (!result.ok) throw new Error(`Refused: ${result.reason}`)
  return result
}

describe('takeEdit', () => {
  it('merges what two people write in the same field, and says which field it was', () => {
    const first = taken(
      empty,
      editOf(empty, (doc) => textOf(doc, 'question').insert(0, 'Wat zien we?')),
    )
    expect(first.changed).toEqual([{ field: 'question', before: '' }])
    const a = editOf(first, (doc) => textOf(doc, 'question').insert(0, 'Nieuw: '))
    const b = editOf(first, (doc) => textOf(doc, 'question').insert(12, ' Samen.'))
    const both = taken(taken(first, a, 'person:a'), b, 'person:b')
    expect(both.plan.question).toBe('Nieuw: Wat zien we? Samen.')
    expect(Object.values(both.writers).toSorted()).toEqual(['person:a', 'person:a', 'person:b'])
  })

  it('does the same once more without any news', () => {
    const update = editOf(empty, (doc) => addPhase(doc, 'p1', { what: 'Starten', minutes: 5 }))
    const once = taken(empty, update)
    expect(once.plan.phases).toEqual([{ what: 'Starten', minutes: 5 }])
    expect(once.news).not.toBeNull()
    const twice = taken(once, update)
    expect(twice.news).toBeNull()
    expect(twice.plan).toEqual(once.plan)
  })

  it('tells others no more than what is new', () => {
    const first = taken(
      empty,
      editOf(empty, (doc) => textOf(doc, 'materials').insert(0, 'x'.repeat(1500))),
    )
    const { news } = taken(
      first,
      editOf(first, (doc) => textOf(doc, 'question').insert(0, 'kort')),
    )
    expect(news?.length).toBeLessThan(60)
    const doc = openDocument(first.document)
    if (news !== null) Y.applyUpdate(doc, news)
    expect(planOf(doc).question).toBe('kort')
  })

  it('refuses bytes that are no edit, whatever they are, and changes nothing', () => {
    const stored = taken(
      empty,
      editOf(empty, (doc) => textOf(doc, 'question').insert(0, 'Wat zien we?')),
    )
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const result = takeEdit(stored, bytes, 'person:a')
        if (result.ok) expect(result.plan.question).toBe('Wat zien we?')
        else expect(['malformed', 'missing-edits', 'not-a-lesson', 'not-your-device']).toContain(result.reason)
      }),
      { numRuns: 5000 },
    )
  })

  it('refuses or takes as a whole what is an edit with some bytes changed', () => {
    const stored = taken(
      empty,
      editOf(empty, (doc) => textOf(doc, 'question').insert(0, 'Wat zien we?'), 7),
    )
    const good = editOf(stored, (doc) => {
      textOf(doc, 'question').delete(2, 4)
      textOf(doc, 'materials').insert(0, 'Blaadjes, stiften')
      addPhase(doc, 'p1', { what: 'Starten', minutes: 5 })
    })
    let refused = 0
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }), (flips) => {
        const bytes = good.slice()
        for (const [at, value] of flips) bytes[at] = value
        const result = takeEdit(stored, bytes, 'person:b')
        if (!result.ok) {
          refused++
          return
        }
        // What was taken can be stored, opened and sent again.
        expect(planOf(openDocument(result.document))).toEqual(result.plan)
        expect(answerSync(result.document, new Uint8Array([0]))).not.toBeNull()
        expect(JSON.stringify(result.plan)).not.toMatch(/\\u0000|\\ud[89a-f]/)
      }),
      { numRuns: 5000 },
    )
    expect(refused).toBeGreaterThan(500)
  })

  const reasonOf = (does: (doc: Y.Doc) => void, stored = empty, actor = 'person:a', client?: number) => {
    const result = takeEdit(stored, editOf(stored, does, client), actor)
    return result.ok ? 'taken' : result.reason
  }

  it('refuses what is no lesson', () => {
    expect(reasonOf((doc) => doc.getText('something-else').insert(0, 'x'))).toBe('not-a-lesson')
    const keyed = new Y.Doc()
    keyed.getMap('question').set('a', 1)
    expect(takeEdit(empty, encodeDocument(keyed), 'person:a')).toEqual({ ok: false, reason: 'not-a-lesson' })
    expect(reasonOf((doc) => textOf(doc, 'question').setAttribute('a', 1))).toBe('not-a-lesson')
    expect(reasonOf((doc) => textOf(doc, 'question').insert(0, 'vet', { bold: true }))).toBe('not-a-lesson')
    expect(reasonOf((doc) => textOf(doc, 'question').insertEmbed(0, { image: 'x' }))).toBe('not-a-lesson')
    expect(reasonOf((doc) => doc.getArray('phases').push(['a text']))).toBe('not-a-lesson')
    expect(reasonOf((doc) => doc.getArray('phases').push([new Y.Doc()]))).toBe('not-a-lesson')
    expect(reasonOf((doc) => addPhase(doc, 'p1', { what: '', minutes: 1e9 }))).toBe('not-a-lesson')
    expect(reasonOf((doc) => addPhase(doc, 'p1', { what: '', minutes: 2.5 }))).toBe('not-a-lesson')
    expect(reasonOf((doc) => addPhase(doc, '<b>', { what: '', minutes: 2 }))).toBe('not-a-lesson')
    expect(
      reasonOf((doc) => {
        const row = new Y.Map<unknown>([
          ['id', 'p1'],
          ['what', new Y.Text('x')],
          ['minutes', 3],
          ['more', { deep: [] }],
        ])
        doc.getArray('phases').push([row])
      }),
    ).toBe('not-a-lesson')
  })

  it('refuses what is too large: one edit, one text, too many phases, too many devices', () => {
    expect(reasonOf((doc) => textOf(doc, 'question').insert(0, 'x'.repeat(1001)))).toBe('too-long')
    expect(reasonOf((doc) => textOf(doc, 'question').insert(0, 'x'.repeat(1000)))).toBe('taken')
    expect(reasonOf((doc) => textOf(doc, 'materials').insert(0, 'x'.repeat(70_000)))).toBe('too-long')
    const many = (doc: Y.Doc) => {
      for (let i = 0; i < 41; i++) addPhase(doc, `p${i}`, { what: '', minutes: 1 })
    }
    expect(reasonOf(many)).toBe('too-long')
    const writers = Object.fromEntries(Array.from({ length: editLimits.writers }, (_, i) => [String(i), 'person:b']))
    expect(
      reasonOf((doc) => textOf(doc, 'question').insert(0, 'x'), { ...empty, writers }, 'person:a', 4_000_000),
    ).toBe('too-long')
  })

  it('refuses letters with numbers beyond what anybody types', () => {
    const doc = newDocument()
    doc.clientID = 9
    textOf(doc, 'question').insert(0, 'x')
    // The last clock of the device, written in the bytes as a huge number: a gap before the letter.
    const far = Y.encodeStateAsUpdate(doc)
    const at = 3
    const bytes = new Uint8Array([...far.slice(0, at), 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f, ...far.slice(at + 1)])
    expect(takeEdit(empty, bytes, 'person:a')).toEqual({ ok: false, reason: 'malformed' })
  })

  it('refuses what leans on edits that it does not have', () => {
    const doc = newDocument()
    textOf(doc, 'question').insert(0, 'eerst')
    const vector = Y.encodeStateVector(doc)
    textOf(doc, 'question').insert(5, ' dan')
    expect(takeEdit(empty, Y.encodeStateAsUpdate(doc, vector), 'person:a')).toEqual({
      ok: false,
      reason: 'missing-edits',
    })
    const other = newDocument()
    textOf(other, 'question').insert(0, 'weg')
    const held = Y.encodeStateVector(other)
    textOf(other, 'question').delete(0, 3)
    const onlyDeletion = Y.encodeStateAsUpdate(other, held)
    expect(takeEdit(empty, onlyDeletion, 'person:a')).toEqual({ ok: false, reason: 'missing-edits' })
  })

  it('lets nobody write in the name of a device of somebody else', () => {
    const first = taken(
      empty,
      editOf(empty, (doc) => textOf(doc, 'question').insert(0, 'van Anna'), 11),
      'person:a',
    )
    const does = (doc: Y.Doc) => textOf(doc, 'question').insert(0, 'ook van Anna? ')
    expect(reasonOf(does, first, 'person:b', 11)).toBe('not-your-device')
    expect(reasonOf(does, first, 'person:a', 11)).toBe('taken')
    expect(reasonOf(does, first, 'person:b', 12)).toBe('taken')
    // To send along what the server has already is no harm.
    const doc = openDocument(first.document)
    textOf(doc, 'materials').insert(0, 'x')
    expect(takeEdit(first, encodeDocument(doc), 'person:b').ok).toBe(true)
  })

  it('takes no long time over an edit that was made to take long', () => {
    // Letters of two devices that all want to stand behind the same one: each of the second is compared with all of the
    // first. A letter here is: its kind, behind which letter (device 1, number 0), its text.
    const pile = (client: number, letters: number) => {
      const letter = [0x84, 1, 0, 1, 0x78]
      const head = [1, (letters & 0x7f) | 0x80, letters >> 7, client, 0]
      return new Uint8Array([...head, ...Array.from({ length: letters }, () => letter).flat(), 0])
    }
    const piled = openDocument(editOf(empty, (doc) => textOf(doc, 'materials').insert(0, 'x'), 1))
    Y.applyUpdate(piled, pile(2, 8000))
    expect(textOf(piled, 'materials').length).toBe(8001)
    const timeOf = (letters: number) => {
      const started = performance.now()
      const result = takeEdit({ document: encodeDocument(piled), writers: {} }, pile(3, letters), 'person:a')
      expect(result).toEqual({ ok: false, reason: 'too-long' })
      return performance.now() - started
    }
    const [few, more] = [timeOf(1000), timeOf(8000)]
    process.stdout.write(`refused as it would take long: ${few.toFixed(0)} ms, ${more.toFixed(0)} ms\n`)
    expect(few).toBeLessThan(1000)
    expect(more).toBeLessThan(1000)
  })

  it('takes a week of writing without connection, also in a long document, and says what work it was', () => {
    const random = seededRandom(3)
    const writeIn = (doc: Y.Doc, times: number) => {
      const text = textOf(doc, 'pupils-do')
      for (let i = 0; i < times; i++) {
        text.insert(Math.floor(random() * (text.length + 1)), 'abc')
        if (text.length > 5000) text.delete(Math.floor(random() * (text.length - 3)), 3)
      }
    }
    const long = openDocument(new Uint8Array())
    for (let device = 1; device <= 20; device++) {
      long.clientID = device
      writeIn(long, 150)
    }
    const writers = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [String(i + 1), 'person:b']))
    const stored = { document: encodeDocument(long), writers }
    const away = editOf(stored, (doc) => writeIn(doc, 1500), 99)
    // Others wrote meanwhile.
    writeIn(long, 300)
    let work = 0
    const spend = (bytes: number) => {
      work += bytes
    }
    const started = performance.now()
    const result = takeEdit({ document: encodeDocument(long), writers }, away, 'person:a', spend)
    const ms = performance.now() - started
    process.stdout.write(
      `a week away: ${(away.length / 1024).toFixed(0)} kB into ${stored.document.length} bytes, ${ms.toFixed(0)} ms\n`,
    )
    expect(result.ok).toBe(true)
    expect(work).toBeGreaterThan(stored.document.length)
    expect(work).toBeLessThan(8 * stored.document.length)
  })

  it('merges piece by piece to what Yjs makes of the whole, or refuses both', () => {
    const random = seededRandom(11)
    const pick = (most: number) => Math.floor(random() * most)
    for (let course = 0; course < 300; course++) {
      const first = newDocument()
      first.clientID = 1
      const devices = [first, newDocument(), newDocument()]
      for (let step = 0; step < 40; step++) {
        const doc = devices[pick(3)] ?? first
        const text = textOf(doc, pick(2) === 0 ? 'question' : 'materials')
        const dice = pick(8)
        if (dice < 2 && text.length > 0) text.delete(pick(text.length), 1)
        else if (dice === 2) addPhase(doc, `p${step}`, { what: 'Stap', minutes: 5 })
        else if (dice === 3) setMinutes(doc, `p${pick(step + 1)}`, pick(60))
        else text.insert(pick(text.length + 1), '<>')
        if (pick(6) === 0) Y.applyUpdate(doc, Y.encodeStateAsUpdate(devices[pick(3)] ?? first))
      }
      const [, mine = first, theirs = first] = devices
      // Sometimes it leans on what the other does not have.
      const update = Y.encodeStateAsUpdate(mine, pick(3) === 0 ? Y.encodeStateVector(first) : undefined)
      const [whole, pieces] = [openDocument(encodeDocument(theirs)), openDocument(encodeDocument(theirs))]
      Y.applyUpdate(whole, update)
      const lacks = whole.store.pendingStructs !== null || whole.store.pendingDs !== null
      const merged = mergeEdit(pieces, update, 1e6)
      expect(merged.ok).toBe(!lacks)
      if (merged.ok) expect(planOf(pieces)).toEqual(planOf(whole))
      if (merged.ok) expect(Y.encodeStateVector(pieces)).toEqual(Y.encodeStateVector(whole))
    }
  })

  it('stores text that a database takes: no NUL, no half characters', () => {
    const { plan } = taken(
      empty,
      editOf(empty, (doc) => textOf(doc, 'question').insert(0, 'a\u0000b\ud800c\u202ed')),
    )
    expect(plan.question).toMatch(/^ab.?cd$/u)
    expect(plan.question.isWellFormed()).toBe(true)
  })
})

describe('answerSync', () => {
  it('gives a device what it lacks, and refuses a state that can not be read', () => {
    const stored = taken(
      empty,
      editOf(empty, (doc) => textOf(doc, 'question').insert(0, 'Wat zien we?')),
    )
    const answer = answerSync(stored.document, new Uint8Array([0]))
    expect(answer === null ? null : planOf(openDocument(answer.update)).question).toBe('Wat zien we?')
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const found = answerSync(stored.document, bytes)
        if (found !== null) expect(found.vector.length).toBeGreaterThan(0)
      }),
      { numRuns: 2000 },
    )
    expect(answerSync(stored.document, new Uint8Array([255]))).toBeNull()
  })
})
