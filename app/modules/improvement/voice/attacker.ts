import type { Range } from './range.ts'

/** A view as somebody sees it who also knows who is in it. */
export interface SeenView {
  readonly members: ReadonlySet<number>
  readonly cuts: readonly Range[]
}

/** An answer that somebody found: all these pupils chose this step. */
export interface FoundAnswers {
  readonly pupils: readonly number[]
  readonly step: number
}

/**
 * The attacker of the tests: joins two views of one question, knows who is in each, believes that who is in both answered
 * alike in both, knows how ranges are drawn, and may know the answers of some (`known`: pupil → step). Tries every way in
 * which the others may have answered; where a group that can't be told apart chose the same step in all of them, that is
 * found. Nothing of the release is used here but what is published.
 */
export function findAnswers(
  a: SeenView,
  b: SeenView,
  known: ReadonlyMap<number, number> = new Map(),
): readonly FoundAnswers[] {
  const parts = [
    [...a.members].filter((pupil) => b.members.has(pupil)),
    [...a.members].filter((pupil) => !b.members.has(pupil)),
    [...b.members].filter((pupil) => !a.members.has(pupil)),
  ].map((part) => part.filter((pupil) => !known.has(pupil)))
  const sizes = parts.map((part) => part.length) as [number, number, number]
  const knownUpTo = (members: ReadonlySet<number>, cut: number) =>
    [...known].filter(([pupil, step]) => members.has(pupil) && step <= cut).length
  const triples = a.cuts.map((rangeA, cut) => {
    const rangeB = b.cuts[cut]
    const [fromA, fromB] = [knownUpTo(a.members, cut), knownUpTo(b.members, cut)]
    const list: [number, number, number][] = []
    for (let both = 0; both <= sizes[0]; both++)
      for (let onlyA = 0; onlyA <= sizes[1]; onlyA++) {
        if (!within(both + onlyA + fromA, rangeA)) continue
        for (let onlyB = 0; onlyB <= sizes[2]; onlyB++)
          if (within(both + onlyB + fromB, rangeB)) list.push([both, onlyA, onlyB])
      }
    return list
  })
  /** Undefined: no way seen yet. −1: not the same in all ways. */
  const same: (number | undefined)[] = [undefined, undefined, undefined]
  const path: [number, number, number][] = []
  const totals = ([both, onlyA, onlyB]: readonly [number, number, number], cut: number): readonly [number, number] => [
    both + onlyA + knownUpTo(a.members, cut),
    both + onlyB + knownUpTo(b.members, cut),
  ]
  const search = (cut: number): boolean => {
    if (cut === triples.length) {
      for (const [part, size] of sizes.entries()) {
        if (size === 0 || same[part] === -1) continue
        const counts = [...path.map((triple) => triple[part] ?? 0), size].map(
          (upTo, step) => upTo - (path[step - 1]?.[part] ?? 0),
        )
        const step = counts.indexOf(size)
        same[part] = same[part] === undefined || same[part] === step ? step : -1
      }
      return sizes.every((size, part) => size === 0 || same[part] === -1)
    }
    const before = path.at(-1)
    for (const triple of triples[cut] ?? []) {
      if (before !== undefined && triple.some((count, part) => count < (before[part] ?? 0))) continue
      if (before !== undefined) {
        // Both cuts of a view are told by the same thresholds: where their ranges differ, so do the counts.
        const [was, is] = [totals(before, cut - 1), totals(triple, cut)]
        if (differ(a.cuts[cut - 1], a.cuts[cut]) && was[0] >= is[0]) continue
        if (differ(b.cuts[cut - 1], b.cuts[cut]) && was[1] >= is[1]) continue
      }
      path.push(triple)
      const done = search(cut + 1)
      path.pop()
      if (done) return true
    }
    return false
  }
  search(0)
  return parts.flatMap((pupils, part) => {
    const step = same[part]
    return step === undefined || step === -1 || pupils.length === 0 ? [] : [{ pupils, step }]
  })
}

function within(count: number, range: Range | undefined): boolean {
  return range !== undefined && count >= range.low && count <= range.high
}

function differ(a: Range | undefined, b: Range | undefined): boolean {
  return a?.low !== b?.low
}
