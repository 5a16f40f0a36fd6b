import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { type Encoded, encodePage, encodingFor } from './compress.ts'
import type { WebContext } from './context.ts'
import { hasAlready } from './etag.ts'
import { themeOf } from './frame.ts'
import { type PageContent, page, pageText, sendPage } from './page.tsx'

interface KeptPage extends Encoded {
  readonly etag: string
}

/** Pages asked last, by all that they depend on; in bytes. */
const kept = new LRUCache<string, KeptPage>({
  maxSize: 16 * 1024 * 1024,
  // The key and what the map itself takes.
  sizeCalculation: ({ bytes }, key) => bytes.length + key.length + 200,
})

/**
 * A page that shows visitors who are not signed in nothing but what its address and `state` say, such as published figures:
 * made once and kept as bytes, so that a crowd that reads the same page costs next to nothing. `state` names the state of
 * all data that the page shows; no two states share a name, also not those of two databases. `undefined`, and somebody who
 * is signed in: made anew. A browser that has the page already is told so (RFC 9110, 13.1.2).
 */
export function keptPage(c: WebContext, state: string | undefined, make: () => PageContent): Response {
  if (state === undefined || c.var.visit.viewer.kind !== 'nobody') return page(c, make())
  const key = keyOf(c, state)
  let found = kept.get(key)
  if (found === undefined) {
    const encoded = encodePage(pageText(c, make()), encodingFor(c.req.header('accept-encoding')))
    found = { ...encoded, etag: `"${createHash('sha256').update(encoded.bytes).digest('base64url').slice(0, 22)}"` }
    kept.set(key, found)
  }
  c.header('etag', found.etag)
  // Asked again each time: whoever signs in sees the page as their own at once.
  c.header('cache-control', 'no-cache')
  if (hasAlready(c, found.etag)) return c.body(null, 304)
  return sendPage(c, found)
}

/** Whatever a page of a visitor without an account depends on: cookies of language and theme, the address, and the data. */
function keyOf(c: WebContext, state: string): string {
  const { pathname, search } = new URL(c.req.url)
  const encoding = encodingFor(c.req.header('accept-encoding')) ?? 'plain'
  return [state, c.var.locale, themeOf(c), encoding, pathname, search].join('\n')
}
