import type { Database } from '../../platform/database/database.ts'
import { organisationScope, system, type Trx } from '../../platform/database/scope.ts'
import { hashToken } from '../../platform/identity/token.ts'
import type { HolidayRegion } from '../../platform/organisations/organisations.ts'
import { amsterdamDay, type Day } from '../../platform/text/days.ts'
import type { Locale } from '../../platform/text/dictionary.ts'
import type { FeedAction, FeedSession } from './calendar-feed.ts'
import { holidaysAround } from './school-year.ts'
import { comingDays, findRhythm, instantOn } from './session-rhythm.ts'
import { usualSeconds } from './session-timer.ts'

/** Since when somebody has a secret address at an organisation; null: they have none. */
export async function findAddress(trx: Trx, organisationId: string, userId: string): Promise<Date | null> {
  const row = await trx
    .selectFrom('calendar_feeds')
    .select('created_at')
    .where('organisation_id', '=', organisationId)
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return row?.created_at ?? null
}

/** Gives somebody a new secret address; the one they had no longer works. */
export async function setAddress(
  trx: Trx,
  organisationId: string,
  userId: string,
  token: string,
  now: Date,
): Promise<void> {
  const values = { token_hash: hashToken(token), created_at: now }
  await trx
    .insertInto('calendar_feeds')
    .values({ organisation_id: organisationId, user_id: userId, ...values })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'user_id']).doUpdateSet(values))
    .execute()
}

export async function dropAddress(trx: Trx, organisationId: string, userId: string): Promise<void> {
  await trx
    .deleteFrom('calendar_feeds')
    .where('organisation_id', '=', organisationId)
    .where('user_id', '=', userId)
    .execute()
}

/** Whose feed it is. */
export interface FeedOwner {
  readonly organisationId: string
  readonly organisationSlug: string
  readonly holidayRegion: HolidayRegion | null
  readonly userId: string
  readonly name: string
  readonly locale: Locale | null
}

/**
 * Who has this secret address; null for nobody, and for who has left the organisation. As the system: the address is all
 * there is to know who asks.
 */
export function findFeedOwner(db: Database, token: string): Promise<FeedOwner | null> {
  return db.run(system, async (trx) => {
    const row = await trx
      .selectFrom('calendar_feeds')
      .innerJoin('users', 'users.id', 'calendar_feeds.user_id')
      .innerJoin('organisations', 'organisations.id', 'calendar_feeds.organisation_id')
      .select([
        'calendar_feeds.organisation_id as organisationId',
        'organisations.slug as organisationSlug',
        'organisations.holiday_region as holidayRegion',
        'users.id as userId',
        'users.name',
        'users.locale',
      ])
      .where('calendar_feeds.token_hash', '=', hashToken(token))
      .where((eb) =>
        eb.exists(
          eb
            .selectFrom('memberships')
            .select('memberships.user_id')
            .whereRef('memberships.user_id', '=', 'users.id')
            .where((or) =>
              or.or([
                or('memberships.organisation_id', '=', or.ref('organisations.id')),
                or('memberships.organisation_id', '=', or.ref('organisations.parent_id')),
              ]),
            ),
        ),
      )
      .executeTakeFirst()
    return row ?? null
  })
}

/** What somebody's calendar shows: the open actions that are theirs, and the sessions of their teams that are to come. */
export function loadFeed(
  db: Database,
  owner: FeedOwner,
  now: Date,
): Promise<{ readonly actions: readonly FeedAction[]; readonly sessions: readonly FeedSession[] }> {
  return db.run(organisationScope(owner.organisationId, owner.userId), async (trx) => ({
    actions: await actionsOf(trx, owner),
    sessions: await sessionsOf(trx, owner, now),
  }))
}

async function actionsOf(trx: Trx, { organisationId, userId }: FeedOwner): Promise<readonly FeedAction[]> {
  return trx
    .selectFrom('actions')
    .innerJoin('boards', (join) =>
      join.onRef('boards.organisation_id', '=', 'actions.organisation_id').onRef('boards.id', '=', 'actions.board_id'),
    )
    .innerJoin('teams', (join) =>
      join.onRef('teams.organisation_id', '=', 'boards.organisation_id').onRef('teams.id', '=', 'boards.team_id'),
    )
    .select([
      'actions.id',
      'actions.description',
      'actions.due_on as dueOn',
      'boards.id as boardId',
      'teams.name as teamName',
    ])
    .$narrowType<{ dueOn: Day }>()
    .where('actions.organisation_id', '=', organisationId)
    .where('actions.state', '=', 'open')
    .where('actions.removed_at', 'is', null)
    .where('actions.due_on', 'is not', null)
    .where('boards.archived_at', 'is', null)
    .where('boards.kind', '<>', 'class')
    .where((eb) =>
      eb.or([
        eb(eb.val(userId), '=', eb.fn.any('actions.owner_ids')),
        eb.and([
          eb('actions.everyone', '=', true),
          eb.exists(
            eb
              .selectFrom('team_members')
              .select('user_id')
              .whereRef('team_members.organisation_id', '=', 'boards.organisation_id')
              .whereRef('team_members.team_id', '=', 'boards.team_id')
              .where('team_members.user_id', '=', userId),
          ),
        ]),
      ]),
    )
    .orderBy('actions.due_on')
    .orderBy('actions.id')
    .execute()
}

const weeksAhead = 8

async function sessionsOf(trx: Trx, owner: FeedOwner, now: Date): Promise<readonly FeedSession[]> {
  const { organisationId, userId, holidayRegion } = owner
  const held = await trx
    .selectFrom('board_sessions')
    .innerJoin('boards', (join) =>
      join
        .onRef('boards.organisation_id', '=', 'board_sessions.organisation_id')
        .onRef('boards.id', '=', 'board_sessions.board_id'),
    )
    .innerJoin('teams', (join) =>
      join.onRef('teams.organisation_id', '=', 'boards.organisation_id').onRef('teams.id', '=', 'boards.team_id'),
    )
    .innerJoin('team_members', (join) =>
      join
        .onRef('team_members.organisation_id', '=', 'boards.organisation_id')
        .onRef('team_members.team_id', '=', 'boards.team_id'),
    )
    .select(['boards.id as boardId', 'teams.name as teamName', 'started_at as startedAt', 'planned_seconds as planned'])
    .where('board_sessions.organisation_id', '=', organisationId)
    .where('team_members.user_id', '=', userId)
    .where('boards.kind', '=', 'improvement')
    .where('boards.archived_at', 'is', null)
    .where('started_at', '>', new Date(now.getTime() - 70 * 24 * 3600_000))
    .orderBy('started_at', 'desc')
    .execute()
  const today = amsterdamDay(now)
  return [...Map.groupBy(held, ({ boardId }) => boardId)].flatMap(([boardId, sessions]) => {
    const rhythm = findRhythm(
      sessions.map(({ startedAt }) => startedAt),
      today,
    )
    if (rhythm === null) return []
    const seconds = (sessions[0]?.planned ?? usualSeconds).reduce((sum, each) => sum + each, 0)
    return comingDays(rhythm, today, weeksAhead, (day) => isHoliday(day, holidayRegion)).map((day) => ({
      boardId,
      teamName: sessions[0]?.teamName ?? '',
      day,
      start: instantOn(day, rhythm.minutes),
      minutes: Math.round(seconds / 60),
    }))
  })
}

/** Whether schools in a region are closed. Where the year is not known, they are taken to be open. */
function isHoliday(day: Day, region: HolidayRegion | null): boolean {
  return holidaysAround(day, region).some(({ start, end }) => start <= day && day <= end)
}
