import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { root } from '../../scripts/bundle.ts'
import { serverFlags } from '../../scripts/server-flags.mjs'

/** The key with which the servers of a benchmark sign; sessions are made with it from outside. */
export const benchSecret = 'a secret for benchmarks only, of no worth anywhere'

export interface RunningServer {
  readonly origin: string
  readonly port: number
  readonly process: ChildProcess
  readonly pid: number
  /** kill −9: no chance to finish anything. */
  kill(): Promise<void>
  stop(): Promise<void>
}

export interface ServerWanted {
  /** PostgreSQL; left out: PGlite in `folder`. */
  readonly databaseUrl?: string
  readonly folder?: string
  readonly port?: number
  readonly env?: Readonly<Record<string, string>>
}

/** Starts `build/server/main.js` and waits until it listens. */
export async function startServer(wanted: ServerWanted): Promise<RunningServer> {
  const made = wanted.folder === undefined ? await mkdtemp(join(tmpdir(), 'kantelpunt-bench-')) : null
  const folder = wanted.folder ?? made ?? ''
  const child = spawn(process.execPath, [...serverFlags, join(root, 'build/server/main.js')], {
    cwd: root,
    env: {
      PATH: process.env.PATH ?? '',
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(wanted.port ?? 0),
      KANTELPUNT_DATA: folder,
      KANTELPUNT_SECRET: benchSecret,
      ...(wanted.databaseUrl === undefined ? {} : { DATABASE_URL: wanted.databaseUrl }),
      ...wanted.env,
    },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  // A benchmark that stops at an error leaves no server behind.
  const lastResort = () => child.kill('SIGKILL')
  process.once('exit', lastResort)
  child.once('exit', () => process.off('exit', lastResort))
  let errors = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    errors = (errors + chunk.toString()).slice(-4000)
  })
  const port = await Promise.race([
    portOf(child),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`The server ended with ${code}:\n${errors}`))),
  ])
  const exited = once(child, 'exit')
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    child.kill(signal)
    await Promise.race([exited, wait(15_000)])
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
  }
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    process: child,
    pid: child.pid ?? 0,
    kill: () => end('SIGKILL'),
    stop: async () => {
      await end('SIGTERM')
      if (made !== null) await rm(made, { recursive: true, force: true })
    },
  }
}

async function portOf(child: ChildProcess): Promise<number> {
  for (;;) {
    const [message] = (await once(child, 'message')) as [unknown]
    if (typeof message === 'object' && message !== null && 'port' in message) return Number(message.port)
  }
}

/** CPU seconds that a process has used so far, user and system (proc(5), fields 14 and 15, in ticks of 10 ms). */
export function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / 100
}

/** Resident memory of a process in MB. */
export function residentMegabytes(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Math.round(Number(kilobytes) / 1024)
}
