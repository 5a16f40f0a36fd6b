import { afterEach, beforeEach, expect, it } from 'vitest'
import { onBothEngines } from '../../database/testing.ts'
import { platformMigrations as migrations } from '../../migrations.ts'
import { personas } from '../demo-people.ts'
import { identityDemo } from '../identity-demo.ts'
import { identityRoutes } from '../identity-routes.ts'
import { type House, openHouse, signInForTest, whoIs, whoRoute } from '../testing.ts'

const [samira, amina] = personas
if (samira === undefined || amina === undefined) throw new Error('The demo has no personas.')

onBothEngines('the account page', migrations, (database) => {
  let house: House
  beforeEach(async () => {
    await identityDemo({ db: database(), clock: () => new Date() })
    house = openHouse({ database: database(), routes: [...identityRoutes, whoRoute] })
  })
  afterEach(() => expect(house.faults).toEqual([]))

  it('is for who is signed in', async () => {
    expect((await house.browser().get('/account')).location).toBe('/sign-in?to=%2Faccount')
    expect((await house.browser().post('/account', { name: 'Niemand' })).status).toBe(401)
  })

  it('changes name and language, of oneself only', async () => {
    const browser = await signInForTest(house, amina.id)
    const saved = await browser.post('/account', { name: 'Amina B.', language: 'nl', id: samira.id })
    expect(saved.location).toBe('/account?done=saved')
    expect(await whoIs(browser)).toMatchObject({ name: 'Amina B.', locale: 'nl' })
    expect(browser.cookies.get('language')).toBe('nl')
    expect((await browser.get('/account')).body.includes('Mijn account')).toBe(true)
    expect(await whoIs(await signInForTest(house, samira.id))).toMatchObject({ name: samira.name, locale: null })
    const elsewhere = await signInForTest(house, amina.id)
    expect((await elsewhere.get('/account')).body.includes('Mijn account')).toBe(true)
    elsewhere.cookies.set('language', 'en')
    expect((await elsewhere.get('/account')).body.includes('My account')).toBe(true)
  })

  it('wants a name, and gives the form back', async () => {
    const browser = await signInForTest(house, amina.id)
    const answer = await browser.post('/account', { name: 'A' })
    expect(answer.status).toBe(422)
    expect(answer.body.includes('id="name-wrong"')).toBe(true)
  })

  it('shows every device and signs out each of them, and nobody else’s', async () => {
    const here = await signInForTest(house, amina.id)
    const there = await signInForTest(house, amina.id)
    const other = await signInForTest(house, samira.id)
    here.cookies.set('language', 'en')
    const { body } = await here.get('/account')
    const ends = [...body.matchAll(/action="(\/account\/devices\/[0-9a-f-]+\/end)"/g)].map(([, action]) => action ?? '')
    expect(ends.length).toBeGreaterThanOrEqual(2)
    expect(body.match(/>this device</g)).toHaveLength(1)
    for (const action of ends) await other.post(action)
    expect(await whoIs(there)).toMatchObject({ kind: 'person' })
    await here.post('/account/devices/end-others')
    expect(await whoIs(there)).toMatchObject({ kind: 'nobody' })
    expect(await whoIs(here)).toMatchObject({ kind: 'person' })
    expect(await whoIs(other)).toMatchObject({ kind: 'person' })
    for (const action of ends) await here.post(action)
    expect(await whoIs(here)).toMatchObject({ kind: 'nobody' })
  })
})
