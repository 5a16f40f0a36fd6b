/** How far from the bound, after so many panels and seconds. */
export interface Step {
  readonly panels: number
  readonly seconds: number
  readonly gap: number
}

export interface Line {
  readonly name: string
  readonly steps: readonly Step[]
}

const [width, height, left, right, top, bottom] = [760, 380, 76, 200, 34, 46]
const colours = ['#0b5fa5', '#b3470f', '#3a7d34']

/** The gap (in percentage points, logarithmic) by seconds (logarithmic), as SVG. */
export function convergencePicture(title: string, lines: readonly Line[]): string {
  const shown = lines.map(({ name, steps }) => ({ name, steps: steps.filter(({ gap }) => gap > 0) }))
  const all = shown.flatMap(({ steps }) => steps)
  const times = all.map(({ seconds }) => Math.max(0.01, seconds))
  const [from, to] = [Math.floor(Math.log10(Math.min(...times))), Math.ceil(Math.log10(Math.max(...times)))]
  const [low, high] = [-3, 1]
  const x = (seconds: number) =>
    left + ((Math.log10(Math.max(0.01, seconds)) - from) / (to - from)) * (width - left - right)
  const y = (gap: number) => {
    const at = Math.min(high, Math.max(low, Math.log10(100 * gap)))
    return top + ((high - at) / (high - low)) * (height - top - bottom)
  }
  const text = (at: number, on: number, words: string, anchor: string, colour = '#333') =>
    `<text x="${at.toFixed(1)}" y="${on.toFixed(1)}" text-anchor="${anchor}" fill="${colour}">${words}</text>`
  const rule = (x1: number, y1: number, x2: number, y2: number, colour: string, dash = '') =>
    `<line x1="${x1.toFixed(1)}" y1="${y1.toFixed(1)}" x2="${x2.toFixed(1)}" y2="${y2.toFixed(1)}" stroke="${colour}"${dash}/>`
  const parts: string[] = []
  for (let power = low; power <= high; power++) {
    const on = y(10 ** (power - 2))
    parts.push(rule(left, on, width - right, on, '#ddd'), text(left - 8, on + 4, `${10 ** power}`, 'end'))
  }
  for (let power = from; power <= to; power++)
    parts.push(text(x(10 ** power), height - bottom + 18, `${10 ** power} s`, 'middle'))
  parts.push(rule(left, y(0.001), width - right, y(0.001), '#999', ' stroke-dasharray="4 4"'))
  parts.push(text(width - right + 8, y(0.001) + 4, 'asked: 0.1', 'start', '#666'))
  shown.forEach(({ name, steps }, index) => {
    const colour = colours[index % colours.length] ?? '#000'
    const points = steps.map(({ seconds, gap }) => `${x(seconds).toFixed(1)},${y(gap).toFixed(1)}`).join(' ')
    const last = steps.at(-1)
    parts.push(`<polyline points="${points}" fill="none" stroke="${colour}" stroke-width="2"/>`)
    if (last === undefined) return
    const on = y(last.gap) + (index === 0 ? 14 : -6)
    parts.push(text(Math.min(x(last.seconds) + 6, width - right + 8), on, name, 'start', colour))
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="13" role="img" aria-label="${title}">
<rect width="${width}" height="${height}" fill="#fff"/>
${text(left, 20, `${title}: gap in percentage points, by time`, 'start', '#111')}
${parts.join('\n')}
</svg>
`
}
