import type { Locale } from '../../../platform/text/dictionary.ts'
import type { WebContext } from '../../../platform/web/context.ts'
import type { Reference, ReferenceSource } from '../../../platform/web/reference.ts'
import { shareWords } from './own-figures.ts'
import { tracksText } from './text.ts'
import { type Track, trackKey } from './track.ts'
import { findTrack, tracksOf } from './track-store.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** A goal of a team can point to an open track of its school: the figure is its reason. */
export const trackReferences: ReferenceSource = {
  kind: 'track',
  offer: async (trx, { visit, locale }) => {
    const { organisation } = visit
    if (organisation?.kind !== 'school') return []
    const tracks = await tracksOf(trx, [organisation.id])
    return tracks
      .filter(({ closedAt }) => closedAt === null)
      .slice(0, 20)
      .map((track) => referenceTo(locale, organisation.slug, track))
  },
  find: async (trx, { visit, locale }, id) => {
    const { organisation } = visit
    if (organisation === null || !uuid.test(id)) return null
    const track = await findTrack(trx, organisation.id, id)
    return track === null ? null : referenceTo(locale, organisation.slug, track)
  },
}

export function tracksPath(slug: string): string {
  return `/s/${slug}/results`
}

export function trackPath(slug: string, id: string): string {
  return `${tracksPath(slug)}/tracks/${id}`
}

export function isUuid(text: string): boolean {
  return uuid.test(text)
}

/** The track in the path; null where it can't be one. */
export function trackIdIn(c: WebContext): string | null {
  const id = c.req.param('resultTrack') ?? ''
  return isUuid(id) ? id : null
}

function referenceTo(locale: Locale, slug: string, track: Track): Reference {
  const words = tracksText(locale)
  const subject = words.subject[track.subject]
  const share = shareWords(locale, track.figure)
  return {
    key: trackKey(track.id),
    label: share === undefined ? words.referenceOnly(subject) : words.reference(subject, share),
    href: trackPath(slug, track.id),
  }
}
