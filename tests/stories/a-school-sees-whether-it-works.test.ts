import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { useApp } from '../app-under-test.ts'
import { axe, sideways, smallTargets, violations } from '../axe.ts'
import { screens, useBrowser } from '../browser.ts'
import { signIn } from './session-room.ts'

const impact = '/s/de-waterlelie/impact'

describe('a school sees whether it works', () => {
  const app = useApp()
  const devices = useBrowser()

  const wellMade = async (page: Page) => {
    // Turbo marks a page as busy while it comes.
    await page.locator('html:not([aria-busy])').waitFor()
    await page.evaluate(axe)
    expect(await violations(page)).toEqual([])
    expect(await sideways(page)).toEqual([])
  }

  it('the leader reads five layers with how sure they are, and puts something to try on a board in two presses', async () => {
    const leader = await devices.open({ viewport: screens.laptop, bypassCSP: true })
    await signIn(leader, app().url, 'Samira Mansouri', impact)
    const titles = await leader.getByRole('heading', { level: 2 }).allInnerTexts()
    expect(titles).toEqual([
      'Doen we het?',
      'Hebben we er zin in?',
      'Verandert onze cultuur?',
      'Zien we het in de les?',
      'Merken leerlingen het?',
    ])
    const sessions = leader.getByRole('row', { name: /Bordsessies/ })
    expect(await sessions.innerText()).toMatch(/\d,\d per maand[\s\S]*scholen in ritme: 3,5[\s\S]*\d,\d en \d,\d/)
    // Every layer says what it does not say.
    expect(await leader.getByText('Dit mag je er niet uit halen').count()).toBe(5)
    await leader.getByText('Dit is een samenhang, geen bewijs.').waitFor()
    await leader.getByText('Juist nu zakt het enthousiasme vaak').waitFor()
    await wellMade(leader)

    const culture = leader.locator('#culture')
    await culture.getByText('Wat kun je proberen?').click()
    await culture.getByRole('link', { name: 'De schoolleider vraagt zelf een lesbezoek aan' }).click()
    await leader.getByRole('heading', { level: 1, name: 'Zet het op een bord' }).waitFor()
    await wellMade(leader)
    await leader.getByRole('button', { name: 'Op het bord van Middenbouw' }).click()
    await leader.getByRole('heading', { level: 1, name: 'Middenbouw' }).waitFor()
    await leader.locator('#zone-actions').getByText('De schoolleider vraagt zelf een lesbezoek aan').waitFor()
  }, 90_000)

  it('a goal for pupils goes to the board the same way, also without script', async () => {
    const teacher = await devices.open({ viewport: screens.phone, javaScriptEnabled: false })
    await signIn(teacher, app().url, 'Lars Nijland', `${impact}/try/explain-to-each-other`)
    // Only the board of their own team: they write on no other.
    expect(await teacher.getByRole('button', { name: /Op het bord van/ }).allInnerTexts()).toEqual([
      'Op het bord van Bovenbouw',
    ])
    await teacher.getByRole('button', { name: 'Op het bord van Bovenbouw' }).click()
    await teacher.getByText('Leerlingen leggen elkaar uit hoe ze aan een antwoord komen').first().waitFor()
  }, 60_000)

  it('teachers answer the questionnaire on a phone, and see its outcome only when it is closed', async () => {
    const klimboom = '/s/de-klimboom/impact'
    const leader = await devices.open({ viewport: screens.laptop })
    await signIn(leader, app().url, 'Ton Scholten', klimboom)
    expect(await leader.locator('#culture').innerText()).toContain('loopt nog: 21 antwoorden')
    const phone = await devices.open({ viewport: screens.phone, hasTouch: true, bypassCSP: true })
    await signIn(phone, app().url, 'Ton Scholten', `${klimboom}/scan`)
    await phone.getByText('niemand ziet wie wat antwoordt').waitFor()
    await wellMade(phone)
    expect(await smallTargets(phone)).toEqual([])
    for (const group of await phone.locator('main fieldset').all()) await group.getByText('vooral wel').click()
    await phone.getByRole('button', { name: 'Geef mijn antwoord' }).click()
    await phone.getByText('Je antwoord is binnen').waitFor()
    await phone.getByText('22 antwoorden binnen').waitFor()
    expect(await phone.getByRole('button', { name: 'Geef mijn antwoord' }).count()).toBe(0)

    await leader.goto(`${app().url}${klimboom}/scan`)
    await leader.getByText('Sluit de vragenlijst').click()
    await leader.getByRole('button', { name: 'Ja, sluit hem' }).click()
    await leader.getByRole('link', { name: 'Bekijk de vijf lagen' }).click()
    await leader.getByRole('row', { name: /Overtuiging.*van 5.*22 antwoorden/s }).waitFor()
  }, 90_000)

  it('the governing body sees schools by name, and the council takes the year along on paper', async () => {
    const body = await devices.open({ viewport: screens.laptop, bypassCSP: true })
    await signIn(body, app().url, 'Carla van Wijngaarden', '/s/het-stroomdal/impact')
    const names = await body.locator('tbody th').allInnerTexts()
    expect(names).toEqual(['De Klimboom', 'De Waterlelie', 'Het Zandpad'])
    // Nothing to sort by, nothing that is coloured by its value.
    expect(await body.locator('thead a, thead button').count()).toBe(0)
    expect(await body.locator('td [class*="tone-"]').count()).toBe(0)
    await body.getByRole('row', { name: /Het Zandpad.*nog niet gemeten/s }).waitFor()
    await body.goto(`${app().url}/s/het-stroomdal/movement`)
    expect(await body.locator('nav a[aria-current="page"]:visible').allInnerTexts()).toEqual(['Beweging'])
    await body.goto(`${app().url}/s/het-stroomdal/impact`)
    await wellMade(body)

    await body.setViewportSize(screens.phone)
    expect(await smallTargets(body)).toEqual([])
    await body.setViewportSize(screens.laptop)

    await body.goto(`${app().url}${impact}/print`)
    await body.getByRole('heading', { level: 1, name: 'Voor de MR' }).waitFor()
    await wellMade(body)
    await body.setViewportSize(screens.phone)
    await wellMade(body)
    await body.setViewportSize(screens.laptop)
    await body.emulateMedia({ media: 'print' })
    expect(await body.getByRole('button', { name: 'Print' }).isVisible()).toBe(false)
    expect(await body.getByText('Dit mag je er niet uit halen').count()).toBe(5)
    await body.emulateMedia({ media: 'screen' })
    await body.getByRole('link', { name: 'Het jaar', exact: true }).click()
    await body.getByRole('heading', { level: 1, name: 'Het jaar in één beeld' }).waitFor()
    const picture = body.getByRole('img', { name: /Het jaar \d{4}–\d{4}/ })
    expect(await picture.locator('circle').count()).toBeGreaterThan(0)
    await body.getByRole('table', { name: 'Dezelfde cijfers als tabel' }).waitFor()
    const byMonth = body.getByRole('table', { name: 'Bordsessies: per team en per maand' })
    await byMonth.getByRole('row', { name: /Bovenbouw.*ritme \d,\d.*per maand/s }).waitFor()
    await wellMade(body)
    await body.setViewportSize({ width: 320, height: 800 })
    await wellMade(body)
  }, 90_000)
})
