import fc from 'fast-check'
import { v7 as uuidv7 } from 'uuid'
import { beforeAll, expect, test } from 'vitest'
import { organisationScope } from '../../platform/database/scope.ts'
import { onBothEngines } from '../../platform/database/testing.ts'
import { demoMembers, demoTeam, deWaterlelie } from '../../platform/identity/demo-people.ts'
import { identityDemo } from '../../platform/identity/identity-demo.ts'
import { type House, openHouse, signInForTest, type TestBrowser } from '../../platform/identity/testing.ts'
import { createQueue, type Draft, type Entry, type Queue } from '../../platform/ui/client/queue.ts'
import { loadBoardData } from './board-data.ts'
import { boardRoutes } from './pages/board/board-routes.ts'
import { migrations } from './testing.ts'

/**
 * Three devices without a connection, each with the queue of the browser, on the routes of the board. A schedule says
 * what is written when on which device, and when each comes back: some requests never arrive, some answers get lost.
 */
const start = Date.parse('2026-11-22T12:00:00Z')
const minute = 60_000
const devices = [0, 1, 2] as const
const runs = Number(process.env.OFFLINE_SCHEDULES ?? 12)

type Field = 'description' | 'dueOn'
type Step =
  | { readonly kind: 'add'; readonly device: number }
  | { readonly kind: 'edit'; readonly device: number; readonly card: number; readonly field: Field }
  | { readonly kind: 'tick'; readonly device: number; readonly card: number; readonly to: 'done' | 'open' }

const device = fc.constantFrom(...devices)
const card = fc.integer({ min: 0, max: 2 })
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('add' as const), device }),
  fc.record({
    kind: fc.constant('edit' as const),
    device,
    card,
    field: fc.constantFrom<Field>('description', 'dueOn'),
  }),
  fc.record({
    kind: fc.constant('tick' as const),
    device,
    card,
    to: fc.constantFrom('done' as const, 'open' as const),
  }),
)
const schedule = fc.record({
  steps: fc.array(step, { minLength: 3, maxLength: 14 }),
  /** Which device gets through next; what is left goes at the end. */
  order: fc.array(device, { maxLength: 30 }),
  /** What the network does to each request in turn. */
  network: fc.array(fc.constantFrom('works', 'no-request', 'no-answer'), { maxLength: 20 }),
})

onBothEngines('three devices without a connection', migrations, (database) => {
  let house: House
  let browsers: readonly TestBrowser[]
  let now = start

  beforeAll(async () => {
    house = openHouse({ database: database(), routes: boardRoutes, clock: () => new Date(now) })
    await identityDemo({ db: database(), clock: () => new Date(now) })
    const members = demoMembers(demoTeam(deWaterlelie, 'Middenbouw'))
    browsers = await Promise.all(devices.map((each) => signInForTest(house, members[each]?.id ?? '')))
  })

  test('all end alike, and no card is lost', async () => {
    await fc.assert(
      fc.asyncProperty(schedule, async ({ steps, order, network }) => {
        now = start
        const path = await newBoard()
        const cards = await Promise.all([0, 1, 2].map((each) => newAction(path, `kaart ${each}`)))
        const expected = new Map(
          cards.map((id, each) => [id, { description: `kaart ${each}`, dueOn: '2026-11-30', state: 'open' }]),
        )
        const fates = [...network]
        const queues = devices.map((each) => deviceOf(each, fates))
        const added: string[] = []

        for (const [index, each] of steps.entries()) {
          now = start + (index + 1) * minute
          const queue = queues[each.device]
          if (each.kind === 'add') {
            const words = `nieuw ${index}`
            added.push(words)
            queue?.write({ action: `${path}/successes`, fields: [['description', words]] })
            continue
          }
          const id = cards[each.card] ?? ''
          const shown = expected.get(id)
          if (shown === undefined) throw new Error('The schedule names a card that is not there.')
          if (each.kind === 'tick') {
            // Written last, so it is what stands in the end, whoever arrives when.
            shown.state = each.to
            queue?.write({ action: `${path}/ticks`, fields: [[each.to, id]] })
          } else {
            const value = each.field === 'dueOn' ? `2026-12-${String(index + 1).padStart(2, '0')}` : `woorden ${index}`
            shown[each.field] = value
            queue?.write({ action: `${path}/actions/${id}`, fields: [[each.field, value]] })
          }
        }

        now = start + 60 * minute
        for (const each of order) await queues[each]?.deliver()
        while (queues.some((queue) => queue.waiting() > 0)) for (const queue of queues) await queue.deliver()

        const data = await boardData(path)
        const ended = new Map(
          data.actions.map(({ id, description, dueOn, state }) => [id, { description, dueOn, state }]),
        )
        expect(ended).toEqual(expected)
        expect(data.successes.map(({ description }) => description).toSorted()).toEqual(added.toSorted())
        expect(house.faults).toEqual([])
      }),
      { numRuns: runs, seed: 20_261_122 },
    )
  }, 120_000)

  /** A browser's queue on a network that does what the schedule says; entries go one at a time, when `deliver` is called. */
  function deviceOf(index: number, fates: string[]) {
    const entries = new Map<string, Entry>()
    let open = false
    let sent: Promise<void> = Promise.resolve()
    const queue: Queue = createQueue({
      storage: {
        list: () => [...entries.values()],
        put: (entry) => void entries.set(entry.op, entry),
        remove: (op) => void entries.delete(op),
      },
      now: () => now,
      newId: uuidv7,
      exclusively: (work) => {
        sent = work()
        return sent
      },
      later: () => {},
      changed: () => {},
      done: () => {},
      send: async (entry, age) => {
        if (!open) return { kind: 'unreachable' }
        open = false
        const fate = fates.shift() ?? 'works'
        if (fate === 'no-request') return { kind: 'unreachable' }
        const form = { ...Object.fromEntries(entry.fields), _op: entry.op, _age: String(age) }
        const answer = await browsers[index]?.post(entry.action, form)
        expect(answer?.status).toBe(303)
        return fate === 'no-answer' ? { kind: 'unreachable' } : { kind: 'done', html: '' }
      },
    })
    return {
      write: ({ action, fields }: Pick<Draft, 'action' | 'fields'>) =>
        queue.submit({ action, fields, view: 'desk', text: '', adds: true, place: '' }),
      waiting: () => entries.size,
      deliver: async () => {
        open = true
        queue.wake()
        await sent
        // The pump notices after the lock is free.
        await new Promise((resume) => setImmediate(resume))
        open = false
      },
    }
  }

  async function newBoard(): Promise<string> {
    const asked = await browsers[0]?.get(`/s/${deWaterlelie.slug}/teams/middenbouw/board`)
    const path = asked?.location ?? ''
    // The same board for every schedule, emptied: making teams would take longer than the schedules.
    const boardId = path.split('/').at(-1) ?? ''
    await database().run(organisationScope(deWaterlelie.id), async (trx) => {
      for (const table of ['successes', 'actions'] as const) {
        await trx.deleteFrom(table).where('board_id', '=', boardId).execute()
      }
    })
    return path
  }

  async function newAction(path: string, description: string): Promise<string> {
    const added = await browsers[0]?.post(`${path}/actions`, { description, dueOn: '2026-11-30' })
    return added?.location?.split('#action-')[1] ?? ''
  }

  function boardData(path: string) {
    const query = {
      organisationId: deWaterlelie.id,
      boardId: path.split('/').at(-1) ?? '',
      zones: ['actions', 'successes'] as const,
      today: '2026-11-22',
    }
    return database().run(organisationScope(deWaterlelie.id), (trx) => loadBoardData(trx, query))
  }
})
