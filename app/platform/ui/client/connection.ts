/** What the parts of the script know of the connection, gathered for the banner. */
export type Trouble = 'none' | 'lost' | 'signed-out'
export type Source = 'live' | 'entries'

const troubles = new Map<Source, Trouble>()
const name = 'house:connection'

export function report(source: Source, trouble: Trouble): void {
  if (troubles.get(source) === trouble) return
  troubles.set(source, trouble)
  document.dispatchEvent(new CustomEvent(name))
}

export function trouble(): Trouble {
  const all = [...troubles.values()]
  if (all.includes('signed-out')) return 'signed-out'
  return all.includes('lost') || !navigator.onLine ? 'lost' : 'none'
}

/** Calls back whenever the trouble may have changed; returns what stops it. */
export function onConnection(changed: () => void): () => void {
  const events: readonly [EventTarget, string][] = [
    [document, name],
    [window, 'online'],
    [window, 'offline'],
  ]
  for (const [target, event] of events) target.addEventListener(event, changed)
  return () => {
    for (const [target, event] of events) target.removeEventListener(event, changed)
  }
}
