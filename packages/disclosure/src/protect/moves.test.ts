import { expect, test } from 'vitest'
import { childrenOf, flatDimension, hierarchicalDimension } from '../table/dimension.ts'
import { movesOf } from './moves.ts'

const made = hierarchicalDimension(
  'school',
  ['a', 'b', 'c', 'd', 'e'],
  [
    ['a', 'north'],
    ['b', 'north'],
    ['c', 'south'],
    ['d', 'south'],
  ],
  'Total',
)
if (!made.ok) throw new Error(made.reason)
const { dimension } = made

test('every shift raises the node that was asked, and every total stays the sum of its parts', () => {
  const moves = movesOf(dimension)
  for (const node of dimension.labels.keys()) {
    const shifts = moves(node).map(({ nodes, signs }) => {
      const change = dimension.labels.map(() => 0)
      nodes.forEach((each, at) => {
        change[each] = signs[at] ?? 0
      })
      expect(change[node]).toBe(1)
      childrenOf(dimension).forEach((parts, total) => {
        if (parts.length > 0) expect(change[total]).toBe(parts.reduce((sum, part) => sum + (change[part] ?? 0), 0))
      })
      return change.join()
    })
    expect(new Set(shifts).size).toBe(shifts.length)
    // From each category below it: up through all totals, or to each category that is not below it.
    const below = { north: 2, south: 2, Total: 5 }[dimension.labels[node] ?? ''] ?? 1
    expect(shifts.length).toBe(below * (1 + 5 - below))
  }
})

test('the shifts of a total over 20,000 categories are not looked for among 400,000,000 pairs', () => {
  const wide = flatDimension(
    'school',
    Array.from({ length: 20_000 }, (_, k) => String(k)),
  )
  expect(movesOf(wide)(wide.root).length).toBe(20_000)
})
