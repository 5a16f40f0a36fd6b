import type { Solver } from '@kantelpunt/solver'
import type { PanelType } from './panel-type.ts'

/** By profile, between which probabilities its people should be; ±Infinity where it does not matter. */
export interface Band {
  readonly low: Float64Array
  readonly high: Float64Array
}

/** The lottery over the panels found so far that stays the least outside of a band. */
export interface Master {
  add(panel: PanelType): void
  aim(band: Band): void
  /** null: no panels yet, or the time was over. */
  solve(seconds: number): MasterAnswer | null
  [Symbol.dispose](): void
}

export interface MasterAnswer {
  /** Everyone has low + z at least and high − z at most; 0 or less where the band is narrow or out of reach. */
  readonly z: number
  /** By panel, in the order in which they were added; adds up to 1. */
  readonly shares: Float64Array
  /** By profile: what z is decided by. Above 0 where more of it would help, below 0 where less would; absolutely 1 together. */
  readonly prices: Float64Array
}

export function openMaster(solver: Solver, sizes: readonly number[]): Master {
  const count = sizes.length
  const infinity = Number.POSITIVE_INFINITY
  // Rows: p − z ≥ low by profile; then the sum of the shares; then p + z ≤ high, only for the profiles that have one.
  const model = solver.createModel({
    numCols: 1,
    numRows: count + 1,
    sense: solver.constants.objectiveSense.maximize,
    colCost: [1],
    colLower: [-2],
    colUpper: [2],
    rowLower: [...new Array<number>(count).fill(-infinity), 1],
    rowUpper: [...new Array<number>(count).fill(infinity), 1],
    matrix: {
      format: 'csc',
      numRows: count + 1,
      numCols: 1,
      starts: [0, count],
      indices: Int32Array.from({ length: count }, (_, row) => row),
      values: new Float64Array(count).fill(-1),
    },
  })
  model.options.set({ output_flag: false })
  const types: PanelType[] = []
  const highRow = new Map<number, number>()
  const share = (profile: number, number: number) => number / (sizes[profile] ?? 1)
  return {
    add(type) {
      const { at, take } = type
      const indices = [...at, count]
      const values = [...Array.from(take, (number, index) => share(at[index] ?? 0, number)), 1]
      at.forEach((profile, index) => {
        const row = highRow.get(profile)
        if (row === undefined) return
        indices.push(row)
        values.push(share(profile, take[index] ?? 0))
      })
      model.addCol(0, 0, infinity, { indices, values })
      types.push(type)
    },
    aim({ low, high }) {
      for (let profile = 0; profile < count; profile++) {
        model.changeRowBounds(profile, low[profile] ?? -infinity, infinity)
        const most = high[profile] ?? infinity
        const row = highRow.get(profile)
        if (row !== undefined) model.changeRowBounds(row, -infinity, most)
        else if (most < 1) {
          const indices = [0]
          const values = [1]
          types.forEach(({ at, take }, column) => {
            const place = at.indexOf(profile)
            if (place === -1) return
            indices.push(column + 1)
            values.push(share(profile, take[place] ?? 0))
          })
          highRow.set(profile, count + 1 + highRow.size)
          model.addRow(-infinity, most, { indices, values })
        }
      }
    },
    solve(seconds) {
      if (types.length === 0 || seconds <= 0) return null
      model.zeroAllClocks()
      model.options.set({ time_limit: seconds })
      model.run()
      if (model.getModelStatus() !== solver.constants.modelStatus.optimal) return null
      const { colValue, rowDual } = model.getSolution()
      const raw = colValue.slice(1).map((value) => (value < 1e-12 ? 0 : value))
      const total = raw.reduce((sum, value) => sum + value, 0)
      const prices = rowDual.slice(0, count).map((dual) => Math.max(0, -dual))
      for (const [profile, row] of highRow) prices[profile] = (prices[profile] ?? 0) - Math.max(0, rowDual[row] ?? 0)
      return { z: colValue[0] ?? 0, shares: raw.map((value) => value / total), prices }
    },
    [Symbol.dispose]: () => model.dispose(),
  }
}
