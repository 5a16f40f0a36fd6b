import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, test } from 'vitest'
import { system } from '../../../database/scope.ts'
import { onBothEngines } from '../../../database/testing.ts'
import { personas } from '../../../identity/demo-people.ts'
import { identityDemo } from '../../../identity/identity-demo.ts'
import { people } from '../../../identity/migrations/0001-people.ts'
import { signIn } from '../../../identity/migrations/0002-sign-in.ts'
import { demoMark } from '../../../identity/migrations/0003-demo-mark.ts'
import { type House, openHouse, signInForTest, type TestBrowser } from '../../../identity/testing.ts'
import { journal } from '../../../journal/migrations/0001-journal.ts'
import { organisations } from '../../migrations/0001-organisations.ts'
import { schoolRegister } from '../../migrations/0002-school-register.ts'
import { createSchoolOrganisation } from '../../school-organisation.ts'
import { registerRoutes } from '../register-routes.ts'
import { type SampleSchool, type SampleStyle, sampleRegister } from '../sample-register.ts'

const migrations = [organisations, people, journal, schoolRegister, signIn, demoMark]
const admin = personas.find((persona) => persona.is.en === 'Admin of the platform')
const teacher = personas[0]
if (admin === undefined || teacher === undefined) throw new Error('The demo lacks its personas.')

const brug: SampleSchool = { code: '98AA00', name: 'De Brug & Co', governingBody: '41001' }
const annex: SampleSchool = { code: '98AA01', name: 'De Brug, dependance', governingBody: '41001' }
const molen: SampleSchool = { code: '98AB00', name: 'De Molen', governingBody: '41001' }
const dutch = { 'accept-language': 'nl' }

onBothEngines('the pages of the register', migrations, (database) => {
  let house: House
  let operator: TestBrowser
  beforeAll(async () => {
    const clock = () => new Date('2026-11-22T10:00:00Z')
    await identityDemo({ db: database(), clock })
    house = openHouse({ database: database(), routes: registerRoutes, clock })
    operator = await signInForTest(house, admin.id)
  })

  const upload = (
    name: string,
    content: string | Uint8Array<ArrayBuffer>,
    fields: Readonly<Record<string, string>> = {},
    browser = operator,
  ) => {
    const form = new FormData()
    form.set('file', new File([content], name, { type: 'text/csv' }))
    for (const [field, value] of Object.entries(fields)) form.set(field, value)
    return browser.upload('/admin/schools', form)
  }
  const list = (schools: readonly SampleSchool[], style?: SampleStyle) => sampleRegister(schools, style)

  describe('from an empty register on', () => {
    test('a visitor is told that there is nothing yet; the administrator, what to do', async () => {
      const page = await house.browser(dutch).get('/schools?q=brug')
      expect([page.status, page.body.includes('Er staan nog geen scholen in het register')]).toEqual([200, true])
      expect(page.body).not.toContain('/admin/schools')
      expect((await operator.get('/schools')).body).toContain('href="/admin/schools"')
      expect((await operator.get('/admin/schools')).body).toContain('Nothing imported yet')
    })

    test('only the administrator of the platform reaches the lists', async () => {
      const stranger = house.browser()
      expect((await stranger.get('/admin/schools')).status).toBe(303)
      const somebody = await signInForTest(house, teacher.id)
      expect((await somebody.get('/admin/schools')).status).toBe(403)
      expect((await upload('bo-2025.csv', list([brug]), {}, somebody)).status).toBe(403)
      expect((await house.browser().get('/schools?q=brug')).body).toContain('There are no schools')
    })

    test('lists of two years are uploaded, and each says what it did', async () => {
      for (const [name, content] of [
        ['bo-2019.csv', list([{ ...brug, name: 'De Oude Brug' }, annex, molen], { vintage: '2019' })],
        ['bo-2025.csv', list([brug, annex])],
      ] as const) {
        const answer = await upload(name, content)
        expect([answer.status, answer.location]).toEqual([303, expect.stringMatching(/^\/admin\/schools\/imports\//)])
        const page = await operator.get(answer.location ?? '')
        expect(page.body).toContain('The list was imported.')
        expect(page.body).toContain('The year is in the name of the file')
      }
      const overview = (await operator.get('/admin/schools')).body
      expect(overview).toContain('bo-2019.csv')
      expect(overview).toContain('1 October 2025')
      const again = await upload('bo-2025.csv', list([brug, annex]))
      const { body } = await operator.get(again.location ?? '')
      expect(body).toContain('bo-2025.csv')
      expect((await operator.get('/admin/schools')).body.match(/imports\//g)).toHaveLength(2)
    })

    test('the report can be downloaded', async () => {
      const [, id] = /imports\/([0-9a-f-]+)/.exec((await operator.get('/admin/schools')).body) ?? []
      const { answer } = await operator.get(`/admin/schools/imports/${id}/report.csv`)
      expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
      expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="po-2025-10-01-\w+\.csv"$/)
    })

    test('a visitor finds schools, with typing errors, and sees which are closed and what they were called', async () => {
      const visitor = house.browser(dutch)
      const found = (await visitor.get('/schools?q=de+bruk')).body
      expect(found).toContain('De Brug &amp; Co')
      expect(found).toContain('heette eerder De Oude Brug')
      expect(found).toContain('3 scholen. Bron: DUO, lijst van 1 oktober 2025.')
      const closed = (await visitor.get('/schools?q=molen')).body
      expect(closed).toContain('Eén school gevonden')
      expect(closed).toContain('Gesloten')
      const none = (await visitor.get('/schools?q=zzzzzz%3Cscript%3E')).body
      expect(none).toContain('Geen school gevonden')
      expect(none).not.toContain('<script>')
    })

    test('a school has its page, with what is known and where that comes from', async () => {
      const visitor = house.browser(dutch)
      const page = await visitor.get('/schools/98AA00')
      expect(page.status).toBe(200)
      for (const words of [
        'De Oude Brug (in de lijst van 1 oktober 2019)',
        '9712 AB Groningen',
        'href="https://www.school.example"',
        'href="/schools/98AA01"',
        'stand van 1 oktober 2025',
        'Noord',
      ]) {
        expect(page.body).toContain(words)
      }
      expect(page.body).not.toContain('href="/schools/98AB00"')
      expect(page.body).not.toContain('/admin/')
      const closed = (await visitor.get('/schools/98AB00')).body
      expect(closed).toContain('Deze school is gesloten.')
      expect(await visitor.get('/schools/98aa00')).toMatchObject({ status: 301, location: '/schools/98AA00' })
      expect((await visitor.get('/schools/98ZZ99')).body).toContain('98ZZ99')
      expect((await visitor.get('/schools/98ZZ99')).status).toBe(404)
      expect((await visitor.get('/schools/x')).status).toBe(404)
    })
  })

  test('the administrator lets a school begin from its page, and is led to one that has', async () => {
    expect((await operator.get('/schools/98AA00')).body).toContain('href="/admin/organisations/new?code=98AA00"')
    expect((await operator.get('/schools/98AB00')).body).not.toContain('/admin/organisations/new')
    const wish = { id: crypto.randomUUID(), code: '98AA01', now: new Date() }
    await database().run(system, (trx) => createSchoolOrganisation(trx, wish))
    expect((await operator.get('/schools/98AA01')).body).toContain(`href="/admin/organisations/${wish.id}"`)
  })

  describe('a list that is not right', () => {
    test('with rows that are wrong is kept out, and every one is named', async () => {
      const wrong = list([brug, { ...annex, name: "=cmd|' /C calc'!A0" }, { ...molen, postcode: '1' }])
      const answer = await upload('bo-2026.csv', wrong)
      const page = (await operator.get(answer.location ?? '')).body
      expect(page).toContain('The list was not imported')
      expect(page).toContain('2 lines are not right')
      expect(page).toContain('VESTIGINGSNAAM holds a formula.')
      const report = await operator.get(`${answer.location}/report.csv`)
      const rows = parse(report.body, { bom: true, delimiter: ';' }) as unknown as string[][]
      expect(rows.slice(1).map(([line, , outcome]) => [line, outcome])).toEqual([
        ['2', 'the same'],
        ['3', 'refused'],
        ['4', 'refused'],
      ])
      expect((await house.browser().get('/schools/98AB00')).body).toContain('This school is closed.')
    })

    test.each<readonly [string, string, string, { readonly vintage?: string }, string]>([
      ['no file', '', '', {}, 'Fill in: File.'],
      ['an empty file', 'x.csv', '', {}, 'The file is empty.'],
      ['another file', 'x.csv', 'A;B\n1;2\n', {}, 'This is not DUO'],
      ['an Excel file', 'x.xlsx', 'PK\u0003\u0004', {}, 'This is an Excel or OpenOffice file.'],
      ['a list without a date', 'x.csv', list([brug]), {}, 'We can’t see of which day this list is.'],
      ['a date that is none', 'x.csv', list([brug]), { vintage: '2025-13-01' }, '‘2025-13-01’ is not a date.'],
    ])('%s: the form comes back and says what to do', async (_, name, content, fields, said) => {
      const page = await upload(name, content, fields)
      expect([page.status, page.body.includes(said)]).toEqual([422, true])
      expect(page.body).toContain('Then choose the file again')
      if (fields.vintage !== undefined) expect(page.body).toContain(`value="${fields.vintage}"`)
    })

    test('a list that closes too much asks to be confirmed', async () => {
      const many = Array.from({ length: 60 }, (_, i) => ({ code: `97AA${String(i + 10)}`, name: `School ${i}` }))
      await upload('vo-2024.csv', list(many, { sector: 'vo' }))
      const part = list(many.slice(0, 2), { sector: 'vo' })
      const refused = await upload('vo-2025.csv', part)
      expect((await operator.get(refused.location ?? '')).body).toContain('/admin/schools?closures=accept')
      expect((await operator.get('/admin/schools?closures=accept')).body).toContain('name="acceptClosures"')
      const accepted = await upload('vo-2025.csv', part, { acceptClosures: 'yes' })
      expect((await operator.get(accepted.location ?? '')).body).toContain('The list was imported.')
    })

    test('an upload beyond the limit is refused before it is read', async () => {
      const page = await upload('bo-2026.csv', new Uint8Array(40 * 1024 * 1024))
      expect([page.status, page.body.includes('The file is larger than 32 MB.')]).toEqual([413, true])
    })
  })

  test('who imported or tried what stands in the journal', async () => {
    const entries = await database().run(system, (trx) =>
      trx.selectFrom('journal').select(['actor', 'action']).where('stream', '=', 'register:schools').execute(),
    )
    expect(new Set(entries.map((entry) => entry.actor))).toEqual(new Set([`person:${admin.id}`]))
    expect(entries.map((entry) => entry.action).sort()).toEqual([
      'schools-imported',
      'schools-imported',
      'schools-imported',
      'schools-imported',
      'schools-refused',
      'schools-refused',
    ])
  })

  test('nothing of it was a fault', () => {
    expect(house.faults).toEqual([])
  })
})
