import { Controller } from '@hotwired/stimulus'

/** `data-controller="focus"`: takes the focus when it arrives, such as the summary of what went wrong. */
export class FocusController extends Controller<HTMLElement> {
  override connect(): void {
    this.element.focus()
  }
}

/** `data-controller="print"`, `data-action="print#now"`. */
export class PrintController extends Controller {
  now(event: Event): void {
    event.preventDefault()
    window.print()
  }
}

/** `data-controller="slide"` on a form: says what a slider stands at while it moves, and sends it when it is let go. */
export class SlideController extends Controller<HTMLFormElement> {
  static override targets = ['said']
  declare readonly saidTarget: HTMLElement

  say(event: Event): void {
    if (event.target instanceof HTMLInputElement) {
      this.saidTarget.textContent = event.target.valueAsNumber.toLocaleString(document.documentElement.lang)
    }
  }

  send(): void {
    this.element.requestSubmit()
  }
}
