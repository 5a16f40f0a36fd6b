import type { Doc } from 'yjs'
import { newOperationId } from '../../../../platform/ui/client/operation-id.ts'
import { addPhase, listOf, type PhaseRow, phaseLimits, phasesOf, removePhase, setMinutes } from '../document.ts'
import { bindText } from './bound-text.ts'

export interface PhaseWords {
  /** With 0 where the number of the step comes. */
  readonly what: string
  readonly minutes: string
  readonly drop: string
  /** With 0 where the minutes come. */
  readonly total: string
}

interface Shown {
  readonly row: HTMLElement
  readonly letGo: () => void
}

/** The steps of the lesson: a row each, in the order of the document, added and taken away by whoever is there. */
export class PhaseList {
  readonly #doc: Doc
  readonly #root: HTMLElement
  readonly #words: PhaseWords
  readonly #shown = new Map<string, Shown>()
  readonly #changed = (): void => this.#show()
  readonly #pressed = (event: Event): void => this.#press(event)

  constructor(doc: Doc, root: HTMLElement, words: PhaseWords) {
    this.#doc = doc
    this.#root = root
    this.#words = words
    listOf(doc).observeDeep(this.#changed)
    root.addEventListener('click', this.#pressed)
    root.addEventListener('input', this.#pressed)
    this.#show()
  }

  letGo(): void {
    listOf(this.#doc).unobserveDeep(this.#changed)
    this.#root.removeEventListener('click', this.#pressed)
    this.#root.removeEventListener('input', this.#pressed)
    for (const { letGo } of this.#shown.values()) letGo()
  }

  #press({ type, target }: Event): void {
    if (!(target instanceof HTMLElement)) return
    const id = target.closest<HTMLElement>('[data-phase]')?.dataset.phase
    if (type === 'input') {
      if (id !== undefined && target instanceof HTMLInputElement) setMinutes(this.#doc, id, minutesIn(target.value))
      return
    }
    const name = target.closest('button')?.name
    if (name === 'add-phase') this.#add()
    if (name !== 'drop-phase' || id === undefined) return
    removePhase(this.#doc, id)
    this.#root.querySelector<HTMLElement>('[name="add-phase"]')?.focus()
  }

  #add(): void {
    if (phasesOf(this.#doc).length >= phaseLimits.phases) return
    const id = newOperationId(Date.now())
    addPhase(this.#doc, id, { what: '', minutes: 0 })
    this.#shown.get(id)?.row.querySelector('textarea')?.focus()
  }

  #show(): void {
    const list = this.#root.querySelector('ol')
    if (list === null) return
    const phases = phasesOf(this.#doc)
    for (const [id, { row, letGo }] of this.#shown) {
      if (phases.some((phase) => phase.id === id)) continue
      letGo()
      row.remove()
      this.#shown.delete(id)
    }
    for (const [index, phase] of phases.entries()) {
      const shown = this.#shown.get(phase.id) ?? this.#open(phase)
      if (list.children[index] !== shown.row) list.insertBefore(shown.row, list.children[index] ?? null)
      this.#fill(shown.row, phase, index + 1)
    }
    const total = phases.reduce((sum, { minutes }) => sum + minutes, 0)
    const said = this.#root.querySelector('.total')
    if (said !== null) said.textContent = this.#words.total.replace('0', String(total))
  }

  #open(phase: PhaseRow): Shown {
    const row = this.#rowOf(phase.id)
    for (const part of row.querySelectorAll('.unscripted')) part.remove()
    for (const part of row.querySelectorAll<HTMLElement>('.scripted')) part.hidden = false
    const field = row.querySelector('textarea')
    if (field !== null) field.maxLength = phaseLimits.what
    const shown = { row, letGo: field === null ? () => {} : bindText(field, phase.what) }
    this.#shown.set(phase.id, shown)
    return shown
  }

  /** The row that came with the page, or a new one. */
  #rowOf(id: string): HTMLElement {
    const there = this.#root.querySelector<HTMLElement>(`[data-phase="${id}"]`)
    if (there !== null) return there
    const template = this.#root.closest('lesson-document')?.querySelector('template')
    const row = template?.content.firstElementChild?.cloneNode(true)
    if (!(row instanceof HTMLElement)) throw new Error('The page has no row for a step.')
    row.dataset.phase = id
    for (const field of row.querySelectorAll('[name]')) {
      field.setAttribute('name', (field.getAttribute('name') ?? '').replace(/-id$/, `-${id}`))
    }
    return row
  }

  #fill(row: HTMLElement, { minutes }: PhaseRow, place: number): void {
    const say = (words: string) => words.replace('0', String(place))
    row.querySelector('textarea')?.setAttribute('aria-label', say(this.#words.what))
    row.querySelector('button')?.setAttribute('aria-label', say(this.#words.drop))
    const field = row.querySelector<HTMLInputElement>('input[type=number]')
    field?.setAttribute('aria-label', say(this.#words.minutes))
    if (field && minutesIn(field.value) !== minutes) field.value = String(minutes)
  }
}

/** Whole minutes of what was typed; 0 for what is no number. */
function minutesIn(typed: string): number {
  const minutes = Math.round(Number(typed))
  return Number.isFinite(minutes) ? Math.min(phaseLimits.minutes, Math.max(0, minutes)) : 0
}
