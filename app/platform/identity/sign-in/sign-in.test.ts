import { expect, it } from 'vitest'
import { migrations } from '../../../migrations.ts'
import { onBothEngines } from '../../database/testing.ts'
import { everyone, signedIn } from '../../web/access.ts'
import type { Route } from '../../web/route.ts'
import { demoPeople, personas } from '../demo-people.ts'
import { identityDemo } from '../identity-demo.ts'
import { identityRoutes } from '../identity-routes.ts'
import { type House, openHouse, type TestBrowser } from '../testing.ts'

const whoRoutes: readonly Route[] = [
  { method: 'GET', path: '/who', access: everyone, handle: (c) => c.json(c.var.visit.viewer) },
  { method: 'GET', path: '/mine', access: signedIn, handle: (c) => c.text('mine') },
]

const samira = personas[0]
if (samira === undefined) throw new Error('The demo has no personas.')
const email = demoPeople.find(({ id }) => id === samira.id)?.email ?? ''

onBothEngines('signing in by mail', migrations, (database) => {
  let now = new Date()
  const open = async (settings = {}): Promise<House> => {
    now = new Date()
    await identityDemo({ db: database(), clock: () => now })
    return openHouse({ database: database(), routes: [...identityRoutes, ...whoRoutes], settings, clock: () => now })
  }
  const who = async (browser: TestBrowser) => JSON.parse((await browser.get('/who')).body) as Record<string, unknown>
  const linkIn = (house: House) => {
    const address = /http\S+/.exec(house.letters.at(-1)?.text ?? '')?.[0] ?? ''
    return new URL(address)
  }

  it('mails a link that, opened and pressed, signs in and goes on where one was', async () => {
    const house = await open()
    const browser = house.browser()
    const asked = await browser.post('/sign-in', { email: ` ${email.toUpperCase()} `, to: '/s/de-waterlelie?a=1' })
    expect(asked).toMatchObject({ status: 303, location: '/sign-in/sent' })
    expect(house.letters).toHaveLength(1)
    const link = linkIn(house)
    const opened = await browser.get(link.pathname + link.search)
    expect(opened.status).toBe(200)
    expect(opened.body).toContain(email)
    expect(await who(browser)).toEqual({ kind: 'nobody' })
    const pressed = await browser.post('/sign-in/link', Object.fromEntries(link.searchParams))
    expect(pressed).toMatchObject({ status: 303, location: '/s/de-waterlelie?a=1' })
    expect(await who(browser)).toMatchObject({ kind: 'person', name: 'Samira Mansouri', secondFactor: false })
    expect(house.faults).toEqual([])
  })
})
