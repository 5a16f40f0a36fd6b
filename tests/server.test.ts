import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrations } from '../app/migrations.ts'
import { openDatabase } from '../app/platform/database/database.ts'
import { migrate } from '../app/platform/database/migrate.ts'
import { checksum } from '../app/platform/database/testing.ts'
import { demoOrganisations, demoPeople } from '../app/platform/identity/demo-people.ts'
import { createAdmin } from '../app/platform/identity/first-admin.ts'
import { buildAll } from '../scripts/build.ts'
import { startApp } from './app-under-test.ts'
import { demoBoard, signInAs } from './person.ts'
import { type ServerProcess, startServer } from './server-process.ts'

// What only a real process shows: what it writes on its log, how it stops, what it says where it can't start.

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kantelpunt-server-'))
  await buildAll()
}, 120_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('the log of a long walk through the demo', () => {
  let server: ServerProcess
  let lines: readonly string[]
  beforeAll(async () => {
    server = await startServer({ KANTELPUNT_DEMO: '1', KANTELPUNT_DATA: join(folder, 'log'), LOG_LEVEL: 'debug' })
    for (const name of ['Samira Mansouri', 'Lars Nijland']) {
      const browser = await signInAs(server.url, name)
      const board = demoBoard('Bovenbouw')
      await walk(browser, ['/', board, '/account', '/mailbox', '/schools?q=geheim%20zoekwoord'])
      await browser.post(`${board}/actions`, { description: 'Een geheim plan van juf Aaltje', dueOn: 'niks' })
      await browser.post(`${board}/actions`, { description: 'Een geheim plan van juf Aaltje' })
      await browser.get('/sign-in/link?token=geheim-kenmerk')
      await browser.get('/s/geheime-school/boards/geheim')
      await browser.post('/sign-in', { email: 'geheim.adres@school.example' })
    }
    await server.stop()
    lines = server.log().trim().split('\n')
  }, 120_000)

  it('is one JSON object a line, with the pattern of each route and a reference', () => {
    const entries = lines.map((line) => JSON.parse(line) as Record<string, unknown>)
    const requests = entries.filter((entry) => entry.msg === 'request')
    expect(requests.length).toBeGreaterThan(20)
    expect(new Set(requests.map((entry) => entry.route)).size).toBeGreaterThan(8)
    for (const entry of requests) {
      expect(String(entry.route)).toMatch(/^(-|\/[a-z-/:.]*)$/i)
      expect(entry).toMatchObject({ requestId: expect.stringMatching(/^[0-9a-f-]{36}$/), status: expect.any(Number) })
    }
  })

  it('names nobody, and holds nothing that anybody typed', () => {
    const text = lines.join('\n')
    const people = demoPeople.flatMap(({ name, email }) => [name, email])
    const forbidden = [
      ...people,
      ...demoOrganisations.map(({ name }) => name),
      'geheim',
      'Aaltje',
      '127.0.0.1',
      '::1',
      'Firefox',
      '?',
    ]
    expect(forbidden.filter((word) => text.includes(word))).toEqual([])
  })

  async function walk(browser: Awaited<ReturnType<typeof signInAs>>, start: readonly string[]): Promise<void> {
    const seen = new Set<string>()
    const ahead = [...start]
    for (let path = ahead.shift(); path !== undefined && seen.size < 40; path = ahead.shift()) {
      if (seen.has(path)) continue
      seen.add(path)
      const { body, status } = await browser.get(path)
      expect(status, path).toBeLessThan(500)
      ahead.push(
        ...[...body.matchAll(/href="(\/[^"#]*)"/g)]
          .map((match) => match[1] ?? '/')
          .filter((link) => !link.startsWith('/assets')),
      )
    }
  }
})

describe.each(['pglite', 'postgres'] as const)('a server on %s that is asked to stop', (engine) => {
  it('ends its live streams and its idle connections, and is gone within five seconds', async () => {
    const app = await startApp(engine)
    const browser = await signInAs(app.url, 'Lars Nijland')
    const board = demoBoard('Bovenbouw')
    const { body } = await browser.get(board)
    const source = /data-live-source-value="([^"]+)"/.exec(body)?.[1]?.replaceAll('&amp;', '&')
    expect(source).toMatch(/^\/live\//)
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const stream = request(`${app.url}${source}`, { headers: { cookie } }).end()
    const [answer] = await once(stream, 'response')
    answer.resume()
    const ended = once(answer, 'end')
    const started = performance.now()
    await app.stop()
    await ended
    expect(performance.now() - started).toBeLessThan(5000)
  }, 120_000)
})

describe('a server that can not start', () => {
  it.each([
    ['a wrong setting', { PORT: 'deur' }, /^The environment is not right\.\nPORT: /],
    [
      'a database that does not answer',
      { DATABASE_URL: 'postgres://a@127.0.0.1:1/a', KANTELPUNT_SECRET: 'x'.repeat(32) },
      /database does not answer/,
    ],
  ])('because of %s says so in a sentence, without a stack', async (_what, env, words) => {
    const start = startServer({ KANTELPUNT_DATA: join(folder, 'none'), ...(env as Record<string, string>) })
    const problem = await start.then(
      () => '',
      (error: Error) => error.message.slice(error.message.indexOf('\n') + 1),
    )
    expect(problem).toMatch(words)
    expect(problem).not.toMatch(/^\s+at /m)
  })

  it('because the embedded database is in use says by whom', async () => {
    const env = { KANTELPUNT_DATA: join(folder, 'shared'), KANTELPUNT_DEMO: '1' }
    const first = await startServer(env)
    await expect(startServer(env)).rejects.toThrow(/in use/)
    await first.stop()
  }, 60_000)

  it('because the database is that of a demo, or real people are in it, says what to do', async () => {
    const demo = { KANTELPUNT_DATA: join(folder, 'demo'), KANTELPUNT_DEMO: '1' }
    await (await startServer(demo)).stop()
    await expect(startServer({ ...demo, KANTELPUNT_DEMO: '0' })).rejects.toThrow(
      /ended with 1 .*\nThis database holds a demo, .*KANTELPUNT_DEMO=1\)\.\n$/s,
    )

    const real = join(folder, 'real')
    const db = await openDatabase({ folder: real })
    await migrate(db.kysely, migrations, checksum)
    const jo = { email: 'jo@kantelpunt.example', name: 'Jo Zwart', resetSecondStep: false }
    await createAdmin(db, { ...jo, now: new Date(), newId: randomUUID })
    await db.close()
    await expect(startServer({ KANTELPUNT_DATA: real, KANTELPUNT_DEMO: '1' })).rejects.toThrow(
      /ended with 1 .*\nThis database holds real people, .*KANTELPUNT_DEMO=0\), .*\n$/s,
    )
  }, 120_000)
})
