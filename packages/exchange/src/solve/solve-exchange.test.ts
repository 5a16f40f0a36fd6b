import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readExchange } from '../reading/read-exchange.ts'
import { bestByBruteForce, randomGraph } from '../testing.ts'
import { edgesOf, solveExchange } from './solve-exchange.ts'
import { verifyExchange } from './verify-exchange.ts'

function fileOf(text: string, format: 'arcs' | 'edges' | 'kidney') {
  const file = readExchange(new TextEncoder().encode(text), format)
  if (!file.ok) throw new Error(file.refusal.reason)
  return file
}

const triangle = '5 6\n0 1 0.1\n1 0 0.2\n1 2 0.25\n2 1 0.3\n2 0 5\n3 4 9\n-1 -1 -1\n'

describe('solveExchange', () => {
  it('swaps where arcs go both ways, and gives weights as the file has them', () => {
    const file = fileOf(triangle, 'kidney')
    const answer = solveExchange(file)
    expect(answer).toMatchObject({ n: 5, arcs: 6, objective: 0.55, bound: 0.55, gap: 0, optimal: true })
    expect(answer.certificate.scale).toBe(100)
    expect(answer.cycles).toEqual([[1, 2]])
    expect(verifyExchange(file, answer)).toEqual({ sound: true })
  })

  it('finds the best, with a proof that holds after writing and reading it', () => {
    fc.assert(
      fc.property(randomGraph(10), (graph) => {
        const file = { ok: true, directed: false, graph, scale: 1 } as const
        const answer = JSON.parse(JSON.stringify(solveExchange(file)))
        expect(answer.objective).toBe(bestByBruteForce(edgesOf(file)))
        expect(verifyExchange(file, answer)).toEqual({ sound: true })
      }),
    )
  })

  it.each([
    ['3 0\n', 'no-arcs'],
    ['3 2\n0 1 5\n1 2 5\n', 'never-mutual'],
    ['3 2\n0 1 5\n1 0 -5\n', 'never-worth-it'],
  ])('says why there is nothing in %j', (text, nothing) => {
    expect(solveExchange(fileOf(text, 'arcs'))).toMatchObject({ cycles: [], objective: 0, nothing })
  })
})

describe('verifyExchange', () => {
  const file = fileOf(triangle, 'kidney')
  const answer = solveExchange(file)

  it.each([
    ['another-file', { n: 6 }],
    ['another-file', { arcs: 5 }],
    ['another-file', { certificate: { ...answer.certificate, scale: 1 } }],
    ['no-cycle', { cycles: [[1, 2, 0]] }],
    ['no-cycle', { cycles: [[1, 7]] }],
    ['no-cycle', { cycles: [[1, 0.5]] }],
    [
      'twice-in-a-cycle',
      {
        cycles: [
          [1, 2],
          [2, 1],
        ],
      },
    ],
    ['twice-in-a-cycle', { cycles: [[1, 1]] }],
    ['claims-too-much', { bound: 0.6, gap: 0.1 }],
    ['claims-too-much', { optimal: false }],
    ['wrong-objective', { objective: 0.555, bound: 0.555 }],
    ['wrong-objective', { objective: 0.56, bound: 0.56 }],
    ['not-an-edge', { cycles: [[3, 4]] }],
    ['not-the-best', { cycles: [[0, 1]], objective: 0.3, bound: 0.3 }],
  ])('refuses what is forged: %s', (why, change) => {
    expect(verifyExchange(file, { ...answer, ...change })).toEqual({ sound: false, why })
  })
})

const maker = join(import.meta.dirname, '../../../../../shared/tools/make-exchange-market.mjs')

describe.skipIf(!existsSync(maker))('markets as they are made elsewhere', () => {
  it.each(['wk', 'rgg'])('are solved with a proof, from edges and from arcs: %s', (family) => {
    const folder = mkdtempSync(join(tmpdir(), 'exchange-market-'))
    try {
      for (const [n = 0, degree] of [
        [200, 3],
        [400, 12],
      ]) {
        const out = join(folder, 'market')
        execFileSync(process.execPath, [maker, family, `${n}`, `${degree}`, '7', out, '--arcs'])
        const edges = fileOf(readFileSync(`${out}.edges`, 'utf8'), 'edges')
        const arcs = fileOf(readFileSync(`${out}.arcs`, 'utf8'), 'arcs')
        const answer = solveExchange(edges)
        expect(verifyExchange(edges, answer)).toEqual({ sound: true })
        expect(answer.cycles.length).toBeGreaterThan(n / 4)
        const directed = solveExchange(arcs)
        expect(verifyExchange(arcs, directed)).toEqual({ sound: true })
        expect(directed.objective).toBe(answer.objective)
      }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
