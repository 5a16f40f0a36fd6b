import { organisationOf, type WebContext } from '../../../../platform/web/context.ts'
import { refuse } from '../../../../platform/web/refuse.tsx'
import type { Route } from '../../../../platform/web/route.ts'
import { showBody } from './body-page.tsx'
import { onlookers } from './movement-write.ts'
import { showPartner } from './partner-page.tsx'
import { showSchool } from './school-page.tsx'

/** What an organisation shows to the others, and what it can find with them: of a school, a governing body, a partner. */
export const ownRoute: Route = {
  method: 'GET',
  path: '/s/:organisation/movement',
  access: onlookers,
  handle: showOwn,
}

function showOwn(c: WebContext): Response | Promise<Response> {
  switch (organisationOf(c).kind) {
    case 'school':
      return showSchool(c)
    case 'board':
      return showBody(c)
    case 'partner':
      return showPartner(c)
    default:
      return refuse(c, 'not-found')
  }
}
