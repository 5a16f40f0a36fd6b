import { CompiledQuery } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { beforeEach, expect, it } from 'vitest'
import { organisationScope } from '../../../platform/database/scope.ts'
import { asSystem, onBothEngines } from '../../../platform/database/testing.ts'
import { openHouse, signInForTest } from '../../../platform/identity/testing.ts'
import { designRoutes } from '../lessons/pages/design-page.tsx'
import { migrations } from '../testing.ts'
import { lessonOfVisit, visitsOfLesson } from './lesson-of-visit-store.ts'
import { visitsRoutes } from './routes.ts'
import { as, makeSchool, type TestPerson, type TestSchool } from './testing.ts'

const now = new Date('2026-11-23T09:00:00Z')

onBothEngines('a design that is taught in a visit', migrations, (database) => {
  let school: TestSchool
  let lesson: string
  let elsewhere: string
  let visit: string
  const open = (who: TestPerson) =>
    signInForTest(
      openHouse({ database: database(), routes: [...visitsRoutes, ...designRoutes], clock: () => now }),
      school.people[who],
    )
  const design = async (title: string, designer: TestPerson) => {
    const id = uuidv7()
    const place = [school.id, id]
    await asSystem(
      database(),
      `insert into lessons (organisation_id, id, team_id, title, created_by, created_at) values ($1, $2, $3, $4, 'x', now())`,
      [...place, school.teamId, title],
    )
    await asSystem(
      database(),
      `insert into lesson_versions (organisation_id, id, lesson_id, number, created_by, created_at) values ($1, $2, $3, 1, 'x', now())`,
      [school.id, uuidv7(), id],
    )
    await asSystem(database(), 'insert into lesson_designers values ($1, $2, $3)', [...place, school.people[designer]])
    return id
  }
  const known = (who: TestPerson) =>
    as(database(), school, who, (trx) => visitsOfLesson(trx, school.id, lesson, school.people[who]))
  const ask = async (asked: string) => {
    const receiver = await open('receiver')
    const page = await receiver.post(`/s/${school.slug}/visits`, { question: 'Wie doet er mee?', lesson: asked })
    return page.location?.split('/').at(-1) ?? ''
  }

  beforeEach(async () => {
    school = await makeSchool(database())
    lesson = await design('Een kwart van wat?', 'receiver')
    elsewhere = await design('Van een ander', 'other')
    visit = await ask(lesson)
  })

  it('is chosen from one’s own designs', async () => {
    const form = (await (await open('receiver')).get(`/s/${school.slug}/visits/new`)).body
    expect(form).toContain('Een kwart van wat?')
    expect(form).not.toContain('Van een ander')
    const other = { organisationId: school.id, id: await ask(elsewhere) }
    expect(await as(database(), school, 'receiver', (trx) => lessonOfVisit(trx, other))).toBeNull()
  })

  it('is known to receiver and visitor once somebody comes, and to nobody else', async () => {
    const visitor = await open('visitor')
    const path = `/s/${school.slug}/visits/${visit}`
    expect((await visitor.get(path)).body).toContain('Een kwart van wat?')
    await visitor.post(`${path}/take`, { day: '2026-11-23', time: '10:00' })
    const page = (who: TestPerson) =>
      open(who).then(async (browser) => (await browser.get(`/s/${school.slug}/lessons/${lesson}`)).body)
    expect([(await known('receiver')).length, (await known('visitor')).length]).toEqual([1, 1])
    expect(await page('visitor')).toContain('Jij gaat kijken bij Meester receiver')
    expect(await page('receiver')).toContain('Meester visitor komt kijken')
    await visitor.post(`${path}/seen/start`)
    await visitor.post(`${path}/seen/done`)
    expect(await page('receiver')).toContain('Bezocht door Meester visitor')
    for (const who of ['leader', 'coach', 'other'] as const) {
      expect(await known(who)).toEqual([])
      const shown = await page(who)
      expect(shown, who).toContain('Een kwart van wat?')
      expect(shown, who).not.toMatch(/Bezocht door|Jij was bij/)
      const rows = await database().run(organisationScope(school.id, school.people[who]), (trx) =>
        trx.executeQuery(CompiledQuery.raw('select * from visit_questions where lesson_id = $1', [lesson])),
      )
      expect(rows.rows, who).toEqual([])
    }
  })

  it('stays a visit where the design goes', async () => {
    await asSystem(database(), 'delete from lessons where id = $1', [lesson])
    const key = { organisationId: school.id, id: visit }
    expect(await as(database(), school, 'receiver', (trx) => lessonOfVisit(trx, key))).toBeNull()
    const rows = await as(database(), school, 'receiver', (trx) =>
      trx.selectFrom('visit_questions').select('words').where('visit_id', '=', visit).execute(),
    )
    expect(rows).toEqual([{ words: 'Wie doet er mee?' }])
  })
})
