import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { type EdgeGraph, matchBest, readExchange, verifyMatching } from '../../packages/exchange/src/index.ts'
import { randomGraph } from '../../packages/exchange/src/testing.ts'
import type { Figure } from '../house/report.ts'
import { makeMarket } from './markets.ts'
import type { Peer } from './peer.ts'

/** Random graphs of all families and kinds of weights, and small markets: proven here, and the same objective as the peer. */
export function compareRandomGraphs(
  folder: string,
  count: number,
  peer: Peer | undefined,
  maker: string | undefined,
): readonly Figure[] {
  const seed = 20261122
  const markets = maker === undefined ? [] : smallMarkets(maker, folder)
  const graphs = [...fc.sample(randomGraph(80), { seed, numRuns: count - markets.length }), ...markets]
  const found = graphs.map((graph) => ({ graph, matching: matchBest(graph) }))
  const unproven = found.filter(({ graph, matching }) => !verifyMatching(graph, matching).sound).length
  const figures: Figure[] = [
    {
      figure: `random graphs without a proof, of ${count} (seed ${seed})`,
      value: unproven,
      unit: 'graphs',
      asked: '0',
    },
  ]
  if (peer === undefined) return figures
  const file = join(folder, 'random-graphs')
  const text = graphs.map(({ n, from, to, weight }) => {
    const rows = Array.from(from, (u, k) => `${u} ${to[k]} ${weight[k]}\n`)
    return `${n} ${rows.length}\n${rows.join('')}`
  })
  writeFileSync(file, text.join(''))
  const theirs = peer(file, 'long')
  const other = found.filter(({ matching }, at) => matching.objective !== theirs[at]?.objective).length
  return [
    ...figures,
    { figure: `of those with another objective than LEMON`, value: other, unit: 'graphs', asked: '0' },
  ]
}

function smallMarkets(maker: string, folder: string): readonly EdgeGraph[] {
  return Array.from({ length: 40 }, (_, at) => {
    const market = { family: at % 2 === 0 ? 'wk' : 'rgg', n: 300, degree: 4 + at } as const
    const read = readExchange(readFileSync(makeMarket(maker, folder, market, at + 1)), 'edges')
    if (!read.ok) throw new Error(read.refusal.reason)
    return read.graph
  })
}
