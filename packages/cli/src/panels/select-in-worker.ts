import { Worker } from 'node:worker_threads'
import type { Pool, Progress, SelectAnswer, SelectOptions } from '@kantelpunt/sortition'

/** What of the options can go to another thread; randomness goes as a text from which it is made. */
export interface SelectTask extends Pick<SelectOptions, 'algorithm' | 'timeLimit' | 'gap'> {
  readonly pool: Pool
  readonly seed: string
}

/** What the thread sends: how it goes, and at last the answer. */
export type WorkerMessage =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'answer'; readonly answer: SelectAnswer }

export interface WorkerData {
  readonly task: SelectTask
  /** Becomes 1 where the search has to stop with the best it has. */
  readonly stop: Int32Array<SharedArrayBuffer>
}

/**
 * Selects in a thread of its own, so that Control-C is heard while the solver is at work: then the answer is the best so far
 * with the gaps that it has. A second Control-C ends it without an answer.
 */
export function selectInWorker(
  task: SelectTask,
  onProgress: (progress: Progress) => void,
  onStopping: () => void,
): Promise<SelectAnswer> {
  const stop = new Int32Array(new SharedArrayBuffer(4))
  const workerData: WorkerData = { task, stop }
  const worker = new Worker(new URL('./select-worker.ts', import.meta.url), { workerData })
  return new Promise<SelectAnswer>((resolve, reject) => {
    const interrupt = () => {
      if (Atomics.exchange(stop, 0, 1) === 0) onStopping()
      else void worker.terminate()
    }
    process.on('SIGINT', interrupt)
    worker.on('message', (message: WorkerMessage) => {
      if (message.kind === 'progress') onProgress(message.progress)
      else resolve(message.answer)
    })
    worker.once('error', reject)
    worker.once('exit', () => {
      process.off('SIGINT', interrupt)
      // After an answer or an error this says nothing any more.
      resolve({ ok: false, reason: 'no-time' })
    })
  })
}
