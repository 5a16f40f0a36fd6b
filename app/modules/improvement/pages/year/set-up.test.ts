import { beforeEach, expect, test } from 'vitest'
import { onBothEngines } from '../../../../platform/database/testing.ts'
import { deWaterlelie, personas } from '../../../../platform/identity/demo-people.ts'
import { identityDemo } from '../../../../platform/identity/identity-demo.ts'
import { type House, openHouse, signInForTest, type TestBrowser } from '../../../../platform/identity/testing.ts'
import { migrations } from '../../testing.ts'
import { yearRoutes } from './year-routes.ts'

const clock = () => new Date('2026-11-22T12:00:00Z')
const setUp = (year: number) => `/s/${deWaterlelie.slug}/year/${year}/set-up`

onBothEngines('setting up a year', migrations, (database) => {
  let house: House
  let leader: TestBrowser
  beforeEach(async () => {
    house = openHouse({ database: database(), routes: yearRoutes, clock })
    await identityDemo({ db: database(), clock })
    leader = await signInForTest(house, personas[0]?.id ?? '')
  })

  /** What the buttons that ask for another proposal send, by their words, and the dates that stand there. */
  const parts = (body: string) => ({
    choices: new Map(
      [...body.matchAll(/<button([^>]*formmethod="get"[^>]*)>([^<]*)</g)].map(([, attributes = '', words = '']) => [
        words,
        { action: /formaction="([^"]*)"/.exec(attributes)?.[1], propose: /value="([^"]*)"/.exec(attributes)?.[1] },
      ]),
    ),
    firstDay: /name="startsOn1"[^>]*value="([^"]*)"/.exec(body)?.[1],
  })

  test('another school year can be chosen without losing a word', async () => {
    const first = await leader.get(setUp(2026))
    const { action, propose } = parts(first.body).choices.get('2027–2028') ?? {}
    expect([action, propose]).toEqual([setUp(2027), 'noord'])
    const written = { ambition: 'Elk kind “ziet” <wat> het kan', theme3: 'Rekenen & taal', region: 'noord' }
    const next = await leader.get(`${action}?${new URLSearchParams({ ...written, propose: propose ?? '' })}`)
    expect(next.body).toContain('Elk kind “ziet” &lt;wat&gt; het kan</textarea>')
    expect(next.body).toMatch(/<input[^>]*id="theme3"[^>]*value="Rekenen &amp; taal"/)
    expect(parts(next.body).firstDay).toMatch(/^2027-/)
    expect(parts(next.body).choices.get('2026–2027')?.action).toBe(setUp(2026))
    expect(house.faults).toEqual([])
  })

  test('Enter in a field saves: the first button of the form chooses nothing', async () => {
    const form = /<form[^>]*set-up".*?<\/form>/s.exec((await leader.get(setUp(2026))).body)?.[0] ?? ''
    expect(/<button([^>]*)>/.exec(form)?.[1]).not.toMatch(/name=|form/)
  })

  test('a year that has a board already is not there to choose', async () => {
    const { body } = await leader.get(setUp(2026))
    const dates = [...body.matchAll(/name="((?:starts|ends)On\d)"[^>]*value="([^"]+)"/g)]
    const form = Object.fromEntries(dates.map(([, name = '', value = '']) => [name, value]))
    const made = await leader.post(setUp(2026), { ...form, region: 'noord', ambition: 'Wij leren hardop' })
    expect(made.status).toBe(303)
    const next = parts((await leader.get(setUp(2027))).body)
    expect([...next.choices.keys()].filter((words) => words.startsWith('20'))).toEqual([])
  })
})
