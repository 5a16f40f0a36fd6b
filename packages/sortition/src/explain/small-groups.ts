/** What is said of a group rests on at least so many people besides the one who asks. */
export const fewest = 5

/**
 * Which of the groups of a feature may be shown apart: none of fewer than `fewest` people, and so many others left out with
 * them that nobody can work out one of them from the total. Groups of 0 people hide nobody.
 */
export function shownApart(sizes: readonly number[]): readonly boolean[] {
  const order = [...sizes.keys()].sort((one, other) => (sizes[one] ?? 0) - (sizes[other] ?? 0) || one - other)
  const hidden = new Set(order.filter((at) => (sizes[at] ?? 0) > 0 && (sizes[at] ?? 0) < fewest))
  const people = () => [...hidden].reduce((sum, at) => sum + (sizes[at] ?? 0), 0)
  for (const at of order) {
    if (hidden.size === 0 || people() >= fewest) break
    if ((sizes[at] ?? 0) > 0) hidden.add(at)
  }
  return sizes.map((_, at) => !hidden.has(at))
}
