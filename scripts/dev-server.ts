import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, watch } from 'node:fs'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { buildAll } from './build.ts'
import { root } from './bundle.ts'

/**
 * The development server. It stands before the real one, which knows nothing of it: it builds and restarts that after a
 * change, holds requests while it restarts, and adds one script to pages, which reloads them.
 */

const reloadScript = "new EventSource('/dev/reload').onmessage = () => location.reload()"
const port = Number(process.env.PORT ?? 3000)
const pages = new Set<ServerResponse>()

let server: ChildProcess | undefined
/** The port of the running server, once it is ready; rejects where the build failed. */
let ready: Promise<number> = restart()

async function restart(): Promise<number> {
  try {
    await buildAll()
  } catch {
    // esbuild has printed what is wrong, with the place.
    throw new Error('The build failed; the terminal says where.')
  }
  if (server?.exitCode === null) {
    server.kill('SIGTERM')
    await once(server, 'exit')
  }
  server = spawn(process.execPath, ['--enable-source-maps', 'build/server/main.js'], {
    cwd: root,
    env: { ...process.env, PORT: '0', ORIGIN: `http://localhost:${port}` },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const started = server
  return new Promise((resolve, reject) => {
    started.once('message', (message: { readonly port: number }) => resolve(message.port))
    started.once('exit', (code) => reject(new Error(`The server ended with ${code}; the terminal says why.`)))
  })
}

function changed(): void {
  const before = performance.now()
  ready = ready.catch(() => {}).then(restart)
  ready.then(
    () => {
      console.error(`Reloaded in ${Math.round(performance.now() - before)} ms.`)
      for (const page of pages) page.write('data: reload\n\n')
    },
    (error) => console.error(String(error)),
  )
}

async function answer(asked: IncomingMessage, response: ServerResponse): Promise<void> {
  if (asked.url === '/dev/reload') {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' }).write(':\n\n')
    pages.add(response)
    response.once('close', () => pages.delete(response))
    return
  }
  if (asked.url === '/dev/reload.js') {
    response.writeHead(200, { 'content-type': 'text/javascript' }).end(reloadScript)
    return
  }
  try {
    pass(asked, response, await ready)
  } catch (error) {
    response.writeHead(503, { 'content-type': 'text/html; charset=utf-8', refresh: '2' }).end(`<pre>${error}</pre>`)
  }
}

/** Hands the request to the server; the script goes behind what is meant as a page of its own. */
function pass(asked: IncomingMessage, response: ServerResponse, to: number): void {
  const isPage = asked.headers['sec-fetch-dest'] === 'document'
  const headers = { ...asked.headers, ...(isPage ? { 'accept-encoding': 'identity' } : {}) }
  const inner = request({ host: 'localhost', port: to, method: asked.method, path: asked.url, headers }, (from) => {
    const wantsScript = isPage && from.headers['content-type']?.startsWith('text/html') === true
    const { 'content-length': length, ...rest } = from.headers
    response.writeHead(from.statusCode ?? 502, wantsScript ? rest : from.headers)
    from.pipe(response, { end: !wantsScript })
    if (wantsScript) from.once('end', () => response.end('<script src="/dev/reload.js"></script>'))
    response.once('close', () => from.destroy())
  })
  inner.once('error', () => response.destroy())
  asked.pipe(inner)
}

/** Where sources are; a watch over all of app/ would also follow its node_modules. */
const sources = ['app/platform', 'app/modules', 'app/cli', 'packages'].filter((path) => existsSync(join(root, path)))
let timer: NodeJS.Timeout | undefined
const noticed = (_event: string, file: string | null) => {
  if (file === null || !/\.(tsx?|css|json)$/.test(file) || /\.test\.tsx?$/.test(file)) return
  clearTimeout(timer)
  // An editor writes a file in several steps.
  timer = setTimeout(changed, 80)
}
watch(join(root, 'app'), noticed)
for (const path of sources) watch(join(root, path), { recursive: true }, noticed)

const front = createServer((asked, response) => void answer(asked, response)).listen(port, 'localhost', () => {
  const address = front.address()
  const own = typeof address === 'object' ? address?.port : port
  ready.then(
    () => console.error(`Kantelpunt is ready and reloads on a change: http://localhost:${own}`),
    (error) => console.error(String(error)),
  )
})

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, async () => {
    if (server?.exitCode === null) {
      server.kill('SIGTERM')
      await once(server, 'exit')
    }
    process.exit(0)
  })
}
