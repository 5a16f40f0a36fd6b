/**
 * Tabu search: takes one panel out of the lottery and puts another one in, each time the exchange that lowers Σ φ(d) most,
 * where d is how many panels too many a person is on and φ is so steep that the largest counts. A panel that went out does
 * not come back soon, so that the search leaves its dead ends. Ends when `bound` is reached.
 */
export function exchange(
  members: readonly Int32Array[],
  targets: Float64Array,
  start: Int32Array,
  exchanges: number,
  bound: number,
): { readonly counts: Int32Array; readonly change: number } {
  const counts = start.slice()
  const off = Float64Array.from(targets, (target) => -target)
  members.forEach((panel, at) => {
    for (const person of panel) off[person] = (off[person] ?? 0) + (counts[at] ?? 0)
  })
  let best = { counts: counts.slice(), change: largest(off), cost: Number.POSITIVE_INFINITY }
  const blockedUntil = new Int32Array(members.length)
  const [less, more] = [new Float64Array(off.length), new Float64Array(off.length)]
  const [out, into] = [new Float64Array(members.length), new Float64Array(members.length)]
  const isOn = new Uint8Array(off.length)
  for (let turn = 1; turn <= exchanges && best.change > bound + 1e-9; turn++) {
    const scale = 1 / Math.max(1, best.change)
    for (let person = 0; person < off.length; person++) {
      const here = off[person] ?? 0
      const now = steep(here * scale)
      less[person] = steep((here - 1) * scale) - now
      more[person] = steep((here + 1) * scale) - now
    }
    members.forEach((panel, at) => {
      let [sumLess, sumMore] = [0, 0]
      for (const person of panel) {
        sumLess += less[person] ?? 0
        sumMore += more[person] ?? 0
      }
      out[at] = (counts[at] ?? 0) > 0 && (blockedUntil[at] ?? 0) < turn ? sumLess : Number.POSITIVE_INFINITY
      into[at] = (blockedUntil[at] ?? 0) < turn ? sumMore : Number.POSITIVE_INFINITY
    })
    const move = bestMove(members, out, into, less, more, isOn)
    if (move === undefined) break
    counts[move.out] = (counts[move.out] ?? 0) - 1
    counts[move.into] = (counts[move.into] ?? 0) + 1
    for (const person of members[move.out] ?? []) off[person] = (off[person] ?? 0) - 1
    for (const person of members[move.into] ?? []) off[person] = (off[person] ?? 0) + 1
    const rest = Math.min(12, members.length >> 2)
    blockedUntil[move.out] = turn + rest + (turn % 5)
    blockedUntil[move.into] = turn + rest + (turn % 3)
    const change = largest(off)
    if (change < best.change - 1e-12) best = { counts: counts.slice(), change, cost: 0 }
  }
  return best
}

const looked = 24

/** Of the panels that are cheapest to take out, each with each that may come in: the exact cost, as some people are on both. */
function bestMove(
  members: readonly Int32Array[],
  out: Float64Array,
  into: Float64Array,
  less: Float64Array,
  more: Float64Array,
  isOn: Uint8Array,
): { readonly out: number; readonly into: number } | undefined {
  const takeOut = cheapest(out)
  const putIn = cheapest(into)
  let best: { out: number; into: number; cost: number } | undefined
  for (const one of takeOut) {
    for (const person of members[one] ?? []) isOn[person] = 1
    for (const other of putIn) {
      if (one === other) continue
      let cost = (out[one] ?? 0) + (into[other] ?? 0)
      for (const person of members[other] ?? [])
        if (isOn[person] === 1) cost -= (less[person] ?? 0) + (more[person] ?? 0)
      if (best === undefined || cost < best.cost) best = { out: one, into: other, cost }
    }
    for (const person of members[one] ?? []) isOn[person] = 0
  }
  return best
}

function cheapest(costs: Float64Array): readonly number[] {
  const places = [...costs.keys()].filter((at) => costs[at] !== Number.POSITIVE_INFINITY)
  return places.sort((one, other) => (costs[one] ?? 0) - (costs[other] ?? 0) || one - other).slice(0, looked)
}

function steep(off: number): number {
  const square = off * off
  return square * square * square + 0.05 * square
}

function largest(off: Float64Array): number {
  let most = 0
  for (const each of off) most = Math.max(most, Math.abs(each))
  return most
}
