import { Controller } from '@hotwired/stimulus'
import { renderStreamMessage } from '@hotwired/turbo'
import { report } from './connection.ts'
import { wakeEntries } from './entries.ts'

const longestPauseMs = 30_000
/** Longer hidden than this and the line may be dead without anybody having noticed. */
const sleepMs = 10_000

/** Follows a stream of the server and puts what changed on the page; goes on behind the last thing it saw. */
export class LiveController extends Controller {
  static override values = { source: String }
  declare readonly sourceValue: string
  #source: EventSource | undefined
  #after: string | null = null
  #failures = 0
  #retry: ReturnType<typeof setTimeout> | undefined
  #hiddenAt = 0
  readonly #reopen = (): void => this.#open()
  readonly #visible = (): void => {
    if (document.hidden) this.#hiddenAt = Date.now()
    else if (Date.now() - this.#hiddenAt > sleepMs || this.#source?.readyState === EventSource.CLOSED) this.#open()
  }

  override connect(): void {
    if (document.documentElement.hasAttribute('data-turbo-preview')) return
    window.addEventListener('online', this.#reopen)
    document.addEventListener('visibilitychange', this.#visible)
    this.#open()
  }

  override disconnect(): void {
    window.removeEventListener('online', this.#reopen)
    document.removeEventListener('visibilitychange', this.#visible)
    clearTimeout(this.#retry)
    this.#source?.close()
    report('live', 'none')
  }

  #open(): void {
    clearTimeout(this.#retry)
    this.#source?.close()
    const address = new URL(this.sourceValue, location.href)
    if (this.#after !== null) address.searchParams.set('after', this.#after)
    const source = new EventSource(address)
    this.#source = source
    source.onopen = () => {
      this.#failures = 0
      report('live', 'none')
      wakeEntries()
    }
    source.onmessage = (event: MessageEvent<string>) => {
      if (event.lastEventId !== '') this.#after = event.lastEventId
      renderStreamMessage(event.data)
    }
    source.onerror = () => {
      report('live', 'lost')
      // The browser tries again by itself, unless the server refused.
      if (source.readyState !== EventSource.CLOSED) return
      this.#failures++
      this.#retry = setTimeout(this.#reopen, Math.min(longestPauseMs, 1000 * 2 ** this.#failures))
    }
  }
}
