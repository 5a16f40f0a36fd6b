/** What each column is, as a person chooses it; `background` may be empty. */
export interface ChosenColumns {
  readonly school: string
  readonly earlier: string
  readonly later: string
  readonly background: readonly string[]
}

const words = {
  school: /school|vestiging|brin|locatie|instelling/i,
  earlier: /earlier|prior|pre|begin|start|eerder|vorig|groep ?[3-6]|g[3-6]\b|intake|voormeting|\bvoor|t1\b|lrt/i,
  later: /later|post|end|eind|doorstroom|groep ?8|g8\b|nameting|\bna\b|t2\b|exam|score/i,
} as const

/** What the header words suggest, to be looked at by who knows; empty where they suggest nothing. */
export function guessColumns(header: readonly string[]): Omit<ChosenColumns, 'background'> {
  const find = (pattern: RegExp, taken: readonly string[]) =>
    header.find((name) => pattern.test(name) && !taken.includes(name)) ?? ''
  const school = find(words.school, [])
  const earlier = find(words.earlier, [school])
  return { school, earlier, later: find(words.later, [school, earlier]) }
}
