import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { onBothEngines } from '../../database/testing.ts'
import { platformMigrations as migrations } from '../../migrations.ts'
import { anyMember, operator } from '../../web/access.ts'
import type { Route } from '../../web/route.ts'
import { demoPeople, demoPlatform, deWaterlelie } from '../demo-people.ts'
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
import { totpCode } from './totp.ts'

const schoolRoutes: readonly Route[] = [
  { method: 'GET', path: '/s/:organisation/board', access: anyMember, handle: (c) => c.text('the board') },
  { method: 'POST', path: '/s/:organisation/board', access: anyMember, handle: (c) => c.text('written') },
  { method: 'GET', path: '/admin', access: operator, handle: (c) => c.text('administration') },
]
const personWith = (role: string, place = deWaterlelie) => {
  const found = demoPeople.find((person) => person.role === role && person.organisation === place.id)
  if (found === undefined) throw new Error(`Nobody is ${role} of ${place.name}.`)
  return found
}
const leader = personWith('leader')
const minute = 60_000
const day = 24 * 60 * minute

onBothEngines('the second step', migrations, (database) => {
  let house: House
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    await identityDemo({ db: database(), clock: () => new Date() })
    house = openHouse({ database: database(), routes: [...schoolRoutes, ...identityRoutes, whoRoute] })
  })
  afterEach(async () => {
    for (const table of ['two_factors', 'recovery_codes', 'passkeys', 'sessions']) {
      await systemRows(database(), sql`delete from ${sql.table(table)}`)
    }
    vi.useRealTimers()
    expect(house.faults).toEqual([])
  })
  const later = (ms: number) => vi.setSystemTime(Date.now() + ms)

  /** Sets up the app as a person would; resolves to the secret that the app then knows. */
  const setUpApp = async (browser: TestBrowser): Promise<string> => {
    expect(await browser.post('/second-step/app/start', { to: '/s/de-waterlelie/board' })).toMatchObject({
      status: 303,
    })
    const shown = await browser.get('/second-step/app')
    const secret = secretOn(shown.body)
    const connected = await browser.post('/second-step/app', { code: await totpCode(secret, new Date()) })
    expect(connected.status).toBe(303)
    return secret
  }
  const recoveryCodes = async (browser: TestBrowser): Promise<readonly string[]> => {
    const { body } = await browser.post('/second-step/recovery-codes')
    return [...body.matchAll(/<code>([0-9A-Z]{5}-[0-9A-Z]{5})<\/code>/g)].map(([, code]) => code ?? '')
  }

  it('is asked of a leader on every page of the school, and of nobody who only teaches', async () => {
    const weak = await signInForTest(house, leader.id, false)
    const gate = { status: 303, location: `/second-step?to=${encodeURIComponent('/s/de-waterlelie/board')}` }
    expect(await weak.get('/s/de-waterlelie/board')).toMatchObject(gate)
    expect((await weak.post('/s/de-waterlelie/board')).status).toBe(403)
    expect((await weak.get('/account')).status).toBe(200)
    for (const role of ['teacher', 'coach']) {
      const colleague = await signInForTest(house, personWith(role).id, false)
      expect((await colleague.get('/s/de-waterlelie/board')).status, role).toBe(200)
    }
    const strong = await signInForTest(house, leader.id, true)
    expect((await strong.get('/s/de-waterlelie/board')).body).toBe('the board')
  })

  it('is asked of an admin of the platform', async () => {
    const admin = personWith('admin', demoPlatform)
    expect((await (await signInForTest(house, admin.id, false)).get('/admin')).location).toBe(
      '/second-step?to=%2Fadmin',
    )
    expect((await (await signInForTest(house, admin.id, true)).get('/admin')).body).toBe('administration')
  })

  it('does not tell a stranger whether there is such a page', async () => {
    const elsewhere = await signInForTest(house, leader.id, false)
    expect((await elsewhere.get('/s/overhaal-college/board')).status).toBe(404)
  })

  it('counts for 30 days on this device', async () => {
    const browser = await signInForTest(house, leader.id, true)
    for (let week = 0; week < 4; week++) {
      later(7 * day)
      expect(await whoIs(browser)).toMatchObject({ secondFactor: true })
    }
    later(3 * day)
    expect(await whoIs(browser)).toMatchObject({ kind: 'person', secondFactor: false })
  })

  it('is set up with an app, and from then on a code of it opens the door', async () => {
    const browser = await signInForTest(house, leader.id, false)
    expect((await browser.get('/second-step')).body).toContain('/second-step/app/start')
    const before = browser.cookies.get('kantelpunt.session_token')
    const secret = await setUpApp(browser)
    expect(browser.cookies.get('kantelpunt.session_token')).not.toBe(before)
    expect(await whoIs(browser)).toMatchObject({ secondFactor: true })
    const elsewhere = await signInForTest(house, leader.id, false)
    expect((await elsewhere.get('/second-step')).body).toContain('action="/second-step/code"')
    later(minute)
    const code = await totpCode(secret, new Date())
    const answer = await elsewhere.post('/second-step/code', { code, to: '/s/de-waterlelie/board' })
    expect(answer).toMatchObject({ status: 303, location: '/s/de-waterlelie/board' })
    expect(await whoIs(elsewhere)).toMatchObject({ secondFactor: true })
  })

  it('keeps the secret of the app encrypted', async () => {
    const secret = await setUpApp(await signInForTest(house, leader.id, false))
    const [row] = await systemRows(database(), sql`select secret from two_factors where user_id = ${leader.id}`)
    expect(JSON.stringify(row)).not.toContain(secret)
  })

  it('takes a code once, also of two who send it at the same moment', async () => {
    const secret = await setUpApp(await signInForTest(house, leader.id, false))
    later(minute)
    const code = await totpCode(secret, new Date())
    const browsers = await Promise.all([1, 2, 3].map(() => signInForTest(house, leader.id, false)))
    const answers = await Promise.all(browsers.map((browser) => browser.post('/second-step/code', { code })))
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422, 422])
  })

  it('stops believing codes for a quarter of an hour after five wrong ones', async () => {
    const secret = await setUpApp(await signInForTest(house, leader.id, false))
    const browser = await signInForTest(house, leader.id, false)
    later(minute)
    const right = () => totpCode(secret, new Date())
    for (let i = 0; i < 5; i++) {
      const wrong = (await right()) === '000000' ? '111111' : '000000'
      expect((await browser.post('/second-step/code', { code: wrong })).body).toContain('This code is wrong')
    }
    const locked = await browser.post('/second-step/code', { code: await right() })
    expect(locked.status).toBe(422)
    expect(locked.body).toContain('Too many wrong codes')
    later(16 * minute)
    expect((await browser.post('/second-step/code', { code: await right() })).status).toBe(303)
  })

  it('does not take the code of an app that is only being set up', async () => {
    const browser = await signInForTest(house, leader.id, false)
    await browser.post('/second-step/app/start')
    const secret = secretOn((await browser.get('/second-step/app')).body)
    const answer = await browser.post('/second-step/code', { code: await totpCode(secret, new Date()) })
    expect(answer.status).toBe(422)
    expect(await whoIs(browser)).toMatchObject({ secondFactor: false })
  })

  it('lets nobody with only the mail add, replace or remove a lock of somebody who has one', async () => {
    await setUpApp(await signInForTest(house, leader.id, false))
    await house.browser().post('/sign-in', { email: leader.email })
    const thief = house.browser()
    await pressLink(thief, linkIn(house.letters.at(-1)))
    expect(await whoIs(thief)).toMatchObject({ kind: 'person', secondFactor: false })
    const gate = { status: 303, location: expect.stringMatching(/^\/second-step(\?|$)/) }
    expect(await thief.get('/second-step/set-up')).toMatchObject(gate)
    expect(await thief.post('/second-step/app/start')).toMatchObject(gate)
    expect(await thief.get('/second-step/app')).toMatchObject(gate)
    expect(await thief.post('/second-step/app', { code: '123456' })).toMatchObject(gate)
    expect(await thief.post('/second-step/recovery-codes')).toMatchObject(gate)
    expect(await thief.post('/account/app/remove')).toMatchObject(gate)
    expect((await thief.get('/auth/passkey/register')).status).toBe(403)
    expect((await thief.json('/auth/passkey/register', { response: {} })).status).toBe(403)
    const rows = await systemRows(database(), sql`select confirmed_at is not null as works from two_factors`)
    expect(rows).toEqual([{ works: true }])
  })

  it('wants a fresh sign-in before the first lock is chosen', async () => {
    const browser = await signInForTest(house, leader.id, false)
    later(25 * 60 * minute)
    expect((await browser.get('/second-step')).status).toBe(403)
    expect((await browser.post('/second-step/app/start')).status).toBe(403)
    expect((await browser.get('/auth/passkey/register')).status).toBe(403)
    expect(await systemRows(database(), sql`select * from two_factors`)).toEqual([])
  })

  it('gives ten recovery codes, each good for one time and of use to nobody else', async () => {
    const browser = await signInForTest(house, leader.id, false)
    await setUpApp(browser)
    const codes = await recoveryCodes(browser)
    expect(new Set(codes).size).toBe(10)
    const [first = '', second = ''] = codes
    const rows = await systemRows(database(), sql`select * from recovery_codes`)
    expect(rows).toHaveLength(10)
    for (const code of codes) expect(JSON.stringify(rows)).not.toContain(code)

    const lost = await signInForTest(house, leader.id, false)
    const typed = first.toLowerCase().replace('-', ' ')
    expect(await lost.post('/second-step/recovery', { recovery: typed, to: '/account' })).toMatchObject({
      status: 303,
      location: '/account',
    })
    expect(await whoIs(lost)).toMatchObject({ secondFactor: true })
    const thief = await signInForTest(house, leader.id, false)
    expect((await thief.post('/second-step/recovery', { recovery: first })).status).toBe(422)
    const colleague = await signInForTest(house, personWith('teacher').id, false)
    expect((await colleague.post('/second-step/recovery', { recovery: second })).status).toBe(422)
    expect(await whoIs(colleague)).toMatchObject({ secondFactor: false })

    const fresh = await recoveryCodes(browser)
    expect(fresh.some((code) => codes.includes(code))).toBe(false)
    expect((await thief.post('/second-step/recovery', { recovery: second })).status).toBe(422)
  })

  it('lets its owner take it away', async () => {
    const browser = await signInForTest(house, leader.id, false)
    await setUpApp(browser)
    expect((await browser.get('/account')).body).toContain('/account/app/remove')
    await browser.post('/account/app/remove')
    expect(await systemRows(database(), sql`select * from two_factors`)).toEqual([])
  })
})

function secretOn(page: string): string {
  const words = /<code>([A-Z2-7 ]+)<\/code>/.exec(page)?.[1]?.replaceAll(' ', '') ?? ''
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...words].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const bytes = bits.match(/[01]{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? []
  return Buffer.from(bytes).toString('utf8')
}
