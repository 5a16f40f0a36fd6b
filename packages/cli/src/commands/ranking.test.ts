import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openCommandLine } from '../testing.ts'

const { folder, put, kantelpunt } = openCommandLine()
const pairs = ['--winner', 'winner', '--loser', 'loser']

const table = `voter,role,winner,loser,decided
ann,teacher,a,b,yes
ann,teacher,a,c,yes
bas,teacher,b,c,yes
bas,teacher,a,b,no
cas,leader,c,a,yes
cas,leader,b,a,yes
`

describe('ranking fit', () => {
  it('gives the score of wiki surveys, and what the issue asks for', async () => {
    const out = join(folder, 'ranks.csv')
    const votes = await put('votes.csv', table)
    const { code, answer, err } = await kantelpunt(
      'ranking',
      'fit',
      votes,
      ...pairs,
      '--where',
      'decided=yes',
      '--out',
      out,
    )
    expect(code).toBe(0)
    expect(answer).toMatchObject({ model: 'wins', votes: 5, ties: 0, components: [['a', 'b', 'c']], top: 1 })
    const score = (id: string) => answer.items.find((item: { id: string }) => item.id === id).score
    expect(score('a')).toBe(50)
    expect(score('b')).toBeCloseTo(60, 12)
    expect(score('c')).toBeCloseTo(40, 12)
    expect(Object.keys(answer.items[0])).toEqual(
      expect.arrayContaining(['id', 'score', 'interval', 'rank', 'rankInterval', 'topProbability']),
    )
    expect(err).toContain('1 regel telt niet mee')
    const lines = (await readFile(out, 'utf8')).trimEnd().split('\n')
    expect(lines[0]).toBe('rank,id,score,low,high,rank_low,rank_high,top_probability,wins,losses,ties,component')
    expect(lines).toHaveLength(4)
    expect(lines[1]).toMatch(/^1,b,60\.?0*/)
  })

  it('warns of an item that a spreadsheet takes for a formula, and writes it as it is', async () => {
    const out = join(folder, 'formula.csv')
    const votes = await put('formula-votes.csv', 'winner,loser\n=cmd(),a\n-1,a\n')
    const { code, err } = await kantelpunt('ranking', 'fit', votes, ...pairs, '--out', out, '--language', 'en')
    expect([code, err]).toEqual([0, expect.stringContaining('Mind "=cmd()": a spreadsheet')])
    expect(await readFile(out, 'utf8')).toMatch(/,=cmd\(\),/)
    expect((await kantelpunt('ranking', 'fit', votes, ...pairs)).err).not.toContain('=cmd()')
  })

  it('reads ties, people and groups, and speaks English when asked', async () => {
    const votes = await put('votes.csv', table)
    const args = [
      votes,
      ...pairs,
      '--tie',
      'decided=no',
      '--voter',
      'voter',
      '--model',
      'bradley-terry',
      '--language',
      'en',
    ]
    const { answer } = await kantelpunt('ranking', 'fit', ...args, '--group', 'role', '--weigh', 'equal')
    expect(answer).toMatchObject({ votes: 5, ties: 1, people: 3, groups: [], hidden: ['teacher', 'leader'] })
    expect(answer.bradleyTerry.tie).toBeGreaterThan(0)
    expect(answer.sentences.at(-1)).toBe(
      'Not shown apart, for too few people or because that would give others away: "teacher", "leader".',
    )
    const again = await kantelpunt('ranking', 'fit', ...args, '--group', 'role', '--weigh', 'equal')
    expect(again.answer).toEqual(answer)
  })

  it('reads lists and points', async () => {
    const lists = await put('lists.csv', 'r\na > b > c\nb > a > c\na > b = c\n')
    const kemeny = await kantelpunt('ranking', 'fit', lists, '--ranking', 'r', '--model', 'kemeny')
    expect(kemeny.answer.items.map(({ id }: { id: string }) => id)).toEqual(['a', 'b', 'c'])
    expect(kemeny.answer.kemeny).toMatchObject({ winner: 'a', margin: 1, runnerUp: 'b' })
    const points = await put('points.csv', 'p;i;n\nx;a;5\nx;b;3\ny;b;4\ny;c;4\n')
    const given = await kantelpunt('ranking', 'fit', points, '--item', 'i', '--points', 'n', '--voter', 'p')
    expect(given.answer).toMatchObject({ votes: 5, ties: 1 })
    const wide = await put('wide.csv', 'p;a;b;c\nx;5;3;\ny;;4;4\n')
    const same = await kantelpunt('ranking', 'fit', wide, '--wide', 'points', '--voter', 'p')
    expect(same.answer.items).toEqual(given.answer.items)
  })

  it('says what is wrong, and writes nothing', async () => {
    const out = join(folder, 'never.csv')
    const votes = await put('bad.csv', `${table}dan,leader,a,a,yes\n,leader,a,b,yes\n`)
    const { code, err, answer } = await kantelpunt('ranking', 'fit', votes, ...pairs, '--voter', 'voter', '--out', out)
    expect(code).toBe(1)
    expect(err).toContain(`${votes}, regel 8, kolom 4: "a" staat tegenover zichzelf`)
    expect(err).toContain(`${votes}, regel 9, kolom 1: hier staat niet wie koos`)
    expect(answer.problems).toHaveLength(2)
    expect(await readdir(folder)).not.toContain('never.csv')
  })

  it.each([
    [['nowhere.csv', ...pairs], /no such file/],
    [['V'], /in one way/],
    [['V', '--winner', 'winner'], /both --winner/],
    [['V', ...pairs, '--ranking', 'r'], /in one way/],
    [['V', ...pairs, '--model', 'elo'], /--model is one of/],
    [['V', ...pairs, '--where', 'decided'], /COL=VALUE/],
    [['V', ...pairs, '--where', 'decided=maybe'], /geen enkele regel.*"yes", "no"/],
    [['V', ...pairs, '--home'], /bradley-terry/],
    [['V', ...pairs, '--top', '0'], /whole number/],
    [['V', ...pairs, '--weigh', 'equal'], /--group/],
    [['V', ...pairs, '--group', 'role', '--weigh', 'teacher=2'], /leader.*geen gewicht/],
    [['V', ...pairs, '--group', 'role', '--weigh', 'teacher=-2'], /say number, equal/],
    [['V', ...pairs, '--ties', 'davidson'], /bradley-terry/],
    [['V', ...pairs, '--out', '/nowhere/at/all.csv'], /folder is not there/],
    [['V', ...pairs, '--colour'], /colour/],
    [['V', 'V', ...pairs], /one file/],
  ])('refuses %j', async (args, why) => {
    const votes = await put('votes.csv', table)
    const { code, err } = await kantelpunt('ranking', 'fit', ...args.map((arg) => (arg === 'V' ? votes : arg)))
    expect(err).toMatch(why)
    expect(code).toBe(1)
  })

  it('ends with 2 where no exact order can be found', async () => {
    const circle = Array.from({ length: 26 }, (_, k) => `i${k},i${(k + 1) % 26}`).join('\n')
    const votes = await put('circle.csv', `winner,loser\n${circle}\n`)
    const { code, err } = await kantelpunt('ranking', 'fit', votes, ...pairs, '--model', 'kemeny')
    expect([code, err]).toEqual([2, expect.stringContaining('26 onderwerpen winnen in een kring')])
  })
})

describe('ranking next', () => {
  it('gives pairs that the person has not seen, and says when there are none', async () => {
    const votes = await put('votes.csv', table)
    const args = [votes, ...pairs, '--voter', 'voter', '--where', 'decided=yes']
    const { answer } = await kantelpunt('ranking', 'next', ...args, '--person', 'ann', '--questions', '9')
    expect(answer).toMatchObject({ person: 'ann', seen: 2, left: 1, top: 1 })
    expect(
      answer.pairs.map(({ first, second }: { first: string; second: string }) => [first, second].toSorted()),
    ).toEqual([['b', 'c']])
    // Bas saw a and b, though that vote does not count.
    const bas = await kantelpunt('ranking', 'next', ...args, '--person', 'bas', '--questions', '9')
    expect(bas.answer.seen).toBe(2)
    const full = await put('full.csv', `${table}ann,teacher,b,c,yes\n`)
    const none = await kantelpunt('ranking', 'next', full, ...pairs, '--voter', 'voter', '--person', 'ann')
    expect([none.code, none.err]).toEqual([2, expect.stringContaining('alle paren gezien')])
  })

  it('begins without votes, from the list of items', async () => {
    const empty = await put('empty.csv', 'voter,winner,loser\n')
    const items = await put('items.csv', 'id\na\nb\nc\n')
    const args = [empty, ...pairs, '--voter', 'voter', '--person', 'ann', '--items', items]
    const { code, answer, err } = await kantelpunt('ranking', 'next', ...args, '--questions', '3')
    expect([code, answer.pairs.length]).toEqual([0, 3])
    expect(err).not.toContain('Niemand koos')
    const nothing = await kantelpunt('ranking', 'next', ...args.slice(0, -2))
    expect([nothing.code, nothing.err]).toEqual([2, expect.stringContaining('minder dan twee onderwerpen')])
    expect((await kantelpunt('ranking', 'next', empty, ...pairs, '--voter', 'voter')).err).toContain('--person')
  })
})

describe('ranking simulate', () => {
  it('tells how often the top is found, and writes a survey that fit reads', async () => {
    const out = join(folder, 'survey.csv')
    const plan = [
      '--items',
      '6',
      '--top',
      '2',
      '--people',
      '20',
      '--questions',
      '6',
      '--surveys',
      '5',
      '--spacing',
      '0.8',
    ]
    const { answer } = await kantelpunt(
      'ranking',
      'simulate',
      ...plan,
      '--tie',
      '0.3',
      '--coverage',
      'wins',
      '--out',
      out,
    )
    expect(answer).toMatchObject({
      surveys: 5,
      random: { questions: 6, votes: 120 },
      adaptiveHalf: { questions: 3, votes: 60 },
    })
    expect(answer.coverage.scores).toBeGreaterThan(0.8)
    const args = ['--voter', 'voter', '--tie', 'decided=no', '--first', 'first', '--home', '--model', 'bradley-terry']
    const fit = await kantelpunt('ranking', 'fit', out, ...pairs, ...args)
    expect(fit.answer.votes + fit.answer.ties).toBe(120)
    expect(fit.answer.bradleyTerry.home.interval).toHaveLength(2)
  })

  it.each([
    [['--items', '1'], /--items 1/],
    [['--top', '19'], /--top 19/],
    [['--questions', '172'], /171/],
    [['--disagreement', 'veel'], /numbers from 0/],
    [['--coverage', 'elo'], /--coverage is/],
    [['--coverage', 'kemeny', '--items', '30'], /25/],
    [['file.csv'], /no file/],
  ])('refuses %j', async (args, why) => {
    const { code, err } = await kantelpunt('ranking', 'simulate', ...args)
    expect([code, err]).toEqual([1, expect.stringMatching(why)])
  })
})
