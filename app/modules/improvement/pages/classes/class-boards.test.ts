import { beforeEach, describe, expect, test } from 'vitest'
import { system } from '../../../../platform/database/scope.ts'
import { onBothEngines } from '../../../../platform/database/testing.ts'
import { demoMembers, demoTeam, deWaterlelie } from '../../../../platform/identity/demo-people.ts'
import { identityDemo } from '../../../../platform/identity/identity-demo.ts'
import { type House, openHouse, signInForTest, type TestBrowser } from '../../../../platform/identity/testing.ts'
import { migrations } from '../../testing.ts'
import { wipeClassBoards } from '../../wipe-class-boards.ts'
import { boardRoutes } from '../board/board-routes.ts'

const clock = () => new Date('2026-11-22T12:00:00Z')
const classes = `/s/${deWaterlelie.slug}/teams/middenbouw/classes`

onBothEngines('a class board', migrations, (database) => {
  let house: House
  let teacher: TestBrowser
  let board: string
  let code: string

  beforeEach(async () => {
    house = openHouse({ database: database(), routes: boardRoutes, clock })
    await identityDemo({ db: database(), clock })
    teacher = await signInForTest(house, demoMembers(demoTeam(deWaterlelie, 'Middenbouw'))[0]?.id ?? '')
    const made = await teacher.post(classes, { name: 'Groep 6', endsOn: '2026-12-18' })
    board = made.location ?? ''
    const page = await teacher.get(board)
    code = /class="code">([^<]+)</.exec(page.body)?.[1] ?? ''
    expect(code).toMatch(/^[B-Z2-9]{3} [B-Z2-9]{3}$/)
    expect(code).not.toMatch(/[01ILO]/)
  })

  async function join(nickname = ''): Promise<TestBrowser> {
    const pupil = house.browser()
    const joined = await pupil.post('/k', { code: code.toLowerCase(), nickname })
    expect([joined.status, joined.location]).toEqual([303, board])
    return pupil
  }

  /** Everything that is kept of the board and of who was on it. */
  const kept = () =>
    database().run(system, async (trx) => {
      const id = board.split('/').at(-1) ?? ''
      const stream = `board:${id}`
      const count = async (rows: Promise<readonly unknown[]>) => (await rows).length
      return {
        boards: await count(trx.selectFrom('boards').select('id').where('id', '=', id).execute()),
        successes: await count(trx.selectFrom('successes').select('id').where('board_id', '=', id).execute()),
        actions: await count(trx.selectFrom('actions').select('id').where('board_id', '=', id).execute()),
        guests: await count(trx.selectFrom('guests').select('id').where('about', '=', stream).execute()),
        journal: await count(trx.selectFrom('journal').select('action').where('stream', '=', stream).execute()),
        streams: await count(trx.selectFrom('journal_streams').select('hash').where('stream', '=', stream).execute()),
        operations: await count(trx.selectFrom('operations').select('id').where('stream', '=', stream).execute()),
      }
    })

  test('a pupil joins with the code and a nickname at most', async () => {
    const [aap, nobody] = [await join('Aap'), await join()]
    await aap.post(`${board}/successes`, { description: 'We waren snel stil' })
    const page = (await nobody.get(board)).body
    expect(page).toContain('We waren snel stil')
    expect(page).toContain('— Aap')
    expect(page).toMatch(/This board is here until Friday,? 18 December/)
    const guests = await database().run(system, (trx) =>
      trx
        .selectFrom('guests')
        .selectAll()
        .where('about', '=', `board:${board.split('/').at(-1)}`)
        .execute(),
    )
    expect(guests.map(({ name }) => name).toSorted()).toEqual(['Aap', 'Pupil'])
    expect(guests.every(({ expires_at }) => expires_at.toISOString() === '2026-12-18T23:00:00.000Z')).toBe(true)
    expect(house.faults).toEqual([])
  })

  describe('a pupil', () => {
    test('adds successes and plans and ticks actions', async () => {
      const added = await teacher.post(`${board}/actions`, { description: 'Spullen klaarleggen' })
      const id = added.location?.split('#action-')[1] ?? ''
      const pupil = await join('Aap')
      expect((await pupil.post(`${board}/plans`, { description: 'Nieuwe tweetallen' })).status).toBe(303)
      expect((await pupil.post(`${board}/ticks`, { done: id })).status).toBe(303)
      expect((await pupil.get(board)).body).toMatch(/aria-pressed="true"/)
    })

    test('changes nothing else, and sees no other page of the school', async () => {
      const added = await teacher.post(`${board}/successes`, { description: 'Van de juf' })
      const id = added.location?.split('#success-')[1] ?? ''
      const pupil = await join('Aap')
      const refused = [
        pupil.post(`${board}/successes/${id}`, { description: 'gekaapt' }),
        pupil.post(`${board}/removals`, { card: `success:${id}` }),
        pupil.post(`${board}/goals`, { effect: 'een doel' }),
        pupil.post(`${board}/actions`, { description: 'een actie' }),
        pupil.post(`${board}/close`),
      ]
      for (const answer of await Promise.all(refused)) expect(answer.status).toBeGreaterThanOrEqual(400)
      for (const path of [`${board}/history`, `${board}/archive`, `${board}/successes/${id}`, classes]) {
        expect((await pupil.get(path)).status).not.toBe(200)
      }
      const page = (await pupil.get(board)).body
      expect(page).toContain('Van de juf')
      expect(page).not.toContain('gekaapt')
      // The teachers of the team are nobody's business on a board of pupils.
      for (const { name } of demoMembers(demoTeam(deWaterlelie, 'Middenbouw'))) expect(page).not.toContain(name)
    })

    test('is on one board only', async () => {
      const pupil = await join('Aap')
      const other = await teacher.post(classes, { name: 'Groep 5', endsOn: '2026-12-18' })
      expect((await pupil.get(other.location ?? '')).status).toBe(404)
    })
  })

  test('the teacher takes any card off', async () => {
    const pupil = await join('Aap')
    const added = await pupil.post(`${board}/successes`, { description: 'niet zo aardig' })
    const id = added.location?.split('#success-')[1] ?? ''
    await teacher.post(`${board}/removals`, { card: `success:${id}` })
    expect((await pupil.get(board)).body).not.toContain('niet zo aardig')
  })

  test('a code of no board gets the same answer as one of another form', async () => {
    const said = async (tried: string) => {
      const answer = await house.browser().post('/k', { code: tried })
      return [answer.status, /id="code-wrong">[\s\S]*?<\/p>/.exec(answer.body)?.[0]]
    }
    const [unknown, malformed] = [await said('BBBBBB'), await said('0O1IL')]
    expect(unknown).toEqual(malformed)
    expect(unknown[0]).toBe(422)
    // The page of a code does not look it up.
    const page = async (path: string) => (await house.browser().get(path)).body.replaceAll(/value="[^"]*"/g, '')
    expect(await page(`/k/${code.replace(' ', '')}`)).toBe(
      await page('/k/BBBBBB').then((html) => html.replaceAll('BBBBBB', code.replace(' ', ''))),
    )
  })

  test.each([
    ['2026-11-21', 'over'],
    ['2027-06-01', 'too far'],
  ])('it can’t end on %s', async (endsOn, why) => {
    const answer = await teacher.post(classes, { name: 'Groep 7', endsOn })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain('Groep 7')
    expect(answer.body).toContain(why)
  })

  test('nothing of it is left after its last day, and nothing of others is gone', async () => {
    const team = (await teacher.get(`/s/${deWaterlelie.slug}/teams/middenbouw/board`)).location ?? ''
    await teacher.post(`${team}/successes`, { description: 'van het team' })
    const pupil = await join('Aap')
    await pupil.post(`${board}/successes`, { description: 'van de klas' })
    await teacher.post(`${board}/actions`, { description: 'iets doen' })
    const before = await kept()
    expect(Object.values(before).every((count) => count > 0)).toBe(true)
    // On its last day it is still there.
    expect(await wipeClassBoards(database(), '2026-12-18')).toBe(0)
    expect(await kept()).toEqual(before)
    expect(await wipeClassBoards(database(), '2026-12-19')).toBeGreaterThan(0)
    expect(Object.values(await kept()).every((count) => count === 0)).toBe(true)
    expect((await pupil.get(board)).status).not.toBe(200)
    expect((await teacher.get(team)).body).toContain('van het team')
    expect((await teacher.get(`${team}/history`)).body).toContain('van het team')
    expect(house.faults).toEqual([])
  })
})
