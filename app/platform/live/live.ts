import type { Database } from '../database/database.ts'
import type { OrganisationRef } from '../identity/viewer.ts'
import { journalChannel } from '../journal/perform.ts'
import { type Channel, Channels } from './channel.ts'
import { Follower, type Sink } from './follower.ts'
import { readPassing } from './passing.ts'
import { createPresence, type PresenceTiming } from './presence.ts'
import { createPump } from './pump.ts'
import type { Change, Present, Topic, Variant } from './topic.ts'

const heartbeatMs = 25_000
const presenceDelayMs = 250
/** A device connects anew at least this often, so that whoever lost a role or signed out stops following. */
const longestConnectionMs = 15 * 60_000

export interface LiveSettings {
  readonly db: Database
  readonly topics: readonly Topic[]
  readonly clock: () => Date
  readonly newId: () => string
  /** A fault while rendering or reading; the followers stay and are served again. */
  readonly failed: (error: unknown) => void
  /** For tests that can't wait. */
  readonly timing?: LiveTiming
}

export interface LiveTiming extends PresenceTiming {
  readonly longestConnectionMs: number
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
  /** Writes server-sent events without end: what changed after `after`, then each change as it is committed. */
  follow(request: FollowRequest, sink: Sink): void
  /** The fragments of a change, for the device that made it. */
  render(topic: Topic, change: Change): Promise<string>
  present(organisationId: string, stream: string): Promise<readonly Present[]>
  readonly followerCount: number
  /** Ends every stream; whoever still follows one is ended at once. */
  close(): Promise<void>
}

/** Starts listening for growing streams. One per process. */
export async function createLive({ db, topics, clock, newId, failed, timing }: LiveSettings): Promise<Live> {
  const channels = new Channels()
  const pump = createPump({ db, clock, failed })
  let closed = false

  // Stands before `presence`: who comes and goes on other processes is heard while this one still starts.
  const sendPresenceSoon = (channel: Channel | undefined): void => {
    if (channel === undefined || channel.presenceTimer !== null || channel.topic.renderPresence === undefined) return
    channel.presenceTimer = setTimeout(() => {
      channel.presenceTimer = null
      sendPresence(channel).catch(failed)
    }, presenceDelayMs)
  }

  const sendPresence = async (channel: Channel): Promise<void> => {
    const present = await presence.of(channel.organisation.id, channel.stream)
    const texts = new Map<string, string>()
    for (const follower of channel.followers) {
      const { variant, variantKey } = follower
      const text = texts.get(variantKey) ?? channel.topic.renderPresence?.(present, variant).text ?? ''
      texts.set(variantKey, text)
      follower.send(text, null)
    }
  }

  const presence = await createPresence({
    db,
    newId,
    failed,
    changed: (key) => sendPresenceSoon(channels.get(key)),
    missed: () => channels.all().forEach(sendPresenceSoon),
    ...(timing === undefined ? {} : { timing }),
  })

  const stopListening = await db.listen(
    journalChannel,
    (payload) => {
      const passing = readPassing(payload)
      if (passing !== null) {
        for (const follower of channels.get(passing.key)?.followers ?? []) follower.send(passing.html, null)
        return
      }
      // `organisation stream sequence`; the sequence is for who wants to know whether it has that one already.
      const channel = channels.get(payload.slice(0, payload.lastIndexOf(' ')))
      if (channel !== undefined) pump.run(channel)
    },
    // Notifications are not kept for who was away.
    () => {
      for (const channel of channels.all()) pump.run(channel)
    },
  )

  const longest = timing?.longestConnectionMs ?? longestConnectionMs
  const heartbeat = setInterval(
    () => {
      const now = clock().getTime()
      for (const follower of channels.followers()) {
        if (follower.endsAt <= now) follower.close()
        else follower.beat()
      }
    },
    Math.min(heartbeatMs, longest),
  )
  heartbeat.unref()

  return {
    topics: new Map(topics.map((topic) => [topic.kind, topic])),
    render: pump.render,
    present: presence.of,
    get followerCount() {
      return channels.followers().length
    },
    follow: ({ topic, organisation, id, after, who, locale, view, audience }, sink) => {
      const channel = channels.open(topic, organisation, id)
      const connection = newId()
      const arrived = who === null || closed ? null : presence.came(connection, organisation.id, channel.stream, who)
      arrived?.catch(failed)
      const endsAt = clock().getTime() + longest
      const follower = new Follower({ locale, view, audience }, after, endsAt, sink, () => {
        channels.leave(channel, follower)
        arrived?.then(() => presence.left(connection)).catch(failed)
      })
      channel.followers.add(follower)
      if (closed) follower.close()
      else pump.run(channel)
    },
    close: async () => {
      closed = true
      clearInterval(heartbeat)
      for (const follower of channels.followers()) follower.close()
      await stopListening()
      await presence.close()
    },
  }
}
