import { describe, expect, it } from 'vitest'
import { rankItems } from '../rank-items.ts'
import { tellRanking } from '../tell/tell-ranking.ts'
import { randomFrom } from '../testing.ts'
import { collectVotes, type Votes } from '../votes/votes.ts'
import { compareGroups } from './compare-groups.ts'
import { weighGroups } from './weigh-groups.ts'

const options = () => ({ model: 'wins', random: randomFrom(1), draws: 200 }) as const

/** Forty teachers prefer a to b to c, ten leaders b to c to a, and two researchers c. */
function survey(researchers = 2): Votes {
  const collector = collectVotes()
  const ask = (group: string, people: number, order: readonly string[]) => {
    for (let person = 0; person < people; person++)
      for (const [k, one] of order.entries())
        for (const other of order.slice(k + 1)) collector.add({ one, other, voter: `${group}${person}`, group })
  }
  ask('teachers', 40, ['a', 'b', 'c'])
  ask('leaders', 10, ['b', 'c', 'a'])
  ask('researchers', researchers, ['c', 'a', 'b'])
  return collector.votes()
}

function scores(votes: Votes): Readonly<Record<string, number>> {
  const ranking = rankItems(votes, options())
  if (!ranking.ok) throw new Error(ranking.reason)
  return Object.fromEntries(ranking.items.map(({ id, score }) => [id, score]))
}

describe('groups', () => {
  it('count by number, equally, or as they are weighed', () => {
    const votes = survey()
    const byNumber = weighGroups(votes, 'number')
    const equal = weighGroups(votes, 'equal')
    const weighed = weighGroups(votes, { teachers: 0, leaders: 1, researchers: 0 })
    if (!byNumber.ok || !equal.ok || !weighed.ok) throw new Error('refused')
    expect(scores(byNumber.votes).a).toBeCloseTo((100 * (80 + 2 + 1)) / (104 + 2), 9)
    // 156 votes, 52 for each group: a wins 2/3 of them among teachers, none among leaders, 1/3 among researchers.
    expect(scores(equal.votes).a).toBeCloseTo((100 * (52 * (2 / 3) + 52 / 3 + 1)) / (104 + 2), 9)
    expect(scores(weighed.votes).a).toBeCloseTo(100 / (104 + 2), 9)
    expect(equal.votes.weight.reduce((sum, each) => sum + each, 0)).toBeCloseTo(156, 9)
  })

  it('refuse weights of unknown groups, and groups without weight', () => {
    expect(weighGroups(survey(), { pupils: 1 })).toMatchObject({ ok: false, reason: 'unknown-group', group: 'pupils' })
    expect(weighGroups(survey(), { teachers: 1 })).toMatchObject({ ok: false, reason: 'group-without-weight' })
    expect(weighGroups(survey(), { teachers: 0, leaders: 0, researchers: 0 })).toMatchObject({ reason: 'no-groups' })
  })

  it('do not stand apart where a small one is what the whole has more than the others', () => {
    const compared = compareGroups(survey(), options())
    expect(compared.ok && [compared.groups.map(({ group }) => group), compared.hidden]).toEqual([
      ['teachers'],
      ['researchers', 'leaders'],
    ])
    expect(compared.ok && JSON.stringify([compared.groups, compared.differences])).not.toMatch(/researchers|leaders/)
  })

  it('stand side by side, with where they differ most', () => {
    const compared = compareGroups(survey(5), options())
    if (!compared.ok) throw new Error(compared.reason)
    expect(compared.hidden).toEqual([])
    expect(compared.groups.map(({ group, people, votes }) => [group, people, votes])).toEqual([
      ['teachers', 40, 120],
      ['leaders', 10, 30],
      ['researchers', 5, 15],
    ])
    expect(compared.differences[0]).toMatchObject({ id: 'a', higher: 'teachers', lower: 'leaders', stands: true })
    const ranking = rankItems(survey(), options())
    if (!ranking.ok) throw new Error(ranking.reason)
    expect(tellRanking(ranking, 'en', compared).join('\n')).toContain(
      'On "a" "teachers" (higher) and "leaders" differ most.',
    )
  })

  it('do not differ for sure where they are the same', () => {
    const collector = collectVotes()
    const random = randomFrom(8)
    for (let vote = 0; vote < 2000; vote++) {
      const [one, other] = random() < 0.5 ? ['a', 'b'] : ['b', 'a']
      collector.add({ one, other, voter: `${vote % 100}`, group: vote % 2 === 0 ? 'x' : 'y' })
    }
    const compared = compareGroups(collector.votes(), { ...options(), model: 'bradley-terry' })
    expect(compared.ok && compared.differences.some(({ stands }) => stands)).toBe(false)
  })
})
