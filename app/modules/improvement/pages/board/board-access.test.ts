import { v7 as uuidv7 } from 'uuid'
import { beforeEach, describe, expect, test } from 'vitest'
import { organisationScope, system } from '../../../../platform/database/scope.ts'
import { onBothEngines } from '../../../../platform/database/testing.ts'
import { demoMembers, demoPeople, demoTeam, deWaterlelie } from '../../../../platform/identity/demo-people.ts'
import { guestCookie } from '../../../../platform/identity/guest-cookie.ts'
import { createGuest } from '../../../../platform/identity/guests.ts'
import { identityDemo } from '../../../../platform/identity/identity-demo.ts'
import { type House, openHouse, signInForTest, type TestBrowser } from '../../../../platform/identity/testing.ts'
import { migrations } from '../../testing.ts'
import { boardRoutes } from './board-routes.ts'

const now = new Date('2026-11-22T12:00:00Z')
const clock = () => now
const school = `/s/${deWaterlelie.slug}`

onBothEngines('who may do what on a board', migrations, (database) => {
  let house: House
  let board: string
  const personWith = (role: string) => demoPeople.find((person) => person.role === role)?.id ?? ''
  const [member] = demoMembers(demoTeam(deWaterlelie, 'Middenbouw'))
  const [stranger] = demoMembers(demoTeam(deWaterlelie, 'Onderbouw'))
  const as = (id: string | undefined) => signInForTest(house, id ?? '')

  beforeEach(async () => {
    house = openHouse({ database: database(), routes: boardRoutes, clock })
    await identityDemo({ db: database(), clock })
    const asked = await (await as(member?.id)).get(`${school}/teams/middenbouw/board`)
    board = asked.location ?? ''
    expect(board).toMatch(/^\/s\/de-waterlelie\/boards\/[0-9a-f-]{36}$/)
    expect(house.faults).toEqual([])
  })

  const put = (browser: TestBrowser, description: string) => browser.post(`${board}/successes`, { description })

  test('a team has one board, whoever asks first and however often', async () => {
    const again = await Promise.all(
      [member?.id, stranger?.id, member?.id].map(async (id) => (await as(id)).get(`${school}/teams/middenbouw/board`)),
    )
    expect(again.map(({ location }) => location)).toEqual([board, board, board])
    expect((await (await as(member?.id)).get(`${school}/teams/bestaat-niet/board`)).status).toBe(404)
  })

  describe('writing', () => {
    test('team, coach and leader write', async () => {
      for (const id of [member?.id, personWith('coach'), personWith('leader')]) {
        const browser = await as(id)
        const said = `geschreven door ${id}`
        expect((await put(browser, said)).status).toBe(303)
        expect((await browser.get(board)).body).toContain(said)
      }
      expect(house.faults).toEqual([])
    })

    test('another team and the governing body look on', async () => {
      for (const id of [stranger?.id, personWith('board')]) {
        const browser = await as(id)
        const page = await browser.get(board)
        expect(page.status).toBe(200)
        expect(page.body).not.toContain('method="post" action="/s/')
        expect((await put(browser, 'mag niet')).status).toBe(403)
        expect((await browser.get(board)).body).not.toContain('mag niet')
        expect((await browser.get(`${board}/actions/new`)).status).not.toBe(200)
      }
    })

    test('another school and nobody at all learn nothing', async () => {
      const elsewhere = demoPeople.find((person) => person.email.endsWith('@het-zandpad.example'))?.id
      expect((await (await as(elsewhere)).get(board)).status).toBe(404)
      expect((await put(await as(elsewhere), 'mag niet')).status).toBe(404)
      expect((await house.browser().get(board)).location).toMatch(/^\/sign-in/)
    })

    test('a guest of a session writes on the board of that session, while it lasts', async () => {
      const sessionId = uuidv7()
      const boardId = board.split('/').at(-1) ?? ''
      await database().run(system, (trx) =>
        trx
          .insertInto('board_sessions')
          .values({
            organisation_id: deWaterlelie.id,
            id: sessionId,
            board_id: boardId,
            code: 'KMBTWX',
            started_at: now,
            step_started_at: now,
            step_seconds: [120, 120, 240, 300, 120],
            planned_seconds: [120, 120, 240, 300, 120],
          })
          .execute(),
      )
      const guest = await guestWith('session', `session:${sessionId}`)
      expect((await put(guest, 'van een gast')).status).toBe(303)
      const other = (await (await as(member?.id)).get(`${school}/teams/onderbouw/board`)).location ?? ''
      expect((await guest.post(`${other}/successes`, { description: 'mag niet' })).status).toBe(404)
      expect((await guest.get(`${school}/teams/middenbouw/classes`)).status).not.toBe(200)
      await database().run(system, (trx) =>
        trx
          .updateTable('board_sessions')
          .set({ ended_at: now, ended_by: 'team' })
          .where('id', '=', sessionId)
          .execute(),
      )
      expect((await put(guest, 'na de sessie')).status).toBe(404)
    })
  })

  async function guestWith(kind: 'session' | 'pupil', about: string): Promise<TestBrowser> {
    const expiresAt = new Date('2026-12-01T00:00:00Z')
    const wish = { organisationId: deWaterlelie.id, kind, about, name: 'Gast', expiresAt, now, newId: uuidv7 }
    const pass = await database().run(organisationScope(deWaterlelie.id), (trx) => createGuest(trx, wish))
    const browser = house.browser()
    browser.cookies.set(guestCookie, pass.token)
    return browser
  }

  describe('a form that is not right', () => {
    test('comes back filled, with a sentence at the field, and nothing is written', async () => {
      const browser = await as(member?.id)
      const typed = { effect: 'Leerlingen leggen uit', outOf: '12', baseline: 'drie', target: '13' }
      const page = await browser.post(`${board}/goals`, typed)
      expect(page.status).toBe(422)
      expect(page.body).toContain('Leerlingen leggen uit')
      expect(page.body).toContain('value="drie"')
      expect(page.body).toMatch(/id="goal-baseline-wrong"/)
      const again = await browser.post(`${board}/goals`, { ...typed, baseline: '3,5' })
      expect(again.status).toBe(422)
      expect(again.body).toMatch(/id="goal-target-wrong"/)
      expect((await browser.get(board)).body).not.toContain('Leerlingen leggen uit')
      expect(house.faults).toEqual([])
    })

    test('asks why an action stops, and keeps what was typed', async () => {
      const browser = await as(member?.id)
      const added = await browser.post(`${board}/actions`, { description: 'Kaart hangen' })
      const id = added.location?.split('#action-')[1] ?? ''
      const page = await browser.post(`${board}/actions/${id}/end`, { state: 'adapted', description: 'Anders' })
      expect(page.status).toBe(422)
      expect(page.body).toContain('id="end-reason-wrong"')
      expect(page.body).toContain('Anders</textarea>')
      expect((await browser.post(`${board}/actions/${id}/end`, { state: 'stopped', reason: 'geen tijd' })).status).toBe(
        303,
      )
      expect((await browser.get(`${board}/archive`)).body).toContain('geen tijd')
    })

    test('of a card that is not there says so', async () => {
      const browser = await as(member?.id)
      for (const id of [uuidv7(), 'geen-id']) {
        expect((await browser.get(`${board}/actions/${id}`)).status).toBe(404)
        expect((await browser.post(`${board}/actions/${id}`, { description: 'x' })).status).toBe(404)
      }
      expect(house.faults).toEqual([])
    })
  })

  test('who edits one field leaves a colleague’s edit of another alone', async () => {
    const [mine, theirs] = [await as(member?.id), await as(personWith('coach'))]
    const added = await mine.post(`${board}/actions`, { description: 'Kaart hangen', dueOn: '2026-11-30' })
    const path = `${board}/actions/${added.location?.split('#action-')[1]}`
    // Both opened the page when it said this.
    const was = { 'was.description': 'Kaart hangen', 'was.dueOn': '2026-11-30' }
    await mine.post(path, { ...was, description: 'Kaart hangen in groep 3', dueOn: '2026-11-30' })
    await theirs.post(path, { ...was, description: 'Kaart hangen', dueOn: '4-12-2026' })
    const page = await mine.get(path)
    expect(page.body).toContain('Kaart hangen in groep 3</textarea>')
    expect(page.body).toContain('value="2026-12-04"')
  })

  test('the same operation twice adds one card', async () => {
    const browser = await as(member?.id)
    const entry = { description: 'maar één keer', _op: uuidv7() }
    await browser.post(`${board}/successes`, entry)
    await browser.post(`${board}/successes`, entry)
    const shown = (await browser.get(board)).body.split('maar één keer').length - 1
    expect(shown).toBe(1)
  })
})
