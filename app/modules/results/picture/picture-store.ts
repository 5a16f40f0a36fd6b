import { codeText, type NormSet, type SchoolFigures } from '@kantelpunt/school-results'
import { bytesOf, bytesOut } from '../../../platform/database/bytes.ts'
import type { Trx } from '../../../platform/database/scope.ts'
import { allNorms } from './norms-store.ts'
import { unpackFigures } from './pack.ts'
import type { Recipe } from './tables.ts'

/** The picture of the country as pages read it. */
export interface Picture {
  readonly id: string
  readonly madeAt: Date
  readonly schoolYears: readonly string[]
  readonly recipe: Recipe
  readonly schools: readonly SchoolFigures[]
  /** By the code of a location (`04LY00`). */
  readonly byLocation: ReadonlyMap<string, SchoolFigures>
  /** By BRIN: every location and every object of supervision that belongs to it. */
  readonly byBrin: ReadonlyMap<string, readonly SchoolFigures[]>
  /** The rule of today: on the domains together. */
  readonly together: NormSet
  /** The proposal: each domain by itself; undefined where there are no norms for it. */
  readonly perDomain: NormSet | undefined
}

/**
 * The picture that this process read last. A picture never changes and has an id that no other has, so that what is kept
 * here can be out of date for nobody; norms that are loaded make a new picture.
 */
let kept: Picture | undefined

/** The newest picture; undefined while nothing was loaded that can be judged. */
export async function newestPicture(trx: Trx): Promise<Picture | undefined> {
  const newest = await trx
    .selectFrom('result_pictures')
    .select('id')
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (newest === undefined) return undefined
  if (kept?.id === newest.id) return kept
  kept = await readPicture(trx, newest.id)
  return kept
}

async function readPicture(trx: Trx, id: string): Promise<Picture | undefined> {
  const row = await trx
    .selectFrom('result_pictures')
    .select(['school_years', 'recipe', 'made_at', bytesOut('body').$notNull().as('body')])
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const norms = await allNorms(trx)
  const together = norms.find((each) => each.id === row.recipe.together)
  if (together === undefined) throw new Error(`The norms ${row.recipe.together} of a picture are gone.`)
  const schools = unpackFigures(bytesOf(row.body))
  return {
    id,
    madeAt: row.made_at,
    schoolYears: row.school_years,
    recipe: row.recipe,
    schools,
    byLocation: new Map(
      schools.flatMap((school) =>
        school.location === undefined ? [] : [[codeText(school.location), school] as const],
      ),
    ),
    byBrin: Map.groupBy(schools, ({ location, object }) => (location ?? object)?.brin ?? ''),
    together,
    perDomain: norms.find((each) => each.id === row.recipe.perDomain),
  }
}
