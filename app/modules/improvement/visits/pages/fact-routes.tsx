import { z } from 'zod'
import { Alert } from '../../../../platform/ui/index.ts'
import { organisationOf, personOf, type WebContext, withinScope } from '../../../../platform/web/context.ts'
import { readForm } from '../../../../platform/web/form.ts'
import { turboStream } from '../../../../platform/web/page.tsx'
import { refuse, wantsData } from '../../../../platform/web/refuse.tsx'
import { refuseForm } from '../../../../platform/web/refuse-form.ts'
import type { Route } from '../../../../platform/web/route.ts'
import { addFact, findSeen, removeFact, startWatching } from '../seen-store.ts'
import { seenText } from '../text.seen.ts'
import { visitsText } from '../text.ts'
import { seenPath, type Visit, visitPath, visitsPath } from '../visit.ts'
import { finishVisit, type VisitKey } from '../visit-store.ts'
import { FactList } from './fact-list.tsx'
import { type OpenSeen, performVisit, streamOf, visitMembers, withSeen } from './visit-write.ts'
import { showWatch } from './watch-page.tsx'

const path = '/s/:organisation/visits/:visit/seen'
const factForm = z.object({ kind: z.enum(['seen', 'heard']).default('seen'), words: z.string().max(400) })

/**
 * What is written in the lesson. None of it is in the journal, in a live stream or in the list of operations: a line has
 * the id of its operation, so that sending it again changes nothing.
 */
export const factRoutes: readonly Route[] = [
  post('/start', ['visitor'], async (c, { key }) => {
    const { submission } = await readForm(c, z.object({}))
    await withinScope(c, (trx) => startWatching(trx, key, new Date(submission.writtenAt)))
    return wantsData(c) ? turboStream(c, '') : back(c, key)
  }),
  post('/facts', ['visitor'], write),
  post('/facts/remove', ['visitor', 'receiver'], remove),
  post('/done', ['visitor', 'receiver'], finish),
]

function post(
  end: string,
  allowed: readonly OpenSeen['by'][],
  then: (c: WebContext, open: OpenSeen) => Promise<Response>,
): Route {
  return {
    method: 'POST',
    path: `${path}${end}`,
    access: visitMembers,
    handle: (c) =>
      withSeen(
        c,
        allowed,
        (open) => then(c, open),
        (visit) => (visit.visitorId === personOf(c).id ? takenAway(c, visit, 'gone') : refuse(c, 'not-found')),
      ),
  }
}

async function write(c: WebContext, open: OpenSeen): Promise<Response> {
  const { key, visit } = open
  const read = await readForm(c, factForm)
  if (!read.ok) {
    const labels = { words: seenText(c.var.locale).watch.words }
    return refuseForm(c, read, labels, (filled) => showWatch(c, open, filled))
  }
  const { id, writtenAt } = read.submission
  const fact = { id, ...read.value, noticedAt: new Date(writtenAt) }
  const written = await withinScope(c, (trx) => addFact(trx, key, fact))
  return written ? shown(c, key) : takenAway(c, visit, 'late')
}

async function remove(c: WebContext, { key }: OpenSeen): Promise<Response> {
  const read = await readForm(c, z.object({ fact: z.uuid() }))
  if (!read.ok) return refuse(c, 'not-found')
  await withinScope(c, (trx) => removeFact(trx, key, read.value.fact))
  return shown(c, key)
}

/** The lines as they stand: to this device only, nothing of it goes to others. */
async function shown(c: WebContext, key: VisitKey): Promise<Response> {
  if (!wantsData(c)) return back(c, key)
  const seen = await withinScope(c, (trx) => findSeen(trx, key))
  const removeAction = `${seenPath(organisationOf(c).slug, key.id)}/facts/remove`
  return turboStream(
    c,
    <turbo-stream action="replace" target="facts">
      <template>
        <FactList locale={c.var.locale} facts={seen?.facts ?? []} removeAction={removeAction} />
      </template>
    </turbo-stream>,
  )
}

/** Done watching: from now on the school counts a visit, and the talk begins. */
async function finish(c: WebContext, { visit, key }: OpenSeen): Promise<Response> {
  const read = await readForm(c, z.object({}))
  if (visit.state === 'taken') {
    await performVisit(c, streamOf(key), read.submission, {}, (trx, record) => finishVisit(trx, record, key, c.var.now))
  }
  return c.redirect(`${seenPath(organisationOf(c).slug, key.id)}/talk`, 303)
}

/**
 * There is no place for it any more: the receiver took everything away, or the talk is done. The answer is no refusal but a
 * yes, so that the device forgets what waited on it; in place of the page it says so.
 */
function takenAway(c: WebContext, { id, receiverName }: Visit, why: 'gone' | 'late'): Response {
  const { slug } = organisationOf(c)
  if (!wantsData(c)) return c.redirect(visitPath(slug, id), 303)
  const words = seenText(c.var.locale).watch[why]
  return turboStream(
    c,
    <turbo-stream action="update" target="main">
      <template>
        <section class="stack" id="taken-away">
          <h1>{words.title}</h1>
          <Alert kind="warning" live>
            {words.lead(receiverName)}
          </Alert>
          <p>
            <a href={visitsPath(slug)}>{visitsText(c.var.locale).title}</a>
          </p>
        </section>
      </template>
    </turbo-stream>,
  )
}

function back(c: WebContext, { id }: VisitKey): Response {
  return c.redirect(seenPath(organisationOf(c).slug, id), 303)
}
