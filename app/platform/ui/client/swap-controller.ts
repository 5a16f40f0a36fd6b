import { Controller } from '@hotwired/stimulus'

/**
 * Dragging as an extra where a menu lets two things change places. Each carries `data-id` and, where it may move, a handle
 * with `data-swap-target="handle"`; dropped on another one with a handle, the form in `data-swap-target="form"` gets `id`
 * and `with` and is sent as if its button had been pressed.
 */
export class SwapController extends Controller<HTMLElement> {
  static override targets = ['form', 'handle']
  declare readonly formTarget: HTMLFormElement
  #onto: HTMLElement | null = null

  handleTargetConnected(handle: HTMLElement): void {
    handle.addEventListener('pointerdown', (event) => this.#grab(event, handle))
  }

  #grab(event: PointerEvent, handle: HTMLElement): void {
    const moved = handle.closest<HTMLElement>('[data-id]')
    if (moved === null || event.button !== 0) return
    event.preventDefault()
    const { clientX, clientY } = event
    moved.classList.add('moving')
    handle.setPointerCapture(event.pointerId)
    handle.onpointermove = (move) => {
      // Through the element's own style object: the security policy forbids only styles that come with the page.
      moved.style.translate = `${move.clientX - clientX}px ${move.clientY - clientY}px`
      this.#aim(this.#under(move, moved))
    }
    handle.onpointerup = handle.onpointercancel = (end) => {
      handle.onpointermove = handle.onpointerup = handle.onpointercancel = null
      moved.classList.remove('moving')
      moved.style.translate = ''
      const onto = this.#onto
      this.#aim(null)
      if (end.type === 'pointerup' && onto !== null) this.#swap(moved, onto)
    }
  }

  #under({ clientX, clientY }: PointerEvent, moved: HTMLElement): HTMLElement | null {
    const found = document
      .elementsFromPoint(clientX, clientY)
      .map((element) => element.closest<HTMLElement>('[data-id]'))
      .find((element) => element && element !== moved && this.element.contains(element))
    return found?.querySelector('[data-swap-target="handle"]') ? found : null
  }

  #aim(onto: HTMLElement | null): void {
    if (onto === this.#onto) return
    this.#onto?.classList.remove('aimed')
    this.#onto = onto
    onto?.classList.add('aimed')
  }

  #swap(moved: HTMLElement, onto: HTMLElement): void {
    this.#field('id').value = moved.dataset.id ?? ''
    this.#field('with').value = onto.dataset.id ?? ''
    this.formTarget.requestSubmit()
  }

  #field(name: string): HTMLInputElement {
    const field = this.formTarget.elements.namedItem(name)
    if (!(field instanceof HTMLInputElement)) throw new Error(`The form of things that swap needs a field ${name}`)
    return field
  }
}
