const space = 'http://www.w3.org/2000/svg'

/** All panels of a lottery as little blocks in rows, those with a person coloured, the one that was drawn in a frame. */
export function blocks(isOn: readonly boolean[], drawn: number | undefined, label: string): SVGSVGElement {
  const perRow = rowLength(isOn.length)
  const picture = document.createElementNS(space, 'svg')
  picture.setAttribute('class', 'blocks')
  picture.setAttribute('viewBox', `-0.3 -0.3 ${perRow + 0.5} ${Math.ceil(isOn.length / perRow) + 0.5}`)
  picture.setAttribute('role', 'img')
  picture.setAttribute('aria-label', label)
  // One path a colour: a thousand elements would make the page slow on a phone.
  const pathOf = (which: boolean) =>
    isOn.map((on, at) => (on === which ? `M${at % perRow} ${Math.floor(at / perRow)}h.8v.8h-.8z` : '')).join('')
  for (const [name, path] of [
    ['off', pathOf(false)],
    ['on', pathOf(true)],
  ] as const) {
    const part = document.createElementNS(space, 'path')
    part.setAttribute('class', name)
    part.setAttribute('d', path)
    picture.append(part)
  }
  if (drawn !== undefined) {
    const frame = document.createElementNS(space, 'path')
    const at = drawn - 1
    frame.setAttribute('class', 'pick')
    frame.setAttribute('d', `M${(at % perRow) - 0.1} ${Math.floor(at / perRow) - 0.1}h1v1h-1z`)
    picture.append(frame)
  }
  return picture
}

/** About three times as wide as high, and without a rest in the last row where that can be. */
function rowLength(count: number): number {
  const wished = Math.max(10, Math.ceil(Math.sqrt(count * 3)))
  const near = Array.from({ length: Math.ceil(wished / 2) }, (_, step) => [wished - step, wished + step]).flat()
  return near.find((each) => count % each === 0) ?? wished
}
