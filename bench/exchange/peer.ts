import { spawnSync } from 'node:child_process'
import { openSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../scripts/bundle.ts'

export interface PeerAnswer {
  readonly objective: number
  readonly seconds: number
}

/** LEMON, for graphs in a file as `N M` and `u v weight`, one after another. */
export type Peer = (graphs: string, bits: 'int' | 'long') => readonly PeerAnswer[]

/** Compiles the peer into the folder; undefined where there is no g++ or no LEMON (Debian: liblemon-dev). */
export function buildPeer(folder: string): Peer | undefined {
  const program = join(folder, 'lemon')
  const source = join(root, 'bench/exchange/lemon.cpp')
  if (spawnSync('g++', ['-O2', '-o', program, source], { stdio: 'ignore' }).status !== 0) return undefined
  return (graphs, bits) => {
    const done = spawnSync(program, [bits], { stdio: [openSync(graphs, 'r'), 'pipe', 'inherit'], encoding: 'utf8' })
    if (done.status !== 0) throw new Error('The peer stopped halfway')
    return done.stdout
      .trim()
      .split('\n')
      .map((line) => {
        const [objective, seconds] = line.split(' ').map(Number)
        return { objective: objective ?? Number.NaN, seconds: seconds ?? Number.NaN }
      })
  }
}
