import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { Fragment, type Html } from '../html/jsx-runtime.ts'
import type { WebContext } from './context.ts'

export interface PageContent {
  /** Title of the document, without the name of the platform. */
  readonly title: string
  readonly body: Html
}

/** A whole page in the house's layout, in the language of the request. */
export function page(c: WebContext, { title, body }: PageContent, status: ContentfulStatusCode = 200): Response {
  const { services, locale } = c.var
  const html = (
    <html lang={locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title} · Kantelpunt</title>
        <link rel="stylesheet" href={services.assets['styles.css']} />
        <script type="module" src={services.assets['client.js']} />
      </head>
      <body>
        <main id="main">{body}</main>
      </body>
    </html>
  )
  return c.html(`<!doctype html>${html.text}`, status)
}

/** Several elements as one answer for Turbo. */
export function turboStream(c: WebContext, html: Html | string): Response {
  const body = typeof html === 'string' ? html : (<>{html}</>).text
  return c.body(body, 200, { 'content-type': 'text/vnd.turbo-stream.html; charset=utf-8' })
}

export { Fragment }
