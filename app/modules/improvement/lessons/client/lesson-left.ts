import { applyUpdate, type Doc } from 'yjs'
import { newDocument, phasesOf, textFields, textOf } from '../document.ts'
import { wordChanges } from '../word-changes.ts'
import { deviceStorage, type LeftEdits, leftEdits } from './kept-edits.ts'
import { fromBase64 } from './send-edit.ts'

/** A text as it is with what was written on this device, and without. */
interface LeftText {
  /** As the form of the lesson calls it. */
  readonly name: string
  readonly was: string
  readonly mine: string
  /** Of a step. */
  readonly minutes: number | undefined
}

/**
 * Shows what was written on this device in a version that did not take it any more, since it had been taught: to copy, to put
 * in the next version, or to throw away. Nothing of it goes before one of these was pressed.
 */
export class LessonLeft extends HTMLElement {
  connectedCallback(): void {
    if (document.documentElement.hasAttribute('data-turbo-preview')) return
    const open = this.#data('open')
    const address = `${this.#data('path')}/edits`
    for (const left of leftEdits(deviceStorage(), this.#data('actor'), address, open === '' ? null : Number(open))) {
      void this.#find(left)
    }
  }

  #data(name: string): string {
    return this.getAttribute(`data-${name}`) ?? ''
  }

  async #find(left: LeftEdits): Promise<void> {
    const answer = await ask(`${this.#data('path')}/versions/${left.number}/document`)
    if (!answer?.ok) return
    // As pages/write-routes.ts writes it.
    const { document: stored } = (await answer.json()) as { document: string }
    const [was, mine] = [newDocument(), newDocument()]
    for (const doc of [was, mine]) applyUpdate(doc, fromBase64(stored))
    for (const update of left.updates) applyUpdate(mine, update)
    // It leans on what the server lost: then it is not known what it says.
    if (mine.store.pendingStructs !== null) return
    const minutes = new Map(phasesOf(mine).map((phase) => [`what-${phase.id}`, phase.minutes]))
    const [before, after] = [textsOf(was), textsOf(mine)]
    const texts = [...after]
      .map(([name, words]) => ({ name, was: before.get(name) ?? '', mine: words, minutes: minutes.get(name) }))
      .filter((text) => text.was !== text.mine)
    // It came in after all.
    if (texts.length === 0) left.forget()
    else this.#show(left, texts)
  }

  #show(left: LeftEdits, texts: readonly LeftText[]): void {
    const card = this.querySelector('template')?.content.firstElementChild?.cloneNode(true)
    if (!(card instanceof HTMLElement)) return
    const lead = card.querySelector('.left-lead')
    if (lead !== null) lead.textContent = (lead.textContent ?? '').replace('0', String(left.number))
    card.querySelector('.left-texts')?.append(...texts.map((text) => this.#row(text)))
    const said = card.querySelector('.left-said')
    const say = (words: string): void => {
      if (said !== null) said.textContent = words
    }
    card.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault()
      event.stopPropagation()
      void this.#putIn(card, left, texts).then((done) => {
        if (!done) say(this.#data('say-failed'))
      })
    })
    card.querySelector('[name="copy"]')?.addEventListener('click', () => {
      const words = texts.map((text) => `${this.#label(text)}\n${text.mine}`).join('\n\n')
      navigator.clipboard.writeText(words).then(
        () => say(this.#data('say-copied')),
        // The browser does not allow it: then they are chosen, for the writer to copy.
        () => getSelection()?.selectAllChildren(card.querySelector('.left-texts') ?? card),
      )
    })
    const drop = card.querySelector('[name="drop"]')
    const dropped = (): void => {
      left.forget()
      card.remove()
    }
    drop?.addEventListener(
      'click',
      () => {
        // Once more, since nobody else has these words.
        drop.textContent = this.#data('say-drop')
        drop.addEventListener('click', dropped)
      },
      { once: true },
    )
    this.append(card)
  }

  #label({ name }: LeftText): string {
    // Written by pages/left-card.tsx.
    const labels = JSON.parse(this.#data('labels')) as Readonly<Record<string, string>>
    return labels[name] ?? labels.phases ?? ''
  }

  #row(text: LeftText): HTMLElement {
    const row = document.createElement('div')
    const [term, words] = [document.createElement('dt'), document.createElement('dd')]
    term.textContent = this.#label(text)
    for (const { kind, text: part } of wordChanges(text.was, text.mine)) {
      const marked = kind === 'same' ? part : document.createElement(kind === 'gone' ? 'del' : 'ins')
      if (typeof marked !== 'string') marked.textContent = part
      words.append(marked)
    }
    row.append(term, words)
    return row
  }

  /** Puts them in the version that is open, or in the next one, as the form without script does. */
  async #putIn(card: HTMLElement, left: LeftEdits, texts: readonly LeftText[]): Promise<boolean> {
    const form = card.querySelector('form')
    if (form === null) return false
    const body = new URLSearchParams({ version: this.#data('newest') })
    for (const { name, was, mine, minutes } of texts) {
      body.set(name, mine)
      if (minutes !== undefined) body.set(name.replace('what-', 'minutes-'), String(minutes))
      body.set(`was.${name}`, was)
    }
    const answer = await ask(form.action, { method: 'POST', body })
    if (!answer?.ok) return false
    left.forget()
    location.assign(this.#data('path'))
    return true
  }
}

/** What the document says by the names of the form. */
function textsOf(doc: Doc): ReadonlyMap<string, string> {
  return new Map([
    ...textFields.map((field) => [field, textOf(doc, field).toString()] as const),
    ...phasesOf(doc).map(({ id, what }) => [`what-${id}`, what.toString()] as const),
  ])
}

/** Null where nobody was reached. */
async function ask(address: string, init: RequestInit = {}): Promise<Response | null> {
  try {
    return await fetch(address, init)
  } catch {
    return null
  }
}
