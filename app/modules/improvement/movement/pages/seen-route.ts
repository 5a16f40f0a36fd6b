import { z } from 'zod'
import { organisationOf, type WebContext } from '../../../../platform/web/context.ts'
import { readForm } from '../../../../platform/web/form.ts'
import { refuse } from '../../../../platform/web/refuse.tsx'
import type { Route } from '../../../../platform/web/route.ts'
import { chooseSeen } from '../seen-store.ts'
import { asSide, movementPath, performMovement, speakers } from './movement-write.ts'

const form = z.object({ seen: z.enum(['yes', 'no']) })

/** The leader lets the school be seen, or takes it out of sight again. */
export const seenRoute: Route = {
  method: 'POST',
  path: '/s/:organisation/movement/seen',
  access: speakers,
  handle: (c) => asSide(c, 'school', () => choose(c)),
}

async function choose(c: WebContext): Promise<Response> {
  const read = await readForm(c, form)
  if (!read.ok) return refuse(c, 'form')
  const organisationId = organisationOf(c).id
  await performMovement(c, read.submission, (trx, record) =>
    chooseSeen(trx, record, { organisationId, seen: read.value.seen === 'yes', now: c.var.now }),
  )
  return c.redirect(movementPath(c), 303)
}
