import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Trx } from '../../../platform/database/scope.ts'
import type { Visit } from '../../../platform/identity/viewer.ts'
import { type Day, startOfDay } from '../../../platform/text/days.ts'
import type { PastDesign } from './groups.ts'
import { isOfWholeSchool } from './lesson.ts'
import { type Plan, readPlan } from './plan.ts'

export interface Team {
  readonly id: string
  readonly slug: string
  readonly name: string
}

/** The teams for which this visitor designs: their own, or all of the school for coach and leader. */
export async function teamsFor(trx: Trx, visit: Visit): Promise<readonly Team[]> {
  const { viewer, organisation, roles } = visit
  if (viewer.kind !== 'person' || organisation === null) return []
  const teams = trx
    .selectFrom('teams')
    .select(['teams.id', 'teams.slug', 'teams.name'])
    .where('teams.organisation_id', '=', organisation.id)
    .where('teams.archived_at', 'is', null)
    .orderBy('teams.name')
  if (isOfWholeSchool(roles)) return teams.execute()
  return teams
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('team_members')
          .select('user_id')
          .whereRef('team_members.organisation_id', '=', 'teams.organisation_id')
          .whereRef('team_members.team_id', '=', 'teams.id')
          .where('team_members.user_id', '=', viewer.id),
      ),
    )
    .execute()
}

export interface ListedLesson {
  readonly id: string
  /** The goal of a board that it hangs on. */
  readonly goalId: string | null
  readonly title: string
  readonly subject: string
  readonly year: string
  readonly teamName: string
  readonly designers: readonly string[]
  /** Of its newest version. */
  readonly number: number
  readonly plan: Plan
  readonly taughtOn: Day | null
  readonly className: string
  readonly evaluated: boolean
}

/** The lessons that this visitor may see, newest version each; those of which a version was begun last first. */
export async function lessonsFor(trx: Trx, visit: Visit): Promise<readonly ListedLesson[]> {
  const { viewer, organisation } = visit
  if (viewer.kind !== 'person' || organisation === null) return []
  const teams = (await teamsFor(trx, visit)).map(({ id }) => id)
  const rows = await trx
    .selectFrom('lessons')
    .innerJoin('teams', (join) =>
      join.onRef('teams.organisation_id', '=', 'lessons.organisation_id').onRef('teams.id', '=', 'lessons.team_id'),
    )
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('lesson_versions')
          .select(['number', 'plan', 'taught_on', 'class_name', 'pupils_did', 'worked', 'differently', 'created_at'])
          .whereRef('lesson_versions.organisation_id', '=', 'lessons.organisation_id')
          .whereRef('lesson_versions.lesson_id', '=', 'lessons.id')
          .orderBy('number', 'desc')
          .limit(1)
          .as('newest'),
      (join) => join.onTrue(),
    )
    .select(['lessons.id', 'goal_id as goalId', 'title', 'subject', 'year', 'teams.name as teamName', 'number', 'plan'])
    .select(['taught_on as taughtOn', 'class_name as className', 'pupils_did', 'worked', 'differently'])
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('lesson_designers')
          .innerJoin('users', 'users.id', 'lesson_designers.user_id')
          .select('users.name')
          .whereRef('lesson_designers.organisation_id', '=', 'lessons.organisation_id')
          .whereRef('lesson_designers.lesson_id', '=', 'lessons.id')
          .orderBy('users.name'),
      ).as('designers'),
    )
    .where('lessons.organisation_id', '=', organisation.id)
    .where('lessons.removed_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('lessons.team_id', 'in', [...teams, noTeam]),
        eb.exists(
          eb
            .selectFrom('lesson_designers as own')
            .select('own.user_id')
            .whereRef('own.organisation_id', '=', 'lessons.organisation_id')
            .whereRef('own.lesson_id', '=', 'lessons.id')
            .where('own.user_id', '=', viewer.id),
        ),
      ]),
    )
    .orderBy('newest.created_at', 'desc')
    .limit(200)
    .execute()
  return rows.map(({ plan, designers, pupils_did, worked, differently, ...row }) => ({
    ...row,
    designers: designers.map(({ name }) => name),
    plan: readPlan(plan),
    evaluated: pupils_did + worked + differently !== '',
  }))
}

/** In lists of ids that may be empty. */
const noTeam = '00000000-0000-0000-0000-000000000000'

export interface Choices {
  readonly members: readonly { readonly id: string; readonly name: string }[]
  /** Goals that the team is working on. */
  readonly goals: readonly { readonly id: string; readonly effect: string }[]
}

/** Whom and what a lesson of this team can be with and about. */
export async function choicesOf(trx: Trx, organisationId: string, teamId: string): Promise<Choices> {
  const members = await trx
    .selectFrom('team_members')
    .innerJoin('users', 'users.id', 'team_members.user_id')
    .select(['users.id', 'users.name'])
    .where('team_members.organisation_id', '=', organisationId)
    .where('team_members.team_id', '=', teamId)
    .orderBy('users.name')
    .execute()
  const goals = await trx
    .selectFrom('goals')
    .innerJoin('boards', (join) =>
      join.onRef('boards.organisation_id', '=', 'goals.organisation_id').onRef('boards.id', '=', 'goals.board_id'),
    )
    .select(['goals.id', 'goals.effect'])
    .where('goals.organisation_id', '=', organisationId)
    .where('boards.team_id', '=', teamId)
    .where('boards.kind', '=', 'improvement')
    .where('boards.archived_at', 'is', null)
    .where('goals.removed_at', 'is', null)
    .where('goals.state', '=', 'running')
    .orderBy('goals.created_at')
    .execute()
  return { members, goals }
}

/** What the team designed since a day, for the proposal of who is next. */
export async function pastDesignsOf(
  trx: Trx,
  organisationId: string,
  teamId: string,
  since: Day,
): Promise<readonly PastDesign[]> {
  const rows = await trx
    .selectFrom('lessons')
    .select(['subject', 'created_at'])
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('lesson_designers')
          .select('user_id as id')
          .whereRef('lesson_designers.organisation_id', '=', 'lessons.organisation_id')
          .whereRef('lesson_designers.lesson_id', '=', 'lessons.id'),
      ).as('people'),
    )
    .where('lessons.organisation_id', '=', organisationId)
    .where('team_id', '=', teamId)
    .where('removed_at', 'is', null)
    .where('created_at', '>=', startOfDay(since))
    .execute()
  return rows.map(({ subject, created_at, people }) => ({
    people: people.map(({ id }) => id),
    subject,
    on: created_at.toISOString().slice(0, 10),
  }))
}
