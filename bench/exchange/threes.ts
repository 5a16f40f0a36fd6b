import type { Figure } from '../house/report.ts'
import { kantelpunt, type Market, makeMarket } from './markets.ts'

export interface ThreesMarket extends Market {
  /** What the issue asks within `seconds`: a gap in per cent, 0 where it must be proven. */
  readonly gap: number
  readonly seconds: number
}

export const threesMarkets: readonly ThreesMarket[] = [
  { family: 'wk', n: 1000, degree: 8, seconds: 10, gap: 0 },
  { family: 'wk', n: 5000, degree: 4, seconds: 60, gap: 0 },
  { family: 'wk', n: 20_000, degree: 30, seconds: 60, gap: 0.5 },
]

/** A market in threes, once, for as long as the issue gives it; the result is verified. */
export function measureThrees(maker: string, folder: string, market: ThreesMarket): readonly Figure[] {
  const { family, n, degree, seconds, gap } = market
  const file = makeMarket(maker, folder, market, 1, 'arcs')
  const out = `${file}.json`
  const asked = ['exchange', 'solve', file, '--format', 'arcs', '--cycles', '3', '--time-limit', `${seconds}`]
  const { answer, megabytes } = kantelpunt(...asked, '--out', out)
  const { verified } = kantelpunt('exchange', 'verify', out, file, '--format', 'arcs').answer
  const name = `${family} ${n} ${degree} in threes`
  return [
    {
      figure: `${name}: gap${answer.optimal ? ', proven' : ''}`,
      value: 100 * answer.gap,
      unit: '%',
      asked: `≤ ${gap} %`,
    },
    { figure: `${name}: solve`, value: answer.seconds.solve, unit: 's', asked: `≤ ${seconds} s` },
    { figure: `${name}: objective${verified ? ', verified' : ', NOT VERIFIED'}`, value: answer.objective, unit: '' },
    { figure: `${name}: bound`, value: answer.bound, unit: '' },
    { figure: `${name}: memory`, value: megabytes, unit: 'MB' },
  ]
}
