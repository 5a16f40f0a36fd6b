import { cache, renderStreamMessage, visit } from '@hotwired/turbo'
import { report } from './connection.ts'
import { createDeviceStorage } from './device-storage.ts'
import { newOperationId } from './operation-id.ts'
import { createQueue, type Draft, type Entry, type Queue } from './queue.ts'
import { sendEntry } from './send-entry.ts'

/** A redirect is only followed for somebody who is still waiting for it. */
const stillWaitingMs = 4000
const ownerKey = 'entries-owner'

interface OpenQueue extends Queue {
  readonly owner: string
  list(): readonly Entry[]
  /** Whether everything would survive closing the page. */
  safe(): boolean
}

let current: OpenQueue | undefined
let listener: () => void = () => {}

/** The browser's storage, or nothing where it is switched off (then reading the property throws). */
function deviceStorage(): Storage | undefined {
  try {
    return window.localStorage
  } catch {
    return undefined
  }
}

/** The queue of the person of this page; one a document, whatever Turbo does with pages. */
export function openEntries(owner: string, changed: () => void): OpenQueue {
  listener = changed
  if (current?.owner === owner) return current
  const device = deviceStorage()
  const storage = createDeviceStorage(device, owner)
  const queue = createQueue({
    storage,
    now: () => Date.now(),
    newId: () => newOperationId(Date.now()),
    send: (entry, age) => sendEntry(entry, age),
    exclusively: (work) => navigator.locks?.request(`entries ${owner}`, work) ?? work(),
    later: (work, ms) => void setTimeout(work, ms),
    changed: ({ failures, signedOut }) => {
      report('entries', signedOut ? 'signed-out' : failures > 0 ? 'lost' : 'none')
      listener()
    },
    done: (entry, { html, to }) => {
      if (html !== '') renderStreamMessage(html)
      if (to !== undefined && Date.now() - entry.editedAt < stillWaitingMs) visit(to)
    },
  })
  // The offline page has no person; it shows what waits for whoever was here last.
  device?.setItem(ownerKey, owner)
  current = { ...queue, owner, list: () => storage.list(), safe: () => storage.safe() }
  current.wake()
  return current
}

/** Tries again now, such as when the live stream is back. */
export function wakeEntries(): void {
  current?.wake()
}

/** Somebody signs out: their entries stay on the device for them, but are no longer shown to who comes next. */
export function leaveEntries(): void {
  deviceStorage()?.removeItem(ownerKey)
  // Nor are the pages they saw, by going back.
  cache.clear()
}

/** What waits for whoever used this device last: for the page that is shown without a connection. */
export function lastOwnersEntries(): readonly Entry[] {
  const device = deviceStorage()
  const owner = device?.getItem(ownerKey)
  return owner ? createDeviceStorage(device, owner).list() : []
}

/** A form as it is sent, without files; with the button that was pressed. */
export function draftOf(form: HTMLFormElement, submitter: HTMLElement | null): Draft {
  const button = submitter instanceof HTMLButtonElement ? submitter : null
  const fields = [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' && name !== '_op' && name !== '_age' ? [[name, value] as const] : [],
  )
  if (button?.name) fields.push([button.name, button.value])
  const source =
    form.closest<HTMLElement>('[data-live-source-value]') ??
    document.querySelector<HTMLElement>('[data-live-source-value]')
  const view = new URL(source?.dataset.liveSourceValue ?? '', location.href).searchParams.get('view')
  const written = writtenIn(form)
  return {
    action: button?.getAttribute('formaction') ?? form.getAttribute('action') ?? location.pathname,
    fields,
    view: view ?? 'desk',
    text: written?.value ?? '',
    adds: written?.defaultValue === '' && !('entryKeep' in form.dataset),
    place: form.dataset.entry ?? '',
  }
}

type Written = HTMLInputElement | HTMLTextAreaElement

/** The field whose text a person recognises the entry by. */
export function writtenIn(form: HTMLFormElement): Written | undefined {
  const texts = [...form.elements].filter(
    (field): field is Written =>
      field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && /^(text|search)$/.test(field.type)),
  )
  return texts.find((field) => 'entryText' in field.dataset) ?? texts[0]
}
