import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openCommandLine } from '../testing.ts'

const { folder, put, kantelpunt } = openCommandLine()

const market = {
  programmes: [
    { id: 'wiskunde', seats: 1, priorities: ['cas', ['anna', 'bo']] },
    { id: 'nask', seats: 1 },
    { id: 'latijn', seats: 1 },
  ],
  candidates: [
    { id: 'anna', preferences: ['wiskunde', ['nask', 'latijn']], scores: [0, 7, 6] },
    { id: 'bo', preferences: ['wiskunde', 'nask'], scores: { nask: 8 } },
    { id: 'cas', preferences: ['nask', 'wiskunde'], scores: 7.5 },
    { id: 'dirk', preferences: ['wiskunde'] },
  ],
}

/** Roth's: the couple wants both places; one of them is better than the single at one, worse at the other. */
const noneExists = {
  programmes: [
    { id: 'p', seats: 1, priorities: ['a', 'single'] },
    { id: 'q', seats: 1, priorities: ['single', 'b'] },
  ],
  candidates: [{ id: 'a' }, { id: 'b' }, { id: 'single', preferences: ['p', 'q'] }],
  couples: [{ members: ['a', 'b'], preferences: [['p', 'q']] }],
}

describe('admission solve', () => {
  it('prints a stable division with all that the format promises', async () => {
    const { code, answer, err } = await kantelpunt('admission', 'solve', await put('market.json', market))
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(answer).toMatchObject({
      candidates: 4,
      programmes: 3,
      matched: 3,
      unmatched: 1,
      stable: true,
      blockingPairs: 0,
      // Bo keeps cas out of nask, cas puts anna out of wiskunde, bo keeps anna out of nask; dirk is on no list of wiskunde.
      assignments: { anna: 'latijn', bo: 'nask', cas: 'wiskunde' },
      method: 'deferred-acceptance',
    })
  })

  it('writes a result that verify believes, and not after a change', async () => {
    const file = await put('market.json', market)
    const out = join(folder, 'result.json')
    const made = await kantelpunt('admission', 'solve', file, '--ties', 'most', '--out', out)
    expect(made).toMatchObject({ code: 0, answer: { method: 'three-halves', out } })
    expect(made.answer.assignments).toBeUndefined()
    const result = JSON.parse(await readFile(out, 'utf8'))
    expect(await kantelpunt('admission', 'verify', out, file)).toMatchObject({ code: 0, answer: { verified: true } })
    const forged = await put('forged.json', { assignments: { ...result.assignments, dirk: 'wiskunde', cas: 'latijn' } })
    const bad = await kantelpunt('admission', 'verify', forged, file)
    expect(bad).toMatchObject({ code: 2, answer: { verified: false, stable: false } })
    expect(bad.answer.violations).toContainEqual({
      kind: 'not-on-the-list',
      candidate: 'dirk',
      programme: 'wiskunde',
    })
    const nobody = await kantelpunt('admission', 'verify', await put('nobody.json', { assignments: {} }), file)
    expect(nobody).toMatchObject({ code: 2, answer: { blockingPairs: 7 } })
    const stranger = await put('stranger.json', { assignments: { zoë: 'nask' } })
    expect(await kantelpunt('admission', 'verify', stranger, file)).toMatchObject({ code: 1, err: /zoë/ })
  })

  it('breaks ties by a lottery that anyone can work out again', async () => {
    const ids = ['anna', 'bo', 'cas', 'dirk', 'eva']
    const file = await put('lottery.json', {
      programmes: [{ id: 'p', seats: 2 }],
      candidates: ids.map((id) => ({ id, preferences: ['p'] })),
    })
    for (const seed of ['00', 'c0ffee', 'C0FFEE']) {
      const { answer } = await kantelpunt('admission', 'solve', file, '--seed', seed)
      const number = (id: string) => createHash('sha256').update(`${seed.toLowerCase()}:${id}`).digest('hex')
      const first = ids.toSorted((one, other) => (number(one) < number(other) ? -1 : 1)).slice(0, 2)
      expect(Object.keys(answer.assignments).toSorted()).toEqual(first.toSorted())
    }
  })

  it('places couples and two subjects together, within quotas', async () => {
    const file = await put('together.json', {
      programmes: [
        {
          id: 'wiskunde',
          seats: 3,
          quotas: [
            { group: 'starter', most: 1 },
            { group: 'region', least: 1 },
          ],
        },
        { id: 'nask', seats: 2 },
      ],
      candidates: [
        { id: 'anna', preferences: ['wiskunde'], scores: 9, groups: ['starter'] },
        { id: 'bo', preferences: ['wiskunde'], scores: 8, groups: ['starter'] },
        { id: 'cas', preferences: ['wiskunde'], scores: 1, groups: ['region'] },
        { id: 'dirk', preferences: [{ both: ['wiskunde', 'nask'] }], scores: 5 },
        { id: 'eva', scores: 4 },
        { id: 'finn', scores: { nask: 3 } },
      ],
      couples: [
        {
          members: ['eva', 'finn'],
          preferences: [
            ['wiskunde', 'nask'],
            [null, 'nask'],
          ],
        },
      ],
    })
    const { code, answer } = await kantelpunt('admission', 'solve', file)
    expect(code).toBe(0)
    expect(answer).toMatchObject({ stable: true, method: 'search', matched: 4 })
    expect(answer.assignments).toEqual({ anna: 'wiskunde', cas: 'wiskunde', dirk: ['wiskunde', 'nask'], finn: 'nask' })
  })

  it('says with exit code 2 that no stable division exists', async () => {
    const { code, answer, err } = await kantelpunt('admission', 'solve', await put('none.json', noneExists))
    expect({ code, stable: answer.stable, exists: answer.exists }).toEqual({ code: 2, stable: false, exists: false })
    expect(err).toMatch(/No stable division exists/)
  })

  it('says with exit code 2 that it does not know, where it is too large to prove', async () => {
    const more = Array.from({ length: 500 }, (_, k) => ({ id: `more${k}` }))
    const large = { ...noneExists, candidates: [...noneExists.candidates, ...more] }
    const { code, answer, err } = await kantelpunt('admission', 'solve', await put('large.json', large))
    expect({ code, exists: answer.exists }).toEqual({ code: 2, exists: null })
    expect(err).toMatch(/not proven that none exists: with more than 500/)
    expect(await kantelpunt('admission', 'solve', join(folder, 'large.json'), '--exact')).toMatchObject({
      code: 1,
      err: /--exact: with more than 500/,
    })
  })

  it('names all that is wrong in a file, each with its place', async () => {
    const file = await put('bad.json', {
      programmes: [
        { id: 'p', seats: -1, priorities: ['a', ['a', 'x']] },
        { id: 'p', seats: 1.5 },
        { id: 'q', seats: 2, quotas: [{ group: 'g', least: 3, most: 2 }] },
        { id: 'r', seats: 2, quotas: [{ group: 'g' }, { group: 'h' }] },
      ],
      candidates: [
        { id: 'a', preferences: ['p', 'nowhere', ['q', 'p']], scores: [1, 2] },
        { id: 'a', wishes: [] },
        { id: 'b', preferences: [{ both: ['p', 'p'] }] },
        { id: 'c', preferences: ['r'], groups: ['g'] },
        { id: 'd', preferences: ['r'], groups: ['h'] },
        { id: 'e', preferences: ['r'], groups: ['h', 'g'], scores: { q: 1 } },
      ],
      couples: [{ members: ['c', 'x'], preferences: [[null, null]] }],
    })
    const { code, answer, err } = await kantelpunt('admission', 'solve', file)
    expect({ code, answer }).toEqual({ code: 1, answer: undefined })
    for (const sentence of [
      'programmes[0].seats: expected a whole number',
      'programmes[0].priorities[1][0]: a is on this list already',
      'programmes[0].priorities[1][1]: there is no candidate x',
      'programmes[1].id: p is the id of programmes[0] already',
      'programmes[1].seats: expected a whole number',
      'programmes[2].quotas[0]: least is more than most',
      'programmes[3].quotas[1], beside quotas[0]: g and h share e',
      'candidates[0].preferences[1]: there is no programme nowhere',
      'candidates[0].preferences[2][1]: p is on this list already',
      'candidates[0].scores: 2 scores beside 4 preferences',
      'candidates[1]: there is no field wishes',
      'candidates[1].id: a is the id of candidates[0] already',
      'candidates[2].preferences[0].both: expected two different programmes',
      'candidates[5].scores: there is no score for r',
      'couples[0].members[0]: c has preferences alone too',
      'couples[0].members[1]: there is no candidate x',
      'couples[0].preferences[0]: expected two programmes',
    ])
      expect(err).toContain(sentence)
  })

  it.each([
    [['missing.json'], /no such file/],
    [['market.json', '--ties', 'none'], /--ties none/],
    [['market.json', '--seed', 'luck'], /not hexadecimal/],
    [['market.json', '--time-limit', '0'], /--time-limit 0/],
    [['market.json', '--fast'], /--fast/],
    [['cut.json'], /line 2: this is no JSON/],
    [['list.json'], /expected an object/],
    [['empty.json'], /programmes: expected a list/],
    [['scores.json'], /candidates\[0\]\.scores: expected a number of at most 2\^53/],
    [['none.json', '--ties', 'most'], /promises two thirds without/],
  ])('refuses %j, with exit code 1 and nothing on standard output', async ([name = '', ...options], sentence) => {
    await put('market.json', market)
    await put('none.json', noneExists)
    await put('cut.json', '{ "programmes": [\n{ "id": "p", "sea')
    await put('list.json', [])
    await put('empty.json', {})
    const [programmes, preferences] = [[{ id: 'p', seats: 1 }], ['p']]
    await put('scores.json', { programmes, candidates: [{ id: 'a', preferences, scores: 2 ** 53 }] })
    const { code, answer, err } = await kantelpunt('admission', 'solve', join(folder, name), ...options)
    expect({ code, answer }).toEqual({ code: 1, answer: undefined })
    expect(err).toMatch(sentence)
  })
})
