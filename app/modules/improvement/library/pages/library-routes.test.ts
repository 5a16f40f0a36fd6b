import { beforeEach, describe, expect, test } from 'vitest'
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
import { lessonsRoutes } from '../../lessons/routes.ts'
import { migrations } from '../../testing.ts'
import { libraryRoutes } from '../routes.ts'

const clock = () => new Date('2026-11-22T12:00:00Z')
const lessons = `/s/${deWaterlelie.slug}/lessons`
const team = demoTeam(deWaterlelie, 'Bovenbouw')
const personNamed = (name: string) => demoPeople.find((person) => person.name === name)?.id ?? ''

onBothEngines('the pages of the library', migrations, (database) => {
  let house: House
  let teacher: TestBrowser
  let path: string

  beforeEach(async () => {
    house = openHouse({ database: database(), routes: [...lessonsRoutes, ...libraryRoutes], clock })
    await identityDemo({ db: database(), clock })
    teacher = await signInForTest(house, demoMembers(team)[0]?.id ?? '')
    const made = await teacher.post(lessons, { team: team.id, title: 'Een kwart', subject: 'Rekenen' })
    path = made.location ?? ''
    expect(made.status).toBe(303)
  })

  async function write(question: string): Promise<void> {
    expect((await teacher.post(`${path}/text`, { version: '1', question })).status).toBe(303)
  }

  const share = (form: Readonly<Record<string, string | readonly string[]>>, by = teacher) =>
    by.post(`${path}/share`, { version: '1', reach: 'open', consent: 'yes', ...form })

  async function shared(form: Readonly<Record<string, string>> = {}, by = teacher): Promise<string> {
    const { status, location } = await share(form, by)
    expect(status).toBe(303)
    return location ?? ''
  }

  const publicly = async (address: string) =>
    (await house.browser().get(address.replace(`/s/${deWaterlelie.slug}`, ''))).status

  test('what holds no word finds nothing, and says so', async () => {
    await write('Wat is een kwart?')
    await shared()
    for (const asked of ['%', '😀', 'de', '...']) {
      for (const library of ['/library', `/s/${deWaterlelie.slug}/library`]) {
        const { body } = await teacher.get(`${library}?q=${encodeURIComponent(asked)}`)
        expect(body).toContain('We cannot search for this')
        expect(body).not.toContain('Een kwart')
      }
    }
    for (const asked of ['', ' ', 'kwart']) {
      expect((await teacher.get(`/library?q=${encodeURIComponent(asked)}`)).body).toContain('Een kwart')
    }
  })

  test('a maker with too long a name is asked for a shorter one', async () => {
    await asSystem(database(), 'update organisations set name = $1 where id = $2', [
      'Lang '.repeat(39),
      deWaterlelie.id,
    ])
    await asSystem(database(), 'update teams set name = $1 where id = $2', ['Lang '.repeat(19), team.id])
    const back = await share({})
    expect(back.status).toBe(422)
    expect(back.body).toContain('longer than 200 characters')
    const typed = await share({ credit: 'x'.repeat(201) })
    expect([typed.status, typed.body.includes('x'.repeat(201))]).toEqual([422, true])
    await shared({ credit: 'Bovenbouw' })
    await asSystem(database(), 'update organisations set name = $1 where id = $2', [deWaterlelie.name, deWaterlelie.id])
    await asSystem(database(), 'update teams set name = $1 where id = $2', [team.name, team.id])
    expect(house.faults).toEqual([])
  })

  test('a person is asked about in the maker, the title and the pupils to watch as well', async () => {
    await teacher.post(path, { title: 'Een kwart voor Fatima', subject: 'Rekenen' })
    await teacher.post(`${path}/text`, { version: '1', 'watch-1': 'Noor de Boer', materials: 'Mail sem@school.nl' })
    const { body } = await share({ credit: 'Lars Nijland, De Waterlelie' })
    for (const said of ['Fatima', 'Noor de Boer', 'sem@school.nl', 'Lars Nijland']) {
      expect(body).toContain(`<mark><strong>${said}</strong></mark>`)
    }
  })

  test('what is seen only after a replacement gets a card of its own', async () => {
    await write('Fatima Bloem heeft moeite met lezen.')
    const idsIn = (body: string) => [...new Set([...body.matchAll(/name="fix_([^"]+)"/g)].map(([, id]) => id ?? ''))]
    const first = await teacher.get(`${path}/share`)
    const [fatima = ''] = idsIn(first.body)
    expect(idsIn(first.body)).toHaveLength(1)
    const answers = { [`fix_${fatima}`]: 'replace', [`with_${fatima}`]: 'een leerling' }
    const second = await share(answers)
    expect(second.status).toBe(422)
    const bloem = idsIn(second.body).find((id) => id !== fatima) ?? ''
    expect(second.body).toContain('een leerling <mark><strong>Bloem</strong></mark>')
    const address = await shared({ ...answers, [`fix_${bloem}`]: 'replace', [`with_${bloem}`]: 'die' })
    const { body } = await teacher.get(address)
    expect(body).toContain('een leerling die heeft moeite met lezen.')
    expect(body).not.toMatch(/Fatima|Bloem/)
  })

  describe('sharing', () => {
    test('goes on at one address; the older edition says that there is a newer one', async () => {
      await write('Hoe leggen ze het uit?')
      const address = await shared()
      await write('Hoe leggen ze het aan elkaar uit?')
      expect(await shared()).toBe(address)
      const older = await teacher.get(`${address}?edition=1`)
      expect(older.body).toContain('Hoe leggen ze het uit?')
      expect(older.body).toContain('This is an older version')
      expect((await teacher.get(address)).body).toContain('Hoe leggen ze het aan elkaar uit?')
      for (const edition of ['99', '0', '-1', '1e9', 'x'])
        expect((await teacher.get(`${address}?edition=${edition}`)).status).toBe(200)
      const { body } = await teacher.get(`${address}/nl-lom.xml`)
      expect(body).toContain('aan elkaar')
    })

    test('with a team is seen and taken back by the leader, and not by a colleague of another team', async () => {
      const address = await shared({ reach: 'team' })
      const colleague = await signInForTest(house, demoMembers(demoTeam(deWaterlelie, 'Onderbouw'))[0]?.id ?? '')
      expect((await colleague.get(address)).status).toBe(404)
      expect((await colleague.post(`${address}/withdraw`)).status).toBe(404)
      const leader = await signInForTest(house, personNamed('Wouter Hoekstra'))
      expect((await leader.get(address)).body).toContain('/withdraw')
      expect((await leader.post(`${address}/withdraw`)).status).toBe(303)
      expect((await teacher.get(address)).body).toContain('No longer shared')
      // And may share it anew, with more people, at the same address.
      expect(await shared({ reach: 'open' }, leader)).toBe(address)
      expect(await publicly(address)).toBe(200)
    })

    test('with everybody is taken back by who may write in the lesson, and by no other school', async () => {
      const address = await shared()
      const elsewhere = await signInForTest(house, demoMembers(demoTeam(deKlimboom, 'Bovenbouw'))[0]?.id ?? '')
      const there = address.replace(deWaterlelie.slug, deKlimboom.slug)
      expect((await elsewhere.get(there)).body).not.toContain('/withdraw')
      expect([403, 404]).toContain((await elsewhere.post(`${there}/withdraw`)).status)
      const outsider = await signInForTest(house, demoMembers(demoTeam(deWaterlelie, 'Onderbouw'))[0]?.id ?? '')
      expect((await outsider.post(`${address}/withdraw`)).status).toBe(403)
      const colleague = await signInForTest(house, demoMembers(team)[1]?.id ?? '')
      expect((await colleague.post(`${address}/withdraw`)).status).toBe(303)
      expect(await publicly(address)).toBe(404)
    })
  })

  describe('a lesson that is removed', () => {
    test('asks what becomes of its copy in the library, and takes it along unless somebody says otherwise', async () => {
      expect((await teacher.get(path)).body).not.toContain('name="library"')
      const address = await shared()
      expect((await teacher.get(path)).body).toContain('name="library"')
      await teacher.post(`${path}/remove`)
      expect(await publicly(address)).toBe(404)
    })

    test('stays for others where somebody says so, and can be taken out of the library later', async () => {
      const address = await shared()
      await teacher.post(`${path}/remove`, { library: 'keep' })
      expect((await teacher.get(path)).status).toBe(404)
      expect(await publicly(address)).toBe(200)
      expect((await teacher.post(`${address}/withdraw`)).status).toBe(303)
      expect(await publicly(address)).toBe(404)
    })
  })

  describe('a curriculum', () => {
    const upload = async (text: string, list = 'https://voorbeeld.example/lijst', who = 'Noud Terpstra') => {
      const form = new FormData()
      form.set('file', new File([text], 'lijst.csv', { type: 'text/csv' }))
      form.set('list', list)
      return (await signInForTest(house, personNamed(who))).upload('/admin/curriculum', form)
    }
    const count = async () => (await asSystem(database(), 'select uri from curriculum_terms')).length

    test('is looked at first, and only then brought in', async () => {
      const before = await count()
      const looked = await upload(
        'uri,label,code\nhttps://voorbeeld.example/1,Lezen,L1\nhttps://voorbeeld.example/2,Tellen,T1',
      )
      expect(looked.status).toBe(200)
      expect(await count()).toBe(before)
      const [, quoted = ''] = /name="terms" value="([^"]*)"/.exec(looked.body) ?? []
      const terms = quoted.replaceAll('&quot;', '"').replaceAll('&amp;', '&')
      const operator = await signInForTest(house, personNamed('Noud Terpstra'))
      expect((await operator.post('/admin/curriculum/import', { terms })).status).toBe(303)
      expect(await count()).toBe(before + 2)
      expect((await operator.get('/admin/curriculum')).body).toContain('https://voorbeeld.example/lijst')
      for (const nonsense of ['', '[', '[]', '[{"uri":"x"}]', 'null']) {
        expect((await operator.post('/admin/curriculum/import', { terms: nonsense })).status).toBe(422)
      }
      expect((await share({ termCodes: 'l1' })).status).toBe(303)
      expect((await share({ termCodes: 'geen' })).body).toContain('We don’t know this number')
      expect(house.faults).toEqual([])
    })

    test('says of each row what is wrong, and brings nothing in', async () => {
      const before = await count()
      const { status, body } = await upload(
        'uri,label\nhttps://voorbeeld.example/1,Lezen\nkerndoel 2,Taal\nhttps://voorbeeld.example/3,',
      )
      expect(status).toBe(422)
      expect(body).toContain('kerndoel 2')
      expect(body).toContain('2 rows are wrong')
      expect((await upload('uri,label\nhttps://a.example/1,Lezen', '')).body).toContain('Which list is it of?')
      expect((await upload('uri;label\n', '')).status).toBe(422)
      expect(await count()).toBe(before)
    })

    test('is not for who does not run the platform', async () => {
      expect((await upload('uri,label\nhttps://a.example/1,A', 'https://a.example/', 'Wouter Hoekstra')).status).toBe(
        403,
      )
    })
  })
})
