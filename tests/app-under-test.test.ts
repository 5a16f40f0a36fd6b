import { describe, expect, it } from 'vitest'
import { useApp } from './app-under-test.ts'

describe.each(['pglite', 'postgres'] as const)('the app on %s', (engine) => {
  const app = useApp(engine)

  it('answers, and again on the same address after a crash', async () => {
    expect((await fetch(app().url)).status).toBeLessThan(500)
    await app().crash()
    expect((await fetch(app().url)).status).toBeLessThan(500)
  })
})
