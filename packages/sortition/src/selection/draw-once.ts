import type { Budget } from './budget.ts'
import type { Shape } from './shape.ts'

/**
 * Seat after seat by lot, from the value that is most pressed; see `legacySelection`. By profile, how many were drawn; null where it
 * ended nowhere.
 */
export function drawOnce(shape: Shape, random: () => number, budget: Budget): Float64Array | null {
  const { profiles, rows, seats } = shape
  const left = profiles.map(({ people }) => people.length)
  const counts = new Float64Array(profiles.length)
  const had = new Float64Array(rows.length)
  const remaining = new Float64Array(rows.length)
  profiles.forEach(({ people, rows: of }) => {
    for (const row of of) remaining[row] = (remaining[row] ?? 0) + people.length
  })
  const close = (profile: number) => {
    for (const row of profiles[profile]?.rows ?? []) remaining[row] = (remaining[row] ?? 0) - (left[profile] ?? 0)
    left[profile] = 0
  }
  // Row 0 counts the seats: all who are left. A row that is full closes for everyone in it.
  const members = rows.map((): number[] => [])
  profiles.forEach(({ rows: of }, profile) => {
    for (const row of of) members[row]?.push(profile)
  })
  rows.forEach(({ high }, row) => {
    if (row > 0 && high <= 0) for (const profile of members[row] ?? []) close(profile)
  })
  for (let seat = 0; seat < seats; seat++) {
    let pressed = 0
    let most = 0
    for (let row = 1; row < rows.length; row++) {
      const short = (rows[row]?.low ?? 0) - (had[row] ?? 0)
      if (short > (remaining[row] ?? 0)) return null
      const ratio = short > 0 ? short / (remaining[row] ?? 1) : 0
      if (ratio > most) {
        most = ratio
        pressed = row
      }
    }
    let at = random() * (remaining[pressed] ?? 0)
    const chosen = (members[pressed] ?? []).find((profile) => {
      at -= left[profile] ?? 0
      return at < 0
    })
    if (chosen === undefined || budget.over()) return null
    counts[chosen] = (counts[chosen] ?? 0) + 1
    left[chosen] = (left[chosen] ?? 0) - 1
    for (const row of profiles[chosen]?.rows ?? []) {
      had[row] = (had[row] ?? 0) + 1
      remaining[row] = (remaining[row] ?? 0) - 1
    }
    for (const row of profiles[chosen]?.rows ?? [])
      if (row > 0 && (had[row] ?? 0) >= (rows[row]?.high ?? 0)) for (const profile of members[row] ?? []) close(profile)
  }
  const kept = rows.every(({ low }, row) => (had[row] ?? 0) >= low)
  return kept ? counts : null
}
