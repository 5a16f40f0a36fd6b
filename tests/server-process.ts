import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { serverFlags } from '../scripts/server-flags.mjs'

const root = join(import.meta.dirname, '..')
const compiled = join(root, 'node_modules/.cache/kantelpunt/compiled')

export interface ServerProcess {
  /** Where it listens, without a slash at the end. */
  readonly url: string
  readonly pid: number
  /** Everything it wrote on standard error so far. */
  log(): string
  /** Asks it to stop and waits until it has. Throws when it does not end well. */
  stop(): Promise<void>
  /** Ends it as a crash or `kill -9` would. */
  kill(): Promise<void>
}

/**
 * Starts the built server (`build/server/main.js`) on a free port. It gets the environment given here and nothing of
 * ours but where programs and temporary files are. Throws with what it printed when it ends before it is ready.
 */
export async function startServer(env: Readonly<Record<string, string>>): Promise<ServerProcess> {
  const { PATH = '', HOME = '', TMPDIR = '/tmp' } = process.env
  const child = spawn(process.execPath, [...serverFlags, join(root, 'build/server/main.js')], {
    cwd: root,
    env: { PATH, HOME, TMPDIR, NODE_ENV: 'production', NODE_COMPILE_CACHE: compiled, PORT: '0', ...env },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let log = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    log += text
  })
  const lastResort = () => void child.kill('SIGKILL')
  process.once('exit', lastResort)
  child.once('exit', () => process.off('exit', lastResort))
  const port = await readyPort(child, () => log)
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const exited = once(child, 'exit')
    child.kill(signal)
    await exited
  }
  return {
    url: `http://localhost:${port}`,
    pid: child.pid ?? 0,
    log: () => log,
    stop: async () => {
      await end('SIGTERM')
      if (child.exitCode !== 0) throw new Error(`The server ended with ${child.exitCode ?? child.signalCode}:\n${log}`)
    },
    kill: () => end('SIGKILL'),
  }
}

async function readyPort(child: ChildProcess, log: () => string): Promise<number> {
  return new Promise((resolve, reject) => {
    // As app/main.ts sends it.
    child.once('message', (message: { readonly port: number }) => resolve(message.port))
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`The server ended with ${code} before it was ready:\n${log()}`)))
  })
}
