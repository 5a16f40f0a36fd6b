import { v7 as uuidv7 } from 'uuid'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { organisationScope, system } from '../../platform/database/scope.ts'
import { asSystem, onBothEngines } from '../../platform/database/testing.ts'
import { people } from '../../platform/identity/migrations/0001-people.ts'
import { journal } from '../../platform/journal/migrations/0001-journal.ts'
import { perform } from '../../platform/journal/perform.ts'
import { organisations } from '../../platform/organisations/migrations/0001-organisations.ts'
import { checkIn, countFace, findFace } from './check-in-store.ts'
import { improvementMigrations } from './migrations/index.ts'
import { findOpenSession } from './open-session-store.ts'
import { bringForward, markSeen, moveSession, stretchTime } from './session-course-store.ts'
import { endSession, findForgotten } from './session-end-store.ts'
import { giveRole, markAbsent } from './session-roles-store.ts'
import { pastSessions, type SessionWrite, startSession } from './session-store.ts'
import './tables.ts'

const monday = Date.parse('2026-11-23T14:00:00Z')
const minute = 60_000

onBothEngines('the sessions of a board', [organisations, people, journal, ...improvementMigrations], (database) => {
  let school: string
  let board: string
  let teamIds: readonly string[]
  let now = monday

  beforeEach(async () => {
    now = monday
    school = uuidv7()
    board = await makeBoard(school)
    teamIds = Array.from({ length: 4 }, (_, i) => uuidv7().replace(/.$/, String(i)))
  })

  // Tests share a database; a session that stays open would hold its code.
  afterEach(() =>
    database().run(system, (trx) =>
      trx
        .updateTable('board_sessions')
        .set({ ended_at: new Date(now), ended_by: 'clock' })
        .where('ended_at', 'is', null)
        .execute(),
    ),
  )

  async function makeBoard(organisationId: string): Promise<string> {
    const [team, id] = [uuidv7(), uuidv7()]
    const created_at = new Date(now)
    await database().run(system, async (trx) => {
      await trx
        .insertInto('organisations')
        .values({
          id: organisationId,
          kind: 'school',
          slug: `school-${organisationId}`,
          name: 'School',
          parent_id: null,
          school_code: null,
          place: null,
          holiday_region: null,
          created_at,
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
      await trx
        .insertInto('teams')
        .values({ organisation_id: organisationId, id: team, slug: `team-${team}`, name: 'Onderbouw', created_at })
        .execute()
      await trx
        .insertInto('boards')
        .values({ organisation_id: organisationId, id, kind: 'improvement', team_id: team, name: 'Bord', created_at })
        .execute()
    })
    return id
  }

  /** One operation on a board, as a handler does it. */
  async function write<R>(
    work: (write: SessionWrite, id: string) => Promise<R>,
    boardId = board,
    organisation = school,
  ) {
    const id = uuidv7()
    const operation = {
      organisationId: organisation,
      stream: `board:${boardId}`,
      actor: 'person:x',
      id,
      content: {},
      at: new Date(now),
    }
    const performed = await perform(database(), organisationScope(organisation), operation, (trx, record) =>
      work({ trx, record, organisationId: organisation, boardId, now: new Date(now) }, id),
    )
    return performed.result
  }

  const start = (code = 'KM47TW', boardId = board, organisation = school) =>
    write((at, id) => startSession(at, { id, teamIds, newCode: () => code }), boardId, organisation)
  const open = () => database().run(organisationScope(school), (trx) => findOpenSession(trx, school, board))
  const end = () => write((at) => endSession(at, 'team'))

  async function addAction(description: string, dueOn: string | null, state: 'open' | 'done' = 'open') {
    const id = uuidv7()
    await database().run(organisationScope(school), (trx) =>
      trx
        .insertInto('actions')
        .values({
          organisation_id: school,
          id,
          board_id: board,
          created_by: 'person:x',
          created_at: new Date(now),
          description,
          due_on: dueOn,
          state,
          state_at: state === 'open' ? null : new Date(now),
          owner_ids: [teamIds[0] ?? ''],
        })
        .execute(),
    )
    return id
  }

  describe('starting', () => {
    it('gives a code and three roles to three people', async () => {
      await start()
      const session = await open()
      expect(session?.code).toBe('KM47TW')
      expect([session?.leaderId, session?.noteTakerId, session?.timekeeperId]).toEqual(teamIds.slice(0, 3))
      expect(session?.step).toBe(1)
    })

    it('joins the session that is open: two who start at once are in the same one', async () => {
      const [first, second] = await Promise.all([start('KM47TW'), start('BCD234')])
      expect(first).toBe(second)
      expect(await start()).toBe(first)
    })

    it('takes another code where a team elsewhere has this one, and may have it when that one is over', async () => {
      const elsewhere = uuidv7()
      const other = await makeBoard(elsewhere)
      await start('KM47TW', other, elsewhere)
      const codes = ['KM47TW', 'KM47TW', 'XYZ789']
      await write((at, id) => startSession(at, { id, teamIds, newCode: () => codes.shift() ?? '' }))
      expect((await open())?.code).toBe('XYZ789')
      await write((at) => endSession(at, 'team'), other, elsewhere)
      await end()
      await start('KM47TW')
      expect((await open())?.code).toBe('KM47TW')
    })

    it('gives the roles to others the next week, and keeps the time that was planned', async () => {
      await write((at, id) => startSession(at, { id, teamIds, minutes: 10, newCode: () => 'KM47TW' }))
      now += 10 * minute
      await end()
      now += 7 * 24 * 60 * minute
      await start()
      const session = await open()
      expect(session?.leaderId).toBe(teamIds[3])
      expect(session?.plannedSeconds.reduce((a, b) => a + b)).toBe(600)
    })
  })

  describe('during a session', () => {
    beforeEach(() => start())

    it('goes to the step that was asked for, and divides what time is left', async () => {
      now += minute
      await write((at) => moveSession(at, 3))
      const session = await open()
      expect(session?.step).toBe(3)
      expect(Date.parse(session?.stepStartedAt ?? '')).toBe(now)
      const left = session?.stepSeconds.slice(2).reduce((a, b) => a + b)
      expect(left).toBe(14 * 60)
      await write((at) => stretchTime(at, 'session', 120))
      expect((await open())?.stepSeconds.slice(2).reduce((a, b) => a + b)).toBe(16 * 60)
    })

    it('does not go back to a step that was asked for before somebody else moved it', async () => {
      now += minute
      await write((at) => moveSession(at, 3))
      await write((at) => moveSession(at, 2, now - 20_000))
      expect((await open())?.step).toBe(3)
    })

    it('gives no turn to an action that was thought up in the session', async () => {
      now += minute
      const fresh = await addAction('Nieuw', null)
      expect((await open())?.freshIds).toEqual([fresh])
    })

    it('remembers which cards were seen, and forgets the one brought forward when the step moves on', async () => {
      const [one, two] = [uuidv7(), uuidv7()]
      await write((at) => markSeen(at, [one]))
      await write((at) => bringForward(at, two))
      expect(await open()).toMatchObject({ seenIds: [one], focusId: two })
      await write((at) => markSeen(at, [two]))
      expect(await open()).toMatchObject({ seenIds: [one, two], focusId: null })
      await write((at) => bringForward(at, one))
      await write((at) => moveSession(at, 4))
      expect(await open()).toMatchObject({ seenIds: [two], focusId: null })
    })

    it('gives the role of somebody who is away to the next, and lets two people swap', async () => {
      const [first = '', second = '', , fourth = ''] = teamIds
      await write((at) => markAbsent(at, first, true, teamIds))
      expect(await open()).toMatchObject({ leaderId: fourth, absentIds: [first] })
      await write((at) => giveRole(at, 'leader', second))
      expect(await open()).toMatchObject({ leaderId: second, noteTakerId: fourth })
      await write((at) => giveRole(at, 'timekeeper', first))
      expect(await open()).toMatchObject({ timekeeperId: first, absentIds: [] })
    })

    it('counts a face a person, however often they choose, and those counted together', async () => {
      const session = await open()
      const id = session?.id ?? ''
      await write((at) => checkIn(at, id, 'one', 1))
      await write((at) => checkIn(at, id, 'one', 3))
      await write((at) => checkIn(at, id, 'two', 1))
      await write((at) => countFace(at, 2, 1))
      await write((at) => countFace(at, 1, -1))
      expect((await open())?.faces).toEqual({ together: [0, 1, 0], phones: [1, 0, 1] })
      expect(await database().run(organisationScope(school), (trx) => findFace(trx, school, id, 'one'))).toBe(3)
    })

    it('leaves out a face that was chosen in a session before this one', async () => {
      await write((at) => checkIn(at, uuidv7(), 'late', 1))
      expect((await open())?.faces.phones).toEqual([0, 0, 0])
    })

    it('tells nobody in the journal which face it was', async () => {
      const id = (await open())?.id ?? ''
      await write((at) => checkIn(at, id, 'secret-person', 3))
      const rows = await asSystem(database(), "select * from journal where action = 'check-in-given'")
      expect(rows).not.toHaveLength(0)
      expect(JSON.stringify(rows)).not.toContain('secret-person')
      expect(rows.every((row) => row.changes === null)).toBe(true)
    })
  })

  describe('ending', () => {
    it('keeps what was agreed, counts the faces, and deletes who chose what', async () => {
      const before = await addAction('Kaart ophangen', '2026-11-27')
      const late = await addAction('Boek lezen', '2026-11-20')
      now += minute
      const sessionId = await start()
      now += minute
      for (const who of ['one', 'two', 'three']) await write((at) => checkIn(at, sessionId, who, 2))
      await write((at) => countFace(at, 1, 1))
      const fresh = await addAction('Pauze in elke les', null)
      const done = await addAction('Filmpje maken', '2026-11-21', 'done')
      await write((at) => markSeen(at, [late]))
      const ended = await end()
      if (!ended.ok) throw new Error(ended.reason)
      expect(ended.agreed.actions.map(({ id, fresh }) => [id, fresh])).toEqual([
        [late, false],
        [before, false],
        [fresh, true],
      ])
      expect(ended.agreed.closed.map(({ id }) => id)).toEqual([done])
      expect(ended.agreed.unseenIds).toEqual([before])
      const rows = await asSystem(database(), 'select face from check_ins where session_id = $1', [sessionId])
      expect(rows).toEqual([])
      const kept = await asSystem(database(), 'select faces, ended_by, agreed from board_sessions where id = $1', [
        sessionId,
      ])
      expect(kept[0]).toMatchObject({ faces: [1, 3, 0], ended_by: 'team', agreed: ended.agreed })
    })

    it('does not keep the faces of fewer than three phones', async () => {
      const sessionId = await start()
      await write((at) => checkIn(at, sessionId, 'one', 3))
      await write((at) => checkIn(at, sessionId, 'two', 1))
      await write((at) => countFace(at, 1, 1))
      await end()
      const rows = await asSystem(database(), 'select faces from board_sessions where id = $1', [sessionId])
      expect(rows).toEqual([{ faces: [1, 0, 0] }])
    })

    it('refuses what comes after', async () => {
      await start()
      await end()
      expect(await write((at) => moveSession(at, 2))).toEqual({ ok: false, reason: 'no-session' })
      expect(await end()).toEqual({ ok: false, reason: 'no-session' })
      const past = await database().run(organisationScope(school), (trx) => pastSessions(trx, school, board))
      expect(past.map(({ leaderId }) => leaderId)).toEqual([teamIds[0]])
    })

    it('finds the sessions that were left open for more than three hours, and no others', async () => {
      await start()
      const forgotten = () => database().run(system, (trx) => findForgotten(trx, new Date(now)))
      const here = expect.objectContaining({ organisationId: school, boardId: board })
      now += 179 * minute
      expect(await forgotten()).not.toContainEqual(here)
      now += 2 * minute
      expect(await forgotten()).toContainEqual(here)
      await end()
      expect(await forgotten()).not.toContainEqual(here)
    })
  })
})
