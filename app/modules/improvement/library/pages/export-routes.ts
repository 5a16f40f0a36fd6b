import { anyMember, everyone } from '../../../../platform/web/access.ts'
import type { WebContext } from '../../../../platform/web/context.ts'
import { refuse } from '../../../../platform/web/refuse.tsx'
import type { Route } from '../../../../platform/web/route.ts'
import { jsonLdOf } from '../export-json-ld.ts'
import { lomOf } from '../export-lom.ts'
import { type SharedLesson, sharedPath } from '../shared-lesson.ts'
import { sharedIn } from './shared-page.tsx'

const xml = 'application/xml; charset=utf-8'
const jsonLd = 'application/ld+json; charset=utf-8'

/** A shared lesson as a file for other catalogues. */
export const exportRoutes: readonly Route[] = (['/s/:organisation/library', '/library'] as const).flatMap((library) => {
  const access = library === '/library' ? everyone : anyMember
  const file = (name: string, type: string, write: (lesson: SharedLesson, address: string) => string): Route => ({
    method: 'GET',
    path: `${library}/:shared/${name}`,
    access,
    handle: (c) => sendFile(c, type, write),
  })
  return [
    file('nl-lom.xml', xml, lomOf),
    file('lesson.jsonld', jsonLd, (lesson, address) => `${JSON.stringify(jsonLdOf(lesson, address), null, 2)}\n`),
  ]
})

async function sendFile(
  c: WebContext,
  type: string,
  write: (lesson: SharedLesson, address: string) => string,
): Promise<Response> {
  const shared = await sharedIn(c)
  if (shared === null) return refuse(c, 'not-found')
  const slug = shared.reach === 'open' ? null : (c.var.visit.organisation?.slug ?? null)
  const address = `${c.var.services.settings.origin}${sharedPath(slug, shared.id)}`
  if (c.var.visit.viewer.kind !== 'nobody') c.header('cache-control', 'no-store')
  return c.body(write(shared, address), 200, { 'content-type': type })
}
