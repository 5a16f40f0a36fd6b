import { anyMemberOrGuest } from './access.ts'
import { withinScope } from './context.ts'
import { findReference } from './reference.ts'
import { refuse } from './refuse.tsx'
import type { Route } from './route.ts'

/** Leads from a chip to the page of what it names. */
export const referenceRoute: Route = {
  method: 'GET',
  path: '/s/:organisation/references/:kind/:id',
  access: anyMemberOrGuest('session', 'pupil'),
  handle: async (c) => {
    const key = `${c.req.param('kind')}:${c.req.param('id')}`
    const { services, visit, locale } = c.var
    const found = await withinScope(c, (trx) => findReference(trx, services.references, { visit, locale }, key))
    return found === null ? refuse(c, 'not-found') : c.redirect(found.href, 303)
  },
}
