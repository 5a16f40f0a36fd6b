import { once } from 'node:events'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { createAdaptorServer } from '@hono/node-server'

export interface ServerSettings {
  readonly fetch: (request: Request, env: ServerEnv) => Response | Promise<Response>
  /** 0: any free port. */
  readonly port: number
  readonly host: string
}

/** What a handler finds in `c.env`. */
export interface ServerEnv {
  readonly incoming: IncomingMessage
  readonly outgoing: ServerResponse
}

export interface RunningServer {
  readonly port: number
  /** Takes no new requests and lets those that run finish; after `graceMs` their connections are cut. */
  stop(graceMs: number): Promise<void>
}

/** A sender that dawdles is cut off: 15 s for the headers, two minutes for a whole upload. */
const serverOptions = {
  headersTimeout: 15_000,
  requestTimeout: 120_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 5_000,
}

/** Starts to listen. Rejects where the port is taken or not allowed. */
export async function startServer({ fetch, port, host }: ServerSettings): Promise<RunningServer> {
  // The adaptor makes what it is told to make; its type also allows HTTP/2.
  const server = createAdaptorServer({ fetch: fetch as FetchOfAdaptor, createServer, serverOptions }) as Server
  server.listen(port, host)
  await once(server, 'listening')
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    stop: (graceMs) => stop(server, graceMs),
  }
}

type FetchOfAdaptor = Parameters<typeof createAdaptorServer>[0]['fetch']

async function stop(server: Server, graceMs: number): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  // A connection that was busy when the server closed stays open after its answer, waiting for a next request.
  const sweep = setInterval(() => server.closeIdleConnections(), 50)
  const cut = new AbortController()
  const late = wait(graceMs, undefined, { signal: cut.signal }).then(
    () => server.closeAllConnections(),
    () => {},
  )
  await closed
  clearInterval(sweep)
  cut.abort()
  await late
}
