import type { Database } from '../database/database.ts'
import { organisationScope } from '../database/scope.ts'
import type { JournalEntry } from '../journal/journal.ts'
import { lastEntriesFrom } from '../journal/journal-store.ts'
import type { Channel } from './channel.ts'
import type { Follower } from './follower.ts'
import type { Change, Topic } from './topic.ts'

/** A follower that is further behind than this gets its whole page again instead of every change. */
const longestCatchUp = 200
const firstRetryMs = 500
const longestRetryMs = 30_000
const wholePage = '<turbo-stream action="refresh"></turbo-stream>'

export interface PumpSettings {
  readonly db: Database
  readonly clock: () => Date
  readonly failed: (error: unknown) => void
}

export interface Pump {
  /** Sends every follower of the channel what it does not have yet. After a fault it tries again by itself. */
  run(channel: Channel): void
  render(topic: Topic, change: Change): Promise<string>
}

/** What carries changes from the journal to the followers of a channel. */
export function createPump({ db, clock, failed }: PumpSettings): Pump {
  const render = async (topic: Topic, change: Change): Promise<string> => {
    const html = await db.run(organisationScope(change.organisation.id), (trx) => topic.render(trx, change))
    return html.text
  }

  const run = (channel: Channel, retryMs = firstRetryMs): void => {
    if (channel.pumping) {
      channel.again = true
      return
    }
    channel.pumping = true
    void pumpDry(channel)
      .catch((error: unknown) => {
        failed(error)
        // Without this a change would stay unseen until the next one comes.
        const next = Math.min(retryMs * 2, longestRetryMs)
        if (channel.followers.size > 0) setTimeout(() => run(channel, next), retryMs).unref()
      })
      .finally(() => {
        channel.pumping = false
      })
  }

  const pumpDry = async (channel: Channel): Promise<void> => {
    do {
      channel.again = false
      await bringUpToDate(channel)
    } while (channel.again)
  }

  const bringUpToDate = async (channel: Channel): Promise<void> => {
    const followers = [...channel.followers]
    if (followers.length === 0) return
    const { organisation, stream } = channel
    const oldest = Math.min(...followers.map((follower) => follower.sequence))
    const asked = { organisationId: organisation.id, stream, from: oldest, limit: longestCatchUp }
    const entries = await lastEntriesFrom(db, asked)
    const head = entries.at(-1)?.sequence ?? 0
    const texts = new Map<string, Promise<string>>()
    for (const follower of followers) {
      if (follower.sequence === head) continue
      const key = `${follower.sequence} ${follower.variantKey}`
      const text = texts.get(key) ?? fragmentsFor(channel, follower, entries)
      texts.set(key, text)
      follower.send(await text, head)
    }
  }

  const fragmentsFor = (channel: Channel, follower: Follower, entries: readonly JournalEntry[]): Promise<string> => {
    const missed = entries.filter((entry) => entry.sequence > follower.sequence)
    // Too far behind; or ahead of the journal, as after a restored backup: what the page shows is not what happened.
    if (missed[0]?.sequence !== follower.sequence + 1) return Promise.resolve(wholePage)
    const { topic, organisation, id } = channel
    return render(topic, { ...follower.variant, organisation, id, entries: missed, now: clock() })
  }

  return { run, render }
}
