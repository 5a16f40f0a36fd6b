import type { Domain } from '@kantelpunt/school-results'
import { sql } from 'kysely'
import type { Trx } from '../../../platform/database/scope.ts'
import type { Record as RecordEntry } from '../../../platform/journal/perform.ts'
import type { Helper } from './find-helpers.ts'
import './tables.ts'

export interface HelpRequest {
  readonly id: string
  readonly askerId: string
  readonly askerName: string
  readonly trackId: string
  readonly domain: Domain
  readonly askedId: string
  readonly askedName: string
  readonly message: string
  readonly askedAt: Date
  readonly withdrawnAt: Date | null
  /** The day of the visit, once the asker noted that it was. */
  readonly heldOn: string | null
  readonly answer: 'yes' | 'no' | null
  /** The day that the other school offers, with a yes. */
  readonly visitOn: string | null
  readonly words: string
}

/** What a request waits for. */
export type RequestState = 'waiting' | 'yes' | 'no' | 'withdrawn' | 'held'

export function requestState({ withdrawnAt, heldOn, answer }: HelpRequest): RequestState {
  if (withdrawnAt !== null) return 'withdrawn'
  if (heldOn !== null) return 'held'
  return answer ?? 'waiting'
}

/** A track asks so many schools at most before one of them has answered. */
export const mostWaiting = 3
/** And one school so often, with what was taken back: each time is a letter to it. */
const mostOfASchool = 2

/** Every request in which one of those organisations is a side, the newest first. Those of others are never there. */
export async function requestsOf(trx: Trx, organisationIds: readonly string[]): Promise<readonly HelpRequest[]> {
  if (organisationIds.length === 0) return []
  return trx
    .selectFrom('result_help_requests as r')
    .leftJoin('result_help_answers as a', (join) =>
      join.onRef('a.asker_id', '=', 'r.organisation_id').onRef('a.request_id', '=', 'r.id'),
    )
    .select([
      'r.id',
      'r.organisation_id as askerId',
      'r.school_name as askerName',
      'r.track_id as trackId',
      'r.subject as domain',
      'r.asked_id as askedId',
      'r.asked_name as askedName',
      'r.message',
      'r.asked_at as askedAt',
      'r.withdrawn_at as withdrawnAt',
      'r.held_on as heldOn',
      'a.answer',
      'a.visit_on as visitOn',
    ])
    .select((e) => e.fn.coalesce('a.words', sql<string>`''`).as('words'))
    .where((e) => e.or([e('r.organisation_id', 'in', organisationIds), e('r.asked_id', 'in', organisationIds)]))
    .orderBy('r.asked_at', 'desc')
    .orderBy('r.id')
    .execute()
}

export async function findRequest(trx: Trx, organisationId: string, id: string): Promise<HelpRequest | null> {
  return (await requestsOf(trx, [organisationId])).find((request) => request.id === id) ?? null
}

interface NewRequest {
  readonly id: string
  readonly organisationId: string
  readonly trackId: string
  readonly helper: Pick<Helper, 'organisationId' | 'domain' | 'name'>
  readonly message: string
  readonly now: Date
}

export type Asked = 'asked' | 'asked-before' | 'too-many'

/** Asks a willing school for help with a track. Who calls has looked whether that school is one to ask. */
export async function askForHelp(trx: Trx, record: RecordEntry, wish: NewRequest): Promise<Asked> {
  const { id, organisationId, trackId, helper, message, now } = wish
  const everOfTrack = (await requestsOf(trx, [organisationId])).filter((request) => request.trackId === trackId)
  const ofTrack = everOfTrack.filter(({ withdrawnAt }) => withdrawnAt === null)
  const isSame = (request: HelpRequest) => request.askedId === helper.organisationId && request.domain === helper.domain
  if (ofTrack.some(isSame) || everOfTrack.filter(isSame).length >= mostOfASchool) return 'asked-before'
  if (ofTrack.filter(({ answer }) => answer === null).length >= mostWaiting) return 'too-many'
  const { name } = await trx
    .selectFrom('organisations')
    .select('name')
    .where('id', '=', organisationId)
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('result_help_requests')
    .values({
      organisation_id: organisationId,
      id,
      track_id: trackId,
      subject: helper.domain,
      school_name: name,
      asked_id: helper.organisationId,
      asked_name: helper.name,
      message,
      asked_at: now,
      withdrawn_at: null,
      held_on: null,
    })
    .execute()
  record({ action: 'help-asked', subject: `help:${id}`, changes: { of: [null, helper.organisationId] } })
  return 'asked'
}

export type HelpAnswer =
  | { readonly answer: 'yes'; readonly visitOn: string; readonly words: string }
  | { readonly answer: 'no'; readonly visitOn: null; readonly words: string }

/** Answers a request, or answers it again; the words stand in no journal. False where it waits for none any more, or said just this. */
export async function answerHelp(
  trx: Trx,
  record: RecordEntry,
  request: HelpRequest,
  { answer, now }: { readonly answer: HelpAnswer; readonly now: Date },
): Promise<boolean> {
  if (!['waiting', 'yes', 'no'].includes(requestState(request))) return false
  const isSaid =
    request.answer === answer.answer && request.visitOn === answer.visitOn && request.words === answer.words
  if (isSaid) return false
  const values = { answer: answer.answer, visit_on: answer.visitOn, words: answer.words, answered_at: now }
  await trx
    .insertInto('result_help_answers')
    .values({ organisation_id: request.askedId, request_id: request.id, asker_id: request.askerId, ...values })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'request_id']).doUpdateSet(values))
    .execute()
  record({
    action: 'help-answered',
    subject: `help:${request.id}`,
    changes: { answer: [request.answer, answer.answer], visitOn: [request.visitOn, answer.visitOn] },
  })
  return true
}

/** The asker takes a request back. False where a visit was held, or it was taken back before. */
export async function withdrawHelp(trx: Trx, record: RecordEntry, request: HelpRequest, now: Date): Promise<boolean> {
  const changed = await trx
    .updateTable('result_help_requests')
    .set({ withdrawn_at: now })
    .where('organisation_id', '=', request.askerId)
    .where('id', '=', request.id)
    .where('withdrawn_at', 'is', null)
    .where('held_on', 'is', null)
    .executeTakeFirst()
  if (changed.numUpdatedRows !== 1n) return false
  record({ action: 'help-withdrawn', subject: `help:${request.id}` })
  return true
}

/** The asker notes on which day they came to look. False where no yes was said. */
export async function noteHeld(trx: Trx, record: RecordEntry, request: HelpRequest, on: string): Promise<boolean> {
  if (!['yes', 'held'].includes(requestState(request))) return false
  await trx
    .updateTable('result_help_requests')
    .set({ held_on: on })
    .where('organisation_id', '=', request.askerId)
    .where('id', '=', request.id)
    .execute()
  record({ action: 'help-held', subject: `help:${request.id}`, changes: { heldOn: [request.heldOn, on] } })
  return true
}

/** One of the leaders of the other side of a request. */
export interface OtherSide {
  readonly name: string
  readonly email: string
  readonly locale: 'nl' | 'en' | null
  /** Of their organisation, in addresses. */
  readonly slug: string
}

/** Who leads the other side of a request; nobody for who is no side of it. */
export async function otherSideOf(trx: Trx, requestId: string): Promise<readonly OtherSide[]> {
  const { rows } = await sql<OtherSide>`
    select name, email, locale, slug from result_help_other_side(${requestId})`.execute(trx)
  return rows
}
