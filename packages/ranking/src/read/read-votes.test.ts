import { describe, expect, it } from 'vitest'
import { describeReadNote, describeReadProblem } from './describe-reading.ts'
import { readItems } from './read-items.ts'
import { type ReadVotesOptions, readVotes } from './read-votes.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const pairs = { votes: { form: 'pairs', winner: 'w', loser: 'l' } } as const satisfies ReadVotesOptions

function read(text: string, options: ReadVotesOptions) {
  const answer = readVotes(bytes(text), options)
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems))
  const { votes } = answer
  const list = Array.from(votes.one, (one, k) => {
    const other = votes.items[votes.other[k] ?? 0]
    return `${votes.items[one]}${votes.tied[k] === 1 ? '=' : '>'}${other}`
  })
  return { ...answer, list: list.toSorted() }
}

function problems(text: string, options: ReadVotesOptions) {
  const answer = readVotes(bytes(text), options)
  if (answer.ok) throw new Error('read after all')
  return answer.problems.map((problem) => describeReadProblem(problem, 'en', 'V.csv'))
}

describe('votes between two', () => {
  it('are read with ties, counts, places, people and groups', () => {
    const text = 'w;l;d;n;h;p;g\na;b;ja;2;a;x;t\nb;c;nee;1;;y;u\nc;a;ja;3;a;x;t\n'
    const { votes, list } = read(text, {
      votes: { form: 'pairs', winner: 'w', loser: 'l', tie: { column: 'd', value: 'nee' }, home: 'h', count: 'n' },
      voter: 'p',
      group: 'g',
    })
    expect(list).toEqual(['a>b', 'b=c', 'c>a'])
    expect([...votes.count]).toEqual([2, 1, 3])
    expect([...votes.home]).toEqual([1, 0, -1])
    expect([votes.voters, votes.groups]).toEqual([
      ['x', 'y'],
      ['t', 'u'],
    ])
  })

  it('count only where a condition holds, though items stay items', () => {
    const { list, votes, notes } = read('w,l,v\na,b,TRUE\nc,a,FALSE\n', {
      ...pairs,
      where: [{ column: 'v', value: 'TRUE' }],
    })
    expect(list).toEqual(['a>b'])
    expect(votes.items).toEqual(['a', 'b', 'c'])
    expect(notes).toContainEqual({ kind: 'left-out', rows: 1 })
    expect(notes).toContainEqual({ kind: 'items-without-votes', items: ['c'] })
  })

  it('count once for one person and pair: the last, and that is told', () => {
    const text = 'w,l,p\na,b,x\nb,a,x\nb,a,y\n'
    expect(read(text, { ...pairs, voter: 'p' }).list).toEqual(['b>a', 'b>a'])
    expect(read(text, { ...pairs, voter: 'p' }).notes).toEqual([{ kind: 'repeats', votes: 1 }])
    expect(read(text, { ...pairs, voter: 'p', keepRepeats: true }).list).toHaveLength(3)
    expect(read(text, pairs).list).toHaveLength(3)
  })

  it('are refused with the line, the column and what to do', () => {
    expect(problems('w,l\na,\nb,b\n', pairs)).toEqual([
      'V.csv, line 2, column 2: the choice is missing here. Fill it in, or leave the row out.',
      'V.csv, line 3, column 2: "b" stands against itself. Check the row.',
    ])
    expect(problems('w,l,p\na,b,\n', { ...pairs, voter: 'p' })[0]).toContain('line 2, column 3: who chose is missing')
    expect(problems('w,l\na,z\n', { ...pairs, items: ['a', 'b'] })[0]).toContain('"z" is not on the list of items')
    expect(problems('w,x\na,b\n', pairs)[0]).toBe('V.csv, line 1: there is no column "l". There are: "w", "x".')
    expect(problems('', pairs)[0]).toContain('the file is empty')
    expect(problems('w,l\n', pairs)[0]).toContain('there are no votes')
    expect(problems('w,l\na,b\na\n', pairs)[0]).toContain('line 3: 1 cells, and the header has 2')
    expect(problems('w,l\na,b\n"a,b\n', pairs)[0]).toContain('a quote opens here')
    expect(problems('w,l,v\na,b,1\n', { ...pairs, where: [{ column: 'v', value: '2' }] })[0]).toContain(
      'no row has "v=2"',
    )
    const counted = { votes: { form: 'pairs', winner: 'w', loser: 'l', count: 'n' } } as const
    for (const bad of ['-1', 'veel', '', '1e99'])
      expect(problems(`w,l,n\na,b,"${bad}"\n`, counted)[0]).toContain('is not a count of 0 or more')
    const homed = { votes: { form: 'pairs', winner: 'w', loser: 'l', home: 'h' } } as const
    expect(problems('w,l,h\na,b,c\n', homed)[0]).toContain('"c" is neither of the two')
    expect(problems('w,l,p,g\na,b,x,t\na,c,x,u\n', { ...pairs, voter: 'p', group: 'g' })[0]).toContain(
      'in "u" here and in "t"',
    )
  })

  it('of many that are wrong the first hundred are named', () => {
    const told = problems(`w,l\n${'a,a\n'.repeat(250)}`, pairs)
    expect(told).toHaveLength(101)
    expect(told.at(-1)).toBe('V.csv: and 150 more of the same (same-item).')
  })

  it('may have a script, an emoji or invisible signs in them', () => {
    const { votes } = read('w,l\n<script>alert(1)</script>,👩‍🏫\n', pairs)
    expect(votes.items).toEqual(['<script>alert(1)</script>', '👩‍🏫'])
    expect(problems('w,l\n\u202ea\u0007,\u202ea\u0007\n', pairs)[0]).toContain(
      '"\\u202ea\\u0007" stands against itself',
    )
  })
})

describe('lists', () => {
  it('in one cell become votes between each two', () => {
    const options = { votes: { form: 'rankings', ranking: 'r' } } as const
    expect(read('r\na > b = c\nd>a\n', options).list).toEqual(['a>b', 'a>c', 'b=c', 'd>a'])
    expect(read('r\na > b = c\nd>a\n', options).votes.voters).toEqual(['line 2', 'line 3'])
    expect(read('r\na>b\nb>c\n', { ...options, unlistedBelow: true }).list).toEqual(
      ['a>b', 'a>c', 'b>a', 'b>c', 'b>c', 'c>a'].toSorted(),
    )
    expect(problems('r\na>>b\na>b>a\n', options)).toEqual([
      'V.csv, line 2, column 1: the choice is missing here. Fill it in, or leave the row out.',
      'V.csv, line 3, column 1: "a" is on this list twice. Take one away.',
    ])
  })

  it('with a row an item go by position; equal positions tie, and the last of two counts', () => {
    const options = { votes: { form: 'positions', item: 'i', position: 'n' }, voter: 'p' } as const
    expect(read('p,i,n\nx,a,1\nx,b,2\nx,c,2\ny,b,1\ny,a,9\n', options).list).toEqual(['a>b', 'a>c', 'b=c', 'b>a'])
    const twice = read('p,i,n\nx,a,1\nx,b,2\nx,a,3\n', options)
    expect(twice.list).toEqual(['b>a'])
    expect(twice.notes).toContainEqual({ kind: 'repeats', votes: 1 })
    expect(problems('p,i,n\nx,a,eerst\n', options)[0]).toContain('"eerst" is not a place on the list')
  })

  it('of points: more wins, as many tie, none for both says nothing', () => {
    const options = { votes: { form: 'points', item: 'i', points: 'n' }, voter: 'p' } as const
    const { list } = read('p,i,n\nx,a,5\nx,b,2\nx,c,0\nx,d,\ny,a,"1,5"\ny,b,1.5\n', options)
    expect(list).toEqual(['a=b', 'a>b', 'a>c', 'a>c', 'a>d', 'a>d', 'b>c', 'b>c', 'b>d', 'b>d'])
    expect(problems('p,i,n\nx,a,-3\n', options)[0]).toContain('"-3" is not a number of points')
    const { voter: _, ...nobody } = options
    expect(problems('i,n\na,1\n', nobody)[0]).toContain('--voter')
  })
})

describe('a row a person and a column an item', () => {
  const text = 'who;grade;a;b;c\nann;6;5;3;\nbas;6;0;4;4\nann;6;1;9;\n'
  const where = [{ column: 'grade', value: '6' }]
  const whole = { voter: 'who', where }

  it('are points, the last row of a person counts', () => {
    const { list, notes, votes } = read(text, { votes: { form: 'wide', holds: 'points' }, ...whole })
    expect(votes.items).toEqual(['a', 'b', 'c'])
    expect(list).toEqual(['a>c', 'b=c', 'b>a', 'b>a', 'b>c', 'c>a'])
    expect(notes).toContainEqual({ kind: 'repeats', votes: 1 })
  })

  it('or positions, of the items that are named', () => {
    const options = { votes: { form: 'wide', holds: 'position' }, ...whole, items: ['a', 'c'] } as const
    expect(read(text, options).list).toEqual(['a>c'])
    expect(read('a,b\n1,2\n2,1\n', { votes: { form: 'wide', holds: 'position' } }).list).toEqual(['a>b', 'b>a'])
    expect(problems(text, { ...options, items: ['a', 'z'] })[0]).toContain('there is no column "z"')
    expect(problems('a,b\n1,veel\n', { votes: { form: 'wide', holds: 'points' } })[0]).toContain(
      'line 2, column 2: "veel"',
    )
  })
})

describe('the list of items', () => {
  it('is read from a column, and refused where an item is blank or twice', () => {
    expect(readItems(bytes('id,t\n1,x\n2,y\n'))).toEqual({ ok: true, ids: ['1', '2'] })
    expect(readItems(bytes('id,t\n1,x\n2,y\n'), 't')).toEqual({ ok: true, ids: ['x', 'y'] })
    expect(readItems(bytes('id,t\n1,x\n1,\n'), 'q')).toMatchObject({ ok: false })
    expect(readItems(bytes('id,t\n1,x\n1,\n'), 'id')).toMatchObject({ problems: [{ reason: 'item-twice', line: 3 }] })
    expect(readItems(bytes('id\n1\n1\n'))).toMatchObject({ problems: [{ reason: 'item-twice', line: 3 }] })
    // The first column may not be the one that was meant: that comes first.
    const unnamed = readItems(bytes('survey,id\n1,x\n1,y\n'))
    expect(unnamed).toMatchObject({ problems: [{ reason: 'which-column' }, { reason: 'item-twice', line: 3 }] })
    const told = unnamed.ok ? [] : unnamed.problems.map((problem) => describeReadProblem(problem, 'en', 'items.csv'))
    expect(told[0]).toContain('"survey", and some are there twice. If they stand in another, name it with --item-id')
  })
})

it('says what was done in Dutch and in English', () => {
  expect(describeReadNote({ kind: 'repeats', votes: 2 }, 'nl')).toBe(
    '2 keer koos iemand opnieuw over hetzelfde: de laatste keer telt.',
  )
  expect(describeReadNote({ kind: 'all-tied' }, 'en')).toBe('Nobody chose: all votes are ties.')
})
