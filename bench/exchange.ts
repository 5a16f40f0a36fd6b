import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../scripts/bundle.ts'
import { measureChanges } from './exchange/changes.ts'
import { makeMarket, measureTwoWay, twoWayMarkets } from './exchange/markets.ts'
import { buildPeer } from './exchange/peer.ts'
import { compareRandomGraphs } from './exchange/random-graphs.ts'
import { measureThrees, threesMarkets } from './exchange/threes.ts'
import { type Figure, report } from './house/report.ts'

/*
 * Exchanges in twos on generated markets beside LEMON in the same run (files left out on both sides; 2,000 random graphs have
 * the same objective), and how soon the best is known again after one change. Needs the market maker in ../shared/tools, and
 * g++ with LEMON (Debian: liblemon-dev) for the peer. Says so where one is missing.
 * `npm run bench -- exchange random|markets|changes|threes` for one part.
 */

const maker = join(root, '../shared/tools/make-exchange-market.mjs')
const part = process.argv[2]
const isAsked = (name: string) => part === undefined || part === name
const folder = mkdtempSync(join(tmpdir(), 'kantelpunt-bench-exchange-'))
const figures: Figure[] = []
try {
  const peer = buildPeer(folder)
  if (peer === undefined) process.stderr.write('skipped: the peer, for g++ with LEMON (liblemon-dev) is not here\n')
  if (isAsked('random')) figures.push(...compareRandomGraphs(folder, 2000, peer, existsSync(maker) ? maker : undefined))
  if (!existsSync(maker)) process.stderr.write(`skipped: the markets, for ${maker} is not here\n`)
  else {
    for (const market of isAsked('markets') ? twoWayMarkets : [])
      figures.push(...measureTwoWay(market, makeMarket(maker, folder, market), peer))
    for (const market of isAsked('threes') ? threesMarkets : []) figures.push(...measureThrees(maker, folder, market))
    if (isAsked('changes'))
      figures.push(...measureChanges(makeMarket(maker, folder, { family: 'wk', n: 20_000, degree: 30 })))
  }
  report('exchange', figures)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
