import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { dropDatabase } from '../app/platform/database/testing.ts'
import { type PostgresServer, startPostgres } from './postgres-server.ts'

// A server that vacuums at once and slowly, so that it is still at it when the database has to go.
const busy = {
  autovacuum_naptime: '1s',
  autovacuum_vacuum_threshold: 1,
  autovacuum_vacuum_insert_threshold: 1,
  autovacuum_vacuum_scale_factor: 0,
  autovacuum_vacuum_insert_scale_factor: 0,
  autovacuum_vacuum_cost_delay: '100ms',
  autovacuum_vacuum_cost_limit: 1,
}
let server: PostgresServer
beforeAll(async () => {
  server = await startPostgres({ durable: false, settings: busy })
})
afterAll(() => server.stop())

it('removes a database while the server vacuums there under its own name', async () => {
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  await client.query('create database used')
  const used = server.url.replace(/kantelpunt$/, 'used')
  const writer = new pg.Client({ connectionString: used })
  await writer.connect()
  await writer.query('create table cards as select n, repeat(n::text, 50) as words from generate_series(1, 50000) n')
  await writer.end() // The server hears of what was written at the latest when a session ends.
  const reader = new pg.Client({ connectionString: used })
  reader.on('error', () => {}) // Its session ends with the database.
  await reader.connect()
  const vacuums = async () => {
    const { rowCount } = await client.query(
      `select from pg_stat_activity where datname = 'used' and usename is distinct from session_user`,
    )
    return (rowCount ?? 0) > 0
  }
  await expect.poll(vacuums, { timeout: 15_000 }).toBe(true)
  await dropDatabase(client, 'used')
  const { rowCount } = await client.query(`select from pg_database where datname = 'used'`)
  await client.end()
  expect(rowCount).toBe(0)
})
