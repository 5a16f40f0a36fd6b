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
import { lookAgain } from '../picture/current-figures.ts'
import { makePicture } from '../picture/make-picture.ts'
import { loadPublished } from '../published/load-published.ts'
import { sampleLevels } from '../published/sample-levels.ts'
import { secondaryDemo } from '../secondary/demo.ts'

const now = new Date('2026-11-22T10:00:00Z')
const clock = () => now
const options = { source: 'Fictional', by: null, clock, newId: randomUUID }
const codes = ['99LF00', '99OC00', ...Array.from('ABCDEFGH', (letter) => `99S${letter}00`)]
const file = (path: string, content: string) => ({ path, bytes: new TextEncoder().encode(content) })

onBothEngines('the API of secondary schools', [...platformMigrations, ...resultsMigrations], (database) => {
  let house: House
  beforeAll(() => {
    house = openHouse({ database: database(), routes: results.routes, clock })
  })

  const ask = async (path: string, headers: Readonly<Record<string, string>> = {}) => {
    const { status, answer } = await house.browser(headers).get(`/api/v1/secondary-schools${path}`)
    return { status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) }
  }
  const jsonOf = async (path: string, headers = {}) => JSON.parse((await ask(path, headers)).bytes.toString('utf8'))
  const csvOf = async (path: string): Promise<Record<string, string>[]> =>
    parse((await ask(path, { accept: 'text/csv' })).bytes, { columns: true })

  it('says that there is nothing where nothing was loaded, and is there without primary schools', async () => {
    const none = await ask('')
    expect([none.status, none.headers.get('content-type')]).toEqual([404, 'application/problem+json'])
    await secondaryDemo(database(), options)
    lookAgain(database())
    const some = await ask('')
    expect(some.status).toBe(200)
    expect((await ask('', { 'if-none-match': some.headers.get('etag') ?? '' })).status).toBe(304)
  })

  it('lists every location once, with the sides that its figures are on', async () => {
    const db = database()
    const list = sampleRegister(
      codes.slice(1).map((code) => ({ code, name: `School ${code}`, municipality: ['0363', 'Amsterdam'] })),
      { sector: 'vo' },
    )
    expect(await loadPublished(db, file('vo-2025.csv', list), options)).toMatchObject({ outcome: 'imported' })
    await loadPublished(
      db,
      file('levels.csv', sampleLevels([{ code: '98AA00', arithmetic: 0.2, pupils: 20 }])),
      options,
    )
    await makePicture(db, { now, newId: randomUUID })
    lookAgain(db)
    const pages = []
    for (const page of [1, 2, 3]) pages.push(...(await jsonOf(`?pageSize=4&page=${page}`)).schools)
    expect(pages.map(({ code }) => code)).toEqual(codes)
    expect((await jsonOf('?municipality=0363')).total).toBe(codes.length - 1)
    expect((await jsonOf('?municipality=0364')).schools).toEqual([])
    expect(pages[0]).toMatchObject({ name: null, municipality: null })
    expect(pages[1]).toMatchObject({
      name: 'School 99OC00',
      municipality: { code: '0363', name: 'Amsterdam' },
      parts: ['indicators', 'progress', 'exams'],
      sides: { position: 'above', 'upper-success': { havo: 'below', 'vmbo-gt': 'above', vwo: null } },
    })
    const rows = await csvOf('')
    expect(rows.map((row) => row.code)).toEqual(codes)
    expect(rows[1]).toMatchObject({
      name: 'School 99OC00',
      'sides.upper-success.havo': 'below',
      parts: 'indicators progress exams',
    })
    expect((await csvOf('?page=2&pageSize=4')).map((row) => row.code)).toEqual(codes.slice(4, 8))
  })

  it('keeps what is masked an interval, with norm, country and source', async () => {
    const { indicators, progress } = await jsonOf('/99LF00')
    const success = indicators.find(({ indicator }: { indicator: string }) => indicator === 'upper-success')
    expect(success).toMatchObject({
      track: 'vwo',
      unit: 'percent',
      wantedYears: ['2022-2023', '2023-2024', '2024-2025'],
      norm: { value: 82, by: 'file', version: null },
      side: 'cannot-be-told',
      why: 'masked',
      sources: [{ name: 'vo-indicatoren-voorbeeld.csv', kind: 'secondary-indicators', source: 'Fictional' }],
    })
    expect(success.years[1]).toMatchObject({ value: { low: 0, high: 100 }, side: 'cannot-be-told' })
    expect(success.overYears.low).toBeLessThan(success.overYears.high)
    expect(success.country.locations).toBe(9)
    // The file says `<5`.
    expect(progress.moves[0]).toMatchObject({ move: 'moved-down', pupils: { low: expect.any(Number), high: 4 } })
    // It has no school year and no day in its name: only when it was loaded is known.
    expect(progress.source).toMatchObject({ publishedOn: null, loadedOn: '2026-11-22', upTo: null })
  })

  it.each(['99OC00', '99LF00'])('says what the page of the school shows: %s', async (code) => {
    const { indicators, progress, exams } = await jsonOf(`/${code}`, { 'accept-language': 'nl' })
    const page = await house.browser({ 'accept-language': 'nl' }).get(`/results/schools/${code}`)
    const shown = page.body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
    const range = (low: number, high: number, digits: number) =>
      [...new Set([low, high])]
        .map((each) => each.toLocaleString('nl', { maximumFractionDigits: digits }))
        .join(' tot ')
    const count = ({ low, high }: { low: number; high: number }) => range(low, high, 0)
    const share = (of: { low: number; high: number }) => `${range(of.low, of.high, 1)} %`
    expect(indicators.length).toBeGreaterThan(3)
    for (const { label, overYears } of indicators) {
      expect(shown).toContain(label)
      expect(shown.replaceAll(' ', '')).toContain(range(overYears.low, overYears.high, 2).replaceAll(' ', ''))
    }
    for (const { label, pupils, share: of } of progress.moves) {
      expect(shown).toContain(`${label} ${count(pupils)} ${share(of)}`)
    }
    expect(exams.years.length).toBeGreaterThan(2)
    for (const { track, schoolYear, candidates, passed, share: of } of exams.years) {
      expect(shown).toContain(`${track} ${schoolYear} ${count(candidates)} ${count(passed)} ${share(of)}`)
    }
    for (const form of ['csv', 'xlsx', 'json']) {
      expect(page.body).toContain(`/api/v1/secondary-schools/${code}?format=${form}`)
    }
  })

  it('has every figure in a file too, and the same in a workbook', async () => {
    const { indicators, progress, exams } = await jsonOf('/99OC00')
    const rows = await csvOf('/99OC00')
    const of = (part: string) => rows.filter((row) => row.part === part)
    const over = of('indicators').filter((row) => row.schoolYears?.includes(' '))
    expect(over.map((row) => [row['value.low'], row['value.high'], row['norm.value'], row.side])).toEqual(
      indicators.map(({ overYears: { low, high }, norm, side }: Figure) => [low, high, norm.value, side].map(String)),
    )
    expect(of('indicators')).toHaveLength(4 * indicators.length)
    expect(of('progress').map((row) => row['pupils.low'])).toEqual(
      [progress, ...progress.moves].map(({ pupils }) => String(pupils.low)),
    )
    expect(of('exams').map((row) => [row.track, row.schoolYears, row['share.chance.high']])).toEqual(
      exams.years.map(({ track, schoolYear, share }: Exam) => [track, schoolYear, String(share.chance.high)]),
    )
    const [sheet, source] = await readXlsxFile((await ask('/99OC00?format=xlsx')).bytes)
    const [, ...cells] = sheet?.data.map((row) => row.map((cell) => (cell === null ? '' : String(cell)))) ?? []
    expect(cells).toEqual(rows.map((row) => Object.values(row)))
    expect(source?.data[1]?.slice(0, 2)).toEqual(['vo-indicatoren-voorbeeld.csv', 'secondary-indicators'])
  })

  it('speaks the language that is asked', async () => {
    const labels = async (language: string) =>
      (await jsonOf('/99OC00', { 'accept-language': language })).progress.moves[1].label
    expect([await labels('nl'), await labels('en;q=0.9, nl;q=0.1')]).toEqual(['Bleef zitten', 'Repeated the year'])
  })

  it('is another answer as soon as there is another norm, and until then is not sent again', async () => {
    const db = database()
    const first = await ask('/99OC00')
    const tag = { 'if-none-match': first.headers.get('etag') ?? '' }
    expect((await ask('/99OC00', tag)).status).toBe(304)
    expect((await ask('/99LF00', tag)).status).toBe(200)
    const norms = {
      is: 'secondary-norms',
      id: 'fictional-9',
      title: 'Fictional',
      source: 'https://example.org',
      mean: 'plain',
      leftOutYears: ['2023-2024'],
      norms: [{ indicator: 'bovenbouwsucces', track: 'havo', value: 80, from: 2020 }],
      notJudged: [],
    }
    expect(await loadPublished(db, file('norms.json', JSON.stringify(norms)), options)).toMatchObject({
      outcome: 'loaded',
    })
    lookAgain(db)
    const after = await ask('/99OC00', tag)
    expect(after.status).toBe(200)
    expect(JSON.parse(after.bytes.toString('utf8')).indicators[0].wantedYears).not.toContain('2023-2024')
  })
})

interface Figure {
  readonly overYears: { readonly low: number; readonly high: number }
  readonly norm: { readonly value: number }
  readonly side: string
}

interface Exam {
  readonly track: string
  readonly schoolYear: string
  readonly share: { readonly chance: { readonly high: number } }
}
