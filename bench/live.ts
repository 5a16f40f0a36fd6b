import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { startPostgres } from '../tests/postgres-server.ts'
import { type Device, openDevice } from './house/devices.ts'
import { type Figure, report } from './house/report.ts'
import { type SeededBoard, seedBoards } from './house/seed.ts'
import { type RunningServer, residentMegabytes, startServer } from './house/server.ts'

/*
 * A country at its boards: 500 boards with 10 devices each follow live, 50 entries a second go through the real form
 * endpoint. Measured: from the start of a POST until each other device has the fragment (p99), until the answer says
 * that it is durable (95 %), and memory. Then the same with the devices on one process and the writers on another.
 * The client shares the machine's cores with server and database.
 */

const boards = Number(process.env.BOARDS ?? 500)
const devicesPerBoard = 10
const writesPerSecond = 50
const seconds = Number(process.env.SECONDS ?? 40)
const warmUpSeconds = 5

const postgres = await startPostgres({ durable: true })
const databaseUrl = postgres.url
// Two test processes come from one address; the limit for one address is not what is measured here.
const env = { REQUESTS_PER_MINUTE: '1000000' }
const first = await startServer({ databaseUrl, env })
const seeded = await seedBoards(databaseUrl, { boards, membersPerTeam: devicesPerBoard, cardsPerZone: 3 })

const one = await run('one process', first, first)
const memory = residentMegabytes(first.pid)
const second = await startServer({ databaseUrl, env })
const two = await run('across two processes', first, second)
report('live', [
  ...one,
  { figure: 'memory of the server after it, one process', value: memory, unit: 'MB', asked: '≤ 300' },
  ...two,
])
await first.stop()
await second.stop()
await postgres.stop()

async function run(name: string, followed: RunningServer, written: RunningServer): Promise<readonly Figure[]> {
  const started = new Map<string, number>()
  const heardBy = new Map<string, Set<number>>()
  const delays: number[] = []
  let losses = 0
  const heard = (device: number, text: string) => {
    const now = performance.now()
    for (const [mark] of text.matchAll(/mark-[0-9a-f]{8}/g)) {
      const start = started.get(mark)
      const by = heardBy.get(mark)
      // A card may come again with a later change; what counts is when a device had it first.
      if (start === undefined || by === undefined || by.has(device)) continue
      by.add(device)
      delays.push(now - start)
    }
  }
  const devices: Device[] = []
  let nextDevice = 0
  for (const board of seeded) {
    const opened = board.cookies.map((cookie) => {
      const path = `/live/${board.slug}/board/${board.boardId}?view=desk&after=0`
      return openDevice({ port: followed.port, path, cookie, id: nextDevice++ }, heard, () => losses++)
    })
    devices.push(...(await Promise.all(opened)))
  }
  process.stderr.write(`${name}: ${devices.length} devices follow\n`)
  await wait(2000)

  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const durable: number[] = []
  const refusals = new Map<number, number>()
  const posts: Promise<void>[] = []
  const total = (seconds + warmUpSeconds) * writesPerSecond
  const begin = performance.now()
  for (let index = 0; index < total; index++) {
    const due = begin + (index * 1000) / writesPerSecond
    const early = due - performance.now()
    if (early > 0) await wait(early)
    const board = seeded[Math.floor(Math.random() * seeded.length)] as SeededBoard
    const mark = `mark-${randomUUID().slice(0, 8)}`
    const start = performance.now()
    const counts = index >= warmUpSeconds * writesPerSecond
    if (counts) {
      started.set(mark, start)
      heardBy.set(mark, new Set())
    }
    posts.push(
      post(agent, written.port, board, `${mark} Yara legde de sprong over het tiental uit`).then((status) => {
        if (status >= 400) refusals.set(status, (refusals.get(status) ?? 0) + 1)
        if (counts) durable.push(performance.now() - start)
      }),
    )
  }
  await Promise.all(posts)
  await wait(3000)
  for (const device of devices) device.close()
  agent.destroy()
  const refused = [...refusals.values()].reduce((sum, count) => sum + count, 0)
  if (refused > 0) process.stderr.write(`${name}: refused ${JSON.stringify(Object.fromEntries(refusals))}\n`)
  const complete = [...started.keys()].filter((mark) => heardBy.get(mark)?.size === devicesPerBoard).length
  return [
    { figure: `${name}: devices`, value: devices.length, unit: '' },
    { figure: `${name}: entries written`, value: started.size, unit: '' },
    { figure: `${name}: refused or failed`, value: refused, unit: '', asked: '0' },
    { figure: `${name}: entries that reached all devices`, value: complete, unit: '', asked: 'all' },
    { figure: `${name}: connections lost`, value: losses, unit: '', asked: '0' },
    { figure: `${name}: POST → device, median`, value: quantile(delays, 0.5), unit: 'ms' },
    { figure: `${name}: POST → device, p99`, value: quantile(delays, 0.99), unit: 'ms', asked: '≤ 200' },
    { figure: `${name}: durable, 95 %`, value: quantile(durable, 0.95), unit: 'ms', asked: '≤ 600' },
  ]
}

function post(agent: Agent, port: number, board: SeededBoard, description: string): Promise<number> {
  const body = new URLSearchParams({ description, _op: randomUUID() }).toString()
  const cookie = board.cookies[Math.floor(Math.random() * board.cookies.length)] ?? ''
  return new Promise((resolve) => {
    const sent = request(
      {
        agent,
        host: '127.0.0.1',
        port,
        method: 'POST',
        path: `/s/${board.slug}/boards/${board.boardId}/successes`,
        headers: {
          cookie,
          accept: 'text/vnd.turbo-stream.html',
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': Buffer.byteLength(body),
          'sec-fetch-site': 'same-origin',
        },
      },
      (response) => {
        response.resume()
        response.on('end', () => resolve(response.statusCode ?? 599))
      },
    )
    sent.on('error', () => resolve(599))
    sent.end(body)
  })
}

function quantile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN
}
