import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Another living process has the folder of the embedded database open. */
export class DatabaseInUseError extends Error {
  readonly code = 'database-in-use'
  readonly folder: string
  /** Of the process that has it, where that wrote it down. */
  readonly pid: number | undefined
  constructor(folder: string, pid: number | undefined) {
    super(
      `The database in ${folder} is in use by ${pid === undefined ? 'another process' : `process ${pid}`}. Stop that ` +
        'one first, or give this one another folder (KANTELPUNT_DATA), or use a PostgreSQL server (DATABASE_URL): ' +
        'that one can be shared.',
    )
    this.folder = folder
    this.pid = pid
  }
}

/** Kept here, so that a lock outlives a caller who forgets how to give it back: a collected one would be free. */
const held = new Set<DatabaseSync>()

/**
 * Takes the folder for this process and returns how to give it back. The lock is the kernel's, on an empty SQLite file:
 * Node has no other way to lock a file. The kernel gives it to one process only, also when several ask at once, and
 * takes it back when that process ends, however it ends: no lock is ever left behind to be judged stale.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true })
  const pidFile = join(folder, 'kantelpunt.pid')
  const lock = new DatabaseSync(join(folder, 'kantelpunt.lock'), { timeout: 0 })
  try {
    lock.exec('begin exclusive')
  } catch (error) {
    lock.close()
    if (isLocked(error)) throw new DatabaseInUseError(folder, pidIn(pidFile))
    throw error
  }
  writeFileSync(pidFile, `${process.pid}\n`)
  held.add(lock)
  return () => {
    if (held.delete(lock)) lock.close()
  }
}

/** SQLITE_BUSY (5): someone else has it. */
function isLocked(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === 5
}

function pidIn(path: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(path, 'utf8'), 10)
    return pid > 0 ? pid : undefined
  } catch {
    return undefined
  }
}
