import type { Trx } from '../../database/scope.ts'
import '../../organisations/organisations.ts'
import type { OrganisationKind } from '../../organisations/organisations.ts'
import { keyRole } from '../members/grants.ts'
import '../people.ts'

/** Rows of a page of the list. */
const listed = 100

export interface OrganisationSummary {
  readonly id: string
  readonly kind: OrganisationKind
  readonly name: string
  readonly place: string | null
  readonly schoolCode: string | null
  readonly people: number
}

/** All of these run under the system scope, for an admin of the platform. */
export async function searchOrganisations(trx: Trx, words: string): Promise<readonly OrganisationSummary[]> {
  const like = `%${words.replace(/[\\%_]/g, '\\$&')}%`
  const rows = await trx
    .selectFrom('organisations')
    .select(['id', 'kind', 'name', 'place', 'school_code'])
    .select(({ selectFrom }) =>
      selectFrom('memberships')
        .select(({ fn }) => fn.count<number>('memberships.user_id').distinct().as('people'))
        .whereRef('memberships.organisation_id', '=', 'organisations.id')
        .as('people'),
    )
    .where(({ or, eb }) =>
      or([eb('name', 'ilike', like), eb('place', 'ilike', like), eb('school_code', 'ilike', like)]),
    )
    .orderBy('name')
    .orderBy('id')
    .limit(listed)
    .execute()
  return rows.map(({ school_code, people, ...row }) => ({ ...row, schoolCode: school_code, people: people ?? 0 }))
}

export async function listBoards(trx: Trx): Promise<readonly { readonly id: string; readonly name: string }[]> {
  return trx.selectFrom('organisations').select(['id', 'name']).where('kind', '=', 'board').orderBy('name').execute()
}

export interface OrganisationDetails {
  readonly id: string
  readonly kind: OrganisationKind
  readonly name: string
  readonly slug: string
  readonly place: string | null
  readonly schoolCode: string | null
  readonly board: string | null
  /** Names of those who can invite and change people there. */
  readonly keys: readonly string[]
}

export async function findOrganisation(trx: Trx, id: string): Promise<OrganisationDetails | undefined> {
  const row = await trx
    .selectFrom('organisations')
    .leftJoin('organisations as parent', 'parent.id', 'organisations.parent_id')
    .select(['organisations.id', 'organisations.kind', 'organisations.name', 'organisations.slug'])
    .select(['organisations.place', 'organisations.school_code', 'parent.name as board'])
    .where('organisations.id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const keys = await trx
    .selectFrom('memberships')
    .innerJoin('users', 'users.id', 'memberships.user_id')
    .select('users.name')
    .where('memberships.organisation_id', '=', id)
    .where('memberships.role', '=', keyRole(row.kind))
    .orderBy('users.name')
    .execute()
  const { school_code, ...rest } = row
  return { ...rest, schoolCode: school_code, keys: keys.map(({ name }) => name) }
}
