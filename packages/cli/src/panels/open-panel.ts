import type { Pool } from '@kantelpunt/sortition'
import type { Outcome, Shell } from '../command.ts'
import { badInput, readWhole } from '../tables/open-tables.ts'
import { openPool } from './open-pool.ts'
import type { PoolAsked } from './pool-options.ts'
import { placesIn, readIdList } from './read-members.ts'

type BadInput = Extract<Outcome, { readonly kind: 'bad-input' }>

export interface OpenedPanel {
  readonly pool: Pool
  /** Places of its members. */
  readonly panel: readonly number[]
  /** Ids for pseudonyms, where a file of keys was named; itself for anything else. */
  readonly idOf: (name: string) => string
}

export const panelHelp = `
  PANEL                   the answer of kantelpunt panel draw, or a text with an id a line
  --seats K               how many seats the panel has; as many as PANEL has members, where left out
  --keys FILE             the file of --pseudonyms, where PANEL has pseudonyms`

/** A panel that was drawn, and the pool that it was drawn from. */
export async function openPanel(
  path: string,
  asked: PoolAsked,
  options: { readonly seats: string | undefined; readonly keys: string | undefined },
  shell: Shell,
): Promise<OpenedPanel | BadInput> {
  const names = await readIdList(path, 'members')
  if ('kind' in names) return names
  if (names.length === 0) return badInput(`${path}: there is nobody on this panel.`)
  const seats = options.seats === undefined ? names.length : Number(options.seats)
  if (!(Number.isInteger(seats) && seats >= names.length))
    return badInput(
      `--seats ${options.seats} is not a whole number of ${names.length}, the size of the panel, or more.`,
    )
  const ids = await readKeys(options.keys)
  if ('kind' in ids) return ids
  const idOf = (name: string) => ids.get(name) ?? name
  const opened = await openPool(asked, seats, shell)
  if ('kind' in opened) return opened
  const panel = placesIn(opened.pool, names.map(idOf), path)
  return 'kind' in panel ? panel : { pool: opened.pool, panel, idOf }
}

/** Ids by pseudonym, from the file that `panel lottery --pseudonyms` wrote. */
async function readKeys(path: string | undefined): Promise<ReadonlyMap<string, string> | BadInput> {
  if (path === undefined) return new Map()
  const bytes = await readWhole(path)
  if ('kind' in bytes) return bytes
  const { readDelimited } = await import('@kantelpunt/delimited-text')
  const table = readDelimited(bytes)
  const [ids, pseudonyms] = table.ok ? [table.column('id'), table.column('pseudonym')] : []
  if (!table.ok || ids === undefined || pseudonyms === undefined)
    return badInput(`${path}: this is no file of kantelpunt panel lottery --pseudonyms.`)
  const pairs = Array.from({ length: table.rowCount }, (_, row): [string, string] => [
    pseudonyms.levels[pseudonyms.codes[row] ?? 0] ?? '',
    ids.levels[ids.codes[row] ?? 0] ?? '',
  ])
  return new Map(pairs)
}
