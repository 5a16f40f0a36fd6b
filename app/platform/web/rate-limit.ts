import type { BlockList } from 'node:net'
import type { MiddlewareHandler } from 'hono'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { actorOf } from '../identity/viewer.ts'
import { clientAddress } from './client-address.ts'
import type { WebContext, WebEnv } from './context.ts'
import { refuse } from './refuse.tsx'

/** Counted in the memory of each process: with two processes twice as much passes. Enough to stop floods and guessing. */
export interface Limits {
  /** Requests for pages and writes that one address may make in a minute; a whole school may share an address. */
  readonly requestsPerMinute: number
  readonly trustedProxies: BlockList
}

/** Refuses with 429 what comes from an address that asked too often. Files and health checks are not counted. */
export function limitAll({ requestsPerMinute, trustedProxies }: Limits): MiddlewareHandler<WebEnv> {
  const limiter = new RateLimiterMemory({ points: requestsPerMinute, duration: 60 })
  return async (c, next) => {
    const address = clientAddress(c, trustedProxies)
    const refused = address === null ? null : await count(c, limiter, address)
    return refused ?? next()
  }
}

/** Refuses with 429 whoever used one route too often: a person, a guest, or for anybody else an address. */
export function limitRoute(perMinute: number, trusted: BlockList): MiddlewareHandler<WebEnv> {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 })
  return async (c, next) => {
    const { viewer } = c.var.visit
    const who = viewer.kind === 'nobody' ? clientAddress(c, trusted) : actorOf(viewer)
    const refused = who === null ? null : await count(c, limiter, who)
    return refused ?? next()
  }
}

async function count(c: WebContext, limiter: RateLimiterMemory, who: string): Promise<Response | null> {
  try {
    await limiter.consume(who)
    return null
  } catch (refusal) {
    if (refusal instanceof Error) throw refusal
    c.header('retry-after', '60')
    return refuse(c, 'too-many')
  }
}
