/** Menus close on Escape and on a press elsewhere; links to a `<dialog>` open it as a window that holds the focus. */
export function handleSheets(): void {
  document.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : null
    closeMenus(target)
    const dialog = target?.closest('dialog')
    if (dialog && (target === dialog || target?.closest('[data-close]'))) {
      event.preventDefault()
      dialog.close()
      return
    }
    const wanted = target?.closest('a[href^="#"]')?.getAttribute('href')?.slice(1)
    const sheet = wanted ? document.getElementById(wanted) : null
    if (sheet instanceof HTMLDialogElement) {
      event.preventDefault()
      sheet.showModal()
    }
  })
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    const open = document.querySelector<HTMLDetailsElement>('details.menu[open]')
    open?.querySelector('summary')?.focus()
    closeMenus(null)
  })
}

function closeMenus(except: Element | null): void {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>('details.menu[open]'))
    if (!except || !menu.contains(except)) menu.open = false
}
