const longest = 60

/** A value of JSON as it is written there, for people: what is in lists within it is left out, for they may be too deep. */
export function inShort(value: unknown): string {
  if (!Array.isArray(value)) return one(value)
  const first = value.slice(0, 5).map(one)
  return `[${[...first, ...(value.length > first.length ? ['…'] : [])].join(',')}]`
}

function one(value: unknown): string {
  if (Array.isArray(value)) return '[…]'
  if (typeof value === 'object' && value !== null) return '{…}'
  const text = JSON.stringify(value) ?? ''
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}
