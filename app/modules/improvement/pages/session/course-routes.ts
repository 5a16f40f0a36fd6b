import { z } from 'zod'
import type { Route } from '../../../../platform/web/route.ts'
import { sessionSteps } from '../../session.ts'
import { bringForward, markSeen, moveSession, planTime, stretchTime } from '../../session-course-store.ts'
import { sessionText } from '../../text.session.ts'
import { boardForm } from '../board-form.ts'
import { isCardOf } from './card-of.ts'
import { done, gone, sessionWrite } from './session-write.ts'

/** The session goes to another step. */
const stepRoute = boardForm({
  path: '/session/step',
  schema: z.object({ step: z.coerce.number().int().min(1).max(sessionSteps.length) }),
  work: async (write) => {
    await moveSession(sessionWrite(write), write.value.step, write.writing.writtenAt)
    return done
  },
})

const changes = {
  'step+60': { what: 'step', seconds: 60 },
  'step-60': { what: 'step', seconds: -60 },
  'session+300': { what: 'session', seconds: 300 },
  'session-300': { what: 'session', seconds: -300 },
} as const

/** A step or the whole session gets longer or shorter. */
const timeRoute = boardForm({
  path: '/session/time',
  schema: z.object({ change: z.enum(['step+60', 'step-60', 'session+300', 'session-300']) }),
  work: async (write) => {
    const { what, seconds } = changes[write.value.change]
    await stretchTime(sessionWrite(write), what, seconds)
    return done
  },
})

const minutes = z.coerce.number().min(0.5).max(60)

/** The time of each step is planned anew. */
const planRoute = boardForm({
  path: '/session/plan',
  schema: z.object({ minutes1: minutes, minutes2: minutes, minutes3: minutes, minutes4: minutes, minutes5: minutes }),
  labels: (locale) => {
    const words = sessionText(locale)
    return Object.fromEntries(
      sessionSteps.map((step, index) => [`minutes${index + 1}`, words.settings.minutes(words.steps[step])]),
    )
  },
  work: async (write) => {
    const { minutes1, minutes2, minutes3, minutes4, minutes5 } = write.value
    const seconds = [minutes1, minutes2, minutes3, minutes4, minutes5].map((each) => Math.round(each * 60))
    await planTime(sessionWrite(write), seconds)
    return done
  },
  to: (_c, path) => `${path}/session/settings`,
})

/** A goal or an action was talked about, or another one comes forward. */
const turnRoute = boardForm({
  path: '/session/turn',
  schema: z.object({ forward: z.uuid().optional(), seen: z.uuid().optional() }),
  work: async (write) => {
    const { forward, seen } = write.value
    for (const card of [forward, seen]) {
      if (card !== undefined && !(await isCardOf(write.trx, write.place, card))) return gone
    }
    const session = sessionWrite(write)
    if (seen !== undefined) await markSeen(session, [seen])
    if (forward !== undefined) await bringForward(session, forward)
    return done
  },
})

export const courseRoutes: readonly Route[] = [stepRoute, timeRoute, planRoute, turnRoute]
