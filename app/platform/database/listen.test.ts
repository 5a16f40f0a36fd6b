import { sql } from 'kysely'
import { describe, expect, it, vi } from 'vitest'
import { freshDatabase, onBothEngines } from './testing.ts'

onBothEngines('listen', [], (database) => {
  const notify = (channel: string, payload: string) =>
    sql`select pg_notify(${channel}, ${payload})`.execute(database().kysely)

  it('hears what is said on its channel, in order, and nothing else', async () => {
    const heard: string[] = []
    const stop = await database().listen('birds', (payload) => heard.push(payload))
    await notify('birds', 'merel')
    await notify('fish', 'snoek')
    await notify('birds', '')
    await notify('birds', 'koolmees')
    await vi.waitFor(() => expect(heard).toEqual(['merel', '', 'koolmees']))
    await stop()
  })

  it('hears nothing of a transaction that was rolled back', async () => {
    const heard: string[] = []
    const stop = await database().listen('birds', (payload) => heard.push(payload))
    const failed = database()
      .kysely.transaction()
      .execute(async (trx) => {
        await sql`select pg_notify('birds', 'never')`.execute(trx)
        throw new Error('no')
      })
    await expect(failed).rejects.toThrow('no')
    await notify('birds', 'after')
    await vi.waitFor(() => expect(heard).toEqual(['after']))
    await stop()
  })

  it('hears nothing after it stopped', async () => {
    const heard: string[] = []
    const stop = await database().listen('birds', (payload) => heard.push(payload))
    const other = await database().listen('birds', () => heard.push('other'))
    await stop()
    await notify('birds', 'merel')
    await vi.waitFor(() => expect(heard).toEqual(['other']))
    await other()
  })
})

describe('listen on a server', () => {
  it('comes back once, and says so, each time that its connection is cut', async () => {
    const { database, remove } = await freshDatabase('postgres', [])
    const heard: string[] = []
    let reconnected = 0
    const stop = await database.listen(
      'birds',
      (payload) => heard.push(payload),
      () => {
        reconnected += 1
      },
    )
    for (const round of [1, 2]) {
      const { rows } = await database.query(
        `select pg_terminate_backend(pid) as cut from pg_stat_activity
        where datname = current_database() and query ilike 'listen%'`,
      )
      expect(rows).toEqual([{ cut: true }])
      await vi.waitFor(() => expect(reconnected).toBe(round), { timeout: 5000 })
      await database.query(`select pg_notify('birds', 'round ${round}')`)
      await vi.waitFor(() => expect(heard).toHaveLength(round))
    }
    expect(heard).toEqual(['round 1', 'round 2'])
    await stop()
    await remove()
  })

  it('rejects at once where there is no server', async () => {
    const { listen } = await import('./listen.ts')
    await expect(
      listen(
        'postgres://nobody@127.0.0.1:1/none',
        'birds',
        () => {},
        () => {},
      ),
    ).rejects.toThrow('ECONNREFUSED')
  })
})
