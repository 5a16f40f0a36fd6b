import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { organisationScope, system } from '../../../platform/database/scope.ts'
import { asSystem, onBothEngines } from '../../../platform/database/testing.ts'
import { deKlimboom, demoMembers, demoTeam, deWaterlelie, personas } from '../../../platform/identity/demo-people.ts'
import { identityDemo } from '../../../platform/identity/identity-demo.ts'
import { type House, openHouse, signInForTest, type TestBrowser } from '../../../platform/identity/testing.ts'
import { migrations } from '../testing.ts'
import { boardPupils, boardPupilsOf } from './board-pupils-store.ts'
import { closeVoiceRoundsJob } from './close-round.ts'
import { pupilText } from './pupils/pupil-text.ts'
import { voiceRoutes } from './routes.ts'

const pupils = `/s/${deWaterlelie.slug}/pupils`
const team = demoTeam(deWaterlelie, 'Middenbouw')

onBothEngines('a round of questions', migrations, (database) => {
  let house: House
  let teacher: TestBrowser
  let now: Date

  beforeEach(async () => {
    now = new Date('2026-11-23T09:00:00Z')
    house = openHouse({ database: database(), routes: voiceRoutes, clock: () => now })
    await identityDemo({ db: database(), clock: () => now })
    teacher = await signInForTest(house, demoMembers(team)[0]?.id ?? '')
  })

  async function open(more: Readonly<Record<string, string>> = {}) {
    const made = await teacher.post(`${pupils}/new`, { title: 'Groep 6', team: team.id, set: 'clarity', ...more })
    expect(made.status).toBe(303)
    const path = made.location ?? ''
    const code = /class="code">([^<]+)</.exec((await teacher.get(path)).body)?.[1]?.replace(' ', '') ?? ''
    expect(code).toMatch(/^[B-Z2-9]{6}$/)
    return { path, code, id: path.split('/').at(-1) ?? '' }
  }

  /** A device that looks at the questions and answers them. */
  async function answer(code: string, form: Readonly<Record<string, string>>) {
    const device = house.browser()
    expect((await device.get(`/v/${code}`)).status).toBe(200)
    return { device, sent: await device.post(`/v/${code}`, form) }
  }

  const rows = (table: string, id: string) => asSystem(database(), `select * from ${table} where round_id = $1`, [id])

  test('is answered without an account, and nothing is kept but answers until it closes', async () => {
    const { path, code, id } = await open()
    for (let n = 0; n < 12; n++) {
      const { sent } = await answer(code, { q0: n < 10 ? '0' : '3', q1: '1', q3: `Antwoord ${n}` })
      expect([sent.status, sent.location]).toEqual([303, `/v/${code}?lang=en`])
    }
    const kept = await rows('voice_answers', id)
    expect(kept).toHaveLength(12)
    expect(Object.keys(kept[0] ?? {}).toSorted()).toEqual(['given', 'id', 'organisation_id', 'round_id', 'subgroup'])
    // Ids that are drawn say nothing of when; those that count up would.
    expect(kept.every((row) => /^.{14}4/.test(String(row.id)))).toBe(true)
    expect((await teacher.get(path)).body).not.toContain('Antwoord 3')
    const closed = await teacher.post(`${path}/close`)
    expect([closed.status, closed.location]).toEqual([303, path])
    expect(await rows('voice_answers', id)).toEqual([])
    expect(await rows('voice_devices', id)).toEqual([])
    const views = await rows('voice_views', id)
    expect(views.map(({ question, n }) => [question, n]).toSorted()).toEqual([
      [0, 12],
      [1, 12],
    ])
    const journal = await asSystem(database(), 'select action, changes from journal where stream = $1', [`voice:${id}`])
    expect(journal.map(({ action }) => action)).toEqual(['round-opened', 'round-closed'])
    expect(house.faults).toEqual([])
  })

  test('shows open answers to the teacher first, who takes away what can be recognised', async () => {
    const { path, code } = await open()
    for (let n = 0; n < 11; n++) await answer(code, { q3: n === 4 ? 'Dat weet Fatima' : `Antwoord ${n}` })
    await teacher.post(`${path}/close`)
    const colleague = await signInForTest(house, demoMembers(demoTeam(deWaterlelie, 'Bovenbouw'))[0]?.id ?? '')
    expect((await colleague.get(path)).body).not.toContain('Antwoord 3')
    // A coach or leader may close a round and tell the pupils, but reads what they wrote after their teachers did.
    for (const role of ['School leader', 'School coach']) {
      const persona = personas.find(({ is }) => is.en.startsWith(`${role} of De Waterlelie`))
      const leading = await signInForTest(house, persona?.id ?? '')
      expect((await leading.get(path)).body).not.toContain('Antwoord 3')
      expect((await leading.post(`${path}/shown`)).status).toBe(403)
    }
    const read = (await teacher.get(path)).body
    expect(read).toContain('Dat weet Fatima')
    const id = /name="words" value="([^"]+)"[\s\S]*?Take away: Dat weet Fatima/.exec(
      read.slice(Math.max(0, read.indexOf('Dat weet Fatima') - 10)),
    )?.[1]
    expect((await colleague.post(`${path}/removed-words`, { words: id ?? '' })).status).toBe(403)
    expect((await teacher.post(`${path}/removed-words`, { words: id ?? '' })).status).toBe(303)
    expect((await teacher.post(`${path}/shown`)).status).toBe(303)
    const shown = (await colleague.get(`${path}/wall`)).body
    expect(shown).toContain('Antwoord 3')
    expect(shown).not.toContain('Fatima')
    expect(JSON.stringify(await asSystem(database(), 'select * from voice_words'))).not.toContain('Fatima')
    expect(JSON.stringify(await asSystem(database(), 'select changes from journal'))).not.toContain('Antwoord')
  })

  test('of four shows nothing, of nine no words', async () => {
    const few = await open()
    for (let n = 0; n < 4; n++) await answer(few.code, { q0: '0', q3: 'Hallo' })
    await teacher.post(`${few.path}/close`)
    expect((await teacher.get(few.path)).body).toContain('There are 4 answers. We tell numbers from 7 on.')
    expect(await rows('voice_views', few.id)).toEqual([])
    const nine = await open()
    for (let n = 0; n < 9; n++) await answer(nine.code, { q0: '0', q3: 'Hallo' })
    await teacher.post(`${nine.path}/close`)
    expect(await rows('voice_words', nine.id)).toEqual([])
    expect(await rows('voice_views', nine.id)).toHaveLength(1)
  })

  test('takes one answer of a device, also when it is sent twice', async () => {
    const { code, id } = await open()
    const { device } = await answer(code, { q0: '0' })
    const again = await device.post(`/v/${code}`, { q0: '3' })
    expect(again.location).toBe(`/v/${code}?lang=en&again`)
    expect(await rows('voice_answers', id)).toHaveLength(1)
    expect((await device.get(`/v/${code}`)).body).toContain('Thank you!')
    const nothing = await answer(code, {})
    expect(nothing.sent.status).toBe(422)
    // Without cookies it is the form that counts once.
    const form = { q0: '1', _op: '01890000-0000-7000-8000-000000000001' }
    for (let n = 0; n < 2; n++) expect((await house.browser().post(`/v/${code}`, form)).status).toBe(303)
    expect(await rows('voice_answers', id)).toHaveLength(2)
  })

  test('takes whatever a pupil types, and many at once, each once', async () => {
    const { path, code, id } = await open({ own: `${'é'.repeat(199)}😀 en zo`, set: 'own', ownWords: 'Wat nog?' })
    const typed = ['a\0b', '\ud800', `${'x'.repeat(499)}😀`, '{"a":1}', "'; drop table voice_answers; --", '<b>hoi</b>']
    const devices = await Promise.all(
      Array.from({ length: 40 }, async () => {
        const device = house.browser()
        await device.get(`/v/${code}`)
        return device
      }),
    )
    const sent = await Promise.all(
      devices.flatMap((device, n) =>
        [1, 2].map(() => device.post(`/v/${code}`, { q0: '1', q1: typed[n % typed.length] ?? '', subgroup: '9' })),
      ),
    )
    expect(new Set(sent.map(({ status }) => status))).toEqual(new Set([303]))
    expect(await rows('voice_answers', id)).toHaveLength(40)
    await teacher.post(`${path}/close`)
    expect(await rows('voice_words', id)).toHaveLength(40)
    expect((await teacher.get(path)).body).not.toContain('<b>hoi')
    expect(house.faults).toEqual([])
  })

  test('and class boards reach the board of the team as counts, without words', async () => {
    const own = '01890000-0000-7000-8000-000000000100'
    await asSystem(
      database(),
      `insert into boards (organisation_id, id, kind, team_id, name, created_at)
       values ($1, $2, 'improvement', $3, 'Middenbouw', now()) on conflict do nothing`,
      [deWaterlelie.id, own, team.id],
    )
    const asked = () =>
      database().run(organisationScope(deWaterlelie.id), async (trx) =>
        boardPupilsOf(
          await trx.selectNoFrom((eb) => [...boardPupils(eb, deWaterlelie.id, own)]).executeTakeFirstOrThrow(),
        ),
      )
    const known = (await asked()).waiting.length
    const { path, id } = await open()
    const [board, reached, running] = [1, 2, 3].map((n) => `01890000-0000-7000-8000-00000000010${n}`)
    await asSystem(
      database(),
      `insert into boards (organisation_id, id, kind, team_id, name, code, ends_on, created_at)
       values ($1, $2, 'class', $3, 'Groep 5', $4, '2026-12-18', now()) on conflict do nothing`,
      [deWaterlelie.id, board, team.id, 'KCAS22'],
    )
    for (const goal of [reached, running]) {
      await asSystem(
        database(),
        `insert into goals (organisation_id, id, board_id, created_by, created_at, effect, baseline, target)
         values ($1, $2, $3, 'x', now(), 'Geheim doel', 2, 8) on conflict do nothing`,
        [deWaterlelie.id, goal, board],
      )
    }
    for (const [day, value] of [
      ['2026-11-02', 8],
      ['2026-10-02', 3],
    ]) {
      await asSystem(
        database(),
        `insert into readings (organisation_id, id, board_id, created_by, created_at, goal_id, on_date, value)
         values ($1, gen_random_uuid(), $2, 'x', now(), $3, $4, $5)`,
        [deWaterlelie.id, board, reached, day, value],
      )
    }
    const { waiting, classes } = await asked()
    expect(classes).toEqual([{ name: 'Groep 5', goals: 2, reached: 1 }])
    expect(waiting).toHaveLength(known + 1)
    expect(waiting.at(-1)).toEqual({ id, kind: 'questions', title: 'Groep 6', closed: false })
    await teacher.post(`${path}/close`)
    expect((await asked()).waiting.find((each) => each.id === id)?.closed).toBe(true)
    await teacher.post(`${path}/done`, { told: 'Meer tijd' })
    expect((await asked()).waiting).toHaveLength(known)
  })

  test('takes none after it was closed, and never opens again', async () => {
    const { path, code, id } = await open()
    const late = house.browser()
    await late.get(`/v/${code}`)
    await teacher.post(`${path}/close`)
    expect((await late.post(`/v/${code}`, { q0: '0' })).location).toBe(`/v/${code}?lang=en`)
    expect((await late.get(`/v/${code}`)).body).toContain('The questions are closed.')
    await teacher.post(`${path}/close`)
    expect(await rows('voice_answers', id)).toEqual([])
  })

  describe('the database', () => {
    test('lets no page read answers or devices, not even the count of a choice', async () => {
      const { code } = await open()
      await answer(code, { q0: '0' })
      for (const table of ['voice_answers', 'voice_devices']) {
        for (const statement of [
          `select * from ${table}`,
          `delete from ${table}`,
          `update ${table} set round_id = round_id`,
          `insert into ${table} select * from ${table}`,
        ]) {
          const tried = database().run(organisationScope(deWaterlelie.id), (trx) => sql.raw(statement).execute(trx))
          await expect(tried).rejects.toThrow(/permission denied/)
        }
      }
    })

    test('counts answers for the own school only', async () => {
      const { code, id } = await open()
      await answer(code, { q0: '0' })
      const counted = (organisationId: string) =>
        database().run(organisationScope(organisationId), async (trx) => {
          const { rows: found } = await sql<{
            n: number
          }>`select voice_answered(${deWaterlelie.id}, ${id}) as n`.execute(trx)
          return found[0]?.n
        })
      expect([await counted(deWaterlelie.id), await counted(deKlimboom.id)]).toEqual([1, 0])
    })
  })

  test('is led by its team, coach and leader, and by nobody else', async () => {
    const { path, code } = await open()
    for (let n = 0; n < 6; n++) await answer(code, { q0: '0' })
    const colleague = await signInForTest(house, demoMembers(demoTeam(deWaterlelie, 'Bovenbouw'))[0]?.id ?? '')
    expect((await colleague.post(`${path}/close`)).status).toBe(403)
    expect((await colleague.post(`${path}/done`, { told: 'Nee' })).status).toBe(403)
    const elsewhere = await colleague.post(`${pupils}/new`, { title: 'Groep 6', team: team.id, set: 'clarity' })
    expect(elsewhere.status).toBe(422)
    // Nothing can be told back before it was closed.
    expect((await teacher.post(`${path}/done`, { told: 'Alvast' })).status).toBe(404)
    await teacher.post(`${path}/close`)
    expect((await teacher.post(`${path}/done`, { told: 'Vanaf maandag\nmeer tijd' })).status).toBe(303)
    now = new Date(now.getTime() + 10_000)
    const page = (await house.browser().get(`/v/${code}?lang=tr`)).body
    expect(page).toContain('Bununla şunu yaptık')
    expect(page).toContain('Vanaf maandag')
  })

  test('is compared with the last round of the same questions and steps only', async () => {
    const asked = async (more: Readonly<Record<string, string>>) => {
      const { path, code } = await open(more)
      for (let n = 0; n < 8; n++) await answer(code, { q0: '0', q1: '0', q2: '0', q4: '0' })
      await teacher.post(`${path}/close`)
      now = new Date(now.getTime() + 24 * 3600_000)
      return (await teacher.get(path)).body
    }
    expect(await asked({})).not.toContain('last time')
    // Three faces in place of four steps: another yes.
    expect(await asked({ young: 'yes' })).not.toContain('last time')
    expect(await asked({ title: 'groep 6' })).toContain('last time, Monday 23 November')
    // Another question of their own in the same place does not compare either.
    await asked({ title: 'Groep 7', own: 'De proef was leuk.' })
    const again = await asked({ title: 'Groep 7', own: 'Het was te druk.' })
    expect(again.match(/last time, /g)).toHaveLength(3)
    const totals = (await teacher.get(`${pupils}/totals`)).body
    expect(totals).toContain('Clarity of the lesson')
    expect(totals).not.toContain('with faces')
    await asked({ title: 'Groep 3', young: 'yes' })
    expect((await teacher.get(`${pupils}/totals`)).body).toContain('Clarity of the lesson, with faces')
  })

  test('of six tells how many answered, and no numbers', async () => {
    const { path, code } = await open()
    for (let n = 0; n < 6; n++) await answer(code, { q0: '0' })
    await teacher.post(`${path}/close`)
    const body = (await teacher.get(path)).body
    expect(body).toContain('6 pupils. Of so few pupils we tell no numbers')
    expect(body).not.toContain('of 6<')
  })

  test('that was left open is closed after a week, and what was in is shown', async () => {
    const { path, code } = await open()
    for (let n = 0; n < 6; n++) await answer(code, { q0: '0' })
    now = new Date(now.getTime() + 6 * 24 * 3600_000)
    await closeVoiceRoundsJob.run(house.services, {})
    expect((await teacher.get(path)).body).toContain('/close"')
    now = new Date(now.getTime() + 2 * 24 * 3600_000)
    await closeVoiceRoundsJob.run(house.services, {})
    const body = (await teacher.get(path)).body
    expect(body).not.toContain('/close"')
    expect(body).toContain('6 pupils')
  })

  test('is put in six languages, Arabic from right to left', async () => {
    const { code } = await open({ young: 'yes' })
    const page = async (path: string, accept: string) =>
      (await house.browser({ 'accept-language': accept }).get(path)).body
    expect(await page(`/v/${code}`, 'ar-SY,ar;q=0.9')).toMatch(/lang="ar" dir="rtl"[\s\S]*كان الشرح/)
    expect(await page(`/v/${code}?lang=uk`, 'nl')).toContain('Пояснення було для мене зрозумілим.')
    expect(await page(`/v/${code}`, 'pl')).toContain('Wyjaśnienie było dla mnie jasne.')
    expect(await page(`/v/${code}`, 'fr, tr;q=0.5')).toContain('Anlatılanlar benim için açıktı.')
    expect(await page(`/v/${code}`, 'nl')).toContain('class="faces"')
    // What stands around it speaks Dutch or English: it goes where the page speaks another language.
    for (const at of [`/v/${code}`, '/v']) {
      expect(await page(at, 'nl')).toContain('class="foot"')
      for (const other of ['ar-SY,ar;q=0.9', 'pl']) expect(await page(at, other)).not.toContain('class="foot"')
      expect(await page(`${at}?lang=en`, 'nl')).not.toContain('class="foot"')
    }
  })

  test('promises what is true of its questions: own words are read by others, a choice by nobody', async () => {
    const promised = async (form: Readonly<Record<string, string>>, language: string) => {
      const { code } = await open(form)
      return /class="promise">([^<]+)</.exec((await house.browser().get(`/v/${code}?lang=${language}`)).body)?.[1]
    }
    const choices = { set: 'own', own: 'Ik leer graag.' }
    const words = { set: 'own', ownWords: 'Wat wil je leren?' }
    expect(await promised(choices, 'en')).toBe('Nobody can see what you choose, not even your teacher.')
    expect(await promised(words, 'en')).toBe('Others may read what you write, but nobody sees who wrote it.')
    for (const language of ['nl', 'en', 'ar', 'tr', 'uk', 'pl'] as const) {
      const { nobody } = pupilText(language)
      expect(await promised({ ...choices, ...words }, language)).toBe(nobody.both)
      expect(new Set(Object.values(nobody)).size).toBe(3)
    }
  })

  test('shows the questions of each ready set before one is chosen', async () => {
    const asked = (await teacher.get(`${pupils}/new`)).body
    for (const questions of Object.values(pupilText('en').sets))
      for (const question of questions) expect(asked).toContain(`<li>${question}</li>`)
    expect((await teacher.get(`${pupils}/arena`)).body).not.toContain('then you see what changes')
  })

  test('an arena notes what was heard and weighs ideas, and journals no words', async () => {
    const form = { title: 'Leerlingenraad', team: team.id, own: 'Wanneer leer je het meest?\nWat stoort?' }
    const made = await teacher.post(`${pupils}/arena`, form)
    const path = made.location ?? ''
    await teacher.post(`${path}/notes`, { kind: 'heard', question: '1', words: 'Lawaai op de gang' })
    await teacher.post(`${path}/notes`, { kind: 'idea', words: 'Stille gang na de pauze' })
    await teacher.post(`${path}/notes`, { kind: 'idea', words: 'Langere pauze' })
    const page = (await teacher.get(path)).body
    expect(page).toContain('This code is for the pupils, for later.')
    const note = /name="note" value="([^"]+)"[\s\S]*?Weigh: Langere pauze/.exec(
      page.slice(page.indexOf('Langere pauze')),
    )?.[1]
    expect((await teacher.post(`${path}/weights`, { note: note ?? '', effect: '2', feasible: '9' })).status).toBe(422)
    expect((await teacher.post(`${path}/weights`, { note: note ?? '', effect: '5', feasible: '4' })).status).toBe(303)
    const weighed = (await teacher.get(`${path}/wall`)).body
    expect(weighed).toContain('Lawaai op de gang')
    expect((await teacher.get(path)).body.indexOf('Langere pauze')).toBeLessThan(weighed.length)
    const journal = JSON.stringify(
      await database().run(system, (trx) => trx.selectFrom('journal').selectAll().execute()),
    )
    expect(journal).not.toContain('Lawaai')
    expect(house.faults).toEqual([])
  })
})
