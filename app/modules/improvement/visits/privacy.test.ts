import { CompiledQuery } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { beforeEach, describe, expect, it } from 'vitest'
import { organisationScope, type Scope, system } from '../../../platform/database/scope.ts'
import { asSystem, onBothEngines } from '../../../platform/database/testing.ts'
import { migrations } from '../testing.ts'
import { forgetSeen } from './forget-seen.ts'
import { writeScores } from './score-store.ts'
import { addFact, closeForOthers, deleteSeen, findQuestion, findSeen, shareSeen, writeTry } from './seen-store.ts'
import { as, begunVisit, makeSchool, type TestPerson, type TestSchool, write } from './testing.ts'
import { askVisit, giveBack, takeVisit } from './visit-store.ts'

const noticedAt = new Date('2026-11-23T09:05:00Z')
/** Every table in which something lies that is between receiver and visitor. */
const seenTables = ['visit_records', 'visit_facts', 'visit_tries', 'visit_scores', 'visit_questions'] as const

onBothEngines('what was seen in a visit', migrations, (database) => {
  let school: TestSchool
  let visit: string
  const key = () => ({ organisationId: school.id, id: visit })

  beforeEach(async () => {
    school = await makeSchool(database())
    visit = await begunVisit(database(), school)
    await as(database(), school, 'visitor', async (trx) => {
      await addFact(trx, key(), { id: uuidv7(), kind: 'heard', words: 'Drie leerlingen vragen hulp', noticedAt })
      await writeScores(trx, key(), { instrument: 'own', scores: new Map([['meedoen', 3]]) })
    })
    await as(database(), school, 'receiver', (trx) =>
      writeTry(trx, key(), school.people.receiver, 'Eerst in tweetallen', noticedAt),
    )
  })

  /** Plain SQL of somebody who sits at the database itself, as the role of the app. */
  const ask = (scope: Scope, text: string, values: readonly unknown[] = []) =>
    database().run(scope, (trx) => trx.executeQuery<Record<string, unknown>>(CompiledQuery.raw(text, [...values])))
  const sql = (person: TestPerson, text: string, values: readonly unknown[] = []) =>
    ask(organisationScope(school.id, school.people[person]), text, values)
  const count = async (person: TestPerson, table: string) =>
    (await sql(person, `select * from ${table} where visit_id = $1`, [visit])).rows.length

  it('is there for receiver and visitor', async () => {
    for (const person of ['receiver', 'visitor'] as const) {
      for (const table of seenTables) expect(await count(person, table), `${person} ${table}`).toBe(1)
      const seen = await as(database(), school, person, (trx) => findSeen(trx, key()))
      expect(seen?.facts.map((fact) => fact.words)).toEqual(['Drie leerlingen vragen hulp'])
      expect(seen).toMatchObject({ tries: 'Eerst in tweetallen', question: 'Wie doet er mee?', scored: true })
    }
  })

  describe.each(['leader', 'coach', 'other'] as const)('the %s', (person) => {
    it('sees nothing by direct SQL', async () => {
      for (const table of seenTables) expect(await count(person, table), table).toBe(0)
      expect(await as(database(), school, person, (trx) => findSeen(trx, key()))).toBeNull()
    })

    it('changes and deletes nothing', async () => {
      await sql(person, 'update visit_records set visitor_id = $1', [school.people[person]])
      for (const table of seenTables) await sql(person, `delete from ${table}`)
      expect(await count(person, 'visit_facts')).toBe(0)
      for (const table of seenTables) expect(await count('receiver', table), table).toBe(1)
    })

    it('finds no way in by making rows', async () => {
      const mine = school.people[person]
      const refused = /row-level security|foreign key|permission denied|must be owner|duplicate key/
      const at = [school.id, visit]
      const attempts: readonly (readonly [string, readonly unknown[]])[] = [
        [`insert into visit_readers values ($1, $2, $3, $3, now())`, [...at, mine]],
        [`insert into visit_readers values ($1, $2, $4, $3, now())`, [...at, mine, school.people.receiver]],
        [
          `insert into visit_records (organisation_id, visit_id, receiver_id, visitor_id, keep_until)
          values ($1, $2, $3, $4, '2030-01-01')`,
          [...at, school.people.receiver, mine],
        ],
        [`insert into visit_facts values ($1, $2, $3, 'seen', 'verzonnen', now())`, [...at, uuidv7()]],
        [`insert into visit_tries values ($1, $2, $3, 'verzonnen', now())`, [...at, mine]],
        [`insert into visit_scores values ($1, $2, 'helder', 1)`, at],
        [`update visits set receiver_id = $1`, [mine]],
        [`alter table visit_facts disable row level security`, []],
      ]
      for (const [text, values] of attempts) await expect(sql(person, text, values), text).rejects.toThrow(refused)
      // The visit is the receiver's and the visitor's: nobody puts themselves in a visitor's place.
      await sql(person, 'update visits set visitor_id = $1 where id = $2', [mine, visit])
      const { rows } = await sql(person, 'select visitor_id from visits where id = $1', [visit])
      expect(rows).toEqual([{ visitor_id: school.people.visitor }])
      for (const table of seenTables) expect(await count(person, table), table).toBe(0)
    })
  })

  it('is hidden from somebody of the school whom nobody named, and from another school', async () => {
    const elsewhere = await makeSchool(database())
    for (const table of seenTables) {
      const nobody = await ask(organisationScope(school.id), `select * from ${table} where visit_id = $1`, [visit])
      expect(nobody.rows, table).toEqual([])
      // The receiver in the scope of another school: the rows are not of that school.
      const scope = organisationScope(elsewhere.id, school.people.receiver)
      expect((await ask(scope, `select * from ${table} where visit_id = $1`, [visit])).rows, table).toEqual([])
    }
  })

  it('can not even be looked at by the system, which may delete what is past its date and nothing else', async () => {
    for (const table of [...seenTables, 'visit_readers', 'visit_consents', 'visit_hours', 'visit_busy']) {
      await expect(ask(system, `select * from ${table}`), table).rejects.toThrow(/permission denied/)
      await expect(ask(system, `update ${table} set organisation_id = organisation_id`), table).rejects.toThrow(
        /permission denied/,
      )
    }
    expect(await forgetSeen(database())).toBe(0)
    for (const table of seenTables) expect(await count('receiver', table), table).toBe(1)
  })

  it('goes by itself when its date is past', async () => {
    const old = uuidv7()
    const place = { organisationId: school.id, id: old }
    const today = '2024-09-02'
    await write(database(), school, 'receiver', old, (trx, record) =>
      askVisit(trx, record, {
        ...place,
        receiverId: school.people.receiver,
        question: 'Lang geleden?',
        className: '',
        alsoLeaders: false,
        today,
        now: noticedAt,
      }),
    )
    await write(database(), school, 'visitor', old, (trx, record) =>
      takeVisit(trx, record, place, { visitorId: school.people.visitor, startsAt: noticedAt, today }),
    )
    await as(database(), school, 'visitor', (trx) =>
      addFact(trx, place, { id: uuidv7(), kind: 'seen', words: 'Lang geleden gezien', noticedAt }),
    )
    expect(await forgetSeen(database())).toBe(1)
    expect(await as(database(), school, 'receiver', (trx) => findSeen(trx, place))).toBeNull()
    const facts = await sql('receiver', 'select * from visit_facts where visit_id = $1', [old])
    expect(facts.rows).toEqual([])
    expect(await as(database(), school, 'receiver', (trx) => findSeen(trx, key()))).not.toBeNull()
  })

  it('is no longer there for the visitor once the receiver closed it', async () => {
    await as(database(), school, 'receiver', (trx) => closeForOthers(trx, key()))
    for (const table of seenTables) expect(await count('visitor', table), table).toBe(0)
    const fact = { id: uuidv7(), kind: 'seen' as const, words: 'nog iets', noticedAt }
    expect(await as(database(), school, 'visitor', (trx) => addFact(trx, key(), fact))).toBe(false)
    const row = `insert into visit_facts values ($1, $2, $3, 'seen', 'nog iets', now())`
    await expect(sql('visitor', row, [school.id, visit, uuidv7()])).rejects.toThrow(/row-level/)
    expect(await count('receiver', 'visit_facts')).toBe(1)
  })

  it('is no longer there for somebody who gave the visit back', async () => {
    const other = uuidv7()
    const place = { organisationId: school.id, id: other }
    const asked = {
      receiverId: school.people.receiver,
      question: 'Hoe begint de les?',
      className: '',
      alsoLeaders: false,
    }
    await write(database(), school, 'receiver', other, (trx, record) =>
      askVisit(trx, record, { ...place, ...asked, today: '2026-11-23', now: noticedAt }),
    )
    await write(database(), school, 'visitor', other, (trx, record) =>
      takeVisit(trx, record, place, { visitorId: school.people.visitor, startsAt: noticedAt, today: '2026-11-23' }),
    )
    expect(await as(database(), school, 'visitor', (trx) => findSeen(trx, place))).not.toBeNull()
    expect(await write(database(), school, 'visitor', other, (trx, record) => giveBack(trx, record, place))).toEqual({
      ok: true,
    })
    expect(await as(database(), school, 'visitor', (trx) => findSeen(trx, place))).toBeNull()
    // Open again: colleagues who could come read the question, others do not.
    expect(await as(database(), school, 'other', (trx) => findQuestion(trx, place))).toBe('Hoe begint de les?')
    expect(await as(database(), school, 'leader', (trx) => findQuestion(trx, place))).toBeNull()
  })

  it('can be shared by the receiver with somebody by name, without the scores, and taken back', async () => {
    await as(database(), school, 'receiver', (trx) =>
      shareSeen(trx, key(), school.people.receiver, school.people.coach, noticedAt),
    )
    const shared = await as(database(), school, 'coach', (trx) => findSeen(trx, key()))
    expect(shared?.facts.length).toBe(1)
    expect(shared?.scored).toBe(false)
    expect(await count('coach', 'visit_scores')).toBe(0)
    const fact = { id: uuidv7(), kind: 'seen' as const, words: 'van de coach', noticedAt }
    await expect(as(database(), school, 'coach', (trx) => addFact(trx, key(), fact))).rejects.toThrow(/row-level/)
    await as(database(), school, 'receiver', (trx) => closeForOthers(trx, key()))
    expect(await as(database(), school, 'coach', (trx) => findSeen(trx, key()))).toBeNull()
  })

  it('is gone for everybody on the word of the receiver; that there was a visit stays', async () => {
    await as(database(), school, 'receiver', (trx) => deleteSeen(trx, key()))
    for (const person of ['receiver', 'visitor'] as const) {
      for (const table of seenTables) expect(await count(person, table), `${person} ${table}`).toBe(0)
    }
    expect(await asSystem(database(), 'select state from visits where id = $1', [visit])).toEqual([{ state: 'taken' }])
  })

  it('can not be thrown away by who came, once it has begun', async () => {
    await sql('visitor', 'delete from visit_records where visit_id = $1', [visit])
    expect(await count('receiver', 'visit_facts')).toBe(1)
  })

  it('lets a leader come only where the receiver said so', async () => {
    await expect(begunVisit(database(), school, { visitor: 'leader' })).rejects.toThrow(
      /goes no such way|row-level security/,
    )
    const wanted = await begunVisit(database(), school, { visitor: 'leader', alsoLeaders: true })
    const place = { organisationId: school.id, id: wanted }
    expect(await as(database(), school, 'leader', (trx) => findSeen(trx, place))).not.toBeNull()
  })
})
