import type { Trx } from '../database/scope.ts'
import './organisations.ts'
import { slugOf } from './slug.ts'

export interface OrganisationWish {
  readonly id: string
  /** Schools come from the register: `createSchoolOrganisation`. */
  readonly kind: 'board' | 'municipality' | 'partner'
  readonly name: string
  readonly place: string | null
  readonly now: Date
}

/** Makes a governing body, municipality or partner, with a slug that nobody has. Needs the system scope. */
export async function createOrganisation(
  trx: Trx,
  { id, kind, name, place, now }: OrganisationWish,
): Promise<{ readonly id: string; readonly slug: string; readonly name: string }> {
  const slug = await freeSlug(trx, slugOf(name), id)
  await trx
    .insertInto('organisations')
    .values({
      id,
      kind,
      slug,
      name,
      parent_id: null,
      school_code: null,
      place,
      holiday_region: null,
      created_at: now,
    })
    .execute()
  return { id, slug, name }
}

/** The plain one, or with the end of the id behind it, which is random. */
async function freeSlug(trx: Trx, plain: string, id: string): Promise<string> {
  const taken = await trx.selectFrom('organisations').select('id').where('slug', '=', plain).executeTakeFirst()
  return taken === undefined ? plain : `${plain.slice(0, 50)}-${id.slice(-6)}`
}
