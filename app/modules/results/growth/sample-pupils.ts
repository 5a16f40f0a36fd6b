interface SamplePlan {
  readonly pupils: number
  readonly schools: number
  readonly seed?: number
  /** Decimals of the scores: with many, a score is like no other number and can be looked for. */
  readonly decimals?: number
}

/** A made-up file of pupils as a Dutch spreadsheet would save it: `;` between cells, decimal commas. */
export function samplePupils({ pupils, schools, seed = 20261122, decimals = 1 }: SamplePlan): string {
  const random = seeded(seed)
  // Box & Muller 1958.
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const adds = Array.from({ length: schools }, () => 2.5 * normal())
  const score = (value: number) => value.toFixed(decimals).replace('.', ',')
  const lines = Array.from({ length: pupils }, (_, k) => {
    const school = k % schools
    const education = ['hoog', 'midden', 'laag'][Math.floor(random() * 3)] ?? 'laag'
    const earlier = 50 + 10 * normal()
    const later = 20 + 0.7 * earlier + (adds[school] ?? 0) + (education === 'hoog' ? 2 : 0) + 6 * normal()
    return `School ${school + 1};${score(earlier)};${score(later)};${education}`
  })
  return `school;groep 6 (score);groep 8;opleiding\n${lines.join('\n')}\n`
}

/** mulberry32: a seed gives the same numbers everywhere. */
function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
