import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { useApp } from '../app-under-test.ts'
import { axe, sideways, smallTargets, violations } from '../axe.ts'
import { screens, useBrowser } from '../browser.ts'
import { signIn } from './session-room.ts'
import { openWeakLine } from './weak-line.ts'

const visits = '/s/de-waterlelie/visits'
const phone = { viewport: screens.phone, hasTouch: true, bypassCSP: true }
const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 15_000 })

describe('a visit in a classroom without a signal', () => {
  const app = useApp()
  const devices = useBrowser()

  const at = async (name: string, url = app().url) => {
    const page = await devices.open(phone)
    await signIn(page, url, name, visits)
    return page
  }
  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

  /** Lars asks, Amina takes it and opens the page of the lesson, on a line that can be cut. */
  async function open(question: string) {
    const receiver = await at('Lars Nijland')
    await receiver.getByRole('link', { name: 'Vraag een bezoek' }).click()
    await receiver.getByLabel('Wat wil je weten over je leerlingen?').fill(question)
    await press(receiver, 'Vraag het aan je collega’s')
    await receiver.getByRole('heading', { level: 1, name: 'Je vraag staat open' }).waitFor()
    const visit = new URL(receiver.url()).pathname
    const line = await openWeakLine(app().url)
    const visitor = await at('Amina Boukhari', line.url)
    await visitor.goto(`${line.url}${visit}`)
    await press(visitor, 'Ik kom kijken')
    await visitor.getByRole('link', { name: 'Naar de les' }).click()
    await visitor.getByRole('button', { name: 'Start het kwartier' }).waitFor()
    return { receiver, visitor, line, visit }
  }

  async function note(page: Page, words: string): Promise<void> {
    await page.getByLabel('Wat doet of zegt een leerling?').fill(words)
    await press(page, 'Noteer')
  }

  const kept = (page: Page) => page.evaluate(() => JSON.stringify({ ...localStorage }))

  it('begins, runs its clock and is written on the phone, and comes in by itself', async () => {
    devices.allow(/Failed to load resource|ERR_/)
    const { receiver, visitor, line, visit } = await open('Wie begint meteen?')
    expect(await visitor.getByLabel('Wat doet of zegt een leerling?').isVisible()).toBe(false)
    expect(await visitor.getByRole('button', { name: 'Klaar met kijken' }).isVisible()).toBe(false)
    line.cut()
    await press(visitor, 'Start het kwartier')
    await visitor.getByText(/^1[45]:\d\d$/).waitFor()
    expect(await visitor.getByRole('button', { name: 'Start het kwartier' }).isVisible()).toBe(false)
    await note(visitor, 'Zes leerlingen pakken meteen hun schrift.')
    await visitor.locator('.card.waiting', { hasText: 'pakken meteen' }).waitFor()
    await visitor.evaluate(axe)
    expect(await violations(visitor)).toEqual([])
    expect(await sideways(visitor)).toEqual([])
    expect(await smallTargets(visitor)).toEqual([])
    line.mend()
    await eventually(() => visitor.locator('.waiting').count()).toBe(0)
    await eventually(() => visitor.locator('#facts li').count()).toBe(1)
    // The clock is the server's from here on.
    await visitor.reload()
    await visitor.getByText(/^1[34]:\d\d$/).waitFor()
    await press(visitor, 'Klaar met kijken')
    await press(visitor, 'Begin het gesprek')
    for (const step of ['Effect op leerlingen', 'Toelichting', 'Samen: even beter']) {
      await press(visitor, `Naar: ${step}`)
      await visitor.getByRole('heading', { level: 1, name: step }).waitFor()
    }
    await press(visitor, 'Klaar met het gesprek')
    // From now on it is read, and no longer corrected, by who came.
    await visitor.getByText('Zes leerlingen pakken meteen hun schrift.').waitFor()
    expect(await visitor.getByRole('button', { name: /^Haal weg/ }).count()).toBe(0)
    await visitor.getByRole('link', { name: 'Vul een kijkwijzer in' }).waitFor()
    await receiver.goto(`${app().url}${visit}/seen`)
    await receiver.getByRole('button', { name: /^Haal weg: Zes/ }).waitFor()
    await line.close()
  }, 120_000)

  it('leaves nothing on the phone of what the receiver took away meanwhile, and says so', async () => {
    devices.allow(/Failed to load resource|ERR_|404/)
    const { receiver, visitor, line, visit } = await open('Wie vraagt er hulp?')
    await press(visitor, 'Start het kwartier')
    await note(visitor, 'Twee vragen het aan elkaar.')
    await visitor.locator('#facts').getByText('Twee vragen het aan elkaar.').waitFor()
    line.cut()
    await note(visitor, 'Eén leerling wacht heel lang.')
    await note(visitor, 'Niemand steekt een vinger op.')
    await visitor.locator('.card.waiting', { hasText: 'steekt een vinger op' }).waitFor()
    expect(await kept(visitor)).toContain('heel lang')

    await receiver.goto(`${app().url}${visit}/seen`)
    await receiver.getByText('Haal alles weg', { exact: true }).click()
    await press(receiver, 'Ja, haal alles weg')
    await receiver.waitForURL((to) => to.pathname === visits)
    await receiver.goto(app().url + visit)
    await receiver.getByText('Wat er gezien is, is weggehaald.').waitFor()

    line.mend()
    await visitor.getByRole('heading', { level: 1, name: 'Dit bezoek is weggehaald' }).waitFor({ timeout: 30_000 })
    await visitor.getByText('staat niet meer op dit toestel').waitFor()
    await eventually(() => kept(visitor)).not.toMatch(/heel lang|vinger op/)
    expect(await visitor.getByText('Twee vragen het aan elkaar.').count()).toBe(0)
    await visitor.evaluate(axe)
    expect(await violations(visitor)).toEqual([])
    await line.close()
  }, 120_000)
})
