import type { Growth, SchoolGrowth, Verdict } from './growth.ts'
import { en } from './text.en.ts'
import { type GrowthText, nl } from './text.nl.ts'

const texts: Readonly<Record<'nl' | 'en', GrowthText>> = { nl, en }
/** Not by colour alone: a filled, an empty and a small dot. Both colours keep 4.5:1 on white. */
const looks: Readonly<Record<Verdict, { readonly colour: string; readonly fill: string; readonly radius: number }>> = {
  above: { colour: '#1b5e8c', fill: '#1b5e8c', radius: 3.5 },
  below: { colour: '#a3380c', fill: '#ffffff', radius: 3.5 },
  'cannot-be-told-apart': { colour: '#6b6b6b', fill: '#6b6b6b', radius: 1.5 },
}
const verdicts: readonly Verdict[] = ['above', 'cannot-be-told-apart', 'below']
const height = 420
const margin = { top: 64, right: 16, bottom: 16, left: 56 }

/**
 * A caterpillar picture as SVG text: every school a dot with its interval, from least to most growth, and a line for the
 * school in the middle. A school with few pupils has a long line: that is what the picture is for. `nameOf` gives what a
 * school is called; hovering over it tells the name and the numbers up to 400 schools.
 */
export function caterpillarSvg(
  { schools, counts }: Growth,
  {
    language = 'nl',
    nameOf = ({ level }) => level,
  }: { language?: 'nl' | 'en'; nameOf?: (school: SchoolGrowth) => string } = {},
): string {
  const text = texts[language]
  const sorted = schools.toSorted((one, other) => one.growth - other.growth)
  const width = Math.min(2400, Math.max(640, margin.left + margin.right + sorted.length * 9))
  const step = (width - margin.left - margin.right) / Math.max(1, sorted.length)
  const lowest = Math.min(0, ...sorted.map(({ lower }) => lower))
  const highest = Math.max(0, ...sorted.map(({ upper }) => upper))
  const ticks = ticksBetween(lowest, highest)
  const bottom = Math.min(lowest, ticks[0] ?? lowest)
  const top = Math.max(highest, ticks.at(-1) ?? highest)
  const y = (value: number) =>
    round(margin.top + ((top - value) / (top - bottom || 1)) * (height - margin.top - margin.bottom))
  const x = (k: number) => round(margin.left + (k + 0.5) * step)
  const summary = text.summary(sorted.length, counts.above, counts.below, counts['cannot-be-told-apart'])
  const number = new Intl.NumberFormat(language, { maximumSignificantDigits: 3 })
  const detailed = sorted.length <= 400

  const axis = ticks.map(
    (tick) =>
      `<path d="M${margin.left} ${y(tick)}H${width - margin.right}" stroke="#d8d8d8"/><text x="${margin.left - 8}" y="${y(tick)}" text-anchor="end" dominant-baseline="middle">${number.format(tick)}</text>`,
  )
  const marks = sorted.map((school, k) => {
    const { colour, fill, radius } = looks[school.verdict]
    const line = `<path d="M${x(k)} ${y(school.lower)}V${y(school.upper)}" stroke="${colour}"/>`
    const dot = `<circle cx="${x(k)}" cy="${y(school.growth)}" r="${Math.min(radius, Math.max(1, step))}" fill="${fill}" stroke="${colour}"/>`
    if (!detailed) return line + dot
    const range = `${number.format(school.lower)} – ${number.format(school.upper)}`
    const words = `${nameOf(school)}: ${text.growth} ${number.format(school.growth)} (${range}), ${text.pupils(school.pupils)}, ${text.verdicts[school.verdict]}`
    return `<g><title>${asXml(words)}</title>${line}${dot}</g>`
  })
  let next = margin.left + 8
  const legend = verdicts.map((verdict) => {
    const { colour, fill, radius } = looks[verdict]
    const words = `${text.verdicts[verdict]}: ${counts[verdict]}`
    const at = next
    // Letters of a sans serif face of 12 are seldom wider than 5.8 on average.
    next += words.length * 5.8 + 40
    return `<circle cx="${at}" cy="42" r="${radius}" fill="${fill}" stroke="${colour}"/><text x="${at + 10}" y="42" dominant-baseline="middle">${words}</text>`
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="caterpillar-title caterpillar-summary" lang="${text.language}" font-family="sans-serif" font-size="12" fill="#1d1d1d">`,
    `<title id="caterpillar-title">${text.title}</title><desc id="caterpillar-summary">${summary}</desc>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/><text x="${margin.left}" y="22" font-size="15" font-weight="bold">${text.title}</text>`,
    ...legend,
    ...axis,
    ...marks,
    `<path d="M${margin.left} ${y(0)}H${width - margin.right}" stroke="#1d1d1d" stroke-dasharray="6 3"/><text x="${width - margin.right}" y="${y(0) + 16}" text-anchor="end">${text.middle}</text>`,
    '</svg>',
    '',
  ].join('\n')
}

/** Round numbers, four to nine of them, that cover the range. */
function ticksBetween(lowest: number, highest: number): readonly number[] {
  const range = highest - lowest || 1
  const power = 10 ** Math.floor(Math.log10(range / 4))
  const step = [1, 2, 5, 10].map((each) => each * power).find((each) => range / each <= 7) ?? 10 * power
  const first = Math.floor(lowest / step)
  const last = Math.ceil(highest / step)
  return Array.from({ length: last - first + 1 }, (_, k) => (first + k) * step)
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}

function asXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
