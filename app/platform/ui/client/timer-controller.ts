import { Controller } from '@hotwired/stimulus'
import { clock } from './clock.ts'

/** Counts down to `ends` by the server's clock: the device's own clock is only used to count on from the page. */
export class TimerController extends Controller<HTMLElement> {
  static override values = { ends: Number, now: Number, over: String }
  static override targets = ['left']
  declare endsValue: number
  declare readonly nowValue: number
  declare readonly overValue: string
  declare readonly leftTarget: HTMLElement
  #offset = 0
  #tick: ReturnType<typeof setInterval> | undefined

  override connect(): void {
    this.#tick = setInterval(() => this.#show(), 250)
  }

  override disconnect(): void {
    clearInterval(this.#tick)
  }

  /** A form `data-begins` that is sent starts it, without asking the server: what waits for that (`data-begun`) is shown. */
  begin({ target }: Event): void {
    if (!(target instanceof HTMLElement && target.dataset.begins)) return
    target.hidden = true
    this.endsValue = Date.now() + this.#offset + Number(target.dataset.begins) * 60_000
    for (const part of document.querySelectorAll<HTMLElement>('[data-begun]')) part.hidden = false
  }

  nowValueChanged(now: number): void {
    this.#offset = now - Date.now()
  }

  endsValueChanged(): void {
    this.#show()
  }

  #show(): void {
    const left = Math.ceil((this.endsValue - Date.now() - this.#offset) / 1000)
    const over = left < 0
    const text = `${over ? '+' : ''}${clock(Math.abs(left))}`
    if (this.leftTarget.textContent === text) return
    this.leftTarget.textContent = text
    this.leftTarget.title = over ? this.overValue : ''
    this.element.classList.toggle('over', over)
  }
}
