import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { organisationScope } from '../../../platform/database/scope.ts'
import { asSystem, onBothEngines } from '../../../platform/database/testing.ts'
import { emptyPlan } from '../lessons/plan.ts'
import { migrations } from '../testing.ts'
import { forkLesson } from './fork-store.ts'
import { findShared, planOf, reachableOrigins } from './library-store.ts'
import { sharedOf, withdrawShared } from './share-store.ts'
import type { Reach } from './shared-lesson.ts'
import { board, everybody, libraryOf, now, own, people, sister, stranger, teams } from './testing.ts'

onBothEngines('the library', migrations, (database) => {
  const { write, share, find, found, titles, takeBack } = libraryOf(database)

  describe('reach', () => {
    const ids = new Map<Reach, string>()
    beforeAll(async () => {
      for (const reach of ['team', 'school', 'board', 'open'] as const)
        ids.set(reach, await share(own, reach, `Bereik ${reach}`))
    })

    it.each([
      ['a member of the team', organisationScope(own, people.member), ['team', 'school', 'board', 'open']],
      ['a colleague of another team', organisationScope(own, people.colleague), ['school', 'board', 'open']],
      ['the leader', organisationScope(own, people.leader), ['team', 'school', 'board', 'open']],
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
      for (const table of ['shared_lessons', 'shared_editions']) {
        const where = table === 'shared_lessons' ? 'id' : 'shared_id'
        const forged = database().run(organisationScope(stranger), (trx) =>
          sql`insert into ${sql.table(table)} select * from ${sql.table(table)} where ${sql.ref(where)} = ${id}`.execute(
            trx,
          ),
        )
        await expect(forged).rejects.toThrow(/row-level security/)
      }
      const rewritten = database().run(organisationScope(own, people.member), (trx) =>
        trx.updateTable('shared_editions').set({ title: 'Anders' }).where('shared_id', '=', id).execute(),
      )
      await expect(rewritten).rejects.toThrow(/permission denied/)
    })

    it('ends when it is taken back, but not for who may write in the lesson', async () => {
      const id = await share(own, 'open', 'Teruggenomen les')
      const { lessonId } = await found(organisationScope(own, people.member), id)
      expect(await takeBack(lessonId)).toBe(true)
      expect(await find(everybody, id)).toBeNull()
      expect(await find(organisationScope(own, people.colleague), id)).toBeNull()
      expect(await find(organisationScope(own, people.member), id)).toMatchObject({ withdrawnAt: now })
      expect(await titles(organisationScope(own, people.member), 'teruggenomen')).toEqual([])
    })
  })

  describe('one sharing at a time', () => {
    const steps = ['team', 'school', 'board', 'open'] as const

    it.each(steps.flatMap((from) => steps.map((to) => [from, to] as const)))(
      'from %s to %s, by another who may write in it',
      async (from, to) => {
        const id = await share(own, from, 'Eerst zo')
        const { lessonId } = await found(organisationScope(own, people.member), id)
        const again = await share(own, to, 'Dan zo', { lessonId, number: 2 }, people.leader)
        expect(again).toBe(id)
        const rows = await asSystem(database(), 'select reach, edition from shared_lessons where lesson_id = $1', [
          lessonId,
        ])
        expect(rows).toEqual([{ reach: to, edition: 2 }])
        expect(await takeBack(lessonId, people.leader)).toBe(true)
        expect(await takeBack(lessonId, people.leader)).toBe(false)
      },
    )

    it('is kept by the database itself', async () => {
      const id = await share(own, 'school', 'Eenmaal')
      const twice = database().run(organisationScope(own, people.member), (trx) =>
        sql`insert into shared_lessons select (jsonb_populate_record(s, jsonb_build_object('id', ${uuidv7()}::uuid))).*
          from shared_lessons s where id = ${id}`.execute(trx),
      )
      await expect(twice).rejects.toThrow(/unique|duplicate/)
    })

    it('goes on at the same address, and an older edition can still be read', async () => {
      const id = await share(own, 'open', 'Versie een', { plan: { ...emptyPlan, question: 'Eerste vraag' } })
      const { lessonId } = await found(everybody, id)
      await share(own, 'open', 'Versie twee', { lessonId, number: 2 })
      expect(await find(everybody, id)).toMatchObject({ title: 'Versie twee', edition: 2, newest: 2 })
      expect(await find(everybody, id, 1)).toMatchObject({ title: 'Versie een', edition: 1, newest: 2 })
      await share(own, 'school', 'Versie drie', { lessonId, number: 3 })
      expect(await find(everybody, id, 1)).toBeNull()
      expect(await find(everybody, id)).toBeNull()
    })

    it('does not bring back what was taken back', async () => {
      const id = await share(own, 'open', 'Met een naam erin')
      const { lessonId } = await found(everybody, id)
      await takeBack(lessonId)
      expect(await share(own, 'open', 'Zonder naam', { lessonId })).toBe(id)
      expect(await find(everybody, id)).toMatchObject({ title: 'Zonder naam', edition: 2 })
      expect(await find(everybody, id, 1)).toBeNull()
      expect(await find(organisationScope(own, people.member), id, 1)).toBeNull()
    })
  })

  it('journals no words that were found', async () => {
    const id = await share(own, 'school', 'Met journaal')
    const lesson = await found(organisationScope(own, people.member), id)
    const [entry] = await asSystem(
      database(),
      `select changes from journal where action = 'lesson-shared' and subject = $1`,
      [`lesson:${lesson.lessonId}`],
    )
    expect(entry?.changes).toMatchObject({ personal_replaced: [null, 1], personal_reasons: [null, ['made-up']] })
    const shared = await database().run(organisationScope(own), (trx) => sharedOf(trx, own, lesson.lessonId))
    expect(shared).toMatchObject({ id, number: 1, reach: 'school' })
  })

  describe('taking over', () => {
    const secret = 'Perkamentrol'
    const plan = { ...emptyPlan, question: `Hoe leggen ze een ${secret} uit?` }
    const takeOver = async (from: string, to: string, title: string, reach: Reach): Promise<string> => {
      const source = await found(organisationScope(to, people.elsewhere), from)
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
      return share(to, reach, title, { lessonId, plan: { ...emptyPlan, materials: title } })
    }
    const chainOf = (id: string) =>
      database().run(everybody, async (trx) =>
        (await reachableOrigins(trx, (await findShared(trx, id))?.origins ?? [])).map(({ title, reachable }) => [
          title,
          reachable,
        ]),
      )

    it('keeps the whole chain of names over three schools, whatever becomes of the lessons', async () => {
      const first = await share(own, 'board', 'Oorsprong', { plan })
      const second = await takeOver(first, sister, 'Overgenomen', 'open')
      const third = await takeOver(second, stranger, 'Nog eens overgenomen', 'open')
      // The first was shared within its governing body: it is named, and not shown to others.
      const chain = [
        ['Overgenomen', true],
        ['Oorsprong', false],
      ]
      expect(await chainOf(third)).toEqual(chain)
      // Shared again, the one in the middle stays where it was; its edition of then can be compared with.
      const middle = await found(everybody, second)
      await share(sister, 'open', 'Overgenomen en verbeterd', { lessonId: middle.lessonId, number: 2 })
      expect(await chainOf(third)).toEqual(chain)
      const [origin] = (await found(everybody, third)).origins
      const before = await database().run(everybody, (trx) => planOf(trx, origin ?? { id: '', edition: 1 }))
      expect(before?.materials).toBe('Overgenomen')
      // Taken back, it is named all the same, and so is what it came from.
      await write(sister, (trx, record) =>
        withdrawShared(trx, record, { organisationId: sister, lessonId: middle.lessonId, now }),
      )
      expect(await chainOf(third)).toEqual([
        ['Overgenomen', false],
        ['Oorsprong', false],
      ])
      expect(await database().run(everybody, (trx) => planOf(trx, origin ?? { id: '', edition: 1 }))).toBeNull()
    })

    it('shows words of the one before to nobody whom it does not reach, by any query', async () => {
      const first = await share(own, 'board', 'Alleen voor het bestuur', { plan })
      const second = await takeOver(first, sister, 'Open voor allen', 'open')
      for (const scope of [everybody, organisationScope(stranger, people.elsewhere)]) {
        expect(await find(scope, second)).not.toBeNull()
        for (const table of ['shared_lessons', 'shared_editions', 'lesson_forks', 'journal']) {
          const { rows } = await database().run(scope, (trx) =>
            sql<{ row: string }>`select to_jsonb(t)::text as row from ${sql.table(table)} t`.execute(trx),
          )
          expect(rows.filter(({ row }) => row.toLowerCase().includes(secret.toLowerCase()))).toEqual([])
        }
      }
      // Nor by which words search knows.
      const words = database().run(organisationScope(stranger), (trx) =>
        sql`select word from library_words`.execute(trx),
      )
      await expect(words).rejects.toThrow(/permission denied/)
      const near = database().run(organisationScope(stranger), (trx) =>
        sql`select library_near('{"starts": "perk"}')`.execute(trx),
      )
      await expect(near).rejects.toThrow(/permission denied/)
      expect(await titles(organisationScope(stranger), 'perkamentrol')).toEqual([])
      expect(await titles(organisationScope(sister), 'perkamentrol')).toContain('Alleen voor het bestuur')
    })
  })
})
