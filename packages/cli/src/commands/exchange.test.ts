import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openCommandLine } from '../testing.ts'

const { folder, put, kantelpunt } = openCommandLine()

const path = '4 3\n0 1 2\n1 2 5\n2 3 2\n'

describe('exchange solve and verify', () => {
  it('prints the best exchanges with all that the format promises', async () => {
    const file = await put('path.txt', path)
    const { code, answer } = await kantelpunt('exchange', 'solve', file, '--format', 'edges')
    expect(code).toBe(0)
    expect(answer).toMatchObject({ n: 4, arcs: 3, objective: 5, cycles: [[1, 2]], optimal: true, bound: 5, gap: 0 })
    expect(answer.certificate).toMatchObject({ kind: 'matching' })
    expect(answer.seconds.read).toBeGreaterThan(0)
    expect(answer.seconds.solve).toBeGreaterThan(0)
  })

  it('writes a result that verify believes, and not after a change', async () => {
    const file = await put('swap.arcs', '3 4\n0 1 1\n1 0 2\n1 2 4\n2 1 4\n')
    const out = join(folder, 'result.json')
    const made = await kantelpunt('exchange', 'solve', file, '--out', out)
    expect(made.answer).toMatchObject({ objective: 8, exchanges: 1, out })
    expect(made.answer.cycles).toBeUndefined()
    const result = JSON.parse(await readFile(out, 'utf8'))
    expect(result.cycles).toEqual([[1, 2]])
    const good = await kantelpunt('exchange', 'verify', out, file, '--format', 'arcs')
    expect(good).toMatchObject({ code: 0, answer: { verified: true, objective: 8, exchanges: 1 } })
    const forged = { ...result, cycles: [[0, 1]], objective: 3, bound: 3 }
    const bad = await kantelpunt('exchange', 'verify', await put('forged.json', JSON.stringify(forged)), file)
    expect(bad).toMatchObject({ code: 2, answer: { verified: false, reason: 'not-the-best' } })
    const other = await kantelpunt('exchange', 'verify', out, await put('other.edges', path))
    expect(other).toMatchObject({ code: 2, answer: { reason: 'another-file' } })
  })

  it('fills a vacancy by a chain, which verify believes of the same vacancies only', async () => {
    const file = await put('chain.arcs', '5 3\n0 1 4\n1 2 5\n3 4 1\n')
    const out = join(folder, 'chain.json')
    const options = ['--cycles', '3', '--vacancies', '2,4']
    const { code, answer } = await kantelpunt('exchange', 'solve', file, ...options, '--out', out)
    expect(code).toBe(0)
    expect(answer).toMatchObject({ objective: 10, optimal: true, exchanges: 2 })
    const good = await kantelpunt('exchange', 'verify', out, file, '--vacancies', '2,4')
    expect(good).toMatchObject({ code: 0, answer: { verified: true, objective: 10 } })
    const other = await kantelpunt('exchange', 'verify', out, file, '--vacancies', '2')
    expect(other).toMatchObject({ code: 2, answer: { reason: 'another-file' } })
    const one = await kantelpunt('exchange', 'solve', file, '--cycles', '2', '--vacancies', '2')
    expect(one.answer).toMatchObject({ objective: 5, cycles: [[1, 2]] })
  })

  it('explains an empty list, and is done', async () => {
    const file = await put('none.txt', '3 2\n0 1 5\n1 2 5\n')
    const { code, answer } = await kantelpunt('exchange', 'solve', file, '--format', 'arcs')
    expect(code).toBe(0)
    expect(answer).toMatchObject({ cycles: [], objective: 0, bound: 0, gap: 0 })
    expect(answer.explanation).toMatch(/no two/)
  })

  it('chooses by a mechanism, says what it guarantees, and verify believes it', async () => {
    const arcs = '[[0, 1, 5], [1, 2, 5], [2, 0, 5], [1, 0, 1]]'
    const rankings = '{ "teachers": [[1], [2, 0], [0]], "schools": [[2, 0, 1], [0], [1]] }'
    const file = await put('l.json', `{ "n": 3, "arcs": ${arcs}, "priority": [2, 1, 0], "rankings": ${rankings} }`)
    for (const [options, cycles, cleverAnswers] of [
      [['--mechanism', 'priority'], [[0, 1]], 'never-gain-a-match'],
      [['--mechanism', 'ttc'], [[0, 1, 2]], 'may-gain'],
      [['--mechanism', 'ttc', '--cycles', '2'], [[0, 1]], 'may-gain'],
      [['--mechanism', 'ttc', '--cycles', 'any'], [[0, 1, 2]], 'never-gain-in-rank'],
      // The school of 0 would rather keep 0 than get 1.
      [['--mechanism', 'block', '--cycles', '2'], [], 'may-gain'],
    ] as const) {
      const { code, answer } = await kantelpunt('exchange', 'solve', file, ...options)
      expect(code).toBe(0)
      expect(answer).toMatchObject({ n: 3, cycles, mechanism: options[1], guarantee: { teachers: { cleverAnswers } } })
      expect(answer.explanation).toEqual(cycles.length === 0 ? expect.stringMatching(/no exchange/) : undefined)
      const result = await put('mechanism.json', JSON.stringify(answer))
      const good = await kantelpunt('exchange', 'verify', result, file)
      expect(good).toMatchObject({ code: 0, answer: { verified: true, mechanism: options[1] } })
      const forged = await put('forged.json', JSON.stringify({ ...answer, objective: answer.objective + 1 }))
      const bad = await kantelpunt('exchange', 'verify', forged, file)
      expect(bad).toMatchObject({ code: 2, answer: { reason: 'wrong-objective' } })
    }
  })

  it.each([
    [['missing.txt', '--format', 'edges'], /no such file/],
    [['path.txt'], /--format edges or --format arcs/],
    [['path.txt', '--format', 'trees'], /not one of/],
    [['path.txt', '--format', 'edges', '--cycles', '4'], /--cycles 4/],
    [['path.txt', '--format', 'edges', '--vacancies', '1'], /vacancies need arcs/],
    [['path.txt', '--format', 'arcs', '--vacancies', '1'], /1 could come into a place itself/],
    [['path.txt', '--format', 'arcs', '--vacancies', '7'], /7 is no participant/],
    [['path.txt', '--format', 'arcs', '--vacancies', 'x'], /like 3,7/],
    [['path.txt', '--format', 'arcs', '--vacancies', '3', '--mechanism', 'ttc'], /circles only/],
    [['path.txt', '--format', 'edges', '--mechanism', 'luck'], /--mechanism luck/],
    [['path.txt', '--format', 'edges', '--cycles', 'constructor'], /--cycles constructor/],
    [['path.txt', '--format', 'edges', '--cycles', 'any'], /--cycles any/],
    [['path.txt', '--format', 'edges', '--cycles', 'any', '--mechanism', 'ttc'], /need arcs/],
    [['path.txt', '--format', 'edges', '--cycles', '3', '--mechanism', 'priority'], /exchanges of two only/],
    [['ranks.txt', '--format', 'json'], /line 3: "teachers" of 1 names 2, with whom no arc joins them/],
    [['path.txt', '--format', 'edges', '--time-limit', 'soon'], /--time-limit soon/],
    [['path.txt', '--format', 'edges', '--depth', '3'], /--depth/],
    [['path.txt', 'path.txt'], /one file/],
    [['path.txt', '--format', 'kidney'], /line 5: the end line/],
    [['cut.txt', '--format', 'edges'], /line 3: the file ends after 1 of 3/],
    [['loop.txt', '--format', 'arcs'], /line 2: 1 can't exchange with itself/],
    [['utf-16.txt', '--format', 'edges'], /no text in UTF-8/],
    [['utf-16.txt', '--format', 'json'], /no text in UTF-8/],
  ])('refuses %j, with exit code 1 and nothing on standard output', async ([name = '', ...options], sentence) => {
    await put('path.txt', path)
    await put('cut.txt', '4 3\n0 1 2\n')
    await put('loop.txt', '4 1\n1 1 2\n')
    await writeFile(join(folder, 'utf-16.txt'), Buffer.from('\ufeff3 1\n0 1 2\n', 'utf16le'))
    await put('ranks.txt', '{ "n": 3, "edges": [[0, 1, 2]],\n"rankings": { "teachers": [[1],\n[0, 2], []] } }')
    const { code, answer, err } = await kantelpunt('exchange', 'solve', join(folder, name), ...options.map(inFolder))
    expect({ code, answer }).toEqual({ code: 1, answer: undefined })
    expect(err).toMatch(sentence)
  })

  it('refuses a result that is none', async () => {
    const file = await put('path.edges', path)
    expect(await kantelpunt('exchange', 'verify', file, file)).toMatchObject({ code: 1 })
    expect(await kantelpunt('exchange', 'verify', await put('half.json', '{ "n": 4 }'), file)).toMatchObject({
      code: 1,
    })
    expect(await kantelpunt('exchange', 'verify', file)).toMatchObject({ code: 1 })
  })
})

const inFolder = (option: string) => (option.endsWith('.txt') ? join(folder, option) : option)
