import { setTimeout as wait } from 'node:timers/promises'

/** An orchestrator that asks a process to stop kills it after ten seconds; half of that must be enough. */
const longestMs = 5000

/**
 * On SIGTERM or SIGINT runs the steps one after another and ends the process: 0 when all went well, 1 when a step failed
 * or all of it took longer than five seconds.
 */
export function stopOnSignal(steps: readonly (() => unknown)[], failed: (error: unknown) => void): void {
  let stopping = false
  const stop = async (): Promise<void> => {
    if (stopping) return
    stopping = true
    let code = 0
    void wait(longestMs).then(() => process.exit(1))
    for (const step of steps) {
      try {
        await step()
      } catch (error) {
        failed(error)
        code = 1
      }
    }
    process.exit(code)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop())
}
