/**
 * A browser puts as much of a paste into a field as fits and says nothing. Here it is refused as a whole, and the field says
 * how much room there is (`words`, with 0 where that comes). Returns how to let go.
 */
export function refuseLargePaste(root: HTMLElement, words: string): () => void {
  const pasted = (event: ClipboardEvent): void => {
    const { target } = event
    if (!(target instanceof HTMLTextAreaElement) || target.maxLength < 0) return
    const text = (event.clipboardData?.getData('text/plain') ?? '').replace(/\r\n?/g, '\n')
    const room = target.maxLength - target.value.length + (target.selectionEnd - target.selectionStart)
    if (text.length <= room) return
    event.preventDefault()
    const said = document.createElement('p')
    said.className = 'utrecht-form-field-error-message'
    said.setAttribute('role', 'alert')
    said.textContent = words.replace('0', String(Math.max(0, room)))
    target.after(said)
    const forget = (): void => said.remove()
    target.addEventListener('input', forget, { once: true })
    target.addEventListener('blur', forget, { once: true })
  }
  root.addEventListener('paste', pasted)
  return () => root.removeEventListener('paste', pasted)
}
