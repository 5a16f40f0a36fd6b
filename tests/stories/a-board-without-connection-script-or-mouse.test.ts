import { describe, expect, it } from 'vitest'
import { useApp } from '../app-under-test.ts'
import { screens, useBrowser } from '../browser.ts'
import { demoBoard } from '../person.ts'
import { atBoard, signIn } from './session-room.ts'
import { openWeakLine } from './weak-line.ts'

const team = 'Bovenbouw'
const board = demoBoard(team)

describe('a board without a connection', () => {
  const app = useApp()
  const devices = useBrowser()

  it('keeps what is written, says that it waits, and sends it once', async () => {
    devices.allow(/ERR_|Failed to load resource|net::/)
    const line = await openWeakLine(app().url)
    try {
      const mine = await atBoard(devices, line.url, 'Lars Nijland', team)
      const theirs = await atBoard(devices, app().url, 'Wouter Hoekstra', team)
      const zone = mine.locator('#zone-successes')
      line.cut()
      await mine.locator('#add-success summary').click()
      const write = async (words: string) => {
        await mine.locator('#add-success').getByLabel('Wat lukte er?').fill(words)
        await mine.locator('#add-success').getByRole('button', { name: 'Zet op het bord' }).click()
      }
      await write('Zonder verbinding geschreven')
      await write('En nog een')
      await mine.getByText('Geen verbinding.').waitFor()
      expect(await zone.getByText('wacht op verbinding').count()).toBe(2)
      // A tick waits on the card that was ticked.
      const tick = mine.getByRole('button', { name: /^Klaar: / }).first()
      const card = mine.locator('#zone-actions article', { has: tick }).first()
      await tick.click()
      await expect.poll(() => card.getAttribute('class')).toContain('waiting')
      expect(await theirs.getByText('Zonder verbinding geschreven').count()).toBe(0)

      line.mend()
      await theirs.getByText('Zonder verbinding geschreven').waitFor({ timeout: 60_000 })
      await theirs.getByText('En nog een').waitFor()
      await expect.poll(() => mine.locator('.waiting').count(), { timeout: 60_000 }).toBe(0)
      for (const page of [mine, theirs]) {
        expect(await page.locator('#zone-successes').getByText('Zonder verbinding geschreven').count()).toBe(1)
        expect(await page.locator('#zone-successes').getByText('En nog een').count()).toBe(1)
      }
    } finally {
      await line.close()
    }
  }, 120_000)
})

describe('a board without script', () => {
  const app = useApp()
  const devices = useBrowser()

  it('is written on, ticked and edited, page by page', async () => {
    const page = await devices.open({ viewport: screens.phone, javaScriptEnabled: false })
    await signIn(page, app().url, 'Lars Nijland', board)
    await page.locator('#add-action summary').click()
    const form = page.locator('#add-action')
    await form.getByLabel('Wat gaan we doen?').fill('Boekenkast ordenen')
    await form.getByLabel('Iedereen').check()
    await form.getByRole('button', { name: 'Zet op het bord' }).click()
    await page.waitForURL(/#action-/)
    await page.getByRole('button', { name: 'Klaar: Boekenkast ordenen' }).click()
    await page.getByRole('button', { name: 'Toch niet klaar: Boekenkast ordenen' }).click()
    await page.getByRole('link', { name: 'Boekenkast ordenen' }).click()
    await page.getByLabel('Wat gaan we doen?').fill('Boekenkast op thema ordenen')
    await page.getByRole('button', { name: 'Bewaar' }).click()
    await page.getByRole('link', { name: 'Boekenkast op thema ordenen' }).click()
    await page.getByText('Haal van het bord').click()
    await page.getByRole('button', { name: 'Ja, haal weg' }).click()
    expect(new URL(page.url()).pathname).toBe(board)
    expect(await page.getByText('Boekenkast op thema ordenen').count()).toBe(0)
    await page.getByRole('link', { name: 'Archief' }).click()
    await page.getByRole('link', { name: 'Boekenkast op thema ordenen' }).click()
    await page.getByRole('button', { name: 'Zet terug op het bord' }).click()
    expect(await page.getByRole('link', { name: 'Boekenkast op thema ordenen' }).count()).toBe(1)
  })

  it('gives a wrong form back filled, with the message at its field', async () => {
    devices.allow(/422/)
    const page = await devices.open({ viewport: screens.laptop, javaScriptEnabled: false })
    await signIn(page, app().url, 'Lars Nijland', board)
    await page.getByRole('link', { name: 'Nieuw doel' }).click()
    await page.getByLabel('Wat doen leerlingen straks?').fill('Leerlingen lezen elkaar voor')
    await page.getByLabel('Van hoeveel?').fill('tien')
    await page.getByRole('button', { name: 'Zet op het bord' }).click()
    await page.getByRole('heading', { name: 'Nog niet goed ingevuld' }).waitFor()
    expect(await page.getByLabel('Wat doen leerlingen straks?').inputValue()).toBe('Leerlingen lezen elkaar voor')
    expect(await page.getByLabel('Van hoeveel?').inputValue()).toBe('tien')
    await page.getByRole('link', { name: 'Schrijf bij Van hoeveel? een getal, zoals 7.' }).click()
    expect(page.url()).toMatch(/#goal-outOf$/)
  })
})

describe('a board without a mouse', () => {
  const app = useApp()
  const devices = useBrowser()

  it('is written on, ticked and opened with the keyboard alone', async () => {
    const page = await atBoard(devices, app().url, 'Lars Nijland', team)
    /** Goes on with Tab until what is wanted has the focus; a person sees where it is by its ring. */
    const tabTo = async (wanted: string) => {
      for (let presses = 0; presses < 120; presses++) {
        const here = await page.evaluate(() => {
          const element = document.activeElement
          // The page itself has all words in it; only a control is somewhere.
          if (!element?.matches('a, button, summary, input, textarea, select')) return ''
          return `${element.getAttribute('aria-label') ?? ''} ${element.id} ${element.textContent ?? ''}`
        })
        if (here.includes(wanted)) return
        await page.keyboard.press('Tab')
      }
      throw new Error(`The keyboard does not reach: ${wanted}`)
    }
    await tabTo('Actie erbij')
    await page.keyboard.press('Enter')
    await tabTo('action-description')
    await page.keyboard.type('Met het toetsenbord')
    await tabTo('Zet op het bord')
    await page.keyboard.press('Enter')
    const tick = page.getByRole('button', { name: 'Klaar: Met het toetsenbord' })
    await tick.waitFor()
    await page.evaluate(() => document.getElementById('main')?.focus())
    await tabTo('Klaar: Met het toetsenbord')
    expect(await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle)).toBe(
      'solid',
    )
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: 'Toch niet klaar: Met het toetsenbord' }).waitFor()
    await page.evaluate(() => document.getElementById('main')?.focus())
    await tabTo('Toch niet klaar: Met het toetsenbord')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Actie' }).waitFor()
  })
})
