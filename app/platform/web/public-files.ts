import { serveStatic } from '@hono/node-server/serve-static'
import type { Hono } from 'hono'
import type { WebEnv } from './context.ts'

/** The built files, with a hash in their names, under `/assets/`: kept by browsers for a year, sent as compressed as asked. */
export function mountAssets(app: Hono<WebEnv>, folder: string): void {
  app.use(
    '/assets/*',
    serveStatic({
      root: folder,
      precompressed: true,
      rewriteRequestPath: (path) => path.replace('/assets', ''),
      onFound: (_path, c) => c.header('cache-control', 'public, max-age=31536000, immutable'),
    }),
  )
}
