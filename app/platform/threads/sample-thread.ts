import { serveThread } from './serve-thread.ts'

/** For the test: a thread that answers, throws, dies, or takes all memory. */
const sampleWork = {
  double: (value: number) => 2 * value,
  fail: (): number => {
    throw new TypeError('not today')
  },
  die: (): number => process.exit(3),
  grow: (): number => {
    const held: string[][] = []
    for (;;) held.push(Array.from({ length: 100_000 }, (_, at) => `${at} ${held.length}`))
  },
}

export type SampleWork = typeof sampleWork

serveThread(sampleWork)
