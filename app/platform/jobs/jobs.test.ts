import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../database/database.ts'
import { organisationScope, system } from '../database/scope.ts'
import { type FreshDatabase, freshDatabase } from '../database/testing.ts'
import { createJobs, type Jobs } from './jobs.ts'
import { until } from './testing.ts'

const school = '00000000-0000-7000-8000-000000000001'

describe.each(['pglite', 'postgres'] as const)('jobs (%s)', (engine) => {
  let fresh: FreshDatabase
  let jobs: Jobs
  const done: unknown[] = []
  const faults: unknown[] = []
  let failures = 0
  const works = [
    { name: 'note', run: async (data: unknown) => void done.push(data) },
    { name: 'nightly', schedule: '0 3 * * *', run: async () => {} },
    {
      name: 'stubborn',
      run: async () => {
        failures += 1
        throw new Error('Jan Jansen <jan@school.example> could not be reached')
      },
    },
  ]
  const database = (): Database => fresh.database
  const open = () => createJobs({ db: database(), databaseUrl: fresh.url, failed: (error) => void faults.push(error) })

  beforeAll(async () => {
    fresh = await freshDatabase(engine, [
      {
        name: 'jobs-test/roles',
        sql: 'create table jobs_test (n int); grant insert on jobs_test to kantelpunt_app',
      },
    ])
    jobs = open()
    await jobs.start(works)
  })
  afterAll(async () => {
    await jobs.stop()
    await fresh.remove()
  })

  it('does what a committed transaction sent, at once', async () => {
    await database().run(organisationScope(school), (trx) => jobs.send(trx, 'note', { word: 'kept' }))
    const started = performance.now()
    await until(() => done.length === 1)
    expect(done).toEqual([{ word: 'kept' }])
    expect(performance.now() - started).toBeLessThan(3000)
  })

  it('does all that one transaction sent soon after each other, not one at each look', async () => {
    const before = done.length
    await database().run(system, async (trx) => {
      for (const word of ['one', 'two', 'three', 'four', 'five']) await jobs.send(trx, 'note', { word })
    })
    await until(() => done.length === before + 5)
    expect(done.splice(before)).toHaveLength(5)
  })

  it('does nothing for a transaction that failed', async () => {
    const failing = database().run(system, async (trx) => {
      await jobs.send(trx, 'note', { word: 'lost' })
      throw new Error('rolled back')
    })
    await expect(failing).rejects.toThrow('rolled back')
    await database().run(system, (trx) => jobs.send(trx, 'note', { word: 'after' }))
    await until(() => done.length === 2)
    expect(done.at(-1)).toEqual({ word: 'after' })
  })

  it('goes back to the role of the scope after sending', async () => {
    const role = await database().run(organisationScope(school), async (trx) => {
      await jobs.send(trx, 'note', { word: 'role' })
      return sql<{ current_user: string }>`select current_user`.execute(trx)
    })
    expect(role.rows).toEqual([{ current_user: 'kantelpunt_app' }])
    await until(() => JSON.stringify(done).includes('"role"'))
  })

  it('lets no scope read the queue', async () => {
    const reading = database().run(system, (trx) => sql`select * from pgboss.job`.execute(trx))
    await expect(reading).rejects.toThrow(/permission denied/)
  })

  it('refuses a job that nobody does', async () => {
    const sending = database().run(system, (trx) => jobs.send(trx, 'unheard-of', {}))
    await expect(sending).rejects.toThrow('There is no job unheard-of')
  })

  it('waits until the moment asked', async () => {
    const later = new Date(Date.now() + 3600_000)
    await database().run(system, (trx) => jobs.send(trx, 'note', { word: 'later' }, { after: later }))
    await database().run(system, (trx) => jobs.send(trx, 'note', { word: 'now' }))
    await until(() => JSON.stringify(done).includes('"now"'))
    await wait(200)
    expect(done).not.toContainEqual({ word: 'later' })
  })

  it('tries a failed job again later and keeps nothing of what it said', async () => {
    await database().run(system, (trx) => jobs.send(trx, 'stubborn', {}))
    await until(() => faults.length === 1)
    // The state is written after the handler has failed.
    const stored = async () =>
      (
        await database().query(
          `select state::text, output::text, start_after > now() + interval '5 seconds' as later from pgboss.job
           where name = 'stubborn' and state in ('retry', 'failed')`,
        )
      ).rows
    await until(async () => (await stored()).length === 1)
    expect(failures).toBe(1)
    const [row] = await stored()
    expect(row).toMatchObject({ state: 'retry', later: true })
    expect(row?.output).toContain('see the log')
    expect(JSON.stringify(row)).not.toMatch(/jan/i)
  })

  it('keeps the schedules that are wanted, in Dutch time, and forgets the others', async () => {
    await database().query(
      "insert into pgboss.schedule (name, cron, timezone) values ('note', '* * * * *', 'UTC') on conflict do nothing",
    )
    await jobs.stop()
    jobs = open()
    await jobs.start(works)
    const { rows } = await database().query('select name, cron, timezone from pgboss.schedule')
    expect(rows).toEqual([{ name: 'nightly', cron: '0 3 * * *', timezone: 'Europe/Amsterdam' }])
  })

  it('does again what was running when the process of an embedded database ended, five times at the most', async () => {
    await jobs.stop()
    const running = (retries: number) =>
      database().query(
        `insert into pgboss.job (name, data, state, started_on, retry_limit, retry_count, expire_seconds)
         values ('note', '{"word":"ended-${retries}"}', 'active', now(), 5, ${retries}, 900)`,
      )
    await running(0)
    await running(5)
    jobs = open()
    await jobs.start(works)
    if (engine === 'pglite') await until(() => JSON.stringify(done).includes('"ended-0"'))
    else await wait(300)
    expect(done.filter((data) => JSON.stringify(data).includes('ended'))).toEqual(
      engine === 'pglite' ? [{ word: 'ended-0' }] : [],
    )
  })

  it('finishes what runs before it stops', async () => {
    let finished = false
    await jobs.stop()
    jobs = open()
    let begun = false
    await jobs.start([
      ...works,
      {
        name: 'slow',
        run: async () => {
          begun = true
          await wait(400)
          finished = true
        },
      },
    ])
    await database().run(system, (trx) => jobs.send(trx, 'slow', {}))
    await until(() => begun)
    await jobs.stop()
    expect(finished).toBe(true)
  })
})
