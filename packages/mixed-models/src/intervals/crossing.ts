/**
 * Where √height reaches `deviate` on one side of `at`, to 1e-7 of the way: √height is nearly a straight line, so regula
 * falsi with the Illinois step gets there in a few evaluations. `step` points to the side and is a first guess of one
 * deviate; `bound` is as far as it may go, and is the answer where the height there is still lower.
 */
export function crossing(
  height: (at: number) => number,
  at: number,
  step: number,
  deviate: number,
  bound?: number,
): number {
  const off = (value: number) => Math.sqrt(Math.max(0, height(value))) - deviate
  const isPast = (value: number) => bound !== undefined && (step > 0 ? value >= bound : value <= bound)
  let inside = at
  let insideOff = -deviate
  let outside = at + step * deviate
  let outsideOff: number
  for (let round = 0; ; round++) {
    if (isPast(outside)) {
      // The bound itself (a deviation of zero) is a point of the model; beyond it there is none.
      const edge = bound ?? outside
      if (!(off(edge) > 0)) return edge
      outside = edge
      outsideOff = off(edge)
      break
    }
    outsideOff = off(outside)
    if (outsideOff > 0 || round > 60) break
    const share = Math.min(4, Math.max(1.1, deviate / (outsideOff + deviate || 1e-9)))
    inside = outside
    insideOff = outsideOff
    outside = at + (outside - at) * share * 1.02
  }
  for (let round = 0; round < 60; round++) {
    const next = inside + ((outside - inside) * -insideOff) / (outsideOff - insideOff)
    if (Math.abs(outside - inside) <= 1e-7 * Math.abs(outside - at)) return next
    const nextOff = off(next)
    if (Math.abs(nextOff) < 1e-8) return next
    if (nextOff > 0) {
      outside = next
      outsideOff = nextOff
      insideOff /= 2
    } else {
      inside = next
      insideOff = nextOff
      outsideOff /= 2
    }
  }
  return (inside + outside) / 2
}
