import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadSolver } from '@kantelpunt/solver'
import { describe, expect, it } from 'vitest'
import { readExchange } from '../reading/read-exchange.ts'
import { solveThrees } from '../solve/solve-threes.ts'
import { verifyExchange } from '../solve/verify-exchange.ts'
import type { Leaf } from './certificate.ts'
import { type CyclesClaim, verifyCycles } from './verify-cycles.ts'

const graph = {
  n: 4,
  from: Int32Array.of(0, 1, 2, 1, 3),
  to: Int32Array.of(1, 2, 0, 3, 1),
  weight: Float64Array.of(5, 5, 5, 4, 4),
}
const leaf: Leaf = { decisions: [], values: [7, 8, 0, 0], sets: [] }
const proofOf = (leaves: readonly Leaf[], vertices = [0, 1, 2, 3]): CyclesClaim['certificate'] => ({
  times: 1,
  parts: [{ vertices, leaves }],
})
const claim: CyclesClaim = { cycles: [[0, 1, 2]], objective: 15, bound: 15, certificate: proofOf([leaf]) }
const used = { arc: [0, 1], used: true } as const
const unused = { arc: [0, 1], used: false } as const

describe('verifyCycles', () => {
  it('takes a proof, also one of branches and one with a set', () => {
    expect(verifyCycles(graph, claim)).toEqual({ sound: true, bound: 15 })
    const branches = [
      { ...leaf, decisions: [used], values: [7, 8, 0, 0] },
      { ...leaf, decisions: [unused], values: [0, 8, 0, 0] },
    ]
    expect(verifyCycles(graph, { ...claim, certificate: proofOf(branches) })).toEqual({ sound: true, bound: 15 })
    const withSet = { ...leaf, values: [0, 8, 0, 0], sets: [{ vertices: [0, 1, 2], value: 7 }] }
    expect(verifyCycles(graph, { ...claim, certificate: proofOf([withSet]) })).toEqual({ sound: true, bound: 15 })
  })

  it.each([
    ['no-cycle', { cycles: [[0, 1, 2, 3]] }],
    ['no-cycle', { cycles: [[1.5, 0]] }],
    ['twice-in-a-cycle', { cycles: [[1, 3, 1]] }],
    ['not-an-edge', { cycles: [[0, 2, 1]] }],
    ['wrong-objective', { objective: 16 }],
    ['claims-too-much', { bound: 14 }],
    ['no-dual-value', { certificate: proofOf([{ ...leaf, values: [7, 8, 0] }]) }],
    ['no-dual-value', { certificate: proofOf([{ ...leaf, values: [16, -1, 0, 0] }]) }],
    ['no-dual-value', { certificate: proofOf([{ ...leaf, sets: [{ vertices: [0, 1], value: 1 }] }]) }],
    ['parts-not-apart', { certificate: proofOf([{ ...leaf, values: [7, 8, 0] }], [0, 1, 2]) }],
    ['parts-not-apart', { certificate: proofOf([leaf], [0, 1, 2, 2]) }],
    ['branches-not-complete', { certificate: proofOf([{ ...leaf, decisions: [used] }]) }],
    ['branches-not-complete', { certificate: proofOf([leaf, leaf]) }],
    ['edge-not-covered', { certificate: proofOf([{ ...leaf, values: [8, 7, 0, 0] }]) }],
    ['edge-not-covered', { certificate: proofOf([{ ...leaf, values: [6, 8, 0, 0] }]) }],
  ])('refuses what is forged: %s', (why, change) => {
    expect(verifyCycles(graph, { ...claim, ...change })).toEqual({ sound: false, why })
  })
})

const kidney = join(import.meta.dirname, '../../../../../shared/data/exchange/kidney')

describe.skipIf(!existsSync(kidney))('exchanges of kidneys', () => {
  it('are solved and proven, in the units of the file', async () => {
    const solver = await loadSolver()
    for (const name of readdirSync(kidney).filter((one) => /^KP_|\.input$/.test(one))) {
      const file = readExchange(readFileSync(join(kidney, name)), 'kidney')
      if (!file.ok) throw new Error(name)
      const solved = solveThrees(solver, file, { clock: () => 0, timeLimit: 1e6 })
      if (!solved.ok) throw new Error(name)
      expect({ name, optimal: solved.answer.optimal }).toEqual({ name, optimal: true })
      expect(verifyExchange(file, solved.answer)).toEqual({ sound: true })
      const { certificate: proof } = solved.answer
      if (proof.kind !== 'cycles') throw new Error(name)
      const certificate = { ...proof, parts: [] }
      expect(verifyExchange(file, { ...solved.answer, certificate }).sound).toBe(false)
    }
  })
})
