import { z } from 'zod'
import { organisationOf, personOf, type WebContext, withinScope } from '../../../../platform/web/context.ts'
import { readForm } from '../../../../platform/web/form.ts'
import { refuse } from '../../../../platform/web/refuse.tsx'
import { refuseForm } from '../../../../platform/web/refuse-form.ts'
import type { Route } from '../../../../platform/web/route.ts'
import { colleaguesOf } from '../colleagues-store.ts'
import { closeForOthers, deleteSeen, shareSeen, unshareSeen, writeTry } from '../seen-store.ts'
import { seenText } from '../text.seen.ts'
import { seenPath, visitsPath } from '../visit.ts'
import { finishVisit, withdrawVisit } from '../visit-store.ts'
import { showSeen } from './seen-page.tsx'
import { type OpenSeen, performVisit, streamOf, visitMembers, withSeen } from './visit-write.ts'

const readerForm = z.object({ reader: z.uuid() })

/** What only the receiver can do. Nothing of it is told to anybody: no journal, no mail, no stream. */
export const ownRoutes: readonly Route[] = [
  own('/try', write),
  own('/share', share),
  own('/unshare', async (c, { key }) => {
    const read = await readForm(c, readerForm)
    if (!read.ok) return refuse(c, 'not-found')
    await withinScope(c, (trx) => unshareSeen(trx, key, read.value.reader))
    return back(c, key.id)
  }),
  own('/close', async (c, { key }) => {
    await withinScope(c, (trx) => closeForOthers(trx, key))
    return back(c, key.id)
  }),
  own('/delete', async (c, { key, visit, seen }) => {
    const { submission } = await readForm(c, z.object({}))
    // Nobody waits for a visit that is gone: one that had begun was held, another is withdrawn.
    if (visit.state === 'taken') {
      await performVisit(c, streamOf(key), submission, {}, (trx, record) =>
        seen.startedAt === null ? withdrawVisit(trx, record, key, 'taken') : finishVisit(trx, record, key, c.var.now),
      )
    }
    await withinScope(c, (trx) => deleteSeen(trx, key))
    return c.redirect(visitsPath(organisationOf(c).slug), 303)
  }),
]

function own(end: string, then: (c: WebContext, open: OpenSeen) => Promise<Response>): Route {
  return {
    method: 'POST',
    path: `/s/:organisation/visits/:visit/seen${end}`,
    access: visitMembers,
    handle: (c) => withSeen(c, ['receiver'], (open) => then(c, open)),
  }
}

async function write(c: WebContext, open: OpenSeen): Promise<Response> {
  const read = await readForm(c, z.object({ tries: z.string().max(400).default('') }))
  if (!read.ok) {
    const labels = { tries: seenText(c.var.locale).tries.field }
    return refuseForm(c, read, labels, (filled) => showSeen(c, open, filled))
  }
  const { submission, value } = read
  const writtenAt = new Date(submission.writtenAt)
  await withinScope(c, (trx) => writeTry(trx, open.key, personOf(c).id, value.tries, writtenAt))
  return back(c, open.key.id)
}

/** With somebody of the school, by name. */
async function share(c: WebContext, { key }: OpenSeen): Promise<Response> {
  const read = await readForm(c, readerForm)
  if (!read.ok) return back(c, key.id)
  const { reader } = read.value
  const me = personOf(c).id
  const shared = await withinScope(c, async (trx) => {
    const colleagues = await colleaguesOf(trx, key.organisationId, me)
    if (!colleagues.some(({ id }) => id === reader)) return false
    await shareSeen(trx, key, me, reader, c.var.now)
    return true
  })
  return shared ? back(c, key.id) : refuse(c, 'not-found')
}

function back(c: WebContext, id: string): Response {
  return c.redirect(seenPath(organisationOf(c).slug, id), 303)
}
