import { Controller } from '@hotwired/stimulus'

/**
 * Dragging as an extra on a list whose items also have buttons to move them. Items carry `data-id` and a handle with
 * `data-reorder-target="handle"`; the form in `data-reorder-target="form"` gets `id` (what moved) and `before` (what it now
 * stands before; empty for last) and is sent as if its button had been pressed.
 */
export class ReorderController extends Controller<HTMLElement> {
  static override targets = ['form', 'handle']
  declare readonly formTarget: HTMLFormElement
  #moved: HTMLElement | null = null
  #start: Element | null = null

  handleTargetConnected(handle: HTMLElement): void {
    handle.addEventListener('pointerdown', (event) => this.#grab(event, handle))
  }

  #grab(event: PointerEvent, handle: HTMLElement): void {
    const item = handle.closest<HTMLElement>('[data-id]')
    if (item === null || event.button !== 0) return
    event.preventDefault()
    this.#moved = item
    this.#start = item.nextElementSibling
    item.classList.add('moving')
    // On the document: the item moves through the page while it is dragged, which ends the capture of its own pointer.
    const over = new AbortController()
    const { signal } = over
    document.addEventListener('pointermove', (move) => this.#drag(move), { signal })
    for (const name of ['pointerup', 'pointercancel'] as const)
      document.addEventListener(
        name,
        () => {
          over.abort()
          this.#drop(name === 'pointerup')
        },
        { signal },
      )
  }

  #drag({ clientX, clientY }: PointerEvent): void {
    const moved = this.#moved
    const under = document
      .elementsFromPoint(clientX, clientY)
      .find((element) => element !== moved && element.matches('[data-id]'))
    if (moved === null || under === undefined || !this.element.contains(under)) return
    const box = under.getBoundingClientRect()
    // In a row of several columns the side counts, in a column the half.
    const after =
      box.width < this.element.clientWidth * 0.7 ? clientX > box.x + box.width / 2 : clientY > box.y + box.height / 2
    under.parentElement?.insertBefore(moved, after ? under.nextElementSibling : under)
  }

  #drop(kept: boolean): void {
    const moved = this.#moved
    this.#moved = null
    if (moved === null) return
    moved.classList.remove('moving')
    if (!kept) moved.parentElement?.insertBefore(moved, this.#start)
    if (!kept || moved.nextElementSibling === this.#start) return
    const next = moved.nextElementSibling
    this.#field('id').value = moved.dataset.id ?? ''
    this.#field('before').value = next instanceof HTMLElement ? (next.dataset.id ?? '') : ''
    this.formTarget.requestSubmit()
  }

  #field(name: string): HTMLInputElement {
    const field = this.formTarget.elements.namedItem(name)
    if (!(field instanceof HTMLInputElement)) throw new Error(`The form of a reorder list needs a field ${name}`)
    return field
  }
}
