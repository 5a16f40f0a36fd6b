/** Which school account is whose. */
export interface AccountTable {
  id: string
  provider_id: string
  account_id: string
  user_id: string
  created_at: Date
  updated_at: Date
}

/** What is proved once: links, challenges, states. Written by better-auth. */
export interface VerificationTable {
  id: string
  identifier: string
  value: string
  expires_at: Date
  created_at: Date
  updated_at: Date
}

export interface PasskeyTable {
  id: string
  user_id: string
  name: string | null
  public_key: string
  credential_id: string
  counter: number
  device_type: string
  backed_up: boolean
  transports: string | null
  aaguid: string | null
  created_at: Date | null
}

declare module '../../database/schema.ts' {
  interface Schema {
    accounts: AccountTable
    verifications: VerificationTable
    passkeys: PasskeyTable
  }
}
