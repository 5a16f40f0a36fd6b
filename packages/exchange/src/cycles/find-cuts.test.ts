import { loadSolver } from '@kantelpunt/solver'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { openBudget } from './budget.ts'
import { type Column, seatsOf } from './column.ts'
import { type Cut, rightSide } from './cut.ts'
import { findCuts } from './find-cuts.ts'
import { openMaster } from './master.ts'

const solver = await loadSolver()
const n = 10

const columnsOfTen = fc
  .uniqueArray(
    fc.tuple(fc.uniqueArray(fc.nat(n - 1), { minLength: 2, maxLength: 3 }), fc.integer({ min: 1, max: 9 })),
    {
      selector: ([seats]) => [...seats].sort().join(),
      minLength: 12,
      maxLength: 40,
    },
  )
  .map((rows) => rows.map(([[a = 0, b = 0, c = -1], weight]): Column => ({ a, b, c, weight })))

function countsFor({ vertices, shares, of }: Cut, column: Column): number {
  const sum = seatsOf(column).reduce((all, v) => all + (shares[vertices.indexOf(v)] ?? 0), 0)
  return Math.floor(sum / of)
}

/** The most that disjoint columns count for together. */
function most(cut: Cut, columns: readonly Column[], from = 0, taken: ReadonlySet<number> = new Set()): number {
  let best = 0
  for (let k = from; k < columns.length; k++) {
    const column = columns[k]
    if (column === undefined || seatsOf(column).some((v) => taken.has(v))) continue
    best = Math.max(best, countsFor(cut, column) + most(cut, columns, k + 1, new Set([...taken, ...seatsOf(column)])))
  }
  return best
}

it('finds cuts that the packing is over, and that no whole packing is', () => {
  let found = 0
  fc.assert(
    fc.property(columnsOfTen, (columns) => {
      using master = openMaster(solver, n, 1)
      master.addColumns(columns)
      const relaxed = master.relax(openBudget(() => 0, 1000))
      if (relaxed === undefined) throw new Error('not solved')
      const cuts = findCuts(n, master.columns, relaxed.x, 20, [2, 3, 4, 5])
      found += cuts.length
      for (const cut of cuts) {
        const packed = columns.reduce((sum, column, k) => sum + countsFor(cut, column) * (relaxed.x[k] ?? 0), 0)
        expect(packed).toBeGreaterThan(rightSide(cut) + 0.01)
        expect(
          most(
            cut,
            columns.filter((column) => countsFor(cut, column) > 0),
          ),
        ).toBeLessThanOrEqual(rightSide(cut))
      }
      master.addCuts(cuts)
      const after = master.relax(openBudget(() => 0, 1000))
      if (cuts.length > 0) expect(after?.objective).toBeLessThanOrEqual(relaxed.objective + 1e-6)
      expect(after).toBeDefined()
    }),
    { numRuns: 60, seed: 5 },
  )
  expect(found).toBeGreaterThan(20)
})
