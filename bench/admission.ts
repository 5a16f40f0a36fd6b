import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  findBlockingPairs,
  loadSolver,
  type Market,
  type Matching,
  readMarket,
  solveAdmission,
} from '../packages/admission/src/index.ts'
import { randomFrom } from '../packages/admission/src/testing.ts'
import { type Figure, report } from './house/report.ts'

/*
 * Seats for 100,000 candidates in 200 programmes, file read included, with and without quotas and ties; with lists of all 200
 * programmes in memory; how much of the greatest size the two-thirds method reaches, and how long the proof takes.
 */

const clock = () => performance.now()
const figures: Figure[] = []
const loaded = await loadSolver()
const loadSolverOnce = async () => loaded
const usual = { ties: 'one', exact: false, loadSolver: loadSolverOnce, seconds: 60 } as const

const folder = mkdtempSync(join(tmpdir(), 'admission-'))
try {
  for (const { name, levels, quotas, ties } of [
    { name: '10 preferences each', levels: 1e6, quotas: false, ties: 'one' },
    { name: 'the same with quotas and reserved seats at each programme', levels: 1e6, quotas: true, ties: 'one' },
    { name: 'the same with 20 different scores, ties broken', levels: 20, quotas: false, ties: 'one' },
    { name: 'the same with 20 different scores, two thirds promised', levels: 20, quotas: false, ties: 'most' },
  ] as const) {
    const path = join(folder, 'market.json')
    writeFileSync(path, marketText({ candidates: 100_000, programmes: 200, length: 10, levels, quotas, seed: 1 }))
    const began = clock()
    const busy = process.cpuUsage()
    const file = readMarket(readFileSync(path, 'utf8'))
    if (!file.ok) throw new Error('the market of the bench is refused')
    const read = clock()
    const answer = await solveAdmission(file.market, { ...usual, ties })
    const solved = clock()
    const { user, system } = process.cpuUsage(busy)
    if (!answer.ok) throw new Error('no answer')
    const verdict = findBlockingPairs(file.market, answer.matching)
    const checked = clock()
    figures.push(
      { figure: `100,000 × 200, ${name}: read and solve`, value: seconds(solved - began), unit: 's', asked: '≤ 2' },
      { figure: '  processor time of that', value: (user + system) / 1e6, unit: 's' },
      { figure: '  read', value: seconds(read - began), unit: 's' },
      { figure: '  solve', value: seconds(solved - read), unit: 's' },
      { figure: '  check', value: seconds(checked - solved), unit: 's' },
      { figure: '  matched', value: matched(answer.matching), unit: '' },
      { figure: '  blocking pairs', value: verdict.blockingCount + verdict.violations.length, unit: '', asked: '0' },
    )
  }
} finally {
  rmSync(folder, { recursive: true })
}

const full = fullMarket(100_000, 200, 1)
const began = clock()
const busy = process.cpuUsage()
const answer = await solveAdmission(full, usual)
const solved = clock()
const { user, system } = process.cpuUsage(busy)
if (!answer.ok) throw new Error('no answer')
const verdict = findBlockingPairs(full, answer.matching)
figures.push(
  {
    figure: '100,000 × 200, all 200 on every list, in memory: solve',
    value: seconds(solved - began),
    unit: 's',
    asked: '≤ 2',
  },
  { figure: '  processor time of that', value: (user + system) / 1e6, unit: 's' },
  { figure: '  matched', value: matched(answer.matching), unit: '' },
  { figure: '  blocking pairs', value: verdict.blockingCount + verdict.violations.length, unit: '', asked: '0' },
)

for (const candidates of [100, 250, 500]) {
  const text = marketText({ candidates, programmes: 40, length: 5, levels: 4, quotas: false, seed: 2, tight: true })
  const file = readMarket(text)
  if (!file.ok) throw new Error('the market of the bench is refused')
  const one = await solveAdmission(file.market, usual)
  const most = await solveAdmission(file.market, { ...usual, ties: 'most' })
  const start = clock()
  const exact = await solveAdmission(file.market, { ...usual, exact: true })
  const name = `${candidates} × 40 with ties`
  figures.push(
    { figure: `${name}: matched with broken ties`, value: one.ok ? matched(one.matching) : -1, unit: '' },
    { figure: `${name}: matched, two thirds promised`, value: most.ok ? matched(most.matching) : -1, unit: '' },
    { figure: `${name}: matched by the integer programme`, value: exact.ok ? matched(exact.matching) : -1, unit: '' },
    { figure: `${name}: most possible`, value: exact.ok ? (exact.mostPossible ?? -1) : -1, unit: '' },
    { figure: `${name}: time of the proof`, value: seconds(clock() - start), unit: 's' },
  )
}
report('admission', figures)

function seconds(milliseconds: number): number {
  return milliseconds / 1000
}

function matched({ first }: Matching): number {
  return first.reduce((count, at) => count + (at >= 0 ? 1 : 0), 0)
}

/** Programmes differ in how many want them; seats for 95 in 100. */
function marketText(shape: {
  readonly candidates: number
  readonly programmes: number
  readonly length: number
  readonly levels: number
  readonly quotas: boolean
  readonly seed: number
  readonly tight?: boolean
}): string {
  const random = randomFrom(shape.seed)
  const seats = Math.ceil((0.95 * shape.candidates) / shape.programmes)
  const quotas = [
    { group: 'starter', most: Math.ceil(0.3 * seats) },
    { group: 'region', least: Math.ceil(0.1 * seats) },
    { group: 'far', most: Math.ceil(0.5 * seats) },
  ]
  return JSON.stringify({
    programmes: Array.from({ length: shape.programmes }, (_, p) => ({
      id: `p${p}`,
      seats,
      ...(shape.quotas ? { quotas } : {}),
    })),
    candidates: Array.from({ length: shape.candidates }, (_, c) => {
      const wanted = new Set<number>()
      while (wanted.size < shape.length) wanted.add(Math.floor(shape.programmes * random() ** 1.5))
      const ids = [...wanted].map((p) => `p${p}`)
      const scores = ids.map(() => Math.floor(shape.levels * random()))
      const group = random()
      const preferences = shape.levels < 100 ? [ids.slice(0, 2), ...ids.slice(2)] : ids
      return { id: `c${c}`, preferences, scores, groups: [group < 0.4 ? 'starter' : group < 0.5 ? 'region' : 'far'] }
    }),
  })
}

function fullMarket(candidates: number, programmes: number, seed: number): Market {
  const random = randomFrom(seed)
  const count = candidates * programmes
  const list = new Int32Array(count)
  const tier = new Int32Array(count)
  const score = new Float64Array(count)
  for (let c = 0; c < candidates; c++) {
    const start = c * programmes
    for (let k = 0; k < programmes; k++) {
      const other = Math.floor((k + 1) * random())
      list[start + k] = list[start + other] ?? 0
      list[start + other] = k
      tier[start + k] = k
      score[start + k] = random()
    }
  }
  return {
    candidates: Array.from({ length: candidates }, (_, c) => `c${c}`),
    programmes: Array.from({ length: programmes }, (_, p) => `p${p}`),
    seats: new Int32Array(programmes).fill(Math.ceil((0.95 * candidates) / programmes)),
    starts: Int32Array.from({ length: candidates + 1 }, (_, c) => c * programmes),
    programme: list,
    tier,
    score,
    groups: [],
    groupsOf: new Int32Array(candidates),
    quotas: Array.from({ length: programmes }, () => []),
    joint: [],
  }
}
