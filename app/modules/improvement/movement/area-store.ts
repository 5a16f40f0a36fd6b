import { type ExpressionBuilder, sql } from 'kysely'
import type { Schema } from '../../../platform/database/schema.ts'
import type { Trx } from '../../../platform/database/scope.ts'
import '../../../platform/organisations/register/register-tables.ts'
import type { Area } from './area.ts'
import type { Share } from './rhythm-rule.ts'
import './tables.ts'

export interface AreaShare extends Share {
  readonly area: Area
  /** Of the municipality or province; of a governing body its number, the register has no more. */
  readonly name: string
}

/** Open schools of the register, each with what it shares here. */
function openSchools(trx: Trx, area: Area) {
  const open = trx
    .selectFrom('register_schools as r')
    .leftJoin('movement_schools as m', (join) =>
      join.onRef('m.school_code', '=', 'r.code').on('m.seen_since', 'is not', null),
    )
    .where('r.closed_since', 'is', null)
  switch (area.kind) {
    case 'country':
      return open
    case 'province':
      return open.where('r.province', '=', area.name)
    case 'municipality':
      return open.where('r.municipality_code', '=', area.code)
    case 'body':
      return open.where('r.governing_body', '=', area.number)
  }
}

type Joined = ExpressionBuilder<Schema & { r: Schema['register_schools']; m: Schema['movement_schools'] }, 'r' | 'm'>
const counts = (e: Pick<Joined, 'fn'>) => [
  e.fn.countAll<number>().as('schools'),
  sql<number>`count(*) filter (where m.in_rhythm)`.as('inRhythm'),
]

/** The share of an area; null where the register has no open school in it. */
export async function shareOf(trx: Trx, area: Area): Promise<AreaShare | null> {
  const row = await openSchools(trx, area)
    .select(({ fn }) => [
      fn.countAll<number>().as('schools'),
      sql<number>`count(*) filter (where m.in_rhythm)`.as('inRhythm'),
      fn.max<string>('r.municipality').as('municipality'),
    ])
    .executeTakeFirstOrThrow()
  const schools = Number(row.schools)
  if (schools === 0) return null
  return { area, name: nameOf(area, row.municipality), schools, inRhythm: Number(row.inRhythm) }
}

function nameOf(area: Area, municipality: string | null): string {
  switch (area.kind) {
    case 'country':
      return ''
    case 'province':
      return area.name
    case 'municipality':
      return municipality ?? ''
    case 'body':
      return area.number
  }
}

/** The parts of an area with their shares, by name: provinces of the country, municipalities of a province. */
export async function partsOf(trx: Trx, area: Area): Promise<readonly AreaShare[]> {
  switch (area.kind) {
    case 'country': {
      const rows = await openSchools(trx, area)
        .where('r.province', 'is not', null)
        .select((e) => ['r.province as name', ...counts(e)])
        .groupBy('r.province')
        .orderBy('r.province')
        .execute()
      return rows.map(({ name, schools, inRhythm }) => ({
        area: { kind: 'province', name: name ?? '' },
        name: name ?? '',
        schools: Number(schools),
        inRhythm: Number(inRhythm),
      }))
    }
    case 'province': {
      const rows = await openSchools(trx, area)
        .select((e) => ['r.municipality_code as code', e.fn.max<string>('r.municipality').as('name'), ...counts(e)])
        .groupBy('r.municipality_code')
        .orderBy('name')
        .execute()
      return rows.map(({ code, name, schools, inRhythm }) => ({
        area: { kind: 'municipality', code },
        name,
        schools: Number(schools),
        inRhythm: Number(inRhythm),
      }))
    }
    default:
      return []
  }
}

export interface CountedSchool {
  readonly code: string
  readonly name: string
  readonly place: string
  readonly governingBody: string | null
}

/** The schools of an area that are seen and work this way, by name: an order that says nothing. */
export function countedSchools(trx: Trx, area: Area): Promise<readonly CountedSchool[]> {
  return openSchools(trx, area)
    .where('m.in_rhythm', '=', true)
    .select(['r.code', 'r.name', 'r.place', 'r.governing_body as governingBody'])
    .orderBy('r.name')
    .orderBy('r.code')
    .execute()
}

/** Day of the newest list of schools; null while none was imported. */
export async function registerDay(trx: Trx): Promise<string | null> {
  const { newest } = await trx
    .selectFrom('register_schools')
    .select(({ fn }) => fn.max<string | null>('last_seen').as('newest'))
    .executeTakeFirstOrThrow()
  return newest
}

/** Where a school lies by the register; null where it is not an open school of it. */
export async function areasOf(
  trx: Trx,
  code: string,
): Promise<{ readonly municipality: Area; readonly body: Area | null } | null> {
  const row = await trx
    .selectFrom('register_schools')
    .select(['municipality_code', 'governing_body'])
    .where('code', '=', code)
    .where('closed_since', 'is', null)
    .executeTakeFirst()
  if (row === undefined) return null
  return {
    municipality: { kind: 'municipality', code: row.municipality_code },
    body: row.governing_body === null ? null : { kind: 'body', number: row.governing_body },
  }
}
