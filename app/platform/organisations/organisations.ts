import type { ColumnType } from 'kysely'

export type OrganisationKind = 'platform' | 'board' | 'school' | 'municipality' | 'partner'
export type HolidayRegion = 'noord' | 'midden' | 'zuid'

export interface OrganisationTable {
  id: string
  kind: OrganisationKind
  /** The name in addresses: `/s/<slug>`. */
  slug: string
  name: string
  /** The governing body (bevoegd gezag) of a school. */
  parent_id: string | null
  /** BRIN + vestiging as in RIO, such as `00AP00`. */
  school_code: string | null
  place: string | null
  holiday_region: HolidayRegion | null
  created_at: Date
}

export interface TeamTable {
  organisation_id: string
  id: string
  slug: string
  name: string
  created_at: Date
  archived_at: ColumnType<Date | null, Date | null | undefined, Date | null>
}

export interface TeamMemberTable {
  organisation_id: string
  team_id: string
  user_id: string
}

declare module '../database/schema.ts' {
  interface Schema {
    organisations: OrganisationTable
    teams: TeamTable
    team_members: TeamMemberTable
  }
}
