import { describe, expect, it } from 'vitest'
import { fitModel } from '../fit/fit.ts'
import { madeUpData } from '../made-up-data.ts'
import { caterpillarSvg } from './caterpillar.ts'
import { type Growth, growthOf } from './growth.ts'
import { madeUpSchools, type SchoolsPlan } from './made-up-schools.ts'

/** mulberry32: a seed gives the same numbers everywhere. */
function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

function growthIn(plan: SchoolsPlan, random: () => number, formula: string) {
  const { data, truth } = madeUpSchools(plan, random)
  const fit = fitModel(formula, data)
  if (!fit.ok) throw new Error(JSON.stringify(fit))
  const growth = growthOf(fit)
  if (!growth.ok) throw new Error(JSON.stringify(growth))
  return { growth, truth, fit }
}

describe('intervals of growth', () => {
  it.each<readonly [string, string, SchoolsPlan, number]>([
    ['of many schools', 'score ~ prior + (1 | school)', { schools: 65, pupils: 60, spread: 0.3, slopes: 0 }, 30],
    ['of few schools', 'score ~ prior + (1 | school)', { schools: 20, pupils: 20, spread: 0.3, slopes: 0 }, 100],
    [
      'of few schools that differ little',
      'score ~ prior + (1 | school)',
      { schools: 30, pupils: 25, spread: 0.1, slopes: 0 },
      80,
    ],
    ['with slopes', 'score ~ prior + (prior | school)', { schools: 65, pupils: 40, spread: 0.3, slopes: 0.12 }, 30],
  ])('%s hold what a school really adds in 93 to 97 of 100', (_what, formula, plan, rounds) => {
    const random = seeded(20261122)
    let held = 0
    let all = 0
    for (let round = 0; round < rounds; round++) {
      const { growth, truth } = growthIn(plan, random, formula)
      growth.schools.forEach(({ lower, upper }, k) => {
        const real = truth[k] ?? Number.NaN
        all++
        if (lower <= real && real <= upper) held++
      })
    }
    expect(held / all).toBeGreaterThan(0.93)
    expect(held / all).toBeLessThan(0.97)
  })

  it('tell nobody apart where schools add nothing, also when the estimated spread is zero', () => {
    const random = seeded(7)
    let atBoundary = 0
    for (let round = 0; round < 10; round++) {
      const { growth, fit } = growthIn(
        { schools: 25, pupils: 20, spread: 0, slopes: 0 },
        random,
        'score ~ prior + (1 | school)',
      )
      if (fit.boundary) atBoundary++
      expect(growth.counts['cannot-be-told-apart']).toBeGreaterThanOrEqual(24)
      for (const { lower, upper } of growth.schools) expect(upper - lower).toBeGreaterThan(0.02)
    }
    expect(atBoundary).toBeGreaterThan(0)
  })
})

describe('the growth of a school', () => {
  const { growth, fit } = growthIn(
    { schools: 40, pupils: 30, spread: 0.4, slopes: 0 },
    seeded(3),
    'score ~ prior + (1 | school)',
  )

  it('is its conditional mode, drawn to the middle from what was achieved less what was expected', () => {
    const modes = fit.modes()[0]
    growth.schools.forEach(({ growth: own, achieved, expected }, k) => {
      expect(own).toBeCloseTo(modes?.estimates[k] ?? Number.NaN, 9)
      expect(Math.abs(own)).toBeLessThan(Math.abs(achieved - expected))
      expect(Math.sign(own)).toBe(Math.sign(achieved - expected))
    })
  })

  it('has a verdict by whether its interval holds the middle, and the counts add up', () => {
    for (const { lower, upper, verdict } of growth.schools) {
      expect(verdict).toBe(lower > 0 ? 'above' : upper < 0 ? 'below' : 'cannot-be-told-apart')
    }
    const { above, below, 'cannot-be-told-apart': neither } = growth.counts
    expect(above + below + neither).toBe(40)
    expect(Math.min(above, below, neither)).toBeGreaterThan(0)
  })

  it('is more reliable with more pupils, between 0 and 1', () => {
    const sorted = growth.schools.toSorted((one, other) => one.pupils - other.pupils)
    const [small, large] = [sorted[0], sorted.at(-1)]
    expect(small?.reliability).toBeLessThan(large?.reliability ?? 0)
    for (const { reliability } of sorted) expect(reliability >= 0 && reliability <= 1).toBe(true)
  })

  it('needs a group of the formula and an intercept to compare with', () => {
    expect(growthOf(fit, 'team')).toEqual({ ok: false, reason: 'unknown-group', group: 'team', known: ['school'] })
    const y = Array.from({ length: 40 }, (_, k) => Math.sin(k * 3.1) + (k % 5))
    const columns = { y, x: y.map((_, k) => Math.cos(k)), g: y.map((_, k) => k % 5) }
    const other = fitModel('y ~ 0 + x + (1 | g)', madeUpData(columns))
    if (!other.ok) throw new Error(other.reason)
    expect(growthOf(other)).toEqual({ ok: false, reason: 'no-intercept', group: 'g' })
  })
})

describe('a caterpillar picture', () => {
  const school = (level: string, own: number, half: number): Growth['schools'][number] => ({
    level,
    pupils: 12,
    achieved: own,
    expected: 0,
    growth: own,
    lower: own - half,
    upper: own + half,
    reliability: 0.5,
    verdict: own - half > 0 ? 'above' : own + half < 0 ? 'below' : 'cannot-be-told-apart',
  })
  const growth: Growth = {
    ok: true,
    group: 'school',
    schools: [school('De "Brug" & Co', 0.5, 0.2), school('Kim', -0.4, 0.1), school('Oost', 0.1, 0.3)],
    counts: { above: 1, below: 1, 'cannot-be-told-apart': 1 },
  }

  it('has every school once, from least to most growth, with its name made safe', () => {
    const svg = caterpillarSvg(growth)
    const names = [...svg.matchAll(/<g><title>([^:]*):/g)].map((match) => match[1])
    expect(names).toEqual(['Kim', 'Oost', 'De &quot;Brug&quot; &amp; Co'])
    expect(svg.match(/<circle/g)).toHaveLength(3 + 3)
  })

  it('says in words what it shows, in both languages', () => {
    expect(caterpillarSvg(growth)).toContain('3 scholen van minste naar meeste groei: 1 boven het midden, 1 eronder')
    expect(caterpillarSvg(growth, { language: 'en' })).toContain(
      'Kim: growth -0.4 (-0.5 – -0.3), 12 pupils, below the middle',
    )
  })
})
