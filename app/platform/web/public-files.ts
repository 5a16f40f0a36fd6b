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
      onFound: (path, c) => {
        // The one file that keeps its name: browsers look for a new one themselves, and it serves the whole site.
        const worker = /service-worker\.js(\.\w+)?$/.test(path)
        if (worker) c.header('service-worker-allowed', '/')
        c.header('cache-control', worker ? 'no-cache' : 'public, max-age=31536000, immutable')
      },
    }),
  )
}
