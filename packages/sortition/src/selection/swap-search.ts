import type { OuterMatrix } from './outer.ts'
import { type PanelType, panelType } from './panel-type.ts'

/** Makes a panel heavier by exchanges, as far as that goes. */
export interface SwapSearch {
  /** Ready for these weights; afterwards `improve` costs little. */
  weigh(weights: Float64Array): void
  /** null where the panel itself does not keep the rows. */
  improve(panel: PanelType): { readonly panel: PanelType; readonly weight: number } | null
}

/** Of the pairs that change the rows in the same way, so many of the heaviest are kept at hand. */
const kept = 4
/** More pairs than this cost more than they save. */
const manyPairs = 3_000_000

/** Scatters whole numbers over 32 bits (the last steps of MurmurHash3), the same each time. */
function scatter(number: number): number {
  let bits = Math.imul(number, 0x9e3779b1)
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}

/**
 * Exchanges of one for one and of two for two. Those who come must change the rows just as those who leave do, at least in
 * rows that are equations: so pairs are put together by what they do to these (a sum of one random number for each row), and
 * for each pair that may leave, the heaviest pairs that do the same are looked up. null where there are too many profiles.
 *
 * @param upper how many there are of each profile; `lower` how many are on each panel.
 */
export function openSwapSearch(
  { starts, columns, values, low, high }: OuterMatrix,
  lower: Float64Array,
  upper: Float64Array,
): SwapSearch | null {
  const count = upper.length
  const nobody = count
  if (((count + 1) * (count + 2)) / 2 > manyPairs) return null
  const signs = new Float64Array(count + 1)
  const loose: { row: number; column: number; value: number }[] = []
  for (let row = 0; row < low.length; row++) {
    const sign = scatter(row + 1) % 2 ** 26
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++) {
      const column = columns[at] ?? 0
      const value = values[at] ?? 0
      if (low[row] === high[row]) signs[column] = (signs[column] ?? 0) + Math.round(value * 2 ** 16) * sign
      else loose.push({ row, column, value })
    }
  }
  const looseOf = Array.from({ length: count + 1 }, (): { row: number; value: number }[] => [])
  for (const { row, column, value } of loose) looseOf[column]?.push({ row, value })

  // Pair (a, b), a ≤ b, stands at offset[a] + b; `nobody` makes a single of a pair.
  const offset = Float64Array.from({ length: count + 1 }, (_, a) => a * (count + 1) - (a * (a + 1)) / 2)
  const kind = new Int32Array(((count + 1) * (count + 2)) / 2)
  const kinds = new Map<number, number>()
  for (let a = 0; a <= count; a++)
    for (let b = a; b <= count; b++) {
      const sum = (signs[a] ?? 0) + (signs[b] ?? 0)
      let place = kinds.get(sum)
      if (place === undefined) {
        place = kinds.size
        kinds.set(sum, place)
      }
      kind[(offset[a] ?? 0) + b] = place
    }
  const topWeight = new Float64Array(kinds.size * kept)
  const topA = new Int32Array(kinds.size * kept)
  const topB = new Int32Array(kinds.size * kept)
  const value = new Float64Array(count + 1)

  return {
    weigh(weights) {
      value.set(weights)
      value[nobody] = 0
      topWeight.fill(Number.NEGATIVE_INFINITY)
      for (let a = 0; a <= count; a++) {
        const room = upper[a] ?? 2
        for (let b = a; b <= count; b++) {
          if (a === b && room < 2) continue
          const weight = (value[a] ?? 0) + (value[b] ?? 0)
          const base = (kind[(offset[a] ?? 0) + b] ?? 0) * kept
          if (weight <= (topWeight[base + kept - 1] ?? 0)) continue
          let at = base + kept - 1
          while (at > base && (topWeight[at - 1] ?? 0) < weight) {
            topWeight[at] = topWeight[at - 1] ?? 0
            topA[at] = topA[at - 1] ?? 0
            topB[at] = topB[at - 1] ?? 0
            at--
          }
          topWeight[at] = weight
          topA[at] = a
          topB[at] = b
        }
      }
    },
    improve(panel) {
      const counts = new Float64Array(count + 1)
      panel.at.forEach((profile, index) => {
        counts[profile] = panel.take[index] ?? 0
      })
      const sums = new Float64Array(low.length)
      for (let row = 0; row < low.length; row++) {
        for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++)
          sums[row] = (sums[row] ?? 0) + (values[at] ?? 0) * (counts[columns[at] ?? 0] ?? 0)
        if ((sums[row] ?? 0) < (low[row] ?? 0) - 1e-7 || (sums[row] ?? 0) > (high[row] ?? 0) + 1e-7) return null
      }
      for (let profile = 0; profile < count; profile++) if ((counts[profile] ?? 0) < (lower[profile] ?? 0)) return null
      const room = (profile: number) => profile === nobody || (counts[profile] ?? 0) < (upper[profile] ?? 0)
      const keeps = (outA: number, outB: number, inA: number, inB: number) => {
        const touched: number[] = []
        const change = (profile: number, by: number) => {
          for (const { row, value: coefficient } of looseOf[profile] ?? []) {
            sums[row] = (sums[row] ?? 0) + by * coefficient
            touched.push(row)
          }
        }
        change(outA, -1)
        change(outB, -1)
        change(inA, 1)
        change(inB, 1)
        const fine = touched.every(
          (row) => (sums[row] ?? 0) >= (low[row] ?? 0) - 1e-7 && (sums[row] ?? 0) <= (high[row] ?? 0) + 1e-7,
        )
        if (!fine) {
          change(outA, 1)
          change(outB, 1)
          change(inA, -1)
          change(inB, -1)
        }
        return fine
      }
      for (let steps = 0; steps < 200; steps++) {
        const on: number[] = []
        for (let profile = 0; profile < count; profile++)
          if ((counts[profile] ?? 0) > (lower[profile] ?? 0)) on.push(profile)
        on.push(nobody)
        const moves: { gain: number; a: number; b: number; at: number }[] = []
        for (let i = 0; i < on.length; i++)
          for (let j = i; j < on.length; j++) {
            const a = on[i] ?? 0
            const b = on[j] ?? 0
            if (a === b && (a === nobody || (counts[a] ?? 0) - (lower[a] ?? 0) < 2)) continue
            const base = (kind[(offset[a] ?? 0) + b] ?? 0) * kept
            const own = (value[a] ?? 0) + (value[b] ?? 0)
            for (let at = base; at < base + kept; at++) {
              const gain = (topWeight[at] ?? 0) - own
              if (!(gain > 1e-9)) break
              const inA = topA[at] ?? 0
              const inB = topB[at] ?? 0
              if (inA === a || inA === b || inB === b || (inB === a && a !== nobody)) continue
              if (!room(inA) || !room(inB)) continue
              if (inA === inB && (counts[inA] ?? 0) + 2 > (upper[inA] ?? 0)) continue
              moves.push({ gain, a, b, at })
              break
            }
          }
        moves.sort((one, other) => other.gain - one.gain)
        const set = (profile: number, by: number) => {
          if (profile !== nobody) counts[profile] = (counts[profile] ?? 0) + by
        }
        const spare = (profile: number, number: number) =>
          profile === nobody || (counts[profile] ?? 0) - (lower[profile] ?? 0) >= number
        const fits = (profile: number, number: number) =>
          profile === nobody || (counts[profile] ?? 0) + number <= (upper[profile] ?? 0)
        let moved = false
        for (const { a, b, at } of moves) {
          const [inA, inB] = [topA[at] ?? 0, topB[at] ?? 0]
          if (!spare(a, a === b ? 2 : 1) || !spare(b, 1)) continue
          if (!fits(inA, inA === inB ? 2 : 1) || !fits(inB, 1) || !keeps(a, b, inA, inB)) continue
          set(a, -1)
          set(b, -1)
          set(inA, 1)
          set(inB, 1)
          moved = true
        }
        if (!moved) break
      }
      // Two sums of random numbers may be equal by accident: so the equations are looked at once more.
      for (let row = 0; row < low.length; row++) {
        if (low[row] !== high[row]) continue
        let sum = 0
        for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++)
          sum += (values[at] ?? 0) * (counts[columns[at] ?? 0] ?? 0)
        if (Math.abs(sum - (low[row] ?? 0)) > 1e-7) return null
      }
      let weight = 0
      for (let profile = 0; profile < count; profile++) weight += (counts[profile] ?? 0) * (value[profile] ?? 0)
      return { panel: panelType(counts.subarray(0, count)), weight }
    },
  }
}
