import { execFileSync, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../../scripts/bundle.ts'
import type { Figure } from '../house/report.ts'
import type { Peer } from './peer.ts'

export interface Market {
  readonly family: 'wk' | 'rgg'
  readonly n: number
  readonly degree: number
  /** What the issue asks: seconds, or so many times the peer; and megabytes. */
  readonly seconds?: number
  readonly ratio?: number
  readonly megabytes?: number
}

export const twoWayMarkets: readonly Market[] = [
  { family: 'wk', n: 5000, degree: 30, seconds: 0.3 },
  { family: 'wk', n: 20_000, degree: 30, ratio: 3 },
  { family: 'wk', n: 100_000, degree: 30, ratio: 2, megabytes: 800 },
  { family: 'rgg', n: 20_000, degree: 30 },
]

export function makeMarket(
  maker: string,
  folder: string,
  { family, n, degree }: Market,
  seed = 1,
  format: 'edges' | 'arcs' = 'edges',
): string {
  const out = join(folder, `${family}-${n}-${degree}-${seed}`)
  execFileSync(process.execPath, [
    maker,
    family,
    `${n}`,
    `${degree}`,
    `${seed}`,
    out,
    ...(format === 'arcs' ? ['--arcs'] : []),
  ])
  return `${out}.${format}`
}

/** A market in twos, three times, each in a process of its own and beside the peer; every result is verified. */
export function measureTwoWay(market: Market, file: string, peer: Peer | undefined): readonly Figure[] {
  const name = `${market.family} ${market.n} ${market.degree}`
  const out = `${file}.json`
  const runs = Array.from({ length: 3 }, () => {
    const { answer, megabytes } = kantelpunt('exchange', 'solve', file, '--format', 'edges', '--out', out)
    const other = peer?.(file, 'int')[0]
    if (other !== undefined && other.objective !== answer.objective)
      throw new Error(`${name}: ${answer.objective} here, and ${other.objective} at the peer`)
    return { answer, megabytes, other: other?.seconds ?? Number.NaN }
  })
  const verified = kantelpunt('exchange', 'verify', out, file, '--format', 'edges').answer.verified
  const read = median(runs.map(({ answer }) => answer.seconds.read))
  const solve = median(runs.map(({ answer }) => answer.seconds.solve))
  const other = median(runs.map((run) => run.other))
  const limit = (bound: number | undefined, unit: string) =>
    bound === undefined ? {} : { asked: `≤ ${bound} ${unit}` }
  return [
    { figure: `${name}: solve, median of 3`, value: solve, unit: 's', ...limit(market.seconds, 's') },
    { figure: `${name}: read`, value: read, unit: 's' },
    ...(peer === undefined
      ? []
      : [
          { figure: `${name}: LEMON, without its file`, value: other, unit: 's' },
          { figure: `${name}: solve over LEMON`, value: solve / other, unit: '×', ...limit(market.ratio, '×') },
        ]),
    {
      figure: `${name}: memory`,
      value: Math.max(...runs.map(({ megabytes }) => megabytes)),
      unit: 'MB',
      ...limit(market.megabytes, 'MB'),
    },
    {
      figure: `${name}: objective${verified === true ? ', verified' : ', NOT VERIFIED'}`,
      value: runs[0]?.answer.objective ?? 0,
      unit: '',
    },
  ]
}

export function kantelpunt(...args: readonly string[]) {
  const done = spawnSync(process.execPath, [join(root, 'bench/models/fit-once.ts'), ...args], { encoding: 'utf8' })
  if (done.status !== 0) throw new Error(done.stderr)
  const { megabytes } = JSON.parse(done.stderr.trim().split('\n').at(-1) ?? '')
  return { answer: JSON.parse(done.stdout), megabytes: Number(megabytes) }
}

export function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] ?? Number.NaN
}
