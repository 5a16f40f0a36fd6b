import { v7 as uuidv7 } from 'uuid'
import { beforeEach, describe, expect, test } from 'vitest'
import { organisationScope, type Trx } from '../../platform/database/scope.ts'
import { onBothEngines } from '../../platform/database/testing.ts'
import { deKlimboom, demoMembers, demoTeam, deWaterlelie } from '../../platform/identity/demo-people.ts'
import { identityDemo } from '../../platform/identity/identity-demo.ts'
import { historyOf } from '../../platform/journal/journal-store.ts'
import { perform, type Record as RecordEntry } from '../../platform/journal/perform.ts'
import { adaptAction, addAction, membersAmong, moveAction } from './action-store.ts'
import { loadArchive } from './archive-store.ts'
import { loadBoardData } from './board-data.ts'
import { ensureTeamBoard } from './board-store.ts'
import { actionsOf, findAction, findGoal } from './card-queries.ts'
import { type CardEdit, type CardPlace, type CardTable, editCard, type Writing } from './edit-card.ts'
import { addGoal, addReading, editReading } from './goal-store.ts'
import { addPlan } from './plan-store.ts'
import { addSuccess } from './success-store.ts'
import { migrations } from './testing.ts'

const now = new Date('2026-11-22T12:00:00Z')
const today = '2026-11-22'
const noon = now.getTime()
const zones = ['check-in', 'successes', 'goals', 'actions', 'plans'] as const

onBothEngines('the cards of a board', migrations, (database) => {
  const team = demoTeam(deWaterlelie, 'Middenbouw')
  const [first, second] = demoMembers(team)
  let place: CardPlace

  beforeEach(async () => {
    await identityDemo({ db: database(), clock: () => now })
    const boardId = uuidv7()
    place = { organisationId: deWaterlelie.id, boardId }
    await inside(async (trx) => {
      await trx.deleteFrom('boards').execute()
      await ensureTeamBoard(trx, {
        ...place,
        teamId: team.id,
        kind: 'improvement',
        name: team.name,
        newId: boardId,
        now,
      })
    })
  })

  const inside = <T>(work: (trx: Trx) => Promise<T>, organisationId = deWaterlelie.id) =>
    database().run(organisationScope(organisationId), work)

  /** One write by somebody at a moment. */
  async function write<T>(
    work: (trx: Trx, record: RecordEntry, writing: Writing) => Promise<T>,
    { actor = `person:${first?.id}`, at = noon } = {},
  ): Promise<T> {
    const id = uuidv7()
    const operation = { organisationId: place.organisationId, stream: `board:${place.boardId}`, actor, id }
    const { result } = await perform(
      database(),
      organisationScope(place.organisationId),
      { ...operation, content: { id }, at: now },
      (trx, record) => work(trx, record, { id, actor, writtenAt: at }),
    )
    return result
  }

  const newAction = (description = 'Stappenkaart hangen', goal_id: string | null = null) =>
    write(async (trx, record, writing) => {
      const owner_ids = first ? [first.id] : []
      const action = { goal_id, description, due_on: '2026-11-29', owner_ids, owner_names: ['Opa'], everyone: false }
      expect(await addAction(trx, record, place, writing, action)).toEqual({ ok: true })
      return writing.id
    })

  const newGoal = () =>
    write(async (trx, record, writing) => {
      const figures = { out_of: 12, baseline: 3, target: 9 }
      const goal = { effect: 'Leerlingen leggen uit', measure: 'tellen', ...figures, reason: '', reason_from: null }
      await addGoal(trx, record, place, writing, goal, null)
      return writing.id
    })

  const edit = <T extends CardTable>(table: T, id: string, values: CardEdit<T>['values'], at = noon, who = first) =>
    write((trx, record) => editCard(trx, record, table, { ...place, id, values, writtenAt: at }), {
      actor: `person:${who?.id}`,
    })

  const board = () =>
    inside((trx) =>
      loadBoardData(trx, {
        organisationId: place.organisationId,
        boardId: place.boardId,
        zones,
        today,
      }),
    )
  const history = (subject: string) => inside((trx) => historyOf(trx, place.organisationId, subject))

  describe('written by two people at once', () => {
    test('different fields of one card both stay', async () => {
      const id = await newAction()
      await edit('actions', id, { description: 'Stappenkaart in groep 3' }, noon + 2, first)
      // Written earlier, arrived later: it changes another field and stays.
      await edit('actions', id, { due_on: '2026-12-04' }, noon + 1, second)
      const [action] = (await board()).actions
      expect(action).toMatchObject({ description: 'Stappenkaart in groep 3', dueOn: '2026-12-04' })
    })

    test('the same field is of who wrote last, and the history keeps both', async () => {
      const id = await newAction()
      await edit('actions', id, { description: 'van later' }, noon + 2, first)
      await edit('actions', id, { description: 'van eerder' }, noon + 1, second)
      expect((await board()).actions[0]?.description).toBe('van later')
      const entries = await history(`action:${id}`)
      expect(entries.map(({ action, actor, changes }) => [action, actor, changes?.description])).toEqual([
        ['action-added', `person:${first?.id}`, [null, 'Stappenkaart hangen']],
        ['action-edited', `person:${first?.id}`, ['Stappenkaart hangen', 'van later']],
        ['action-edit-superseded', `person:${second?.id}`, ['van eerder', 'van later']],
      ])
    })

    test('what stays the same leaves no trace', async () => {
      const id = await newAction()
      await edit('actions', id, { description: 'Stappenkaart hangen', owner_names: ['Opa'] }, noon + 5)
      expect(await history(`action:${id}`)).toHaveLength(1)
    })
  })

  test('a card of another board or school is not there', async () => {
    const id = await newAction()
    const other = { ...place, boardId: uuidv7() }
    const values = { description: 'gekaapt' }
    expect(
      await write((trx, record) => editCard(trx, record, 'actions', { ...other, id, values, writtenAt: noon + 9 })),
    ).toEqual({ ok: false, reason: 'no-such-card' })
    expect(await inside((trx) => findAction(trx, place, id), deKlimboom.id)).toBeNull()
    expect((await board()).actions[0]?.description).toBe('Stappenkaart hangen')
  })

  describe('readings', () => {
    const read = (goalId: string, value: number, on_date = today, at = noon) =>
      write(
        (trx, record, writing) => addReading(trx, record, place, writing, { goalId, on_date, value, out_of: null }),
        { at },
      )

    test('one a day: who counts again corrects, zero counts too', async () => {
      const goal = await newGoal()
      await read(goal, 4, '2026-11-15')
      await read(goal, 0)
      await read(goal, 6, today, noon + 1)
      await read(goal, 5, today, noon - 1)
      expect((await board()).goals[0]?.readings.map(({ onDate, value }) => [onDate, value])).toEqual([
        ['2026-11-15', 4],
        [today, 6],
      ])
      const counted = (await history(`goal:${goal}`)).map(({ action, changes }) => [action, changes?.value])
      expect(counted).toEqual([
        ['goal-added', undefined],
        ['reading-added', [null, 4]],
        ['reading-added', [null, 0]],
        ['reading-edited', [0, 6]],
        ['reading-edit-superseded', [5, 6]],
      ])
    })

    test('are corrected and taken back, and counted anew after that', async () => {
      const goal = await newGoal()
      await read(goal, 4)
      const [reading] = (await board()).goals[0]?.readings ?? []
      const values = { value: 5, out_of: 11 }
      await write((trx, record) => editReading(trx, record, place, noon + 1, reading?.id ?? '', values))
      expect((await board()).goals[0]?.readings).toMatchObject([{ value: 5, outOf: 11 }])
      const removed_at = new Date(noon + 2)
      await write((trx, record) => editReading(trx, record, place, noon + 2, reading?.id ?? '', { removed_at }))
      expect((await board()).goals[0]?.readings).toEqual([])
      await read(goal, 7, today, noon + 3)
      expect((await board()).goals[0]?.readings.map(({ value }) => value)).toEqual([7])
    })

    test('of no goal are refused', async () => {
      expect(await read(uuidv7(), 4)).toEqual({ ok: false, reason: 'no-such-card' })
    })
  })

  describe('actions', () => {
    test('carry over until they are done, adapted or stopped', async () => {
      const id = await newAction()
      const move = (state: 'open' | 'done' | 'stopped', at: number, reason = '') =>
        write((trx, record) => moveAction(trx, record, place, at, id, state, reason))
      await move('stopped', noon + 1, 'geen tijd')
      expect((await board()).actions[0]).toMatchObject({ state: 'stopped', stateReason: 'geen tijd' })
      await move('done', noon + 2)
      expect((await board()).actions[0]).toMatchObject({ state: 'done', stateReason: '' })
      await move('open', noon + 3)
      expect((await board()).actions[0]).toMatchObject({ state: 'open', stateAt: null })
      // A tick that waited on a device since before that does not close it again.
      await move('done', noon + 2)
      expect((await board()).actions[0]?.state).toBe('open')
    })

    test('go on with other words, for the same goal and people', async () => {
      const goal = await newGoal()
      const id = await newAction('Schriften nakijken', goal)
      const adaptation = { reason: 'alleen krullen', description: 'Eén vraag schrijven', due_on: '2026-12-04' }
      const next = await write(async (trx, record, writing) => {
        expect(await adaptAction(trx, record, place, writing, id, adaptation)).toEqual({ ok: true })
        return writing.id
      })
      const [follower] = await inside((trx) => actionsOf(trx, place, { follows: id }))
      expect(follower).toMatchObject({
        id: next,
        goalId: goal,
        description: 'Eén vraag schrijven',
        ownerIds: [first?.id],
        ownerNames: ['Opa'],
        state: 'open',
        follows: id,
      })
      expect(await inside((trx) => findAction(trx, place, id))).toMatchObject({
        state: 'adapted',
        stateReason: 'alleen krullen',
      })
    })

    test('belong to a goal of their own board, and to people of the team', async () => {
      const stranger = demoMembers(demoTeam(deKlimboom, 'Middenbouw'))[0]?.id ?? ''
      const wanted = [stranger, second?.id ?? '', first?.id ?? '']
      expect(await inside((trx) => membersAmong(trx, place.organisationId, team.id, wanted))).toEqual([
        second?.id,
        first?.id,
      ])
      const action = {
        goal_id: uuidv7(),
        description: 'x',
        due_on: today,
        owner_ids: [],
        owner_names: [],
        everyone: true,
      }
      expect(await write((trx, record, writing) => addAction(trx, record, place, writing, action))).toEqual({
        ok: false,
        reason: 'no-such-card',
      })
    })
  })

  test('a board shows what is recent, and the archive keeps the rest', async () => {
    const goal = await newGoal()
    const old = await newAction('lang geleden')
    const open = await newAction('nog open')
    await write((trx, record) => moveAction(trx, record, place, noon, open, 'open'))
    await inside((trx) =>
      trx
        .updateTable('actions')
        .set({ state: 'done', state_at: new Date('2026-11-01T10:00:00Z') })
        .where('id', '=', old)
        .execute(),
    )
    await write((trx, record, writing) =>
      addSuccess(trx, record, place, writing, { description: 'lang geleden', by_name: '', on_date: '2026-11-01' }),
    )
    await write((trx, record, writing) =>
      addPlan(trx, record, place, writing, { description: 'volgende week', by_name: 'Jan', week: '2026-11-23' }),
    )
    await edit('goals', goal, { removed_at: new Date(noon + 1) }, noon + 1)
    const shown = await board()
    expect(shown.actions.map(({ description }) => description)).toEqual(['nog open'])
    expect([shown.goals, shown.successes]).toEqual([[], []])
    expect(shown.plans.map(({ description }) => description)).toEqual(['volgende week'])
    const archive = await inside((trx) => loadArchive(trx, place, today))
    expect(archive.actions.map(({ description }) => description)).toEqual(['lang geleden'])
    expect(archive.successes.map(({ description }) => description)).toEqual(['lang geleden'])
    expect(archive.goals).toMatchObject([{ id: goal, removedAt: expect.any(String) }])
    expect(archive.plans).toEqual([])
    // Put back, it is as it was.
    await edit('goals', goal, { removed_at: null }, noon + 2)
    expect((await board()).goals).toHaveLength(1)
    expect(await inside((trx) => findGoal(trx, place, goal))).toMatchObject({ removedAt: null, outOf: 12 })
  })
})
