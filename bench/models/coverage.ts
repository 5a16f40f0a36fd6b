import { fitModel, growthOf, madeUpSchools, type SchoolsPlan } from '@kantelpunt/mixed-models'

export interface CoveragePlan extends SchoolsPlan {
  readonly name: string
  readonly formula: string
  readonly rounds: number
}

/** Schools enough in each for a standard error of about half a percent. */
export const coveragePlans: readonly CoveragePlan[] = [
  {
    name: '65 schools of 60',
    formula: 'score ~ prior + (1 | school)',
    schools: 65,
    pupils: 60,
    spread: 0.3,
    slopes: 0,
    rounds: 150,
  },
  {
    name: '20 schools of 20',
    formula: 'score ~ prior + (1 | school)',
    schools: 20,
    pupils: 20,
    spread: 0.3,
    slopes: 0,
    rounds: 500,
  },
  {
    name: '10 schools of 20',
    formula: 'score ~ prior + (1 | school)',
    schools: 10,
    pupils: 20,
    spread: 0.3,
    slopes: 0,
    rounds: 800,
  },
  {
    name: '30 schools of 25, little spread',
    formula: 'score ~ prior + (1 | school)',
    schools: 30,
    pupils: 25,
    spread: 0.1,
    slopes: 0,
    rounds: 300,
  },
  {
    name: '65 schools of 40 with slopes',
    formula: 'score ~ prior + (prior | school)',
    schools: 65,
    pupils: 40,
    spread: 0.3,
    slopes: 0.12,
    rounds: 150,
  },
  {
    name: '400 schools of 25 with slopes',
    formula: 'score ~ prior + (prior | school)',
    schools: 400,
    pupils: 25,
    spread: 0.3,
    slopes: 0.12,
    rounds: 25,
  },
]

/** In how many of 100 the 95 % interval holds what a made-up school really adds. */
export function coverageOf(plan: CoveragePlan, random: () => number): number {
  let held = 0
  let all = 0
  for (let round = 0; round < plan.rounds; round++) {
    const { data, truth } = madeUpSchools(plan, random)
    const fit = fitModel(plan.formula, data)
    const growth = fit.ok ? growthOf(fit) : fit
    if (!growth.ok) throw new Error(growth.reason)
    growth.schools.forEach(({ lower, upper }, k) => {
      const real = truth[k] ?? Number.NaN
      all++
      if (lower <= real && real <= upper) held++
    })
  }
  return (100 * held) / all
}
