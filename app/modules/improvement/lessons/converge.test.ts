import { expect, it } from 'vitest'
import { faultOf, runCourse } from './simulated-editors.ts'

// The long run, 10,000 courses, is `npm run bench -- lessons`.
it('ten people who write in one lesson, offline and online, end with the same text and lose no letter', async () => {
  let exchanges = 0
  let reloads = 0
  for (let seed = 1; seed <= 30; seed++) {
    const outcome = await runCourse({ seed, editors: 10, edits: 12 })
    expect([seed, faultOf(outcome)]).toEqual([seed, null])
    expect(outcome.written.size).toBeGreaterThan(60)
    exchanges += outcome.exchanges
    reloads += outcome.reloads
  }
  expect(exchanges).toBeGreaterThan(2500)
  expect(reloads).toBeGreaterThan(50)
}, 120_000)
