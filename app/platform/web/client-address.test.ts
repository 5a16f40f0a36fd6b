import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { clientAddress, trustedProxies } from './client-address.ts'
import type { WebEnv } from './context.ts'

const trusted = trustedProxies(['10.0.0.0/8', '::1'])

async function addressOf(socket: string | null, forwarded?: string): Promise<string> {
  const app = new Hono<WebEnv>()
  app.get('/', (c) => c.text(String(clientAddress(c, trusted))))
  const env = socket === null ? {} : { incoming: { socket: { remoteAddress: socket } } }
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }
  return (await app.request('/', { headers }, env)).text()
}

describe('where a request comes from', () => {
  it.each([
    ['is the socket', '192.0.2.1', undefined, '192.0.2.1'],
    ['is not what a stranger says', '192.0.2.1', '198.51.100.7', '192.0.2.1'],
    ['is what a trusted proxy says', '10.1.2.3', '198.51.100.7', '198.51.100.7'],
    ['is the last address that no trusted proxy has', '10.1.2.3', '1.1.1.1, 198.51.100.7, 10.9.9.9', '198.51.100.7'],
    ['is the proxy, where that says nonsense', '10.1.2.3', 'nonsense', '10.1.2.3'],
    ['is the proxy, where that says nothing', '10.1.2.3', undefined, '10.1.2.3'],
    ['is IPv4 also when the socket serves both', '::ffff:192.0.2.1', undefined, '192.0.2.1'],
    ['is a whole IPv6 network', '2001:db8:1:2:3:4:5:6', undefined, '2001:db8:1:2::/64'],
    ['is the same network in its short form', '2001:db8:1:2::9', undefined, '2001:db8:1:2::/64'],
    ['is what a trusted IPv6 proxy says', '::1', '2001:db8::1', '2001:db8:0:0::/64'],
    ['is unknown without a socket', null, '198.51.100.7', 'null'],
  ])('%s', async (_what, socket, forwarded, expected) => {
    expect(await addressOf(socket, forwarded)).toBe(expected)
  })
})
