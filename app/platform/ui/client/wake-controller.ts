import { Controller } from '@hotwired/stimulus'

/** Keeps the screen on while the wall is shown. Browsers give the lock back when the page was hidden: ask again. */
export class WakeController extends Controller {
  #lock: WakeLockSentinel | undefined
  readonly #ask = async (): Promise<void> => {
    if (document.hidden || !('wakeLock' in navigator)) return
    // Refused on a low battery; then the screen goes dark as it always does.
    this.#lock = await navigator.wakeLock.request('screen').catch(() => undefined)
  }

  override connect(): void {
    document.addEventListener('visibilitychange', this.#ask)
    void this.#ask()
  }

  override disconnect(): void {
    document.removeEventListener('visibilitychange', this.#ask)
    void this.#lock?.release()
  }
}
