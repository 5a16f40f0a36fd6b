import { connect, type Socket } from 'node:net'

export interface Device {
  readonly id: number
  close(): void
}

/**
 * A device that follows a board: one raw HTTP/1.1 connection that reads server-sent events. `heard` gets every chunk of
 * the stream as text; thousands of these fit in one process, which a fetch each would not.
 */
export function openDevice(
  target: { readonly port: number; readonly path: string; readonly cookie: string; readonly id: number },
  heard: (device: number, text: string) => void,
  lost: (reason: string) => void,
): Promise<Device> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect(target.port, '127.0.0.1')
    let open = false
    let closing = false
    socket.setNoDelay(true)
    socket.on('connect', () => {
      socket.write(
        `GET ${target.path} HTTP/1.1\r\nHost: 127.0.0.1:${target.port}\r\nAccept: text/event-stream\r\nCookie: ${target.cookie}\r\n\r\n`,
      )
    })
    socket.on('data', (chunk: Buffer) => {
      const text = chunk.toString('latin1')
      if (!open) {
        if (!text.startsWith('HTTP/1.1 200')) {
          reject(new Error(`The stream answered: ${text.slice(0, 200)}`))
          socket.destroy()
          return
        }
        open = true
        resolve({
          id: target.id,
          close: () => {
            closing = true
            socket.destroy()
          },
        })
      }
      heard(target.id, text)
    })
    socket.on('error', (error) => (open ? lost(error.message) : reject(error)))
    socket.on('close', () => {
      if (open && !closing) lost('closed by the server')
    })
  })
}
