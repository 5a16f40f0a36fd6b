import type { Variant } from './topic.ts'

const encoder = new TextEncoder()
/** Bytes that may wait for one device; a slower one is let go and resumes by itself from its last event id. */
export const mostWaiting = 1024 * 1024
/** How long a browser waits before it connects again. */
const retryMs = 1500

/** One device on one stream. */
export class Follower {
  readonly variant: Variant
  readonly variantKey: string
  readonly stream: ReadableStream<Uint8Array>
  /** In ms since 1970: then the connection ends, and the device connects anew and is looked at anew. */
  readonly endsAt: number
  /** What this device has been sent. */
  sequence: number
  #controller: ReadableStreamDefaultController<Uint8Array> | null = null
  readonly #gone: () => void

  constructor(variant: Variant, after: number, endsAt: number, gone: () => void) {
    this.variant = variant
    this.variantKey = `${variant.locale} ${variant.view} ${variant.audience}`
    this.sequence = after
    this.endsAt = endsAt
    this.#gone = gone
    this.stream = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.#controller = controller
          controller.enqueue(encoder.encode(`retry: ${retryMs}\n\n`))
        },
        cancel: () => this.#forget(),
      },
      { highWaterMark: mostWaiting, size: (chunk) => chunk?.byteLength ?? 0 },
    )
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
    try {
      this.#controller?.close()
    } catch {
      // The device closed it first.
    }
    this.#forget()
  }

  #write(text: string): void {
    if (this.#controller === null) return
    if ((this.#controller.desiredSize ?? 0) > 0) this.#controller.enqueue(encoder.encode(text))
    else this.#drop()
  }

  /** Lets go of a device that does not read, and of all that waits for it. */
  #drop(): void {
    this.#controller?.error(new Error('The device reads too slowly.'))
    this.#forget()
  }

  #forget(): void {
    if (this.#controller === null) return
    this.#controller = null
    this.#gone()
  }
}
