import { Controller } from '@hotwired/stimulus'
import { onConnection, trouble } from './connection.ts'

const patienceMs = 2500

/** Shows the banner when the connection is gone for longer than a hiccup. Its words were written by the server. */
export class ConnectionController extends Controller {
  static override targets = ['banner']
  declare readonly bannerTarget: HTMLElement
  #stop: (() => void) | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #words = ''

  override connect(): void {
    this.#words = this.bannerTarget.textContent ?? ''
    this.#stop = onConnection(() => this.#look())
    this.#look()
  }

  override disconnect(): void {
    this.#stop?.()
    clearTimeout(this.#timer)
  }

  #look(): void {
    clearTimeout(this.#timer)
    if (trouble() === 'none') this.#show()
    else if (!navigator.onLine || trouble() === 'signed-out') this.#show()
    else this.#timer = setTimeout(() => this.#show(), patienceMs)
  }

  #show(): void {
    const now = trouble()
    const banner = this.bannerTarget
    banner.hidden = now === 'none'
    banner.textContent = now === 'signed-out' ? (banner.dataset.signedOut ?? '') : this.#words
  }
}
