import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** Another living process has the folder of the embedded database open. */
export class DatabaseInUseError extends Error {
  readonly code = 'database-in-use'
  readonly folder: string
  readonly pid: number
  constructor(folder: string, pid: number) {
    super(
      `The database in ${folder} is in use by process ${pid}. Stop that one first, or give this one another folder ` +
        '(KANTELPUNT_DATA), or use a PostgreSQL server (DATABASE_URL): that one can be shared.',
    )
    this.folder = folder
    this.pid = pid
  }
}

/**
 * Takes the folder for this process and returns how to give it back. A lock left by a process that died is taken over.
 * The file is made with O_EXCL, so two processes that start at once can't both succeed.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, 'kantelpunt.lock')
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      const file = openSync(path, 'wx')
      writeSync(file, `${process.pid} ${startOf(process.pid)}`)
      closeSync(file)
      return () => rmSync(path, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const [pid = 0, start = ''] = readFileSync(path, 'utf8')
        .split(' ')
        .map((part, i) => (i === 0 ? Number(part) : part)) as [number, string]
      if (pid > 0 && isAlive(pid) && startOf(pid) === start) throw new DatabaseInUseError(folder, pid)
      rmSync(path, { force: true })
    }
  }
  throw new DatabaseInUseError(folder, 0)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** When a process started, where the system tells (Linux): a number that was given to another process is not the owner. */
function startOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19] ?? '-'
  } catch {
    return '-'
  }
}
