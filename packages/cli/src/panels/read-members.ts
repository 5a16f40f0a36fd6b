import type { Pool } from '@kantelpunt/sortition'
import type { Outcome } from '../command.ts'
import { badInput, readWhole } from '../tables/open-tables.ts'

type BadInput = Extract<Outcome, { readonly kind: 'bad-input' }>

/**
 * Ids from a file: the answer of another command (JSON with a list under `under`, such as `members`), or a text with one a
 * line.
 */
export async function readIdList(path: string, under: string): Promise<readonly string[] | BadInput> {
  const bytes = await readWhole(path)
  if ('kind' in bytes) return bytes
  const text = new TextDecoder().decode(bytes)
  if (!/^\s*[{[]/.test(text)) {
    const ids = text.split(/\r\n|\r|\n/).map((line) => line.trim())
    return ids.filter((id) => id !== '')
  }
  let read: unknown
  try {
    read = JSON.parse(text)
  } catch {
    return badInput(`${path}: this is no JSON; it may have been cut off.`)
  }
  const list = typeof read === 'object' && read !== null && under in read ? Reflect.get(read, under) : read
  if (Array.isArray(list) && list.every((id) => typeof id === 'string')) return list
  return badInput(`${path}: there is no list of ids called "${under}" in it.`)
}

/** `a,b`, or `@FILE` as above. */
export async function readIdOption(text: string, under: string): Promise<readonly string[] | BadInput> {
  if (text.startsWith('@')) return readIdList(text.slice(1), under)
  const ids = text.split(',').map((id) => id.trim())
  return ids.filter((id) => id !== '')
}

/** The places of ids in a pool; all that are unknown or named twice at once where any is. */
export function placesIn(pool: Pool, ids: readonly string[], what: string): readonly number[] | BadInput {
  const places = new Map(pool.people.map(({ id }, place) => [id, place]))
  const unknown = ids.filter((id) => !places.has(id))
  const twice = ids.filter((id, at) => ids.indexOf(id) < at)
  const wrong = [
    ...unknown.map((id) => `${what}: ${JSON.stringify(id)} is not in the pool.`),
    ...twice.map((id) => `${what}: ${JSON.stringify(id)} is there twice.`),
  ]
  return wrong.length > 0 ? badInput(wrong.join('\n')) : ids.map((id) => places.get(id) ?? 0)
}
