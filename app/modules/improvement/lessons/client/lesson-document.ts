import { applyUpdate, type Doc } from 'yjs'
import { newDocument, textFields, textLimits, textOf } from '../document.ts'
import { editTarget, movedTarget, removedTarget } from '../passing-targets.ts'
import { bindText } from './bound-text.ts'
import { type DocumentSync, fromServer, type SyncState, syncDocument } from './document-sync.ts'
import { deviceStorage, type KeptEdits, keepEdits } from './kept-edits.ts'
import { refuseLargePaste } from './large-paste.ts'
import { LessonLeft } from './lesson-left.ts'
import { PhaseList } from './phase-list.ts'
import { fromBase64, sendEdit } from './send-edit.ts'

/** So long a name stands at a field after the last letter of somebody there. */
const nameMs = 4000
/** A message may be lost without anybody noticing; so often it is asked whether one was. */
const askMs = 30_000

/**
 * The text of a lesson as several people write it at once: the fields of the form inside become those of the document. An
 * element of its own rather than a controller, so that its script is loaded on this page only.
 */
class LessonDocument extends HTMLElement {
  #doc: Doc | undefined
  #sync: DocumentSync | undefined
  #kept: KeptEdits | undefined
  #saved = true
  #letGo: (() => void)[] = []
  readonly #names = new Map<string, ReturnType<typeof setTimeout>>()

  connectedCallback(): void {
    if (this.#doc !== undefined || document.documentElement.hasAttribute('data-turbo-preview')) return
    // What could not be saved stays as it was typed, and is sent as a form.
    if (this.hasAttribute('data-plain')) return
    // A page from memory shows what stood there then.
    if (this.hasAttribute('data-stale')) {
      location.reload()
      return
    }
    const doc = newDocument()
    this.#doc = doc
    applyUpdate(doc, fromBase64(this.#data('document')), fromServer)
    const kept = keepEdits(deviceStorage(), this.#data('actor'), this.id + this.#data('address'), doc.clientID)
    this.#kept = kept
    this.#sync = syncDocument(doc, Number(this.#data('edits')), kept.earlier, {
      send: (request) => sendEdit(this.#data('address'), this.#data('version'), request),
      keep: (update) => kept.keep(update),
      later: (work, ms) => void setTimeout(work, ms),
      changed: (state) => this.#say(state),
    })
    this.#bind(doc)
    this.#listen(this.#sync)
  }

  disconnectedCallback(): void {
    this.#sync?.stop()
    for (const letGo of this.#letGo) letGo()
    this.#letGo = []
    this.#doc?.destroy()
    this.#doc = undefined
  }

  #data(name: string): string {
    return this.getAttribute(`data-${name}`) ?? ''
  }

  #bind(doc: Doc): void {
    for (const part of this.querySelectorAll('.unscripted')) part.remove()
    for (const part of this.querySelectorAll<HTMLElement>('.scripted')) part.hidden = false
    for (const field of textFields) {
      const area = this.querySelector<HTMLTextAreaElement>(`textarea[name="${field}"]`)
      if (area === null) continue
      area.maxLength = textLimits[field]
      this.#letGo.push(bindText(area, textOf(doc, field)))
    }
    this.#letGo.push(refuseLargePaste(this, this.#data('say-too-much')))
    const phases = this.querySelector<HTMLElement>('.lesson-phases')
    if (phases === null) return
    const words = { what: this.#data('say-phase'), minutes: this.#data('say-minutes'), drop: this.#data('say-drop') }
    const list = new PhaseList(doc, phases, { ...words, total: this.#data('say-total') })
    this.#letGo.push(() => list.letGo())
  }

  #listen(sync: DocumentSync): void {
    const on = (target: EventTarget, type: string, heard: (event: Event) => void) => {
      target.addEventListener(type, heard)
      this.#letGo.push(() => target.removeEventListener(type, heard))
    }
    on(document, 'turbo:before-stream-render', (event) => this.#hear(event, sync))
    on(document, 'turbo:before-cache', () => this.setAttribute('data-stale', ''))
    on(window, 'online', () => sync.wake())
    on(document, 'visibilitychange', () => {
      if (!document.hidden) sync.wake()
    })
    // There is nothing to send: it is saved while it is written.
    on(this, 'submit', (event) => event.preventDefault())
    const asking = setInterval(() => {
      if (!document.hidden) sync.wake()
    }, askMs)
    this.#letGo.push(() => clearInterval(asking))
  }

  /** What comes down the live stream of the lesson. */
  #hear(event: Event, sync: DocumentSync): void {
    const { target } = event
    if (!(target instanceof HTMLElement)) return
    // Who is there is sent again when this page has connected anew: then a message may have been missed.
    if (target.getAttribute('target') === 'present') sync.wake()
    if (target.getAttribute('target') === movedTarget) this.#move(sync)
    if (target.getAttribute('target') === removedTarget) this.#endWriting()
    if (target.getAttribute('target') !== editTarget) return
    const { version, number, update, fields, actor, name } = target.dataset
    if (version !== this.#data('version')) return
    sync.hear({ number: Number(number), update: update ? fromBase64(update) : null })
    if (actor === this.#data('actor') || actor === undefined) return
    for (const field of (fields ?? '').split(' ')) this.#name(field, actor, name ?? '')
  }

  /** The version was taught, or there is another one. Words that are not saved yet are tried first. */
  #move(sync: DocumentSync): void {
    if (this.#saved) location.reload()
    else sync.wake()
  }

  /** The lesson was removed: what stands here can be copied, and nothing more is written or asked. */
  #endWriting(): void {
    this.#sync?.stop()
    for (const area of this.querySelectorAll('textarea')) area.readOnly = true
    for (const input of this.querySelectorAll('input')) input.readOnly = true
    for (const button of this.querySelectorAll('button')) button.disabled = true
    this.#show(this.#data('say-removed'), true)
  }

  /** Says at a field who is writing there. */
  #name(field: string, actor: string, name: string): void {
    const at =
      field === 'phases'
        ? this.querySelector('.lesson-phases > legend')
        : this.querySelector(`label[for="${CSS.escape(field)}"]`)
    if (at === null) return
    const key = `${field} ${actor}`
    clearTimeout(this.#names.get(key))
    let said = at.querySelector<HTMLElement>(`[data-writer="${CSS.escape(actor)}"]`)
    if (said === null) {
      said = document.createElement('span')
      said.className = 'chip tone-design writer'
      said.dataset.writer = actor
      said.setAttribute('aria-hidden', 'true')
      said.textContent = this.#data('say-writing').replace('{name}', name)
      at.append(' ', said)
    }
    const shown = said
    this.#names.set(
      key,
      setTimeout(() => shown.remove(), nameMs),
    )
  }

  #say(state: SyncState): void {
    // The page as it is now shows what came too late (`lesson-left.ts`), if that lies on this device.
    if (state.kind === 'closed' && (this.#saved || this.#kept?.isSafe())) {
      location.reload()
      return
    }
    this.#saved = state.kind === 'saved'
    const words = 'words' in state ? state.words : this.#data(`say-${state.kind}`)
    this.#show(words, 'words' in state || state.kind === 'signed-out' || state.kind === 'gone')
  }

  #show(words: string, isWrong: boolean): void {
    const said = this.querySelector<HTMLElement>('.saved')
    if (said === null) return
    said.classList.toggle('wrong', isWrong)
    if (said.textContent !== words) said.textContent = words
  }
}

if (customElements.get('lesson-document') === undefined) customElements.define('lesson-document', LessonDocument)
if (customElements.get('lesson-left') === undefined) customElements.define('lesson-left', LessonLeft)
