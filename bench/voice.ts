import { randomInt } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { personas } from '../app/platform/identity/demo-people.ts'
import { startPostgres } from '../tests/postgres-server.ts'
import { type Figure, report } from './house/report.ts'
import { cpuSeconds, type RunningServer, startServer } from './house/server.ts'

/*
 * A whole school answers at once: 200 devices have the questions open and send their answers in the same moment, to one
 * process. Measured: from the start of each POST until its answer has come, five times on each engine, and whether the
 * round has every answer once when it is closed. The client shares the machine's cores with server and database.
 */

const devices = Number(process.env.DEVICES ?? 200)
const times = 5
/** Before these are counted: a server answers its first requests slowly, and no school is its first. */
const warmUps = 2
const env = { KANTELPUNT_DEMO: '1', REQUESTS_PER_MINUTE: '1000000' }

const postgres = await startPostgres({ durable: true })
const onPostgres = await startServer({ databaseUrl: postgres.url, env })
const first = await run('PostgreSQL', onPostgres)
await onPostgres.stop()
await postgres.stop()
const folder = await mkdtemp(join(tmpdir(), 'kantelpunt-bench-voice-'))
const onPglite = await startServer({ folder, env })
const second = await run('PGlite', onPglite)
await onPglite.stop()
await rm(folder, { recursive: true, force: true })
report('voice', [...first, ...second])

async function run(name: string, server: RunningServer): Promise<readonly Figure[]> {
  const teacher = await signInAs(server.origin, 'Amina Boukhari')
  const form = await teacher.get('/s/de-waterlelie/pupils/new')
  const team = /name="team" value="([^"]+)"/.exec(form.body)?.[1] ?? ''
  const delays: number[] = []
  let lost = 0
  let refused = 0
  let cpu = 0
  for (let turn = -warmUps; turn < times; turn++) {
    const made = await teacher.post('/s/de-waterlelie/pupils/new', {
      title: `De hele school ${turn + warmUps}`,
      team,
      set: 'clarity',
    })
    const path = made.location ?? ''
    const code = /class="code">([^<]+)</.exec((await teacher.get(path)).body)?.[1]?.replace(' ', '') ?? ''
    const agent = new Agent({ keepAlive: true, maxSockets: devices })
    const cookies = await Promise.all(
      Array.from({ length: devices }, async () => (await ask(agent, server.port, `/v/${code}`)).cookie),
    )
    const before = cpuSeconds(server.pid)
    const answers = await Promise.all(
      cookies.map((cookie) => {
        const steps = [0, 1, 2].map((place): [string, string] => [`q${place}`, String(randomInt(4))])
        return ask(agent, server.port, `/v/${code}`, { cookie, body: new URLSearchParams(steps).toString() })
      }),
    )
    if (turn >= 0) cpu += cpuSeconds(server.pid) - before
    agent.destroy()
    const own = answers.map(({ delay }) => delay)
    process.stderr.write(`${name}, ${turn + 1}: p99 ${Math.round(quantile(own, 0.99))} ms\n`)
    refused += answers.filter(({ status }) => status !== 303).length
    if (turn >= 0) delays.push(...own)
    await teacher.post(`${path}/close`)
    const closed = (await teacher.get(path)).body
    const counted = [...closed.matchAll(/(\d+) leerlingen/g)].map(([, n]) => Number(n))
    lost += devices - Math.min(devices, ...(counted.length === 3 ? counted : [0]))
    if (counted.some((n) => n > devices)) throw new Error(`More answers than devices: ${counted}.`)
  }
  return [
    { figure: `${name}: devices at once, ${times} times`, value: devices, unit: '' },
    { figure: `${name}: POST, median`, value: quantile(delays, 0.5), unit: 'ms' },
    { figure: `${name}: POST, p99`, value: quantile(delays, 0.99), unit: 'ms', asked: '≤ 300' },
    { figure: `${name}: POST, slowest`, value: Math.max(...delays), unit: 'ms' },
    { figure: `${name}: CPU of the server per POST`, value: (1000 * cpu) / (devices * times), unit: 'ms' },
    { figure: `${name}: refused`, value: refused, unit: '', asked: '0' },
    { figure: `${name}: answers lost`, value: lost, unit: '', asked: '0' },
  ]
}

/** Somebody of the demo at a browser without script, in Dutch. */
async function signInAs(origin: string, name: string) {
  let cookie = ''
  const send = async (path: string, form?: Readonly<Record<string, string>>) => {
    const answer = await fetch(origin + path, {
      method: form === undefined ? 'GET' : 'POST',
      redirect: 'manual',
      headers: { cookie, 'accept-language': 'nl', 'sec-fetch-site': 'same-origin' },
      ...(form === undefined ? {} : { body: new URLSearchParams(form) }),
    })
    const set = answer.headers.getSetCookie().map((line) => line.split(';')[0])
    if (set.length > 0) cookie = set.join('; ')
    return { body: await answer.text(), location: answer.headers.get('location') }
  }
  const person = personas.find((each) => each.name === name)?.id ?? ''
  await send('/sign-in/as', { person, to: '/' })
  return {
    get: (path: string) => send(path),
    post: (path: string, form: Record<string, string> = {}) => send(path, form),
  }
}

interface Answered {
  readonly status: number
  readonly cookie: string
  readonly delay: number
}

function ask(
  agent: Agent,
  port: number,
  path: string,
  sent: { readonly cookie: string; readonly body: string } | null = null,
): Promise<Answered> {
  const start = performance.now()
  const headers =
    sent === null
      ? { 'accept-language': 'nl' }
      : {
          'accept-language': 'nl',
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': Buffer.byteLength(sent.body),
          'sec-fetch-site': 'same-origin',
          cookie: sent.cookie,
        }
  return new Promise((resolve, reject) => {
    const asked = request(
      { agent, host: '127.0.0.1', port, path, method: sent === null ? 'GET' : 'POST', headers },
      (response) => {
        const cookie = (response.headers['set-cookie'] ?? []).map((line) => line.split(';')[0]).join('; ')
        response.resume()
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 599, cookie, delay: performance.now() - start }),
        )
      },
    )
    asked.on('error', reject)
    asked.end(sent?.body)
  })
}

function quantile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN
}
