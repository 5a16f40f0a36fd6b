import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { system } from '../../database/scope.ts'
import { onBothEngines } from '../../database/testing.ts'
import { findChainFault } from '../../journal/chain.ts'
import { entriesAfter } from '../../journal/journal-store.ts'
import { platformMigrations as migrations } from '../../migrations.ts'
import { deKlimboom, demoMembers, demoPeople, demoTeam, deWaterlelie, hetStroomdal } from '../demo-people.ts'
import { identityDemo } from '../identity-demo.ts'
import { identityRoutes } from '../identity-routes.ts'
import { type House, openHouse, signInForTest, systemRows, type TestBrowser, whoRoute } from '../testing.ts'

const at = (role: string, place: { id: string }) => {
  const found = demoPeople.find((person) => person.role === role && person.organisation === place.id)
  if (found === undefined) throw new Error(`Nobody has the role ${role} there.`)
  return found
}
const leader = at('leader', deWaterlelie)
const otherLeader = at('leader', deKlimboom)
const lower = demoTeam(deWaterlelie, 'Onderbouw')
const upper = demoTeam(deWaterlelie, 'Bovenbouw')
const elsewhere = demoTeam(deKlimboom, 'Onderbouw')
const people = '/s/de-waterlelie/people'

onBothEngines('people and teams of a school', migrations, (database) => {
  let house: House
  let samira: TestBrowser
  beforeEach(async () => {
    for (const table of [
      'journal',
      'journal_streams',
      'operations',
      'guests',
      'former_members',
      'invitations',
      'team_members',
      'teams',
      'memberships',
      'users',
      'organisations',
    ]) {
      await systemRows(database(), sql`delete from ${sql.table(table)}`)
    }
    await identityDemo({ db: database(), clock: () => new Date() })
    house = openHouse({ database: database(), routes: [...identityRoutes, whoRoute] })
    samira = await signInForTest(house, leader.id)
  })
  afterEach(() => expect(house.faults).toEqual([]))
  const rolesOf = async (id: string) =>
    (await systemRows(database(), sql`select role from memberships where user_id = ${id} order by role`)).map(
      (row) => (row as { role: string }).role,
    )
  const teamsOf = async (id: string) =>
    (await systemRows(database(), sql`select team_id from team_members where user_id = ${id}`)).map(
      (row) => (row as { team_id: string }).team_id,
    )
  const journal = () =>
    database().run(system, (trx) => entriesAfter(trx, deWaterlelie.id, `people:${deWaterlelie.id}`, 0, 100))
  const teacher = demoMembers(lower)[2]
  if (teacher === undefined) throw new Error('The team is too small.')

  it('shows leader, coach and board everybody, and a teacher nothing', async () => {
    for (const [role, place] of [
      ['leader', deWaterlelie],
      ['coach', deWaterlelie],
      ['board', hetStroomdal],
    ] as const) {
      const browser = await signInForTest(house, at(role, place).id)
      const { status, body } = await browser.get(people)
      expect(status, role).toBe(200)
      expect(body.includes(teacher.name), role).toBe(true)
      expect(body.includes('action="/s/de-waterlelie/people/invitations"'), role).toBe(role === 'leader')
    }
    const browser = await signInForTest(house, teacher.id)
    expect((await browser.get(people)).status).toBe(403)
  })

  it('shows addresses to those only who can invite', async () => {
    expect((await samira.get(`${people}/${teacher.id}`)).body.includes(teacher.email)).toBe(true)
    const coach = await signInForTest(house, at('coach', deWaterlelie).id)
    for (const page of [people, `${people}/${teacher.id}`]) {
      expect((await coach.get(page)).body.includes(teacher.email)).toBe(false)
    }
  })

  it('gives and takes roles and teams, and writes down which', async () => {
    const answer = await samira.post(`${people}/${teacher.id}`, {
      'roles[]': ['teacher', 'coach'],
      'teams[]': [upper.id],
    })
    expect(answer.status).toBe(303)
    expect(await rolesOf(teacher.id)).toEqual(['coach', 'teacher'])
    expect(await teamsOf(teacher.id)).toEqual([upper.id])
    const entries = await journal()
    expect(entries).toMatchObject([
      {
        action: 'member-changed',
        subject: `person:${teacher.id}`,
        actor: `person:${leader.id}`,
        changes: { roles: [['teacher'], ['teacher', 'coach']], teams: [[lower.id], [upper.id]] },
      },
    ])
    expect(findChainFault(`people:${deWaterlelie.id}`, entries)).toBeNull()
  })

  it('writes no name and no address in the journal', async () => {
    await samira.post(`${people}/${teacher.id}`, { 'roles[]': 'coach', 'teams[]': [] })
    await samira.post(`${people}/invitations`, {
      email: 'new@de-waterlelie.example',
      name: 'Nieuw Iemand',
      role: 'teacher',
    })
    await samira.post(`${people}/${teacher.id}/leave`)
    const text = JSON.stringify(await journal())
    expect(text.length).toBeGreaterThan(100)
    for (const personal of [teacher.name, teacher.email, 'new@', 'Nieuw']) expect(text.includes(personal)).toBe(false)
  })

  it('changes nothing when the same form comes twice', async () => {
    const form = { 'roles[]': 'coach', 'teams[]': lower.id, _op: '00000000-0000-7000-8000-00000000abcd' }
    for (let i = 0; i < 2; i++) expect((await samira.post(`${people}/${teacher.id}`, form)).status).toBe(303)
    expect(await journal()).toHaveLength(1)
  })

  it('lets no leader give a role above their own, whoever it is for', async () => {
    for (const role of ['board', 'admin']) {
      for (const { id } of [teacher, leader]) {
        const answer = await samira.post(`${people}/${id}`, { 'roles[]': ['leader', role] })
        expect(answer.status, role).toBe(422)
        expect((await rolesOf(id)).includes(role)).toBe(false)
      }
      const invited = await samira.post(`${people}/invitations`, { email: 'x@de-waterlelie.example', role })
      expect(invited.status).toBe(422)
    }
    expect(house.letters).toEqual([])
    expect(await systemRows(database(), sql`select * from invitations`)).toEqual([])
  })

  it('lets nobody change people but a leader or an admin of the governing body', async () => {
    const writes = [
      [`${people}/${teacher.id}`, { 'roles[]': 'leader' }],
      [`${people}/${teacher.id}/leave`, {}],
      [`${people}/${teacher.id}/restore`, {}],
      [`${people}/${teacher.id}/reset`, {}],
      [`${people}/invitations`, { email: 'x@x.example', role: 'leader' }],
      ['/s/de-waterlelie/teams', { name: 'Mijn team' }],
      [`/s/de-waterlelie/teams/${lower.id}`, { name: 'Anders' }],
      [`/s/de-waterlelie/teams/${lower.id}/archive`, {}],
    ] as const
    const outsiders = [teacher, at('coach', deWaterlelie), at('board', hetStroomdal), otherLeader]
    for (const { id, role } of outsiders) {
      const browser = await signInForTest(house, id)
      for (const [path, form] of writes) {
        const { status } = await browser.post(path, form)
        expect([403, 404], `${role} ${path}`).toContain(status)
      }
    }
    expect(await journal()).toEqual([])
    const admin = await signInForTest(house, at('admin', hetStroomdal).id)
    expect((await admin.post(`${people}/${teacher.id}`, { 'roles[]': 'coach' })).status).toBe(303)
  })

  it('reaches nobody of another school through the address of its own', async () => {
    const stranger = demoMembers(elsewhere)[0]
    expect((await samira.get(`${people}/${stranger?.id}`)).status).toBe(404)
    expect((await samira.post(`${people}/${stranger?.id}`, { 'roles[]': 'leader' })).status).toBe(404)
    expect((await samira.post(`${people}/${stranger?.id}/leave`)).status).toBe(404)
    expect((await samira.post(`${people}/${stranger?.id}/reset`)).status).toBe(404)
    expect((await samira.get(`/s/de-waterlelie/teams/${elsewhere.id}`)).status).toBe(404)
    expect((await samira.post(`/s/de-waterlelie/teams/${elsewhere.id}`, { name: 'Gekaapt' })).status).toBe(404)
    await samira.post(`${people}/${teacher.id}`, { 'roles[]': 'teacher', 'teams[]': [elsewhere.id] })
    await samira.post(`/s/de-waterlelie/teams/${lower.id}`, { name: 'Onderbouw', 'members[]': [stranger?.id ?? ''] })
    expect(await teamsOf(stranger?.id ?? '')).toEqual([elsewhere.id])
    expect(await teamsOf(teacher.id)).toEqual([])
    expect(await rolesOf(stranger?.id ?? '')).toEqual(['teacher'])
  })

  it('keeps the last leader, also when two take each other out at the same moment', async () => {
    expect((await samira.post(`${people}/${leader.id}`, { 'roles[]': 'teacher' })).status).toBe(422)
    expect((await samira.post(`${people}/${leader.id}/leave`)).status).toBe(403)
    await samira.post(`${people}/${teacher.id}`, { 'roles[]': ['teacher', 'leader'] })
    const second = await signInForTest(house, teacher.id)
    const answers = await Promise.all([
      samira.post(`${people}/${teacher.id}`, { 'roles[]': 'teacher' }),
      second.post(`${people}/${leader.id}`, { 'roles[]': 'teacher' }),
    ])
    expect(answers.map(({ status }) => status).filter((status) => status === 303)).toHaveLength(1)
    const left = await systemRows(
      database(),
      sql`select user_id from memberships where organisation_id = ${deWaterlelie.id} and role = 'leader'`,
    )
    expect(left).toHaveLength(1)
  })

  it('wants at least one role', async () => {
    const answer = await samira.post(`${people}/${teacher.id}`, { 'teams[]': lower.id })
    expect(answer.status).toBe(422)
    expect(answer.body.includes('Choose at least one role')).toBe(true)
    expect(await rolesOf(teacher.id)).toEqual(['teacher'])
  })

  it('takes somebody out at once, keeps the name, and takes them back', async () => {
    const browser = await signInForTest(house, teacher.id)
    expect((await browser.get('/s/de-waterlelie/board')).status).toBe(404)
    expect((await samira.post(`${people}/${teacher.id}/leave`)).status).toBe(303)
    expect(await rolesOf(teacher.id)).toEqual([])
    expect(await teamsOf(teacher.id)).toEqual([])
    expect((await samira.get(`${people}/${teacher.id}`)).status).toBe(404)
    expect((await samira.get(people)).body.includes(teacher.name)).toBe(true)
    const named = await database().run(
      { kind: 'person', userId: leader.id, organisationIds: [deWaterlelie.id] },
      (trx) => trx.selectFrom('users').select('name').where('id', '=', teacher.id).executeTakeFirst(),
    )
    expect(named).toEqual({ name: teacher.name })
    expect((await samira.post(`${people}/${teacher.id}/restore`)).status).toBe(303)
    expect(await rolesOf(teacher.id)).toEqual(['teacher'])
  })

  it('lets a leader have the second step of a colleague set up anew, and tells the colleague', async () => {
    const sql1 = sql`insert into two_factors (user_id, secret, created_at) values (${teacher.id}, 'x', now())`
    await systemRows(database(), sql1)
    const signedIn = await signInForTest(house, teacher.id)
    expect((await samira.post(`${people}/${teacher.id}/reset`)).status).toBe(303)
    expect(await systemRows(database(), sql`select * from two_factors`)).toEqual([])
    expect(house.letters.at(-1)?.to).toBe(teacher.email)
    expect((await signedIn.get('/account')).location).toBe('/sign-in?to=%2Faccount')
  })

  it('does not let one school weaken somebody who leads elsewhere', async () => {
    const row = {
      organisation_id: deWaterlelie.id,
      user_id: otherLeader.id,
      role: 'teacher',
      created_at: new Date(),
    } as const
    await database().run(system, (trx) => trx.insertInto('memberships').values(row).execute())
    const answer = await samira.post(`${people}/${otherLeader.id}/reset`)
    expect(answer.status).toBe(403)
    expect(answer.body.includes('also leads another organisation')).toBe(true)
    expect(house.letters).toEqual([])
  })

  it('makes, renames, fills, archives and restores a team, with a warning outside 6 to 10', async () => {
    const made = await samira.post('/s/de-waterlelie/teams', { name: 'Plein & natuur' })
    const page = made.location ?? ''
    expect(page).toMatch(/^\/s\/de-waterlelie\/teams\/[0-9a-f-]{36}$/)
    expect((await samira.get(page)).body.includes('Small for a board')).toBe(true)
    const staff = demoPeople.filter(({ organisation }) => organisation === deWaterlelie.id).map(({ id }) => id)
    const save = (name: string, members: readonly string[]) => samira.post(page, { name, 'members[]': members })
    expect((await save('Natuur', staff.slice(0, 7))).status).toBe(303)
    const saved = (await samira.get(page)).body
    expect(saved.includes('7 members')).toBe(true)
    expect(saved.includes('for a board')).toBe(false)
    await save('Natuur', staff.slice(0, 11))
    expect((await samira.get(page)).body.includes('Large for a board')).toBe(true)
    expect((await save('onderbouw', [])).status).toBe(422)
    expect((await samira.post('/s/de-waterlelie/teams', { name: 'ONDERBOUW' })).status).toBe(422)
    expect((await samira.post(`${page}/archive`)).status).toBe(303)
    expect((await samira.post('/s/de-waterlelie/teams', { name: 'Natuur' })).status).toBe(303)
    expect((await samira.post(`${page}/restore`)).status).toBe(303)
    const actions = (await journal()).map(({ action }) => action)
    for (const action of ['team-added', 'team-renamed', 'team-changed', 'team-archived', 'team-restored']) {
      expect(actions).toContain(action)
    }
  })
})
