/**
 * What somebody is typing survives what arrives. Fragments are morphed into the page instead of put in place of it, so
 * that focus, open menus and scroll stay; fields in use are left out; and where the morph still had to make an element
 * anew, the text is put back.
 */
type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

interface StreamElement extends HTMLElement {
  readonly targetElements: readonly Element[]
}

/** Fields as they were sent with their form and not touched since: from then on what stands in them is the server's. */
const sent = new WeakSet<EventTarget>()

/** Somebody is in this field, or changed it since it came from the server. */
function inUse(field: Field): boolean {
  if (sent.has(field)) return false
  if (field === document.activeElement) return true
  if (field instanceof HTMLSelectElement)
    return [...field.options].some((option) => option.selected !== option.defaultSelected) && field.value !== ''
  if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue
  if (field.type === 'hidden') return false
  if (field.type === 'checkbox' || field.type === 'radio') return field.checked !== field.defaultChecked
  return field.value !== field.defaultValue
}

function isField(element: unknown): element is Field {
  return (
    element instanceof HTMLInputElement ||
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement
  )
}

/** What was sent is no longer being typed: the next fragment may change it. */
export function markSent(form: HTMLFormElement): void {
  for (const field of form.elements) {
    if (field instanceof HTMLSelectElement) for (const option of field.options) option.defaultSelected = option.selected
    if (field instanceof HTMLTextAreaElement) field.defaultValue = field.value
    if (!(field instanceof HTMLInputElement)) continue
    if (field.type === 'checkbox' || field.type === 'radio') field.defaultChecked = field.checked
    else field.defaultValue = field.value
  }
}

function fieldsInUse(root: ParentNode): readonly Field[] {
  const fields = [...root.querySelectorAll<Field>('input, textarea, select')]
  return fields.filter((field) => inUse(field))
}

/** The field that stands where this one stood, after its form was made anew. */
function counterpart(field: Field, formAction: string | null): Field | undefined {
  const same = field.id === '' ? null : document.getElementById(field.id)
  if (isField(same)) return same
  const forms = [...document.querySelectorAll('form')].filter((form) => form.getAttribute('action') === formAction)
  const found = forms.flatMap((form) => [...form.elements]).find((other) => isField(other) && other.name === field.name)
  return isField(found) ? found : undefined
}

function putBack(field: Field, formAction: string | null, hadFocus: boolean): void {
  if (field.isConnected || sent.has(field)) return
  const other = counterpart(field, formAction)
  if (other === undefined) return
  if (!(other instanceof HTMLInputElement && /checkbox|radio|file/.test(other.type))) other.value = field.value
  if (!hadFocus) return
  other.focus({ preventScroll: true })
  if (other instanceof HTMLTextAreaElement && field instanceof HTMLTextAreaElement)
    other.setSelectionRange(field.selectionStart, field.selectionEnd)
}

/** A form that Turbo sends: what somebody types while it is on its way is theirs again, and so is what was refused. */
function followForms(): void {
  document.addEventListener('turbo:submit-start', (event) => {
    for (const field of fieldsOf(event.target)) sent.add(field)
  })
  document.addEventListener('turbo:submit-end', (event) => {
    const { success } = (event as CustomEvent<{ success?: boolean }>).detail
    if (success !== true) for (const field of fieldsOf(event.target)) sent.delete(field)
  })
  document.addEventListener('input', ({ target }) => target !== null && sent.delete(target))
}

function fieldsOf(form: EventTarget | null): readonly Field[] {
  return form instanceof HTMLFormElement ? [...form.elements].filter((each) => isField(each)) : []
}

/** What would be taken away by the press inside; null where nothing would. */
function takesAway(element: unknown): string | null {
  if (!(element instanceof HTMLDetailsElement)) return null
  return element.querySelector('.utrecht-button--danger')?.closest('form')?.getAttribute('action') ?? null
}

/** Installs it for every stream element and every morph; `rendered` is called after each stream element. */
export function keepTyping(rendered: () => void): void {
  document.addEventListener('turbo:before-stream-render', (event) => {
    // Turbo's own event: a stream element as target, its render function in the detail.
    const { detail, target } = event as CustomEvent<{ render: (element: StreamElement) => Promise<void> }>
    const stream = target as StreamElement
    const render = detail.render
    detail.render = async (element) => {
      const action = stream.getAttribute('action')
      const busy = fieldsInUse(document).map((field) => ({
        field,
        action: field.form?.getAttribute('action') ?? null,
        focus: field === document.activeElement,
      }))
      if (action === 'replace' || action === 'update') stream.setAttribute('method', 'morph')
      if (action === 'remove' && stream.targetElements.some((each) => busy.some(({ field }) => each.contains(field)))) {
        // Somebody took away a card that is being written in: it stays until it is sent, and the server says what happened.
        for (const each of stream.targetElements) each.classList.add('gone')
        return
      }
      await render(element)
      for (const each of busy) putBack(each.field, each.action, each.focus)
      rendered()
    }
  })
  followForms()
  document.addEventListener('turbo:before-morph-element', (event) => {
    const { target } = event
    const { newElement } = (event as CustomEvent<{ newElement?: Element }>).detail
    // Who opened one question did not open the next that comes in its place: a second press would say yes to that.
    if (target instanceof HTMLDetailsElement && takesAway(target) !== takesAway(newElement)) target.open = false
    if ((isField(target) && inUse(target)) || (target instanceof HTMLElement && 'keep' in target.dataset))
      event.preventDefault()
  })
  document.addEventListener('turbo:before-morph-attribute', (event) => {
    // What a person opened stays open.
    const { attributeName } = (event as CustomEvent<{ attributeName: string }>).detail
    if (attributeName === 'open' && event.target instanceof HTMLElement) event.preventDefault()
  })
}
