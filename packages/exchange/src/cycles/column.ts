import type { Pool } from './pool.ts'

/** An exchange by its vertices in order, c = −1 in exchanges of two. */
export interface Column {
  readonly a: number
  readonly b: number
  readonly c: number
  readonly weight: number
}

export function seatsOf({ a, b, c }: Column): readonly number[] {
  return c < 0 ? [a, b] : [a, b, c]
}

export function columnOf(pool: Pool, k: number): Column {
  return { a: pool.a[k] ?? 0, b: pool.b[k] ?? 0, c: pool.c[k] ?? -1, weight: pool.weight[k] ?? 0 }
}

/** The same for both ways round three vertices: only the better one is ever needed. */
export function nameOf({ a, b, c }: Column): string {
  if (c < 0) return a < b ? `${a} ${b}` : `${b} ${a}`
  const least = Math.min(a, b, c)
  const most = Math.max(a, b, c)
  return `${least} ${a + b + c - least - most} ${most}`
}
