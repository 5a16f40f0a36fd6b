import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { sampleInspectorate, sampleLevels } from '../../app/modules/results/published/sample-levels.ts'
import { until } from '../../app/platform/jobs/testing.ts'
import { amsterdamDay } from '../../app/platform/text/days.ts'
import { useApp } from '../app-under-test.ts'
import { axe, sideways, smallTargets, violations } from '../axe.ts'
import { screens, useBrowser } from '../browser.ts'
import { signInAs } from '../person.ts'
import { signIn } from './session-room.ts'

const own = '/s/de-waterlelie/results'
const theirs = '/s/de-klimboom/results'
const day = amsterdamDay(new Date(Date.now() + 14 * 86_400_000))
const today = amsterdamDay(new Date())

describe('a leader asks a school that is further', () => {
  const app = useApp()
  const devices = useBrowser()
  beforeAll(async () => {
    const operator = await signInAs(app().url, 'Noud Terpstra')
    // Two schools with the same pupils, of which one does well in arithmetic; and one with other pupils that does too.
    const schools = [
      { code: '99WL00', weighting: 29.4, arithmetic: 0.2 },
      { code: '99KB00', weighting: 29.7, arithmetic: 0.75 },
      { code: '99ZP00', weighting: 36, arithmetic: 0.75 },
    ]
    for (const [name, text] of [
      ['levels.csv', sampleLevels(schools)],
      ['inspectie.csv', sampleInspectorate(schools)],
    ] as const) {
      const form = new FormData()
      form.set('file', new File([text], name, { type: 'text/csv' }))
      const { location } = await operator.upload('/admin/results', form)
      await until(async () => (await operator.get(location ?? '')).body.includes('is geladen'))
    }
  })

  const wellMade = async (page: Page) => {
    await page.locator('html:not([aria-busy])').waitFor()
    await page.evaluate(axe)
    expect(await violations(page)).toEqual([])
    expect(await sideways(page)).toEqual([])
    expect(await smallTargets(page)).toEqual([])
  }

  it('she asks, he says yes with a day, they come to look, and it stands on the track', async () => {
    devices.allow(/status of 422/)
    const other = await devices.open({ viewport: screens.laptop, bypassCSP: true })
    await signIn(other, app().url, 'Ton Scholten', theirs)
    await other.getByRole('heading', { name: 'Andere scholen laten meekijken' }).waitFor()
    await wellMade(other)
    await other.getByRole('button', { name: /Ja, wij doen mee\s*: Rekenen/ }).click()
    await other.getByText('Andere scholen mogen ons vragen.').waitFor()

    const leader = await devices.open({ viewport: screens.phone, bypassCSP: true })
    await signIn(leader, app().url, 'Samira Mansouri', own)
    await leader.getByRole('button', { name: /Begin een verbetertraject\s*: Rekenen/ }).click()
    await leader.getByRole('link', { name: 'Zoek een school' }).click()
    await leader.getByRole('heading', { level: 1, name: 'Wie is verder in rekenen?' }).waitFor()
    await leader.getByText('Ligt bij rekenen duidelijk boven de norm').waitFor()
    // Het Zandpad does well too and takes part, with other pupils.
    expect(await leader.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual(['De Klimboom'])
    await wellMade(leader)
    await leader.getByRole('link', { name: /Vraag deze school/ }).click()
    await leader.getByLabel('Wat wil je vragen?').fill('Mogen twee leraren zien hoe jullie automatiseren?')
    await wellMade(leader)
    await leader.getByRole('button', { name: 'Verstuur' }).click()
    await leader.getByText('Wacht op antwoord').waitFor()
    await wellMade(leader)

    await other.goto(app().url + theirs)
    await other.getByRole('link', { name: 'De Waterlelie: rekenen' }).click()
    await other.getByText('Mogen twee leraren zien hoe jullie automatiseren?').waitFor()
    await wellMade(other)
    await other.getByLabel('Ja, kom kijken').check()
    await other.getByRole('button', { name: 'Verstuur' }).click()
    await other.getByText('Kies een dag vanaf vandaag, hooguit een jaar vooruit.').first().waitFor()
    await other.getByLabel('Op welke dag?').fill(day)
    await other.getByLabel('Wil je er iets bij zeggen?').fill('Om negen uur bij groep 6.')
    await other.getByRole('button', { name: 'Verstuur' }).click()
    await other.getByText('Jullie antwoord', { exact: true }).waitFor()

    await leader.reload()
    await leader.getByText('Om negen uur bij groep 6.').waitFor()
    await leader.getByLabel('Op welke dag waren jullie er?').fill(today)
    await leader.getByRole('button', { name: 'Bewaar', exact: true }).click()
    await leader.getByText(/Geweest op/).waitFor()
    await wellMade(leader)
    await leader.getByRole('link', { name: 'Naar het traject' }).click()
    await leader.getByText(/Geweest op/).waitFor()
    await wellMade(leader)
  }, 120_000)

  it('the governing body sees numbers, and nobody else reads what was written', async () => {
    devices.allow(/status of 40[34]/)
    const board = await devices.open({ viewport: screens.laptop, bypassCSP: true })
    await signIn(board, app().url, 'Carla van Wijngaarden', '/s/het-stroomdal/results')
    await board.getByText('Hulp van school naar school').waitFor()
    expect(await board.locator('main').innerText()).toMatch(/Zelf gevraagd: 2. Ja gekregen: 1. Geweest: 1./)
    expect(await board.content()).not.toContain('automatiseren?')
    await wellMade(board)
    const teacher = await signInAs(app().url, 'Amina Boukhari')
    const leader = await signInAs(app().url, 'Samira Mansouri')
    const path = /href="([^"]+\/results\/tracks\/[^"]+)"/.exec((await leader.get(own)).body)?.[1] ?? ''
    const request = /href="([^"]+\/results\/help\/[^"]+)"/.exec((await leader.get(path)).body)?.[1] ?? ''
    expect((await leader.get(request)).body).toContain('automatiseren?')
    expect((await teacher.get(request)).status).toBe(403)
    expect((await teacher.get(path)).body).not.toContain(request)
    const secondary = await signInAs(app().url, 'Rosa Bloemendaal')
    const elsewhere = request.replace('de-waterlelie', 'overhaal-college')
    expect((await secondary.get(elsewhere)).status).toBe(404)
  }, 60_000)

  it('a school that stops is found no more', async () => {
    const other = await signInAs(app().url, 'Ton Scholten')
    await other.post(`${theirs}/willing`, { subject: 'arithmetic', willing: 'no' })
    const leader = await signInAs(app().url, 'Samira Mansouri')
    const path = /href="([^"]+\/results\/tracks\/[^"]+)"/.exec((await leader.get(own)).body)?.[1] ?? ''
    expect((await leader.get(`${path}/schools`)).body).toContain('Nog geen school gevonden')
  })
})
