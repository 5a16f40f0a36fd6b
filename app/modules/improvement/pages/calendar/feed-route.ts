import { everyone } from '../../../../platform/web/access.ts'
import type { WebContext } from '../../../../platform/web/context.ts'
import type { Route } from '../../../../platform/web/route.ts'
import { boardPath } from '../../board.ts'
import { writeFeed } from '../../calendar-feed.ts'
import { findFeedOwner, loadFeed } from '../../calendar-store.ts'

/** `/calendar/<secret>.ics`: what calendars fetch, without a cookie. Whoever has the address is let in. */
export const feedRoute: Route = {
  method: 'GET',
  path: '/calendar/:file',
  access: everyone,
  perMinute: 60,
  handle: sendFeed,
}

async function sendFeed(c: WebContext): Promise<Response> {
  const { services, now } = c.var
  const [, token] = /^([A-Za-z0-9_-]{43})\.ics$/.exec(c.req.param('file') ?? '') ?? []
  const owner = token === undefined ? null : await findFeedOwner(services.db, token)
  // The same words for an address that never was and one that was replaced.
  if (owner === null) return c.text('This calendar is not here (any more).', 404)
  const { actions, sessions } = await loadFeed(services.db, owner, now)
  const boardUrl = (boardId: string) => services.settings.origin + boardPath(owner.organisationSlug, boardId)
  const feed = writeFeed({ locale: owner.locale ?? 'nl', personName: owner.name, actions, sessions, boardUrl, now })
  return c.body(feed, 200, {
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': 'inline; filename="kantelpunt.ics"',
    'cache-control': 'private, max-age=300',
  })
}
