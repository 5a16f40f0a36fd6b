import type { NormSet, TableKind } from '@kantelpunt/school-results'
import type { ColumnType } from 'kysely'

/** A file that a picture was made from. */
export interface RecipeFile {
  readonly id: string
  readonly kind: TableKind
  readonly name: string
  readonly sha256: string
  readonly publishedOn: string
  readonly source: string
}

/** What a picture was made of: enough to make it again. */
export interface Recipe {
  readonly files: readonly RecipeFile[]
  /** Id of the norms on the domains together, which give the school years. */
  readonly together: string
  /** Id of the norms per domain; null where there are none for these years. */
  readonly perDomain: string | null
}

export interface ResultNormTable {
  id: string
  sha256: string
  valid_from: string
  body: ColumnType<NormSet, string, string>
  loaded_at: Date
  loaded_by: string | null
}

export interface ResultPictureTable {
  id: string
  school_years: readonly string[]
  recipe: ColumnType<Recipe, string, never>
  schools: number
  /** The schools, as `packPicture` writes them. */
  body: Uint8Array
  made_at: Date
}

declare module '../../../platform/database/schema.ts' {
  interface Schema {
    result_norms: ResultNormTable
    result_pictures: ResultPictureTable
  }
}
