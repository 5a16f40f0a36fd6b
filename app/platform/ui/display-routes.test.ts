import { expect, it, test } from 'vitest'
import { onBothEngines } from '../database/testing.ts'
import { demoPeople } from '../identity/demo-people.ts'
import { identityDemo } from '../identity/identity-demo.ts'
import { openHouse, signInForTest, whoIs, whoRoute } from '../identity/testing.ts'
import { platformMigrations } from '../migrations.ts'
import { displayRoutes, ownPath } from './display-routes.ts'

test('going back stays on this server', () => {
  expect(ownPath('/s/waterlelie/boards?zone=goals')).toBe('/s/waterlelie/boards?zone=goals')
  for (const elsewhere of [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/a\nb',
    '',
    undefined,
  ])
    expect(ownPath(elsewhere)).toBe('/')
})

onBothEngines('the choice of a language', platformMigrations, (database) => {
  it('stays with the account of who is signed in, and with the device of anybody', async () => {
    const [person, other] = demoPeople
    if (person === undefined || other === undefined) throw new Error('The demo has nobody.')
    await identityDemo({ db: database(), clock: () => new Date() })
    const house = openHouse({ database: database(), routes: [...displayRoutes, whoRoute] })
    const browser = await signInForTest(house, person.id)
    const chosen = await browser.post('/display', { language: 'nl', back: '/account' })
    expect([chosen.status, chosen.location]).toEqual([303, '/account'])
    expect(browser.cookies.get('language')).toBe('nl')
    const nextDevice = await signInForTest(house, person.id)
    expect(await whoIs(nextDevice)).toMatchObject({ id: person.id, locale: 'nl' })

    await nextDevice.post('/display', { theme: 'dark' })
    await nextDevice.post('/display', { language: 'klingon' })
    const stranger = house.browser()
    expect((await stranger.post('/display', { language: 'en' })).status).toBe(303)
    expect(stranger.cookies.get('language')).toBe('en')
    expect(await whoIs(nextDevice)).toMatchObject({ locale: 'nl' })
    expect(await whoIs(await signInForTest(house, other.id))).toMatchObject({ locale: null })
    expect(house.faults).toEqual([])
  })
})
