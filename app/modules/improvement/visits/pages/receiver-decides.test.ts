import { v7 as uuidv7 } from 'uuid'
import { beforeEach, expect, it } from 'vitest'
import { organisationScope } from '../../../../platform/database/scope.ts'
import { onBothEngines } from '../../../../platform/database/testing.ts'
import { openHouse, signInForTest, type TestBrowser } from '../../../../platform/identity/testing.ts'
import { migrations } from '../../testing.ts'
import { visitsRoutes } from '../routes.ts'
import { makeSchool, type TestPerson, type TestSchool } from '../testing.ts'
import { findVisit } from '../visit-store.ts'

const start = new Date('2026-11-23T09:00:00Z')

onBothEngines('the pages of a visit, where the receiver decides', migrations, (database) => {
  let now = start
  let school: TestSchool
  let receiver: TestBrowser
  let visitor: TestBrowser
  let visit: string
  const visits = () => `/s/${school.slug}/visits`
  const seen = () => `${visits()}/${visit}/seen`
  const open = (who: TestPerson) =>
    signInForTest(openHouse({ database: database(), routes: visitsRoutes, clock: () => now }), school.people[who])
  const state = async () =>
    (
      await database().run(organisationScope(school.id, school.people.leader), (trx) =>
        findVisit(trx, { organisationId: school.id, id: visit }),
      )
    )?.state

  beforeEach(async () => {
    now = start
    school = await makeSchool(database())
    receiver = await open('receiver')
    visitor = await open('visitor')
    const asked = await receiver.post(visits(), { question: 'Wie doet er mee?', className: 'Groep 6' })
    visit = asked.location?.split('/').at(-1) ?? ''
    await visitor.post(`${visits()}/${visit}/take`, { day: '2026-11-23', time: '10:00' })
  })

  it('deleting a visit that had begun leaves one that was held, which nobody waits for', async () => {
    await visitor.post(`${seen()}/start`)
    await visitor.post(`${seen()}/facts`, { words: 'Vier beginnen meteen', _op: uuidv7() })
    expect((await receiver.post(`${seen()}/delete`)).status).toBe(303)
    expect(await state()).toBe('done')
    for (const person of [receiver, visitor]) {
      expect((await person.get(visits())).body).not.toContain('<h2>Straks</h2>')
      expect((await person.get(seen())).status).toBe(404)
    }
  })

  it('deleting one that had not begun withdraws it', async () => {
    expect((await receiver.post(`${seen()}/delete`)).status).toBe(303)
    expect(await state()).toBe('withdrawn')
  })

  it('a phone that still had lines forgets them, after deleting and after the visit was closed', async () => {
    await visitor.post(`${seen()}/start`)
    await visitor.post(`${seen()}/done`)
    await receiver.post(`${seen()}/talk/done`)
    const late = { words: 'Achteraf bedacht', _op: uuidv7() }
    now = new Date(start.getTime() + 3_600_000)
    const done = await visitor.post(`${seen()}/facts`, late)
    expect(done.location).toBe(`${visits()}/${visit}`)
    expect((await receiver.get(seen())).body).not.toContain('Achteraf bedacht')
    await receiver.post(`${seen()}/delete`)
    expect((await visitor.post(`${seen()}/facts`, late)).location).toBe(`${visits()}/${visit}`)
    // To somebody else there is nothing here, before and after.
    expect((await (await open('other')).post(`${seen()}/facts`, late)).status).toBe(404)
  })

  it('scores stand once the talk is done', async () => {
    await visitor.post(`${seen()}/start`)
    await visitor.post(`${seen()}/done`)
    await visitor.post(`${seen()}/scores`, { instrument: 'own', 'score.meedoen': '3' })
    expect((await visitor.get(`${seen()}/scores`)).status).toBe(200)
    await visitor.post(`${seen()}/talk/done`)
    expect((await visitor.get(`${seen()}/scores`)).status).toBe(403)
    expect((await visitor.post(`${seen()}/scores`, { instrument: 'own', 'score.meedoen': '1' })).status).toBe(403)
    expect((await visitor.get(seen())).body).not.toContain('Vul een kijkwijzer in')
    expect((await visitor.get(`${seen()}/talk`)).location).toBe(seen())
  })

  it('is not taken for a day in the past or one that must be a mistake', async () => {
    await visitor.post(`${visits()}/${visit}/give-back`)
    const take = (day: string) => visitor.post(`${visits()}/${visit}/take`, { day, time: '10:00' })
    for (const [day, words] of [
      ['2026-11-22', 'al voorbij'],
      ['2027-05-26', 'half jaar vooruit'],
      ['2062-11-24', 'half jaar vooruit'],
    ] as const) {
      const refused = await take(day)
      expect(refused.status, day).toBe(422)
      expect(refused.body, day).toContain(words)
      expect(await state()).toBe('open')
    }
    expect((await take('2027-05-25')).status).toBe(303)
    expect(await state()).toBe('taken')
  })

  it('whoever is late in taking or withdrawing is told so', async () => {
    const other = await open('other')
    const tooLate = await other.post(`${visits()}/${visit}/take`, { day: '2026-11-23', time: '11:00' })
    expect(tooLate.status).toBe(404)
    expect(tooLate.body).toContain('Deze vraag is net weg.')
    // The receiver still sees the page of before somebody came.
    const meanwhile = await receiver.post(`${visits()}/${visit}/withdraw`, { state: 'open' })
    expect(meanwhile.body).toContain('ik kom kijken')
    expect(await state()).toBe('taken')
    expect((await receiver.post(`${visits()}/${visit}/withdraw`, { state: 'taken' })).status).toBe(303)
    expect(await state()).toBe('withdrawn')
  })
})
