import { z } from 'zod'
import { keyedHash } from '../../../../platform/identity/token.ts'
import { actorOf } from '../../../../platform/identity/viewer.ts'
import { perform } from '../../../../platform/journal/perform.ts'
import { moods } from '../../../../platform/ui/index.ts'
import { organisationOf, scopeOf, type WebContext, withinScope } from '../../../../platform/web/context.ts'
import { readForm } from '../../../../platform/web/form.ts'
import { turboStream } from '../../../../platform/web/page.tsx'
import { refuse, wantsData } from '../../../../platform/web/refuse.tsx'
import type { Route } from '../../../../platform/web/route.ts'
import { boardPath, boardStream } from '../../board.ts'
import { findBoard } from '../../board-store.ts'
import { checkIn, countFace } from '../../check-in-store.ts'
import type { Face } from '../../tables.ts'
import { OwnFace, ownFaceId } from '../../zones/check-in/phone-check-in.tsx'
import { boardForm, boardWriters } from '../board-form.ts'
import { done, sessionWrite } from './session-write.ts'

/** One more or fewer, counted together on one device. */
const facesRoute = boardForm({
  path: '/session/faces',
  schema: z.object({ face: z.enum(moods), by: z.enum(['1', '-1']) }),
  work: async (write) => {
    const face = (moods.indexOf(write.value.face) + 1) as Face
    await countFace(sessionWrite(write), face, write.value.by === '1' ? 1 : -1)
    return done
  },
})

const faceForm = z.object({
  session: z.uuid(),
  face: z.enum(['1', '2', '3']).transform((face) => Number(face) as Face),
})

/**
 * One person's face. Not by `boardForm`: what was sent is kept there as a fingerprint beside the name of who sent it, and
 * of three possible faces a fingerprint gives away the one. The answer is for this person alone.
 */
const faceRoute: Route = {
  method: 'POST',
  path: '/s/:organisation/boards/:board/session/face',
  access: boardWriters,
  handle: chooseFace,
}

async function chooseFace(c: WebContext): Promise<Response> {
  const open = await withinScope(c, (trx) => findBoard(trx, c.var.visit, c.req.param('board') ?? ''))
  if (open === null) return refuse(c, 'not-found')
  if (open.audience !== 'writes') return refuse(c, 'not-yours')
  const form = await readForm(c, faceForm)
  if (!form.ok) return refuse(c, 'form')
  const { services, visit, now, locale } = c.var
  const { id: organisationId, slug } = organisationOf(c)
  const boardId = open.board.id
  const { session, face } = form.value
  const who = whoIn(services.settings.secret, session, actorOf(visit.viewer))
  const operation = {
    organisationId,
    stream: boardStream(boardId),
    actor: actorOf(visit.viewer),
    id: form.submission.id,
    content: { path: c.req.path },
    at: now,
  }
  await perform(services.db, scopeOf(c), operation, (trx, record) =>
    checkIn({ trx, record, organisationId, boardId, now }, session, who, face),
  )
  const path = boardPath(slug, boardId)
  if (!wantsData(c)) return c.redirect(`${path}/session/phone`, 303)
  return turboStream(
    c,
    <turbo-stream action="update" target={ownFaceId(session)}>
      <template>
        <OwnFace locale={locale} path={path} sessionId={session} face={face} />
      </template>
    </turbo-stream>,
  )
}

/** A person in one session, as a hash that is of no use elsewhere. */
export function whoIn(secret: string, sessionId: string, actor: string): string {
  return keyedHash(secret, 'check-in', `${sessionId} ${actor}`)
}

export const checkInRoutes: readonly Route[] = [facesRoute, faceRoute]
