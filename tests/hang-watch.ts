import { Worker } from 'node:worker_threads'
import { expect } from 'vitest'

/**
 * A test that never gives the thread back is beyond Vitest's time limits, and the whole run would wait for it. This stands
 * beside each file on a thread of its own: after ten minutes it says which file hangs and where, and ends the process, which
 * Vitest reports as a failure.
 */
const minutes = 10
const file = expect.getState().testPath ?? 'a file of tests'
const watch = new Worker(new URL('hang-watch-thread.mjs', import.meta.url), { workerData: { file, minutes } })
watch.unref()
