import { coverageOfAll } from '../packages/intervals/src/simulate/all.ts'
import { atSizes, meanHeld } from '../packages/intervals/src/simulate/coverage.ts'
import { type Figure, report } from './house/report.ts'

/*
 * How often 95 % intervals hold the truth: shares and their changes exactly, the rest by simulation, over grids of truths and sizes.
 * ROUNDS makes it shorter or surer (2000: a standard error of 0.5 for one cell); `npm run bench -- intervals all` names every cell
 * outside of 93–97.
 */

const rounds = process.env.ROUNDS === undefined ? 2000 : Number(process.env.ROUNDS)
const named = process.argv[2] === 'all'
const asked = '93–97'

const figures = coverageOfAll(rounds).flatMap(({ name: kind, shown, cells }): readonly Figure[] => {
  const name = shown ? kind : `${kind} (on no page)`
  const held = cells.map((cell) => cell.held)
  const outside = cells.filter((cell) => cell.held < 0.93 || cell.held > 0.97)
  const figure = (of: string, value: number): Figure => ({ figure: `${name}, ${of}`, value: 100 * value, unit: '%' })
  const worst = (value: number) => cells.find((cell) => cell.held === value)
  const [low, high] = [Math.min(...held), Math.max(...held)]
  return [
    { ...figure(`mean of ${cells.length} cells`, meanHeld(cells)), asked },
    ...[...atSizes(cells)].flatMap(([size, some]) => {
      const own = some.map((cell) => cell.held)
      return [
        { ...figure(`n = ${size}: mean`, meanHeld(some)), asked },
        figure(`n = ${size}: lowest cell`, Math.min(...own)),
        figure(`n = ${size}: highest cell`, Math.max(...own)),
      ]
    }),
    figure('cells within 93–97', 1 - outside.length / cells.length),
    { ...figure(`lowest: n = ${worst(low)?.size}, ${worst(low)?.truth}`, low), asked: '≥ 93' },
    { ...figure(`highest: n = ${worst(high)?.size}, ${worst(high)?.truth}`, high), asked: '≤ 97' },
    ...(named ? outside.map((cell) => figure(`outside: n = ${cell.size}, ${cell.truth}`, cell.held)) : []),
  ]
})
report('intervals', figures)
