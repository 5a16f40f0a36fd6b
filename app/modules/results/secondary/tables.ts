import type { ColumnMap, SecondaryNormSet } from '@kantelpunt/school-results'
import type { ColumnType } from 'kysely'

export interface SecondaryVersionTable {
  kind: 'norms' | 'columns'
  id: string
  sha256: string
  body: ColumnType<SecondaryNormSet | ColumnMap, string, never>
  loaded_at: Date
  loaded_by: string | null
}

declare module '../../../platform/database/schema.ts' {
  interface Schema {
    result_secondary_versions: SecondaryVersionTable
  }
}
