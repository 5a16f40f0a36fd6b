import { randomUUID } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import readXlsxFile from 'read-excel-file/node'
import { beforeAll, expect, it } from 'vitest'
import { onBothEngines } from '../../../platform/database/testing.ts'
import { type House, openHouse } from '../../../platform/identity/testing.ts'
import { platformMigrations } from '../../../platform/migrations.ts'
import { sampleRegister } from '../../../platform/organisations/register/sample-register.ts'
import { results } from '../index.ts'
import { resultsMigrations } from '../migrations/index.ts'
import { makePicture } from '../picture/make-picture.ts'
import { loadPublished } from '../published/load-published.ts'
import { sampleLevels } from '../published/sample-levels.ts'

const now = new Date('2026-11-22T10:00:00Z')
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const letter = (at: number) => String.fromCharCode(65 + (at % 26))
/** More than go out at once, and more than a workbook is made of beside the answers. */
const codes = Array.from({ length: 520 }, (_, at) => `98${letter(Math.floor(at / 26))}${letter(at)}00`)
const quoted = '’t Hof, "de School"'

onBothEngines('the public figures as files', [...platformMigrations, ...resultsMigrations], (database) => {
  let house: House
  beforeAll(async () => {
    const db = database()
    const bytes = (text: string) => new TextEncoder().encode(text)
    const options = { by: null, clock: () => now, newId: randomUUID }
    const list = sampleRegister(codes.map((code, at) => ({ code, name: at === 1 ? quoted : `School ${code}` })))
    const imported = await loadPublished(db, { path: 'bo-2025.csv', bytes: bytes(list) }, options)
    expect(imported).toMatchObject({ is: 'schools', outcome: 'imported' })
    const levels = sampleLevels(codes.map((code, at) => ({ code, arithmetic: (at % 12) / 20, pupils: 20 + (at % 12) })))
    await loadPublished(db, { path: 'levels.csv', bytes: bytes(levels) }, options)
    await makePicture(db, { now, newId: randomUUID })
    house = openHouse({ database: db, routes: results.routes, clock: () => now })
  })

  const ask = async (path: string, headers: Readonly<Record<string, string>> = {}) => {
    const { status, answer } = await house.browser(headers).get(`/api/v1${path}`)
    return { status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) }
  }
  const csvOf = async (path: string): Promise<string[][]> => {
    const { bytes, headers } = await ask(path, { accept: 'text/csv' })
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present')
    return parse(bytes, { record_delimiter: '\r\n' })
  }
  const jsonOf = async (path: string) => JSON.parse((await ask(path)).bytes.toString('utf8'))

  it('have all schools in one list, with the figures that the JSON has page by page', async () => {
    const [columns = [], ...rows] = await csvOf('/schools')
    const schools = []
    for (const page of [1, 2, 3]) schools.push(...(await jsonOf(`/schools?pageSize=200&page=${page}`)).schools)
    expect(schools).toHaveLength(codes.length)
    expect(rows).toEqual(schools.map((school) => columns.map((column) => textAt(school, column))))
    expect(columns).toEqual(expect.arrayContaining(['code', 'municipality.name', 'pupils.high', 'verdicts.perDomain']))
    expect(rows[1]?.[columns.indexOf('name')]).toBe(quoted)
    expect(await csvOf('/schools?page=2&pageSize=5')).toEqual([columns, ...rows.slice(5, 10)])
    expect(await csvOf('/schools?municipality=0000')).toEqual([columns])
  })

  it('have every figure of a school', async () => {
    const [columns = [], ...rows] = await csvOf('/schools/98AB00')
    const school = await jsonOf('/schools/98AB00')
    const figures = school.domains.flatMap((domain: { domain: string; label: string; levels: readonly object[] }) =>
      domain.levels.flatMap((level) => {
        const { years, overYears, norm, standing, indicator, label } = { ...empty, ...level }
        const named = { domain: domain.domain, domainLabel: domain.label, indicator, indicatorLabel: label }
        return [
          { ...named, schoolYears: school.schoolYears.join(' '), share: overYears, norm, standing },
          ...years.map(({ schoolYear, pupils, share }) => ({
            ...named,
            schoolYears: schoolYear,
            tested: pupils,
            share,
          })),
        ]
      }),
    )
    expect(figures).toHaveLength(3 * 2 * 4)
    expect(rows).toEqual(
      figures.map((figure: object) => columns.map((column) => textAt({ ...school, ...figure }, column))),
    )
  })

  it('have both rules for the country and its parts, and every norm', async () => {
    const [columns = [], ...rows] = await csvOf('/rules?reading=7.5')
    const { country, provinces, weightingClasses, ...both } = await jsonOf('/rules?reading=7.5')
    const parts = [
      { part: 'country', ...country },
      ...provinces.map((each: object) => ({ part: 'province', ...each })),
      ...weightingClasses.map((each: object) => ({ part: 'weightingClass', ...each })),
    ]
    expect(rows).toEqual(parts.map((part) => columns.map((column) => textAt({ ...both, ...part }, column))))
    expect(rows[0]?.[columns.indexOf('judged.schools')]).toBe(String(country.judged.schools))
    const [names = [], ...norms] = await csvOf('/norms')
    const value = names.indexOf('value')
    const { norms: sets } = await jsonOf('/norms')
    const values = JSON.stringify(sets).match(/"(?:value|flat)":[\d.]+/g) ?? []
    expect(norms.map((row) => row[value])).toEqual(values.map((each) => each.replace(/.*:/, '')))
  })

  it.each(['/schools', '/schools/98AB00', '/rules?reading=7.5', '/norms'])(
    'are the same in a workbook: %s',
    async (path) => {
      const csv = await csvOf(path)
      const { bytes, headers } = await ask(`${path}${path.includes('?') ? '&' : '?'}format=xlsx`)
      expect(headers.get('content-type')).toBe(xlsx)
      expect(headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+\.xlsx"$/)
      const [figures, source] = await readXlsxFile(bytes)
      const texts = figures?.data.map((row) => row.map((cell) => (cell === null ? '' : String(cell))))
      expect(texts).toEqual(csv)
      expect(figures?.data.flat().filter((cell) => typeof cell === 'number').length).toBeGreaterThan(0)
      if (path !== '/norms') expect(source?.data[1]?.slice(0, 2)).toEqual(['levels.csv', 'reference-levels'])
    },
  )

  it('are known by a tag for each form, and told apart by who keeps them', async () => {
    const tags = []
    for (const accept of ['application/json', 'text/csv', xlsx]) {
      const { headers } = await ask('/schools/98AB00', { accept })
      expect(headers.get('vary')).toBe('accept, accept-language, cookie')
      const etag = headers.get('etag') ?? ''
      expect((await ask('/schools/98AB00', { accept, 'if-none-match': etag })).status).toBe(304)
      tags.push(etag)
    }
    expect(new Set(tags).size).toBe(3)
    expect((await ask('/schools/98AB00', { accept: 'text/csv', 'if-none-match': tags[0] ?? '' })).status).toBe(200)
  })

  it.each([
    ['/schools?format=pdf', 400],
    ['/schools/99ZZ99?format=csv', 404],
    ['/schools', 406],
  ])('are refused with a problem: %s', async (path, status) => {
    const answer = await ask(path, { accept: 'application/pdf' })
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
  })
})

/** What a level of a domain has, for those that are only known as objects here. */
const empty = {
  indicator: '',
  label: '',
  norm: null as number | null,
  standing: '',
  overYears: null as object | null,
  years: [] as readonly { readonly schoolYear: string; readonly pupils: object; readonly share: object | null }[],
}

/** What JSON has at `pupils.low`, as a text. */
function textAt(record: unknown, column: string): string {
  const flat = new Map<string, unknown>()
  const walk = (value: unknown, path: string) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) flat.set(path, value)
    else for (const [name, each] of Object.entries(value)) walk(each, path === '' ? name : `${path}.${name}`)
  }
  walk(record, '')
  return String(flat.get(column) ?? '')
}
