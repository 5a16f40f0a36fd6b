import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openCommandLine } from '../testing.ts'

const { folder, put, kantelpunt } = openCommandLine()

/** Two camps of eight who disagree on six statements of ten; person and statement decide what else they think. */
const votes = Array.from({ length: 16 }, (_, person) =>
  Array.from({ length: 10 }, (_, statement) => ({
    person: `p${person}`,
    statement,
    vote:
      statement < 6
        ? (person < 8 ? 1 : -1) * ((person + statement) % 7 === 0 ? -1 : 1)
        : ((person * statement) % 3) - 1,
  })),
).flat()
const csv = (rows = votes) =>
  `comment-id,voter-id,vote\n${rows.map(({ person, statement, vote }) => `${statement},${person},${vote}\n`).join('')}`

describe('opinion groups', () => {
  it('prints groups with all that the format promises', async () => {
    const { code, answer, err } = await kantelpunt(
      'opinion',
      'groups',
      await put('votes.csv', csv()),
      '--language',
      'en',
    )
    expect(code).toBe(0)
    expect(err).toContain('2 groups of 8, 8 people; 16 of 16 voted often enough to count.')
    expect(answer).toMatchObject({
      format: 'votes-csv',
      people: 16,
      counted: 16,
      pca: { statements: Array.from({ length: 10 }, (_, j) => String(j)) },
      groups: [{ size: 8 }, { size: 8 }],
      stability: { resamples: 100 },
    })
    const { p0, p1, p8 } = answer.participants
    expect(p0.group).toBe(p1.group)
    expect(p0.group).not.toBe(p8.group)
    expect(Object.keys(p0)).toEqual(['x', 'y', 'group', 'counted'])
    const [group] = answer.groups
    expect(group.votes['0']).toEqual({ agree: expect.any(Number), disagree: expect.any(Number), seen: 8 })
    expect(group.representative.length).toBeGreaterThan(0)
    expect(Object.keys(answer.consensus.groupInformed)).toHaveLength(10)
    expect(Object.keys(answer.priorities)).toHaveLength(10)
  })

  it('is the same again, and from a matrix', async () => {
    const one = await kantelpunt('opinion', 'groups', await put('votes.csv', csv()))
    const again = await kantelpunt('opinion', 'groups', await put('votes.csv', csv(votes.toReversed())))
    const header = ['participant', ...Array.from({ length: 10 }, (_, j) => j)].join(',')
    const rows = Array.from({ length: 16 }, (_, i) =>
      [`p${i}`, ...votes.slice(10 * i, 10 * i + 10).map(({ vote }) => vote)].join(','),
    )
    const matrix = await kantelpunt('opinion', 'groups', await put('matrix.csv', [header, ...rows].join('\n')))
    expect(again.answer).toEqual(one.answer)
    expect(matrix.answer).toEqual({ ...one.answer, format: 'matrix-csv' })
  })

  it('writes a file, that describe gives again for its members and that a next time begins at', async () => {
    const file = await put('votes.csv', csv())
    const out = join(folder, 'result.json')
    const made = await kantelpunt('opinion', 'groups', file, '--groups', '3', '--out', out)
    expect(made).toMatchObject({ code: 0, answer: { out, groups: [{}, {}, {}] } })
    const result = JSON.parse(await readFile(out, 'utf8'))
    const again = await kantelpunt('opinion', 'groups', file, '--start', out)
    expect(again.answer.participants).toEqual(result.participants)
    const members = Object.fromEntries(
      [0, 1, 2].map((id) => [
        id,
        Object.entries<{ group: number }>(result.participants).flatMap(([person, { group }]) =>
          group === id ? [person] : [],
        ),
      ]),
    )
    const described = await kantelpunt('opinion', 'describe', file, '--members', await put('members.json', members))
    const { stability: _, silhouettes: __, ...same } = result
    for (const group of same.groups) delete group.center
    for (const group of described.answer.groups) delete group.center
    expect(described.answer.groups).toEqual(same.groups)
    expect(described.answer.consensus).toEqual(result.consensus)
  })

  it('uses the file of statements that lies beside the votes, and says so', async () => {
    const beside = join(folder, 'beside')
    await mkdir(beside, { recursive: true })
    const path = join(beside, 'votes.csv')
    await writeFile(path, csv())
    const statements = (ids: readonly number[]) =>
      `comment-id,moderated,comment-body\n${ids.map((id) => `${id},${id === 0 ? -1 : 1},"<script>alert(${id})</script>"\n`).join('')}`
    await writeFile(join(beside, 'comments.csv'), statements([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]))
    const used = await kantelpunt('opinion', 'groups', path)
    expect(used).toMatchObject({ code: 0, answer: { leftOut: ['0'] } })
    expect(used.err).toContain('comments.csv')
    expect(await kantelpunt('opinion', 'groups', path, '--statements', 'none')).toMatchObject({
      answer: { leftOut: [] },
    })
    await writeFile(join(beside, 'comments.csv'), statements([0, 1]))
    for (const asked of [[], ['--statements', join(beside, 'comments.csv')]])
      expect(await kantelpunt('opinion', 'groups', path, ...asked)).toMatchObject({ code: 1, err: /votes on "2", "3"/ })
    await writeFile(join(beside, 'comments.csv'), 'something else\n')
    expect(await kantelpunt('opinion', 'groups', path)).toMatchObject({ code: 0, err: /is not used/ })
  })

  it('for everybody has nobody in it', async () => {
    const { code, answer } = await kantelpunt('opinion', 'groups', await put('votes.csv', csv()), '--public')
    expect(code).toBe(0)
    expect(JSON.stringify(answer)).not.toMatch(/"p\d+"/)
    expect(answer.withheld).toEqual([])
  })

  it.each([
    ['one person', csv(votes.slice(0, 10)), 2, /1 people|1 person/],
    ['four people', csv(votes.slice(0, 40)), 2, /5/],
    ['all votes equal', csv(votes.map((vote) => ({ ...vote, vote: 1 }))), 2, /alike/],
    ['a vote of 3', csv([...votes, { person: 'x', statement: 1, vote: 3 }]), 1, /Line 162, column 3/],
    ['a vote by nobody', csv([...votes, { person: '', statement: 1, vote: 1 }]), 1, /Line 162, column 2/],
    ['an empty file', '', 1, /empty/],
    ['a picture', '\u0089PNG\r\n\u001a\n\u0000\u0000', 1, /./],
  ])('answers %s clearly', async (_what, content, code, sentence) => {
    const said = await kantelpunt('opinion', 'groups', await put('wrong.csv', content), '--language', 'en')
    expect(said).toMatchObject({ code, answer: undefined })
    expect(said.err).toMatch(sentence)
  })

  it('says what is wrong with options', async () => {
    const file = await put('votes.csv', csv())
    for (const [options, sentence] of [
      [['--groups', '0'], /--groups 0/],
      [['--groups', 'x'], /--groups x/],
      [['--format', 'xls'], /votes-csv/],
      [['--language', 'de'], /nl or en/],
      [['--start', 'nowhere.json'], /no such file/],
      [['--start', file], /JSON|group-clusters/],
      [['--statements', 'nowhere.csv'], /no such file/],
      [['--out', join(folder, 'nowhere', 'x.json')], /folder is not there/],
      [['--what'], /--what/],
    ] as const)
      expect(await kantelpunt('opinion', 'groups', file, ...options)).toMatchObject({
        code: 1,
        err: expect.stringMatching(sentence),
      })
    expect(await kantelpunt('opinion', 'groups', 'nowhere.csv')).toMatchObject({ code: 1 })
    expect(await kantelpunt('opinion', 'groups')).toMatchObject({ code: 1 })
    expect(await kantelpunt('opinion', 'groups', file, '--groups', '40')).toMatchObject({ code: 2 })
  })

  it('says it in Dutch', async () => {
    const file = await put('votes.csv', csv([...votes, { person: 'p0', statement: 0, vote: 0 }]))
    const { err } = await kantelpunt('opinion', 'groups', file)
    expect(err).toContain('1 stem is vervangen')
    expect(err).toContain('2 groepen van 8, 8 mensen')
  })
})

describe('opinion describe', () => {
  it('says nothing of a group of four, and refuses people who did not vote', async () => {
    const file = await put('votes.csv', csv())
    const people = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => `p${from + i}`)
    const small = await put('small.json', { a: people(0, 8), b: people(8, 12) })
    const { code, answer, err } = await kantelpunt('opinion', 'describe', file, '--members', small, '--language', 'en')
    expect({ code, groups: answer.groups.map(({ id, size }: { id: string; size: number }) => [id, size]) }).toEqual({
      code: 0,
      groups: [
        ['a', 8],
        ['b', null],
      ],
    })
    expect(err).toContain('1 group of 8 people; 12 of the 16 who voted are in a group.')
    expect(err).toContain('1 group has fewer than 5 people')
    const all = await put('all-small.json', { a: people(0, 4) })
    expect(await kantelpunt('opinion', 'describe', file, '--members', all, '--language', 'en')).toMatchObject({
      code: 2,
      err: /The largest group has 4 people/,
    })
    const stranger = await put('stranger.json', { a: ['p0', 'zoë'] })
    expect(await kantelpunt('opinion', 'describe', file, '--members', stranger, '--language', 'en')).toMatchObject({
      code: 1,
      err: /zoë/,
    })
    expect(await kantelpunt('opinion', 'describe', file)).toMatchObject({ code: 1, err: /--members/ })
  })

  it('describes people who all vote alike, without NaN', async () => {
    const file = await put('alike.csv', csv(votes.map((vote) => ({ ...vote, vote: 1 }))))
    const members = await put('halves.json', { a: ['p0', 'p1', 'p2', 'p3', 'p4'], b: ['p5', 'p6', 'p7', 'p8', 'p9'] })
    const { code, answer } = await kantelpunt('opinion', 'describe', file, '--members', members)
    expect(code).toBe(0)
    // In JSON a NaN would be null. Null are the groups of the six who are in none, and the stability of given groups.
    expect(JSON.stringify(answer).match(/null/g)).toHaveLength(7)
    expect(answer).toMatchObject({ participants: { p15: { group: null } }, stability: null })
  })
})
