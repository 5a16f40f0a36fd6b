import type { Selectable } from 'kysely'
import type { Trx } from '../../../platform/database/scope.ts'
import type { Record as RecordEntry } from '../../../platform/journal/perform.ts'
import type { ResultTrackTable } from './tables.ts'
import type { Help, Subject, Track, TrackFigure } from './track.ts'

/** Tracks of an organisation or, for a governing body, of its schools; open ones first, then the newest. */
export async function tracksOf(trx: Trx, organisationIds: readonly string[]): Promise<readonly Track[]> {
  if (organisationIds.length === 0) return []
  const rows = await trx
    .selectFrom('result_tracks')
    .selectAll()
    .where('organisation_id', 'in', organisationIds)
    .orderBy('closed_at', (order) => order.desc().nullsFirst())
    .orderBy('started_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(trackOf)
}

export async function findTrack(trx: Trx, organisationId: string, id: string): Promise<Track | null> {
  const row = await trx
    .selectFrom('result_tracks')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : trackOf(row)
}

export interface NewTrack {
  readonly id: string
  readonly organisationId: string
  readonly subject: Subject
  readonly figure: TrackFigure
  readonly reviewOn: string
  readonly now: Date
  readonly by: string
}

/** Begins a track. Where one of this subject is open already that is the answer, and nothing changes. */
export async function startTrack(trx: Trx, record: RecordEntry, track: NewTrack): Promise<string> {
  const { id, organisationId, subject, figure, reviewOn, now, by } = track
  const open = await trx
    .selectFrom('result_tracks')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('subject', '=', subject)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  if (open !== undefined) return open.id
  await trx
    .insertInto('result_tracks')
    .values({
      organisation_id: organisationId,
      id,
      subject,
      school_code: figure.code,
      school_years: figure.schoolYears,
      share_low: figure.low,
      share_high: figure.high,
      norm: figure.norm,
      standing: figure.standing,
      causes: '',
      seen_with_team_on: null,
      read_every_weeks: 4,
      help: [],
      review_on: reviewOn,
      started_at: now,
      started_by: by,
      closed_at: null,
      outcome: '',
    })
    .execute()
  record({ action: 'track-started', subject: `track:${id}`, changes: { subject: [null, subject] } })
  return id
}

export interface TrackEdit {
  readonly causes: string
  readonly seenWithTeamOn: string | null
  readonly readEveryWeeks: number
  readonly help: readonly Help[]
  readonly reviewOn: string
}

/** Writes down what the school found and planned; causes that are left out stay as somebody else wrote them. False where the track is closed or gone. */
export async function editTrack(
  trx: Trx,
  record: RecordEntry,
  at: { readonly organisationId: string; readonly id: string },
  { causes, ...edit }: Omit<TrackEdit, 'causes'> & Partial<TrackEdit>,
): Promise<boolean> {
  const before = await findTrack(trx, at.organisationId, at.id)
  if (before === null || before.closedAt !== null) return false
  await trx
    .updateTable('result_tracks')
    .set({
      causes: causes ?? before.causes,
      seen_with_team_on: edit.seenWithTeamOn,
      read_every_weeks: edit.readEveryWeeks,
      help: edit.help,
      review_on: edit.reviewOn,
    })
    .where('organisation_id', '=', at.organisationId)
    .where('id', '=', at.id)
    .execute()
  record({
    action: 'track-edited',
    subject: `track:${at.id}`,
    changes: {
      causes: [before.causes, causes ?? before.causes],
      seenWithTeamOn: [before.seenWithTeamOn, edit.seenWithTeamOn],
      readEveryWeeks: [before.readEveryWeeks, edit.readEveryWeeks],
      help: [before.help.join(), edit.help.join()],
      reviewOn: [before.reviewOn, edit.reviewOn],
    },
  })
  return true
}

/** Ends a track with what came of it. */
export async function closeTrack(
  trx: Trx,
  record: RecordEntry,
  at: { readonly organisationId: string; readonly id: string },
  { outcome, now }: { readonly outcome: string; readonly now: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('result_tracks')
    .set({ closed_at: now, outcome })
    .where('organisation_id', '=', at.organisationId)
    .where('id', '=', at.id)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  record({ action: 'track-closed', subject: `track:${at.id}`, changes: { outcome: ['', outcome] } })
  return true
}

function trackOf(row: Selectable<ResultTrackTable>): Track {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    subject: row.subject,
    figure: {
      code: row.school_code,
      schoolYears: row.school_years,
      low: row.share_low,
      high: row.share_high,
      norm: row.norm,
      standing: row.standing,
    },
    causes: row.causes,
    seenWithTeamOn: row.seen_with_team_on,
    readEveryWeeks: row.read_every_weeks,
    help: row.help,
    reviewOn: row.review_on,
    startedAt: row.started_at,
    closedAt: row.closed_at,
    outcome: row.outcome,
  }
}
