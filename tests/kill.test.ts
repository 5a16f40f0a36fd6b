import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import type { TestBrowser } from '../app/platform/identity/testing.ts'
import { useApp } from './app-under-test.ts'
import { demoBoard, signInAs } from './person.ts'

// The server is killed while people write, ten times on each engine. What it acknowledged is there, once; what it did not
// acknowledge is sent again by the device, as it would be, and is there once too. bench/faults does this a hundred times.

const runs = 10
const writers = 4

describe.each(['pglite', 'postgres'] as const)('a server on %s that is killed while people write', (engine) => {
  const app = useApp(engine)

  it('loses nothing that it acknowledged, and does nothing twice', async () => {
    const board = demoBoard('Bovenbouw')
    const browser = await signInAs(app().url, 'Lars Nijland')
    const acknowledged = new Set<string>()
    const unanswered = new Set<string>()
    for (let run = 0; run < runs; run++) {
      let running = true
      const writing = Array.from({ length: writers }, async () => {
        while (running) {
          const id = randomUUID()
          unanswered.add(id)
          if (await write(browser, board, id)) {
            unanswered.delete(id)
            acknowledged.add(id)
          }
        }
      })
      const before = acknowledged.size
      await wait(60 + 40 * run)
      // A slow machine may need longer; a server that is killed before it acknowledged anything proves nothing.
      await vi.waitFor(() => expect(acknowledged.size).toBeGreaterThan(before), { timeout: 20_000, interval: 5 })
      running = false
      await Promise.all([app().crash(), ...writing])
    }
    expect(acknowledged.size).toBeGreaterThanOrEqual(runs)
    // Sent again, all of them, twice: also those that were carried out but could not be answered.
    for (const id of [...unanswered, ...unanswered, ...acknowledged]) expect(await write(browser, board, id)).toBe(true)
    for (const id of [...acknowledged, ...unanswered]) {
      const { status, body } = await browser.get(`${board}/actions/${id}`)
      expect(status, `${acknowledged.has(id) ? 'acknowledged' : 'sent again'} ${id}`).toBe(200)
      expect(body).toContain(`Kill ${id}`)
    }
    const { body } = await browser.get(board)
    for (const id of acknowledged) expect(body.split(`id="action-${id}"`)).toHaveLength(2)
  }, 300_000)
})

/** Writes an action whose id is the operation's; false where the server died before it answered. */
async function write(browser: TestBrowser, board: string, id: string): Promise<boolean> {
  try {
    const { status } = await browser.post(`${board}/actions`, { _op: id, description: `Kill ${id}` })
    if (status !== 303) throw new Error(`A write was answered with ${status}.`)
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}
