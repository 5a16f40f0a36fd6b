import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readDelimited } from '@kantelpunt/delimited-text'
import { describe, expect, it } from 'vitest'
import { rankItems } from './rank-items.ts'
import { readVotes } from './read/read-votes.ts'
import { randomFrom } from './testing.ts'

const folder = join(import.meta.dirname, '../../../../shared/data/ranking/wiki-surveys')
const found = existsSync(folder) ? readdirSync(folder) : []
const surveys = found.filter((file) => file.endsWith('_votes.csv')).map((file) => file.replace('_votes.csv', ''))

describe.skipIf(surveys.length === 0)(`published wiki surveys (skipped where ${folder} is missing)`, () => {
  it.each(surveys.length === 0 ? ['none'] : surveys)('gives every published score of %s', (survey) => {
    const ideas = readDelimited(readFileSync(join(folder, `${survey}_ideas.csv`)))
    if (!ideas.ok) throw new Error(ideas.reason)
    const at = (name: string) => ideas.header.indexOf(name)
    const published = Array.from({ length: ideas.rowCount }, (_, row) => ({
      id: ideas.cell(row, at('Idea ID')),
      score: ideas.cell(row, at('Score')),
      wins: Number(ideas.cell(row, at('Wins'))),
      losses: Number(ideas.cell(row, at('Losses'))),
    }))
    const read = readVotes(readFileSync(join(folder, `${survey}_votes.csv`)), {
      votes: { form: 'pairs', winner: 'Winner ID', loser: 'Loser ID' },
      where: [{ column: 'Valid', value: 'TRUE' }],
      items: published.map(({ id }) => id),
    })
    if (!read.ok) throw new Error(JSON.stringify(read.problems))
    const ranking = rankItems(read.votes, { model: 'wins', draws: 200, random: randomFrom(1) })
    if (!ranking.ok) throw new Error(ranking.reason)
    const ours = new Map(ranking.items.map((item) => [item.id, item]))
    for (const { id, score, wins, losses } of published) {
      const item = ours.get(id)
      expect([item?.wins, item?.losses]).toEqual([wins, losses])
      // Published from single precision, in six digits.
      expect(Number(Math.fround(item?.score ?? 0).toPrecision(6))).toBeCloseTo(Number(score), 9)
      expect(item?.score).toBeGreaterThanOrEqual(item?.interval[0] ?? 101)
      expect(item?.score).toBeLessThanOrEqual(item?.interval[1] ?? -1)
    }
  })
})
