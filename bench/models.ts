import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../scripts/bundle.ts'
import { type Figure, report } from './house/report.ts'
import { coverageOf, coveragePlans } from './models/coverage.ts'

/*
 * Mixed models: a million pupils in 6,000 schools and 73,421 crossed ratings, file read included, beside lme4's lmer (its
 * fit alone) in the same run; and how often the intervals of the growth indicator hold the truth. Needs the cohort maker
 * in ../shared/tools; lme4 (Debian: r-cran-lme4) for the peer and the ratings. Says so where one is missing.
 * `npm run bench -- models coverage` for the last part alone, `speed` for the first.
 */

const maker = join(root, '../shared/tools/make-cohort.mjs')
const part = process.argv[2]
const folder = mkdtempSync(join(tmpdir(), 'kantelpunt-bench-models-'))
const figures: Figure[] = []

/** The script's output, or undefined where R or lme4 is not here. */
function runR(script: string, ...args: string[]): string | undefined {
  const done = spawnSync('Rscript', [join(root, 'bench/models', script), ...args], { encoding: 'utf8' })
  return done.status === 0 ? done.stdout : undefined
}

function measure(
  name: string,
  file: string,
  formula: string,
  factors: string,
  asked: { seconds?: number; megabytes?: number; ratio?: number },
) {
  const runs = Array.from({ length: 3 }, () => {
    const done = spawnSync(
      process.execPath,
      [join(root, 'bench/models/fit-once.ts'), 'model', 'fit', file, '--formula', formula],
      {
        encoding: 'utf8',
      },
    )
    if (done.status !== 0) throw new Error(done.stderr)
    const { seconds, processor, megabytes } = JSON.parse(done.stderr.trim().split('\n').at(-1) ?? '')
    return {
      seconds: Number(seconds),
      processor: Number(processor),
      megabytes: Number(megabytes),
      answer: JSON.parse(done.stdout),
    }
  })
  const sorted = runs.toSorted((one, other) => one.seconds - other.seconds)
  const median = sorted[1]
  if (median === undefined) throw new Error('Three runs')
  const { answer, seconds } = median
  const limit = (bound: number | undefined, unit: string) =>
    bound === undefined ? {} : { asked: `≤ ${bound} ${unit}` }
  figures.push(
    { figure: `${name}: file and fit, median of 3`, value: seconds, unit: 's', ...limit(asked.seconds, 's') },
    { figure: `${name}: of which the file`, value: answer.seconds.read, unit: 's' },
    { figure: `${name}: of which the fit`, value: answer.seconds.fit, unit: 's' },
    { figure: `${name}: processor time of the whole process`, value: median.processor, unit: 's' },
    {
      figure: `${name}: memory`,
      value: Math.max(...runs.map((run) => run.megabytes)),
      unit: 'MB',
      ...limit(asked.megabytes, 'MB'),
    },
  )
  const peer = runR('peer.R', file, formula, factors)
  if (peer === undefined) {
    process.stderr.write(`${name}: no peer, for R with lme4 is not here\n`)
    return
  }
  const { seconds: lmer, logLikelihood } = JSON.parse(peer)
  figures.push(
    { figure: `${name}: lmer, its fit alone`, value: lmer, unit: 's' },
    {
      figure: `${name}: lmer's fit over our file and fit`,
      value: lmer / seconds,
      unit: '×',
      ...(asked.ratio === undefined ? {} : { asked: `≥ ${asked.ratio} ×` }),
    },
    { figure: `${name}: log-likelihood above lmer's`, value: answer.logLikelihood - logLikelihood, unit: '' },
  )
}

try {
  if (part !== 'coverage') {
    if (existsSync(maker)) {
      const cohort = join(folder, 'cohort.csv')
      execFileSync(process.execPath, [maker, '1000000', '6000', '20261122', cohort])
      measure('cohort, random intercept', cohort, 'score ~ prior + ses + girl + (1 | school)', 'school', {
        seconds: 1,
        megabytes: 250,
        ratio: 8,
      })
      measure('cohort, one slope', cohort, 'score ~ prior + ses + girl + (prior | school)', 'school', {
        seconds: 3,
        megabytes: 250,
        ratio: 8,
      })
    } else process.stderr.write(`skipped: the cohort, for ${maker} is not here\n`)
    const ratings = join(folder, 'ratings.csv')
    if (runR('ratings.R', ratings) === undefined)
      process.stderr.write('skipped: the ratings, for R with lme4 is not here\n')
    else measure('ratings, crossed', ratings, 'y ~ service * dept + (1 | s) + (1 | d)', 's,d', { ratio: 0.33 })
  }
  if (part !== 'speed') {
    for (const plan of coveragePlans) {
      figures.push({
        figure: `intervals hold the truth: ${plan.name}`,
        value: coverageOf(plan, seeded(20261122)),
        unit: '%',
        asked: '93–97 %',
      })
    }
  }
  report('models', figures)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** mulberry32 */
function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
