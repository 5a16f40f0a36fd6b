import { Controller } from '@hotwired/stimulus'
import { lastOwnersEntries } from './entries.ts'
import { inOrder } from './queue.ts'

/** On the page that is shown without a connection: lists what waits on this device, and goes on once the line is back. */
export class WaitingController extends Controller {
  static override targets = ['list', 'some', 'none']
  declare readonly listTarget: HTMLElement
  declare readonly someTarget: HTMLElement
  declare readonly noneTarget: HTMLElement
  readonly #reload = (): void => location.reload()

  override connect(): void {
    window.addEventListener('online', this.#reload)
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
    window.removeEventListener('online', this.#reload)
  }
}
