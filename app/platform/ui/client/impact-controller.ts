import { Controller } from '@hotwired/stimulus'

/** As drawn by `pictures/impact-grid.tsx`: the side of the picture and the strip for the words beside the grid. */
const side = 360
const edge = 34

/**
 * Dragging as an extra in the picture of effect and feasibility, which can also be filled with buttons. What is dragged
 * carries `data-id`; the form in `data-impact-target="form"` gets `place` (`<id>:<effect>:<feasible>`, each 1 to 5) and is
 * sent as if its button had been pressed.
 */
export class ImpactController extends Controller<HTMLElement> {
  static override targets = ['form']
  declare readonly formTarget: HTMLFormElement
  readonly #down = (event: PointerEvent): void => this.#grab(event)

  override connect(): void {
    this.element.addEventListener('pointerdown', this.#down)
  }

  override disconnect(): void {
    this.element.removeEventListener('pointerdown', this.#down)
  }

  #grab(event: PointerEvent): void {
    const dot = event.target instanceof Element ? event.target.closest<SVGGElement>('g[data-id]') : null
    const picture = dot?.ownerSVGElement
    if (!dot || !picture || event.button !== 0) return
    event.preventDefault()
    dot.setPointerCapture(event.pointerId)
    const scale = side / picture.getBoundingClientRect().width
    const from = { x: event.clientX, y: event.clientY }
    dot.onpointermove = (move) =>
      dot.setAttribute('transform', `translate(${(move.clientX - from.x) * scale} ${(move.clientY - from.y) * scale})`)
    dot.onpointerup = dot.onpointercancel = (end) => {
      dot.onpointermove = dot.onpointerup = dot.onpointercancel = null
      dot.removeAttribute('transform')
      if (end.type === 'pointerup') this.#send(dot.dataset.id ?? '', picture, end)
    }
  }

  #send(id: string, picture: SVGSVGElement, { clientX, clientY }: PointerEvent): void {
    const box = picture.getBoundingClientRect()
    const scale = side / box.width
    const cell = (side - edge) / 5
    const feasible = within(Math.ceil(((clientX - box.left) * scale - edge) / cell))
    const effect = within(Math.ceil((side - edge - (clientY - box.top) * scale) / cell))
    const field = this.formTarget.elements.namedItem('place')
    if (!(field instanceof HTMLInputElement)) throw new Error('The form of the picture needs a field place')
    field.value = `${id}:${effect}:${feasible}`
    this.formTarget.requestSubmit()
  }
}

const within = (score: number): number => Math.min(5, Math.max(1, score))
