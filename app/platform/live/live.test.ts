import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Database, openDatabase } from '../database/database.ts'
import { organisationScope, system } from '../database/scope.ts'
import { asSystem, type FreshDatabase, freshDatabase } from '../database/testing.ts'
import { trustedHtml } from '../html/jsx-runtime.ts'
import type { OrganisationRef } from '../identity/viewer.ts'
import { until } from '../jobs/testing.ts'
import { journal } from '../journal/migrations/0001-journal.ts'
import { perform } from '../journal/perform.ts'
import { organisations } from '../organisations/migrations/0001-organisations.ts'
import { everyone } from '../web/access.ts'
import { mostWaiting } from './follower.ts'
import { createLive, type FollowRequest, type Live, type LiveTiming } from './live.ts'
import { presence } from './migrations/0001-presence.ts'
import { sayOn } from './passing.ts'
import { readEvents } from './testing.ts'
import type { Topic } from './topic.ts'

const school: OrganisationRef = {
  id: '00000000-0000-7000-8000-000000000001',
  kind: 'school',
  slug: 'de-wilg',
  name: 'De Wilg',
  parentId: null,
  holidayRegion: null,
}
const quick: LiveTiming = { heartbeatMs: 100, goneAfterMs: 500, longestConnectionMs: 15 * 60_000 }

describe.each(['pglite', 'postgres'] as const)('live (%s)', (engine) => {
  let fresh: FreshDatabase
  let id: string
  let lives: Live[] = []
  let renders: string[] = []
  let faults: unknown[] = []
  let failRender = 0
  const database = (): Database => fresh.database

  const topic: Topic = {
    kind: 'note',
    access: everyone,
    follow: async () => 'reads',
    render: async (_trx, { view, entries }) => {
      if (failRender-- > 0) throw new Error('no rendering today')
      renders.push(view)
      return trustedHtml(`<p>${view} ${entries.map((entry) => entry.sequence).join()}</p>`)
    },
    renderPresence: (present) => trustedHtml(`<i>${present.map((each) => each.name).join()}</i>`),
  }

  beforeAll(async () => {
    fresh = await freshDatabase(engine, [organisations, journal, presence])
    await database().run(system, (trx) =>
      sql`insert into organisations (id, kind, slug, name, created_at)
        values (${school.id}, 'school', 'de-wilg', 'De Wilg', now())`.execute(trx),
    )
  })
  afterAll(() => fresh.remove())
  beforeEach(() => {
    id = randomUUID()
    renders = []
    faults = []
    failRender = 0
  })
  afterEach(async () => {
    for (const live of lives) await live.close()
    lives = []
  })

  const open = async (db = database(), timing: LiveTiming = quick): Promise<Live> => {
    const failed = (error: unknown) => void faults.push(error)
    const live = await createLive({ db, topics: [topic], clock: () => new Date(), newId: uuidv7, failed, timing })
    lives.push(live)
    return live
  }
  const request = (more: Partial<FollowRequest> = {}): FollowRequest => ({
    topic,
    organisation: school,
    id,
    after: 0,
    who: null,
    locale: 'nl',
    view: 'desk',
    audience: 'reads',
    ...more,
  })
  const write = (times = 1, db = database()) =>
    perform(
      db,
      organisationScope(school.id),
      {
        organisationId: school.id,
        stream: `note:${id}`,
        actor: 'system',
        id: randomUUID(),
        content: null,
        at: new Date(),
      },
      async (_trx, record) => {
        for (let i = 0; i < times; i++) record({ action: 'note-added', subject: 'note:1' })
        return null
      },
    )

  it('sends what was committed between the rendering of the page and the connection', async () => {
    await write()
    await write()
    const live = await open()
    const events = readEvents((sink) => live.follow(request({ after: 1 }), sink))
    expect(await events.next()).toEqual({ id: 2, data: '<p>desk 2</p>' })
  })

  it('sends each entry once and in order, whatever the moment of connecting', async () => {
    const live = await open()
    const writing = (async () => {
      for (let i = 0; i < 30; i++) {
        await write()
        await wait(10)
      }
    })()
    await until(async () => (await headOf()) > 3)
    const after = await headOf()
    const events = readEvents((sink) => live.follow(request({ after }), sink))
    await writing
    const seen: number[] = []
    while (seen.at(-1) !== 30) {
      const event = await events.next()
      seen.push(...sequencesIn(event.data))
      expect(event.id).toBe(seen.at(-1))
    }
    expect(seen).toEqual(Array.from({ length: 30 - after }, (_, i) => after + 1 + i))
  })

  it('resumes behind the last event that a device has seen', async () => {
    const live = await open()
    const events = readEvents((sink) => live.follow(request(), sink))
    await write()
    const { id: seen } = await events.next()
    await events.cancel()
    await write()
    await write()
    const again = readEvents((sink) => live.follow(request({ after: seen ?? 0 }), sink))
    expect(await again.next()).toEqual({ id: 3, data: '<p>desk 2,3</p>' })
  })

  it('lets a device load the whole page that is more than 200 entries behind, and serves the others as usual', async () => {
    const live = await open()
    await write(200)
    expect(await readEvents((sink) => live.follow(request(), sink)).next()).toMatchObject({
      id: 200,
      data: /^<p>desk 1,/,
    })
    await write(1)
    const near = readEvents((sink) => live.follow(request({ after: 200 }), sink))
    const far = readEvents((sink) => live.follow(request(), sink))
    expect(await near.next()).toEqual({ id: 201, data: '<p>desk 201</p>' })
    expect(await far.next()).toEqual({ id: 201, data: '<turbo-stream action="refresh"></turbo-stream>' })
    await write(1)
    expect(await far.next()).toEqual({ id: 202, data: '<p>desk 202</p>' })
    expect(await near.next()).toEqual({ id: 202, data: '<p>desk 202</p>' })
  })

  it('lets a device load the whole page that shows more than the journal has, as after a restored backup', async () => {
    const live = await open()
    await write(2)
    const events = readEvents((sink) => live.follow(request({ after: 9 }), sink))
    expect(await events.next()).toEqual({ id: 0, data: '<turbo-stream action="refresh"></turbo-stream>' })
  })

  it('renders once for all devices that see the same', async () => {
    const live = await open()
    const desks = Array.from({ length: 5 }, () => readEvents((sink) => live.follow(request(), sink)))
    const wall = readEvents((sink) => live.follow(request({ view: 'wall' }), sink))
    await until(() => live.followerCount === 6)
    await write()
    for (const desk of desks) expect(await desk.next()).toEqual({ id: 1, data: '<p>desk 1</p>' })
    expect(await wall.next()).toEqual({ id: 1, data: '<p>wall 1</p>' })
    expect(renders.toSorted()).toEqual(['desk', 'wall'])
  })

  it('says what passes to everybody there, once it is committed, and keeps nothing of it', async () => {
    const live = await open()
    const here = readEvents((sink) => live.follow(request(), sink))
    const wall = readEvents((sink) => live.follow(request({ view: 'wall' }), sink))
    await until(() => live.followerCount === 2)
    const say = (words: string) =>
      database().run(organisationScope(school.id), (trx) =>
        sayOn(trx, school.id, `note:${id}`, trustedHtml(`<b>${words}</b>`)),
      )
    await expect(
      database().run(organisationScope(school.id), async (trx) => {
        await sayOn(trx, school.id, `note:${id}`, trustedHtml('<b>taken back</b>'))
        throw new Error('changed my mind')
      }),
    ).rejects.toThrow('changed my mind')
    expect(await say('two words')).toBe(true)
    await write()
    for (const [events, view] of [
      [here, 'desk'],
      [wall, 'wall'],
    ] as const) {
      expect(await events.next()).toEqual({ id: null, data: '<b>two words</b>' })
      expect(await events.next()).toEqual({ id: 1, data: `<p>${view} 1</p>` })
    }
    const late = readEvents((sink) => live.follow(request({ after: 1 }), sink))
    expect(await say('x'.repeat(8000))).toBe(false)
    await write()
    expect(await late.next()).toEqual({ id: 2, data: '<p>desk 2</p>' })
  })

  it('lets go of a device that does not read, and not of the others', async () => {
    const live = await open()
    const slow = deviceThatDoesNotRead()
    live.follow(request({ view: 'x'.repeat(mostWaiting / 4) }), slow)
    const good = readEvents((sink) => live.follow(request(), sink))
    for (let i = 0; i < 6; i++) {
      await write()
      await good.next()
    }
    await until(() => live.followerCount === 1)
    expect(slow.isCut).toBe(true)
    expect(slow.waiting).toBeLessThan(mostWaiting * 1.5)
  })

  it('tries again after a fault, and nothing is lost', async () => {
    const live = await open()
    const events = readEvents((sink) => live.follow(request(), sink))
    failRender = 2
    await write()
    expect(await events.next()).toEqual({ id: 1, data: '<p>desk 1</p>' })
    expect(faults).toHaveLength(2)
  })

  it('ends a connection after its time, so that the device is looked at anew', async () => {
    const live = await open(database(), { ...quick, longestConnectionMs: 200 })
    const events = readEvents((sink) => live.follow(request(), sink))
    await expect(events.next()).rejects.toThrow('ended')
    expect(live.followerCount).toBe(0)
  })

  it('ends every stream when it closes, and starts none after that', async () => {
    const live = await open()
    const events = readEvents((sink) => live.follow(request({ who: { actor: 'person:1', name: 'Anna' } }), sink))
    await events.next()
    await live.close()
    await expect(events.next()).rejects.toThrow('ended')
    await expect(readEvents((sink) => live.follow(request(), sink)).next()).rejects.toThrow('ended')
    lives = []
  })

  it('shows who is here: once a person, until the last of their devices has gone', async () => {
    const live = await open()
    const anna = { actor: 'person:1', name: 'Anna' }
    const one = readEvents((sink) => live.follow(request({ who: anna }), sink))
    const two = readEvents((sink) => live.follow(request({ who: anna }), sink))
    const watcher = readEvents((sink) => live.follow(request({ who: { actor: 'guest:2', name: 'Bo' } }), sink))
    await watcher.until('<i>Anna,Bo</i>')
    await one.cancel()
    await until(async () => (await connections()) === 2)
    expect(await live.present(school.id, `note:${id}`)).toHaveLength(2)
    await two.cancel()
    await watcher.until('<i>Bo</i>')
    await watcher.cancel()
    await until(async () => (await connections()) === 0)
    expect(await live.present(school.id, `note:${id}`)).toEqual([])
  })

  it('hears of people who come on other processes while it still starts', async () => {
    // What is said on a channel may come in the moment that it is listened to, before all of this process stands.
    const busy: Database = {
      ...database(),
      listen: async (channel, heard, reconnected) => {
        const stop = await database().listen(channel, heard, reconnected)
        heard(`${school.id} note:${id}`)
        return stop
      },
    }
    const live = await open(busy)
    const watcher = readEvents((sink) => live.follow(request({ who: { actor: 'person:2', name: 'Bo' } }), sink))
    await watcher.until('<i>Bo</i>')
    expect(faults).toEqual([])
  })

  it('forgets people of a process that ended without a word', async () => {
    const before = await crashed()
    const live = await open()
    const watcher = readEvents((sink) => live.follow(request({ who: { actor: 'person:2', name: 'Bo' } }), sink))
    await watcher.until('<i>Bo</i>')
    expect(await live.present(school.id, `note:${id}`)).toEqual([{ actor: 'person:2', name: 'Bo' }])
    await before.close()
  })

  if (engine === 'postgres') {
    describe('with two processes', () => {
      let other: Database
      beforeAll(async () => {
        other = await openDatabase({ url: fresh.url, folder: '', poolSize: 3 })
      })
      afterAll(() => other.close())

      it('sends what one process wrote to the followers of the other', async () => {
        const live = await open()
        const events = readEvents((sink) => live.follow(request(), sink))
        await write(1, other)
        expect(await events.next()).toEqual({ id: 1, data: '<p>desk 1</p>' })
      })

      it('shows who came and left on the other', async () => {
        const [here, there] = [await open(), await open(other)]
        const watcher = readEvents((sink) => here.follow(request({ who: { actor: 'person:2', name: 'Bo' } }), sink))
        const anna = readEvents((sink) => there.follow(request({ who: { actor: 'person:1', name: 'Anna' } }), sink))
        await watcher.until('<i>Anna,Bo</i>')
        await anna.cancel()
        await watcher.until('<i>Bo</i>')
        expect(await here.present(school.id, `note:${id}`)).toEqual([{ actor: 'person:2', name: 'Bo' }])
      })

      it('says again who is here when the others took it for dead', async () => {
        const live = await open()
        const watcher = readEvents((sink) => live.follow(request({ who: { actor: 'person:2', name: 'Bo' } }), sink))
        await watcher.until('<i>Bo</i>')
        await database().run(system, (trx) => trx.deleteFrom('live_processes').execute())
        await until(async () => (await live.present(school.id, `note:${id}`)).length === 1)
        expect(await live.present(school.id, `note:${id}`)).toEqual([{ actor: 'person:2', name: 'Bo' }])
      })

      it('loses nothing when the server ends its connections', async () => {
        const live = await open()
        const events = readEvents((sink) => live.follow(request({ who: { actor: 'person:2', name: 'Bo' } }), sink))
        await events.until('<i>Bo</i>')
        await other.query(
          'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
        )
        await write(1, other)
        await events.until('<p>desk 1</p>')
        expect(await live.present(school.id, `note:${id}`)).toHaveLength(1)
      })
    })
  }

  const headOf = async () => {
    const rows = await asSystem(database(), 'select sequence from journal_streams where stream = $1', [`note:${id}`])
    return Number(rows[0]?.sequence ?? 0)
  }
  const connections = async () => {
    const rows = await asSystem(database(), 'select count(*) as n from presence where stream = $1', [`note:${id}`])
    return Number(rows[0]?.n)
  }
  /** What a process leaves behind that was killed while Anna was on it. */
  async function crashed(): Promise<{ close(): Promise<void> }> {
    const dead = randomUUID()
    await asSystem(database(), "insert into live_processes values ($1, now() - interval '10 minutes')", [dead])
    await asSystem(database(), "insert into presence values ($1, $2, $3, $4, 'person:1', 'Anna')", [
      school.id,
      `note:${id}`,
      randomUUID(),
      dead,
    ])
    return { close: async () => void (await asSystem(database(), 'delete from live_processes where id = $1', [dead])) }
  }
})

function sequencesIn(html: string): number[] {
  return (/ ([\d,]+)</.exec(html)?.[1] ?? '').split(',').map(Number)
}

/** What is written to it waits for ever. */
function deviceThatDoesNotRead() {
  return {
    waiting: 0,
    isCut: false,
    write(text: string) {
      this.waiting += Buffer.byteLength(text)
    },
    end() {},
    cut() {
      this.isCut = true
    },
    onClose() {},
  }
}
