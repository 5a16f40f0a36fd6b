import type { Context } from 'hono'
import { organisationScope, type Scope, type Trx } from '../database/scope.ts'
import type { OrganisationRef, Person, Visit } from '../identity/viewer.ts'
import type { Locale } from '../text/dictionary.ts'
import type { Services } from './services.ts'

export interface WebEnv {
  Variables: {
    services: Services
    visit: Visit
    locale: Locale
    /** One moment for the whole request. */
    now: Date
    requestId: string
    /** Pattern of the route that answers, such as `/s/:organisation/boards/:board`; `-` where there is none. */
    route: string
  }
}

/** Hono's context with what is known of the request. */
export type WebContext = Context<WebEnv>

/** The organisation in the path. Only for routes under `/s/:organisation`; elsewhere it throws. */
export function organisationOf(c: WebContext): OrganisationRef {
  const { organisation } = c.var.visit
  if (organisation === null) throw new Error(`Route ${c.req.path} has no organisation in its path.`)
  return organisation
}

/** The signed-in person. Only for routes that let in nobody else; elsewhere it throws. */
export function personOf(c: WebContext): Person {
  const { viewer } = c.var.visit
  if (viewer.kind !== 'person') throw new Error(`Route ${c.req.path} was reached by ${viewer.kind}.`)
  return viewer
}

/**
 * What this request may see: the organisation in the path and, for a governing body, its schools. Without an
 * organisation: the person's own rows.
 */
export function scopeOf(c: WebContext): Scope {
  const { organisation, viewer, schoolIds } = c.var.visit
  const userId = viewer.kind === 'person' ? viewer.id : null
  if (organisation === null) return { kind: 'person', userId, organisationIds: [] }
  if (schoolIds.length === 0) return organisationScope(organisation.id, userId)
  return { kind: 'person', userId, organisationIds: [organisation.id, ...schoolIds] }
}

/** Runs queries of this request in one transaction under its scope. */
export function withinScope<T>(c: WebContext, work: (trx: Trx) => Promise<T>): Promise<T> {
  return c.var.services.db.run(scopeOf(c), work)
}
