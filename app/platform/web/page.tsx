import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Html } from '../html/jsx-runtime.ts'
import { Layout, type LayoutProps } from '../ui/index.ts'
import { sendCompressed } from './compress.ts'
import type { WebContext } from './context.ts'
import { frameOf } from './frame.ts'

export interface PageContent extends Omit<LayoutProps, 'frame' | 'children'> {
  readonly body: Html
}

/** A whole page in the house's layout, in the language of the request. */
export function page(c: WebContext, { body, ...content }: PageContent, status: ContentfulStatusCode = 200): Response {
  const html = Layout({ ...content, frame: frameOf(c), children: body })
  if (c.var.visit.viewer.kind !== 'nobody') c.header('cache-control', 'no-store')
  return c.body(sendCompressed(c, html.text), status, { 'content-type': 'text/html; charset=utf-8' })
}

/** Elements for Turbo: what changed on the page that asked. */
export function turboStream(c: WebContext, html: Html | string): Response {
  return c.body(String(html), 200, { 'content-type': 'text/vnd.turbo-stream.html; charset=utf-8' })
}
