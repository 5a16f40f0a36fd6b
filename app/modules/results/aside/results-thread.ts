import { serveThread } from '../../../platform/threads/serve-thread.ts'
import { resultsWork } from './results-work.ts'

// The thread that start-results-thread.ts starts.

serveThread(resultsWork())
