import type { Outcome } from '../command.ts'
import { writeWhole } from '../write-whole.ts'
import { badInput } from './open-tables.ts'

/** Writes what a command made, when all of it is made; the refusal where a file can't be written. */
export async function writeAll(
  files: Iterable<readonly [path: string, pieces: Iterable<string>]>,
): Promise<Extract<Outcome, { readonly kind: 'bad-input' }> | undefined> {
  for (const [path, pieces] of files) {
    const unwritten = await writeWhole(path, pieces)
    if (unwritten !== undefined) return badInput(unwritten)
  }
  return undefined
}
