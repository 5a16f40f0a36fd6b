import type { Sink } from './follower.ts'

export interface Event {
  readonly id: number | null
  readonly data: string
}

export interface Events {
  /** The next event with content. Throws where the stream ends first, and after five seconds. */
  next(): Promise<Event>
  /** Reads on until an event with this content. */
  until(data: string): Promise<Event>
  cancel(): Promise<void>
}

/** Follows as a device would, and reads server-sent events as a browser does (WHATWG HTML § 9.2.6); for tests. */
export function readEvents(follow: (sink: Sink) => void): Events {
  let text = ''
  let ended = false
  let arrived = () => {}
  let closed = () => {}
  const end = () => {
    ended = true
    arrived()
    closed()
  }
  follow({
    waiting: 0,
    write: (more) => {
      text += more
      arrived()
    },
    end,
    cut: end,
    onClose: (heard) => {
      closed = heard
    },
  })
  const next = async (): Promise<Event> => {
    for (;;) {
      const blockEnd = text.indexOf('\n\n')
      if (blockEnd !== -1) {
        const event = eventIn(text.slice(0, blockEnd))
        text = text.slice(blockEnd + 2)
        if (event !== null) return event
        continue
      }
      if (ended) throw new Error('The stream ended.')
      await soon(
        new Promise<void>((resolve) => {
          arrived = resolve
        }),
      )
    }
  }
  return {
    next,
    until: async (data) => {
      for (;;) {
        const event = await next()
        if (event.data === data) return event
      }
    },
    cancel: async () => end(),
  }
}

function eventIn(block: string): Event | null {
  const lines = block.split('\n')
  const data = lines.filter((line) => line.startsWith('data: ')).map((line) => line.slice(6))
  const id = lines.find((line) => line.startsWith('id: '))?.slice(4)
  return data.length === 0 ? null : { id: id === undefined ? null : Number(id), data: data.join('\n') }
}

async function soon<T>(promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('No event came within five seconds.')), 5000)
  })
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}
