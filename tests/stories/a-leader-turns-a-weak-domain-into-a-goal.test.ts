import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { sampleLevels } from '../../app/modules/results/published/sample-levels.ts'
import { until } from '../../app/platform/jobs/testing.ts'
import { sampleRegister } from '../../app/platform/organisations/register/sample-register.ts'
import { useApp } from '../app-under-test.ts'
import { axe, sideways, smallTargets, violations } from '../axe.ts'
import { screens, useBrowser } from '../browser.ts'
import { signInAs } from '../person.ts'
import { signIn } from './session-room.ts'

const own = '/s/de-waterlelie/results'
/** The school of the demo, and others to lay it beside. */
const codes = ['99WL00', ...Array.from({ length: 14 }, (_, at) => `98A${String.fromCharCode(65 + at)}00`)]

describe('a school sees where quality hides', () => {
  const app = useApp()
  const devices = useBrowser()
  beforeAll(async () => {
    const operator = await signInAs(app().url, 'Noud Terpstra')
    const load = async (name: string, text: string) => {
      const form = new FormData()
      form.set('file', new File([text], name, { type: 'text/csv' }))
      const { location } = await operator.upload('/admin/results', form)
      await until(async () => (await operator.get(location ?? '')).body.includes('is geladen'))
    }
    await load(
      'bo-2025.csv',
      sampleRegister(codes.map((code) => ({ code, name: code === '99WL00' ? 'De Waterlelie' : `School ${code}` }))),
    )
    await load(
      'levels.csv',
      sampleLevels(codes.map((code, at) => ({ code, pupils: 30 + at, arithmetic: code === '99WL00' ? 0.2 : 0.4 }))),
    )
  })

  const wellMade = async (page: Page) => {
    await page.locator('html:not([aria-busy])').waitFor()
    await page.evaluate(axe)
    expect(await violations(page)).toEqual([])
    expect(await sideways(page)).toEqual([])
    expect(await smallTargets(page)).toEqual([])
  }

  it('a parent finds the school and understands its arithmetic, on a phone and without script', async () => {
    const parent = await devices.open({ viewport: screens.phone, javaScriptEnabled: false })
    await parent.goto(`${app().url}/`)
    await parent.getByRole('link', { name: 'Zie de resultaten van elke school' }).click()
    await parent.getByLabel('School, plaats of BRIN').fill('waterlelie')
    await parent.getByRole('button', { name: 'Zoeken' }).click()
    await parent.getByRole('link', { name: 'De Waterlelie' }).click()
    await parent.getByText('20 voor rekenen').waitFor()
    const picture = parent.getByRole('img', { name: /Streefniveau \(1S\/2F\) rekenen: over drie jaar 20 %/ })
    expect(await picture.count()).toBe(1)
  }, 60_000)

  it('the leader begins a track, puts a goal on a board from it, and each leads to the other', async () => {
    const leader = await devices.open({ viewport: screens.laptop, bypassCSP: true })
    await signIn(leader, app().url, 'Samira Mansouri', own)
    await wellMade(leader)
    await leader.getByRole('button', { name: /Begin een verbetertraject\s*: Rekenen/ }).click()
    await leader.getByRole('heading', { level: 1, name: 'Rekenen' }).waitFor()
    await leader.getByText('20 % haalt het streefniveau').waitFor()
    await leader.getByText('Nog geen doel op een bord').waitFor()
    await wellMade(leader)

    await leader.getByLabel('Wat zijn volgens jullie de oorzaken?').fill('Weinig tijd voor automatiseren.')
    await leader.getByLabel('Lesbezoek: vraag collega’s te komen kijken').check()
    await leader.getByRole('button', { name: 'Bewaren' }).click()
    await leader.getByRole('link', { name: 'Vraag een lesbezoek' }).waitFor()
    expect(await leader.getByLabel('Wat zijn volgens jullie de oorzaken?').inputValue()).toBe(
      'Weinig tijd voor automatiseren.',
    )

    await leader.getByRole('link', { name: 'Bovenbouw' }).click()
    await leader
      .getByLabel('Wat doen of kunnen leerlingen straks?')
      .or(leader.locator('#goal-effect'))
      .first()
      .fill('Elke leerling kent de tafels tot tien')
    const reason = leader.locator('#goal-reasonFrom')
    expect(await reason.locator('option:checked').innerText()).toBe('Rekenen: 20\u00a0% haalt het streefniveau')
    await leader.getByRole('button', { name: /bord/i }).first().click()
    const goal = leader.locator('#zone-goals').getByText('Elke leerling kent de tafels tot tien').first()
    await goal.waitFor()
    await leader
      .getByRole('link', { name: /Rekenen: 20 % haalt het streefniveau/ })
      .first()
      .click()
    await leader.getByRole('heading', { level: 1, name: 'Rekenen' }).waitFor()
    await leader.getByRole('link', { name: 'Elke leerling kent de tafels tot tien', exact: true }).waitFor()
    await leader.getByText('nog niet gemeten').waitFor()
    await wellMade(leader)

    // One press leads to a lesson visit on the goal.
    await leader.getByRole('link', { name: /Vraag een lesbezoek/ }).click()
    await leader.getByRole('heading', { level: 1, name: 'Vraag een bezoek' }).waitFor()
    expect(await leader.getByLabel('Wat wil je weten over je leerlingen?').inputValue()).toBe(
      'Wat doen of zeggen mijn leerlingen als we hieraan werken: Elke leerling kent de tafels tot tien?',
    )
  }, 90_000)

  it('the governing body sees the tracks of its schools, and who is no leader begins none', async () => {
    const board = await devices.open({ viewport: screens.laptop, bypassCSP: true })
    await signIn(board, app().url, 'Carla van Wijngaarden', '/s/het-stroomdal/results')
    await board.getByRole('row', { name: /De Waterlelie: rekenen/ }).waitFor()
    await wellMade(board)
    const teacher = await signInAs(app().url, 'Amina Boukhari')
    expect((await teacher.get(own)).body).not.toContain('Begin een verbetertraject')
    expect((await teacher.post(`${own}/tracks`, { subject: 'reading' })).status).toBe(403)
  }, 60_000)

  it('a policy maker moves the slider and takes the list', async () => {
    const page = await devices.open({ viewport: screens.laptop, bypassCSP: true })
    await page.goto(`${app().url}/results/rules`)
    await page.getByText('De normen per vak zijn even streng als nu.').waitFor()
    await page.getByLabel('Lees-norm hoger, in punten').fill('7.5')
    await page.getByText('De norm voor lezen ligt 7,5 punt hoger.').waitFor()
    await wellMade(page)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Lijst van alle scholen (CSV)' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('scholen-twee-regels-7.5.csv')
  }, 60_000)
})
