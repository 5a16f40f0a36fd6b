/**
 * The sums that bind cells: sum s says that Σ sign · cell = 0 over its entries `starts[s] … starts[s + 1]`. A total has
 * sign −1 and its parts +1.
 */
export interface Sums {
  readonly count: number
  readonly starts: Int32Array
  readonly cells: Int32Array
  readonly signs: Int8Array
}

/** One sum, as a person would write it: the total is the sum of the parts. Cells by index. */
export interface PlainSum {
  readonly total: number
  readonly parts: readonly number[]
}

/** Packs sums. */
export function packSums(list: readonly PlainSum[]): Sums {
  const size = list.reduce((all, { parts }) => all + parts.length + 1, 0)
  const starts = new Int32Array(list.length + 1)
  const cells = new Int32Array(size)
  const signs = new Int8Array(size)
  let at = 0
  list.forEach(({ total, parts }, index) => {
    cells[at] = total
    signs[at++] = -1
    for (const part of parts) {
      cells[at] = part
      signs[at++] = 1
    }
    starts[index + 1] = at
  })
  return { count: list.length, starts, cells, signs }
}

/** The same sums by cell: cell c is in the sums `starts[c] … starts[c + 1]` of `sums`, with that sign. */
export interface SumsOfCells {
  readonly starts: Int32Array
  readonly sums: Int32Array
  readonly signs: Int8Array
}

/** Turns sums round: which sums is a cell in? */
export function sumsOfCells({ count, starts, cells, signs }: Sums, cellCount: number): SumsOfCells {
  const turned = {
    starts: new Int32Array(cellCount + 1),
    sums: new Int32Array(cells.length),
    signs: new Int8Array(cells.length),
  }
  for (const cell of cells) turned.starts[cell + 1] = (turned.starts[cell + 1] ?? 0) + 1
  for (let cell = 0; cell < cellCount; cell++)
    turned.starts[cell + 1] = (turned.starts[cell + 1] ?? 0) + (turned.starts[cell] ?? 0)
  const next = turned.starts.slice()
  for (let sum = 0; sum < count; sum++)
    for (let at = starts[sum] ?? 0; at < (starts[sum + 1] ?? 0); at++) {
      const cell = cells[at] ?? 0
      const to = next[cell] ?? 0
      next[cell] = to + 1
      turned.sums[to] = sum
      turned.signs[to] = signs[at] ?? 0
    }
  return turned
}
