import { CompiledQuery } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { beforeEach, describe, expect, it } from 'vitest'
import { asSystem, onBothEngines } from '../../../platform/database/testing.ts'
import { migrations } from '../testing.ts'
import { consent, hasConsented } from './consent-store.ts'
import { hoursOf, saveBusy, saveGrid } from './hours-store.ts'
import { addInstrument, findInstrument, instrumentsOf, removeInstrument } from './instrument-store.ts'
import { ownInstrument } from './own-instrument.ts'
import { scoresOf, writeScores } from './score-store.ts'
import { findSeen, startWatching, writeTry } from './seen-store.ts'
import { as, begunVisit, makeSchool, type TestPerson, type TestSchool, write } from './testing.ts'
import { addTrack, endTrack, findTrack, tracksOf } from './track-store.ts'
import {
  askVisit,
  findVisit,
  finishVisit,
  giveBack,
  heldVisits,
  takeVisit,
  visitsAround,
  withdrawVisit,
} from './visit-store.ts'

const now = new Date('2026-11-23T09:00:00Z')
const today = '2026-11-23'

onBothEngines('the stores of visits', migrations, (database) => {
  let school: TestSchool
  beforeEach(async () => {
    school = await makeSchool(database())
  })
  const key = (id: string) => ({ organisationId: school.id, id })
  const ask = async (person: TestPerson = 'receiver') => {
    const id = uuidv7()
    const asked = { question: 'Wie doet mee?', className: 'Groep 6', alsoLeaders: false, today, now }
    await write(database(), school, person, id, (trx, record) =>
      askVisit(trx, record, { ...key(id), ...asked, receiverId: school.people[person] }),
    )
    return id
  }
  const take = (person: TestPerson, id: string) =>
    write(database(), school, person, id, (trx, record) =>
      takeVisit(trx, record, key(id), { visitorId: school.people[person], startsAt: now, today }),
    )
  const hold = async (visitor: TestPerson, at = now, scores: ReadonlyMap<string, number> = new Map()) => {
    const id = await begunVisit(database(), school, { visitor })
    await write(database(), school, visitor, id, (trx, record) => finishVisit(trx, record, key(id), at))
    await as(database(), school, visitor, (trx) => writeScores(trx, key(id), { instrument: 'own', scores }))
    return id
  }
  const stateOf = async (id: string) => (await as(database(), school, 'other', (trx) => findVisit(trx, key(id))))?.state

  describe('a visit', () => {
    it('is taken by one, also where two press at once', async () => {
      const id = await ask()
      const results = await Promise.all([take('visitor', id), take('other', id)])
      expect(results.filter((result) => result.ok).length).toBe(1)
      expect(await stateOf(id)).toBe('taken')
    })

    it('is given back and withdrawn as long as nobody began, and not after that', async () => {
      const id = await ask()
      await take('visitor', id)
      const back = (person: TestPerson) =>
        write(database(), school, person, id, (trx, record) => giveBack(trx, record, key(id)))
      expect(await back('visitor')).toEqual({ ok: true })
      expect(await stateOf(id)).toBe('open')
      await take('other', id)
      await as(database(), school, 'other', (trx) => startWatching(trx, key(id), now))
      expect(await back('other')).toEqual({ ok: false, reason: 'already-begun' })
      expect(await back('visitor')).toEqual({ ok: false, reason: 'gone' })
      const withdrawn = await ask()
      await write(database(), school, 'receiver', withdrawn, (trx, record) =>
        withdrawVisit(trx, record, key(withdrawn), 'open'),
      )
      expect(await stateOf(withdrawn)).toBe('withdrawn')
      expect(await take('visitor', withdrawn)).toEqual({ ok: false, reason: 'gone' })
    })

    it('is withdrawn or taken where both happen at once, never both, and whoever was late is told', async () => {
      for (let attempt = 0; attempt < 6; attempt++) {
        const id = await ask()
        const withdraw = () =>
          write(database(), school, 'receiver', id, (trx, record) => withdrawVisit(trx, record, key(id), 'open'))
        const both = [() => take('visitor', id), withdraw]
        const [one, two] = await Promise.all((attempt % 2 === 0 ? both : both.toReversed()).map((each) => each()))
        const [taken, withdrawn] = attempt % 2 === 0 ? [one, two] : [two, one]
        expect([taken?.ok, withdrawn?.ok].filter(Boolean).length).toBe(1)
        expect(await stateOf(id)).toBe(taken?.ok ? 'taken' : 'withdrawn')
        const record = await as(database(), school, 'visitor', (trx) => findSeen(trx, key(id)))
        expect(record !== null).toBe(taken?.ok)
        if (taken?.ok) expect(withdrawn).toEqual({ ok: false, reason: 'taken-meanwhile' })
        else expect(taken).toEqual({ ok: false, reason: 'gone' })
      }
    })

    it('that is new is in the list, however many there were before', async () => {
      const old = await hold('visitor')
      const copy = `insert into visits select organisation_id, gen_random_uuid(), receiver_id, null, team_id, null,
        class_name, also_leaders, 'done', asked_at, starts_at - interval '1 day' * n, done_at
        from visits, generate_series(1, 250) n where id = $1`
      await as(database(), school, 'receiver', (trx) => trx.executeQuery(CompiledQuery.raw(copy, [old])))
      const next = await ask()
      const ids = (
        await as(database(), school, 'receiver', (trx) => visitsAround(trx, school.id, school.people.receiver))
      ).map(({ id }) => id)
      expect(ids.length).toBe(200)
      expect(ids.slice(0, 2)).toEqual([next, old])
    })

    it('stays where its team or its track goes', async () => {
      const id = uuidv7()
      const track = {
        ...key(id),
        starterId: school.people.receiver,
        buddyId: school.people.visitor,
        className: 'Groep 5',
        everyWeeks: 2,
        startsOn: today,
        endsOn: '2027-01-29',
        now,
      }
      await as(database(), school, 'coach', (trx) => addTrack(trx, track))
      const visit = uuidv7()
      const planned = { trackId: id, visitorId: school.people.visitor, startsAt: now }
      const asked = { question: 'Wie wacht er?', className: '', alsoLeaders: false, today, now, planned }
      await write(database(), school, 'receiver', visit, (trx, record) =>
        askVisit(trx, record, { ...key(visit), ...asked, receiverId: school.people.receiver }),
      )
      // The account of the buddy goes, and the track with it.
      await asSystem(database(), 'delete from visit_tracks where id = $1', [id])
      expect(await as(database(), school, 'receiver', (trx) => findVisit(trx, key(visit)))).toMatchObject({
        state: 'taken',
        trackId: null,
      })
    })

    it('is in the list of those it is about, and of everybody while it is open', async () => {
      const [open, between] = [await ask('other'), await hold('visitor')]
      const idsFor = async (person: TestPerson) =>
        (await as(database(), school, person, (trx) => visitsAround(trx, school.id, school.people[person]))).map(
          ({ id }) => id,
        )
      expect((await idsFor('receiver')).toSorted()).toEqual([open, between].toSorted())
      expect(await idsFor('coach')).toEqual([open])
    })

    it('counts for its team in the month in which it was held, in the time of Amsterdam', async () => {
      await hold('visitor', new Date('2026-10-31T22:30:00Z'))
      await hold('other', new Date('2026-10-31T23:30:00Z'))
      await hold('visitor', new Date('2026-11-12T10:00:00Z'))
      await ask()
      const counts = await as(database(), school, 'leader', (trx) =>
        heldVisits(trx, school.id, '2026-08-01', '2027-07-31'),
      )
      const team = { teamId: school.teamId, teamName: 'Team' }
      expect(counts).toEqual([
        { month: '2026-10', visits: 1, ...team },
        { month: '2026-11', visits: 2, ...team },
      ])
      const later = await as(database(), school, 'leader', (trx) =>
        heldVisits(trx, school.id, '2026-11-02', '2026-12-01'),
      )
      expect(later).toEqual([{ month: '2026-11', visits: 1, ...team }])
    })
  })

  it('what to try: the last one written stands, whichever arrives last', async () => {
    const id = await begunVisit(database(), school)
    const say = (words: string, ms: number) =>
      as(database(), school, 'receiver', (trx) =>
        writeTry(trx, key(id), school.people.receiver, words, new Date(now.getTime() + ms)),
      )
    const stands = async () => {
      const rows = await as(database(), school, 'receiver', (trx) =>
        trx.selectFrom('visit_tries').select('words').execute(),
      )
      return rows.map(({ words }) => words)
    }
    await say('eerst', 0)
    await say('daarna', 2000)
    await say('later aangekomen', 1000)
    expect(await stands()).toEqual(['daarna'])
    await say('', 3000)
    expect(await stands()).toEqual([])
  })

  it('hours are written by who they are of, and read by colleagues', async () => {
    const mine = school.people.receiver
    const spans = [{ from: now.getTime(), until: now.getTime() + 3_600_000 }]
    await as(database(), school, 'receiver', async (trx) => {
      await saveGrid(trx, school.id, mine, { lessonSlots: [100, 204], offDays: [5] }, now)
      await saveGrid(trx, school.id, mine, { lessonSlots: [101], offDays: [] }, now)
      await saveBusy(trx, school.id, mine, 'lessons', spans)
      await saveBusy(trx, school.id, mine, 'appointments', spans)
      await saveBusy(trx, school.id, mine, 'appointments', [])
    })
    const read = await as(database(), school, 'visitor', (trx) => hoursOf(trx, school.id, mine))
    expect(read).toEqual({ lessonSlots: [101], offDays: [], lessons: spans, appointments: [] })
    await expect(
      as(database(), school, 'leader', (trx) => saveGrid(trx, school.id, mine, { lessonSlots: [], offDays: [] }, now)),
    ).rejects.toThrow(/row-level security/)
  })

  describe('scores', () => {
    const given = new Map([
      ['meedoen', 3],
      ['helpen', 2],
    ])

    it('are the receiver’s, of visits that were held', async () => {
      await hold('visitor', now, given)
      await hold('other', now, new Map([['meedoen', 4]]))
      const of = (person: TestPerson) =>
        as(database(), school, person, (trx) => scoresOf(trx, school.id, school.people.receiver))
      const seen = await of('receiver')
      expect(seen.map(({ visitorId, scores }) => [visitorId, scores.get('meedoen')]).toSorted()).toEqual(
        [
          [school.people.visitor, 3],
          [school.people.other, 4],
        ].toSorted(),
      )
      expect(await of('leader')).toEqual([])
    })

    it('keep it between the two whether the receiver agreed', async () => {
      await hold('visitor', now, given)
      await as(database(), school, 'receiver', (trx) => consent(trx, school.id, school.people.receiver, now))
      const knows = (person: TestPerson) =>
        as(database(), school, person, (trx) => hasConsented(trx, school.id, school.people.receiver))
      expect([await knows('receiver'), await knows('visitor')]).toEqual([true, true])
      expect([await knows('leader'), await knows('other')]).toEqual([false, false])
    })
  })

  it('instruments: our own first; what was removed is read but not chosen; what makes no sense is left out', async () => {
    const [id, broken] = [uuidv7(), uuidv7()]
    const by = school.people.coach
    const other = { ...ownInstrument, id: 'ander' }
    const keys = async () =>
      (await as(database(), school, 'coach', (trx) => instrumentsOf(trx, school.id))).map((each) => each.key)
    await as(database(), school, 'coach', async (trx) => {
      await addInstrument(trx, { organisationId: school.id, id, by, now }, other)
      const row = { organisation_id: school.id, id: broken, definition: '{"words":1}', imported_by: by }
      await trx
        .insertInto('visit_instruments')
        .values({ ...row, imported_at: now, removed_at: null })
        .execute()
    })
    expect(await keys()).toEqual(['own', id])
    expect(await as(database(), school, 'coach', (trx) => removeInstrument(trx, school.id, id, now))).toBe(true)
    expect(await as(database(), school, 'coach', (trx) => removeInstrument(trx, school.id, id, now))).toBe(false)
    expect(await keys()).toEqual(['own'])
    const read = (which: string) => as(database(), school, 'coach', (trx) => findInstrument(trx, school.id, which))
    expect([await read(id), await read(broken), await read('own')]).toEqual([other, null, ownInstrument])
  })

  it('tracks are of starter and buddy, and a planned visit of one is nobody else’s', async () => {
    const id = uuidv7()
    const [starterId, buddyId] = [school.people.receiver, school.people.visitor]
    await as(database(), school, 'coach', (trx) =>
      addTrack(trx, {
        ...key(id),
        starterId,
        buddyId,
        className: 'Groep 5',
        everyWeeks: 2,
        startsOn: today,
        endsOn: '2027-01-29',
        now,
      }),
    )
    const visit = uuidv7()
    const planned = { trackId: id, visitorId: buddyId, startsAt: now }
    const asked = { question: 'Wie wacht er?', className: 'Groep 5', alsoLeaders: false, today, now, planned }
    const plan = (person: TestPerson) =>
      write(database(), school, person, visit, (trx, record) =>
        askVisit(trx, record, { ...key(visit), ...asked, receiverId: starterId }),
      )
    // Only who is visited opens their lesson, whoever made the track.
    await expect(plan('coach')).rejects.toThrow(/row-level security/)
    await expect(plan('visitor')).rejects.toThrow(/row-level security/)
    await plan('receiver')
    expect(await stateOf(visit)).toBe('taken')
    const ofPerson = (person: TestPerson) =>
      as(database(), school, person, (trx) => tracksOf(trx, school.id, school.people[person]))
    expect([(await ofPerson('visitor')).length, (await ofPerson('other')).length]).toEqual([1, 0])
    await as(database(), school, 'receiver', (trx) => endTrack(trx, key(id), now))
    expect(await as(database(), school, 'receiver', (trx) => findTrack(trx, key(id)))).toMatchObject({
      starterName: 'Meester receiver',
      buddyName: 'Meester visitor',
      startsOn: today,
      ended: true,
    })
  })
})
