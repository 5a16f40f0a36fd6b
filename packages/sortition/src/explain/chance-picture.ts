import type { Language } from '../language.ts'
import type { Pool } from '../pool/pool.ts'
import { shownApart } from './small-groups.ts'
import { en } from './text.en.ts'
import { type ExplainText, nl } from './text.nl.ts'

export interface ChanceRow {
  readonly feature: string
  /** undefined: the groups of this feature that are too small to show apart, together. */
  readonly value: string | undefined
  readonly people: number
  readonly mean: number
}

/** The mean chance of every group, feature by feature; groups of fewer than five people only together with others. */
export function chancesByFeature(pool: Pool, probabilities: readonly number[]): readonly ChanceRow[] {
  return pool.features.flatMap(({ name, values }, feature) => {
    const sizes = values.map(() => 0)
    const sums = values.map(() => 0)
    pool.people.forEach(({ answers }, place) => {
      const value = answers[feature] ?? 0
      sizes[value] = (sizes[value] ?? 0) + 1
      sums[value] = (sums[value] ?? 0) + (probabilities[place] ?? 0)
    })
    const apart = shownApart(sizes)
    const rows = values.flatMap((value, at): readonly ChanceRow[] => {
      const people = sizes[at] ?? 0
      if (people === 0 || apart[at] !== true) return []
      return [{ feature: name, value: value.name, people, mean: (sums[at] ?? 0) / people }]
    })
    const rest = [...sizes.keys()].filter((at) => apart[at] !== true)
    const people = rest.reduce((sum, at) => sum + (sizes[at] ?? 0), 0)
    // Fewer than five in the whole pool: then nothing is said.
    if (people < 5) return rows
    const mean = rest.reduce((sum, at) => sum + (sums[at] ?? 0), 0) / people
    return [...rows, { feature: name, value: undefined, people, mean }]
  })
}

// Between light and dark: 3 : 1 or more on white and on the dark sheet, so that one picture does for both.
const [blue, red] = ['#3b82e0', '#d1495b']
const [width, rowHeight] = [360, 46]

/**
 * The same as a picture and as the table that goes beside it: SVG and HTML, complete in themselves; letters take the colour of the
 * page around them.
 */
export function chancePicture(
  pool: Pool,
  probabilities: readonly number[],
  language: Language,
): { readonly svg: string; readonly table: string; readonly title: string } {
  const text = language === 'nl' ? nl : en
  const rows = chancesByFeature(pool, probabilities)
  const equal = pool.seats / Math.max(1, pool.people.length)
  const most = rows.reduce((high, { mean }) => Math.max(high, mean), equal) || 1
  const x = (chance: number) => Math.round((chance / most) * width)
  const said = `${text.picture.equal} ${text.percent(equal)}`
  let y = 22
  const parts = rows.map((row, at) => {
    const isFirst = row.feature !== rows[at - 1]?.feature
    const headAt = y + 36
    y = (isFirst ? headAt : y) + rowHeight
    const head = isFirst
      ? `<text font-weight="700" font-size="16" y="${headAt}">${asText(cut(row.feature, 44))}</text>`
      : ''
    const name = `<text y="${y - 18}">${asText(cut(nameOf(row, text), 38))}</text>`
    const figure = `<text font-weight="700" x="${width}" y="${y - 18}" text-anchor="end">${text.percent(row.mean)}</text>`
    const bar = `<rect y="${y - 12}" width="${Math.max(1, x(row.mean))}" height="12" rx="3" fill="${blue}"/>`
    return `${head}${name}${figure}${bar}<path d="M${x(equal)} ${y - 15}v18" stroke="${red}" stroke-width="3"/>`
  })
  const label = asText(text.picture.label(text.percent(equal)))
  const open = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-2 0 ${width + 4} ${y + 8}" role="img" aria-label="${label}" font-family="'Atkinson Hyperlegible Next',system-ui,sans-serif" font-size="15" fill="currentColor">`
  const key = `<path d="M2 6v16" stroke="${red}" stroke-width="3"/><text x="12" y="19">${asText(said)}</text>`
  const svg = `${open}${key}${parts.join('')}</svg>`
  const { title, value, people, mean } = text.picture
  const cells = rows.map((row, at) => {
    const group = `<tr><th colspan="3" scope="rowgroup">${asText(row.feature)}</th></tr>`
    const line = `<tr><td>${asText(nameOf(row, text))}</td><td>${row.people}</td><td>${text.percent(row.mean)}</td></tr>`
    return row.feature === rows[at - 1]?.feature ? line : `${group}${line}`
  })
  const heads = [value, people, mean].map((head) => `<th scope="col">${head}</th>`).join('')
  return {
    title,
    svg,
    table: `<table><caption>${title}</caption><thead><tr>${heads}</tr></thead><tbody>${cells.join('')}</tbody></table>`,
  }
}

function nameOf({ value }: ChanceRow, text: ExplainText): string {
  return value ?? text.picture.together
}

function cut(text: string, most: number): string {
  return [...text].length > most ? `${[...text].slice(0, most - 1).join('')}…` : text
}

function asText(text: string): string {
  // Control characters are no part of XML.
  const visible = text.replaceAll(/[\p{Cc}\p{Cs}]/gu, '\ufffd')
  return visible.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
