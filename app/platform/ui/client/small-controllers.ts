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
