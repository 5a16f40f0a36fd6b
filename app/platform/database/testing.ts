import { createHash, randomUUID } from 'node:crypto'
import { openAsBlob } from 'node:fs'
import { access, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { unaccent } from '@electric-sql/pglite/contrib/unaccent'
import { CompiledQuery, Kysely, PGliteDialect } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, inject } from 'vitest'
import { type Database, type Engine, openDatabase } from './database.ts'
import { type Migration, migrate } from './migrate.ts'
import type { Schema } from './schema.ts'
import { system } from './scope.ts'

const extensions = { pg_trgm, unaccent }

/**
 * Runs the same suite on PGlite and on PostgreSQL, each time on a migrated database of its own. Call `database()` inside
 * tests and hooks. On PostgreSQL it is owned by a role that is no superuser, as at most providers.
 */
export function onBothEngines(
  title: string,
  migrations: readonly Migration[],
  suite: (database: () => Database) => void,
): void {
  describe.each(['pglite', 'postgres'] as const)(`${title} (%s)`, (engine) => {
    let fresh: FreshDatabase | undefined
    beforeAll(async () => {
      fresh = await freshDatabase(engine, migrations)
    })
    afterAll(() => fresh?.remove())
    suite(() => {
      if (fresh === undefined) throw new Error('The database is open inside tests and hooks only.')
      return fresh.database
    })
  })
}

export interface FreshDatabase {
  readonly database: Database
  /** Of the PostgreSQL database, to open it a second time; undefined on PGlite. */
  readonly url: string | undefined
  /** Closes the database and removes it. */
  remove(): Promise<void>
}

/** One migrated database of its own, for a test that wants more than one or opens it twice. */
export async function freshDatabase(engine: Engine, migrations: readonly Migration[]): Promise<FreshDatabase> {
  if (engine === 'pglite') {
    const database = await openDatabase({ folder: 'memory://', image: await openAsBlob(await imageOf(migrations)) })
    return { database, url: undefined, remove: () => database.close() }
  }
  const template = await templateOf(migrations)
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await onServer((client) => client.query(`create database ${name} template ${template}`))
  const url = urlOf(name)
  const database = await openDatabase({ url, folder: '', poolSize: 5 })
  return {
    database,
    url,
    remove: async () => {
      await database.close()
      await onServer((client) => dropDatabase(client, name))
    },
  }
}

/**
 * Removes a database that this role owns, sessions and all. The server may be vacuuming there under its own name: a plain
 * drop sends that away, where `with (force)` would be refused by a server whose role is no superuser.
 */
export async function dropDatabase(client: pg.Client, name: string): Promise<void> {
  await client.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and usename = session_user',
    [name],
  )
  await client.query(`drop database ${name}`)
}

/** Plain SQL in a transaction of the system: on a server the owner of the tables sees no rows without a role. */
export async function asSystem(
  database: Database,
  text: string,
  values: readonly unknown[] = [],
): Promise<readonly Record<string, unknown>[]> {
  const { rows } = await database.run(system, (trx) =>
    trx.executeQuery<Record<string, unknown>>(CompiledQuery.raw(text, [...values])),
  )
  return rows
}

/** As the app's own: the sum that tells whether a migration was changed. */
export function checksum(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** The migrated database that others are copied from, made once per run by whichever suite comes first. */
async function templateOf(migrations: readonly Migration[]): Promise<string> {
  const name = `template_${keyOf(migrations)}`
  await onServer(async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', [name])
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (rowCount === 1) return
    const unfinished = `${name}_unfinished`
    await client.query(`drop database if exists ${unfinished}`)
    await client.query(`create database ${unfinished}`)
    const database = await openDatabase({ url: urlOf(unfinished), folder: '', poolSize: 1 })
    try {
      await migrate(database.kysely, migrations, checksum)
    } finally {
      await database.close()
    }
    await client.query(`alter database ${unfinished} rename to ${name}`)
  })
  return name
}

/** A dump of a migrated PGlite: loading it takes half a second where making one takes four. */
async function imageOf(migrations: readonly Migration[]): Promise<string> {
  const path = join(inject('runFolder'), `pglite-${keyOf(migrations)}.tar`)
  await onServer(async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', [path])
    if (await exists(path)) return
    const pglite = await PGlite.create('memory://', { extensions, loadDataDir: await emptyImage() })
    await migrate(new Kysely<Schema>({ dialect: new PGliteDialect({ pglite }) }), migrations, checksum)
    await dump(pglite, path)
  })
  return path
}

/** A PGlite with nothing in it, kept between runs for as long as the version of PGlite stays the same. */
async function emptyImage(): Promise<Blob> {
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite')
  const key = checksum(await readFile(entry, 'utf8')).slice(0, 24)
  const folder = join(process.cwd(), 'node_modules/.cache/kantelpunt')
  const path = join(folder, `pglite-empty-${key}.tar`)
  if (!(await exists(path))) {
    await mkdir(folder, { recursive: true })
    await dump(await PGlite.create('memory://', { extensions }), path)
  }
  return openAsBlob(path)
}

/**
 * Writes the data folder of a PGlite to a file that is there whole or not at all, and closes it. Where two make the same
 * file at once the first stays: one that replaced it would take it from under whoever is reading.
 */
async function dump(pglite: PGlite, path: string): Promise<void> {
  const image = await pglite.dumpDataDir('none')
  const unfinished = `${path}.${randomUUID()}`
  await writeFile(unfinished, image.stream())
  await link(unfinished, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await rm(unfinished)
  await pglite.close()
}

function keyOf(migrations: readonly Migration[]): string {
  return checksum(migrations.map(({ name, sql }) => `${name}\n${sql}`).join('\n')).slice(0, 24)
}

/** Runs work on the server's own database; what it locks there is free again when it ends. */
async function onServer(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

function urlOf(name: string): string {
  const url = new URL(inject('postgresUrl'))
  url.pathname = `/${name}`
  return url.href
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
