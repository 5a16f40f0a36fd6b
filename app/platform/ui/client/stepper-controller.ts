import { Controller } from '@hotwired/stimulus'

/** `data-controller="stepper"`: buttons beside a number that make it one less or one more, never below 0 or above `max`. */
export class StepperController extends Controller<HTMLElement> {
  static override targets = ['number']
  declare readonly numberTarget: HTMLInputElement

  less(): void {
    this.#step(-1)
  }

  more(): void {
    this.#step(1)
  }

  #step(by: number): void {
    const field = this.numberTarget
    const comma = field.value.includes(',')
    const value = Number(field.value.replace(',', '.')) || 0
    const most = Number(field.dataset.stepperMax ?? Number.POSITIVE_INFINITY)
    // Whole steps from where it is: 7,5 becomes 8,5.
    const next = String(Math.round(Math.min(most, Math.max(0, value + by)) * 100) / 100)
    field.value = comma ? next.replace('.', ',') : next
  }
}
