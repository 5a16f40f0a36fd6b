import { setTimeout as wait } from 'node:timers/promises'

const longestMs = 10_000

/** For tests of what happens in the background: waits until it holds, and throws when it does not come to be. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + longestMs
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error('It did not come to be within 10 seconds.')
    await wait(20)
  }
}
