import { CompiledQuery } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { beforeEach, expect, it } from 'vitest'
import { organisationScope, system } from '../../../platform/database/scope.ts'
import { asSystem, onBothEngines } from '../../../platform/database/testing.ts'
import { migrations } from '../testing.ts'
import { closeSeen } from './forget-seen.ts'
import { writeScores } from './score-store.ts'
import { addFact, deleteSeen, findSeen, finishTalk } from './seen-store.ts'
import { as, begunVisit, makeSchool, type TestPerson, type TestSchool } from './testing.ts'

const begun = new Date('2026-11-23T09:00:00Z')
const minutes = (more: number) => new Date(begun.getTime() + more * 60_000)
const given = new Map([['meedoen', 3]])
const refused = /row-level security|permission denied|can no longer change|goes no such way/

onBothEngines('once the talk is done', migrations, (database) => {
  let school: TestSchool
  let visit: string
  const key = () => ({ organisationId: school.id, id: visit })
  const sql = (person: TestPerson, text: string, values: readonly unknown[] = []) =>
    database().run(organisationScope(school.id, school.people[person]), (trx) =>
      trx.executeQuery<Record<string, unknown>>(CompiledQuery.raw(text, [...values])),
    )
  const fact = (words: string, at: Date) => ({ id: uuidv7(), kind: 'seen' as const, words, noticedAt: at })
  const add = (words: string, at: Date) =>
    as(database(), school, 'visitor', (trx) => addFact(trx, key(), fact(words, at)))
  const score = () =>
    as(database(), school, 'visitor', (trx) => writeScores(trx, key(), { instrument: 'own', scores: given }))
  const done = (person: TestPerson = 'visitor') =>
    as(database(), school, person, (trx) => finishTalk(trx, key(), minutes(40)))
  const stands = async () => {
    const facts = await sql('receiver', 'select words from visit_facts where visit_id = $1 order by words', [visit])
    const scores = await sql('receiver', 'select indicator, score from visit_scores where visit_id = $1', [visit])
    const record = await sql('receiver', 'select * from visit_records where visit_id = $1', [visit])
    return { facts: facts.rows, scores: scores.rows, record: record.rows }
  }

  beforeEach(async () => {
    school = await makeSchool(database())
    visit = await begunVisit(database(), school)
    await add('Vier leerlingen beginnen', minutes(2))
  })

  it('who came reads what they wrote, and changes nothing of it by SQL', async () => {
    await score()
    await done()
    const before = await stands()
    expect((await sql('visitor', 'select * from visit_facts')).rows.length).toBe(1)
    await sql('visitor', 'delete from visit_facts')
    await sql('visitor', 'delete from visit_scores')
    await sql('visitor', 'delete from visit_records')
    await sql('visitor', 'delete from visit_questions')
    const attempts = [
      `insert into visit_scores values ('${school.id}', '${visit}', 'helpen', 1)`,
      `insert into visit_facts values ('${school.id}', '${visit}', gen_random_uuid(), 'seen', 'x', '2026-11-23T11:00:00Z')`,
      `update visit_scores set score = 1`,
      `update visit_facts set words = 'anders'`,
      `update visit_records set started_at = null`,
      `update visit_records set talk_done_at = null`,
      `update visit_records set talk_step = 1`,
      `update visit_records set instrument = 'other'`,
      `update visit_records set visitor_id = '${school.people.leader}'`,
      `update visit_records set keep_until = '2099-01-01'`,
      `update visit_records set closed_at = null`,
      `update visits set state = 'open', visitor_id = null where id = '${visit}'`,
      `update visits set state = 'withdrawn', visitor_id = null where id = '${visit}'`,
    ]
    for (const text of attempts) await expect(sql('visitor', text), text).rejects.toThrow(refused)
    expect(await stands()).toEqual(before)
    expect(await score()).toBe(false)
    expect(await stands()).toEqual(before)
  })

  it('before that, who came corrects a fact and a score, but can not throw the visit away', async () => {
    await add('Dit klopte niet', minutes(3))
    await sql('visitor', `delete from visit_facts where words = 'Dit klopte niet'`)
    expect(await score()).toBe(true)
    expect(await score()).toBe(true)
    // A record that had not begun could be given back: a beginning can't be taken back.
    await expect(sql('visitor', 'update visit_records set started_at = null')).rejects.toThrow(refused)
    await sql('visitor', 'delete from visit_records')
    expect(await stands()).toMatchObject({ facts: [{ words: 'Vier leerlingen beginnen' }], scores: [{ score: 3 }] })
  })

  it('a line that was written before and waited on a phone still comes in, a later one does not', async () => {
    await done('receiver')
    expect(await add('Twee ruilen van blad', minutes(12))).toBe(true)
    expect(await add('Achteraf bedacht', minutes(41))).toBe(false)
    // A first time scores may still be given: who came may do that after the talk.
    expect(await score()).toBe(true)
    expect(await score()).toBe(false)
  })

  it('three days after the lesson nothing comes in any more, talk or no talk', async () => {
    expect(await closeSeen(database(), minutes(60))).toBe(0)
    expect(await closeSeen(database(), minutes(4 * 24 * 60))).toBeGreaterThan(0)
    expect(await add('Na een week', minutes(5))).toBe(false)
    expect(await score()).toBe(false)
    await sql('visitor', 'delete from visit_facts')
    expect((await stands()).facts.length).toBe(1)
    const seen = await as(database(), school, 'visitor', (trx) => findSeen(trx, key()))
    expect(seen).toMatchObject({ talkDone: true, closed: true })
    // The system closes and learns nothing by it.
    for (const table of ['visit_records', 'visit_facts']) {
      await expect(asSystem(database(), `select * from ${table}`)).rejects.toThrow(/permission denied/)
    }
    for (const person of ['leader', 'visitor', 'receiver'] as const) {
      await expect(sql(person, 'select visit_close_records(now(), now())')).rejects.toThrow(/permission denied/)
    }
  })

  it('the receiver takes away one fact or everything, at any time', async () => {
    await done()
    await sql('receiver', 'delete from visit_facts')
    expect((await stands()).facts).toEqual([])
    await as(database(), school, 'receiver', (trx) => deleteSeen(trx, key()))
    expect((await stands()).record).toEqual([])
    expect((await sql('visitor', 'select * from visit_records')).rows).toEqual([])
  })

  it.each(['leader', 'coach', 'other'] as const)(
    'the %s takes, ends or withdraws nothing that is not theirs',
    async (person) => {
      const open = uuidv7()
      await sql(
        'receiver',
        `insert into visits (organisation_id, id, receiver_id, state, asked_at) values ($1, $2, $3, 'open', now())`,
        [school.id, open, school.people.receiver],
      )
      const me = school.people[person]
      const attempts = [
        `update visits set state = 'withdrawn' where id = '${open}'`,
        `update visits set state = 'withdrawn', visitor_id = '${me}' where id = '${open}'`,
        `update visits set state = 'done', visitor_id = '${me}', done_at = now() where id = '${open}'`,
        `update visits set state = 'taken', visitor_id = '${school.people.visitor}' where id = '${open}'`,
        `update visits set starts_at = now() where id = '${open}'`,
      ]
      if (person !== 'other')
        attempts.push(`update visits set state = 'taken', visitor_id = '${me}' where id = '${open}'`)
      for (const text of attempts) await expect(sql(person, text), text).rejects.toThrow(refused)
      await sql(person, `update visits set state = 'done' where id = '${visit}'`)
      const states = await asSystem(database(), 'select state from visits where id in ($1, $2) order by state', [
        open,
        visit,
      ])
      expect(states).toEqual([{ state: 'open' }, { state: 'taken' }])
    },
  )

  it('a record can not be made to stay longer than it may', async () => {
    const other = uuidv7()
    await sql(
      'receiver',
      `insert into visits (organisation_id, id, receiver_id, state, asked_at) values ($1, $2, $3, 'open', now())`,
      [school.id, other, school.people.receiver],
    )
    await sql('visitor', `update visits set state = 'taken', visitor_id = $1, starts_at = $2 where id = $3`, [
      school.people.visitor,
      begun,
      other,
    ])
    const row = 'insert into visit_records (organisation_id, visit_id, receiver_id, visitor_id, keep_until) values'
    const ids = [school.id, other, school.people.receiver, school.people.visitor]
    await expect(sql('visitor', `${row} ($1, $2, $3, $4, '2099-01-01')`, ids)).rejects.toThrow(refused)
    await sql('visitor', `${row} ($1, $2, $3, $4, '2027-11-01')`, ids)
  })

  it('the account of who came can go; what was seen stays', async () => {
    await done()
    await database().run(system, (trx) => trx.deleteFrom('users').where('id', '=', school.people.visitor).execute())
    expect((await stands()).facts.length).toBe(1)
  })
})
