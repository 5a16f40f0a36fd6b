/** Exchanges at hand: k is of `a[k]`, `b[k]` and `c[k]` (−1 in exchanges of two), in that order. */
export interface Pool {
  readonly count: number
  readonly a: Int32Array
  readonly b: Int32Array
  readonly c: Int32Array
  readonly weight: Float64Array
  /** Those of vertex v are `of[start[v]]` … `of[start[v + 1] − 1]`. */
  readonly start: Int32Array
  readonly of: Int32Array
}

export interface PoolMaker {
  readonly count: () => number
  readonly add: (a: number, b: number, c: number, weight: number) => void
  readonly make: () => Pool
}

export function poolMaker(n: number): PoolMaker {
  const a: number[] = []
  const b: number[] = []
  const c: number[] = []
  const weight: number[] = []
  return {
    count: () => a.length,
    add: (u, v, x, w) => {
      a.push(u)
      b.push(v)
      c.push(x)
      weight.push(w)
    },
    make: () => poolOf(n, Int32Array.from(a), Int32Array.from(b), Int32Array.from(c), Float64Array.from(weight)),
  }
}

function poolOf(n: number, a: Int32Array, b: Int32Array, c: Int32Array, weight: Float64Array): Pool {
  const count = a.length
  const start = new Int32Array(n + 1)
  for (const ends of [a, b, c]) for (const v of ends) if (v >= 0) start[v + 1] = (start[v + 1] ?? 0) + 1
  for (let v = 0; v < n; v++) start[v + 1] = (start[v + 1] ?? 0) + (start[v] ?? 0)
  const place = start.slice(0, n)
  const of = new Int32Array(start[n] ?? 0)
  for (let k = 0; k < count; k++)
    for (const ends of [a, b, c]) {
      const v = ends[k] ?? -1
      if (v < 0) continue
      of[place[v] ?? 0] = k
      place[v] = (place[v] ?? 0) + 1
    }
  return { count, a, b, c, weight, start, of }
}

/** What exchange k is worth more than the values of who takes part. */
export function reducedOf({ a, b, c, weight }: Pool, value: Float64Array, k: number): number {
  const third = c[k] ?? -1
  return (weight[k] ?? 0) - (value[a[k] ?? 0] ?? 0) - (value[b[k] ?? 0] ?? 0) - (third < 0 ? 0 : (value[third] ?? 0))
}
