import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { onBothEngines } from '../../database/testing.ts'
import { platformMigrations as migrations } from '../../migrations.ts'
import { demoPeople, personas } from '../demo-people.ts'
import { identityDemo } from '../identity-demo.ts'
import { identityRoutes } from '../identity-routes.ts'
import {
  type House,
  linkIn,
  openHouse,
  pressLink,
  signInForTest,
  systemRows,
  testOrigin,
  whoIs,
  whoRoute,
} from '../testing.ts'

const [samira, amina] = personas
if (samira === undefined || amina === undefined) throw new Error('The demo has no personas.')
const emailOf = (id: string) => demoPeople.find((person) => person.id === id)?.email ?? ''
const minute = 60_000
const day = 24 * 60 * minute

onBothEngines('signing in by mail', migrations, (database) => {
  let house: House
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    await identityDemo({ db: database(), clock: () => new Date() })
    house = openHouse({ database: database(), routes: [...identityRoutes, whoRoute] })
  })
  afterEach(() => {
    vi.useRealTimers()
    expect(house.faults).toEqual([])
  })
  const later = (ms: number) => vi.setSystemTime(Date.now() + ms)
  const askLink = async (email = emailOf(amina.id), to = '/') => {
    await house.browser().post('/sign-in', { email, to })
    return linkIn(house.letters.at(-1))
  }

  it('mails a link that, opened and pressed, signs in and goes on where one was', async () => {
    const browser = house.browser()
    const email = emailOf(samira.id)
    const asked = await browser.post('/sign-in', { email: ` ${email.toUpperCase()} `, to: '/s/de-waterlelie?a=1' })
    expect(asked).toMatchObject({ status: 303, location: '/sign-in/sent' })
    expect(house.letters).toMatchObject([{ to: email, subject: 'Sign in to Kantelpunt' }])
    const link = linkIn(house.letters[0])
    const opened = await browser.get(link.pathname + link.search)
    expect(opened.status).toBe(200)
    expect(opened.body).toContain(email)
    expect(await whoIs(browser)).toMatchObject({ kind: 'nobody' })
    expect(await pressLink(browser, link)).toMatchObject({ status: 303, location: '/s/de-waterlelie?a=1' })
    expect(await whoIs(browser)).toMatchObject({ kind: 'person', name: 'Samira Mansouri', secondFactor: false })
  })

  it('answers the same for an address that nobody has, and mails nobody', async () => {
    const known = await house.browser().post('/sign-in', { email: emailOf(amina.id) })
    const unknown = await house.browser().post('/sign-in', { email: 'nobody@de-waterlelie.example' })
    const seen = ({ status, location, body }: typeof known) => ({ status, location, body })
    expect(seen(unknown)).toEqual(seen(known))
    expect(house.letters).toHaveLength(1)
  })

  it('makes no account for an address that nobody has, even with a link', async () => {
    await house.browser().post('/sign-in', { email: 'nobody@de-waterlelie.example' })
    const rows = await systemRows(database(), sql`select * from users where email like 'nobody%'`)
    expect(rows).toEqual([])
  })

  it('says what is wrong with an address and gives the form back filled', async () => {
    const answer = await house.browser().post('/sign-in', { email: 'not an address' })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain('value="not an address"')
    expect(answer.body).toContain('id="email-wrong"')
  })

  it('lets a link sign in once', async () => {
    const link = await askLink()
    expect((await pressLink(house.browser(), link)).status).toBe(303)
    const thief = house.browser()
    expect((await pressLink(thief, link)).status).toBe(410)
    expect((await thief.get(link.pathname + link.search)).status).toBe(410)
    expect(await whoIs(thief)).toMatchObject({ kind: 'nobody' })
  })

  it('lets a link sign in once, also when it is pressed twice at the same moment', async () => {
    const link = await askLink()
    const answers = await Promise.all([1, 2, 3].map(() => pressLink(house.browser(), link)))
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 410, 410])
  })

  it('lets a link work for 15 minutes', async () => {
    const [first, second] = [await askLink(), await askLink()]
    later(14 * minute)
    expect((await pressLink(house.browser(), first)).status).toBe(303)
    later(2 * minute)
    expect((await house.browser().get(second.pathname + second.search)).status).toBe(410)
    expect((await pressLink(house.browser(), second)).status).toBe(410)
  })

  it('keeps no link, only its hash', async () => {
    const link = await askLink()
    const rows = await systemRows(database(), sql`select identifier, value from verifications`)
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toContain(link.searchParams.get('token'))
  })

  it('does not let one address be filled with mail', async () => {
    const email = emailOf(demoPeople[20]?.id ?? '')
    for (let i = 0; i < 8; i++) await house.browser().post('/sign-in', { email })
    expect(house.letters.length).toBeLessThanOrEqual(4)
    later(16 * minute)
    await house.browser().post('/sign-in', { email })
    expect(house.letters.length).toBeLessThanOrEqual(5)
    expect(house.letters.at(-1)?.to).toBe(email)
  })

  it('gives every session a new token and ends the one that the browser came with', async () => {
    const browser = await signInForTest(house, samira.id)
    const planted = new Map(browser.cookies)
    await pressLink(browser, await askLink())
    expect(await whoIs(browser)).toMatchObject({ name: amina.name })
    const attacker = house.browser()
    for (const [name, value] of planted) attacker.cookies.set(name, value)
    expect(await whoIs(attacker)).toMatchObject({ kind: 'nobody' })
  })

  it('never takes over a token that was planted before', async () => {
    const browser = house.browser()
    browser.cookies.set('kantelpunt.session_token', 'planted.c2lnbmF0dXJl')
    await pressLink(browser, await askLink())
    expect(browser.cookies.get('kantelpunt.session_token')).not.toContain('planted')
    expect(await whoIs(browser)).toMatchObject({ kind: 'person' })
  })

  it('believes no cookie but its own', async () => {
    const browser = await signInForTest(house, samira.id)
    const cookie = browser.cookies.get('kantelpunt.session_token') ?? ''
    const [token = ''] = decodeURIComponent(cookie).split('.')
    const rows = await systemRows(database(), sql`select token from sessions where token = ${token}`)
    expect(rows).toEqual([{ token }])
    const other = openHouse({
      database: database(),
      routes: identityRoutes,
      settings: { secret: 'another secret, of 32 characters or more' },
    })
    const stranger = await signInForTest(other, samira.id)
    const forgeries = [
      token,
      `${token}.`,
      `${token}.${Buffer.from('x'.repeat(32)).toString('base64')}`,
      `${token}x${decodeURIComponent(cookie).slice(token.length)}`,
      `${cookie.slice(0, -6)}AAAA%3D`,
      stranger.cookies.get('kantelpunt.session_token') ?? '',
      '%',
      `' or true --.${'A'.repeat(43)}=`,
      '',
    ]
    for (const forgery of forgeries) {
      const thief = house.browser()
      thief.cookies.set('kantelpunt.session_token', forgery)
      expect(await whoIs(thief), forgery).toMatchObject({ kind: 'nobody' })
    }
    expect(await whoIs(browser)).toMatchObject({ kind: 'person' })
  })

  it('takes only the cookie that HTTPS protects where the house has HTTPS', async () => {
    const origin = 'https://kantelpunt.example'
    const secure = openHouse({ database: database(), routes: [...identityRoutes, whoRoute], settings: { origin } })
    const browser = await signInForTest(secure, amina.id)
    expect([...browser.cookies.keys()]).toEqual(['__Secure-kantelpunt.session_token'])
    expect(await whoIs(browser)).toMatchObject({ kind: 'person' })
    const planted = secure.browser()
    planted.cookies.set('kantelpunt.session_token', browser.cookies.get('__Secure-kantelpunt.session_token') ?? '')
    expect(await whoIs(planted)).toMatchObject({ kind: 'nobody' })
    await secure.browser().post('/sign-in', { email: emailOf(amina.id) })
    const pressed = await pressLink(secure.browser(), linkIn(secure.letters[0]))
    const [cookie] = pressed.answer.headers.getSetCookie()
    for (const attribute of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(attribute)
  })

  it('signs out on this device and leaves the others', async () => {
    const here = await signInForTest(house, samira.id)
    const there = await signInForTest(house, samira.id)
    const stolen = new Map(here.cookies)
    expect(await here.post('/sign-out')).toMatchObject({ status: 303, location: '/sign-in' })
    expect([...here.cookies]).toEqual([])
    const thief = house.browser()
    for (const [name, value] of stolen) thief.cookies.set(name, value)
    expect(await whoIs(thief)).toMatchObject({ kind: 'nobody' })
    expect(await whoIs(there)).toMatchObject({ kind: 'person' })
  })

  it('keeps who comes by signed in, and forgets who stays away for 14 days', async () => {
    const regular = await signInForTest(house, samira.id)
    const absent = await signInForTest(house, amina.id)
    for (let week = 0; week < 6; week++) {
      later(7 * day)
      expect(await whoIs(regular)).toMatchObject({ kind: 'person' })
    }
    expect(await whoIs(absent)).toMatchObject({ kind: 'nobody' })
  })

  it('writes that a session is used once a day at the most', async () => {
    const absentee = demoPeople[40]?.id ?? ''
    const browser = await signInForTest(house, absentee)
    const used = async () => {
      return JSON.stringify(
        await systemRows(database(), sql`select max(updated_at) from sessions where user_id = ${absentee}`),
      )
    }
    const first = await used()
    later(23 * 60 * minute)
    await whoIs(browser)
    expect(await used()).toBe(first)
    later(2 * 60 * minute)
    await whoIs(browser)
    expect(await used()).not.toBe(first)
  })

  it('keeps of a device only what its owner recognises it by, and no address', async () => {
    await pressLink(house.browser(), await askLink())
    const rows = await systemRows(
      database(),
      sql`select user_agent, ip_address from sessions where user_id = ${amina.id}`,
    )
    expect(rows).toContainEqual({ user_agent: 'Firefox · Linux', ip_address: null })
  })

  it('goes on to this server only', async () => {
    for (const to of [
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      '/sign-in/link',
      'javascript:alert(1)',
    ]) {
      const link = await askLink(emailOf(demoPeople[30]?.id ?? ''), to)
      expect(link.origin).toBe(testOrigin)
      link.searchParams.set('to', to)
      expect(await pressLink(house.browser(), link)).toMatchObject({ location: '/' })
      later(16 * minute)
    }
  })
})

onBothEngines('the door of the demo', migrations, (database) => {
  const open = async (demo: boolean) => {
    await identityDemo({ db: database(), clock: () => new Date() })
    return openHouse({ database: database(), routes: [...identityRoutes, whoRoute], settings: { demo } })
  }

  it('signs in with one press in the demo, with the second step', async () => {
    const house = await open(true)
    const browser = house.browser()
    const shown = await browser.get('/sign-in')
    for (const { id, name } of personas) {
      expect(shown.body.includes(`value="${id}"`) && shown.body.includes(name), name).toBe(true)
    }
    const pressed = await browser.post('/sign-in/as', { person: samira.id, to: '/s/de-waterlelie' })
    expect(pressed).toMatchObject({ status: 303, location: '/s/de-waterlelie' })
    expect(await whoIs(browser)).toMatchObject({ name: samira.name, secondFactor: true })
  })

  it('lets nobody be who is not a persona', async () => {
    const house = await open(true)
    const other = demoPeople.find(({ id }) => !personas.some((persona) => persona.id === id))
    for (const person of [other?.id ?? '', '', "' or true --"]) {
      expect((await house.browser().post('/sign-in/as', { person })).status).toBe(404)
    }
  })

  it('is not there outside the demo', async () => {
    const house = await open(false)
    const browser = house.browser()
    expect((await browser.get('/sign-in')).body).not.toContain(samira.name)
    expect((await browser.post('/sign-in/as', { person: samira.id })).status).toBe(404)
    expect([...browser.cookies]).toEqual([])
    expect(identityRoutes.filter(({ path }) => path === '/sign-in/as').map(({ demo }) => demo)).toEqual([true])
  })
})
