import { expect, it } from 'vitest'
import { loadSolver } from './index.ts'

it('solves a small integer programme, and its relaxation', async () => {
  const solver = await loadSolver()
  // The most of x + y with 2x + 2y ≤ 3.
  const most = (whole: boolean) => {
    const model = solver.createModel({
      numCols: 2,
      numRows: 1,
      colCost: Float64Array.of(-1, -1),
      colLower: new Float64Array(2),
      colUpper: Float64Array.of(1, 1),
      rowLower: Float64Array.of(-1e30),
      rowUpper: Float64Array.of(3),
      matrix: {
        format: 'csc',
        numRows: 1,
        numCols: 2,
        starts: Int32Array.of(0, 1, 2),
        indices: [0, 0],
        values: [2, 2],
      },
      ...(whole ? { integrality: [solver.constants.variableType.integer, solver.constants.variableType.integer] } : {}),
    })
    model.options.set({ output_flag: false })
    model.run()
    const value = -model.getObjectiveValue()
    model.dispose()
    return value
  }
  expect(most(false)).toBeCloseTo(1.5, 9)
  expect(most(true)).toBeCloseTo(1, 9)
})
