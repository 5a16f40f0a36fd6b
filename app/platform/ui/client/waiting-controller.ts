import { Controller } from '@hotwired/stimulus'
import { lastOwnersEntries } from './entries.ts'
import { inOrder } from './queue.ts'

/** On the page that is shown without a connection: lists what waits on this device, and goes on once the line is back. */
export class WaitingController extends Controller {
  static override targets = ['list', 'some', 'none']
  declare readonly listTarget: HTMLElement
  declare readonly someTarget: HTMLElement
  declare readonly noneTarget: HTMLElement
  #timer: ReturnType<typeof setInterval> | undefined
  readonly #try = (): void => {
    fetch('/favicon.svg', { cache: 'no-store' }).then(
      () => location.reload(),
      () => {},
    )
  }

  override connect(): void {
    // A device says that it is online before the line really works, and some never say it.
    window.addEventListener('online', this.#try)
    this.#timer = setInterval(this.#try, 3000)
    const entries = inOrder(lastOwnersEntries())
    this.someTarget.hidden = entries.length === 0
    this.noneTarget.hidden = entries.length > 0
    this.listTarget.replaceChildren(
      ...entries.map(({ text, fields }) => {
        const item = document.createElement('li')
        item.className = 'card'
        item.textContent = text || fields.map(([, value]) => value).join(' · ')
        return item
      }),
    )
  }

  override disconnect(): void {
    window.removeEventListener('online', this.#try)
    clearInterval(this.#timer)
  }
}
