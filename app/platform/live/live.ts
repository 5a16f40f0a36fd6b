import type { Database } from '../database/database.ts'
import { organisationScope } from '../database/scope.ts'
import type { OrganisationRef } from '../identity/viewer.ts'
import type { JournalEntry } from '../journal/journal.ts'
import { entriesAfter } from '../journal/journal-store.ts'
import { journalChannel } from '../journal/perform.ts'
import { Follower } from './follower.ts'
import { createPresence } from './presence.ts'
import type { Change, Present, Topic, Variant } from './topic.ts'

/** A follower that is further behind than this gets its whole page again instead of every change. */
const longestCatchUp = 200
const heartbeatMs = 25_000
const presenceDelayMs = 250

export interface LiveSettings {
  readonly db: Database
  readonly topics: readonly Topic[]
  readonly clock: () => Date
  readonly newId: () => string
  /** A fault while rendering or reading; the followers stay and are served again at the next change. */
  readonly failed: (error: unknown) => void
}

export interface FollowRequest extends Variant {
  readonly organisation: OrganisationRef
  readonly topic: Topic
  readonly id: string
  /** Sequence number that the page shows already. */
  readonly after: number
  readonly who: Present | null
}

export interface Live {
  readonly topics: ReadonlyMap<string, Topic>
  /** An endless stream of server-sent events: what changed after `after`, then each change as it is committed. */
  follow(request: FollowRequest): ReadableStream<Uint8Array>
  /** The fragments of a change, for the device that made it. */
  render(topic: Topic, change: Change): Promise<string>
  present(organisationId: string, stream: string): Promise<readonly Present[]>
  readonly followerCount: number
  close(): Promise<void>
}

interface Channel {
  readonly topic: Topic
  readonly organisation: OrganisationRef
  readonly id: string
  readonly stream: string
  readonly followers: Set<Follower>
  pumping: boolean
  again: boolean
  presenceTimer: NodeJS.Timeout | null
}

/** Starts listening for growing streams. One per process. */
export async function createLive({ db, topics, clock, newId, failed }: LiveSettings): Promise<Live> {
  const channels = new Map<string, Channel>()
  const byKind = new Map(topics.map((topic) => [topic.kind, topic]))
  const presence = await createPresence({ db, clock, newId, changed: (key) => sendPresenceSoon(channels.get(key)) })

  const render = async (topic: Topic, change: Change): Promise<string> => {
    const html = await db.run(organisationScope(change.organisation.id), (trx) => topic.render(trx, change))
    return html.text
  }

  const pump = async (channel: Channel): Promise<void> => {
    if (channel.pumping) {
      channel.again = true
      return
    }
    channel.pumping = true
    try {
      do {
        channel.again = false
        await bringUpToDate(channel)
      } while (channel.again)
    } catch (error) {
      failed(error)
    } finally {
      channel.pumping = false
    }
  }

  const bringUpToDate = async (channel: Channel): Promise<void> => {
    if (channel.followers.size === 0) return
    const oldest = Math.min(...[...channel.followers].map((follower) => follower.sequence))
    const entries = await db.run(organisationScope(channel.organisation.id), (trx) =>
      entriesAfter(trx, channel.organisation.id, channel.stream, oldest, longestCatchUp + 1),
    )
    const last = entries.at(-1)
    if (last === undefined) return
    const rendered = new Map<string, string>()
    for (const follower of [...channel.followers]) {
      if (follower.sequence >= last.sequence) continue
      const key = `${follower.sequence} ${follower.variantKey}`
      let text = rendered.get(key)
      if (text === undefined) {
        const missed = entries.filter((entry) => entry.sequence > follower.sequence)
        text = await fragmentsOf(channel, follower.variant, missed)
        rendered.set(key, text)
      }
      follower.send(text, last.sequence)
    }
  }

  const fragmentsOf = (channel: Channel, variant: Variant, missed: readonly JournalEntry[]): Promise<string> => {
    if (missed.length > longestCatchUp) return Promise.resolve('<turbo-stream action="refresh"></turbo-stream>')
    const { topic, organisation, id } = channel
    return render(topic, { ...variant, organisation, id, entries: missed, now: clock() })
  }

  const sendPresenceSoon = (channel: Channel | undefined): void => {
    if (channel === undefined || channel.presenceTimer !== null || channel.topic.renderPresence === undefined) return
    channel.presenceTimer = setTimeout(() => {
      channel.presenceTimer = null
      void sendPresence(channel).catch(failed)
    }, presenceDelayMs)
  }

  const sendPresence = async (channel: Channel): Promise<void> => {
    const present = await presence.of(channel.organisation.id, channel.stream)
    const rendered = new Map<string, string>()
    for (const follower of channel.followers) {
      let text = rendered.get(follower.variantKey)
      if (text === undefined) {
        text = channel.topic.renderPresence?.(present, follower.variant).text ?? ''
        rendered.set(follower.variantKey, text)
      }
      follower.send(text, null)
    }
  }

  const stopListening = await db.listen(
    journalChannel,
    (payload) => {
      const [organisationId, stream] = payload.split(' ')
      const channel = channels.get(`${organisationId} ${stream}`)
      if (channel !== undefined) void pump(channel)
    },
    () => {
      for (const channel of channels.values()) void pump(channel)
    },
  )
  const heartbeat = setInterval(() => {
    for (const channel of channels.values()) for (const follower of channel.followers) follower.beat()
  }, heartbeatMs)
  heartbeat.unref()

  return {
    topics: byKind,
    render,
    present: presence.of,
    get followerCount() {
      return [...channels.values()].reduce((sum, channel) => sum + channel.followers.size, 0)
    },
    follow: ({ topic, organisation, id, after, who, locale, view, audience }) => {
      const stream = `${topic.kind}:${id}`
      const key = `${organisation.id} ${stream}`
      let channel = channels.get(key)
      if (channel === undefined) {
        channel = {
          topic,
          organisation,
          id,
          stream,
          followers: new Set(),
          pumping: false,
          again: false,
          presenceTimer: null,
        }
        channels.set(key, channel)
      }
      const open = channel
      const connection = newId()
      const arrived = who === null ? null : presence.came(connection, organisation.id, stream, who)
      arrived?.catch(failed)
      const follower = new Follower({ locale, view, audience }, after, () => {
        open.followers.delete(follower)
        if (open.followers.size === 0 && channels.get(key) === open) channels.delete(key)
        arrived?.then(() => presence.left(connection, organisation.id, stream)).catch(failed)
      })
      open.followers.add(follower)
      void pump(open)
      return follower.stream
    },
    close: async () => {
      clearInterval(heartbeat)
      for (const channel of channels.values()) {
        if (channel.presenceTimer !== null) clearTimeout(channel.presenceTimer)
        for (const follower of [...channel.followers]) follower.close()
      }
      await stopListening()
      await presence.close()
    },
  }
}
