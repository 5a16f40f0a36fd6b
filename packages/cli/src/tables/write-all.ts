import type { Outcome } from '../command.ts'
import { writeTogether } from '../write-whole.ts'
import { badInput } from './open-tables.ts'

/** Writes what a command made, when all of it is made; where one can't be written none is, and the refusal says which. */
export async function writeAll(
  files: Iterable<readonly [path: string, pieces: Iterable<string>]>,
): Promise<Extract<Outcome, { readonly kind: 'bad-input' }> | undefined> {
  const unwritten = await writeTogether(files)
  return unwritten === undefined ? undefined : badInput(unwritten)
}
