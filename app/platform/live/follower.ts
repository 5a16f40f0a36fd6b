import type { Variant } from './topic.ts'

/** Bytes that may wait for one device; a slower one is let go and resumes by itself from its last event id. */
export const mostWaiting = 1024 * 1024
/** How long a browser waits before it connects again. */
const retryMs = 1500

/** The way to one device: what is written arrives in order, until either side closes it. */
export interface Sink {
  /** Bytes that were written and not yet taken. */
  readonly waiting: number
  write(text: string): void
  /** Closes after what was written; the device connects again. */
  end(): void
  /** Closes at once, whatever still waits. */
  cut(): void
  /** Calls back once when it is closed, by whichever side. */
  onClose(closed: () => void): void
}

/** One device on one stream. */
export class Follower {
  readonly variant: Variant
  readonly variantKey: string
  /** In ms since 1970: then the connection ends, and the device connects anew and is looked at anew. */
  readonly endsAt: number
  /** What this device has been sent. */
  sequence: number
  #sink: Sink | null
  readonly #gone: () => void

  constructor(variant: Variant, after: number, endsAt: number, sink: Sink, gone: () => void) {
    this.variant = variant
    this.variantKey = `${variant.locale} ${variant.view} ${variant.audience}`
    this.sequence = after
    this.endsAt = endsAt
    this.#sink = sink
    this.#gone = gone
    sink.onClose(() => this.#forget())
    sink.write(`retry: ${retryMs}\n\n`)
  }

  /** Sends fragments; with a sequence number as their event id, so that the device can resume behind them. */
  send(html: string, sequence: number | null): void {
    if (sequence !== null) this.sequence = sequence
    const data = html === '' ? '' : `data: ${html.replaceAll('\n', '\ndata: ')}\n`
    if (data === '' && sequence === null) return
    this.#write(`${sequence === null ? '' : `id: ${sequence}\n`}${data}\n`)
  }

  /** A comment: keeps proxies from closing a quiet connection, and finds out that the device is gone. */
  beat(): void {
    this.#write(': \n\n')
  }

  /** Ends the connection after what was sent; the device connects again. */
  close(): void {
    this.#sink?.end()
    this.#forget()
  }

  #write(text: string): void {
    if (this.#sink === null) return
    if (this.#sink.waiting < mostWaiting) this.#sink.write(text)
    else this.#drop()
  }

  /** Lets go of a device that does not read, and of all that waits for it. */
  #drop(): void {
    this.#sink?.cut()
    this.#forget()
  }

  #forget(): void {
    if (this.#sink === null) return
    this.#sink = null
    this.#gone()
  }
}
