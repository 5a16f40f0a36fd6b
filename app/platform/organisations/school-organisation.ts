import { sql } from 'kysely'
import type { Trx } from '../database/scope.ts'
import { schoolsByCode } from './register/register-store.ts'
import { slugOf } from './slug.ts'

export interface SchoolOrganisation {
  readonly id: string
  readonly slug: string
  readonly name: string
}

export type SchoolOrganisationRefusal =
  | { readonly reason: 'unknown-school' }
  | { readonly reason: 'closed-school'; readonly since: string }
  /** The school has its organisation already. */
  | { readonly reason: 'already-here'; readonly organisation: SchoolOrganisation }

/** Any number that no other lock of the house has: two people can't make one school at once. */
const creationLock = 20261003

/**
 * Makes the organisation of a real school, with name, place and holiday region from the register and a slug that nobody
 * has. Its governing body is the one of its sister schools that are here, where there is one. Needs the system scope.
 */
export async function createSchoolOrganisation(
  trx: Trx,
  wish: { readonly id: string; readonly code: string; readonly now: Date },
): Promise<
  | { readonly ok: true; readonly organisation: SchoolOrganisation }
  | { readonly ok: false; readonly refusal: SchoolOrganisationRefusal }
> {
  await sql`select pg_advisory_xact_lock(${creationLock})`.execute(trx)
  const [school] = await schoolsByCode(trx, [wish.code])
  if (school === undefined) return { ok: false, refusal: { reason: 'unknown-school' } }
  const here = await schoolOrganisation(trx, wish.code)
  if (here !== undefined) return { ok: false, refusal: { reason: 'already-here', organisation: here } }
  if (school.closedSince !== null) {
    return { ok: false, refusal: { reason: 'closed-school', since: school.closedSince } }
  }
  const { name, place, holidayRegion, governingBody } = school.facts
  const slug = await freeSlug(trx, [
    slugOf(name),
    slugOf(`${name} ${place}`),
    slugOf(`${name.slice(0, 50)} ${wish.code}`),
  ])
  await trx
    .insertInto('organisations')
    .values({
      id: wish.id,
      kind: 'school',
      slug,
      name,
      parent_id: governingBody === null ? null : await boardOf(trx, governingBody),
      school_code: wish.code,
      place,
      holiday_region: holidayRegion,
      created_at: wish.now,
    })
    .execute()
  return { ok: true, organisation: { id: wish.id, slug, name } }
}

/** The organisation of a real school, where it has one. */
export function schoolOrganisation(trx: Trx, code: string): Promise<SchoolOrganisation | undefined> {
  return trx
    .selectFrom('organisations')
    .select(['id', 'slug', 'name'])
    .where('school_code', '=', code)
    .executeTakeFirst()
}

/** The first that is free; the last one holds the code of the school, which nobody else has. */
async function freeSlug(trx: Trx, slugs: readonly string[]): Promise<string> {
  const taken = await trx.selectFrom('organisations').select('slug').where('slug', 'in', slugs).execute()
  const free = slugs.find((slug) => taken.every((one) => one.slug !== slug))
  if (free === undefined) throw new Error(`No slug is free of ${slugs.join(', ')}.`)
  return free
}

/** The organisation that governs schools of this governing body, where exactly one does. */
async function boardOf(trx: Trx, governingBody: string): Promise<string | null> {
  const boards = await trx
    .selectFrom('organisations')
    .innerJoin('register_schools', 'register_schools.code', 'organisations.school_code')
    .select('organisations.parent_id')
    .distinct()
    .where('register_schools.governing_body', '=', governingBody)
    .where('organisations.parent_id', 'is not', null)
    .execute()
  return boards.length === 1 ? (boards[0]?.parent_id ?? null) : null
}
