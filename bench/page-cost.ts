import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { Agent, createServer, request } from 'node:http'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { bundle, root } from '../scripts/bundle.ts'
import { startPostgres } from '../tests/postgres-server.ts'
import { bundleForReact } from './house/bundle-react.ts'
import { report } from './house/report.ts'
import { seedBoards } from './house/seed.ts'
import { cpuSeconds, startServer } from './house/server.ts'

/*
 * What a board page costs: CPU of the server process per request, with session, permission and row-level security on
 * PostgreSQL, against a bare node:http process that sends the same bytes; both under the same client, in turn.
 */

const rounds = 9
const requestsPerRound = 400
// Until the compiler is done with both.
const warmUp = 2500
const parallel = 4
const agent = new Agent({ keepAlive: true, maxSockets: parallel })

if (process.argv[2] === 'bare') {
  // The bare server: it gets the bytes, sends them, and does nothing else.
  process.once('message', (body) => {
    const bytes = Buffer.from(String(body))
    const server = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=UTF-8', 'content-length': bytes.length })
      response.end(bytes)
    })
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      process.send?.({ port: typeof address === 'object' ? address?.port : 0 })
    })
  })
} else {
  await measure()
}

async function measure(): Promise<void> {
  const postgres = await startPostgres({ durable: true })
  // All of it comes from one address, and the limit for one address is not what is measured here.
  const server = await startServer({ databaseUrl: postgres.url, env: { REQUESTS_PER_MINUTE: '1000000' } })
  const [board] = await seedBoards(postgres.url, { boards: 1, membersPerTeam: 8, cardsPerZone: 30 })
  if (board === undefined) throw new Error('No board was made.')
  const path = `/s/${board.slug}/boards/${board.boardId}`
  const headers = { cookie: board.cookies[0] ?? '' }
  const html = await get(server.port, path, headers)
  const cards = html.match(/class="card/g)?.length ?? 0
  if (cards < 120) throw new Error(`The page shows ${cards} cards instead of 120.`)

  const bare = fork(import.meta.filename, ['bare'])
  bare.send(html)
  const [{ port: barePort }] = (await once(bare, 'message')) as [{ port: number }]

  const measured = async (pid: number, port: number, count: number) => {
    const before = cpuSeconds(pid)
    await many(count, () => get(port, path, headers))
    return ((cpuSeconds(pid) - before) / count) * 1000
  }
  await many(warmUp, () => get(server.port, path, headers))
  await many(warmUp * 4, () => get(barePort, path, headers))
  const ours: number[] = []
  const theirs: number[] = []
  for (let round = 0; round < rounds; round++) {
    ours.push(await measured(server.pid, server.port, requestsPerRound))
    // Ticks are 10 ms: the bare server needs many more requests for a figure that means something.
    theirs.push(await measured(bare.pid ?? 0, barePort, requestsPerRound * 10))
  }
  const rendering = await renderingShare()
  const script = readFileSync(join(root, 'build/public', clientFile()))
  report('page-cost', [
    { figure: 'CPU per request, board page', value: median(ours), unit: 'ms' },
    { figure: 'CPU per request, bare node:http', value: median(theirs), unit: 'ms' },
    // Of the rounds, not of the medians: a machine that slows down for a while slows down both.
    {
      figure: 'ratio',
      value: median(ours.map((cost, round) => cost / (theirs[round] ?? Number.NaN))),
      unit: '×',
      asked: '≤ 25',
    },
    { figure: 'rendering, ours', value: rendering.ours, unit: 'ms' },
    { figure: 'rendering, React renderToString', value: rendering.react, unit: 'ms' },
    { figure: 'rendering, ours / React', value: rendering.ratio, unit: '×', asked: '≤ 0.333' },
    { figure: 'HTML', value: Buffer.byteLength(html) / 1000, unit: 'kB', asked: '≤ 60' },
    { figure: 'script, gzipped', value: gzipSync(script, { level: 9 }).length / 1000, unit: 'kB', asked: '≤ 45' },
    { figure: 'cards on the page', value: cards, unit: '' },
  ])
  bare.kill()
  await server.stop()
  await postgres.stop()
}

/** CPU of rendering the same board by the same components, compiled once for our runtime and once for React's. */
async function renderingShare(): Promise<{ ours: number; react: number; ratio: number }> {
  const { render: ours } = (await import(await bundle('bench/house/render-ours.tsx'))) as { render: () => string }
  const { render: react } = (await import(await bundleForReact('bench/house/render-react.ts'))) as {
    render: () => string
  }
  const difference = Math.abs(1 - bare(react()).length / bare(ours()).length)
  if (difference > 0.03) throw new Error(`React's markup differs by ${Math.round(difference * 100)} %: not comparable.`)
  const cost = (render: () => string) => {
    const start = process.cpuUsage()
    for (let i = 0; i < 200; i++) render()
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 200 / 1000
  }
  for (let i = 0; i < 3; i++) {
    cost(ours)
    cost(react)
  }
  const pairs = Array.from({ length: 15 }, () => [cost(ours), cost(react)] as const)
  return {
    ours: median(pairs.map((pair) => pair[0])),
    react: median(pairs.map((pair) => pair[1])),
    ratio: median(pairs.map(([ours, react]) => ours / react)),
  }
}

/** Markup without what only React writes: its comments between texts, and the groups that stand in for our icons. */
function bare(html: string): string {
  return html.replaceAll('<!-- -->', '').replaceAll(/<\/?g>/g, '')
}

function clientFile(): string {
  // Written by scripts/build.ts: plain name → name with hash.
  return (
    (JSON.parse(readFileSync(join(root, 'build/manifest.json'), 'utf8')) as Record<string, string>)['client.js'] ?? ''
  )
}

function get(port: number, path: string, headers: Record<string, string>): Promise<string> {
  return new Promise((resolve, reject) => {
    request({ port, path, headers, agent, host: '127.0.0.1' }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString()
        if (response.statusCode === 200) resolve(text)
        else reject(new Error(`${path} answered ${response.statusCode}: ${text.slice(0, 300)}`))
      })
    })
      .on('error', reject)
      .end()
  })
}

async function many(count: number, once: () => Promise<unknown>): Promise<void> {
  let left = count
  const worker = async () => {
    while (left-- > 0) await once()
  }
  await Promise.all(Array.from({ length: parallel }, worker))
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
