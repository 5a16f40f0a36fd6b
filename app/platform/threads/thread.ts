import { Worker } from 'node:worker_threads'

/** What a thread can be asked; arguments and answers are data that can be copied. */
export type Work = Readonly<Record<string, (...given: never[]) => unknown>>

export interface Thread<Does extends Work> {
  /** Rejects with ThreadEndedError where the thread ends before it answers, and with what the work throws. */
  ask<Name extends keyof Does>(name: Name, ...given: Parameters<Does[Name]>): Promise<Awaited<ReturnType<Does[Name]>>>
  end(): Promise<void>
}

/** The thread ended before it answered: it ran out of memory, or crashed. */
export class ThreadEndedError extends Error {
  override readonly name = 'ThreadEndedError'
}

export interface Question {
  readonly id: number
  readonly name: string
  readonly given: readonly unknown[]
}

export type Reply =
  | { readonly id: number; readonly ok: true; readonly answer: unknown }
  | { readonly id: number; readonly ok: false; readonly error: unknown }

interface Waiting {
  readonly resolve: (answer: unknown) => void
  readonly reject: (error: unknown) => void
}

/** Starts a thread that is served by `file` (`serveThread`). With more than `memoryMb` it ends, and the server goes on. */
export function startThread<Does extends Work>(file: URL, { memoryMb = 1024 } = {}): Thread<Does> {
  const worker = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: memoryMb } })
  const waiting = new Map<number, Waiting>()
  let asked = 0
  let ended: ThreadEndedError | undefined
  const stop = (cause?: unknown) => {
    ended ??= new ThreadEndedError('The thread ended before it answered.', { cause })
    for (const { reject } of waiting.values()) reject(ended)
    waiting.clear()
  }
  worker.on('message', (reply: Reply) => {
    const found = waiting.get(reply.id)
    waiting.delete(reply.id)
    if (reply.ok) found?.resolve(reply.answer)
    else found?.reject(reply.error)
  })
  worker.on('error', stop)
  worker.on('exit', () => stop())
  return {
    ask: (name, ...given) =>
      new Promise((resolve, reject) => {
        if (ended !== undefined) return reject(ended)
        const id = asked++
        // The thread answers as its work does: serveThread is given the same `Does`.
        waiting.set(id, { resolve: resolve as (answer: unknown) => void, reject })
        worker.postMessage({ id, name: String(name), given } satisfies Question)
      }),
    end: async () => void (await worker.terminate()),
  }
}

/** The same face without a thread: the work is done here. */
export function inThisThread<Does extends Work>(work: Does): Thread<Does> {
  return {
    // What a member of `Does` answers is its ReturnType; the compiler does not see that of an index.
    ask: async (name, ...given) => (await work[name]?.(...given)) as never,
    end: async () => {},
  }
}

/** A file beside the one with this `import.meta.url`: in the bundle all threads stand beside the server, code in chunks below. */
export function threadFile(url: string, path: string): URL {
  if (url.endsWith('.ts')) return new URL(path, url)
  const file = path.replace(/^.*\//, './').replace(/\.ts$/, '.js')
  return new URL(url.includes('/chunks/') ? `.${file}` : file, url)
}
