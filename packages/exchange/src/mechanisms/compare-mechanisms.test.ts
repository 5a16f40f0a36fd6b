import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type ExchangeFile, readExchange } from '../reading/read-exchange.ts'
import { compareMechanisms } from './compare-mechanisms.ts'
import { marketOf } from './teacher-market.ts'

const maker = join(import.meta.dirname, '../../../../../shared/tools/make-exchange-market.mjs')

function make(n: number, degree: number): ExchangeFile {
  const folder = mkdtempSync(join(tmpdir(), 'mechanisms-'))
  try {
    execFileSync(process.execPath, [maker, 'wk', `${n}`, `${degree}`, '1', join(folder, 'market'), '--arcs'])
    const file = readExchange(readFileSync(join(folder, 'market.arcs')), 'arcs')
    if (!file.ok) throw new Error(file.refusal.reason)
    return file
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Teachers rank in an order of their own; the better half of who could come is better than who is there now. */
function ranked(file: ExchangeFile): ExchangeFile {
  const { wishes, rankings } = marketOf(file)
  const liking = (u: number, v: number) => (u * 31 + v * 17) % 101
  const teachers = wishes.map((wished, u) => wished.toSorted((v, w) => liking(u, w) - liking(u, v) || v - w))
  const schools = rankings.map((ranking, v) => ranking.toSpliced(Math.ceil(ranking.length / 2), 0, v))
  return { ...file, preferences: { teachers, schools } }
}

describe.skipIf(!existsSync(maker))('what a guarantee costs, as the README has it', () => {
  it('on a market of 200 teachers who rank in an order of their own', () => {
    const rows = compareMechanisms(ranked(make(200, 8)))
    expect(
      rows.map(({ mechanism, longest, exchanges, teachers, weight }) => [
        mechanism,
        longest,
        exchanges,
        teachers,
        weight,
      ]),
    ).toEqual([
      ['optimal', 2, 90, 180, 12057],
      ['priority', 2, 92, 184, 11713],
      ['ttc', 2, 84, 168, 8786],
      ['ttc', 3, 70, 171, 8723],
      ['ttc', 'any', 56, 177, 9334],
      ['block', 2, 64, 128, 8597],
      ['block', 3, 60, 150, 9856],
      ['block', 'any', 41, 149, 9757],
    ])
  })
})
