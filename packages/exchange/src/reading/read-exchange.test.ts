import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomGraph } from '../testing.ts'
import { type ExchangeFormat, readExchange, recogniseFormat } from './read-exchange.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const read = (format: ExchangeFormat, text: string) => {
  const answer = readExchange(bytesOf(text), format)
  if (!answer.ok) return answer.refusal
  const { n, from, to, weight } = answer.graph
  return { n, scale: answer.scale, rows: Array.from(from, (u, k) => [u, to[k], weight[k]]) }
}

/** Three teachers with arcs 0 → 1, 1 → 0 and 0 → 2, and lists on the second line. */
function ranked(lists: string): string {
  return `{ "n": 3, "arcs": [[0, 1, 5], [1, 0, 5], [0, 2, 1]],\n${lists} }`
}

/** Deeper than a stack. */
const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`

describe('readExchange', () => {
  it('reads rows, with the ends of lines of any system and without the last', () => {
    const rows = [
      [0, 1, 7],
      [1, 2, -3],
    ]
    for (const text of ['3 2\n0 1 7\n1 2 -3\n', '3 2\r\n0 1 7\r\n1 2 -3', '\uFEFF3\t2\n\n0  1\t7 \n\n1 2 -3\n\n'])
      expect(read('edges', text)).toEqual({ n: 3, scale: 1, rows })
  })

  it('reads back what was written, for any graph', () => {
    fc.assert(
      fc.property(randomGraph(30), ({ n, from, to, weight }) => {
        const rows = Array.from(from, (u, k) => [u, to[k], weight[k]])
        const text = `${n} ${rows.length}\n${rows.map((row) => `${row.join(' ')}\n`).join('')}`
        expect(read('edges', text)).toEqual({ n, scale: 1, rows })
        expect(read('json', JSON.stringify({ n, edges: rows }))).toEqual({ n, scale: 1, rows })
      }),
    )
  })

  it('reads both kidney layouts, and makes decimals whole exactly', () => {
    const rows = [
      [0, 1, 25],
      [1, 0, 1],
    ]
    expect(read('kidney', '3\t2\n0\t1\t0.250\n1\t0\t1e-2\n-1\t-1\t-1\n')).toEqual({ n: 3, scale: 100, rows })
    expect(read('kidney', '3 0 3 2\n[[2],\n[1],\n[]]\n[[.25],\n[0.01],\n[]]\n')).toEqual({ n: 3, scale: 100, rows })
  })

  it('leaves out the arcs from and to altruistic donors, who come last', () => {
    const text = '3 1 2 4\n[[2],\t[1,\t3],\t[1]]\n[[5],\t[6,\t0],\t[7]]\n[0,\t1]\n'
    const rows = [
      [0, 1, 5],
      [1, 0, 6],
    ]
    expect(read('kidney', text)).toEqual({ n: 3, scale: 1, rows })
  })

  it.each<[ExchangeFormat, string, object]>([
    ['edges', '', { reason: 'empty' }],
    ['edges', ' \n\n', { reason: 'empty' }],
    ['edges', 'u v w\n', { reason: 'bad-header', line: 1, text: 'u v w' }],
    ['edges', '-3 2\n0 1 1\n', { reason: 'bad-header', line: 1 }],
    ['edges', '3 2\n0 1 1\n1 3 1\n', { reason: 'unknown-vertex', line: 3, text: '3', first: 0, last: 2 }],
    ['edges', '3 1\n-1 2 1\n', { reason: 'unknown-vertex', line: 2, text: '-1' }],
    ['edges', '3 1\n99999999999999999999 2 1\n', { reason: 'unknown-vertex', line: 2 }],
    ['edges', '3 1\n\n1 1 5\n', { reason: 'self-loop', line: 3, vertex: 1 }],
    ['edges', '3 3\n0 1 1\n1 2 1\n1 0 4\n', { reason: 'duplicate', line: 4, earlier: 2, ends: [1, 0] }],
    ['arcs', '3 3\n0 1 1\n1 0 1\n0 1 4\n', { reason: 'duplicate', line: 4, earlier: 2, ends: [0, 1] }],
    ['edges', '3 1\n0 1 9007199254740993\n', { reason: 'weight-too-large', line: 2, text: '9007199254740993' }],
    ['edges', '3 1\n0 1 1e30\n', { reason: 'weight-too-large', line: 2, text: '1e30' }],
    ['edges', '3 1\n0 1 140737488355329\n', { reason: 'weight-too-large', line: 2, limit: 2 ** 47 }],
    ['edges', '3 1\n0 1 NaN\n', { reason: 'no-number', line: 2, text: 'NaN' }],
    ['edges', '3 1\n0 1 Infinity\n', { reason: 'no-number', line: 2, text: 'Infinity' }],
    ['edges', '3 1\n0 x 1\n', { reason: 'no-number', line: 2, text: 'x' }],
    ['edges', '3 1\n0 1 1,5\n', { reason: 'no-number', line: 2, text: '1,5' }],
    ['edges', '3 1\n0 1 1.5\n', { reason: 'weight-not-whole', line: 2, text: '1.5' }],
    ['edges', '3 1\n0 1\n', { reason: 'bad-row', line: 2, text: '0 1' }],
    ['edges', '3 1\n0 1 2 3\n', { reason: 'bad-row', line: 2 }],
    ['edges', '3 2\n0 1 1\n', { reason: 'cut-off', found: 1, expected: 2 }],
    ['edges', '3 2\n0 1 1\n1 ', { reason: 'cut-off', line: 3, found: 1, expected: 2 }],
    ['edges', '3 3\n0 1 1\n1 2 -', { reason: 'cut-off', line: 3, found: 1, expected: 3 }],
    ['edges', '3 1000000\n0 1 1\n', { reason: 'cut-off', found: 1, expected: 1_000_000 }],
    ['edges', '3 1\n0 1 1\n1 2 1\n', { reason: 'more-than-announced', line: 3, expected: 1 }],
    ['edges', '9999999999 1\n0 1 1\n', { reason: 'too-many', what: 'vertices' }],
    ['arcs', '3 30000000\n0 1 1\n', { reason: 'too-many', what: 'arcs', limit: 20_000_000 }],
    ['edges', `3 1\n0 1 5${' '.repeat(300)}junk\n`, { reason: 'no-number', line: 2, text: '5…' }],
    ['edges', `3 1${' '.repeat(300)}junk\n0 1 5\n`, { reason: 'bad-header', line: 1, text: '3 1…' }],
    ['kidney', `3 1\n0 1 1.5${'0'.repeat(250)}e3\n-1 -1 -1\n`, { reason: 'no-number', line: 2 }],
    ['kidney', `3 1\n0 1 1\n-1 -1 -1${' '.repeat(300)}7\n`, { reason: 'more-than-announced', line: 3 }],
    ['kidney', `2 0 2 2\n[[2],[1]]\n[[1.5${'0'.repeat(250)}e3],\n[1]]\n`, { reason: 'no-number', line: 3 }],
    ['kidney', '3 2\n0 1 1\n-1 -1 -1\n', { reason: 'cut-off', line: 3, found: 1, expected: 2 }],
    ['kidney', '3 1\n0 1 1\n', { reason: 'no-end-line' }],
    ['kidney', '3 1\n0 1 1\n-1\t-', { reason: 'no-end-line', line: 3 }],
    ['kidney', '3 1\n0 1 1\n-1 -1\n1 0 1', { reason: 'more-than-announced', line: 3 }],
    ['kidney', '3 1\n0 1 1\n1 0 1\n-1 -1 -1\n', { reason: 'more-than-announced', line: 3 }],
    ['kidney', '9 1\n0 1 0.12345678901234567\n-1 -1 -1\n', { reason: 'weight-too-large', line: 2 }],
    ['kidney', '9 2\n0 1 0.00000000000001\n1 0 70\n-1 -1 -1\n', { reason: 'weight-too-large', line: 3, text: '70' }],
    ['kidney', '2 0 2 2\n[[2],\n[1]]\n[[1],\n[nan]]\n', { reason: 'no-number', line: 5, text: 'nan' }],
    [
      'kidney',
      '2 0 2 2\n[[2],\n[3]]\n[[1],\n[1]]\n',
      { reason: 'unknown-vertex', line: 3, text: '3', first: 1, last: 2 },
    ],
    ['kidney', '2 0 2 2\n[[2],\n[2]]\n[[1],\n[1]]\n', { reason: 'self-loop', line: 3, vertex: 2 }],
    ['kidney', '2 0 2 3\n[[2, 2],\n[1]]\n[[1, 1],\n[1]]\n', { reason: 'duplicate', line: 2, ends: [1, 2] }],
    ['kidney', '2 0 2 2\n[[2],\n[1]]\n[[1],\n', { reason: 'cut-off', line: 5 }],
    ['kidney', '2 0 2 2\n[[2],\n[1]]\n[[1],\n[]]\n', { reason: 'uneven-lists', line: 3, successors: 1, weights: 0 }],
    ['kidney', '2 0 2 3\n[[2],\n[1]]\n[[1],\n[1]]\n', { reason: 'cut-off', found: 2, expected: 3 }],
    ['kidney', '2 1 2 2\n[[2],\n[1]]\n[[1],\n[1]]\n', { reason: 'bad-header' }],
    ['json', '{ "n": 3,\n "arcs": [[0, 1, ', { reason: 'no-json', line: 2 }],
    ['json', '{ "n": 3,\n "arcs": [[0, 1, NaN]] }', { reason: 'no-json', line: 2 }],
    ['json', '{ "arcs": [] }', { reason: 'bad-json', missing: 'n' }],
    ['json', '[]', { reason: 'bad-json', missing: 'n' }],
    ['json', '{ "n": 3 }', { reason: 'bad-json', missing: 'arcs' }],
    ['json', '{ "n": 3, "arcs": [\n[0, 1, 1],\n[0, 3, 1]] }', { reason: 'unknown-vertex', line: 3, text: '3' }],
    ['json', '{ "n": 3, "arcs": [\n[0, 1, 1],\n[2, 2, 1]] }', { reason: 'self-loop', line: 3 }],
    ['json', '{ "n": 3, "arcs": [\n[0, 1, 1],\n[0, 1, 2]] }', { reason: 'duplicate', line: 3, earlier: 2 }],
    ['json', '{ "n": 3, "arcs": [\n[0, 1]] }', { reason: 'bad-row', line: 2 }],
    ['json', `{ "n": 3, "arcs": ${deep} }`, { reason: 'bad-row', line: 1, text: '[[…]]' }],
    ['json', ranked(`"priority": ${deep}`), { reason: 'ranks-stranger', list: 'priority', text: '[[…]]' }],
    [
      'json',
      `{ "n": 3, "arcs": [[0, 1, 2, 3, 4, 5, ${'6'.repeat(9)}]] }`,
      { reason: 'bad-row', text: '[0,1,2,3,4,…]' },
    ],
    ['json', `{ "n": 3, "arcs": [["${'x'.repeat(1000)}"]] }`, { reason: 'bad-row', text: `["${'x'.repeat(59)}…]` }],
    ['json', '{ "n": 3, "arcs": [\n[0, 1, 1.5]] }', { reason: 'weight-not-whole', line: 2 }],
    ['json', '{ "n": 3, "arcs": [\n[0, 1, 1e30]] }', { reason: 'weight-too-large', line: 2 }],
    ['json', ranked('"priority": [0, 1]'), { reason: 'ranks-not', list: 'priority', line: 2, vertex: 2 }],
    ['json', ranked('"priority": [0, 1, 3]'), { reason: 'ranks-stranger', list: 'priority', text: '3' }],
    ['json', ranked('"priority": [0, 1, 0.5]'), { reason: 'ranks-stranger', list: 'priority', text: '0.5' }],
    ['json', ranked('"priority": [0, 1, "2"]'), { reason: 'ranks-stranger', list: 'priority', text: '"2"' }],
    ['json', ranked('"priority": [0, 1, 1]'), { reason: 'ranks-twice', list: 'priority', vertex: 1 }],
    ['json', ranked('"priority": 7'), { reason: 'bad-list', list: 'priority', line: 2, expected: 3 }],
    ['json', ranked('"rankings": [[1], [0], []]'), { reason: 'bad-json', missing: 'rankings' }],
    ['json', ranked('"rankings": {"teacher": [[1], [0], []]}'), { reason: 'bad-json', missing: 'rankings' }],
    [
      'json',
      ranked('"rankings": {"teachers": [[1], [0]]}'),
      { reason: 'bad-list', list: 'teachers', line: 2, expected: 3 },
    ],
    ['json', ranked('"rankings": {"teachers": [[2, 1],\n[0],\n7]}'), { reason: 'bad-list', list: 'teachers', of: 2 }],
    [
      'json',
      ranked('"rankings": {"teachers": [[2, 1],\n[2],\n[]]}'),
      { reason: 'ranks-stranger', of: 1, line: 3, text: '2' },
    ],
    [
      'json',
      ranked('"rankings": {"teachers": [[2, 1, 0],\n[0],\n[]]}'),
      { reason: 'ranks-stranger', of: 0, text: '0' },
    ],
    ['json', ranked('"rankings": {"teachers": [[2],\n[0],\n[]]}'), { reason: 'ranks-not', of: 0, line: 2, vertex: 1 }],
    [
      'json',
      ranked('"rankings": {"schools": [[1],\n[0],\n[0, 2, 0]]}'),
      { reason: 'ranks-twice', of: 2, line: 4, vertex: 0 },
    ],
    [
      'json',
      ranked('"rankings": {"schools": [[1],\n[0],\n[1]]}'),
      { reason: 'ranks-stranger', of: 2, line: 4, text: '1' },
    ],
  ])('refuses %s %j', (format, text, refusal) => {
    expect(read(format, text)).toMatchObject(refusal)
  })

  it('reads an order of priority and rankings, a place with its own teacher among them', () => {
    const answer = readExchange(
      bytesOf(
        ranked('"priority": [2, 0, 1], "rankings": {"teachers": [[2, 1], [0], []], "schools": [[1, 0], [0], [2, 0]]}'),
      ),
      'json',
    )
    expect(answer).toMatchObject({
      preferences: { priority: [2, 0, 1], teachers: [[2, 1], [0], []], schools: [[1, 0], [0], [2, 0]] },
    })
    expect(
      readExchange(bytesOf('{ "n": 2, "edges": [[0, 1, 1]], "rankings": { "teachers": [[1], [0]] } }'), 'json'),
    ).toMatchObject({
      preferences: { teachers: [[1], [0]] },
    })
  })

  it('refuses what is longer than a text can be', () => {
    expect(readExchange(new Uint8Array(2 ** 29), 'json')).toMatchObject({ refusal: { reason: 'no-json', line: 1 } })
  })

  it('reads a row with many blanks', () => {
    const blanks = ' '.repeat(300)
    expect(read('edges', `3 1${blanks}\n0${blanks}1${blanks}7${blanks}\n`)).toMatchObject({ rows: [[0, 1, 7]] })
    expect(read('kidney', `3 1\n0 1 1.5${blanks}\n-1 -1 -1${blanks}\n`)).toMatchObject({
      rows: [[0, 1, 15]],
      scale: 10,
    })
  })

  it('knows a format by its content, but not edges from arcs', () => {
    expect(recogniseFormat(bytesOf('{"n":1,"arcs":[]}'))).toBe('json')
    expect(recogniseFormat(bytesOf('2 1\n0 1 1\n-1 -1 -1\n'))).toBe('kidney')
    expect(recogniseFormat(bytesOf('1 0 1 0\n[[]]\n[[]]\n'))).toBe('kidney')
    expect(recogniseFormat(bytesOf('2 1\n0 1 1\n'))).toBeUndefined()
  })
})

const folder = process.env.KANTELPUNT_KIDNEY ?? join(import.meta.dirname, '../../../../../shared/data/exchange/kidney')

describe.skipIf(!existsSync(folder))('published exchanges of kidneys', () => {
  it.each(existsSync(folder) ? readdirSync(folder) : [])('%s is read whole', (name) => {
    const bytes = readFileSync(join(folder, name))
    expect(recogniseFormat(bytes)).toBe('kidney')
    const answer = readExchange(bytes, 'kidney')
    if (!answer.ok) throw new Error(answer.refusal.reason)
    const header = (new TextDecoder().decode(bytes).split('\n')[0] ?? '').trim().split(/\s+/).map(Number)
    expect([answer.graph.n, answer.graph.from.length]).toEqual([header[0], header.at(-1)])
  })
})
