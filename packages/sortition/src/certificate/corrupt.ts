// For tests: changes one thing in a result, to see that the verifier notices.

// biome-ignore lint/suspicious/noExplicitAny: JSON in which a test changes whatever it wants.
export type Loose = any

export const copyOf = (value: unknown): Loose => JSON.parse(JSON.stringify(value))

/** One of the places in JSON where a value stands, chosen by a number. */
export function placeIn(root: Loose, where: number): { parent: Loose; key: string } {
  const places: { parent: Loose; key: string }[] = []
  const walk = (value: Loose) => {
    if (typeof value !== 'object' || value === null) return
    for (const key of Object.keys(value)) {
      places.push({ parent: value, key })
      walk(value[key])
    }
  }
  walk(root)
  return places[where % places.length] ?? { parent: root, key: 'algorithm' }
}

/** Changes one thing in JSON. */
export function corrupt(root: Loose, where: number, how: number): void {
  const { parent, key } = placeIn(root, where)
  const value = parent[key]
  if (typeof value === 'number') {
    parent[key] = [
      value + 1,
      value - 1,
      value + 1e-4,
      -value,
      0,
      value * 2,
      value / 2,
      1e300,
      null,
      '1',
      0.5,
      2 ** 60,
      {},
    ][how]
  } else if (typeof value === 'string') {
    parent[key] = how < 6 ? `k${how % 3} p${how % 2}` : how < 9 ? '__proto__' : ['leximin', 'nash', '', 3][how - 9]
  } else if (Array.isArray(value)) {
    if (how < 3) value.pop()
    else if (how < 6) value.push(value[0])
    else if (how < 9) value.reverse()
    else parent[key] = how < 11 ? [] : {}
  } else if (how < 6) delete parent[key]
  else parent[key] = how < 9 ? {} : how < 11 ? [] : null
}
