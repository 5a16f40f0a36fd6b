import { v7 as uuidv7 } from 'uuid'
import { beforeEach, describe, expect, it } from 'vitest'
import { organisationScope, system } from '../../platform/database/scope.ts'
import { onBothEngines } from '../../platform/database/testing.ts'
import { people } from '../../platform/identity/migrations/0001-people.ts'
import type { JournalEntry } from '../../platform/journal/journal.ts'
import { journal } from '../../platform/journal/migrations/0001-journal.ts'
import { perform } from '../../platform/journal/perform.ts'
import { organisations } from '../../platform/organisations/migrations/0001-organisations.ts'
import { improvementMigrations } from './migrations/index.ts'
import { proposePeriods } from './period.ts'
import { schoolYear } from './school-year.ts'
import './tables.ts'
import { yearStream } from './year.ts'
import { readYear, teamsOf, yearsOf, yearsWith } from './year-store.ts'
import {
  changeTeams,
  editAmbition,
  editPeriod,
  movePeriods,
  setUpYear,
  swapThemes,
  type YearWrite,
} from './year-writes.ts'

const morning = Date.parse('2026-08-20T08:00:00Z')
const dates = proposePeriods(schoolYear(2026, 'noord'))

onBothEngines('the year board of a school', [organisations, people, journal, ...improvementMigrations], (database) => {
  let school: string
  let teams: readonly string[]
  let entries: readonly JournalEntry[]

  beforeEach(async () => {
    school = uuidv7()
    teams = [uuidv7(), uuidv7(), uuidv7()]
    await database().run(system, async (trx) => {
      const created_at = new Date(morning)
      const nothing = { parent_id: null, school_code: null, place: null, holiday_region: null }
      await trx
        .insertInto('organisations')
        .values({ id: school, kind: 'school', slug: `school-${school}`, name: 'School', ...nothing, created_at })
        .execute()
      await trx
        .insertInto('teams')
        .values(
          teams.map((id, i) => ({ organisation_id: school, id, slug: `team-${i}`, name: `Team ${i + 1}`, created_at })),
        )
        .execute()
    })
  })

  /** One operation on the year stream, as a form does it; what it recorded is in `entries`. */
  async function write<R>(work: (write: YearWrite) => Promise<R>, writtenAt = morning): Promise<R> {
    const operation = {
      organisationId: school,
      stream: yearStream(school),
      actor: 'person:somebody',
      id: uuidv7(),
      content: {},
      at: new Date(writtenAt),
    }
    const done = await perform(database(), organisationScope(school), operation, (trx, record) =>
      work({ trx, record, organisationId: school, writtenAt }),
    )
    entries = done.entries
    return done.result
  }

  const read = (year = 2026) => database().run(organisationScope(school), (trx) => readYear(trx, school, year))

  const periodsOf = async () => {
    const board = await read()
    if (board === null) throw new Error('There is no year board.')
    return board.periods
  }

  async function setUp(year = 2026, themes: readonly string[] = ['Rust', 'Hardop denken', 'Lezen']) {
    return write((each) =>
      setUpYear(each, {
        schoolYear: year,
        ambition: 'Ieder kind denkt hardop',
        periods: dates.map((period, i) => ({ ...period, id: uuidv7(), theme: themes[i] ?? null })),
        teamIds: teams,
      }),
    )
  }

  describe('setting up', () => {
    it('makes five periods in which every team takes part', async () => {
      expect(await read()).toBeNull()
      expect(await setUp()).toBe('done')
      const board = await read()
      expect(board?.ambition).toBe('Ieder kind denkt hardop')
      expect(board?.periods.map(({ number, startsOn, endsOn }) => ({ number, startsOn, endsOn }))).toEqual(dates)
      expect(board?.periods.map(({ theme }) => theme)).toEqual(['Rust', 'Hardop denken', 'Lezen', null, null])
      expect(board?.periods[4]?.teams.map((team) => team.name)).toEqual(['Team 1', 'Team 2', 'Team 3'])
      expect(board?.periods[0]).toMatchObject({ stage: 'planned', goals: 0, goalsReached: 0, actions: 0 })
      expect(entries.map((entry) => entry.action)).toEqual(['year-set-up', ...Array(5).fill('period-added')])
    })

    it('does nothing where there is one already, and teams of other schools are left out', async () => {
      await setUp()
      expect(await setUp(2026, ['Anders'])).toBe('there-already')
      expect(entries).toEqual([])
      expect((await periodsOf())[0]?.theme).toBe('Rust')
      teams = [uuidv7()]
      await setUp(2027)
      expect((await read(2027))?.periods[0]?.teams).toEqual([])
    })

    it('is of one school only', async () => {
      await setUp()
      const other = uuidv7()
      const seen = await database().run(organisationScope(other), (trx) => readYear(trx, school, 2026))
      expect(seen).toBeNull()
    })

    it('tells which years there are, and in which year a period is', async () => {
      await setUp(2027)
      await setUp(2026)
      const ids = (await periodsOf()).map((period) => period.id)
      await database().run(organisationScope(school), async (trx) => {
        expect(await yearsOf(trx, school)).toEqual([2026, 2027])
        expect(await yearsWith(trx, school, ids)).toEqual([2026])
        expect(await yearsWith(trx, school, [])).toEqual([])
        expect((await teamsOf(trx, school)).map((team) => team.slug)).toEqual(['team-0', 'team-1', 'team-2'])
      })
    })
  })

  describe('writing', () => {
    beforeEach(() => setUp().then(() => undefined))

    it('keeps the last ambition that was written, also when an earlier one arrives later', async () => {
      expect(await write((each) => editAmbition(each, 2026, 'Nieuw'), morning + 2000)).toBe('done')
      expect(await write((each) => editAmbition(each, 2026, 'Oud'), morning + 1000)).toBe('done')
      expect((await read())?.ambition).toBe('Nieuw')
      expect(entries).toMatchObject([
        { action: 'year-edit-superseded', subject: 'year:2026', changes: { ambition: ['Oud', 'Nieuw'] } },
      ])
      expect(await write((each) => editAmbition(each, 2031, 'Nergens'))).toBe('no-such-year')
    })

    it('edits theme, note and stage field by field', async () => {
      const id = (await periodsOf())[3]?.id ?? ''
      await write((each) => editPeriod(each, id, { theme: 'Buiten leren' }), morning + 1000)
      await write((each) => editPeriod(each, id, { theme_note: 'Aftrap op 1 maart', stage: 'kick-off' }), morning + 500)
      expect((await periodsOf())[3]).toMatchObject({
        theme: 'Buiten leren',
        note: 'Aftrap op 1 maart',
        stage: 'kick-off',
      })
      expect(await write((each) => editPeriod(each, uuidv7(), { theme: 'x' }))).toBe('no-such-period')
    })

    it('lets teams join and leave, each on its own', async () => {
      const id = (await periodsOf())[1]?.id ?? ''
      const [first = '', second = ''] = teams
      await write((each) => changeTeams(each, id, { added: [], removed: [first] }))
      await write((each) => changeTeams(each, id, { added: [uuidv7()], removed: [second] }))
      expect((await periodsOf())[1]?.teams.map((team) => team.name)).toEqual(['Team 3'])
      await write((each) => changeTeams(each, id, { added: [first, first], removed: [second] }))
      expect(entries.map((entry) => entry.action)).toEqual(['period-team-added'])
      expect((await periodsOf())[1]?.teams.map((team) => team.name)).toEqual(['Team 1', 'Team 3'])
    })

    it('writes dates together and records what they were', async () => {
      const moved = dates.map((each) => (each.number === 2 ? { ...each, startsOn: '2026-10-19' } : each))
      expect(await write((each) => movePeriods(each, 2026, moved))).toBe('done')
      expect((await periodsOf())[1]?.startsOn).toBe('2026-10-19')
      expect(entries).toMatchObject([{ action: 'period-moved', changes: { starts_on: ['2026-10-26', '2026-10-19'] } }])
      expect(await write((each) => movePeriods(each, 2030, moved))).toBe('no-such-year')
    })
  })

  describe('changing places', () => {
    beforeEach(() => setUp().then(() => undefined))

    it('takes theme, teams and goals along and leaves dates and stage where they are', async () => {
      const before = await periodsOf()
      const [, second, , fourth] = before
      if (!second || !fourth) throw new Error('There are five periods.')
      await write((each) => editPeriod(each, second.id, { stage: 'kick-off', theme_note: 'Met de pabo' }))
      await write((each) => changeTeams(each, second.id, { added: [], removed: teams.slice(0, 2) }))
      await addGoal(second.id, { baseline: 2, target: 8 })

      expect(await write((each) => swapThemes(each, second.id, fourth.id), morning + 1)).toBe('done')
      const after = await periodsOf()
      expect(after.map(({ number, startsOn, endsOn }) => ({ number, startsOn, endsOn }))).toEqual(dates)
      expect(after.map(({ theme }) => theme)).toEqual(['Rust', null, 'Lezen', 'Hardop denken', null])
      expect(after.map(({ stage }) => stage)).toEqual(['planned', 'kick-off', 'planned', 'planned', 'planned'])
      expect(after[3]).toMatchObject({ id: second.id, note: 'Met de pabo', goals: 1, teams: [{ name: 'Team 3' }] })
      expect(after[1]).toMatchObject({ id: fourth.id, note: null, goals: 0 })
      expect(after[1]?.teams).toHaveLength(3)
    })

    it('twice is as if nothing happened', async () => {
      const before = await periodsOf()
      const [first, , third] = before
      await write((each) => swapThemes(each, first?.id ?? '', third?.id ?? ''))
      await write((each) => swapThemes(each, third?.id ?? '', first?.id ?? ''))
      expect(await periodsOf()).toEqual(before)
    })

    it('refuses what has begun, what is not there and another year', async () => {
      const [first, second] = await periodsOf()
      await setUp(2027)
      const next = (await read(2027))?.periods[0]
      if (!first || !second || !next) throw new Error('There are periods.')
      expect(await write((each) => swapThemes(each, first.id, next.id))).toBe('other-year')
      expect(await write((each) => swapThemes(each, first.id, uuidv7()))).toBe('no-such-period')
      expect(await write((each) => swapThemes(each, first.id, first.id))).toBe('no-such-period')
      await write((each) => editPeriod(each, first.id, { stage: 'execution' }))
      const before = await periodsOf()
      expect(await write((each) => swapThemes(each, second.id, first.id))).toBe('begun')
      expect(await periodsOf()).toEqual(before)
    })
  })

  describe('what the teams made of it', () => {
    beforeEach(() => setUp().then(() => undefined))

    it('counts goals, those reached by what was counted last in the period, and their actions', async () => {
      const first = (await periodsOf())[0]
      if (!first) throw new Error('There is a first period.')
      await addGoal(first.id, { baseline: 2, target: 8, readings: ['2026-09-01 8', '2026-09-20 6'] })
      await addGoal(first.id, { baseline: 9, target: 3, readings: ['2026-09-01 5', '2026-10-20 3'], actions: ['open'] })
      await addGoal(first.id, {
        baseline: 0,
        target: 5,
        readings: ['2027-03-01 9'],
        actions: ['done', 'open', 'stopped'],
      })
      await addGoal(first.id, { baseline: null, target: null })
      expect((await periodsOf())[0]).toMatchObject({ goals: 4, goalsReached: 1, actions: 4, openActions: 2 })
      expect((await periodsOf())[1]).toMatchObject({ goals: 0, actions: 0 })
    })

    it('still counts a goal that went on in the next period where it was looked back on', async () => {
      const [first, second] = await periodsOf()
      if (!first || !second) throw new Error('There are periods.')
      const goal = await addGoal(first.id, { baseline: 2, target: 8, readings: ['2026-09-20 8'] })
      await database().run(system, async (trx) => {
        const key = { organisation_id: school, goal_id: goal, period_id: first.id }
        await trx
          .insertInto('evaluations')
          .values({ ...key, id: uuidv7(), decision: 'keep', created_at: new Date(morning) })
          .execute()
        await trx.updateTable('goals').set({ period_id: second.id }).where('id', '=', goal).execute()
      })
      expect((await periodsOf()).slice(0, 2)).toMatchObject([
        { goals: 1, goalsReached: 1 },
        { goals: 1, goalsReached: 0 },
      ])
    })

    it('closes a theme when the last team that takes part has closed it', async () => {
      const first = (await periodsOf())[0]
      if (!first) throw new Error('There is a first period.')
      await write((each) => editPeriod(each, first.id, { stage: 'look-back' }))
      await lookBack(first.id, teams[0] ?? '', new Date('2026-10-14T22:30:00Z'))
      await lookBack(first.id, teams[1] ?? '', null)
      expect((await periodsOf())[0]).toMatchObject({
        stage: 'look-back',
        lookBacks: [
          { teamName: 'Team 1', closedOn: '2026-10-15' },
          { teamName: 'Team 2', closedOn: null },
        ],
      })
      await write((each) => changeTeams(each, first.id, { added: [], removed: teams.slice(1) }))
      expect((await periodsOf())[0]?.stage).toBe('closed')
      await write((each) => changeTeams(each, first.id, { added: [], removed: teams }))
      expect((await periodsOf())[0]?.stage).toBe('look-back')
    })
  })

  async function boardOf(teamId: string): Promise<string> {
    return database().run(system, async (trx) => {
      const found = await trx.selectFrom('boards').select('id').where('team_id', '=', teamId).executeTakeFirst()
      if (found) return found.id
      const id = uuidv7()
      const nothing = { code: null, ends_on: null, archived_at: null }
      await trx
        .insertInto('boards')
        .values({
          organisation_id: school,
          id,
          kind: 'improvement',
          team_id: teamId,
          name: 'Bord',
          ...nothing,
          created_at: new Date(morning),
        })
        .execute()
      return id
    })
  }

  interface GoalPlot {
    readonly baseline: number | null
    readonly target: number | null
    /** `<day> <value>` */
    readonly readings?: readonly string[]
    readonly actions?: readonly ('open' | 'done' | 'stopped')[]
  }

  async function addGoal(
    periodId: string,
    { baseline, target, readings = [], actions = [] }: GoalPlot,
  ): Promise<string> {
    const board = await boardOf(teams[0] ?? '')
    const goal = uuidv7()
    const card = {
      organisation_id: school,
      board_id: board,
      created_by: 'system',
      created_at: new Date(morning),
      removed_at: null,
    }
    await database().run(system, async (trx) => {
      await trx
        .insertInto('goals')
        .values({ ...card, id: goal, period_id: periodId, effect: 'Leerlingen praten', out_of: null, baseline, target })
        .execute()
      for (const reading of readings) {
        const [on_date = '', value] = reading.split(' ')
        await trx
          .insertInto('readings')
          .values({ ...card, id: uuidv7(), goal_id: goal, on_date, value: Number(value), out_of: null })
          .execute()
      }
      for (const state of actions) {
        await trx
          .insertInto('actions')
          .values({
            ...card,
            id: uuidv7(),
            goal_id: goal,
            description: 'Doen',
            due_on: null,
            state,
            state_at: null,
            impact: null,
            feasibility: null,
          })
          .execute()
      }
    })
    return goal
  }

  async function lookBack(periodId: string, teamId: string, closed_at: Date | null): Promise<void> {
    await boardOf(teamId)
    await database().run(system, (trx) =>
      trx
        .insertInto('look_backs')
        .values({
          organisation_id: school,
          id: uuidv7(),
          period_id: periodId,
          team_id: teamId,
          pulse_closed_at: null,
          closed_at,
          created_at: new Date(morning),
        })
        .execute(),
    )
  }
})
