import { parentPort, workerData } from 'node:worker_threads'
import { loadSolver, selectPanels } from '@kantelpunt/sortition'
import { quickRandom } from './quick-random.ts'
import type { WorkerData, WorkerMessage } from './select-in-worker.ts'

// The thread that select-in-worker.ts starts.

const say = (message: WorkerMessage) => parentPort?.postMessage(message)
// It is what select-in-worker.ts gave.
const { task, stop } = workerData as WorkerData
const { pool, seed, ...options } = task

const answer = selectPanels(await loadSolver(), pool, {
  ...options,
  random: quickRandom(seed),
  clock: () => performance.now(),
  onProgress: (progress) => {
    say({ kind: 'progress', progress })
    return Atomics.load(stop, 0) === 1
  },
})
say({ kind: 'answer', answer })
