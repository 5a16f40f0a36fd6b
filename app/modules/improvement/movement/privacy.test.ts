import { CompiledQuery } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { beforeEach, expect, it } from 'vitest'
import { organisationScope, type Scope, system, type Trx } from '../../../platform/database/scope.ts'
import { onBothEngines } from '../../../platform/database/testing.ts'
import type { OrganisationKind } from '../../../platform/organisations/organisations.ts'
import { migrations } from '../testing.ts'
import { withdrawAfternoon } from './afternoon-store.ts'
import { bookAfternoon, evaluate } from './booking-store.ts'
import { takeBackStory } from './story-store.ts'
import './tables.ts'

const now = new Date('2026-11-23T09:00:00Z')
const refused = /row-level security|permission denied|foreign key|duplicate key/
const nobody: Scope = { kind: 'person', userId: null, organisationIds: [] }

onBothEngines('what organisations share', migrations, (database) => {
  let school: string
  let other: string
  let partner: string
  let rival: string
  let afternoon: string
  const ignore = () => {}

  /** Plain SQL of somebody who sits at the database itself, as the role of the app. */
  const ask = (who: string | null, text: string, values: readonly unknown[] = []) =>
    database().run(who === null ? nobody : organisationScope(who), async (trx) => {
      const { rows, numAffectedRows } = await trx.executeQuery<Record<string, unknown>>(
        CompiledQuery.raw(text, [...values]),
      )
      return { rows, changed: Number(numAffectedRows ?? 0n) }
    })
  const count = async (who: string | null, table: string) => (await ask(who, `select * from ${table}`)).rows.length

  async function organisation(kind: OrganisationKind, name: string): Promise<string> {
    const id = uuidv7()
    const row = { id, kind, name, slug: `x${id}`, parent_id: null, school_code: null, place: null }
    await database().run(system, (trx) =>
      trx
        .insertInto('organisations')
        .values({ ...row, holiday_region: null, created_at: now })
        .execute(),
    )
    return id
  }
  const offer = (id: string, by: string, name: string) =>
    ask(
      by,
      `insert into movement_afternoons values ($1, $2, $3, 'Titel', 'Zien', 'Hier', 'mail', '2026-12-02T12:30Z', 120, 30, now(), now())`,
      [by, id, name],
    )
  const bookIn = (trx: Trx, by: string, name: string, id = uuidv7()) =>
    bookAfternoon(trx, ignore, {
      id,
      schoolId: by,
      schoolName: name,
      partnerId: partner,
      afternoonId: afternoon,
      people: 20,
      contact: 'mail',
      wish: '',
      now,
    })
  const book = (by: string, name: string, id = uuidv7()) =>
    database().run(organisationScope(by), (trx) => bookIn(trx, by, name, id))
  const withdrawIn = (trx: Trx) => withdrawAfternoon(trx, ignore, { partnerId: partner, id: afternoon })

  beforeEach(async () => {
    await database().run(system, async (trx) => {
      for (const table of ['evaluations', 'bookings', 'afternoons', 'stories', 'schools'] as const)
        await trx.deleteFrom(`movement_${table}`).execute()
    })
    school = await organisation('school', 'De Brug')
    other = await organisation('school', 'De Ven')
    partner = await organisation('partner', 'Bedrijf')
    rival = await organisation('partner', 'Ander bedrijf')
    afternoon = uuidv7()
    await offer(afternoon, partner, 'Bedrijf')
  })

  it('shows a school to everybody only while its leader wants that', async () => {
    await ask(school, `insert into movement_schools values ($1, 'De Brug', null, null, false, null)`, [school])
    expect([await count(school, 'movement_schools'), await count(other, 'movement_schools')]).toEqual([1, 0])
    expect(await count(null, 'movement_schools')).toBe(0)
    await ask(school, `update movement_schools set seen_since = now(), in_rhythm = true`)
    expect([await count(other, 'movement_schools'), await count(null, 'movement_schools')]).toEqual([1, 1])
    await ask(school, `update movement_schools set seen_since = null, in_rhythm = false`)
    expect(await count(other, 'movement_schools')).toBe(0)
  })

  it('lets nobody write for a school but itself, nor under another name or code', async () => {
    const seen = 'insert into movement_schools values ($1, $2, $3, now(), true, now())'
    await expect(ask(other, seen, [school, 'De Brug', null])).rejects.toThrow(refused)
    await expect(ask(null, seen, [school, 'De Brug', null])).rejects.toThrow(refused)
    await expect(ask(school, seen, [school, 'De Ven', null])).rejects.toThrow(refused)
    await expect(ask(school, seen, [school, 'De Brug', '00AP00'])).rejects.toThrow(refused)
    await expect(ask(partner, seen, [partner, 'Bedrijf', null])).rejects.toThrow(refused)
    await ask(school, seen, [school, 'De Brug', null])
    for (const who of [other, partner, null]) {
      expect((await ask(who, 'update movement_schools set in_rhythm = false')).changed).toBe(0)
      await expect(ask(who, 'delete from movement_schools')).rejects.toThrow(refused)
    }
    await expect(ask(school, `update movement_schools set school_code = '00AP00'`)).rejects.toThrow(refused)
    expect((await ask(null, 'select in_rhythm from movement_schools')).rows).toEqual([{ in_rhythm: true }])
  })

  it('shows a story to everybody until it is taken back', async () => {
    const story = `insert into movement_stories values ($1, $2, $3, 'Titel', 'Deden', 'Zagen', now(), $4)`
    await ask(school, story, [school, uuidv7(), 'De Brug', null])
    expect([await count(school, 'movement_stories'), await count(null, 'movement_stories')]).toEqual([1, 0])
    await ask(school, 'update movement_stories set shared_at = now()')
    expect([await count(other, 'movement_stories'), await count(null, 'movement_stories')]).toEqual([1, 1])
    await expect(ask(other, story, [school, uuidv7(), 'De Brug', now])).rejects.toThrow(refused)
    await expect(ask(other, story, [other, uuidv7(), 'De Brug', now])).rejects.toThrow(refused)
    expect((await ask(other, `update movement_stories set title = 'x'`)).changed).toBe(0)
    expect((await ask(other, 'delete from movement_stories')).changed).toBe(0)
    await ask(school, 'update movement_stories set shared_at = null')
    expect(await count(null, 'movement_stories')).toBe(0)
  })

  it('shows a booking to the school that booked and the partner that offered, to nobody else', async () => {
    expect(await book(school, 'De Brug')).toBe(true)
    expect([await count(school, 'movement_bookings'), await count(partner, 'movement_bookings')]).toEqual([1, 1])
    for (const who of [other, rival, null]) {
      expect(await count(who, 'movement_bookings')).toBe(0)
      await ask(who, `update movement_bookings set cancelled_at = now(), cancelled_by = 'school'`)
      await expect(ask(who, 'delete from movement_bookings')).rejects.toThrow(refused)
    }
    expect((await ask(school, 'select cancelled_at from movement_bookings')).rows).toEqual([{ cancelled_at: null }])
    // That it is taken may be known, and nothing more.
    const free = 'select movement_afternoon_free($1, $2) as free'
    expect((await ask(other, free, [partner, afternoon])).rows).toEqual([{ free: false }])
  })

  it('books an afternoon once, only what is on offer, only for oneself', async () => {
    expect(await book(school, 'De Brug')).toBe(true)
    expect(await book(other, 'De Ven')).toBe(false)
    await ask(partner, `update movement_bookings set cancelled_at = now(), cancelled_by = 'partner'`)
    expect(await book(other, 'De Ven')).toBe(true)
    await ask(other, `update movement_bookings set cancelled_at = now(), cancelled_by = 'school'`)
    await ask(partner, 'update movement_afternoons set offered_at = null')
    expect(await book(school, 'De Brug')).toBe(false)
    await expect(
      ask(school, `insert into movement_bookings values ($1, $2, 'De Brug', $3, $4, 10, 'x', '', now(), null, null)`, [
        school,
        uuidv7(),
        partner,
        afternoon,
      ]),
    ).rejects.toThrow(refused)
    expect([await count(rival, 'movement_afternoons'), await count(null, 'movement_afternoons')]).toEqual([0, 0])
    expect([await count(school, 'movement_afternoons'), await count(other, 'movement_afternoons')]).toEqual([1, 1])
    await ask(partner, 'update movement_afternoons set offered_at = now()')
    await expect(book(partner, 'Bedrijf')).rejects.toThrow(refused)
    await expect(
      ask(
        other,
        `insert into movement_bookings values ($1, $2, 'De Brug', $3, $4, 10, 'mail', '', now(), null, null)`,
        [school, uuidv7(), partner, afternoon],
      ),
    ).rejects.toThrow(refused)
    await expect(
      ask(school, `insert into movement_bookings values ($1, $2, 'De Brug', $3, $4, 31, 'x', '', now(), null, null)`, [
        school,
        uuidv7(),
        partner,
        afternoon,
      ]),
    ).rejects.toThrow(refused)
  })

  it('does not take an afternoon away while a school is booking it, whoever is first', async () => {
    /** Does the one, and begins the other while the first is not committed yet. */
    const during = async (
      [first, one]: readonly [string, (trx: Trx) => Promise<boolean>],
      [second, other]: readonly [string, (trx: Trx) => Promise<boolean>],
    ) => {
      let go = () => {}
      const begun = new Promise<void>((resolve) => {
        go = resolve
      })
      const early = database().run(organisationScope(first), async (trx) => {
        const result = await one(trx)
        go()
        await new Promise((resolve) => setTimeout(resolve, 150))
        return result
      })
      await begun
      const late = database().run(organisationScope(second), other)
      return [await early, await late]
    }
    const byBrug = (trx: Trx) => bookIn(trx, school, 'De Brug')
    const byVen = (trx: Trx) => bookIn(trx, other, 'De Ven')
    expect(await during([school, byBrug], [partner, withdrawIn])).toEqual([true, false])
    expect((await ask(partner, 'select offered_at from movement_afternoons')).rows[0]?.offered_at).not.toBeNull()
    await ask(school, `update movement_bookings set cancelled_at = now(), cancelled_by = 'school'`)
    expect(await during([partner, withdrawIn], [other, byVen])).toEqual([true, false])
    expect(await count(other, 'movement_bookings')).toBe(0)
  })

  it('lets each side cancel in its own name only', async () => {
    await book(school, 'De Brug')
    const cancel = (by: string) => `update movement_bookings set cancelled_at = now(), cancelled_by = '${by}'`
    await expect(ask(school, cancel('partner'))).rejects.toThrow(refused)
    await expect(ask(partner, cancel('school'))).rejects.toThrow(refused)
    expect((await ask(partner, cancel('partner'))).changed).toBe(1)
    await book(school, 'De Brug')
    expect((await ask(school, cancel('school'))).changed).toBe(1)
  })

  it('lets a school that was given another name take its story back, and share it only under the new one', async () => {
    const id = uuidv7()
    const story = `insert into movement_stories values ($1, $2, 'De Brug', 'Titel', 'Deden', 'Zagen', now(), now())`
    await ask(school, story, [school, id])
    await database().run(system, (trx) =>
      trx.updateTable('organisations').set({ name: 'De Nieuwe Brug' }).where('id', '=', school).execute(),
    )
    const takeBack = () =>
      database().run(organisationScope(school), (trx) => takeBackStory(trx, ignore, { organisationId: school, id }))
    expect(await takeBack()).toBe(true)
    expect(await count(null, 'movement_stories')).toBe(0)
    await expect(ask(school, 'update movement_stories set shared_at = now()')).rejects.toThrow(refused)
    await ask(school, `update movement_stories set shared_at = now(), school_name = 'De Nieuwe Brug'`)
    expect(await count(null, 'movement_stories')).toBe(1)
  })

  it('lets only a partner offer, under its own name, and only itself withdraw', async () => {
    await expect(offer(uuidv7(), school, 'De Brug')).rejects.toThrow(refused)
    await expect(offer(uuidv7(), rival, 'Bedrijf')).rejects.toThrow(refused)
    for (const who of [rival, school, null]) {
      expect((await ask(who, 'update movement_afternoons set offered_at = null')).changed).toBe(0)
    }
    await expect(ask(partner, `update movement_afternoons set title = 'Iets anders'`)).rejects.toThrow(refused)
  })

  it('tells who leads the other side to the two sides of a booking only', async () => {
    const leads = async (organisationId: string, name: string) => {
      const id = uuidv7()
      await database().run(system, async (trx) => {
        const person = { id, name, email: `${id}@example.nl`, email_verified: true, locale: null }
        await trx
          .insertInto('users')
          .values({ ...person, created_at: now, updated_at: now })
          .execute()
        await trx
          .insertInto('memberships')
          .values({ organisation_id: organisationId, user_id: id, role: 'leader', created_at: now })
          .execute()
      })
    }
    await leads(school, 'Van de school')
    await leads(partner, 'Van het bedrijf')
    await leads(rival, 'Van een ander')
    const id = uuidv7()
    await book(school, 'De Brug', id)
    const names = async (who: string | null) =>
      (await ask(who, 'select name from movement_other_side($1)', [id])).rows.map(({ name }) => name)
    expect([await names(school), await names(partner)]).toEqual([['Van het bedrijf'], ['Van de school']])
    for (const who of [other, rival, null]) expect(await names(who)).toEqual([])
  })

  it('shows an evaluation to both sides, written by each for itself', async () => {
    const id = uuidv7()
    await book(school, 'De Brug', id)
    const booking = { id, schoolId: school }
    const words = { peopleCame: 20, worth: 1, tookAlong: 'Een bord', better: '' }
    const write = (who: string) =>
      database().run(organisationScope(who), (trx) =>
        evaluate(trx, ignore, { organisationId: who, booking, words, now }),
      )
    await write(school)
    await write(partner)
    await write(partner)
    expect([await count(school, 'movement_evaluations'), await count(partner, 'movement_evaluations')]).toEqual([2, 2])
    for (const who of [other, rival]) await expect(write(who)).rejects.toThrow(refused)
    for (const who of [other, rival, null]) expect(await count(who, 'movement_evaluations')).toBe(0)
    await expect(
      ask(school, `insert into movement_evaluations values ($1, $2, $3, 1, 1, 'x', '', now())`, [partner, id, school]),
    ).rejects.toThrow(refused)
    expect(
      (await ask(school, `update movement_evaluations set took_along = 'x' where organisation_id = $1`, [partner]))
        .changed,
    ).toBe(0)
  })
})
