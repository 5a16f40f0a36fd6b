/** How far the words of a figure reach above and below their line, and how much of it a dot takes on each side of its middle. */
const letters = { above: 13, below: 4 }
const dot = 10

/**
 * The line on which the words of a dot stand in a lane of the year picture: clear of the dot and of the dotted line, as near as
 * can be to where they usually stand. All heights are of the picture, from its top down.
 */
export function labelPlace(middle: number, reference: number | undefined, lane: { top: number; foot: number }): number {
  const usual = middle < lane.foot - 60 ? middle + 28 : middle - 15
  const isFree = (line: number) =>
    (line + letters.below < middle - dot || line - letters.above > middle + dot) &&
    (reference === undefined || line + letters.below + 2 < reference || line - letters.above - 2 > reference)
  const lines = Array.from({ length: lane.foot - lane.top }, (_, at) => lane.top + letters.above + at)
  const free = lines.filter(isFree).toSorted((a, b) => Math.abs(a - usual) - Math.abs(b - usual))
  return free[0] ?? usual
}
