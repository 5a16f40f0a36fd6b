import type { Place, PlaceSystem } from './market.ts'

/** The mean radius of the earth in kilometres (IUGG). */
const earth = 6371.0088
const radians = Math.PI / 180

/** Kilometres as the crow flies: haversine between degrees, Pythagoras on the Dutch grid. */
export function kilometres(system: PlaceSystem, one: Place, other: Place): number {
  if (system === 'rd') return Math.hypot(one.x - other.x, one.y - other.y) / 1000
  const up = Math.sin(((other.y - one.y) * radians) / 2)
  const aside = Math.sin(((other.x - one.x) * radians) / 2)
  const h = up * up + Math.cos(one.y * radians) * Math.cos(other.y * radians) * aside * aside
  return 2 * earth * Math.asin(Math.min(1, Math.sqrt(h)))
}

/**
 * How far `x` and `y` can be from those of a place within so many kilometres, in the units of the system; a little more than
 * that, so that rounding loses nobody. Of degrees `x` is Infinity where a pole or the date line is within reach.
 */
export function spanOf(
  system: PlaceSystem,
  { x, y }: Place,
  reach: number,
): { readonly x: number; readonly y: number } {
  const more = reach * (1 + 1e-9) + 1e-6
  if (system === 'rd') return { x: more * 1000, y: more * 1000 }
  const angle = more / earth
  const sine = Math.sin(Math.min(angle, Math.PI / 2)) / Math.cos(y * radians)
  const wide = angle >= Math.PI / 2 || !(sine < 1) ? Number.POSITIVE_INFINITY : Math.asin(sine) / radians + 1e-9
  return { x: Math.abs(x) + wide > 180 ? Number.POSITIVE_INFINITY : wide, y: angle / radians + 1e-9 }
}
