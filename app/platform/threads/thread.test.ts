import { expect, it } from 'vitest'
import type { SampleWork } from './sample-thread.ts'
import { inThisThread, startThread, ThreadEndedError, threadFile } from './thread.ts'

const start = (memoryMb?: number) =>
  startThread<SampleWork>(threadFile(import.meta.url, './sample-thread.ts'), memoryMb === undefined ? {} : { memoryMb })

it('answers each question with its own answer, and throws what the work throws', async () => {
  const thread = start()
  const answers = [thread.ask('double', 1), thread.ask('fail'), thread.ask('double', 21)]
  expect(await Promise.allSettled(answers)).toMatchObject([
    { value: 2 },
    { reason: { name: 'TypeError', message: 'not today' } },
    { value: 42 },
  ])
  await thread.end()
})

it('says of a thread that died that it did, to who waits and to who asks later', async () => {
  const thread = start()
  const waiting = [thread.ask('die'), thread.ask('double', 1)]
  for (const each of await Promise.allSettled(waiting)) {
    expect(each).toMatchObject({ status: 'rejected', reason: expect.any(ThreadEndedError) })
  }
  await expect(thread.ask('double', 1)).rejects.toThrow(ThreadEndedError)
})

it('ends a thread that takes more memory than it may, and lives on itself', async () => {
  await expect(start(32).ask('grow')).rejects.toThrow(ThreadEndedError)
})

it('does the same work here', async () => {
  const here = inThisThread({ double: (value: number) => 2 * value })
  expect(await here.ask('double', 21)).toBe(42)
})

it.each([
  ['file:///app/rooms/work.ts', 'file:///app/rooms/heavy-thread.ts'],
  ['file:///build/server/main.js', 'file:///build/server/heavy-thread.js'],
  ['file:///build/server/chunks/a-B1.js', 'file:///build/server/heavy-thread.js'],
])('finds the file of a thread beside %s', (url, file) => {
  expect(threadFile(url, './heavy-thread.ts').href).toBe(file)
})
