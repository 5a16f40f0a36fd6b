import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { onBothEngines } from '../../database/testing.ts'
import { platformMigrations as migrations } from '../../migrations.ts'
import { deKlimboom, demoPeople, deWaterlelie } from '../demo-people.ts'
import { identityDemo } from '../identity-demo.ts'
import { identityRoutes } from '../identity-routes.ts'
import { type House, openHouse, systemRows, type TestBrowser, testOrigin, whoIs, whoRoute } from '../testing.ts'
import { type OidcServer, startOidcServer } from './oidc-server.ts'
import { providerSchema } from './provider.ts'

const leader = demoPeople.find(({ role, organisation }) => role === 'leader' && organisation === deWaterlelie.id)
if (leader === undefined) throw new Error('The demo has no leader.')
const teacher = {
  sub: 'directory-1',
  name: 'Joke Nieuw',
  email: 'joke.nieuw@de-waterlelie.example',
  email_verified: true,
  nlEduPersonHomeOrganizationId: '99WL',
  eduPersonAffiliation: ['employee', 'member'],
}

onBothEngines('signing in with a school account', migrations, (database) => {
  let directory: OidcServer
  let house: House
  beforeAll(async () => {
    directory = await startOidcServer([`${testOrigin}/auth/callback/school`, `${testOrigin}/auth/callback/board`])
  })
  afterAll(() => directory.stop())
  beforeEach(async () => {
    await identityDemo({ db: database(), clock: () => new Date() })
    await systemRows(database(), sql`delete from accounts`)
    await systemRows(database(), sql`delete from users where email like 'joke%'`)
    await systemRows(database(), sql`delete from organisations where slug = 'second-location'`)
    house = openHouse({ database: database(), routes: [...identityRoutes, whoRoute], settings: { providers } })
  })
  afterEach(() => expect(house.faults).toEqual([]))
  const provider = (id: string, more: object = {}) =>
    providerSchema.parse({
      id,
      name: 'Schoolaccount',
      issuer: directory.issuer,
      clientId: directory.clientId,
      clientSecret: directory.clientSecret,
      scopes: ['openid', 'email', 'profile', 'school'],
      ...more,
    })
  const providers: ReturnType<typeof provider>[] = []
  beforeAll(() => {
    providers.splice(0, 2, provider('school'), provider('board', { brins: ['99KB'] }))
  })
  /** From our button to the directory and back. */
  const signIn = async (account: object, browser: TestBrowser = house.browser(), id = 'school', to = '') => {
    directory.signsIn({ ...teacher, ...account })
    const left = await browser.get(`/sign-in/with/${id}${to === '' ? '' : `?to=${encodeURIComponent(to)}`}`)
    expect(left.status).toBe(303)
    const back = new URL(await directory.visit(left.location ?? ''))
    expect(back.origin).toBe(testOrigin)
    return { browser, back, answer: await browser.get(back.pathname + back.search) }
  }
  const people = (where = sql`true`) =>
    systemRows(
      database(),
      sql`select users.name, users.email, role, slug from users join memberships on user_id = users.id
        join organisations on organisations.id = organisation_id where ${where} and users.email like 'joke%'`,
    )

  it('makes an employee of a school that is here a teacher there, and goes on where one was', async () => {
    const { browser, answer } = await signIn({}, house.browser(), 'school', '/s/de-waterlelie?a=1')
    expect(answer).toMatchObject({ status: 303, location: '/s/de-waterlelie?a=1' })
    expect(await whoIs(browser)).toMatchObject({ kind: 'person', name: 'Joke Nieuw', secondFactor: false })
    const joke = { name: 'Joke Nieuw', email: teacher.email, role: 'teacher', slug: 'de-waterlelie' }
    expect(await people()).toEqual([joke])
    await signIn({})
    expect(await people()).toEqual([joke])
    expect(await systemRows(database(), sql`select provider_id, account_id from accounts`)).toEqual([
      { provider_id: 'school', account_id: 'directory-1' },
    ])
  })

  it('shows the button on the sign-in page', async () => {
    const { body } = await house.browser().get('/sign-in?to=/s/x')
    expect(body.includes('href="/sign-in/with/school?to=%2Fs%2Fx"')).toBe(true)
  })

  it('joins an account by its verified address, and leaves name and higher role as they are', async () => {
    const { browser } = await signIn({ sub: 'directory-2', email: leader.email.toUpperCase(), name: 'Anders' })
    expect(await whoIs(browser)).toMatchObject({ id: leader.id, name: leader.name, secondFactor: false })
    const roles = await systemRows(database(), sql`select role from memberships where user_id = ${leader.id}`)
    expect(roles).toEqual([{ role: 'leader' }])
    expect((await browser.get('/s/de-waterlelie/people')).location).toMatch(/^\/second-step/)
  })

  it('does not join an account by an address that is not verified', async () => {
    const { browser, answer } = await signIn({ sub: 'directory-3', email: leader.email, email_verified: false })
    expect(answer.status).toBe(403)
    expect(await whoIs(browser)).toMatchObject({ kind: 'nobody' })
    expect(await systemRows(database(), sql`select * from accounts`)).toEqual([])
  })

  it('knows somebody again by the account, not by the address', async () => {
    await signIn({})
    const { browser } = await signIn({ email: leader.email, email_verified: false })
    expect(await whoIs(browser)).toMatchObject({ email: teacher.email })
  })

  it.each([
    ['a pupil', { eduPersonAffiliation: 'student' }, 'account of a pupil'],
    ['somebody without a job there', { eduPersonAffiliation: ['member'] }, 'does not say that you work'],
    ['no school', { nlEduPersonHomeOrganizationId: undefined }, 'which school you are from'],
    ['a school that is not here', { nlEduPersonHomeOrganizationId: '01AB' }, 'BRIN 01AB'],
    ['no address', { email: undefined }, 'did not say who you are'],
  ])('refuses %s with a page that says why', async (_, account, words) => {
    const { browser, answer } = await signIn(account)
    expect(answer.status).toBe(403)
    expect(answer.body.includes(words)).toBe(true)
    expect(await whoIs(browser)).toMatchObject({ kind: 'nobody' })
    expect(await people()).toEqual([])
  })

  it('never gives more than teacher, whatever the directory says', async () => {
    await signIn({ eduPersonAffiliation: ['faculty', 'leader', 'admin'], role: 'admin', roles: ['admin'] })
    expect(await people()).toMatchObject([{ role: 'teacher' }])
  })

  it('asks for an invitation where a BRIN has several locations here, unless the account names one', async () => {
    await systemRows(
      database(),
      sql`insert into organisations (id, kind, slug, name, school_code, created_at)
        values (gen_random_uuid(), 'school', 'second-location', 'De Waterlelie Noord', '99WL01', now())`,
    )
    const { answer } = await signIn({})
    expect(answer.body.includes('More than one school')).toBe(true)
    await signIn({ nlEduPersonHomeOrganizationBranchId: '99WL01' })
    expect(await people()).toMatchObject([{ slug: 'second-location' }])
    await systemRows(
      database(),
      sql`delete from memberships where organisation_id in (select id from organisations where slug = 'second-location')`,
    )
    await systemRows(database(), sql`delete from operations`)
    await systemRows(database(), sql`delete from journal`)
    await systemRows(database(), sql`delete from journal_streams`)
  })

  it('lets a provider speak for its own schools only', async () => {
    const { answer } = await signIn({}, house.browser(), 'board')
    expect(answer.body.includes('which school you are from')).toBe(true)
    await signIn({ nlEduPersonHomeOrganizationId: '99KB' }, house.browser(), 'board')
    expect(await people()).toMatchObject([{ slug: 'de-klimboom' }])
  })

  it('lets a provider of some schools open nobody’s account elsewhere', async () => {
    const account = { sub: 'directory-9', email: leader.email, nlEduPersonHomeOrganizationId: '99KB' }
    const { browser, answer } = await signIn(account, house.browser(), 'board')
    expect(answer.status).toBe(403)
    expect(await whoIs(browser)).toMatchObject({ kind: 'nobody' })
    const member = demoPeople.find(({ role, organisation }) => role === 'teacher' && organisation === deKlimboom.id)
    const joined = await signIn({ ...account, email: member?.email }, house.browser(), 'board')
    expect(await whoIs(joined.browser)).toMatchObject({ id: member?.id })
  })

  it('takes an answer in the browser that asked only, and once', async () => {
    const { back } = await signIn({})
    const thief = house.browser()
    expect((await thief.get(back.pathname + back.search)).status).toBe(403)
    expect(await whoIs(thief)).toMatchObject({ kind: 'nobody' })
    const victim = house.browser()
    await victim.get('/sign-in/with/school')
    expect((await victim.get(back.pathname + back.search)).status).toBe(403)
    expect(await whoIs(victim)).toMatchObject({ kind: 'nobody' })
    for (const query of ['', '?code=x', '?state=x&code=y', '?error=access_denied&state=x']) {
      expect((await house.browser().get(`/auth/callback/school${query}`)).status).toBe(403)
    }
  })

  it('ends the session of before and never goes on to another server', async () => {
    const first = await signIn({})
    const before = first.browser.cookies.get('kantelpunt.session_token') ?? ''
    const { answer } = await signIn({}, first.browser, 'school', '//evil.example')
    expect(answer.location).toBe('/')
    const thief = house.browser()
    thief.cookies.set('kantelpunt.session_token', before)
    expect(await whoIs(thief)).toMatchObject({ kind: 'nobody' })
  })

  it('says so when a provider can not be reached, and asks again the next time', async () => {
    const gone = provider('gone', { issuer: 'http://127.0.0.1:9' })
    const list = [gone]
    const unlucky = openHouse({ database: database(), routes: identityRoutes, settings: { providers: list } })
    expect((await unlucky.browser().get('/sign-in/with/gone')).status).toBe(503)
    list[0] = provider('gone')
    expect((await unlucky.browser().get('/sign-in/with/gone')).location?.startsWith(directory.issuer)).toBe(true)
  })

  it('knows no other providers', async () => {
    expect((await house.browser().get('/sign-in/with/google')).status).toBe(404)
    expect((await house.browser().get('/auth/callback/google?code=x&state=y')).status).toBe(404)
  })
})
