import { beforeEach, expect, test } from 'vitest'
import { encodeStateAsUpdate, encodeStateVector } from 'yjs'
import { asSystem, onBothEngines } from '../../../../platform/database/testing.ts'
import {
  deKlimboom,
  demoMembers,
  demoPeople,
  demoTeam,
  deWaterlelie,
} from '../../../../platform/identity/demo-people.ts'
import { identityDemo } from '../../../../platform/identity/identity-demo.ts'
import { type House, openHouse, signInForTest, type TestBrowser } from '../../../../platform/identity/testing.ts'
import { migrations } from '../../testing.ts'
import { newDocument, textOf } from '../document.ts'
import { lessonsRoutes } from '../routes.ts'

const clock = () => new Date('2026-11-22T12:00:00Z')
const lessons = `/s/${deWaterlelie.slug}/lessons`
const team = demoTeam(deWaterlelie, 'Bovenbouw')
const base64 = (data: Uint8Array) => Buffer.from(data).toString('base64')

onBothEngines('the pages of lessons', migrations, (database) => {
  let house: House
  let teacher: TestBrowser
  let path: string

  beforeEach(async () => {
    house = openHouse({ database: database(), routes: lessonsRoutes, clock })
    await identityDemo({ db: database(), clock })
    teacher = await signInForTest(house, demoMembers(team)[0]?.id ?? '')
    const made = await teacher.post(lessons, { team: team.id, title: 'Een kwart', subject: 'Rekenen' })
    path = made.location ?? ''
    expect(made.status).toBe(303)
  })

  const personNamed = (name: string) => demoPeople.find((person) => person.name === name)?.id ?? ''

  /** Asks as the script of the page does. */
  async function sync(browser: TestBrowser, form: Readonly<Record<string, string>>) {
    const page = await browser.post(`${path}/edits`, { version: '1', vector: 'AA==', update: 'AAA=', ...form })
    return { status: page.status, answer: page.answer.headers.get('content-type'), body: page.body }
  }

  function typed(words: string) {
    const doc = newDocument()
    textOf(doc, 'question').insert(0, words)
    return { update: base64(encodeStateAsUpdate(doc)), vector: base64(encodeStateVector(doc)) }
  }

  test('an edit goes in, and its answer holds what the device lacks', async () => {
    const went = await sync(teacher, typed('Wat is een kwart?'))
    expect([went.status, went.answer]).toEqual([200, 'application/json'])
    expect(JSON.parse(went.body)).toMatchObject({ edits: 1 })
    const colleague = await signInForTest(house, demoMembers(team)[1]?.id ?? '')
    const { body } = await sync(colleague, {})
    // As write-routes.ts writes it.
    const { update } = JSON.parse(body) as { update: string }
    expect(Buffer.from(update, 'base64').toString()).toContain('Wat is een kwart?')
    expect((await colleague.get(path)).body).toContain('>Wat is een kwart?</textarea>')
  })

  test('a form that comes twice makes one lesson, and with other words in it none', async () => {
    const form = { _op: '0199a1b2-1111-7000-8000-000000000001', team: team.id, title: 'Twee keer', subject: 'Taal' }
    const first = await teacher.post(lessons, form)
    const again = await teacher.post(lessons, form)
    expect([first.status, again.status, again.location]).toEqual([303, 303, first.location])
    const other = await teacher.post(lessons, { ...form, title: 'Iets anders' })
    expect(other.status).toBe(409)
    const list = (await teacher.get(lessons)).body
    expect(list).toContain('Twee keer')
    expect(list).not.toContain('Iets anders')
  })

  test('only the team, its coach and leader see and write it; nobody else learns that it is there', async () => {
    const others = [
      demoMembers(demoTeam(deWaterlelie, 'Onderbouw'))[0]?.id ?? '',
      demoMembers(demoTeam(deKlimboom, 'Bovenbouw'))[0]?.id ?? '',
      personNamed('Carla van Wijngaarden'),
    ]
    for (const id of others) {
      const other = await signInForTest(house, id)
      for (const page of ['', '/compare', '/history', '/versions/1']) {
        const { status, body } = await other.get(path + page)
        expect([403, 404]).toContain(status)
        expect(body).not.toContain('Een kwart')
      }
      expect([403, 404]).toContain((await sync(other, typed('Van buiten'))).status)
      for (const form of ['', '/text', '/taught', '/untaught', '/look-back', '/next', '/remove']) {
        const { status } = await other.post(path + form, {
          version: '1',
          question: 'Van buiten',
          taughtOn: '2026-11-20',
        })
        expect([403, 404]).toContain(status)
      }
    }
    for (const name of ['Wouter Hoekstra', 'Samira Mansouri']) {
      const other = await signInForTest(house, personNamed(name))
      expect((await other.get(path)).body).toContain('Een kwart')
      expect((await sync(other, typed(`Van ${name}. `))).status).toBe(200)
    }
    const { body } = await teacher.get(path)
    expect(body).not.toContain('Van buiten')
    expect(body).toContain('Van Samira Mansouri.')
  })

  test('what is no edit is refused in words, and the lesson stays as it was', async () => {
    await sync(teacher, typed('Wat is een kwart?'))
    const refused = [
      { update: '%%%' },
      { update: base64(new Uint8Array([255, 255, 255, 255, 255, 255, 255, 255, 255, 255])) },
      { update: base64(new Uint8Array(4000).fill(0x83)) },
      { vector: base64(new Uint8Array([255])) },
      { version: '0' },
      { version: '1e9' },
      { version: '7', ...typed('Voor een versie die er niet is') },
      typed('x'.repeat(1001)),
    ]
    for (const form of refused) {
      const { status, body } = await sync(teacher, form)
      expect([status, JSON.stringify(form).slice(0, 60)]).toEqual([422, JSON.stringify(form).slice(0, 60)])
      expect(body).not.toContain('Error')
    }
    const huge = await sync(teacher, { update: 'A'.repeat(300_000) })
    expect(huge.status).toBe(413)
    const { body } = await teacher.get(path)
    expect(body).toContain('>Wat is een kwart?</textarea>')
    expect(house.faults).toEqual([])
  })

  test('a form with too much text comes back with all of it, and with what it showed before', async () => {
    const long = 'Te lang. '.repeat(120)
    const back = await teacher.post(`${path}/text`, {
      version: '1',
      question: long,
      'was.question': 'Eerst',
      'what-new1': 'In de kring',
    })
    expect(back.status).toBe(422)
    expect(back.body).toContain(`>${long.trim()}</textarea>`)
    expect(back.body).toContain('name="was.question" value="Eerst"')
    expect(back.body).toContain('>In de kring</textarea>')
    expect(back.body).toContain('longer than 1000 characters')
    const huge = await teacher.post(`${path}/text`, { version: '1', question: 'x'.repeat(200_000) })
    expect([huge.status, huge.body.includes('x'.repeat(200_000))]).toEqual([422, true])
    expect((await teacher.get(path)).body).not.toContain('Te lang.')
  })

  test('words that came after the lesson was taught are shown, and go into the next version by one press', async () => {
    await teacher.post(`${path}/text`, { version: '1', question: 'Wat is een kwart?', 'what-new1': 'In de kring' })
    const colleague = await signInForTest(house, demoMembers(team)[1]?.id ?? '')
    const { body } = await colleague.get(path)
    const step = /name="(what-[0-9a-f-]{36})"/.exec(body)?.[1] ?? ''
    const form = { version: '1', question: 'Wat is een kwart van 8?', 'was.question': 'Wat is een kwart?' }
    const late = { ...form, [step]: 'In de kring, staand', [`was.${step}`]: 'In de kring' }
    await teacher.post(`${path}/taught`, { version: '1', taughtOn: '2026-11-20' })

    const refused = await colleague.post(`${path}/text`, late)
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('These words of yours were not taken in')
    expect(refused.body).toContain(`action="${path}/next"`)
    expect(refused.body).toContain('value="Wat is een kwart van 8?"')
    // As the button sends it. Somebody else had started the next version a moment before.
    await teacher.post(`${path}/next`, { version: '1' })
    expect((await colleague.post(`${path}/next`, late)).status).toBe(303)
    const next = (await colleague.get(path)).body
    expect(house.faults).toEqual([])
    expect(next).toContain('>Wat is een kwart van 8?</textarea>')
    expect(next).toContain('>In de kring, staand</textarea>')
    expect(next).not.toContain('>In de kring</textarea>')
    // A page that still shows the version before gets nothing of this one.
    const old = await sync(colleague, { version: '1' })
    expect([old.status, old.body.includes('This version was taught')]).toEqual([422, true])
    const first = await colleague.get(`${path}/versions/1/document`)
    expect(Buffer.from(JSON.parse(first.body).document, 'base64').toString()).toContain('Wat is een kwart?')
  })

  test('who is no longer of the school is told so by a page that is still open', async () => {
    const id = demoMembers(team)[1]?.id ?? ''
    const colleague = await signInForTest(house, id)
    expect((await sync(colleague, typed('Nog wel'))).status).toBe(200)
    await asSystem(database(), 'delete from team_members where user_id = $1', [id])
    await asSystem(database(), 'delete from lesson_designers where user_id = $1', [id])
    expect((await sync(colleague, typed('Niet meer'))).status).toBe(404)
    await asSystem(database(), 'delete from memberships where user_id = $1', [id])
    expect([403, 404]).toContain((await sync(colleague, typed('Niet meer'))).status)
    expect([403, 404]).toContain((await colleague.get(`${path}/versions/1/document`)).status)
    expect((await teacher.get(path)).body).not.toContain('Niet meer')
  })

  test('who makes too much work is refused for a while, also one edit at a time', async () => {
    const spender = await signInForTest(house, demoMembers(team)[2]?.id ?? '')
    const large = { ...typed('Groot'), update: base64(new Uint8Array(64 * 1024)) }
    const answers: number[] = []
    for (let i = 0; i < 300 && answers.at(-1) !== 429; i++) answers.push((await sync(spender, large)).status)
    expect([answers[0], answers.at(-1)]).toEqual([200, 429])
    expect(answers.length).toBeGreaterThan(100)
    expect((await sync(teacher, typed('Gewoon'))).status).toBe(200)
  })

  test('four people design it at most, when it begins and later', async () => {
    const members = demoMembers(team).map(({ id }) => id)
    expect(members.length).toBeGreaterThan(4)
    const five = { title: 'Samen', team: team.id, 'designers[]': members.slice(0, 5) }
    for (const back of [await teacher.post(lessons, five), await teacher.post(path, five)]) {
      expect(back.status).toBe(422)
      expect(back.body).toContain('Choose 4 people at most.')
    }
    const four = { ...five, 'designers[]': ['', ...members.slice(0, 4)] }
    expect((await teacher.post(path, four)).status).toBe(303)
    expect((await teacher.post(lessons, four)).status).toBe(303)
  })

  test('the lesson can not have been taught tomorrow, and is not thrown away once it was', async () => {
    const tomorrow = await teacher.post(`${path}/taught`, { version: '1', taughtOn: '2026-11-23' })
    expect(tomorrow.status).toBe(422)
    expect(tomorrow.body).toContain('That day is still to come.')
    expect((await teacher.post(`${path}/taught`, { version: '1', taughtOn: '2026-11-20' })).status).toBe(303)
    expect((await teacher.post(`${path}/remove`)).status).toBe(422)
    const late = await sync(teacher, typed('Te laat'))
    expect(late.status).toBe(422)
    expect(late.body).toContain('This version was taught')
    expect((await teacher.post(`${path}/untaught`)).status).toBe(303)
    expect((await sync(teacher, typed('Toch nog'))).status).toBe(200)
    expect((await teacher.post(`${path}/remove`)).location).toBe(lessons)
    expect((await teacher.get(path)).status).toBe(404)
    expect((await teacher.get(lessons)).body).not.toContain(path)
  })
})
