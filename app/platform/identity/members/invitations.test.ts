import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { onBothEngines } from '../../database/testing.ts'
import { platformMigrations as migrations } from '../../migrations.ts'
import { deKlimboom, demoPeople, demoTeam, deWaterlelie } from '../demo-people.ts'
import { identityDemo } from '../identity-demo.ts'
import { forgetWhatEnded } from '../identity-jobs.ts'
import { identityRoutes } from '../identity-routes.ts'
import {
  type House,
  linkIn,
  openHouse,
  signInForTest,
  systemRows,
  type TestBrowser,
  whoIs,
  whoRoute,
} from '../testing.ts'

const leader = demoPeople.find(({ role, organisation }) => role === 'leader' && organisation === deWaterlelie.id)
const stranger = demoPeople.find(({ role, organisation }) => role === 'teacher' && organisation === deKlimboom.id)
if (leader === undefined || stranger === undefined) throw new Error('The demo lacks people.')
const lower = demoTeam(deWaterlelie, 'Onderbouw')
const day = 24 * 3600_000
const people = '/s/de-waterlelie/people'
const email = 'joke.nieuw@de-waterlelie.example'

onBothEngines('invitations', migrations, (database) => {
  let house: House
  let samira: TestBrowser
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    await identityDemo({ db: database(), clock: () => new Date() })
    await systemRows(database(), sql`delete from invitations`)
    await systemRows(database(), sql`delete from users where email = ${email}`)
    house = openHouse({ database: database(), routes: [...identityRoutes, whoRoute] })
    samira = await signInForTest(house, leader.id)
  })
  afterEach(() => {
    vi.useRealTimers()
    expect(house.faults).toEqual([])
  })
  const later = (ms: number) => vi.setSystemTime(Date.now() + ms)
  const invite = async (form: Readonly<Record<string, string | readonly string[]>> = {}) => {
    const answer = await samira.post(`${people}/invitations`, { email, role: 'teacher', ...form })
    expect(answer.status).toBe(303)
    return linkIn(house.letters.at(-1))
  }
  const accept = (browser: TestBrowser, link: URL, name = 'Joke Nieuw') =>
    browser.post('/invitation', { token: link.searchParams.get('token') ?? '', name })

  it('bring somebody in with role, teams and a session, by a link that needs a press', async () => {
    const link = await invite({ role: 'coach', 'teams[]': [lower.id] })
    expect(house.letters.at(-1)).toMatchObject({ to: email, subject: 'Invitation from De Waterlelie' })
    const joke = house.browser()
    const shown = await joke.get(link.pathname + link.search)
    expect(shown.status).toBe(200)
    for (const words of ['De Waterlelie', 'coach', 'Samira Mansouri', email])
      expect(shown.body.includes(words)).toBe(true)
    expect(await whoIs(joke)).toMatchObject({ kind: 'nobody' })
    expect(await accept(joke, link)).toMatchObject({ status: 303, location: '/s/de-waterlelie' })
    expect(await whoIs(joke)).toMatchObject({ kind: 'person', name: 'Joke Nieuw', email, secondFactor: false })
    const rows = await systemRows(
      database(),
      sql`select role, team_id, email_verified from users join memberships on memberships.user_id = users.id
        join team_members on team_members.user_id = users.id where email = ${email}`,
    )
    expect(rows).toEqual([{ role: 'coach', team_id: lower.id, email_verified: true }])
  })

  it('are kept as a hash, and their link works once', async () => {
    const link = await invite()
    const token = link.searchParams.get('token') ?? ''
    expect(JSON.stringify(await systemRows(database(), sql`select * from invitations`)).includes(token)).toBe(false)
    expect(JSON.stringify(await systemRows(database(), sql`select * from operations`)).includes(token)).toBe(false)
    await accept(house.browser(), link)
    const thief = house.browser()
    expect((await accept(thief, link, 'Dief')).status).toBe(410)
    expect((await thief.get(link.pathname + link.search)).status).toBe(410)
    expect(await whoIs(thief)).toMatchObject({ kind: 'nobody' })
  })

  it('sign nobody in by sending the accepted form again', async () => {
    const link = await invite()
    const form = {
      token: link.searchParams.get('token') ?? '',
      name: 'Joke',
      _op: '00000000-0000-7000-8000-00000000beef',
    }
    await house.browser().post('/invitation', form)
    const thief = house.browser()
    await thief.post('/invitation', form)
    expect(await whoIs(thief)).toMatchObject({ kind: 'nobody' })
  })

  it('make one account when they are accepted twice at the same moment', async () => {
    const link = await invite()
    const answers = await Promise.all([1, 2].map(() => accept(house.browser(), link)))
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 410])
    expect(await systemRows(database(), sql`select 1 as one from users where email = ${email}`)).toHaveLength(1)
  })

  it('end after 14 days, and can be sent again with a new link', async () => {
    const first = await invite()
    later(14 * day + 1000)
    expect((await accept(house.browser(), first)).status).toBe(410)
    samira = await signInForTest(house, leader.id)
    const { body } = await samira.get(people)
    expect(body.includes('expired')).toBe(true)
    const action = /action="([^"]+\/renew)"/.exec(body)?.[1] ?? ''
    expect((await samira.post(action)).status).toBe(303)
    const second = linkIn(house.letters.at(-1))
    expect(second.href).not.toBe(first.href)
    expect((await accept(house.browser(), first)).status).toBe(410)
    expect((await accept(house.browser(), second)).status).toBe(303)
  })

  it('can be withdrawn', async () => {
    const link = await invite()
    const action = /action="([^"]+\/withdraw)"/.exec((await samira.get(people)).body)?.[1] ?? ''
    expect((await samira.post(action)).status).toBe(303)
    expect((await samira.get(people)).body.includes(email)).toBe(false)
    expect((await accept(house.browser(), link)).status).toBe(410)
  })

  it('are not reached through another school', async () => {
    await invite()
    const action = /action="([^"]+\/withdraw)"/.exec((await samira.get(people)).body)?.[1] ?? ''
    const other = demoPeople.find(({ role, organisation }) => role === 'leader' && organisation === deKlimboom.id)
    const ton = await signInForTest(house, other?.id ?? '')
    await ton.post(action.replace('de-waterlelie', 'de-klimboom'))
    expect((await ton.post(action.replace('de-waterlelie', 'de-klimboom').replace('withdraw', 'renew'))).status).toBe(
      404,
    )
    expect((await ton.post(action)).status).toBe(404)
    expect((await samira.get(people)).body.includes(email)).toBe(true)
  })

  it('add somebody who has an account elsewhere to this school, with that account', async () => {
    const link = await invite({ email: stranger.email })
    const browser = house.browser()
    expect((await browser.get(link.pathname + link.search)).body.includes('name="name"')).toBe(false)
    await accept(browser, link, '')
    expect(await whoIs(browser)).toMatchObject({ id: stranger.id, name: stranger.name })
    const rows = await systemRows(
      database(),
      sql`select organisation_id from memberships where user_id = ${stranger.id}`,
    )
    expect(rows).toHaveLength(2)
  })

  it('ask a newcomer for a name', async () => {
    const link = await invite()
    const answer = await accept(house.browser(), link, '')
    expect(answer.status).toBe(422)
    expect(answer.body.includes('id="name-wrong"')).toBe(true)
  })

  it('are refused for a colleague, or where one is open already, and nothing typed is lost', async () => {
    await invite()
    const again = await samira.post(`${people}/invitations`, { email, role: 'coach', name: 'Joke' })
    expect(again.status).toBe(422)
    expect(again.body.includes('invited already') && again.body.includes(`value="${email}"`)).toBe(true)
    const colleague = await samira.post(`${people}/invitations`, { email: leader.email, role: 'coach' })
    expect(colleague.status).toBe(422)
    expect(house.letters).toHaveLength(1)
  })

  it('ignore teams of another school', async () => {
    const link = await invite({ 'teams[]': [demoTeam(deKlimboom, 'Onderbouw').id] })
    await accept(house.browser(), link)
    const rows = await systemRows(
      database(),
      sql`select team_id from team_members join users on users.id = user_id where email = ${email}`,
    )
    expect(rows).toEqual([])
  })

  it('are forgotten 30 days after they ended', async () => {
    await invite()
    later(43 * day)
    await forgetWhatEnded({ db: database(), clock: () => new Date() })
    expect(await systemRows(database(), sql`select 1 as one from invitations`)).toHaveLength(1)
    later(2 * day)
    await forgetWhatEnded({ db: database(), clock: () => new Date() })
    expect(await systemRows(database(), sql`select 1 as one from invitations`)).toHaveLength(0)
  })
})
