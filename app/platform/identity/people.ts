import type { Locale } from '../text/dictionary.ts'
import type { GuestKind, Role } from './roles.ts'

export interface UserTable {
  id: string
  name: string
  email: string
  email_verified: boolean
  image: string | null
  locale: Locale | null
  created_at: Date
  updated_at: Date
}

export interface MembershipTable {
  organisation_id: string
  user_id: string
  role: Role
  created_at: Date
}

/** Somebody who left an organisation: a name for what was done there. */
export interface FormerMemberTable {
  organisation_id: string
  user_id: string
  left_at: Date
}

export interface SessionTable {
  id: string
  token: string
  user_id: string
  expires_at: Date
  ip_address: string | null
  user_agent: string | null
  second_factor_at: Date | null
  created_at: Date
  updated_at: Date
}

export interface GuestTable {
  organisation_id: string
  id: string
  kind: GuestKind
  about: string
  name: string
  token_hash: string
  expires_at: Date
  created_at: Date
}

export interface InvitationTable {
  organisation_id: string
  id: string
  email: string
  name: string | null
  role: Role
  team_ids: string[]
  token_hash: string
  invited_by: string | null
  sent_at: Date
  expires_at: Date
  accepted_at: Date | null
  withdrawn_at: Date | null
  created_at: Date
}

declare module '../database/schema.ts' {
  interface Schema {
    users: UserTable
    memberships: MembershipTable
    former_members: FormerMemberTable
    sessions: SessionTable
    guests: GuestTable
    invitations: InvitationTable
  }
}
