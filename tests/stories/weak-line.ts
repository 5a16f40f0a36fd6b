import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { connect, createServer, type Socket } from 'node:net'

export interface WeakLine {
  /** The server, as it is reached over this line. */
  readonly url: string
  /** Breaks every connection, open streams too, and lets no new one through. */
  cut(): void
  mend(): void
  close(): Promise<void>
}

/**
 * A line to a server that can be cut. A browser that is told to be offline keeps the streams that are open already, as
 * no network does; here they break.
 */
export async function openWeakLine(to: string): Promise<WeakLine> {
  const { hostname, port } = new URL(to)
  const sockets = new Set<Socket>()
  let isCut = false
  const server = createServer((device) => {
    if (isCut) {
      device.destroy()
      return
    }
    const far = connect(Number(port), hostname)
    for (const [near, other] of [
      [device, far],
      [far, device],
    ] as const) {
      sockets.add(near)
      near.on('error', () => other.destroy())
      near.on('close', () => {
        sockets.delete(near)
        other.destroy()
      })
      near.pipe(other)
    }
  }).listen(0, 'localhost')
  await once(server, 'listening')
  // A server that listens on a port has an address with that port.
  const address = server.address() as AddressInfo
  const breakAll = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    url: `http://localhost:${address.port}`,
    cut: () => {
      isCut = true
      breakAll()
    },
    mend: () => {
      isCut = false
    },
    close: async () => {
      breakAll()
      server.close()
      await once(server, 'close')
    },
  }
}
