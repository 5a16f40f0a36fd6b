import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { useApp } from '../app-under-test.ts'
import { axe, sideways, smallTargets, violations } from '../axe.ts'
import { screens, useBrowser } from '../browser.ts'
import { demoBoard } from '../person.ts'
import { atBoard, heading, joinAsGuest, onward, start } from './session-room.ts'

const steps = ['Naar successen', 'Naar doelen', 'Naar acties', 'Naar volgende week'] as const

describe('a board session for everybody', () => {
  const app = useApp()
  const devices = useBrowser()
  // axe has to be put in by hand, which our own policy does not allow.
  const tested = { bypassCSP: true, reducedMotion: 'reduce' } as const

  it.each(['nl-NL', 'en-GB'] as const)(
    'every step is accessible on the wall and on a phone, light and dark (%s)',
    async (locale) => {
      const url = app().url
      const team = locale === 'nl-NL' ? 'Onderbouw' : 'Middenbouw'
      const starter = locale === 'nl-NL' ? 'Amina Boukhari' : 'Wouter Hoekstra'
      const wall = await atBoard(devices, url, starter, team, { ...tested, locale })
      await wall.locator('form[action$="/session"] button').first().click()
      await wall.waitForURL(/\/session$/)
      const code = (await wall.locator('.code').innerText()).trim()
      const phone = await devices.open({ ...tested, locale, viewport: screens.phone, hasTouch: true })
      const complaints: string[] = [...(await complaintsOf(phone, `${url}/m`))]
      complaints.push(...(await complaintsOf(phone, `${url}/m/${code.replace(' ', '')}`)))
      await phone.locator('input[name=name]').fill('Fenna')
      await phone.locator('form button').first().click()
      await phone.waitForURL(/\/phone$/)
      for (let step = 1; step <= 5; step++) {
        await phone.locator(`#zone-session [aria-current]`).getByText(String(step), { exact: true }).waitFor()
        complaints.push(...(await complaintsOf(wall)).map((what) => `wall, step ${step}: ${what}`))
        complaints.push(...(await complaintsOf(phone)).map((what) => `phone, step ${step}: ${what}`))
        if (step < 5) await wall.locator(`.session-stand button[value="${step + 1}"]`).click()
      }
      const board = demoBoard(team)
      for (const path of [`${board}/session/settings`, `${board}/session/finish`, `${board}/session/finish?wall`]) {
        complaints.push(...(await complaintsOf(wall, url + path)).map((what) => `${path}: ${what}`))
      }
      await wall.locator('form[action*="/session/end"] button').click()
      await wall.waitForURL(/\/sessions\/[0-9a-f]/)
      for (const path of [new URL(wall.url()).pathname, `${board}/sessions`, '/s/de-waterlelie/calendar']) {
        complaints.push(...(await complaintsOf(wall, url + path)).map((what) => `${path}: ${what}`))
      }
      expect(complaints).toEqual([])
    },
    300_000,
  )

  it('a full board of forty actions and a dozen goals stays on the wall without scrolling', async () => {
    const wall = await atBoard(devices, app().url, 'Lars Nijland', 'Bovenbouw')
    const board = demoBoard('Bovenbouw')
    const post = (path: string, form: Record<string, string>) =>
      wall
        .context()
        .request.post(`${app().url}${board}${path}`, { form, headers: { origin: app().url }, maxRedirects: 0 })
    for (let i = 0; i < 40; i++) {
      const description = `Actie ${i}: in elke groep een hoek maken waar twee leerlingen hardop aan elkaar uitleggen`
      expect((await post('/actions', { description })).status()).toBe(303)
    }
    for (let i = 0; i < 12; i++) {
      await post('/goals', {
        effect: `Doel ${i}: leerlingen leggen hun stap uit aan een ander, zonder dat wij erom vragen`,
        outOf: '12',
        baseline: '3',
        target: '9',
      })
      await post('/successes', {
        description: `Succes ${i}: een leerling legde het hele verhaal in één keer goed uit aan de klas`,
      })
      await post('/plans', { description: `Afspraak ${i}: dinsdag kijken we het tweede uur bij elkaar in de les` })
    }
    await wall.reload()
    await start(wall)
    for (const to of [...steps, null]) {
      const { height, step } = await wall.evaluate(() => ({
        height: document.documentElement.scrollHeight,
        step: document.querySelector('#zone-session')?.getAttribute('data-step'),
      }))
      expect(height, `height in step ${step}`).toBeLessThanOrEqual(screens.wall.height)
      if (to === null) break
      await onward(wall, to).click()
      await wall.locator(`#zone-session[data-step="${Number(step) + 1}"]`).waitFor()
    }
  }, 120_000)

  it('goes from start to end with the keyboard alone', async () => {
    const wall = await atBoard(devices, app().url, 'Amina Boukhari')
    await reach(wall, 'Start bordsessie')
    await wall.keyboard.press('Enter')
    await wall.waitForURL(/\/session$/)
    const phone = await joinAsGuest(devices, app().url, (await wall.locator('.code').innerText()).trim(), 'Fenna')
    await reach(wall, 'Eén meer: Goed')
    await wall.keyboard.press('Space')
    await expect.poll(() => wall.locator('#zone-check-in .count').first().innerText()).toBe('1')
    for (const to of steps) {
      await reach(wall, to)
      await wall.keyboard.press('Enter')
    }
    await heading(phone, 'Volgende week').waitFor()
    await reach(wall, 'Afronden')
    await wall.keyboard.press('Enter')
    await wall.waitForURL(/\/finish/)
    await reach(wall, 'Sluit de bordsessie')
    await wall.keyboard.press('Enter')
    await heading(wall, /^Bordsessie van/).waitFor()
  }, 90_000)
})

/** Presses Tab until the control with this name has the focus, and the focus can be seen. */
async function reach(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press('Tab')
    const here = await page.evaluate(() => {
      const control = document.activeElement
      const words = control?.getAttribute('aria-label') ?? control?.textContent ?? ''
      return { words: words.trim(), seen: control !== null && getComputedStyle(control).outlineStyle !== 'none' }
    })
    if (here.words !== name) continue
    expect(here.seen, `${name} shows its focus`).toBe(true)
    return
  }
  throw new Error(`${name} was not reached with Tab.`)
}

/** What is wrong with a page at the three widths, light and dark. */
async function complaintsOf(page: Page, address?: string): Promise<readonly string[]> {
  if (address !== undefined) await page.goto(address)
  const before = page.viewportSize()
  await page.evaluate(axe)
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    for (const viewport of Object.values(screens)) {
      await page.setViewportSize(viewport)
      const wrong = [...(await violations(page)), ...(await sideways(page)), ...(await smallTargets(page))]
      found.push(...wrong.map((what) => `${viewport.width} ${colorScheme}: ${what}`))
    }
  }
  await page.emulateMedia({ colorScheme: 'light' })
  if (before !== null) await page.setViewportSize(before)
  return found
}
