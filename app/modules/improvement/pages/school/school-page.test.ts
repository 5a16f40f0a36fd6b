import { beforeEach, expect, test } from 'vitest'
import { system } from '../../../../platform/database/scope.ts'
import { onBothEngines } from '../../../../platform/database/testing.ts'
import { deWaterlelie, hetStroomdal, personas } from '../../../../platform/identity/demo-people.ts'
import { identityDemo } from '../../../../platform/identity/identity-demo.ts'
import { type House, openHouse, signInForTest, type TestBrowser } from '../../../../platform/identity/testing.ts'
import { migrations } from '../../testing.ts'
import { yearRoutes } from '../year/year-routes.ts'
import { schoolRoute } from './school-page.tsx'

const school = `/s/${deWaterlelie.slug}`
const notChosen = 'Your holiday region has not been chosen yet.'

onBothEngines('a school without a holiday region', migrations, (database) => {
  let house: House
  const as = (who: number): Promise<TestBrowser> => signInForTest(house, personas[who]?.id ?? '')
  const [leader, teacher, boardMember] = [0, 1, 4]

  beforeEach(async () => {
    // Three weeks of school, with the two of Christmas in between: 20 December until and with 4 January.
    house = openHouse({
      database: database(),
      routes: [schoolRoute, ...yearRoutes],
      clock: () => new Date('2026-01-13T12:00:00Z'),
    })
    await identityDemo({ db: database(), clock: () => new Date('2025-12-08T12:00:00Z') })
    await database().run(system, (trx) =>
      trx.updateTable('organisations').set({ holiday_region: null }).where('id', '=', deWaterlelie.id).execute(),
    )
  })

  test('is not held to the weeks that are off everywhere, and is told where to choose its region', async () => {
    const { body } = await (await as(leader)).get(school)
    expect(body).toContain('0 of 3 school weeks')
    expect(body).toContain(notChosen)
    expect(body).toContain(`<a href="${school}/year/2025/set-up">Choose the holiday region</a>`)
    const seen = (await (await as(teacher)).get(school)).body
    expect(seen).toContain(notChosen)
    expect(seen).not.toContain('Choose the holiday region')
    const board = (await (await as(boardMember)).get(`/s/${hetStroomdal.slug}`)).body
    expect(board).toContain('The holiday region of De Waterlelie has not been chosen yet')
    expect(house.faults).toEqual([])
  })

  test('chooses its region with the dates of its year board, and the word about it is gone', async () => {
    const browser = await as(leader)
    const datesIn = (body: string) =>
      Object.fromEntries(
        [...body.matchAll(/name="((?:starts|ends)On\d)"[^>]*value="([^"]+)"/g)].map(([, name = '', day = '']) => [
          name,
          day,
        ]),
      )
    const setUp = `${school}/year/2025/set-up`
    const form = datesIn((await browser.get(setUp)).body)
    await browser.post(setUp, { ...form, region: 'midden', ambition: 'Wij leren hardop' })
    await database().run(system, (trx) =>
      trx.updateTable('organisations').set({ holiday_region: null }).where('id', '=', deWaterlelie.id).execute(),
    )
    const dates = `${school}/year/2025/dates`
    expect((await browser.get(school)).body).toContain(`<a href="${dates}">Choose the holiday region</a>`)
    expect((await browser.get(dates)).body).not.toMatch(/type="radio"[^>]*checked/)
    expect((await browser.post(dates, { ...form, region: 'oost' })).status).toBe(422)
    expect((await browser.post(dates, { ...form, region: 'midden' })).status).toBe(303)
    expect((await browser.get(dates)).body).toMatch(/type="radio" name="region" value="midden" checked/)
    expect((await browser.get(school)).body).not.toContain(notChosen)
    expect((await browser.post(dates, form)).status).toBe(303)
    expect((await browser.get(school)).body).not.toContain(notChosen)
  })
})
