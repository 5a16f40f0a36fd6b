import { beforeEach, expect, test } from 'vitest'
import { onBothEngines } from '../../../../platform/database/testing.ts'
import { demoMembers, demoTeam, deWaterlelie } from '../../../../platform/identity/demo-people.ts'
import { identityDemo } from '../../../../platform/identity/identity-demo.ts'
import { type House, openHouse, signInForTest, type TestBrowser } from '../../../../platform/identity/testing.ts'
import type { Reference, ReferenceSource } from '../../../../platform/web/reference.ts'
import { referenceRoute } from '../../../../platform/web/reference-route.ts'
import type { Route } from '../../../../platform/web/route.ts'
import type { Services } from '../../../../platform/web/services.ts'
import { migrations } from '../../testing.ts'
import { boardRoutes } from '../board/board-routes.ts'

const clock = () => new Date('2026-11-22T12:00:00Z')

/** What another module would offer: one figure, for this school only. */
const arithmetic: Reference = {
  key: 'result:arithmetic-2026',
  label: 'rekenen onder de norm van vergelijkbare scholen',
  href: '/s/de-waterlelie/results/arithmetic',
}
const results: ReferenceSource = {
  kind: 'result',
  offer: async (_trx, { visit }) => (visit.organisation?.slug === deWaterlelie.slug ? [arithmetic] : []),
  find: async (_trx, _query, id) => (id === 'arithmetic-2026' ? arithmetic : null),
}

onBothEngines('a reason that another module offers', migrations, (database) => {
  let house: House
  let browser: TestBrowser
  let board: string

  beforeEach(async () => {
    const routes: readonly Route[] = [referenceRoute, ...boardRoutes].map((route) => ({
      ...route,
      handle: (c) => {
        // On top of the services of the test, some of which must not even be looked at.
        const services: Services = Object.create(c.var.services, { references: { value: [results] } })
        c.set('services', services)
        return route.handle(c)
      },
    }))
    house = openHouse({ database: database(), routes, clock })
    await identityDemo({ db: database(), clock })
    browser = await signInForTest(house, demoMembers(demoTeam(deWaterlelie, 'Middenbouw'))[0]?.id ?? '')
    board = (await browser.get(`/s/${deWaterlelie.slug}/teams/middenbouw/board`)).location ?? ''
  })

  test('is chosen at a goal, stands there as a chip, and leads to where it is from', async () => {
    expect((await browser.get(`${board}/goals/new`)).body).toContain(arithmetic.label)
    await browser.post(`${board}/goals`, { effect: 'Uitleg geven', reasonFrom: arithmetic.key })
    const page = (await browser.get(board)).body
    const href = /<a class="chip tone-insight" href="([^"]*)"/.exec(page)?.[1] ?? ''
    expect(href).toBe('/s/de-waterlelie/references/result/arithmetic-2026')
    expect(page).toContain(`from: ${arithmetic.label}`)
    expect((await browser.get(href)).location).toBe(arithmetic.href)
    expect(house.faults).toEqual([])
  })

  test('of nothing that anybody offers leaves the team’s own words', async () => {
    const reason = 'gezien in de les'
    await browser.post(`${board}/goals`, { effect: 'Vragen stellen', reason, reasonFrom: 'result:gone' })
    expect((await browser.get(board)).body).toContain(`why: ${reason}`)
    expect((await browser.get('/s/de-waterlelie/references/result/gone')).status).toBe(404)
    expect((await browser.get('/s/de-waterlelie/references/nobody/1')).status).toBe(404)
  })
})
