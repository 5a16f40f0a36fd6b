import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RunChart } from './run-chart.tsx'

const words = { start: 'start', goal: 'doel', day: 'Dag', value: 'Meting', table: 'De cijfers als tabel' }
const draw = (values: readonly number[], start?: number, goal?: number): string =>
  RunChart({
    readings: values.map((value, index) => ({ day: `dag ${index}`, value })),
    start,
    goal,
    label: 'Plaatje',
    words,
  }).text

/** Heights of the dots in the drawing, from left to right. */
function heights(svg: string): readonly number[] {
  const points = svg.match(/class="point" d="([^"]*)"/)?.[1] ?? ''
  return [...points.matchAll(/M\S+ (\S+)h0/g)].map((found) => Number(found[1]))
}

describe('a run chart', () => {
  const figure = fc.double({ min: -1000, max: 100_000, noNaN: true })

  it('keeps every figure, in order, and draws higher what is higher, inside the frame', () => {
    fc.assert(
      fc.property(fc.array(figure, { minLength: 1, maxLength: 40 }), figure, figure, (values, start, goal) => {
        const svg = draw(values, start, goal)
        const drawn = heights(svg)
        expect(drawn).toHaveLength(values.length)
        for (const [index, value] of values.entries()) {
          expect(drawn[index]).toBeGreaterThanOrEqual(0)
          expect(drawn[index]).toBeLessThanOrEqual(150)
          for (const [other, its] of values.entries())
            if (its > value) expect(drawn[other]).toBeLessThanOrEqual(drawn[index] ?? Number.NaN)
        }
        expect(svg).not.toMatch(/NaN|Infinity/)
        for (const [index, value] of values.entries())
          expect(svg).toContain(`dag ${index}</th><td class="n">${value}</td>`)
      }),
    )
  })

  it('writes the words of start and goal beside each other when the lines are near', () => {
    const at = (svg: string, word: string) => Number(svg.match(new RegExp(`y="(\\d+)">${word}`))?.[1])
    for (const [start, goal] of [
      [3, 3],
      [50, 51],
      [51, 50],
    ] as const) {
      const svg = draw([0, 100], start, goal)
      expect(Math.abs(at(svg, 'start') - at(svg, 'doel'))).toBeGreaterThanOrEqual(17)
    }
  })

  it('marks a goal as reached, also one that lies under the start', () => {
    expect(draw([3, 9], 3, 9)).toContain('reached')
    expect(draw([3, 8], 3, 9)).not.toContain('reached')
    expect(draw([9, 2], 9, 2)).toContain('reached')
    expect(draw([9, 3], 9, 2)).not.toContain('reached')
  })

  it('can be drawn before the first reading', () => {
    expect(draw([], 3, 9)).toContain('doel 9')
    expect(draw([], 3, 9)).not.toMatch(/NaN|Infinity|d="M"/)
  })
})
