import { v7 as uuidv7 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { organisationScope, type Scope, system } from '../../../platform/database/scope.ts'
import { asSystem, onBothEngines } from '../../../platform/database/testing.ts'
import { perform } from '../../../platform/journal/perform.ts'
import { startLesson } from '../lessons/lesson-store.ts'
import { emptyPlan, type Plan } from '../lessons/plan.ts'
import { migrations } from '../testing.ts'
import { findTerms, importCurriculum, suggestTerms } from './curriculum-store.ts'
import { forkLesson } from './fork-store.ts'
import {
  ancestorsOf,
  findShared,
  type NewShared,
  searchLibrary,
  sharedOf,
  shareLesson,
  withdrawShared,
} from './library-store.ts'
import type { Reach } from './shared-lesson.ts'

const now = new Date('2026-03-02T10:00:00Z')
const board = uuidv7()
const [own, sister, stranger] = [uuidv7(), uuidv7(), uuidv7()]
const teams = { [own]: uuidv7(), [sister]: uuidv7(), [stranger]: uuidv7() }
const people = { member: uuidv7(), colleague: uuidv7(), elsewhere: uuidv7() }
const account = { email_verified: true, image: null, locale: null, created_at: now, updated_at: now }
const everybody: Scope = { kind: 'person', userId: null, organisationIds: [] }

onBothEngines('the library', migrations, (database) => {
  beforeAll(async () => {
    await database().run(system, async (trx) => {
      const nothing = { school_code: null, place: null, holiday_region: null, created_at: now }
      const organisation = (id: string, kind: 'board' | 'school', parent_id: string | null) => ({
        id,
        kind,
        slug: `o-${id}`,
        name: `School ${id.slice(-4)}`,
        parent_id,
        ...nothing,
      })
      await trx
        .insertInto('organisations')
        .values([
          organisation(board, 'board', null),
          organisation(own, 'school', board),
          organisation(sister, 'school', board),
          organisation(stranger, 'school', null),
        ])
        .execute()
      await trx
        .insertInto('teams')
        .values(
          Object.entries(teams).map(([organisation_id, id]) => ({
            organisation_id,
            id,
            slug: 'team',
            name: 'Bovenbouw',
            created_at: now,
          })),
        )
        .execute()
      for (const [name, id] of Object.entries(people)) {
        await trx
          .insertInto('users')
          .values({ id, name, email: `${name}@school.example`, ...account })
          .execute()
      }
      await trx
        .insertInto('team_members')
        .values({ organisation_id: own, team_id: teams[own] ?? '', user_id: people.member })
        .execute()
    })
  })

  async function write<R>(school: string, work: Parameters<typeof perform<R>>[3]): Promise<R> {
    const operation = {
      organisationId: school,
      stream: `library:${school}`,
      actor: 'person:somebody',
      id: uuidv7(),
      content: {},
      at: now,
    }
    return (await perform(database(), organisationScope(school), operation, work)).result
  }

  async function makeLesson(
    school: string,
    title: string,
    plan: Plan,
  ): Promise<{ lessonId: string; versionId: string }> {
    const lessonId = uuidv7()
    const versionId = await write(school, (trx, record) =>
      startLesson(trx, record, {
        ...{ id: lessonId, organisationId: school, teamId: teams[school] ?? '', title, plan },
        ...{
          subject: 'Rekenen',
          year: 'groep 7',
          theme: '',
          goal_id: null,
          designerIds: [],
          actor: 'person:somebody',
          now,
          newId: uuidv7,
        },
      }),
    )
    return { lessonId, versionId }
  }

  async function share(school: string, reach: Reach, title: string, about: Partial<NewShared> = {}): Promise<string> {
    const plan = about.plan ?? emptyPlan
    const made =
      about.lessonId === undefined
        ? await makeLesson(school, title, plan)
        : { lessonId: about.lessonId, versionId: uuidv7() }
    const id = uuidv7()
    await write(school, async (trx, record) => {
      await shareLesson(trx, record, {
        ...{ id, organisationId: school, ...made, teamId: teams[school] ?? '', number: 1, reach, title, plan },
        ...{ subject: 'Rekenen', year: 'groep 7', theme: '', terms: [], actor: 'person:somebody', now },
        found: { replaced: 1, kept: 1, reasons: ['made-up'] },
        ...about,
      })
      return null
    })
    return id
  }

  const titles = async (scope: Scope, words: string) =>
    (
      await database().run(scope, (trx) => searchLibrary(trx, { words, subject: '', year: '', theme: '', term: '' }))
    ).map(({ title }) => title)

  describe('reach', () => {
    const ids = new Map<Reach, string>()
    beforeAll(async () => {
      for (const reach of ['team', 'school', 'board', 'open'] as const)
        ids.set(reach, await share(own, reach, `Bereik ${reach}`))
    })

    it.each([
      ['a member of the team', organisationScope(own, people.member), ['team', 'school', 'board', 'open']],
      ['a colleague of another team', organisationScope(own, people.colleague), ['school', 'board', 'open']],
      ['a school of the same governing body', organisationScope(sister, people.elsewhere), ['board', 'open']],
      ['the governing body alone', organisationScope(board, people.elsewhere), ['board', 'open']],
      ['a school elsewhere', organisationScope(stranger, people.elsewhere), ['open']],
      ['everybody', everybody, ['open']],
    ] as const)('of %s is kept by the database itself', async (_who, scope, expected) => {
      const rows = await database().run(scope, (trx) =>
        trx.selectFrom('shared_lessons').select('reach').where('title', 'like', 'Bereik %').execute(),
      )
      expect(rows.map(({ reach }) => reach).toSorted()).toEqual([...expected].toSorted())
    })

    it('does not let another school change or add what is not theirs', async () => {
      const id = ids.get('open') ?? ''
      const changed = await database().run(organisationScope(stranger), (trx) =>
        trx.updateTable('shared_lessons').set({ title: 'Van ons' }).where('id', '=', id).executeTakeFirst(),
      )
      expect(changed.numUpdatedRows).toBe(0n)
      const [row] = await asSystem(database(), 'select * from shared_lessons where id = $1', [id])
      const forged = database().run(organisationScope(stranger), (trx) =>
        trx
          .insertInto('shared_lessons')
          .columns([
            'organisation_id',
            'id',
            'lesson_id',
            'version_id',
            'number',
            'team_id',
            'reach',
            'board_id',
            'title',
            'credit',
            'title_stems',
            'stems',
            'words',
            'shared_by',
            'shared_at',
          ])
          .expression((eb) =>
            eb
              .selectFrom('shared_lessons')
              .select((b) => [
                'organisation_id',
                b.val(uuidv7()).as('id'),
                'lesson_id',
                'version_id',
                'number',
                'team_id',
                'reach',
                'board_id',
                'title',
                'credit',
                'title_stems',
                'stems',
                'words',
                'shared_by',
                'shared_at',
              ])
              .where('id', '=', String(row?.id)),
          )
          .execute(),
      )
      await expect(forged).rejects.toThrow(/row-level security/)
    })

    it('ends when it is taken back, but not for the school itself', async () => {
      const id = await share(own, 'open', 'Teruggenomen les')
      expect(await write(own, (trx, record) => withdrawShared(trx, record, { organisationId: own, id, now }))).toBe(
        true,
      )
      expect(await database().run(everybody, (trx) => findShared(trx, id))).toBeNull()
      expect(await database().run(organisationScope(own), (trx) => findShared(trx, id))).toMatchObject({
        withdrawnAt: now,
      })
      expect(await titles(organisationScope(own), 'teruggenomen')).toEqual([])
    })
  })

  describe('search', () => {
    beforeAll(async () => {
      await share(own, 'open', 'Hoe ver rolt mijn fiets?', { plan: { ...emptyPlan, materials: 'Een meetlint' } })
      await share(own, 'open', 'Vulkanen op IJsland', { subject: 'Aardrijkskunde', year: 'groep 8' })
      await share(own, 'open', 'Een kwart van een appel', {
        plan: { ...emptyPlan, question: 'Hoe leggen ze breuken uit?' },
      })
    })

    it.each([
      ['fietsen', 'Hoe ver rolt mijn fiets?'],
      ['fietsje', 'Hoe ver rolt mijn fiets?'],
      ['Fiest', 'Hoe ver rolt mijn fiets?'],
      ['meetlinten', 'Hoe ver rolt mijn fiets?'],
      ['vulkaan', 'Vulkanen op IJsland'],
      ['vulkannen ijsland', 'Vulkanen op IJsland'],
      ['breuk', 'Een kwart van een appel'],
      ['kwarten appels', 'Een kwart van een appel'],
    ])('for %s finds %s', async (words, title) => {
      expect((await titles(everybody, words))[0]).toBe(title)
    })

    it('finds nothing for other words', async () => {
      expect(await titles(everybody, 'democratie')).toEqual([])
      expect(await titles(everybody, 'fiets democratie')).toEqual([])
    })

    it('narrows by subject and year', async () => {
      const found = await database().run(everybody, (trx) =>
        searchLibrary(trx, { words: '', subject: 'aardrijkskunde', year: 'Groep 8', theme: '', term: '' }),
      )
      expect(found.map(({ title }) => title)).toEqual(['Vulkanen op IJsland'])
    })
  })

  it('shares one version of a lesson at a time, and journals no words that were found', async () => {
    const first = await share(own, 'school', 'Twee keer gedeeld')
    const lesson = await database().run(organisationScope(own), (trx) => findShared(trx, first))
    const second = await share(own, 'board', 'Twee keer gedeeld', { lessonId: lesson?.lessonId ?? '', number: 2 })
    const shared = await database().run(organisationScope(own), (trx) => sharedOf(trx, own, lesson?.lessonId ?? ''))
    expect(shared).toMatchObject({ id: second, number: 2, reach: 'board' })
    const [entry] = await asSystem(
      database(),
      `select changes from journal where action = 'lesson-shared' and subject = $1`,
      [`lesson:${lesson?.lessonId}`],
    )
    expect(entry?.changes).toMatchObject({ personal_replaced: [null, 1], personal_reasons: [null, ['made-up']] })
  })

  it('takes a lesson over with where it came from, over three schools', async () => {
    const plan = { ...emptyPlan, question: 'Hoe leggen ze het uit?' }
    const takeOver = async (from: string, to: string, title: string, reach: Reach): Promise<string> => {
      const source = await database().run(organisationScope(to), (trx) => findShared(trx, from))
      if (source === null) throw new Error('It does not reach that school.')
      const lessonId = uuidv7()
      await write(to, async (trx, record) => {
        await forkLesson(trx, record, source, {
          id: lessonId,
          organisationId: to,
          teamId: teams[to] ?? '',
          designerId: people.elsewhere,
          actor: 'person:somebody',
          now,
          newId: uuidv7,
        })
        return null
      })
      return share(to, reach, title, { lessonId, plan: { ...plan, materials: title } })
    }
    const first = await share(own, 'board', 'Oorsprong', { plan })
    const second = await takeOver(first, sister, 'Overgenomen', 'open')
    const third = await takeOver(second, stranger, 'Nog eens overgenomen', 'open')
    const seen = await database().run(everybody, async (trx) => {
      const shared = await findShared(trx, third)
      return shared === null ? [] : ancestorsOf(trx, shared)
    })
    // The first was shared within its governing body: it is named, and not shown to others.
    expect(seen.map(({ title, reachable }) => [title, reachable])).toEqual([
      ['Overgenomen', true],
      ['Oorsprong', false],
    ])
    expect(seen[0]?.plan.materials).toBe('Overgenomen')
  })

  it('is tagged with a curriculum of which what is gone stays known', async () => {
    const term = (code: string, label: string) => ({
      uri: `https://voorbeeld.example/${code}`,
      code,
      label,
      subject: '',
      level: '',
      broader: null,
      scheme: 'https://voorbeeld.example/',
    })
    const put = (...terms: readonly ReturnType<typeof term>[]) =>
      database().run(system, (trx) => importCurriculum(trx, terms, now))
    expect(await put(term('26', 'Rekenen met breuken'), term('27', 'Meten en wegen'))).toEqual({
      added: 2,
      changed: 0,
      unchanged: 0,
      gone: 0,
    })
    expect(await put(term('26', 'Rekenen met breuken'), term('28', 'Tijd'))).toEqual({
      added: 1,
      changed: 0,
      unchanged: 1,
      gone: 1,
    })
    expect(
      await database().run(everybody, async (trx) =>
        (await suggestTerms(trx, 'Een breuk is een deel', 5)).map(({ code }) => code),
      ),
    ).toEqual(['26'])
    expect(await database().run(everybody, (trx) => findTerms(trx, [], '26, 27; 99'))).toEqual({
      uris: ['https://voorbeeld.example/26'],
      unknown: ['27', '99'],
    })
    const id = await share(own, 'open', 'Met kerndoel', {
      terms: ['https://voorbeeld.example/26', 'https://voorbeeld.example/27'],
    })
    const shared = await database().run(everybody, (trx) => findShared(trx, id))
    expect(shared?.terms.map(({ code }) => code)).toEqual(['26', '27'])
    await expect(
      database().run(organisationScope(own), (trx) => importCurriculum(trx, [term('1', 'Vals')], now)),
    ).rejects.toThrow()
  })
})
