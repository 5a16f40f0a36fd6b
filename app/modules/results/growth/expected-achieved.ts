import type { Growth, Verdict } from '@kantelpunt/mixed-models'

/** As the caterpillar has them: not by colour alone, and both colours keep 4.5:1 on white. */
const looks: Readonly<Record<Verdict, { readonly colour: string; readonly fill: string; readonly radius: number }>> = {
  above: { colour: '#1b5e8c', fill: '#1b5e8c', radius: 4 },
  below: { colour: '#a3380c', fill: '#ffffff', radius: 4 },
  'cannot-be-told-apart': { colour: '#6b6b6b', fill: '#6b6b6b', radius: 2 },
}
const size = 480
const margin = { top: 40, right: 20, bottom: 48, left: 60 }
/** Above this many schools names on hovering would make the picture heavy. */
const mostNamed = 400

interface PictureWords {
  readonly title: string
  readonly summary: string
  readonly expected: string
  readonly achieved: string
  readonly asExpected: string
}

/**
 * Expected against achieved as SVG text: a dot for every school, and the line on which both are the same. Both axes have
 * the same scale, in units of the later score.
 */
export function expectedAchievedSvg({ schools }: Growth, words: PictureWords, language: 'nl' | 'en'): string {
  const all = schools.flatMap(({ expected, achieved }) => [expected, achieved])
  const low = all.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY)
  const high = all.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY)
  const ticks = ticksBetween(low, high)
  const from = Math.min(low, ticks[0] ?? low)
  const to = Math.max(high, ticks.at(-1) ?? high)
  const part = (value: number) => (value - from) / (to - from || 1)
  const x = (value: number) => round(margin.left + part(value) * (size - margin.left - margin.right))
  const y = (value: number) => round(size - margin.bottom - part(value) * (size - margin.top - margin.bottom))
  const number = new Intl.NumberFormat(language, { maximumSignificantDigits: 4 })
  const grid = ticks.map(
    (tick) =>
      `<path d="M${x(from)} ${y(tick)}H${x(to)}M${x(tick)} ${y(from)}V${y(to)}" stroke="#e4e4e4"/>` +
      `<text x="${margin.left - 8}" y="${y(tick) + 4}" text-anchor="end">${number.format(tick)}</text>` +
      `<text x="${x(tick)}" y="${size - margin.bottom + 18}" text-anchor="middle">${number.format(tick)}</text>`,
  )
  const dots = schools.map(({ level, expected, achieved, verdict }) => {
    const { colour, fill, radius } = looks[verdict]
    const dot = `<circle cx="${x(expected)}" cy="${y(achieved)}" r="${radius}" fill="${fill}" stroke="${colour}"`
    if (schools.length > mostNamed) return `${dot}/>`
    return `${dot}><title>${asXml(level)}: ${number.format(expected)} → ${number.format(achieved)}</title></circle>`
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" role="img" aria-labelledby="expected-title expected-summary" lang="${language}" font-family="sans-serif" font-size="12" fill="#1d1d1d">`,
    `<title id="expected-title">${asXml(words.title)}</title><desc id="expected-summary">${asXml(words.summary)}</desc>`,
    `<rect width="${size}" height="${size}" fill="#ffffff"/><text x="${margin.left}" y="22" font-size="15" font-weight="bold">${asXml(words.title)}</text>`,
    ...grid,
    `<path d="M${x(from)} ${y(from)}L${x(to)} ${y(to)}" stroke="#1d1d1d" stroke-dasharray="6 3"/>`,
    `<text x="${x(to) - 6}" y="${y(from) - 8}" text-anchor="end">${asXml(words.asExpected)}</text>`,
    ...dots,
    `<text x="${x(to)}" y="${size - 10}" text-anchor="end">${asXml(words.expected)}</text>`,
    `<text x="14" y="${y(to)}" transform="rotate(-90 14 ${y(to)})" text-anchor="end">${asXml(words.achieved)}</text>`,
    '</svg>',
  ].join('\n')
}

/** Round numbers that cover the range, at most nine. */
function ticksBetween(low: number, high: number): readonly number[] {
  const range = high - low || Math.abs(high) || 1
  const power = 10 ** Math.floor(Math.log10(range / 4))
  const step = [1, 2, 5, 10].map((each) => each * power).find((each) => range / each <= 7) ?? 10 * power
  const first = Math.floor(low / step)
  const last = Math.ceil(high / step)
  return Array.from({ length: last - first + 1 }, (_, k) => (first + k) * step)
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}

function asXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
