import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadSolver } from '@kantelpunt/solver'
import { describe, expect, it } from 'vitest'
import { readExchange } from '../reading/read-exchange.ts'
import { solveThrees } from '../solve/solve-threes.ts'
import { verifyExchange } from '../solve/verify-exchange.ts'
import type { Proof } from './certificate.ts'
import { type CyclesClaim, verifyCycles } from './verify-cycles.ts'

const graph = {
  n: 4,
  from: Int32Array.of(0, 1, 2, 1, 3),
  to: Int32Array.of(1, 2, 0, 3, 1),
  weight: Float64Array.of(5, 5, 5, 4, 4),
}
const proof: Proof = { values: [7, 8, 0, 0], cuts: [] }
const proofOf = (one: Proof, vertices = [0, 1, 2, 3], bound = 15): CyclesClaim['certificate'] => ({
  times: 1,
  parts: [{ vertices, bound, proof: one }],
})
const claim: CyclesClaim = { cycles: [[0, 1, 2]], objective: 15, bound: 15, certificate: proofOf(proof) }
/** Covers everything, but only tells that nothing is worth more than 23. */
const loose: Proof = { values: [7, 8, 0, 8], cuts: [] }
const together: Proof = { values: [7, 8, 0, 0], cuts: [] }
const apart: Proof = { values: [0, 8, 0, 0], cuts: [] }
const branched: Proof = { ...loose, branch: { pair: [0, 1], together, apart } }
const hugeShares = { vertices: [2, 1, 0], shares: [2 ** 53 - 6, 7, 2 ** 53 - 4], of: 2 ** 53 - 1, value: 1 }
const threeHalves = { vertices: [0, 1, 2], shares: [1, 1, 1], of: 2 }

describe('verifyCycles', () => {
  it('takes a proof, also one of branches, one with a cut, and one where a branch needs not cover what is too little', () => {
    expect(verifyCycles(graph, claim)).toEqual({ sound: true, bound: 15 })
    expect(verifyCycles(graph, { ...claim, certificate: proofOf(branched) })).toEqual({ sound: true, bound: 15 })
    const withCut: Proof = { values: [0, 8, 0, 0], cuts: [{ ...threeHalves, value: 7 }] }
    expect(verifyCycles(graph, { ...claim, certificate: proofOf(withCut) })).toEqual({ sound: true, bound: 15 })
    // 1 and 3 have 16 − 8 to spare, where there is room for 23 − 16: with them nothing is worth more than 15.
    const careless = {
      ...branched,
      branch: { pair: [0, 1] as const, together, apart: { values: [0, 0, 0, 0], cuts: [] } },
    }
    expect(verifyCycles(graph, { ...claim, certificate: proofOf(careless) })).toEqual({ sound: true, bound: 15 })
  })

  it.each([
    ['no-cycle', { cycles: [[0, 1, 2, 3]] }],
    ['no-cycle', { cycles: [[1.5, 0]] }],
    ['twice-in-a-cycle', { cycles: [[1, 3, 1]] }],
    ['not-an-edge', { cycles: [[0, 2, 1]] }],
    ['wrong-objective', { objective: 16 }],
    ['claims-too-much', { bound: 14 }],
    ['claims-too-much', { bound: 14, certificate: proofOf(proof, [0, 1, 2, 3], 14) }],
    ['claims-too-much', { certificate: proofOf(loose) }],
    ['claims-too-much', { certificate: proofOf({ ...branched, branch: { pair: [0, 1], together: loose, apart } }) }],
    ['no-dual-value', { certificate: proofOf(proof, [0, 1, 2, 3], 0.5) }],
    ['no-dual-value', { certificate: proofOf({ values: [7, 8, 0], cuts: [] }) }],
    ['no-dual-value', { certificate: proofOf({ values: [16, -1, 0, 0], cuts: [] }) }],
    ['no-dual-value', { certificate: proofOf({ ...proof, cuts: [{ ...threeHalves, value: -1 }] }) }],
    ['no-cut', { certificate: proofOf({ ...proof, cuts: [{ ...threeHalves, of: 0, value: 1 }] }) }],
    ['no-cut', { certificate: proofOf({ ...proof, cuts: [{ ...threeHalves, shares: [1, 1], value: 1 }] }) }],
    ['no-cut', { certificate: proofOf({ ...proof, cuts: [{ ...threeHalves, shares: [1, 1, 2], value: 1 }] }) }],
    // Shares so large that their sum depends on the order in which it is made.
    ['no-cut', { certificate: proofOf({ ...proof, cuts: [hugeShares] }) }],
    ['no-cut', { certificate: proofOf({ ...proof, cuts: [{ ...threeHalves, shares: [1, 1, 0.5], value: 1 }] }) }],
    ['no-cut', { certificate: proofOf({ ...proof, cuts: [{ ...threeHalves, vertices: [0, 1, 1], value: 1 }] }) }],
    ['no-pair', { certificate: proofOf({ ...branched, branch: { pair: [0, 0], together, apart } }) }],
    ['no-pair', { certificate: proofOf({ ...branched, branch: { pair: [0, 9], together, apart } }) }],
    ['parts-not-apart', { certificate: proofOf({ values: [7, 8, 0], cuts: [] }, [0, 1, 2]) }],
    ['parts-not-apart', { certificate: proofOf(proof, [0, 1, 2, 2]) }],
    ['edge-not-covered', { certificate: proofOf({ values: [8, 7, 0, 0], cuts: [] }) }],
    ['edge-not-covered', { certificate: proofOf({ values: [6, 8, 0, 0], cuts: [] }) }],
    // Together or apart, what is left must be covered there too.
    ['edge-not-covered', { certificate: proofOf({ ...branched, branch: { pair: [0, 1], together: apart, apart } }) }],
    ['edge-not-covered', { certificate: proofOf({ ...branched, branch: { pair: [0, 3], together: apart, apart } }) }],
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
      const solved = solveThrees(solver, file, { clock: () => performance.now(), timeLimit: 15_000 })
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
