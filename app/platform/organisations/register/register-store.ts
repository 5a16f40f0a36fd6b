import { type Selectable, sql } from 'kysely'
import type { Trx } from '../../database/scope.ts'
import type { RegisterSchool } from './import-plan.ts'
import type { Sector } from './register-file.ts'
import type { RegisterSchoolTable } from './register-tables.ts'

/** Every school of the register, closed ones too, by code. About 8,000. */
export async function wholeRegister(trx: Trx): Promise<ReadonlyMap<string, RegisterSchool>> {
  const rows = await trx.selectFrom('register_schools').selectAll().execute()
  return new Map(rows.map((row) => [row.code, schoolOf(row)]))
}

/** The schools with these codes, in the order asked; unknown codes are left out. */
export async function schoolsByCode(trx: Trx, codes: readonly string[]): Promise<readonly RegisterSchool[]> {
  if (codes.length === 0) return []
  const rows = await trx.selectFrom('register_schools').selectAll().where('code', 'in', codes).execute()
  const byCode = new Map(rows.map((row) => [row.code, schoolOf(row)]))
  return codes.flatMap((code) => byCode.get(code) ?? [])
}

/** Open schools of one governing body, by place and name. */
export async function schoolsOfGoverningBody(trx: Trx, governingBody: string): Promise<readonly RegisterSchool[]> {
  const rows = await trx
    .selectFrom('register_schools')
    .selectAll()
    .where('governing_body', '=', governingBody)
    .where('closed_since', 'is', null)
    .orderBy('place')
    .orderBy('name')
    .orderBy('code')
    .execute()
  return rows.map(schoolOf)
}

/** Every location of one BRIN, by code. */
export async function schoolsOfBrin(trx: Trx, brin: string): Promise<readonly RegisterSchool[]> {
  const rows = await trx
    .selectFrom('register_schools')
    .selectAll()
    .where('code', 'like', `${brin}%`)
    .orderBy('code')
    .execute()
  return rows.map(schoolOf)
}

/** What stands in the register of each sector, and how new it is. */
export async function registerState(trx: Trx): Promise<
  readonly {
    readonly sector: Sector
    readonly open: number
    readonly closed: number
    /** Day of its newest list; null while there is none. */
    readonly newest: string | null
  }[]
> {
  const rows = await trx
    .selectFrom('register_schools')
    .select((row) => [
      'sector',
      row.fn.countAll<number>().as('schools'),
      row.fn.count<number>('closed_since').as('closed'),
      row.fn.max('last_seen').as('newest'),
    ])
    .groupBy('sector')
    .execute()
  return (['po', 'vo'] as const).map((sector) => {
    const row = rows.find((one) => one.sector === sector)
    const closed = Number(row?.closed ?? 0)
    return { sector, open: Number(row?.schools ?? 0) - closed, closed, newest: row?.newest ?? null }
  })
}

/** Municipalities that have an open school, by name: code (four digits), name, and how many schools. */
export async function municipalities(
  trx: Trx,
): Promise<readonly { readonly code: string; readonly name: string; readonly schools: number }[]> {
  return trx
    .selectFrom('register_schools')
    .select((row) => [
      'municipality_code as code',
      row.fn.max<string>('municipality').as('name'),
      row.fn.countAll<number>().as('schools'),
    ])
    .where('closed_since', 'is', null)
    .groupBy('municipality_code')
    .orderBy('name')
    .execute()
}

/** Vintages of a sector that were imported, each once. */
export async function importedVintages(trx: Trx, sector: Sector): Promise<readonly string[]> {
  const rows = await trx
    .selectFrom('register_imports')
    .select('vintage')
    .distinct()
    .where('sector', '=', sector)
    .where('status', '=', 'imported')
    .execute()
  return rows.map((row) => row.vintage)
}

/** Writes schools, new or changed, in one statement: thousands of rows take a second on PGlite. */
export async function writeSchools(trx: Trx, schools: readonly RegisterSchool[]): Promise<void> {
  if (schools.length === 0) return
  const rows = JSON.stringify(schools.map(rowOf))
  const columns = sql.join(writtenColumns.map((column) => sql.ref(column)))
  const updates = sql.join(
    writtenColumns.slice(1).map((column) => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`),
  )
  await sql`
    insert into register_schools (${columns})
    select ${columns} from jsonb_populate_recordset(null::register_schools, ${rows}::jsonb)
    on conflict (code) do update set ${updates}
  `.execute(trx)
}

type SchoolRow = Selectable<RegisterSchoolTable>

const writtenColumns = [
  'code',
  'sector',
  'name',
  'street',
  'house_number',
  'postcode',
  'place',
  'municipality_code',
  'municipality',
  'province',
  'governing_body',
  'denomination',
  'phone',
  'website',
  'structure',
  'holiday_region',
  'first_seen',
  'last_seen',
  'closed_since',
  'names',
] as const satisfies readonly (keyof SchoolRow)[]

function rowOf({ code, sector, facts, firstSeen, lastSeen, closedSince, names }: RegisterSchool): SchoolRow {
  return {
    code,
    sector,
    name: facts.name,
    street: facts.street,
    house_number: facts.houseNumber,
    postcode: facts.postcode,
    place: facts.place,
    municipality_code: facts.municipalityCode,
    municipality: facts.municipality,
    province: facts.province,
    governing_body: facts.governingBody,
    denomination: facts.denomination,
    phone: facts.phone,
    website: facts.website,
    structure: facts.structure,
    holiday_region: facts.holidayRegion,
    first_seen: firstSeen,
    last_seen: lastSeen,
    closed_since: closedSince,
    names,
  }
}

function schoolOf(row: SchoolRow): RegisterSchool {
  return {
    code: row.code,
    sector: row.sector,
    facts: {
      name: row.name,
      street: row.street,
      houseNumber: row.house_number,
      postcode: row.postcode,
      place: row.place,
      municipalityCode: row.municipality_code,
      municipality: row.municipality,
      province: row.province,
      governingBody: row.governing_body,
      denomination: row.denomination,
      phone: row.phone,
      website: row.website,
      structure: row.structure,
      holidayRegion: row.holiday_region,
    },
    firstSeen: row.first_seen,
    lastSeen: row.last_seen,
    closedSince: row.closed_since,
    names: row.names,
  }
}
