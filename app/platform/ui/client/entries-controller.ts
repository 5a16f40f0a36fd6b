import { Controller } from '@hotwired/stimulus'
import { draftOf, leaveEntries, openEntries, writtenIn } from './entries.ts'
import { markSent } from './keep-typing.ts'
import { type Entry, inOrder } from './queue.ts'

/** Sends forms marked `data-entry` through the queue and shows what waits and what was refused. On the body. */
export class EntriesController extends Controller<HTMLElement> {
  static override values = { owner: String, waiting: String, refused: String, again: String, drop: String }
  declare readonly ownerValue: string
  declare readonly waitingValue: string
  declare readonly refusedValue: string
  declare readonly againValue: string
  declare readonly dropValue: string
  #queue: ReturnType<typeof openEntries> | undefined
  readonly #submit = (event: SubmitEvent): void => this.#take(event)
  readonly #wake = (): void => this.#queue?.wake()
  readonly #show = (): void => this.show()
  readonly #warn = (event: BeforeUnloadEvent): void => {
    if (this.#queue?.safe() === false) event.preventDefault()
  }

  override connect(): void {
    if (this.ownerValue === '') return
    this.#queue = openEntries(this.ownerValue, this.#show)
    this.element.addEventListener('submit', this.#submit)
    window.addEventListener('online', this.#wake)
    window.addEventListener('storage', this.#show)
    window.addEventListener('beforeunload', this.#warn)
    this.show()
  }

  override disconnect(): void {
    this.element.removeEventListener('submit', this.#submit)
    window.removeEventListener('online', this.#wake)
    window.removeEventListener('storage', this.#show)
    window.removeEventListener('beforeunload', this.#warn)
  }

  /** `data-action="entries#leave"` on the button that signs out. */
  leave(): void {
    leaveEntries()
  }

  #take(event: SubmitEvent): void {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || form.dataset.entry === undefined || event.defaultPrevented) return
    event.preventDefault()
    const draft = draftOf(form, event.submitter)
    this.#queue?.submit(draft)
    if (draft.adds) form.reset()
    else markSent(form)
    this.show()
  }

  /** Brings the page in line with what waits: also after a fragment replaced part of it. */
  show(): void {
    const entries = inOrder(this.#queue?.list() ?? [])
    for (const shown of this.element.querySelectorAll<HTMLElement>('[data-waiting]'))
      if (!entries.some((entry) => keyOf(entry) === shown.dataset.waiting)) this.#clear(shown)
    for (const entry of entries) this.#showOne(entry)
  }

  #clear(shown: HTMLElement): void {
    if (shown.dataset.made !== undefined) shown.remove()
    delete shown.dataset.waiting
    shown.classList.remove('waiting')
  }

  #showOne(entry: Entry): void {
    if (this.element.querySelector(`[data-waiting="${CSS.escape(keyOf(entry))}"]`)) return
    const form = this.#formOf(entry)
    if (form === undefined) return
    if (!entry.adds && entry.refusal === undefined) {
      const marked = markedBy(entry, form)
      marked.dataset.waiting = keyOf(entry)
      marked.classList.add('waiting')
      return
    }
    const list = entry.place === '' ? null : document.getElementById(entry.place)
    const card = this.#card(entry, list?.matches('ol, ul') ? 'li' : 'article')
    if (list) list.append(card)
    else form.before(card)
  }

  #formOf({ action }: Entry): HTMLFormElement | undefined {
    const forms = [...this.element.querySelectorAll<HTMLFormElement>('form[data-entry]')]
    return (
      forms.find((form) => form.getAttribute('action') === action) ??
      forms.find((form) => form.querySelector(`[formaction="${CSS.escape(action)}"]`))
    )
  }

  #card(entry: Entry, tag: string): HTMLElement {
    const card = make(tag, entry.refusal === undefined ? 'card waiting' : 'card refused tone-late')
    card.dataset.waiting = keyOf(entry)
    card.dataset.made = ''
    if (entry.text !== '') card.append(make('p', '', entry.text))
    if (entry.refusal === undefined) {
      card.append(make('span', 'chip tone-plain', this.waitingValue))
      return card
    }
    card.setAttribute('role', 'alert')
    card.append(make('p', 'wrong', `${this.refusedValue}: ${entry.refusal}`))
    const row = make('div', 'row')
    row.append(
      this.#button(this.againValue, () => this.#writeAgain(entry)),
      this.#button(this.dropValue, () => this.#drop(entry)),
    )
    card.append(row)
    return card
  }

  #button(words: string, press: () => void): HTMLElement {
    const button = make('button', 'utrecht-button utrecht-button--secondary-action', words)
    button.setAttribute('type', 'button')
    button.addEventListener('click', press)
    return button
  }

  #drop(entry: Entry): void {
    this.#queue?.drop(entry.op)
    this.show()
  }

  /** Puts what was refused back into its form, to be changed and sent as a new entry. */
  #writeAgain(entry: Entry): void {
    const form = this.#formOf(entry)
    if (form === undefined) return
    for (const [name, value] of entry.fields) {
      const field = form.elements.namedItem(name)
      if (
        field instanceof HTMLInputElement ||
        field instanceof HTMLTextAreaElement ||
        field instanceof HTMLSelectElement
      )
        field.value = value
    }
    form.closest('details')?.setAttribute('open', '')
    this.#drop(entry)
    writtenIn(form)?.focus()
  }
}

/** What shows that a change waits: the card of the button that was pressed, which may stand far from its form. */
function markedBy({ fields }: Entry, form: HTMLFormElement): HTMLElement {
  const [name, value] = fields.at(-1) ?? []
  const button = [...form.elements].find(
    (element) => element instanceof HTMLButtonElement && element.name === name && element.value === value,
  )
  return (button ?? form).closest<HTMLElement>('.card') ?? form
}

/** A refused entry is shown anew: another card than the waiting one. */
const keyOf = (entry: Entry): string => entry.op + (entry.refusal === undefined ? '' : ' refused')

function make(tag: string, name: string, words = ''): HTMLElement {
  const element = document.createElement(tag)
  if (name !== '') element.className = name
  element.textContent = words
  return element
}
