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

/** Reads server-sent events as a browser does (WHATWG HTML § 9.2.6), for tests. */
export function readEvents(stream: ReadableStream<Uint8Array>): Events {
  const reader = stream.getReader()
  const decoder = new TextDecoder()
  let text = ''
  const next = async (): Promise<Event> => {
    for (;;) {
      const end = text.indexOf('\n\n')
      if (end !== -1) {
        const block = text.slice(0, end)
        text = text.slice(end + 2)
        const event = eventIn(block)
        if (event !== null) return event
        continue
      }
      const { done, value } = await soon(reader.read())
      if (done) throw new Error('The stream ended.')
      text += decoder.decode(value, { stream: true })
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
    cancel: () => reader.cancel(),
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
