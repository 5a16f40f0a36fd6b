import { readFileSync } from 'node:fs'
import { matchBest, openMatching, readExchange } from '../../packages/exchange/src/index.ts'
import type { Figure } from '../house/report.ts'
import { median } from './markets.ts'

/** One leaves and comes back, a hundred times: how long until the best is known again, with who is matched with whom. */
export function measureChanges(file: string): readonly Figure[] {
  const read = readExchange(readFileSync(file), 'edges')
  if (!read.ok) throw new Error(read.refusal.reason)
  const { n, from, to, weight } = read.graph
  const edges = Array.from({ length: n }, (): { to: number; weight: number }[] => [])
  for (let k = 0; k < from.length; k++) {
    edges[from[k] ?? 0]?.push({ to: to[k] ?? 0, weight: weight[k] ?? 0 })
    edges[to[k] ?? 0]?.push({ to: from[k] ?? 0, weight: weight[k] ?? 0 })
  }
  const began = performance.now()
  const live = openMatching(read.graph)
  const opened = performance.now() - began
  const times: number[] = []
  const processor: number[] = []
  const gone = new Set<number>()
  for (let change = 0; change < 100; change++) {
    const vertex = (change * 7919) % n
    const measure = (work: () => void) => {
      const [start, spent] = [performance.now(), process.threadCpuUsage()]
      work()
      live.matched()
      const { user, system } = process.threadCpuUsage(spent)
      times.push(performance.now() - start)
      processor.push((user + system) / 1000)
    }
    measure(() => live.leave(vertex))
    // Back under a new number, with edges to those who have not left.
    let back = -1
    const offers = (edges[vertex] ?? []).filter((edge) => !gone.has(edge.to))
    measure(() => {
      back = live.join(offers)
    })
    live.leave(back)
    gone.add(vertex)
  }
  const rest = { n, from, to, weight: weight.map((w, k) => (gone.has(from[k] ?? 0) || gone.has(to[k] ?? 0) ? 0 : w)) }
  const scratch = matchBest(rest).objective
  return [
    { figure: `changes at ${n}: to begin with`, value: opened, unit: 'ms' },
    { figure: `changes at ${n}: re-solved, median of ${times.length}`, value: median(times), unit: 'ms' },
    { figure: `changes at ${n}: re-solved, the slowest`, value: Math.max(...times), unit: 'ms', asked: '≤ 100 ms' },
    { figure: `changes at ${n}: the slowest in processor time`, value: Math.max(...processor), unit: 'ms' },
    {
      figure: `changes at ${n}: objective minus that from scratch`,
      value: live.matched().objective - scratch,
      unit: '',
      asked: '0',
    },
  ]
}
