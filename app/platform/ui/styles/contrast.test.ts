import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tones } from '../tone.ts'

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8')
const paper = readFileSync(join(import.meta.dirname, 'print.css'), 'utf8')

/** The colours that are set in the first block after these words. */
function colours(source: string, selector: string): Readonly<Record<string, string>> {
  const start = source.indexOf(selector)
  const block = source.slice(source.indexOf('{', start), source.indexOf('}', start))
  const found = [...block.matchAll(/--([\w-]+): (#[0-9a-f]{3,8});/g)].map(([, name, value]) => [name, value])
  return Object.fromEntries(found)
}

const themes = {
  light: colours(css, ':root {'),
  dark: colours(css, ':root[data-theme="dark"] {'),
  paper: colours(paper, ':root[data-size="wall"] {'),
}

/** Relative luminance and contrast as WCAG 2.2 defines them; colours as `#rgb` or `#rrggbb`. */
function luminance(colour: string): number {
  const digits = colour.length === 4 ? colour.replace(/[0-9a-f]/g, '$&$&') : colour
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(digits.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

describe.each(Object.entries(themes))('the colours of %s', (_theme, colour) => {
  const of = (name: string): string => {
    const value = colour[name]
    if (value === undefined) throw new Error(`No token --${name}`)
    return value
  }
  const grounds = ['paper', 'sheet', 'sunk']

  const texts = [
    ...grounds.flatMap((ground) => ['ink', 'soft'].map((text) => [text, ground])),
    ...grounds.map((ground) => ['late-deep', ground]),
    ['paper', 'ink'],
    ...tones.flatMap((tone) => [
      [`${tone}-on`, tone],
      [`${tone}-deep`, `${tone}-tint`],
      [`${tone}-deep`, 'sheet'],
      [`${tone}-deep`, 'paper'],
      ['ink', `${tone}-tint`],
      ['soft', `${tone}-tint`],
    ]),
  ]

  it.each(texts)('%s can be read on %s', (text = '', ground = '') => {
    expect(contrast(of(text), of(ground))).toBeGreaterThanOrEqual(4.5)
  })

  it.each(grounds)('the edge of a control is seen on %s', (ground) => {
    expect(contrast(of('edge'), of(ground))).toBeGreaterThanOrEqual(3)
  })
})

describe('the tokens', () => {
  it('are dark in the same way by choice and by device', () => {
    const byDevice = colours(css, ':root:not([data-theme="light"])')
    expect(Object.keys(byDevice).length).toBeGreaterThan(35)
    expect(byDevice).toEqual(themes.dark)
  })

  it('measure contrast as WCAG does', () => {
    expect(contrast('#000', '#ffffff')).toBe(21)
    expect(contrast('#777777', '#fff')).toBeCloseTo(4.48, 2)
  })
})
