import { randomInt } from 'node:crypto'
import { z } from 'zod'
import type { Trx } from '../../../../platform/database/scope.ts'
import { actorOf } from '../../../../platform/identity/viewer.ts'
import type { Record as RecordEntry } from '../../../../platform/journal/perform.ts'
import { performSubmission } from '../../../../platform/web/answer.ts'
import { organisationOf, type WebContext } from '../../../../platform/web/context.ts'
import { describeErrors } from '../../../../platform/web/field-error.ts'
import { readForm, type Submission } from '../../../../platform/web/form.ts'
import { refuse } from '../../../../platform/web/refuse.tsx'
import { refuseForm } from '../../../../platform/web/refuse-form.ts'
import type { Route } from '../../../../platform/web/route.ts'
import { closeRound } from '../close-round.ts'
import { addNote, removeNote, weighIdea } from '../note-store.ts'
import { roundPath, roundStream } from '../round.ts'
import type { Round } from '../round-store.ts'
import { voiceText } from '../text.ts'
import { removeWords, showWords, tellPupils } from '../words-store.ts'
import { askers, roundIn } from './round-access.ts'
import { showRound } from './round-page.tsx'

interface RoundWrite<T> {
  readonly c: WebContext
  readonly trx: Trx
  readonly record: RecordEntry
  readonly organisationId: string
  readonly round: Round
  readonly submission: Submission
  readonly value: T
}

interface RoundForm<T> {
  readonly path: string
  readonly schema: z.ZodType<T>
  /** What is sent must not be found back in the journal, not even as a hash: the words of pupils. */
  readonly unseen?: boolean
  readonly may?: (round: Round) => boolean
  /** Only who reads open answers first. */
  readonly first?: boolean
  /** False where the thing it is about is gone. */
  readonly work: (write: RoundWrite<T>) => Promise<boolean>
  readonly page?: boolean
  readonly to?: string
}

/** A form on the page of a round, for who leads it. */
function roundForm<T>({ path, schema, unseen, may, first, work, page, to = '' }: RoundForm<T>): Route {
  return {
    method: 'POST',
    path: `/s/:organisation/pupils/rounds/:round/${path}`,
    access: askers,
    handle: async (c) => {
      const opened = await roundIn(c)
      if (opened === null) return refuse(c, 'not-found')
      const { round, leads, readsFirst } = opened
      if (!leads || (first === true && !readsFirst)) return refuse(c, 'not-yours')
      const read = await readForm(c, schema)
      const labels = { told: voiceText(c.var.locale).round.doneField, words: voiceText(c.var.locale).round.note }
      if (!read.ok) {
        if (page === true) return refuseForm(c, read, labels, (filled) => showRound(c, filled))
        return refuse(c, 'form', { errors: describeErrors(c.var.locale, read.errors, labels) })
      }
      if (may?.(round) === false) return refuse(c, 'not-found')
      const { submission, value } = read
      const seen = unseen === true ? { ...submission, values: {} } : submission
      const { id: organisationId, slug } = organisationOf(c)
      const { result } = await performSubmission(c, roundStream(round.id), seen, (trx, record) =>
        work({ c, trx, record, organisationId, round, submission, value }),
      )
      return result ? c.redirect(`${roundPath(slug, round.id)}${to}`, 303) : refuse(c, 'not-found')
    },
  }
}

const isArena = (round: Round) => round.kind === 'arena'
const step = z.coerce.number().int().min(1).max(5)

const notes = roundForm({
  path: 'notes',
  schema: z.object({
    kind: z.enum(['heard', 'idea']),
    question: z.coerce.number().int().min(0).max(9).default(0),
    words: z.string().max(300),
  }),
  unseen: true,
  may: (round) => isArena(round) && round.doneAt === null,
  work: async ({ c, trx, record, organisationId, round, submission, value }) => {
    await addNote(trx, record, { id: submission.id, organisationId, roundId: round.id, ...value, now: c.var.now })
    return true
  },
})

const removedNotes = roundForm({
  path: 'removed-notes',
  schema: z.object({ note: z.uuid() }),
  may: isArena,
  work: ({ c, trx, record, organisationId, round, value }) =>
    removeNote(trx, record, { organisationId, roundId: round.id, id: value.note }, c.var.now),
})

const weights = roundForm({
  path: 'weights',
  schema: z.object({ note: z.uuid(), effect: step, feasible: step }),
  may: isArena,
  work: ({ trx, record, organisationId, round, value: { note, ...weight } }) =>
    weighIdea(trx, record, { organisationId, roundId: round.id, id: note }, weight),
})

const removedWords = roundForm({
  path: 'removed-words',
  first: true,
  schema: z.object({ words: z.uuid() }),
  work: ({ c, trx, record, organisationId, round, value }) =>
    removeWords(trx, record, organisationId, round.id, value.words, c.var.now),
})

const shown = roundForm({
  path: 'shown',
  first: true,
  schema: z.object({}),
  may: (round) => round.closedAt !== null,
  work: async ({ c, trx, record, organisationId, round }) => {
    await showWords(trx, record, organisationId, round.id, c.var.now)
    return true
  },
})

const done = roundForm({
  path: 'done',
  schema: z.object({ told: z.string().max(1000) }),
  page: true,
  may: (round) => round.closedAt !== null,
  work: ({ c, trx, record, organisationId, round, value }) =>
    tellPupils(trx, record, organisationId, round.id, value.told, c.var.now),
  to: '#done',
})

/** Closing reads the answers, which this person's own transactions can't: the step does so as the system. */
const close: Route = {
  method: 'POST',
  path: '/s/:organisation/pupils/rounds/:round/close',
  access: askers,
  handle: async (c) => {
    const opened = await roundIn(c)
    if (opened === null) return refuse(c, 'not-found')
    if (!opened.leads) return refuse(c, 'not-yours')
    const { submission } = await readForm(c, z.object({}).loose())
    const { id: organisationId, slug } = organisationOf(c)
    const { services, visit, now } = c.var
    await closeRound(services.db, {
      organisationId,
      roundId: opened.round.id,
      operation: submission.id,
      actor: actorOf(visit.viewer),
      newId: services.newId,
      randomBelow: (limit) => randomInt(limit),
      now,
    })
    return c.redirect(roundPath(slug, opened.round.id), 303)
  },
}

export const roundWriteRoutes: readonly Route[] = [close, shown, removedWords, done, notes, removedNotes, weights]
