import { describe, expect, it } from 'vitest'
import { useApp } from '../app-under-test.ts'
import { axe, sideways, smallTargets, violations } from '../axe.ts'
import { screens, useBrowser } from '../browser.ts'
import { atYear, card, nextYear, setUpYear, themes, yearPage } from './year-room.ts'

describe('a school sets up its year', () => {
  const app = useApp()
  const devices = useBrowser()

  it('in a minute: the leader writes the ambition, keeps the proposal and saves; other devices see it at once', async () => {
    const url = app().url
    const leader = await atYear(devices, url, 'Ton Scholten', 'de-klimboom')
    const onlooker = await atYear(devices, url, 'Ton Scholten', 'de-klimboom')
    const late = await atYear(devices, url, 'Ton Scholten', 'de-klimboom')
    await onlooker.getByRole('heading', { name: /Nog geen jaarbord/ }).waitFor()
    await late.getByRole('link', { name: 'Zet het jaarbord op' }).click()
    await late.getByLabel('Onze ambitie').fill('Te laat bedacht')

    const before = Date.now()
    await setUpYear(leader)
    expect(Date.now() - before, 'ms').toBeLessThan(60_000)
    expect(await themes(leader)).toEqual(Array(5).fill('Kies samen een thema'))
    await onlooker.getByRole('heading', { level: 1, name: 'Elk kind ziet wat het al kan' }).waitFor()

    // Who comes too late is told so, and nothing that was typed is lost.
    devices.allow(/422/)
    await late.getByRole('button', { name: 'Zet het jaarbord op' }).click()
    const alert = late.getByRole('alert')
    await alert.getByText('Iemand van jullie heeft dit jaarbord net opgezet.').waitFor()
    expect(await late.getByLabel('Onze ambitie').inputValue()).toBe('Te laat bedacht')
    await alert.getByRole('link', { name: 'Naar het jaarbord' }).click()
    await late.getByRole('heading', { level: 1, name: 'Elk kind ziet wat het al kan' }).waitFor()
  }, 60_000)

  it('without script: refused with the field named and the form filled, then saved, changed and swapped', async () => {
    const url = app().url
    const page = await atYear(devices, url, 'Rosa Bloemendaal', 'overhaal-college', { javaScriptEnabled: false })
    await page.getByRole('link', { name: 'Zet het jaarbord op' }).click()

    // Another region gives other dates; what was written stays.
    await page.getByLabel('Onze ambitie').fill('Iedereen durft een vraag te stellen')
    await page.locator('#theme2').fill('Vragen stellen')
    const north = await page.locator('#startsOn1').inputValue()
    await page.getByRole('button', { name: 'Zuid' }).click()
    expect(await page.locator('#startsOn1').inputValue()).not.toBe(north)
    expect(await page.getByLabel('Onze ambitie').inputValue()).toBe('Iedereen durft een vraag te stellen')
    expect(await page.locator('#theme2').inputValue()).toBe('Vragen stellen')

    // So it does when another school year is chosen and the first one again.
    const year = (from: number) => page.getByRole('button', { name: `${from}–${from + 1}` })
    await year(nextYear() - 1).click()
    await page.getByRole('heading', { level: 1, name: `${nextYear() - 1}–${nextYear()}` }).waitFor()
    expect(await page.getByLabel('Onze ambitie').inputValue()).toBe('Iedereen durft een vraag te stellen')
    await year(nextYear()).click()
    await page.getByRole('heading', { level: 1, name: `${nextYear()}–${nextYear() + 1}` }).waitFor()
    expect(await page.locator('#theme2').inputValue()).toBe('Vragen stellen')

    // A period over the one before it, and one that is much too long.
    devices.allow(/422/)
    const [start, end] = [await page.locator('#startsOn1').inputValue(), await page.locator('#endsOn4').inputValue()]
    await page.locator('#startsOn2').fill(start)
    await page.getByRole('button', { name: 'Zet het jaarbord op' }).click()
    const summary = page.getByRole('alert')
    await summary.getByRole('link', { name: /^Periode 2 begint terwijl periode 1 nog loopt/ }).waitFor()
    await summary.getByRole('link', { name: /^Periode 2 heeft \d+ lesweken. Dat zijn er hoogstens 8/ }).waitFor()
    expect(await page.locator('#startsOn2').inputValue()).toBe(start)
    expect(await page.locator('#startsOn2').getAttribute('aria-invalid')).toBe('true')
    expect(await page.locator('#endsOn4').inputValue()).toBe(end)
    expect(await page.getByLabel('Onze ambitie').inputValue()).toBe('Iedereen durft een vraag te stellen')

    await page.locator('#startsOn2').fill(`${nextYear()}-11-08`)
    await page.getByRole('button', { name: 'Zet het jaarbord op' }).click()
    await page.getByRole('heading', { level: 1, name: 'Iedereen durft een vraag te stellen' }).waitFor()
    await card(page, 2).getByText('8 nov').waitFor()

    // The region that was chosen is the school's from now on.
    await page.getByRole('link', { name: 'Data aanpassen' }).click()
    await page.locator('#endsOn5').fill(`${nextYear() + 1}-05-20`)
    await page.getByRole('button', { name: 'Bewaar de data' }).click()
    await page
      .getByRole('alert')
      .getByRole('link', { name: /^Periode 5/ })
      .waitFor()
    await page.getByRole('link', { name: 'Toch niet' }).click()

    await card(page, 1)
      .getByRole('link', { name: /Schrijf het op/ })
      .click()
    await page.getByLabel('Thema', { exact: true }).fill('De eerste les')
    await page.getByLabel('Toelichting').fill('Aftrap in de eerste week')
    await page.getByLabel('Onderbouw').uncheck()
    await page.getByRole('button', { name: 'Bewaar' }).click()
    await card(page, 1).getByRole('heading', { name: 'De eerste les' }).waitFor()
    await card(page, 1).getByText('Bovenbouw, Middenbouw').waitFor()

    await card(page, 1).getByLabel('Meer over periode 1').click()
    await card(page, 1).getByRole('button', { name: 'Ruil met periode 2: Vragen stellen' }).click()
    await card(page, 2).getByRole('heading', { name: 'De eerste les' }).waitFor()
    expect((await themes(page)).slice(0, 2)).toEqual(['Vragen stellen', 'De eerste les'])
    await card(page, 2).getByText('Bovenbouw, Middenbouw').waitFor()
    await card(page, 2).getByText('8 nov').waitFor()

    await page.getByRole('link', { name: 'Pas de ambitie aan' }).click()
    await page.getByLabel('Onze ambitie').fill('   ')
    await page.getByRole('button', { name: 'Bewaar' }).click()
    await page.getByText('Vul in: Onze ambitie.').first().waitFor()
    await page.getByLabel('Onze ambitie').fill('Iedereen stelt elke dag een vraag')
    await page.getByRole('button', { name: 'Bewaar' }).click()
    await page.getByRole('heading', { level: 1, name: 'Iedereen stelt elke dag een vraag' }).waitFor()
  }, 60_000)

  it('is accessible in every state, on every screen, light and dark', async () => {
    const url = app().url
    devices.allow(/422/)
    const page = await atYear(devices, url, 'Samira Mansouri', 'de-waterlelie', {
      bypassCSP: true,
      reducedMotion: 'reduce',
    })
    const complaints: string[] = []
    const look = async (state: string) => {
      await page.evaluate(axe)
      for (const colorScheme of ['light', 'dark'] as const) {
        for (const viewport of Object.values(screens)) {
          await page.emulateMedia({ colorScheme })
          await page.setViewportSize(viewport)
          // The new colours are there once they have been painted.
          await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
          const found = [
            ...(await violations(page)),
            ...(await sideways(page)).map((what) => `sticks out: ${what}`),
            ...(await smallTargets(page)).map((what) => `small: ${what}`),
          ]
          complaints.push(...found.map((what) => `${state} ${colorScheme} ${viewport.width}: ${what}`))
        }
      }
    }
    await look('nothing yet')
    await page.getByRole('link', { name: 'Zet het jaarbord op' }).click()
    await page.getByRole('heading', { name: /opzetten$/ }).waitFor()
    await look('setting up')
    await page.goBack()
    await setUpYear(page, [
      'Een heel lang thema dat over meer dan een regel gaat omdat scholen dat nu eenmaal doen',
      'B',
    ])
    await look('board')
    const here = url + yearPage('de-waterlelie')
    await page.goto(`${here}?edit=ambition`)
    await look('ambition')
    await page.goto(`${here}?edit=3`)
    await look('period')
    await page.goto(`${here}/dates`)
    await page.locator('#startsOn2').fill(`${nextYear()}-08-20`)
    await page.getByRole('button', { name: 'Bewaar de data' }).click()
    await page.getByRole('alert').waitFor()
    await look('dates refused')
    expect(complaints).toEqual([])
  }, 180_000)
})
