import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { system } from '../../database/scope.ts'
import { freshDatabase, onBothEngines } from '../../database/testing.ts'
import { perform } from '../../journal/perform.ts'
import { platformMigrations as migrations } from '../../migrations.ts'
import { importSchools } from '../../organisations/register/import-schools.ts'
import { fileOf, sampleRegister } from '../../organisations/register/sample-register.ts'
import { deKlimboom, demoPeople, demoPlatform, hetStroomdal } from '../demo-people.ts'
import { createAdmin, oneTimeLink } from '../first-admin.ts'
import { identityDemo } from '../identity-demo.ts'
import { identityRoutes } from '../identity-routes.ts'
import {
  type House,
  linkIn,
  openHouse,
  pressLink,
  signInForTest,
  systemRows,
  type TestBrowser,
  whoIs,
  whoRoute,
} from '../testing.ts'

const admin = demoPeople.find(({ organisation }) => organisation === demoPlatform.id)
if (admin === undefined) throw new Error('The demo has no admin.')

onBothEngines('administration', migrations, (database) => {
  let house: House
  let noud: TestBrowser
  beforeEach(async () => {
    await identityDemo({ db: database(), clock: () => new Date() })
    house = openHouse({ database: database(), routes: [...identityRoutes, whoRoute] })
    noud = await signInForTest(house, admin.id)
  })
  afterEach(() => expect(house.faults).toEqual([]))

  it('is for admins of the platform', async () => {
    for (const { id, role } of demoPeople.filter(({ id }) => id !== admin.id).slice(0, 8)) {
      const browser = await signInForTest(house, id)
      expect((await browser.get('/admin')).status, role).toBe(403)
      expect((await browser.get(`/admin/organisations/${hetStroomdal.id}`)).status, role).toBe(403)
      const form = { kind: 'board', name: 'Van mij', email: 'x@x.example' }
      expect((await browser.post('/admin/organisations', form)).status, role).toBe(403)
    }
    expect((await noud.get('/admin?q=waterlelie')).body.includes('De Waterlelie')).toBe(true)
    expect((await noud.get('/admin?q=%25')).body.includes('Nothing found')).toBe(true)
  })

  it('makes a governing body and lets its first admin in by mail', async () => {
    const form = { kind: 'board', name: 'Stichting De Berm', place: 'Aldermeer', email: 'bea@de-berm.example' }
    const made = await noud.post('/admin/organisations', form)
    expect(made.location).toMatch(/^\/admin\/organisations\/[0-9a-f-]{36}$/)
    expect((await noud.get(made.location ?? '')).body.includes('Invited: bea@de-berm.example')).toBe(true)
    const bea = house.browser()
    const token = linkIn(house.letters.at(-1)).searchParams.get('token') ?? ''
    await bea.post('/invitation', { token, name: 'Bea Berm' })
    const { rows } = await database().run(system, (trx) =>
      sql`select slug, role from memberships join organisations on organisations.id = organisation_id
        join users on users.id = user_id where users.email = 'bea@de-berm.example'`.execute(trx),
    )
    expect(rows).toEqual([{ slug: 'stichting-de-berm', role: 'admin' }])
    expect((await noud.get(made.location ?? '')).body.includes('Bea Berm')).toBe(true)
  })

  it('makes a school from the register, under its governing body', async () => {
    const register = sampleRegister([{ code: '12AB00', name: 'De Eik', place: 'Groningen' }])
    await importSchools(
      database(),
      { path: 'schools.csv', chunks: fileOf(register) },
      { vintage: '2025-10-01', acceptClosures: true, by: null, clock: () => new Date(), newId: house.services.newId },
    )
    const form = { kind: 'school', code: '12ab00', board: hetStroomdal.id, email: 'lea@de-eik.example' }
    const made = await noud.post('/admin/organisations', form)
    expect(made.status).toBe(303)
    const rows = await systemRows(
      database(),
      sql`select name, slug, parent_id, school_code from organisations where school_code = '12AB00'`,
    )
    expect(rows).toEqual([{ name: 'De Eik', slug: 'de-eik', parent_id: hetStroomdal.id, school_code: '12AB00' }])
    const again = await noud.post('/admin/organisations', form)
    expect(again.status).toBe(422)
    expect(again.body.includes('takes part already')).toBe(true)
  })

  it.each([
    [{ kind: 'school', email: 'x@x.example' }, 'code', 'Fill in the code'],
    [{ kind: 'school', code: '99ZZ99', email: 'x@x.example' }, 'code', 'not in the register'],
    [{ kind: 'school', code: 'AB', email: 'x@x.example' }, 'code', 'such as 00AP00'],
    [{ kind: 'partner', email: 'x@x.example' }, 'name', 'Fill in a name'],
    [{ kind: 'partner', name: 'Een partner', email: 'geen adres' }, 'email', ''],
  ])('says what is wrong with %j', async (form, field, words) => {
    const answer = await noud.post('/admin/organisations', form as unknown as Record<string, string>)
    expect(answer.status).toBe(422)
    expect(answer.body.includes(`id="${field}-wrong"`) && answer.body.includes(words)).toBe(true)
    expect(house.letters).toEqual([])
  })

  it('invites another leader', async () => {
    const path = `/admin/organisations/${hetStroomdal.id}`
    const email = 'els@het-stroomdal.example'
    expect((await noud.post(`${path}/invitations`, { email })).location).toBe(`${path}?done=invited`)
    expect((await noud.post(`${path}/invitations`, { email })).status).toBe(422)
    expect(house.letters).toHaveLength(1)
  })

  it('looks the journal of one organisation through when asked, and names the first entry that is not sound', async () => {
    const path = `/admin/organisations/${deKlimboom.id}`
    const check = async () => (await noud.get(`${path}?journal=check`)).body
    expect((await noud.get(path)).body).not.toMatch(/is sound|written down here/)
    expect(await check()).toContain('Nothing has been written down here yet.')
    for (const name of ['els', 'jan', 'kim']) await write(deKlimboom.id, name)
    await write(hetStroomdal.id, 'els')
    expect(await check()).toContain('The journal is sound until entry 3.')
    const change = (action: string, sequence: number) =>
      systemRows(
        database(),
        sql`update journal set action = ${action}
          where organisation_id = ${deKlimboom.id} and stream = 'people:test' and sequence = ${sequence}`,
      )
    await change('forged', 2)
    const body = await check()
    expect(body).toContain('<code>people:test</code>: entry 2 is not what was written.')
    expect(body).not.toContain('is sound')
    expect((await noud.get(`/admin/organisations/${hetStroomdal.id}?journal=check`)).body).toContain(
      'is sound until entry 1',
    )
    noud.cookies.set('language', 'nl')
    expect(await check()).toContain('regel 2 is niet meer wat er geschreven werd')
    await change('written', 2)
    expect(await check()).toContain('klopt tot en met regel 3.')
    await systemRows(database(), sql`delete from journal where organisation_id = ${deKlimboom.id} and sequence = 3`)
    expect(await check()).toContain('vanaf regel 3 is het einde weggehaald')
  })

  /** An entry in a journal, as any write makes one. */
  const write = (organisationId: string, name: string) =>
    perform(
      database(),
      system,
      { organisationId, stream: 'people:test', actor: 'system', id: uuidv7(), content: name, at: new Date() },
      async (_trx, record) => record({ action: 'written', subject: `person:${name}` }),
    )

  it('lets the first admin in from the command line, also into an empty house, once a link', async () => {
    const empty = await freshDatabase(database().engine, migrations)
    try {
      const fresh = openHouse({ database: empty.database, routes: [...identityRoutes, whoRoute] })
      const { newId, settings, clock } = fresh.services
      const wish = { email: 'jo@kantelpunt.example', name: 'Jo Zwart', resetSecondStep: false, now: clock(), newId }
      expect(await createAdmin(empty.database, wish)).toMatchObject({ created: true })
      const link = new URL(await oneTimeLink({ db: empty.database, newId, ...settings }, wish.email))
      const jo = fresh.browser()
      expect(await pressLink(jo, link)).toMatchObject({ status: 303, location: '/admin' })
      expect(await whoIs(jo)).toMatchObject({ name: 'Jo Zwart', operator: true, secondFactor: false })
      expect((await jo.get('/admin')).location).toBe('/second-step?to=%2Fadmin')
      expect((await pressLink(fresh.browser(), link)).status).toBe(410)
      expect(await createAdmin(empty.database, wish)).toMatchObject({ created: false })
      expect(await systemRows(empty.database, sql`select kind from organisations`)).toEqual([{ kind: 'platform' }])
    } finally {
      await empty.remove()
    }
  })
})
