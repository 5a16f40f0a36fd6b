import { beforeEach, expect, it } from 'vitest'
import { organisationScope, system } from '../../../../platform/database/scope.ts'
import { asSystem, onBothEngines } from '../../../../platform/database/testing.ts'
import {
  type DemoOrganisation,
  deKlimboom,
  demoId,
  demoPeople,
  deWaterlelie,
  hetStroomdal,
  zuivelhuis,
} from '../../../../platform/identity/demo-people.ts'
import { identityDemo } from '../../../../platform/identity/identity-demo.ts'
import { type House, openHouse, signInForTest, type TestBrowser } from '../../../../platform/identity/testing.ts'
import { addDays, amsterdamDay } from '../../../../platform/text/days.ts'
import { neighbourDemo } from '../../demo/neighbour-demo.ts'
import { migrations } from '../../testing.ts'
import { partsOf, shareOf } from '../area-store.ts'
import { countSchools } from '../count-schools.ts'
import { movementDemo } from '../demo.ts'
import { movementRoutes } from '../routes.ts'

const start = new Date('2026-11-22T12:00:00Z')
const tables = ['evaluations', 'bookings', 'afternoons', 'stories', 'schools'] as const

onBothEngines('the movement', migrations, (database) => {
  let house: House
  const clock = () => start

  beforeEach(async () => {
    for (const table of tables) await asSystem(database(), `delete from movement_${table}`)
    // So that the demo is written again.
    await asSystem(database(), 'delete from operations')
    house = openHouse({ database: database(), routes: movementRoutes, clock })
    await identityDemo({ db: database(), clock })
    await neighbourDemo({ db: database(), clock })
    await movementDemo({ db: database(), clock })
  })

  const personIn = (at: DemoOrganisation, role: string) =>
    demoPeople.find((each) => each.organisation === at.id && each.role === role)
  const leaderOf = (at: DemoOrganisation) => personIn(at, 'leader')
  const as = (at: DemoOrganisation, role: string): Promise<TestBrowser> =>
    signInForTest(house, personIn(at, role)?.id ?? '')
  const aldermeer = { kind: 'municipality', code: '9901' } as const
  const share = () => database().run(organisationScope(deKlimboom.id), (trx) => shareOf(trx, aldermeer))

  it('counts a school that is seen and in rhythm, of all open schools of the register', async () => {
    expect(await share()).toMatchObject({ name: 'Aldermeer', schools: 10, inRhythm: 1 })
    await asSystem(database(), `update register_schools set closed_since = '2099-01-01' where code = '99AB00'`)
    expect(await share()).toMatchObject({ schools: 9, inRhythm: 1 })
    const page = await house.browser().get('/movement/in/m-9901')
    expect(page.body).toContain('At least 1 of 9 schools works this way')
    expect(page.body).toContain('Fewer than 10 schools')
    await asSystem(database(), `update register_schools set closed_since = null where code = '99AB00'`)
    const parts = await database().run(system, (trx) => partsOf(trx, { kind: 'country' }))
    expect(parts.map(({ name, schools, inRhythm }) => [name, schools, inRhythm])).toEqual([
      ['Merenland', 16, 1],
      ['Zandland', 4, 0],
    ])
  })

  it('no longer counts a school whose teams stopped, and says so to its leader only', async () => {
    const [weeks, back] = [`started_at - interval '100 days'`, `started_at + interval '100 days'`]
    await asSystem(database(), `update board_sessions set started_at = ${weeks}`)
    await countSchools({ db: database(), clock })
    expect(await share()).toMatchObject({ schools: 10, inRhythm: 0 })
    expect((await house.browser().get('/movement/in/m-9901')).body).not.toContain('De Klimboom')
    const leader = await as(deKlimboom, 'leader')
    expect((await leader.get('/s/de-klimboom/movement')).body).toContain('You do not count yet')
    await asSystem(database(), `update board_sessions set started_at = ${back}`)
    await countSchools({ db: database(), clock })
    expect(await share()).toMatchObject({ inRhythm: 1 })
  })

  it('does not count a school without a board session, however much it is seen', async () => {
    const leader = await as(deWaterlelie, 'leader')
    expect((await leader.post('/s/de-waterlelie/movement/seen', { seen: 'yes' })).status).toBe(303)
    expect((await leader.get('/s/de-waterlelie/movement')).body).toContain('You do not count yet')
    expect(await share()).toMatchObject({ inRhythm: 1 })
    expect((await house.browser().get('/movement/in/m-9901')).body).not.toContain('De Waterlelie')
  })

  it('lets only the leader speak for the school, and its governing body look', async () => {
    for (const role of ['teacher', 'coach']) {
      const member = await as(deWaterlelie, role)
      expect((await member.get('/s/de-waterlelie/movement')).status).toBe(403)
      expect((await member.post('/s/de-waterlelie/movement/seen', { seen: 'yes' })).status).toBe(403)
    }
    const board = await as(hetStroomdal, 'board')
    const page = await board.get('/s/het-stroomdal/movement')
    expect(page.body.indexOf('De Klimboom')).toBeLessThan(page.body.indexOf('De Waterlelie'))
    expect((await board.post('/s/de-waterlelie/movement/seen', { seen: 'yes' })).status).toBe(403)
    expect((await board.get('/s/de-waterlelie/movement')).body).toContain('The school leader chooses this')
  })

  it('refuses what is certainly about a person, and lets a name through when somebody looked', async () => {
    const leader = await as(deWaterlelie, 'leader')
    const tell = (did: string, looked = {}) =>
      leader.post('/s/de-waterlelie/movement/stories', { title: 'Een les', did, noticed: 'Ze vragen meer.', ...looked })
    const mail = await tell('Mail naar sem@voorbeeld.nl.', { looked: 'yes' })
    expect([mail.status, mail.body.includes('sem@voorbeeld.nl. Take it out')]).toEqual([422, true])
    expect(mail.body).not.toContain('I have looked')
    const name = await tell('Daarna hielp Fatima de Boer haar groep.')
    expect([name.status, name.body.includes('I have looked')]).toEqual([422, true])
    expect((await tell('Daarna hielp Fatima de Boer haar groep.', { looked: 'yes' })).status).toBe(303)
    expect((await house.browser().get('/movement/stories')).body).toContain('Een les')
  })

  it('gives an afternoon to who is first, takes it back when called off, and asks how it was only afterwards', async () => {
    const afternoon = demoId('movement zuivelhuis-aldermeer Kijk mee bij de dagstart van de kaasmakerij')
    const form = { people: '26', contact: 'directie@school.example' }
    const [leader, other, partner] = [
      await as(deWaterlelie, 'leader'),
      await as(deKlimboom, 'leader'),
      await as(zuivelhuis, 'leader'),
    ]
    const lettersBefore = house.letters.length
    const many = await leader.post(`/s/de-waterlelie/movement/afternoons/${afternoon}`, { ...form, people: '31' })
    expect(many.status).toBe(422)
    const booked = await leader.post(`/s/de-waterlelie/movement/afternoons/${afternoon}`, form)
    expect(booked.status).toBe(303)
    // The partner hears of it, with a link to its own page of the booking.
    const [letter, ...more] = house.letters.slice(lettersBefore)
    expect([letter?.to, more.length]).toEqual([leaderOf(zuivelhuis)?.email, 0])
    expect(letter?.subject).toBe('De Waterlelie boekt een middag bij jullie')
    expect(letter?.text).toContain(`/s/zuivelhuis-aldermeer/movement/bookings/${booked.location?.split('/').at(-1)}`)
    const late = await other.post(`/s/de-klimboom/movement/afternoons/${afternoon}`, form)
    expect([late.status, late.body.includes('Somebody else has just booked')]).toEqual([422, true])
    expect(late.body).not.toContain('De Waterlelie')

    const booking = booked.location?.split('/').at(-1) ?? ''
    const [mine, theirs] = [booked.location ?? '', `/s/zuivelhuis-aldermeer/movement/bookings/${booking}`]
    expect((await other.get(`/s/de-klimboom/movement/bookings/${booking}`)).status).toBe(404)
    expect((await partner.get(theirs)).body).toContain('directie@school.example')
    const evaluation = { peopleCame: '20', worth: '1', tookAlong: 'Een bord' }
    expect((await leader.post(`${mine}/evaluation`, evaluation)).status).toBe(404)

    // Booked means not withdrawn; called off means free again.
    await partner.post(`/s/zuivelhuis-aldermeer/movement/afternoons/${afternoon}/withdraw`)
    expect((await leader.get(mine)).status).toBe(200)
    await partner.post(`${theirs}/cancel`)
    // Once, also where it is pressed again.
    await partner.post(`${theirs}/cancel`)
    const told = house.letters.slice(lettersBefore + 1)
    expect(told.map(({ to, subject }) => [to, subject])).toEqual([
      [leaderOf(deWaterlelie)?.email, 'Zuivelhuis Aldermeer zegt de middag af'],
    ])
    expect((await leader.get(mine)).body).toContain('The organisation has cancelled')
    const again = await other.post(`/s/de-klimboom/movement/afternoons/${afternoon}`, form)
    expect(again.status).toBe(303)
    await asSystem(database(), `update movement_afternoons set starts_at = '2026-11-20T12:30Z' where id = $1`, [
      afternoon,
    ])
    expect((await other.post(`${again.location}/evaluation`, { ...evaluation, worth: '4' })).status).toBe(422)
    expect((await other.post(`${again.location}/evaluation`, evaluation)).status).toBe(303)
    const seen = await partner.get(theirs.replace(booking, again.location?.split('/').at(-1) ?? ''))
    expect(seen.body).toContain('Een bord')
    expect(house.faults).toEqual([])
  })

  it('offers no afternoon in the past, and none of a school', async () => {
    const partner = await as(zuivelhuis, 'leader')
    const offer = { title: 'Kijk', shows: 'Zien', place: 'Hier', contact: 'mail', minutes: '120', mostPeople: '30' }
    const post = (who: TestBrowser, slug: string, day: string, from = '13:30') =>
      who.post(`/s/${slug}/movement/offer`, { ...offer, day, from })
    const today = amsterdamDay(start)
    expect((await post(partner, 'zuivelhuis-aldermeer', addDays(today, -1))).body).toContain('That day is past')
    expect((await post(partner, 'zuivelhuis-aldermeer', today, '25:00')).body).toContain('Write a time')
    expect((await post(partner, 'zuivelhuis-aldermeer', addDays(today, 7))).status).toBe(303)
    expect((await post(await as(deWaterlelie, 'leader'), 'de-waterlelie', addDays(today, 7))).status).toBe(404)
    const [row] = await asSystem(database(), `select starts_at from movement_afternoons where title = 'Kijk'`)
    expect(row?.starts_at).toEqual(new Date('2026-11-29T12:30:00Z'))
  })
})
