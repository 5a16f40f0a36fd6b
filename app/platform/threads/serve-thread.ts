import { parentPort } from 'node:worker_threads'
import type { Question, Reply, Work } from './thread.ts'

/** Serves the questions of who started this thread, one after another, for as long as it lives. */
export function serveThread(work: Work): void {
  const port = parentPort
  if (port === null) throw new Error('This is not a thread.')
  const say = (reply: Reply) => port.postMessage(reply)
  let last: Promise<void> = Promise.resolve()
  port.on('message', ({ id, name, given }: Question) => {
    last = last.then(async () => {
      try {
        // startThread knows by its type what this work can be given.
        say({ id, ok: true, answer: await work[name]?.(...(given as never[])) })
      } catch (error) {
        say({ id, ok: false, error })
      }
    })
  })
}
