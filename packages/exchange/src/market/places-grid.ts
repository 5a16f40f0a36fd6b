import type { Place } from './market.ts'

/** Places in square cells, about two a cell, so that those near a point are found without looking at all. */
export interface PlacesGrid {
  /** Calls for every place in a cell that touches the rectangle: at least all places in the rectangle. */
  near(centre: Place, span: { readonly x: number; readonly y: number }, visit: (member: number) => void): void
}

export function createGrid(members: readonly number[], placeOf: (member: number) => Place): PlacesGrid {
  const places = members.map(placeOf)
  let [left, right] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  let [low, high] = [left, right]
  for (const { x, y } of places) {
    left = Math.min(left, x)
    right = Math.max(right, x)
    low = Math.min(low, y)
    high = Math.max(high, y)
  }
  const side = Math.max(1, Math.ceil(Math.sqrt(members.length / 2)))
  const cell = (at: number, from: number, to: number) =>
    to > from ? Math.min(side - 1, Math.max(0, Math.floor(((at - from) / (to - from)) * side))) : 0
  const cells = Array.from({ length: side * side }, (): number[] => [])
  for (const [k, { x, y }] of places.entries())
    cells[cell(y, low, high) * side + cell(x, left, right)]?.push(members[k] ?? 0)
  return {
    near({ x, y }, span, visit) {
      if (x + span.x < left || x - span.x > right || y + span.y < low || y - span.y > high) return
      const [first, last] = [cell(x - span.x, left, right), cell(x + span.x, left, right)]
      for (let row = cell(y - span.y, low, high); row <= cell(y + span.y, low, high); row++)
        for (let column = first; column <= last; column++)
          for (const member of cells[row * side + column] ?? []) visit(member)
    },
  }
}
