import { startThread, type Thread, threadFile } from '../../../platform/threads/thread.ts'
import type { ResultsWork } from './results-work.ts'

/** A thread of its own for the heavy work on results; who starts it ends it. */
export function startResultsThread(): Thread<ResultsWork> {
  return startThread<ResultsWork>(threadFile(import.meta.url, './results-thread.ts'))
}
