import { Controller } from '@hotwired/stimulus'

/**
 * `data-controller="aloud"`: reads aloud what its button has as value, by a voice of the device itself, in the language of
 * the text. Where the device can't the button stays hidden.
 */
export class AloudController extends Controller<HTMLElement> {
  static override targets = ['button']
  declare readonly buttonTarget: HTMLButtonElement

  override connect(): void {
    this.buttonTarget.hidden = !('speechSynthesis' in window)
  }

  say(): void {
    const spoken = new SpeechSynthesisUtterance(this.buttonTarget.value)
    spoken.lang = this.element.closest<HTMLElement>('[lang]')?.lang ?? ''
    speechSynthesis.cancel()
    speechSynthesis.speak(spoken)
  }
}
