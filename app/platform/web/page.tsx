import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Html } from '../html/jsx-runtime.ts'
import { Layout, type LayoutProps } from '../ui/index.ts'
import { type Encoded, encodePage, encodingFor } from './compress.ts'
import type { WebContext } from './context.ts'
import { frameOf } from './frame.ts'

export interface PageContent extends Omit<LayoutProps, 'frame' | 'children'> {
  readonly body: Html
}

/** A whole page in the house's layout, in the language of the request. */
export function page(c: WebContext, content: PageContent, status: ContentfulStatusCode = 200): Response {
  if (c.var.visit.viewer.kind !== 'nobody') c.header('cache-control', 'no-store')
  return sendPage(c, encodePage(pageText(c, content), encodingFor(c.req.header('accept-encoding'))), status)
}

/** The HTML of a whole page. */
export function pageText(c: WebContext, { body, ...content }: PageContent): string {
  return Layout({ ...content, frame: frameOf(c), children: body }).text
}

/** Sends a page that was made bytes. */
export function sendPage(c: WebContext, { bytes, encoding }: Encoded, status: ContentfulStatusCode = 200): Response {
  if (c.req.header('accept-encoding') !== undefined) c.header('vary', 'accept-encoding')
  if (encoding !== undefined) c.header('content-encoding', encoding)
  return c.body(bytes, status, { 'content-type': 'text/html; charset=utf-8' })
}

/** Elements for Turbo: what changed on the page that asked. */
export function turboStream(c: WebContext, html: Html | string): Response {
  return c.body(String(html), 200, { 'content-type': 'text/vnd.turbo-stream.html; charset=utf-8' })
}
