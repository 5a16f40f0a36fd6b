import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeNote, describeProblem } from './describe-problem.ts'
import { type PoolSource, type ReadPool, readPool } from './read-pool.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const quotas = 'feature,value,min,max\ngender,female,1,2\ngender,male,0,2\n'
const people = 'id,gender,street\na,female,Lane 1\nb,male,Lane 1\nc,male,\nd,female,Lane 2\n'

function read(
  asked: Partial<Record<'quotas' | 'pool', string>> & Omit<Partial<PoolSource>, 'quotas' | 'pool'> = {},
): ReadPool {
  return readPool({
    seats: 2,
    id: 'id',
    ...asked,
    quotas: utf8(asked.quotas ?? quotas),
    pool: utf8(asked.pool ?? people),
  })
}

function poolOf(read: ReadPool) {
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read
}

function problemsOf(read: ReadPool) {
  return read.ok ? [] : read.problems.map(({ file, line, column, reason }) => [file, line, column, reason])
}

describe('a pool', () => {
  it('is read with its quotas, and what else is known of people is carried along', () => {
    const answer = poolOf(read())
    expect(answer.pool).toEqual({
      seats: 2,
      features: [
        {
          name: 'gender',
          values: [
            { name: 'female', min: 1, max: 2, minFlex: 1, maxFlex: 2 },
            { name: 'male', min: 0, max: 2, minFlex: 0, maxFlex: 2 },
          ],
        },
      ],
      people: [
        { id: 'a', answers: [0] },
        { id: 'b', answers: [1] },
        { id: 'c', answers: [1] },
        { id: 'd', answers: [0] },
      ],
      limits: [],
      selected: [],
      excluded: [],
    })
    expect(answer.notes).toEqual([])
    expect(answer.columns).toEqual(['id', 'gender', 'street'])
    expect(answer.rowOf(2)).toEqual(['c', 'male', ''])
  })

  it.each([
    'category,feature,min,max\ngender,female,1,2\ngender,male,0,2',
    'category,name,min,max,min_flex,max_flex\ngender,female,1,2,1,2\ngender,male,0,2,,\n',
    'Feature;Value;Min;Max;;\ngender;female;1;2;;\ngender;male;0;2;;\n;;;;;\n',
    'feature,value,min,max,,\ngender,female,1,2\ngender,male,0,2.0,\n',
    '\ufefffeature\tvalue\tmin\tmax\r\ngender\tfemale\t1\t2\r\ngender\tmale\t0\t999999\r\n',
  ])('has quotas in any of the forms that are used: %j', (text) => {
    expect(poolOf(read({ quotas: text })).pool).toEqual(poolOf(read()).pool)
  })

  it('knows people by their row where no column of ids is named', () => {
    const answer = poolOf(read({ id: undefined }))
    expect(answer.pool.people.map(({ id }) => id)).toEqual(['1', '2', '3', '4'])
    expect(answer.notes).toEqual([{ kind: 'row-numbers', idColumn: 'id' }])
  })

  it('is the same whatever the capitals, spaces and composition of letters, and says what it took for what', () => {
    const written = (text: string, how: number) =>
      [
        text,
        text.toUpperCase(),
        ` ${text} `,
        text.normalize('NFD'),
        [...text].join('\u00a0'),
        text.replace(' ', '\u202f'),
      ][how] ?? text
    const value = fc.constantFrom('café au lait', 'zoë', '60+', 'level 4 and above')
    fc.assert(
      fc.property(fc.array(fc.tuple(value, fc.nat(5)), { minLength: 1, maxLength: 6 }), fc.nat(5), (rows, how) => {
        const names = [...new Set(rows.map(([name]) => name))]
        const header = 'feature,value,min,max\n'
        const answer = poolOf(
          read({
            seats: 1,
            id: undefined,
            quotas: header + names.map((name) => `${written('drink of choice', how)},${name},0,1`).join('\n'),
            pool: `Drink Of Choice,x\n${rows.map(([name, form]) => `${written(name, form)},1`).join('\n')}`,
          }),
        )
        expect(answer.pool.people.map(({ answers }) => names[answers[0] ?? -1])).toEqual(rows.map(([name]) => name))
        const differing = new Set(
          rows.map(([name, form]) => written(name, form)).filter((text, k) => text.trim() !== rows[k]?.[0]),
        )
        expect(answer.notes.filter(({ kind }) => kind === 'value-matched').length).toBeLessThanOrEqual(differing.size)
        expect(answer.notes.some(({ kind }) => kind === 'value-matched')).toBe(differing.size > 0)
      }),
    )
  })

  it('keeps one address, and so many of a school, apart', () => {
    const pool =
      'id,gender,street,zip,school\na,male,Lane 1,1234 AB,x\nb,female, lane  1,1234ab,X\nc,male,,,x\nd,female,,,\ne,male,,1234AB,\nf,male,,1234AB,\n'
    const answer = poolOf(read({ pool, onePer: [['street', 'zip']], atMostPer: [{ column: 'school', most: 2 }] }))
    expect(answer.pool.limits).toEqual([
      { name: 'street, zip: Lane 1, 1234 AB', people: [0, 1], most: 1 },
      { name: 'street, zip: 1234AB', people: [4, 5], most: 1 },
      { name: 'school: x', people: [0, 1, 2], most: 2 },
    ])
    expect(answer.notes).toEqual([
      { kind: 'nothing-shared', columns: ['street', 'zip'], people: 2 },
      { kind: 'partly-blank', columns: ['street', 'zip'], shared: '1234AB', people: 2 },
      { kind: 'nothing-shared', columns: ['school'], people: 3 },
    ])
  })

  it('knows who is on every panel and who on none', () => {
    expect(poolOf(read({ selected: ['D', 'a', 'a'], excluded: ['b'] }))).toMatchObject({
      pool: { selected: [0, 3], excluded: [1] },
      notes: [{ kind: 'id-matched', asked: 'D', found: 'd' }],
    })
  })

  it('takes any text for a name that is one: formulas, quotes, the names of what objects have', () => {
    const pool = 'id,gender\n__proto__,female\n=1+1,male\n"constructor, of ""x""",male\n'
    expect(poolOf(read({ pool, selected: ['__proto__'] })).pool).toMatchObject({
      people: [{ id: '__proto__' }, { id: '=1+1' }, { id: 'constructor, of "x"' }],
      selected: [0],
    })
  })
})

describe('what is wrong', () => {
  it('is told all at once, each with its place', () => {
    const wrong = read({
      seats: 3,
      quotas:
        'feature,value,min,max,min_flex,max_flex\ngender,female,4,3,0,9\ngender,Female ,0,1,0,1\nage,young,1,1,2,0\nage,,0,x,,\nregion,north,0,9,0,9\n',
      pool: 'id,gender,age,street\na,femal,young,\n,female,young,\na,female, ,\nb\u001b[31m,female,yo\u0007ung,\n',
      onePer: [['address']],
      atMostPer: [{ column: 'street', most: 0 }],
      selected: ['a', 'z'],
      excluded: ['a'],
    })
    expect(problemsOf(wrong)).toEqual([
      ['quotas', 2, undefined, 'min-above-max'],
      ['quotas', 3, undefined, 'value-twice'],
      ['quotas', 4, 'min_flex', 'flex-narrower'],
      ['quotas', 4, 'max_flex', 'flex-narrower'],
      ['quotas', 5, 'value', 'blank-cell'],
      ['quotas', 5, 'max', 'no-number'],
      ['quotas', 2, undefined, 'mins-above-seats'],
      ['quotas', 4, undefined, 'maxes-below-seats'],
      ['pool', 3, 'id', 'blank-id'],
      ['pool', 4, 'id', 'id-twice'],
      ['pool', 5, 'id', 'control-character'],
      ['pool', 2, 'gender', 'unknown-value'],
      ['pool', 4, 'age', 'blank-cell'],
      ['pool', 5, 'age', 'control-character'],
      ['pool', 1, 'region', 'missing-column'],
      ['pool', 1, 'address', 'missing-column'],
      ['options', undefined, undefined, 'at-most-no-number'],
      ['selected', 2, undefined, 'unknown-id'],
      ['excluded', undefined, undefined, 'selected-and-excluded'],
    ])
    for (const problem of wrong.ok ? [] : wrong.problems) {
      for (const language of ['nl', 'en'] as const) {
        const sentence = describeProblem(problem, language, { quotas: 'Q.csv', pool: 'P.csv' })
        expect(sentence).toMatch(/^(Q\.csv|P\.csv|opties|options|selected|excluded)[^:]*: .+\.$/)
        // biome-ignore lint/suspicious/noControlCharactersInRegex: what would steer a terminal.
        expect(sentence).not.toMatch(/[\u0000-\u001f]|undefined|NaN/)
      }
    }
    expect(wrong.ok ? [] : wrong.problems.filter(({ reason }) => reason === 'unknown-value')).toEqual([
      expect.objectContaining({ text: 'femal', near: 'female' }),
    ])
  })

  it.each([
    [{ pool: 'id,gender\n' }, ['pool', undefined, undefined, 'no-people']],
    [{ pool: '' }, ['pool', undefined, undefined, 'empty-file']],
    [{ quotas: 'feature,value,min,max\n' }, ['quotas', undefined, undefined, 'no-quotas']],
    [{ quotas: 'feature,min,max\nx,1,2\n' }, ['quotas', 1, 'value', 'missing-column']],
    [{ pool: 'id,gender\n"a,male\nb,female\n' }, ['pool', 2, '1', 'unclosed-quote']],
    [
      { pool: 'id,gender,Gender \na,male,male\nb,female,female\n', quotas: quotas.replaceAll('gender', 'GENDER') },
      ['pool', 1, 'GENDER', 'column-twice'],
    ],
    [{ selected: ['a', 'b', 'c'] }, ['selected', undefined, undefined, 'selected-above-seats']],
    [{ excluded: ['a', 'b', 'c'] }, ['excluded', undefined, undefined, 'seats-above-people']],
    [{ seats: 5, quotas: quotas.replaceAll(',2', ',5') }, ['pool', undefined, undefined, 'seats-above-people']],
    [{ seats: 0 }, ['options', undefined, undefined, 'seats-no-number']],
    [{ seats: 1.5 }, ['options', undefined, undefined, 'seats-no-number']],
  ])('says so of %j', (asked, problem) => {
    expect(problemsOf(read(asked))).toEqual([problem])
  })

  it('lists rows of another width together with what is wrong in other rows', () => {
    expect(problemsOf(read({ pool: 'id,gender\na,male,x\nb\nc,female\nd,man\n' }))).toEqual([
      ['pool', 2, undefined, 'row-width'],
      ['pool', 3, undefined, 'row-width'],
      ['pool', 5, 'gender', 'unknown-value'],
    ])
  })

  it('is not told a million times', () => {
    const wrong = read({ id: undefined, pool: `gender\n${'x\n'.repeat(5000)}` })
    expect(problemsOf(wrong)).toHaveLength(101)
    expect(wrong.ok ? undefined : wrong.problems.at(-1)).toEqual({
      file: 'pool',
      reason: 'more',
      of: 'unknown-value',
      count: 4900,
    })
  })

  it('never throws, whatever the bytes', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 80 }),
      fc
        .string({
          unit: fc.constantFrom('a', '1', ',', ';', '\n', '\r', '"', '\u00a0', 'feature', 'value', 'min', 'max', 'id'),
          maxLength: 40,
        })
        .map(utf8),
    )
    fc.assert(
      fc.property(bytes, bytes, fc.double(), (one, other, seats) => {
        const answer = readPool({ quotas: one, pool: other, seats, id: 'id', onePer: [['a']] })
        expect(answer.ok || answer.problems.length > 0).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})

it('says in both languages what it did', () => {
  const { notes } = poolOf(
    read({ pool: people.replace('gender', 'GENDER').replace('male', 'Male'), onePer: [['street']] }),
  )
  expect(notes.map((note) => describeNote(note, 'en'))).toEqual([
    'column "gender" was found as "GENDER".',
    '"gender": "feMale" was read as "female" (1 person).',
    'of 1 person, "street" is blank: they share it with nobody.',
  ])
  for (const note of notes) expect(describeNote(note, 'nl')).toMatch(/\.$/)
})
