import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../../platform/text/days.ts'
import { ownInstrument } from '../visits/own-instrument.ts'
import { behaviourAll, behaviourFigures } from './behaviour.ts'
import { agreementFigures, cultureChange, cultureFigures } from './culture.ts'
import { type CultureAnswer, conditions, cultureItems, teamsShown } from './culture-scan.ts'
import { enthusiasmFigures, phaseOf, pulseFigure } from './enthusiasm.ts'
import { executionFigures } from './execution.ts'
import { findIdea, ideaKeys, ideas } from './ideas.ts'
import { layers } from './impact.ts'
import { resultFigures } from './results.ts'
import { teamMonths } from './team-months.ts'

const weeks = Array.from({ length: 12 }, (_, week) => addDays('2026-09-07', 7 * week))
const teams = ['a', 'b'].map((id) => ({ id, since: '2026-09-07' }))
const every = (teamId: string, step: number) =>
  weeks.filter((_, week) => week % step === 0).map((monday) => ({ teamId, day: addDays(monday, 2) }))

describe('execution', () => {
  const events = { sessions: [...every('a', 1), ...every('b', 2)], visits: [], designs: [] }
  const figures = executionFigures({ teams, events, weeks }, '2026-09-01', '2026-11-30')

  test('is times a month over the weeks of all teams', () => {
    const [sessions] = figures
    // 18 times in 24 weeks of a team.
    expect(sessions?.outcome).toMatchObject({ ok: true, n: 24, value: expect.closeTo((18 / 24) * (365.25 / 84), 5) })
    expect(sessions).toMatchObject({ reference: 3.5, teams: 2 })
  })

  test('what nobody ever did is not measured, instead of nought', () => {
    expect(figures.slice(1).map(({ outcome }) => outcome)).toEqual([
      { ok: false, reason: 'not-measured' },
      { ok: false, reason: 'not-measured' },
    ])
  })

  test('weeks before a team had a board, holidays and the week that is going on do not count', () => {
    const late = [{ id: 'a', since: '2026-10-05' }]
    const without = weeks.filter((monday) => monday !== '2026-10-19')
    const [sessions] = executionFigures({ teams: late, events, weeks: without }, '2026-09-01', '2026-11-25')
    // From 5 October until that of 16 November are 7 weeks, of which one was off.
    expect(sessions?.outcome).toMatchObject({ ok: true, n: 6, value: expect.closeTo(365.25 / 84, 5) })
  })
})

describe('teams by month', () => {
  const named = [
    { id: 'b', name: 'Bovenbouw' },
    { id: 'a', name: 'Onderbouw' },
    { id: 'c', name: 'Zonder bord' },
  ]
  const own = [
    { id: 'a', since: '2026-09-07' },
    { id: 'b', since: '2026-10-05' },
    { id: 'c', since: null },
  ]
  const events = { sessions: [...every('a', 1), ...every('b', 1)], visits: every('a', 2), designs: [] }
  const tables = teamMonths({ teams: own, events, weeks }, named, '2026-08-01', '2026-11-22')

  test('a row a team with a board, a column a month, each beside what schools in rhythm do in as many weeks', () => {
    expect(tables.map(({ instrument, reference }) => [instrument, reference])).toEqual([
      ['sessions', 3.5],
      ['visits', 3],
      ['designs', 1.5],
    ])
    const [sessions, visits] = tables
    expect(sessions?.months).toEqual(['2026-09', '2026-10', '2026-11'])
    expect(sessions?.rows.map(({ team }) => team)).toEqual(['Bovenbouw', 'Onderbouw'])
    const [upper, lower] = sessions?.rows ?? []
    // Mondays of 7, 14, 21 September; of 28 September until 26 October, whose Thursdays are in October; of 2, 9 November.
    expect(lower?.months.map((month) => month?.times)).toEqual([3, 5, 2])
    expect(lower?.months[1]?.rhythm).toBeCloseTo((3.5 * 5 * 84) / 365.25, 8)
    expect(upper?.months.map((month) => month?.times)).toEqual([undefined, 4, 2])
    expect(lower?.whole.outcome).toMatchObject({
      ok: true,
      n: 10,
      value: expect.closeTo(365.25 / 84, 5),
      interval: null,
    })
    expect(visits?.rows[1]?.months.map((month) => month?.times)).toEqual([2, 2, 1])
  })

  test('what stands in the months is what the whole is made of', () => {
    const day = fc.integer({ min: 0, max: 100 }).map((after) => addDays('2026-09-01', after))
    fc.assert(
      fc.property(fc.array(day, { maxLength: 30 }), (days) => {
        const met = { ...events, sessions: days.map((each) => ({ teamId: 'a', day: each })) }
        const [sessions] = teamMonths({ teams: own, events: met, weeks }, named, '2026-08-01', '2026-12-31')
        const row = sessions?.rows.find(({ team }) => team === 'Onderbouw')
        const times = row?.months.reduce((sum, month) => sum + (month?.times ?? 0), 0)
        const counted = days.filter((each) => each >= '2026-09-07' && each < addDays(weeks.at(-1) ?? '', 7)).length
        expect(times).toBe(counted)
        const { outcome } = row?.whole ?? {}
        if (days.length > 0)
          expect(outcome?.ok && outcome.value).toBeCloseTo((counted / weeks.length) * (365.25 / 84), 8)
      }),
    )
  })
})

describe('enthusiasm', () => {
  const pulse = (periodId: string, teamId: string, n: number, grade: number) => ({
    periodId,
    teamId,
    people: Array.from({ length: n }, () => [grade, grade, grade, grade]),
  })

  test('a team with fewer than five answers is not in the whole: else it could be found by subtraction', () => {
    const pulses = [pulse('p', 'a', 6, 4), pulse('p', 'b', 4, 1)]
    expect(pulseFigure(pulses, 'p').outcome).toMatchObject({ ok: true, n: 6, value: 4 })
    expect(pulseFigure([pulse('p', 'b', 4, 1)], 'p').outcome).toMatchObject({ ok: false, reason: 'too-few' })
    expect(pulseFigure([], 'p').outcome).toEqual({ ok: false, reason: 'not-measured' })
  })

  test('tells the last period that can be shown, and what changed since the one before', () => {
    const pulses = [pulse('p1', 'a', 6, 3), pulse('p2', 'a', 7, 4), pulse('p3', 'a', 3, 5)]
    const [last, change] = enthusiasmFigures(pulses, ['p1', 'p2', 'p3'])
    expect(last?.outcome).toMatchObject({ value: 4, n: 7 })
    expect(change).toMatchObject({ outcome: { value: 1, n: 6 }, both: [6, 7], teams: 1 })
  })

  test('compares only teams that were asked both times', () => {
    const pulses = [
      ...[pulse('p1', 'a', 6, 4), pulse('p1', 'b', 8, 2)],
      ...[pulse('p2', 'a', 5, 4), pulse('p2', 'c', 9, 5), pulse('p2', 'b', 4, 1)],
    ]
    const [last, change] = enthusiasmFigures(pulses, ['p1', 'p2'])
    expect(last?.outcome).toMatchObject({ n: 14 })
    // Team a said the same twice; that others came and went is no change.
    expect(change).toMatchObject({ outcome: { value: 0, n: 5 }, both: [6, 5], teams: 1 })
    // Nobody was asked in both: the one before that is, then, or none at all.
    const apart = [pulse('p0', 'c', 6, 3), pulse('p1', 'b', 8, 2), pulse('p2', 'c', 9, 5)]
    expect(enthusiasmFigures(apart, ['p0', 'p1', 'p2'])[1]).toMatchObject({ outcome: { value: 2 }, both: [6, 9] })
    expect(enthusiasmFigures(apart.slice(1), ['p1', 'p2'])).toHaveLength(1)
  })

  test('the dip after a year is expected', () => {
    expect(phaseOf('2026-01-10', '2026-11-22')?.phase).toBe('before-dip')
    expect(phaseOf('2025-09-10', '2026-11-22')).toEqual({ months: 14, phase: 'dip' })
    expect(phaseOf('2024-09-10', '2026-11-22')?.phase).toBe('after-dip')
    expect(phaseOf(null, '2026-11-22')).toBeNull()
  })
})

describe('culture', () => {
  const answer = (teamId: string | null, grades: readonly number[]): CultureAnswer => ({
    teamId,
    answers: cultureItems.map((_, item) => grades[Math.floor(item / 3)] ?? 0),
  })

  test('a figure for each of the four conditions, from the statements that are its own', () => {
    const people = Array.from({ length: 6 }, () => answer('a', [5, 4, 2, 3]))
    const figures = cultureFigures({ schoolYear: 2026, closed: true, received: 0, people })
    expect(figures.map(({ name }) => name)).toEqual(conditions)
    expect(figures.map(({ outcome }) => outcome.ok && outcome.value)).toEqual([5, 4, 2, 3])
  })

  test('nothing is told before the scan was closed, of four answers, or where there was none', () => {
    const people = Array.from({ length: 9 }, () => answer('a', [5, 4, 2, 3]))
    const open = { schoolYear: 2026, closed: false, received: 9, people }
    expect(cultureFigures(open).every(({ outcome }) => !outcome.ok && outcome.reason === 'still-open')).toBe(true)
    expect(agreementFigures(open, [{ id: 'a', name: 'A' }])).toEqual([])
    const few = { schoolYear: 2026, closed: true, received: 0, people: people.slice(0, 4) }
    expect(cultureFigures(few).every(({ outcome }) => !outcome.ok && outcome.reason === 'too-few')).toBe(true)
    expect(cultureFigures(null).every(({ outcome }) => !outcome.ok && outcome.reason === 'not-measured')).toBe(true)
  })

  test('what changed is told of two scans that can both be shown', () => {
    const of = (n: number, grade: number, closed = true) => ({
      schoolYear: 2026,
      closed,
      received: n,
      people: Array.from({ length: n }, () => answer('a', [grade, grade, grade, grade])),
    })
    expect(cultureChange(of(8, 4), of(6, 3))[0]?.outcome).toMatchObject({ ok: true, n: 6, value: 1 })
    for (const [now, before] of [
      [of(8, 4), of(4, 3)],
      [of(8, 4, false), of(6, 3)],
      [of(8, 4), null],
    ] as const)
      expect(cultureChange(now, before)).toEqual([])
  })

  test('whoever takes the teams that are shown from the whole has nothing left, or five answers at least', () => {
    const counts = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: 0, max: 9 }))
    fc.assert(
      fc.property(counts, fc.integer({ min: 0, max: 9 }), (byTeam, loose) => {
        const people = [
          ...Object.entries(byTeam).flatMap(([team, n]) => Array.from({ length: n }, () => answer(team, [3, 3, 3, 3]))),
          ...Array.from({ length: loose }, () => answer(null, [3, 3, 3, 3])),
        ]
        const shown = teamsShown(people)
        const rest = people.filter(({ teamId }) => teamId === null || !shown.includes(teamId)).length
        for (const team of shown) expect(byTeam[team]).toBeGreaterThanOrEqual(5)
        expect(shown.length === 0 || rest === 0 || rest >= 5).toBe(true)
      }),
    )
  })
})

describe('behaviour', () => {
  const seen = { mean: 2.4, deviation: 0.8 }
  const half = {
    half: '2026-02-01',
    teachers: 5,
    all: seen,
    domains: new Map(ownInstrument.domains.map(({ id }) => [id, seen])),
  }

  test('is told as it was counted when the half year was over', () => {
    for (const figure of [...behaviourFigures(half), behaviourAll(half)])
      expect(figure.outcome).toMatchObject({ ok: true, n: 5, value: 2.4 })
  })

  test('is not measured where no half year could be told', () => {
    for (const figure of [...behaviourFigures(null), behaviourAll(null)])
      expect(figure.outcome).toEqual({ ok: false, reason: 'not-measured' })
    expect(behaviourAll(null, true).outcome).toEqual({ ok: false, reason: 'half-open' })
    expect(behaviourAll(half, true).outcome).toMatchObject({ ok: true })
  })
})

describe('results', () => {
  test('goals without readings or target are left out; under five nothing is shown', () => {
    let made = 0
    const goal = (...values: readonly number[]) => ({
      periodId: 'p',
      teamId: `team ${made++ % 4}`,
      baseline: 2,
      target: 8,
      readings: values.map((value) => ({ value })),
    })
    const counted = [goal(8), goal(9), goal(5), goal(1), goal(3, 8)]
    const [reached, nearer] = resultFigures([
      ...counted,
      goal(),
      { ...goal(4), target: null },
      // Without a start only success would show.
      { ...goal(9), baseline: null },
      { ...goal(4), baseline: null },
    ])
    expect(reached?.outcome).toMatchObject({ ok: true, n: 5, value: 0.6 })
    expect(nearer?.outcome).toMatchObject({ ok: true, n: 5, value: 0.8 })
    expect(resultFigures(counted.slice(1))[0]?.outcome).toMatchObject({ ok: false, reason: 'too-few' })
    expect(resultFigures([])[0]?.outcome).toEqual({ ok: false, reason: 'not-measured' })
  })
})

test('every layer offers something to try, and every idea is of one layer', () => {
  const offered = layers.flatMap((layer) => ideas[layer].map(({ key }) => key))
  expect(layers.every((layer) => ideas[layer].length >= 2)).toBe(true)
  expect(offered.toSorted()).toEqual(ideaKeys.toSorted())
  expect(findIdea('no-such-idea')).toBeNull()
})
