import { type RankingModel, rankItems, readVotes } from '@kantelpunt/ranking'
import { randomFrom } from '../../packages/ranking/src/testing.ts'
import type { Figure } from '../house/report.ts'

/** A million votes from the bytes of a file, and the exact order of 25 items that beat each other in circles. */
export function measureSpeed(): readonly Figure[] {
  const file = madeUpVotes(1_000_000, 50)
  const figures: Figure[] = []
  for (const model of ['wins', 'bradley-terry'] satisfies readonly RankingModel[]) {
    const { seconds } = ranked(file, model)
    figures.push({
      figure: `1,000,000 votes on 50 items, 20,000 people, ${model}: read and rank`,
      value: seconds,
      unit: 's',
    })
  }
  const { seconds } = ranked(madeUpVotes(6000, 25, true), 'kemeny')
  figures.push({ figure: '25 items in circles, kemeny: read and rank', value: seconds, unit: 's' })
  figures.push({ figure: 'memory in use at the end', value: process.memoryUsage().rss / 1e6, unit: 'MB' })
  return figures
}

function ranked(file: Uint8Array, model: RankingModel): { readonly seconds: number } {
  const began = performance.now()
  const read = readVotes(file, {
    votes: { form: 'pairs', winner: 'winner', loser: 'loser' },
    voter: 'voter',
    keepRepeats: true,
  })
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  const ranking = rankItems(read.votes, { model, random: randomFrom(1) })
  if (!ranking.ok) throw new Error(ranking.reason)
  return { seconds: (performance.now() - began) / 1000 }
}

function madeUpVotes(count: number, items: number, inCircles = false): Uint8Array {
  const random = randomFrom(3)
  const rows = Array.from({ length: count }, (_, vote) => {
    const a = Math.floor(items * random())
    const b = (a + 1 + Math.floor((items - 1) * random())) % items
    // In circles: each item mostly beats the twelve that follow it.
    const isFirst = inCircles
      ? (b - a + items) % items <= items / 2 === random() < 0.7
      : random() < 1 / (1 + Math.exp((a - b) / items))
    return `${vote % 20_000},i${isFirst ? a : b},i${isFirst ? b : a}`
  })
  return new TextEncoder().encode(`voter,winner,loser\n${rows.join('\n')}\n`)
}
