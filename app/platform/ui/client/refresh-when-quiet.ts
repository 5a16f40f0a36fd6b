import { StreamActions, visit } from '@hotwired/turbo'

/** What comes within so many ms is one refresh. */
const together = 150
/** Longer than this neither a page nor an answer is waited for: it went wrong without a word. In ms. */
const longest = { page: 10_000, answer: 2000 } as const

/**
 * A page that is asked for again takes the line from what is under way: Turbo would break off a form that is being sent, of which
 * nobody knows then whether it arrived, and forget the refresh where a page is coming. So a refresh waits for both.
 */
export function refreshWhenQuiet(): void {
  let sending = 0
  let comingUntil = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  document.addEventListener('turbo:submit-start', () => sending++)
  document.addEventListener('turbo:submit-end', () => {
    sending = Math.max(0, sending - 1)
    comingUntil = Date.now() + longest.answer
  })
  document.addEventListener('turbo:visit', () => {
    comingUntil = Date.now() + longest.page
  })
  document.addEventListener('turbo:load', () => {
    comingUntil = 0
  })
  const refreshLater = (address: string): void => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      if (address !== document.baseURI) return
      if (sending > 0 || Date.now() < comingUntil) refreshLater(address)
      else visit(address, { action: 'replace', shouldCacheSnapshot: false })
    }, together)
  }
  StreamActions.refresh = () => refreshLater(document.baseURI)
}
