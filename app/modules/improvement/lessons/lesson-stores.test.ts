import { v7 as uuidv7 } from 'uuid'
import { beforeEach, expect, test } from 'vitest'
import { encodeStateAsUpdate, encodeStateVector } from 'yjs'
import { organisationScope, type Trx } from '../../../platform/database/scope.ts'
import { onBothEngines } from '../../../platform/database/testing.ts'
import { deKlimboom, demoMembers, demoTeam, deWaterlelie } from '../../../platform/identity/demo-people.ts'
import { identityDemo } from '../../../platform/identity/identity-demo.ts'
import { historyOf } from '../../../platform/journal/journal-store.ts'
import { perform, type Record as RecordEntry } from '../../../platform/journal/perform.ts'
import { migrations } from '../testing.ts'
import { addPhase, listOf, newDocument, textOf } from './document.ts'
import { openDocument } from './document-bytes.ts'
import { documentOf, type SyncAsked, syncEdit } from './document-store.ts'
import { lessonStream } from './lesson.ts'
import { startLesson } from './lesson-store.ts'
import { pastDesignsOf } from './list-store.ts'
import { plainVersion } from './plain-version.ts'
import { closeSpells, openSpellsOf } from './spells.ts'
import { editVersion, startNextVersion } from './version-store.ts'

const now = new Date('2026-11-22T12:00:00Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

onBothEngines('lessons', migrations, (database) => {
  const team = demoTeam(deWaterlelie, 'Middenbouw')
  const [anna, bo] = demoMembers(team).map(({ id }) => `person:${id}`)
  let lessonId: string
  let versionId: string
  const place = () => ({ organisationId: deWaterlelie.id, lessonId })

  const inside = <T>(work: (trx: Trx) => Promise<T>, organisationId = deWaterlelie.id) =>
    database().run(organisationScope(organisationId), work)

  async function write<T>(
    work: (trx: Trx, record: RecordEntry, id: string) => Promise<T>,
    actor = anna ?? '',
  ): Promise<T> {
    const id = uuidv7()
    const stream = lessonStream(lessonId)
    const operation = { organisationId: deWaterlelie.id, stream, actor, id, content: { id }, at: now }
    const { result } = await perform(database(), organisationScope(deWaterlelie.id), operation, (trx, record) =>
      work(trx, record, id),
    )
    return result
  }

  beforeEach(async () => {
    await identityDemo({ db: database(), clock: () => now })
    lessonId = uuidv7()
    versionId = await write((trx, record) =>
      startLesson(trx, record, {
        ...place(),
        id: lessonId,
        teamId: team.id,
        title: 'Een kwart',
        subject: 'Rekenen',
        year: 'groep 6',
        theme: '',
        goal_id: null,
        designerIds: [anna?.slice(7) ?? '', bo?.slice(7) ?? '', uuidv7()],
        actor: anna ?? '',
        now,
        newId: uuidv7,
      }),
    )
  })

  /** Types into the question of what the server has, from a device of this person. */
  async function type(actor: string | undefined, words: string, at: Date, more: Partial<SyncAsked> = {}) {
    const { document } = await inside((trx) => documentOf(trx, place(), 1))
    const doc = openDocument(document)
    const vector = encodeStateVector(doc)
    textOf(doc, 'question').insert(textOf(doc, 'question').length, words)
    const asked: SyncAsked = {
      ...place(),
      number: 1,
      actor: actor ?? '',
      name: 'Iemand',
      now: at,
      newId: uuidv7,
      update: encodeStateAsUpdate(doc, vector),
      vector: encodeStateVector(doc),
      ...more,
    }
    return inside((trx) => syncEdit(trx, asked))
  }

  test('what two people write is merged, numbered and there in plain fields', async () => {
    expect(await type(anna, 'Wat is', now)).toMatchObject({ ok: true, edits: 1 })
    expect(await type(bo, ' een kwart?', now)).toMatchObject({ ok: true, edits: 2 })
    const version = await inside((trx) => plainVersion(trx, deWaterlelie.id, versionId))
    expect(version).toMatchObject({
      title: 'Een kwart',
      subject: 'Rekenen',
      question: 'Wat is een kwart?',
      watch: ['', '', ''],
      phases: [],
      number: 1,
    })
    // Only members of the school design it.
    const past = await inside((trx) => pastDesignsOf(trx, deWaterlelie.id, team.id, '2026-08-01'))
    expect(past[0]?.people).toHaveLength(2)
  })

  test('an edit that comes twice, or at the same moment, is there once', async () => {
    const doc = newDocument()
    textOf(doc, 'materials').insert(0, 'Touw')
    const update = encodeStateAsUpdate(doc)
    const vector = encodeStateVector(doc)
    const results = await Promise.all([
      type(anna, '', now, { update, vector }),
      type(anna, '', now, { update, vector }),
    ])
    expect(results.map((result) => result.ok && result.edits)).toEqual([1, 1])
    expect(await inside((trx) => plainVersion(trx, deWaterlelie.id, versionId))).toMatchObject({ materials: 'Touw' })
  })

  test('many at once lose nothing', async () => {
    const words = Array.from({ length: 12 }, (_, i) => `<${i}>`)
    await Promise.all(words.map((word, i) => type(i % 2 === 0 ? anna : bo, word, now)))
    const version = await inside((trx) => plainVersion(trx, deWaterlelie.id, versionId))
    for (const word of words) expect(version?.question.split(word)).toHaveLength(2)
  })

  test('a refused edit changes nothing', async () => {
    await type(anna, 'Wat is een kwart?', now)
    const refused = await type(bo, '', now, { update: new Uint8Array([1, 2, 3]) })
    expect(refused).toEqual({ ok: false, reason: 'malformed' })
    expect(await type(bo, 'x'.repeat(2000), now)).toEqual({ ok: false, reason: 'too-long' })
    const { edits } = await inside((trx) => documentOf(trx, place(), 1))
    expect(edits).toBe(1)
  })

  const written = async () =>
    (await inside((trx) => historyOf(trx, deWaterlelie.id, `lesson:${lessonId}`)))
      .filter(({ action }) => action === 'lesson-written')
      .map(({ actor, changes }) => [actor, changes])
  const writing = async () =>
    (await inside((trx) => openSpellsOf(trx, deWaterlelie.id, lessonId))).map(({ actors, before, after }) => [
      actors,
      before,
      after,
    ])
  const closeAt = (minute: number) => closeSpells({ db: database(), now: later(minute), newId: uuidv7 })

  test('what somebody typed becomes one entry of the history, after ten minutes of silence', async () => {
    for (const [minute, word] of ['Wat', ' is', ' een', ' kwart?'].entries()) await type(anna, word, later(minute * 3))
    await closeAt(18)
    expect(await written()).toEqual([])
    expect(await writing()).toEqual([[[anna], '', 'Wat is een kwart?']])
    await closeAt(19)
    await closeAt(30)
    expect(await written()).toEqual([[anna, { question: ['', 'Wat is een kwart?'] }]])
    // Nothing else was kept of who typed when.
    expect(await writing()).toEqual([])
  })

  test('nobody gets words of another: who goes on where another was silent has a spell of their own', async () => {
    await type(anna, 'Wat is een kwart?', now)
    await type(bo, ' En een half?', later(1))
    await type(anna, ' Samen.', later(3))
    expect(await writing()).toEqual([
      [[anna], 'Wat is een kwart? En een half?', 'Wat is een kwart? En een half? Samen.'],
      [[bo], 'Wat is een kwart?', 'Wat is een kwart? En een half?'],
      [[anna], '', 'Wat is een kwart?'],
    ])
    await closeAt(20)
    const all = await written()
    expect(all).toHaveLength(3)
    expect(all).toContainEqual([bo, { question: ['Wat is een kwart?', 'Wat is een kwart? En een half?'] }])
    expect(all).toContainEqual([anna, { question: ['', 'Wat is een kwart?'] }])
    expect(await writing()).toEqual([])
  })

  test('who write in one field at the same time are all named', async () => {
    await type(anna, 'Wat is', now)
    await type(bo, ' een', later(0.5))
    await type(anna, ' kwart?', later(1))
    expect(await writing()).toEqual([[[anna, bo], '', 'Wat is een kwart?']])
    await closeAt(20)
    expect(await written()).toEqual([[anna, { question: ['', 'Wat is een kwart?'], writers: [null, [anna, bo]] }]])
  })

  test('what somebody takes away of another a moment later is in the history all the same', async () => {
    /** Changes the document of the server, from a device of this person. */
    const change = async (actor: string | undefined, at: Date, edit: (doc: ReturnType<typeof newDocument>) => void) => {
      const { document } = await inside((trx) => documentOf(trx, place(), 1))
      const doc = openDocument(document)
      const vector = encodeStateVector(doc)
      edit(doc)
      const update = encodeStateAsUpdate(doc, vector)
      expect(await type(actor, '', at, { update, vector: encodeStateVector(doc) })).toMatchObject({ ok: true })
    }
    const question = 'Wat is een kwart van iets?'
    await type(anna, question, now)
    await change(bo, later(0.5), (doc) => textOf(doc, 'question').delete(0, question.length))
    await change(anna, now, (doc) => addPhase(doc, 'een', { what: 'Vouw', minutes: 5 }))
    await change(bo, later(0.5), (doc) => listOf(doc).delete(0, 1))
    await closeAt(20)
    const all = await written()
    expect(all).toHaveLength(4)
    expect(all).toContainEqual([anna, { question: ['', question] }])
    expect(all).toContainEqual([bo, { question: [question, ''] }])
    expect(all).toContainEqual([anna, { phases: ['', '5′ Vouw'] }])
    expect(all).toContainEqual([bo, { phases: ['5′ Vouw', ''] }])
  })

  test('a version that was taught stands, and the next one starts from it', async () => {
    await type(anna, 'Wat is een kwart?', now)
    const teach = (fields: Parameters<typeof editVersion>[4], number = 1) =>
      write((trx, record) => editVersion(trx, record, place(), number, fields, now.getTime()))
    const next = (after: number) =>
      write((trx, record, id) =>
        startNextVersion(trx, record, { ...place(), id, after, actor: anna ?? '', now, newId: uuidv7 }),
      )
    expect(await next(1)).toEqual({ ok: false, reason: 'not-taught-yet' })
    expect(await teach({ worked: 'De blokjes' })).toEqual({ ok: false, reason: 'not-taught-yet' })
    expect(await teach({ taught_on: '2026-11-20', class_name: 'groep 6a' })).toEqual({ ok: true })
    expect(await type(bo, ' Nog iets', now)).toEqual({ ok: false, reason: 'closed' })
    expect(await teach({ worked: 'De blokjes' })).toEqual({ ok: true })
    expect(await next(1)).toEqual({ ok: true, number: 2 })
    // Somebody else pressed at the same moment.
    expect(await next(1)).toEqual({ ok: true, number: 2 })
    expect(await teach({ taught_on: null })).toEqual({ ok: false, reason: 'newer-version' })
    const { document } = await inside((trx) => documentOf(trx, place(), 2))
    expect(textOf(openDocument(document), 'question').toString()).toBe('Wat is een kwart?')
    expect(await type(bo, ' Nog iets', now)).toEqual({ ok: false, reason: 'closed' })
    expect(await teach({ taught_on: '2026-11-21' }, 9)).toEqual({ ok: false, reason: 'no-such-version' })
  })

  test('another school sees and changes nothing, whatever is asked', async () => {
    await type(anna, 'Wat is een kwart?', now)
    const other = <T>(work: (trx: Trx) => Promise<T>) => inside(work, deKlimboom.id)
    expect(await other((trx) => plainVersion(trx, deWaterlelie.id, versionId))).toBeNull()
    expect(await other((trx) => trx.selectFrom('lesson_versions').selectAll().execute())).toEqual([])
    expect(await other((trx) => trx.selectFrom('lesson_spells').selectAll().execute())).toEqual([])
    expect(await other((trx) => trx.selectFrom('lesson_designers').selectAll().execute())).toEqual([])
    const changed = await other((trx) => trx.updateTable('lessons').set({ title: 'x' }).executeTakeFirst())
    expect(Number(changed.numUpdatedRows)).toBe(0)
    const doc = newDocument()
    textOf(doc, 'question').insert(0, 'Ongevraagd')
    const edit = {
      ...place(),
      number: 1,
      actor: 'person:x',
      name: 'x',
      now,
      newId: uuidv7,
      update: encodeStateAsUpdate(doc),
      vector: encodeStateVector(doc),
    }
    expect(await other((trx) => syncEdit(trx, edit))).toEqual({ ok: false, reason: 'no-such-lesson' })
  })
})
