import { ServerResponse } from 'node:http'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Sink } from '../live/follower.ts'
import type { WebContext } from './context.ts'

export const eventStreamHeaders = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  'x-accel-buffering': 'no',
  'x-content-type-options': 'nosniff',
}

/**
 * Answers with server-sent events, written to the socket itself: a stream of the Fetch standard in between costs each of
 * thousands of devices several kilobytes and a chain of promises for every event. Throws where there is no server.
 */
export function openEventStream(c: WebContext, follow: (sink: Sink) => void): Response {
  const response = outgoingOf(c.env)
  response.writeHead(200, eventStreamHeaders)
  follow({
    get waiting() {
      return response.writableLength
    },
    write: (text) => void response.write(text),
    end: () => void response.end(),
    cut: () => void response.destroy(),
    onClose: (closed) => void response.once('close', closed),
  })
  return alreadySent()
}

/**
 * Tells the server that the answer is on its way. A copy, because what comes after a handler adds headers to it; with a
 * `cache-control` of its own, because a header that Hono adds makes it a new response, which the server would send.
 */
function alreadySent(): Response {
  const answer = RESPONSE_ALREADY_SENT.clone()
  answer.headers.set('cache-control', 'no-store')
  return answer
}

function outgoingOf(env: unknown): ServerResponse {
  const outgoing = typeof env === 'object' && env !== null && 'outgoing' in env ? env.outgoing : null
  if (outgoing instanceof ServerResponse) return outgoing
  throw new Error('A stream of events needs a server.')
}
