import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { onBothEngines } from '../../../platform/database/testing.ts'
import { demoPeople, deWaterlelie, hetZandpad } from '../../../platform/identity/demo-people.ts'
import { identityDemo } from '../../../platform/identity/identity-demo.ts'
import { type House, openHouse, signInForTest } from '../../../platform/identity/testing.ts'
import { platformMigrations } from '../../../platform/migrations.ts'
import { importSchools } from '../../../platform/organisations/register/import-schools.ts'
import { sampleRegister } from '../../../platform/organisations/register/sample-register.ts'
import { resultsDemo } from '../demo.ts'
import { results } from '../index.ts'
import { resultsMigrations } from '../migrations/index.ts'

const own = '/s/de-waterlelie/results'
const theirs = '/s/het-zandpad/results'

onBothEngines('asking a school that is further', [...platformMigrations, ...resultsMigrations], (database) => {
  let house: House
  const signIn = (name: string) => signInForTest(house, demoPeople.find((person) => person.name === name)?.id ?? '')
  const emailOf = (name: string) => demoPeople.find((person) => person.name === name)?.email
  const linkTo = (what: string, body: string) =>
    new RegExp(`href="([^"?]*/results/${what}/[^"?/]+)"`).exec(body)?.[1] ?? ''

  beforeAll(async () => {
    const clock = () => new Date('2026-11-22T10:00:00Z')
    const db = database()
    await identityDemo({ db, clock })
    const list = sampleRegister(['99WL00', '99KB00', '99ZP00'].map((code) => ({ code, name: code })))
    const chunks = (async function* () {
      yield new TextEncoder().encode(list)
    })()
    await importSchools(db, { path: 'bo-2025.csv', chunks }, { by: null, clock, newId: randomUUID })
    await resultsDemo({ db, clock, newId: randomUUID })
    house = openHouse({ database: db, routes: results.routes, clock })
  })

  it('goes by letters that don’t tell what was written, each once', async () => {
    const leader = await signIn('Samira Mansouri')
    const other = await signIn('Greetje Lanting')
    await leader.post(`${own}/tracks`, { subject: 'arithmetic' })
    const track = linkTo('tracks', (await leader.get(own)).body)
    const list = await leader.get(`${track}/schools`)
    expect(list.body).toContain(hetZandpad.name)
    const before = house.letters.length
    const _op = '0199aaaa-0000-7000-8000-0000000000a1'
    const wish = { _op, school: hetZandpad.id, subject: 'arithmetic', message: 'Hoe automatiseren jullie?' }
    for (let time = 0; time < 2; time++) {
      expect((await leader.post(`${track}/schools`, wish)).location).toBe(`${own}/help/${_op}`)
    }
    expect((await other.get(`${theirs}/help/${_op}`)).body).toContain('Hoe automatiseren jullie?')
    const yes = { answer: 'yes', visitOn: '2026-12-01', words: 'Om negen uur' }
    expect((await other.post(`${theirs}/help/${_op}/answer`, yes)).status).toBe(303)
    const letters = house.letters.slice(before)
    expect(letters.map(({ to, subject }) => [to, subject])).toEqual([
      [emailOf('Greetje Lanting'), 'De Waterlelie vraagt of ze mogen meekijken'],
      [emailOf('Samira Mansouri'), 'Het Zandpad zegt ja'],
    ])
    expect(letters[0]?.text).toContain(`${theirs}/help/${_op}`)
    expect(letters[1]?.text).toContain(`${own}/help/${_op}`)
    expect(letters.map(({ text }) => text).join()).not.toMatch(/automatiseren|negen uur/)
    expect((await leader.get(`${own}/help/${_op}`)).body).toContain('Om negen uur')
    expect(house.faults).toEqual([])
  })

  it('lets each side do its own part only, and refuses days that can’t be', async () => {
    const leader = await signIn('Samira Mansouri')
    const other = await signIn('Greetje Lanting')
    const id = linkTo('help', (await leader.get(linkTo('tracks', (await leader.get(own)).body))).body)
      .split('/')
      .at(-1)
    expect((await leader.post(`${own}/help/${id}/answer`, { answer: 'no' })).status).toBe(404)
    expect((await other.post(`${theirs}/help/${id}/withdraw`)).status).toBe(404)
    expect((await other.post(`${theirs}/help/${id}/held`, { heldOn: '2026-11-20' })).status).toBe(404)
    const past = { answer: 'yes', visitOn: '2026-11-20' }
    expect((await other.post(`${theirs}/help/${id}/answer`, past)).status).toBe(422)
    expect((await other.post(`${theirs}/help/${id}/answer`, { answer: 'yes' })).status).toBe(422)
    const far = { answer: 'yes', visitOn: '9999-01-01' }
    expect((await other.post(`${theirs}/help/${id}/answer`, far)).status).toBe(422)
    expect((await leader.post(`${own}/help/${id}/held`, { heldOn: '2026-12-24' })).status).toBe(422)
    // Before it was asked, which is today.
    expect((await leader.post(`${own}/help/${id}/held`, { heldOn: '2026-11-21' })).status).toBe(422)
    expect((await leader.post(`${own}/help/${id}/held`, { heldOn: '2026-11-22' })).status).toBe(303)
    expect((await other.get(`${theirs}/help/${id}`)).body).toContain('Was there on 22 November 2026')
    expect(house.faults).toEqual([])
  })

  it('asks no school that is not found: none that is not willing, has other pupils, or is one’s own', async () => {
    const leader = await signIn('Samira Mansouri')
    await leader.post(`${own}/tracks`, { subject: 'language' })
    const tracks = (await leader.get(own)).body.matchAll(/href="([^"]*\/results\/tracks\/[^"]+)"/g)
    const before = house.letters.length
    for (const track of new Set([...tracks].map(([, path]) => path ?? ''))) {
      for (const school of [hetZandpad.id, deWaterlelie.id, randomUUID()]) {
        const wish = { school, subject: 'reading', message: 'Hoi' }
        expect((await leader.post(`${track}/schools`, wish)).location).toBe(`${track}/schools?refused=not-willing`)
      }
      expect((await leader.get(`${track}/schools?refused=not-willing`)).body).toContain('be asked any more')
    }
    expect(house.letters.length).toBe(before)
    expect(house.faults).toEqual([])
  })

  it('keeps no day of a track that can’t be', async () => {
    const leader = await signIn('Samira Mansouri')
    const track = linkTo('tracks', (await leader.get(own)).body)
    const edit = async (days: { readonly reviewOn: string; readonly seenWithTeamOn?: string }) =>
      (await leader.post(track, { causes: 'Weinig tijd', readEveryWeeks: '4', ...days })).status
    expect(await edit({ reviewOn: '2026-11-21' })).toBe(422)
    expect(await edit({ reviewOn: '9999-12-31' })).toBe(422)
    expect(await edit({ reviewOn: '2027-03-01', seenWithTeamOn: '2026-11-23' })).toBe(422)
    expect((await leader.get(track)).body).not.toContain('Weinig tijd')
    expect(await edit({ reviewOn: '2027-03-01', seenWithTeamOn: '2026-11-22' })).toBe(303)
    expect((await leader.get(track)).body).toContain('Weinig tijd')
  })

  it('leaves the causes that a colleague wrote meanwhile, where somebody only plans', async () => {
    const leader = await signIn('Samira Mansouri')
    const coach = await signIn('Wouter Hoekstra')
    const track = linkTo('tracks', (await leader.get(own)).body)
    const form = { readEveryWeeks: '4', reviewOn: '2027-03-01' }
    await leader.post(track, { ...form, causes: 'Toen' })
    await coach.post(track, { ...form, 'was.causes': 'Toen', causes: 'Nu meer' })
    await leader.post(track, { ...form, 'was.causes': 'Toen', causes: 'Toen', readEveryWeeks: '6' })
    const { body } = await leader.get(track)
    expect(body).toContain('Nu meer')
    expect(body).toContain('name="was.causes"')
    expect(body).toMatch(/name="readEveryWeeks"[^>]*value="6"|value="6"[^>]*name="readEveryWeeks"/)
  })

  it('is for who leads the school', async () => {
    const coach = await signIn('Wouter Hoekstra')
    expect((await coach.post(`${own}/willing`, { subject: 'reading', willing: 'no' })).status).toBe(403)
    const page = await coach.get(own)
    expect(page.body).toContain('Het Zandpad: reading')
    expect(linkTo('help', page.body)).toBe('')
    const leader = await signIn('Samira Mansouri')
    await leader.post(`${own}/willing`, { subject: 'reading', willing: 'no' })
    expect((await leader.get(own)).body).toContain('Other schools don’t find us.')
  })

  it('sends no letter for the same answer, nor for a question that is taken back and asked again and again', async () => {
    const leader = await signIn('Samira Mansouri')
    const other = await signIn('Greetje Lanting')
    await leader.post(`${own}/willing`, { subject: 'reading', willing: 'yes' })
    const answer = { answer: 'no', words: 'Later' }
    const incoming = linkTo('help', (await leader.get(own)).body)
    await leader.post(`${incoming}/answer`, answer)
    const before = house.letters.length
    await leader.post(`${incoming}/answer`, answer)
    expect(house.letters.length).toBe(before)
    await leader.post(`${incoming}/answer`, { ...answer, words: 'Nooit' })
    expect(house.letters.length).toBe(before + 1)

    const track = linkTo('tracks', (await other.get(theirs)).body)
    const request = linkTo('help', (await other.get(track)).body)
    const again = { school: deWaterlelie.id, subject: 'reading', message: 'Toch?' }
    await other.post(`${request}/withdraw`)
    const second = (await other.post(`${track}/schools`, again)).location ?? ''
    expect(second).toContain('/results/help/')
    await other.post(`${second}/withdraw`)
    const letters = house.letters.length
    expect((await other.post(`${track}/schools`, again)).location).toBe(`${track}/schools?refused=asked-before`)
    expect(house.letters.length).toBe(letters)
    expect(house.faults).toEqual([])
  })
})
