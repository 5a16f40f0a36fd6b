import { BlockList, isIP } from 'node:net'
import type { WebContext } from './context.ts'

/** Proxies whose word is taken for where a request comes from: addresses and networks, `10.0.0.0/8`, `::1`. */
export function trustedProxies(list: readonly string[]): BlockList {
  const trusted = new BlockList()
  for (const each of list) {
    const [address = '', bits] = each.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (bits === undefined) trusted.addAddress(address, family)
    else trusted.addSubnet(address, Number(bits), family)
  }
  return trusted
}

/**
 * The address that a request came from: of the socket, or where that is a trusted proxy, the last one in X-Forwarded-For
 * that is not. Null where there is no socket (in tests). Used to count requests, never written down.
 */
export function clientAddress(c: WebContext, trusted: BlockList): string | null {
  const socket = socketAddress(c.env)
  if (socket === null) return null
  let address = plain(socket)
  const hops = (c.req.header('x-forwarded-for') ?? '').split(',').map((hop) => plain(hop.trim()))
  while (isTrusted(address, trusted) && hops.length > 0) {
    const hop = hops.pop()
    if (hop === undefined || isIP(hop) === 0) break
    address = hop
  }
  return network(address)
}

function isTrusted(address: string, trusted: BlockList): boolean {
  return trusted.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
}

/** `::ffff:192.0.2.1`, as a socket for both families names an IPv4 address, is that address. */
function plain(address: string): string {
  return address.startsWith('::ffff:') && address.includes('.') ? address.slice(7) : address
}

/** One household or school has a whole IPv6 network (/64): its addresses count as one. */
function network(address: string): string {
  if (isIP(address) !== 6) return address
  const [head = '', tail = ''] = address.split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail === '' ? [] : tail.split(':')
  const missing = address.includes('::') ? 8 - before.length - after.length : 0
  const groups = [...before, ...Array<string>(Math.max(0, missing)).fill('0'), ...after]
  return `${groups.slice(0, 4).join(':')}::/64`
}

function socketAddress(env: unknown): string | null {
  if (typeof env !== 'object' || env === null || !('incoming' in env)) return null
  const { incoming } = env
  if (typeof incoming !== 'object' || incoming === null || !('socket' in incoming)) return null
  const { socket } = incoming
  if (typeof socket !== 'object' || socket === null || !('remoteAddress' in socket)) return null
  return typeof socket.remoteAddress === 'string' ? socket.remoteAddress : null
}
