import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Pool, type PoolSource, readPool } from '../../packages/sortition/src/index.ts'
import { root } from '../../scripts/bundle.ts'

const shared = join(root, '../shared')

/** A pool of a folder with two files; null where the folder is not here. */
export function poolIn(folder: string, quotas: string, people: string, seats: number, id?: string): Pool | null {
  const at = join(shared, 'data/panels', folder)
  return existsSync(at) ? read(at, quotas, people, { seats, id }) : null
}

/** What `make-pool.mjs` makes for this seed; null where it is not here. */
export function madePool(people: number, seats: number, seed: number): Pool | null {
  const maker = join(shared, 'tools/make-pool.mjs')
  if (!existsSync(maker)) return null
  const folder = mkdtempSync(join(tmpdir(), 'kantelpunt-bench-'))
  try {
    execFileSync(process.execPath, [maker, `${people}`, `${seats}`, `${seed}`, folder])
    return read(folder, 'categories.csv', 'respondents.csv', { seats })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function read(folder: string, quotas: string, people: string, more: Pick<PoolSource, 'seats' | 'id'>): Pool {
  const bytes = (name: string) => readFileSync(join(folder, name))
  const answer = readPool({ quotas: bytes(quotas), pool: bytes(people), ...more })
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems))
  return answer.pool
}

/** mulberry32: the same numbers for the same seed. */
export function fromSeed(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
