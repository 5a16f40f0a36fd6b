import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import {
  type Algorithm,
  loadSolver,
  type Pool,
  resultOf,
  type Selection,
  selectPanels,
  verifyResult,
} from '../packages/sortition/src/index.ts'
import { root } from '../scripts/bundle.ts'
import { type Figure, report } from './house/report.ts'
import { fromSeed, madePool, poolIn } from './panels/instances.ts'
import { convergencePicture, type Step } from './panels/picture.ts'
import { plainGeneration } from './panels/plain-generation.ts'

/*
 * Panels by lot: the published instances, made pools of 300 and of 1,727 people, memory, and how the gap closes beside column
 * generation with plain simplex duals. `npm run bench -- panels published large` takes these parts only; the parts are
 * published, medium, large, memory and convergence.
 */

const solver = await loadSolver()
const figures: Figure[] = []
const megabytes = () => process.memoryUsage().rss / 1e6
const parts = process.argv.slice(2)
const wants = (part: string) => parts.length === 0 || parts.includes(part)

interface Measured {
  readonly selection: Selection
  readonly seconds: number
  readonly steps: readonly Step[]
}

function measure(pool: Pool, algorithm: Algorithm, limit: number, seed = 1): Measured {
  const began = performance.now()
  const spent = () => (performance.now() - began) / 1000
  const steps: Step[] = []
  const answer = selectPanels(solver, pool, {
    algorithm,
    random: fromSeed(seed),
    clock: () => performance.now(),
    timeLimit: limit * 1000,
    gap: 0.001,
    onProgress: ({ panels, value, bound }) => {
      steps.push({ panels, seconds: spent(), gap: bound - value })
      return false
    },
  })
  const seconds = spent()
  if (!answer.ok) throw new Error(answer.reason)
  const verdict = verifyResult(pool, JSON.parse(JSON.stringify(resultOf(pool, answer.selection, seconds))))
  if (!verdict.sound) throw new Error(JSON.stringify(verdict.why))
  return { selection: answer.selection, seconds, steps }
}

function giniOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const total = sorted.reduce((sum, value) => sum + value, 0)
  return sorted.reduce((sum, value, at) => sum + (2 * at + 1 - sorted.length) * value, 0) / (sorted.length * total)
}

const least = (selection: Selection) => Math.min(...selection.probabilities)
const most = (selection: Selection) => Math.max(...selection.probabilities)

const fixture = poolIn('sf_fixture_22', 'features.csv', 'candidates.csv', 22, 'nationbuilder_id')
if (fixture === null) process.stderr.write('skipped: the published instances are not here\n')
else if (wants('published')) {
  const { selection, seconds } = measure(fixture, 'leximin', 60)
  figures.push(
    { figure: 'sf_fixture_22, LEXIMIN: least probability', value: least(selection), unit: '', asked: '≥ 0.09090' },
    { figure: 'sf_fixture_22: Gini', value: giniOf(selection.probabilities), unit: '', asked: '≤ 0.1405' },
    { figure: 'sf_fixture_22: gap', value: 100 * (selection.certificate.gap ?? 1), unit: 'points' },
    { figure: 'sf_fixture_22: seconds', value: seconds, unit: 's', asked: '≤ 3 s (Python: 8.5 s)' },
  )
  for (const algorithm of ['maximin', 'nash', 'goldilocks', 'legacy'] as const) {
    const { selection: other, seconds: spent } = measure(fixture, algorithm, 60)
    const name = `sf_fixture_22, ${algorithm.toUpperCase()}`
    figures.push(
      { figure: `${name}: least probability`, value: least(other), unit: '' },
      { figure: `${name}: greatest`, value: most(other), unit: '' },
      { figure: `${name}: seconds`, value: spent, unit: 's' },
    )
  }
}

for (const [folder, seats, asked] of [
  ['example_small_20', 20, undefined],
  ['example_large_200', 200, '≤ 1 s (published: 1,161.8 s)'],
] as const) {
  const pool = poolIn(folder, 'categories.csv', 'respondents.csv', seats)
  if (pool === null || !wants('published')) continue
  const { selection, seconds } = measure(pool, 'leximin', 60)
  figures.push(
    { figure: `${folder}: least probability`, value: least(selection), unit: '', asked: '0.1' },
    { figure: `${folder}: greatest`, value: most(selection), unit: '', asked: '0.1' },
    { figure: `${folder}: seconds`, value: seconds, unit: 's', ...(asked === undefined ? {} : { asked }) },
  )
}

const first = madePool(300, 30, 1)
for (let seed = 1; seed <= 8 && first !== null && wants('medium'); seed++) {
  const pool = madePool(300, 30, seed)
  if (pool === null) break
  const { selection, seconds } = measure(pool, 'leximin', 60)
  const name = `make-pool 300 30 ${seed}, LEXIMIN`
  figures.push(
    { figure: `${name}: gap`, value: 100 * (selection.certificate.gap ?? 1), unit: 'points', asked: '≤ 0.1' },
    { figure: `${name}: seconds`, value: seconds, unit: 's', asked: '≤ 60 s' },
  )
  process.stderr.write(`${name}: ${seconds.toFixed(1)} s\n`)
}

for (let seed = 1; seed <= 1 && wants('large'); seed++) {
  const pool = madePool(1727, 110, seed)
  if (pool === null) break
  const { selection, seconds } = measure(pool, 'maximin', 900)
  const name = `make-pool 1727 110 ${seed}, MAXIMIN`
  figures.push(
    { figure: `${name}: gap`, value: 100 * (selection.certificate.gap ?? 1), unit: 'points', asked: '≤ 0.1' },
    { figure: `${name}: seconds`, value: seconds, unit: 's', asked: '≤ 900 s (published: 4,011.6 s)' },
    { figure: `${name}: memory of all`, value: megabytes(), unit: 'MB', asked: '≤ 1000' },
  )
}

const small = madePool(100, 8, 3)
if (small !== null && wants('memory')) {
  const round = (from: number, to: number) => {
    for (let seed = from; seed <= to; seed++) measure(small, seed % 2 === 0 ? 'leximin' : 'maximin', 20, seed)
  }
  round(1, 20)
  // What is in use after a collection: the solver's memory, which is outside of JavaScript, and JavaScript's own.
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  const used = () => {
    collect()
    const { external, heapUsed } = process.memoryUsage()
    return { solver: external / 1e6, own: heapUsed / 1e6 }
  }
  const before = used()
  round(21, 220)
  const after = used()
  figures.push(
    {
      figure: '200 small selections: solver memory grows by',
      value: after.solver - before.solver,
      unit: 'MB',
      asked: '0',
    },
    { figure: '200 small selections: JavaScript grows by', value: after.own - before.own, unit: 'MB', asked: '0' },
  )
}

if (first !== null && wants('convergence')) {
  const ours = measure(first, 'maximin', 60).steps
  const bound = measure(first, 'maximin', 60).selection.certificate.stages[0]?.bound ?? 0
  const plain = plainGeneration(solver, first, bound, 60)
  const rows = (steps: readonly Step[]) =>
    [10, 20, 50, 100, 150, 200, 300, 400, 600].flatMap((panels) => {
      const step = steps.find((each) => each.panels >= panels)
      return step === undefined ? [] : [{ ...step, panels }]
    })
  process.stderr.write('\npanels  seconds  gap in points: herding and a programme | plain simplex duals\n')
  for (const { panels, seconds, gap } of rows(ours))
    process.stderr.write(`${`${panels}`.padStart(6)}  ${seconds.toFixed(2).padStart(7)}  ${(100 * gap).toFixed(3)}\n`)
  for (const { panels, seconds, gap } of rows(plain))
    process.stderr.write(
      `${`${panels}`.padStart(6)}  ${seconds.toFixed(2).padStart(7)}            ${(100 * gap).toFixed(3)}\n`,
    )
  const folder = join(root, 'packages/sortition/docs')
  mkdirSync(folder, { recursive: true })
  const lines = [
    { name: 'herding, then a programme', steps: ours },
    { name: 'plain simplex duals', steps: plain },
  ]
  writeFileSync(join(folder, 'convergence.svg'), convergencePicture('300 people, 30 seats, MAXIMIN', lines))
  const last = plain.at(-1)
  if (last !== undefined)
    figures.push({ figure: 'plain simplex duals, 300 30 1, after 60 s: gap', value: 100 * last.gap, unit: 'points' })
}
report('panels', figures)
