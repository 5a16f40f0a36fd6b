import fc from 'fast-check'
import { expect, it } from 'vitest'
import { mutualEdges } from './mutual-edges.ts'

it('joins two where arcs go both ways, with the sum of the weights', () => {
  const vertex = fc.nat(7)
  const arcs = fc.uniqueArray(fc.tuple(vertex, vertex, fc.integer({ min: -9, max: 9 })), {
    selector: ([u, v]) => u * 8 + v,
    maxLength: 40,
  })
  fc.assert(
    fc.property(arcs, (all) => {
      const rows = all.filter(([u, v]) => u !== v)
      const found = mutualEdges({
        n: 8,
        from: Int32Array.from(rows, ([u]) => u),
        to: Int32Array.from(rows, ([, v]) => v),
        weight: Float64Array.from(rows, ([, , w]) => w),
      })
      const edges = Array.from(found.from, (u, k) => [u, found.to[k], found.weight[k]])
      const expected = rows.flatMap(([u, v, w]) => {
        const back = rows.find(([from, to]) => from === v && to === u)
        return back === undefined || u > v ? [] : [[u, v, w + back[2]]]
      })
      expect(new Set(edges.map(String))).toEqual(new Set(expected.map(String)))
      expect(edges).toHaveLength(expected.length)
    }),
  )
})
