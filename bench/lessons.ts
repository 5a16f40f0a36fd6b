import { faultOf, runCourse } from '../app/modules/improvement/lessons/simulated-editors.ts'
import { type Figure, report } from './house/report.ts'

/*
 * Writing together: ten devices in one lesson whose connections come and go, by the page's own sync and the server's own
 * merge. In the end everybody must have the same text, with no letter lost, doubled or back. `COURSES` makes it shorter,
 * `SEED` starts elsewhere.
 */

const courses = Number(process.env.COURSES ?? 10_000)
const first = Number(process.env.SEED ?? 1)

const faults: string[] = []
let exchanges = 0
let reloads = 0
let letters = 0
const started = performance.now()
for (let seed = first; seed < first + courses; seed++) {
  const outcome = await runCourse({ seed, editors: 10, edits: 8 })
  const fault = faultOf(outcome)
  if (fault !== null) faults.push(`seed ${seed}: ${fault}`)
  exchanges += outcome.exchanges
  reloads += outcome.reloads
  letters += outcome.written.size
  if (seed % 50 === 0) process.stderr.write(`\rcourse ${seed - first + 1} of ${courses}, ${faults.length} faults`)
}
process.stderr.write('\n')
const figures: Figure[] = [
  { figure: 'ten editors, offline and online: courses', value: courses, unit: '' },
  { figure: 'letters written', value: letters, unit: '' },
  { figure: 'exchanges with the server', value: exchanges, unit: '' },
  { figure: 'pages closed and opened again', value: reloads, unit: '' },
  { figure: 'courses that did not end alike, or lost a letter', value: faults.length, unit: '', asked: '0' },
  { figure: 'time for one course', value: (performance.now() - started) / courses, unit: 'ms' },
]
report('lessons', figures)
for (const fault of faults) process.stderr.write(`${fault}\n`)
process.exitCode = faults.length === 0 ? 0 : 1
