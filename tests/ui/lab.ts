import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { turboStyleHash } from '../../app/platform/ui/client/turbo-style.ts'
import { type Frame, Layout, type LayoutProps } from '../../app/platform/ui/index.ts'

/** How the server of the lab takes a write. `lost`: it does it, and the answer never arrives. */
export type Manner = 'fine' | 'lost' | 'away' | 'refuse' | 'hotspot' | 'signed-out'

/** A server small enough to see through, for trying what the browser does: pages, writes done once, a live stream. */
export class Lab {
  url = ''
  manner: Manner = 'fine'
  /** Pages by path. */
  pages = new Map<string, () => string>()
  /** What was written, once for each operation, in the order of arrival. */
  written: {
    readonly op: string
    readonly age: number
    readonly path: string
    readonly fields: Record<string, string>
  }[] = []
  /** Every request to write, repeats included. */
  attempts = 0
  /** What a write answers to a script. */
  fragments: (fields: Readonly<Record<string, string>>) => string = () => ''
  /** The `after` and `Last-Event-ID` of each time a device started to follow. */
  followed: (string | null)[] = []
  #followers = new Set<ServerResponse>()
  #server: Server | undefined
  readonly #folder = mkdtempSync(join(tmpdir(), 'kantelpunt-lab-'))

  async start(): Promise<void> {
    await build({
      entryPoints: ['app/client.ts', 'app/styles.css', 'app/service-worker.ts'],
      define: { BUILT_ASSETS: JSON.stringify(['client.js', 'styles.css']) },
      bundle: true,
      minify: true,
      format: 'esm',
      loader: { '.woff2': 'file' },
      outdir: join(this.#folder, 'assets'),
      target: ['es2022', 'chrome111'],
      logLevel: 'error',
    })
    this.#server = createServer((request, response) => void this.#answer(request, response))
    await new Promise<void>((done) => this.#server?.listen(0, 'localhost', done))
    const address = this.#server.address()
    this.url = `http://localhost:${typeof address === 'object' ? address?.port : ''}`
  }

  async stop(): Promise<void> {
    this.hangUp()
    this.#server?.closeAllConnections()
    await new Promise((done) => this.#server?.close(done))
    await rm(this.#folder, { recursive: true, force: true })
  }

  clear(): void {
    this.hangUp()
    Object.assign(this, {
      manner: 'fine',
      written: [],
      attempts: 0,
      fragments: () => '',
      followed: [],
      pages: new Map(),
    })
  }

  /** Sends fragments to every follower. */
  send(html: string, id: number): void {
    for (const follower of this.#followers) follower.write(`id: ${id}\ndata: ${html.replaceAll('\n', '\ndata: ')}\n\n`)
  }

  hangUp(): void {
    for (const follower of this.#followers) follower.destroy()
    this.#followers.clear()
  }

  get following(): number {
    return this.#followers.size
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://lab')
    response.setHeader('content-security-policy', policy)
    if (request.method === 'POST') return this.#write(request, response, pathname)
    if (pathname === '/live') {
      this.followed.push(request.headers['last-event-id']?.toString() ?? searchParams.get('after'))
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write('retry: 200\n\n')
      this.#followers.add(response)
      response.on('close', () => this.#followers.delete(response))
      return
    }
    const page = this.pages.get(pathname)
    if (page !== undefined) response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page())
    else this.#file(response, pathname)
  }

  #file(response: ServerResponse, path: string): void {
    const file = join(this.#folder, path)
    const type = { js: 'text/javascript', css: 'text/css', woff2: 'font/woff2' }[path.split('.').at(-1) ?? '']
    // Without an offline page there is nothing to keep: an empty service worker.
    const empty = path.endsWith('service-worker.js') && !this.pages.has('/offline')
    if (type === undefined || !existsSync(file)) response.writeHead(204).end()
    else
      response
        .writeHead(200, { 'content-type': type, 'service-worker-allowed': '/' })
        .end(empty ? '' : readFileSync(file))
  }

  async #write(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    this.attempts++
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(Buffer.from(chunk))
    const {
      _op: op = '',
      _age: age = '0',
      ...fields
    } = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString()))
    if (this.manner === 'away') return void response.destroy()
    if (this.manner === 'hotspot')
      return void response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Wifi</h1>')
    if (this.manner === 'refuse' || this.manner === 'signed-out') {
      response.writeHead(this.manner === 'refuse' ? 422 : 401, { 'content-type': 'application/problem+json' })
      return void response.end(JSON.stringify({ title: 'Nee', detail: 'De sessie is al gesloten.' }))
    }
    if (!this.written.some((one) => one.op === op)) this.written.push({ op, age: Number(age), path, fields })
    if (this.manner === 'lost') return void response.destroy()
    response.writeHead(200, { 'content-type': 'text/vnd.turbo-stream.html' }).end(this.fragments(fields))
  }
}

/** The same policy as the house's. */
const policy = `default-src 'none'; script-src 'self'; style-src 'self' ${turboStyleHash}; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'`

/** A lab for the tests of this file, clean for each test. */
export function useLab(): Lab {
  const lab = new Lab()
  beforeAll(() => lab.start(), 60_000)
  afterAll(() => lab.stop())
  beforeEach(() => lab.clear())
  return lab
}

const labFrame: Frame = {
  locale: 'nl',
  theme: 'auto',
  assets: { 'styles.css': '/assets/styles.css', 'client.js': '/assets/client.js' },
  here: '/',
  organisation: { name: 'De Waterlelie', href: '/s/waterlelie' },
  navigation: [
    { label: 'Verbeteren', href: '/verbeteren', icon: 'layout-board' },
    { label: 'Kennis', href: '/kennis', icon: 'book' },
  ],
  person: { name: 'Samira Moussaoui', links: [{ label: 'Jouw gegevens', href: '/account', icon: 'user' }] },
  owner: 'samira',
  flash: null,
}

/** A whole page of the house, as the web room would send it. */
export function labPage({ frame, ...props }: Omit<LayoutProps, 'frame'> & { readonly frame?: Partial<Frame> }): string {
  return Layout({ ...props, frame: { ...labFrame, ...frame } }).text
}
