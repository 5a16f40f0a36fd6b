import { createHash, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp, mkdtemp, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject } from 'vitest'
import type { Engine } from '../app/platform/database/database.ts'
import { dropDatabase } from '../app/platform/database/testing.ts'
import { buildAll } from '../scripts/build.ts'
import { type ServerProcess, startServer } from './server-process.ts'

export interface AppUnderTest {
  readonly url: string
  /** What other processes on the same database are started with; only PostgreSQL can be shared. */
  readonly env: Readonly<Record<string, string>>
  /** Lines that the server logged as errors: none in a run without bugs. */
  errors(): readonly string[]
  /** Ends the server as `kill -9` does and starts it again on the same data and port. */
  crash(): Promise<void>
  /** Stops the server and removes its data. */
  stop(): Promise<void>
}

/**
 * The built app with the demo in it, for the tests of this file: a process of its own, on a free port, with data of its
 * own. A bug that the server logged fails the file.
 */
export function useApp(engine: Engine = 'pglite', env: Readonly<Record<string, string>> = {}): () => AppUnderTest {
  let app: AppUnderTest | undefined
  beforeAll(async () => {
    app = await startApp(engine, env)
  }, 120_000)
  afterAll(async () => {
    const errors = app?.errors()
    await app?.stop()
    expect(errors).toEqual([])
  })
  return () => {
    if (app === undefined) throw new Error('The app runs inside tests and hooks only.')
    return app
  }
}

export async function startApp(engine: Engine, env: Readonly<Record<string, string>> = {}): Promise<AppUnderTest> {
  const settings = { KANTELPUNT_DEMO: '1', ...env }
  const data = engine === 'pglite' ? await freshFolder(settings) : await freshPostgres(settings)
  const all = { ...settings, ...data.env }
  let server: ServerProcess = await startServer(all)
  const { url } = server
  let earlier = ''
  return {
    url,
    env: all,
    errors: () => (earlier + server.log()).split('\n').filter((line) => line.includes('"level":"error"')),
    crash: async () => {
      await server.kill()
      earlier += server.log()
      server = await startServer({ ...all, PORT: new URL(url).port })
    },
    stop: async () => {
      await server.stop()
      await data.remove()
    },
  }
}

interface Data {
  readonly env: Readonly<Record<string, string>>
  remove(): Promise<void>
}

/** A copy of a folder in which the app has made its database and its demo, once per run. */
async function freshFolder(settings: Readonly<Record<string, string>>): Promise<Data> {
  const template = join(inject('runFolder'), `app-${keyOf(settings)}`)
  await once(template, async () => {
    if (existsSync(template)) return
    const unfinished = `${template}-unfinished`
    await rm(unfinished, { recursive: true, force: true })
    await seed({ ...settings, KANTELPUNT_DATA: unfinished })
    await rename(unfinished, template)
  })
  const folder = await mkdtemp(join(inject('runFolder'), 'data-'))
  await cp(template, folder, { recursive: true })
  return { env: { KANTELPUNT_DATA: folder }, remove: () => rm(folder, { recursive: true, force: true }) }
}

/** A copy of a database in which the app has made its tables and its demo, once per run. */
async function freshPostgres(settings: Readonly<Record<string, string>>): Promise<Data> {
  const template = `app_${keyOf(settings)}`
  const folder = await mkdtemp(join(inject('runFolder'), 'data-'))
  const environment = (name: string) => {
    const url = new URL(inject('postgresUrl'))
    url.pathname = `/${name}`
    return {
      DATABASE_URL: url.href,
      KANTELPUNT_DATA: folder,
      KANTELPUNT_SECRET: 'a secret for tests, shared by processes',
    }
  }
  await once(template, async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [template])
    if (rowCount === 1) return
    const unfinished = `${template}_unfinished`
    await client.query(`drop database if exists ${unfinished}`)
    await client.query(`create database ${unfinished}`)
    await seed({ ...settings, ...environment(unfinished) })
    await client.query(`alter database ${unfinished} rename to ${template}`)
  })
  const name = `app_${randomUUID().replaceAll('-', '')}`
  await onServer((client) => client.query(`create database ${name} template ${template}`))
  return {
    env: environment(name),
    remove: async () => {
      await onServer((client) => dropDatabase(client, name))
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Lets the app fill an empty database and stop. */
async function seed(env: Readonly<Record<string, string>>): Promise<void> {
  await buildAll()
  const server = await startServer(env)
  await server.stop()
}

function keyOf(settings: Readonly<Record<string, string>>): string {
  return createHash('sha256').update(JSON.stringify(settings)).digest('hex').slice(0, 24)
}

/** Work that one test process at a time does, under a name. */
async function once(name: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  await onServer(async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', [name])
    await work(client)
  })
}

async function onServer(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
