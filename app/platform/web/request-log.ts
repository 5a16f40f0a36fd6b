import type { MiddlewareHandler } from 'hono'
import type { WebEnv } from './context.ts'
import type { Log } from './log.ts'

/** One line a request: what was asked as the pattern of the route, the answer's status, and how long it took. */
export function logRequests(log: Log): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    const started = performance.now()
    await next()
    const fields = {
      requestId: c.var.requestId,
      method: c.req.method,
      route: c.var.route,
      status: c.res.status,
      ms: Math.round((performance.now() - started) * 10) / 10,
      by: c.var.visit.viewer.kind,
    }
    log.info(fields, 'request')
  }
}
