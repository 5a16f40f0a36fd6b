import type { Role } from '../../platform/identity/roles.ts'
import type { PointerSource } from '../../platform/web/pointer.ts'
import { boardPath, cardPath, teamBoardPath } from './board.ts'
import { visitsText } from './visits/text.ts'
import { askVisitPath } from './visits/visit.ts'

/** Who asks a colleague to come into a lesson: `visitMembers`. */
const asksVisits: readonly Role[] = ['teacher', 'coach', 'leader']

/** Goals on boards of teams that a figure of another module led to, and where such a goal can be made. */
export const goalPointers: PointerSource = {
  find: async (trx, { visit, locale }, keys) => {
    const organisations = [...(visit.organisation === null ? [] : [visit.organisation.id]), ...visit.schoolIds]
    if (organisations.length === 0) return []
    const asks = visit.roles.some((role) => asksVisits.includes(role))
    const rows = await trx
      .selectFrom('goals')
      .innerJoin('boards', (join) =>
        join.onRef('boards.organisation_id', '=', 'goals.organisation_id').onRef('boards.id', '=', 'goals.board_id'),
      )
      .innerJoin('teams', (join) =>
        join.onRef('teams.organisation_id', '=', 'boards.organisation_id').onRef('teams.id', '=', 'boards.team_id'),
      )
      .innerJoin('organisations', 'organisations.id', 'goals.organisation_id')
      .select((eb) => [
        'goals.id',
        'goals.organisation_id',
        'goals.board_id',
        'goals.effect',
        'goals.state',
        'goals.reason_from',
        'teams.name as team',
        'organisations.slug',
        eb
          .selectFrom('readings')
          .select((reading) => reading.fn.max('on_date').as('day'))
          .whereRef('readings.organisation_id', '=', 'goals.organisation_id')
          .whereRef('readings.goal_id', '=', 'goals.id')
          .where('readings.removed_at', 'is', null)
          .as('last_reading'),
      ])
      .where('goals.organisation_id', 'in', organisations)
      .where('goals.reason_from', 'in', keys)
      .where('goals.removed_at', 'is', null)
      .where('boards.kind', '<>', 'class')
      .orderBy('teams.name')
      .orderBy('goals.id')
      .execute()
    return rows.map((row) => ({
      key: row.reason_from ?? '',
      label: row.effect,
      href: cardPath(boardPath(row.slug, row.board_id), 'goals', row.id),
      of: row.team,
      organisationId: row.organisation_id,
      isOpen: row.state === 'running',
      lastReading: row.last_reading,
      askVisit:
        asks && row.state === 'running' && row.slug === visit.organisation?.slug
          ? askVisitPath(row.slug, visitsText(locale).form.aboutGoal(row.effect))
          : null,
    }))
  },
  starts: async (trx, { visit }, key) => {
    const { organisation, viewer, roles } = visit
    if (organisation?.kind !== 'school' || viewer.kind !== 'person') return []
    const everyTeam = roles.includes('leader') || roles.includes('coach')
    const rows = await trx
      .selectFrom('teams')
      .leftJoin('boards', (join) =>
        join
          .onRef('boards.organisation_id', '=', 'teams.organisation_id')
          .onRef('boards.team_id', '=', 'teams.id')
          .on('boards.kind', '=', 'improvement'),
      )
      .select((eb) => [
        'teams.slug',
        'teams.name',
        'boards.id as board',
        eb
          .exists(
            eb
              .selectFrom('team_members')
              .select('user_id')
              .whereRef('team_members.organisation_id', '=', 'teams.organisation_id')
              .whereRef('team_members.team_id', '=', 'teams.id')
              .where('team_members.user_id', '=', viewer.id),
          )
          .as('mine'),
      ])
      .where('teams.organisation_id', '=', organisation.id)
      .where('teams.archived_at', 'is', null)
      .orderBy('teams.name')
      .limit(20)
      .execute()
    return rows
      .filter(({ mine }) => everyTeam || mine)
      .map(({ slug, name, board }) => ({
        label: name,
        // A board is made when it is first asked for.
        href:
          board === null
            ? teamBoardPath(organisation.slug, slug)
            : `${boardPath(organisation.slug, board)}/goals/new?from=${encodeURIComponent(key)}`,
      }))
  },
}
