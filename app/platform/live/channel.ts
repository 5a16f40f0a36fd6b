import type { OrganisationRef } from '../identity/viewer.ts'
import type { Follower } from './follower.ts'
import type { Topic } from './topic.ts'

/** One stream that somebody on this process follows. */
export interface Channel {
  readonly topic: Topic
  readonly organisation: OrganisationRef
  readonly id: string
  /** `<kind>:<id>`, as in the journal. */
  readonly stream: string
  readonly followers: Set<Follower>
  /** Set while the channel is being brought up to date, and when it has to be once more after that. */
  pumping: boolean
  again: boolean
  presenceTimer: NodeJS.Timeout | null
}

/** How a stream is named in notifications and among the channels of a process. */
function channelKey(organisationId: string, stream: string): string {
  return `${organisationId} ${stream}`
}

/** The channels of this process, each there for as long as somebody follows it. */
export class Channels {
  readonly #open = new Map<string, Channel>()

  get(key: string): Channel | undefined {
    return this.#open.get(key)
  }

  all(): readonly Channel[] {
    return [...this.#open.values()]
  }

  followers(): readonly Follower[] {
    return this.all().flatMap((channel) => [...channel.followers])
  }

  open(topic: Topic, organisation: OrganisationRef, id: string): Channel {
    const stream = `${topic.kind}:${id}`
    const key = channelKey(organisation.id, stream)
    const before = this.#open.get(key)
    if (before !== undefined) return before
    const followers = new Set<Follower>()
    const channel = { topic, organisation, id, stream, followers, pumping: false, again: false, presenceTimer: null }
    this.#open.set(key, channel)
    return channel
  }

  leave(channel: Channel, follower: Follower): void {
    channel.followers.delete(follower)
    if (channel.followers.size > 0) return
    if (channel.presenceTimer !== null) clearTimeout(channel.presenceTimer)
    const key = channelKey(channel.organisation.id, channel.stream)
    if (this.#open.get(key) === channel) this.#open.delete(key)
  }
}
