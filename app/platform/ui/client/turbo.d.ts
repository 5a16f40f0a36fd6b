/** What we use of Turbo, which ships without types. */
declare module '@hotwired/turbo' {
  export function renderStreamMessage(html: string): void
  export const cache: { clear(): void }
  export function visit(
    location: string,
    options?: { readonly action?: 'advance' | 'replace'; readonly shouldCacheSnapshot?: boolean },
  ): void
  /** What each action of a stream element does. */
  export const StreamActions: { refresh: () => void }
}
