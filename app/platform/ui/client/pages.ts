/**
 * Turbo goes from page to page without loading everything anew. Two things of ours it does not know: forms that are not
 * entries are answered as without script (a redirect or a page, never fragments), and the colours and the size of a page
 * stand on its html element.
 */
export function behaveAsForms(): void {
  document.addEventListener('turbo:before-fetch-request', (event) => {
    const { fetchOptions } = (event as CustomEvent<{ fetchOptions: { headers: Record<string, string> } }>).detail
    if (event.target instanceof HTMLFormElement) fetchOptions.headers.Accept = 'text/html, application/xhtml+xml'
  })
  document.addEventListener('turbo:before-render', (event) => {
    const { newBody } = (event as CustomEvent<{ newBody: HTMLElement }>).detail
    const root = newBody.ownerDocument.documentElement
    for (const name of ['data-theme', 'data-size']) {
      const value = root.getAttribute(name)
      if (value === null) document.documentElement.removeAttribute(name)
      else document.documentElement.setAttribute(name, value)
    }
  })
}
