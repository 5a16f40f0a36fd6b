import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { useApp } from '../app-under-test.ts'
import { axe, sideways, smallTargets, violations } from '../axe.ts'
import { screens, useBrowser } from '../browser.ts'
import { signInAs } from '../person.ts'
import { signIn } from './session-room.ts'
import { openWeakLine } from './weak-line.ts'

const lessons = '/s/de-waterlelie/lessons'
const question = 'Wat willen we weten over het leren?'

describe('teachers design a lesson together', () => {
  const app = useApp()
  const devices = useBrowser()

  /** Starts a lesson on a page that is signed in; its address without origin. */
  async function start(page: Page, title: string): Promise<string> {
    await page.getByRole('link', { name: 'Ontwerp een les' }).click()
    await page.getByLabel('Hoe heet de les?').fill(title)
    await page.getByLabel('Vak').fill('Rekenen')
    await page.getByLabel('Bij welk doel van het bord?').selectOption({ index: 1 })
    await page.getByLabel('Sanne Ramdin').check()
    await page.getByRole('button', { name: 'Begin met ontwerpen' }).click()
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    return new URL(page.url()).pathname
  }

  /** Types at the end of a field, as a person does. */
  async function type(page: Page, label: string, words: string): Promise<void> {
    const field = page.getByLabel(label)
    await field.focus()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(words, { delay: 15 })
  }

  it('two write in one field at once, one loses the connection, and all end with the same text', async () => {
    devices.allow(/ERR_|Failed to load resource|net::/)
    const line = await openWeakLine(app().url)
    try {
      const lars = await devices.open({ viewport: screens.laptop, bypassCSP: true })
      await signIn(lars, app().url, 'Lars Nijland', lessons)
      const path = await start(lars, 'Breuken aan de lijn')
      const wouter = await devices.open({ viewport: screens.phone, hasTouch: true })
      await signIn(wouter, line.url, 'Wouter Hoekstra', path)
      await wouter.getByText('Bewaard').waitFor()

      await type(lars, question, 'Hoe wijzen ze een half aan? ')
      await expect.poll(() => wouter.getByLabel(question).inputValue()).toBe('Hoe wijzen ze een half aan? ')
      // Who writes where is said on the other device, and who is there.
      await wouter.getByText('Lars Nijland schrijft hier').waitFor({ state: 'attached' })
      expect(await lars.locator('#present .avatar').count()).toBe(2)

      // At once, in the same field: Lars in front, Wouter at the end.
      await lars.getByLabel(question).focus()
      await lars.keyboard.press('Control+Home')
      await wouter.getByLabel(question).focus()
      await wouter.keyboard.press('Control+End')
      await Promise.all([
        lars.keyboard.type('Vooraf: ', { delay: 40 }),
        wouter.keyboard.type('En een kwart? ', { delay: 35 }),
      ])
      const both = 'Vooraf: Hoe wijzen ze een half aan? En een kwart? '
      for (const page of [lars, wouter]) {
        await expect.poll(() => page.getByLabel(question).inputValue(), { timeout: 10_000 }).toBe(both)
      }

      line.cut()
      await type(wouter, 'Wat heb je nodig?', 'Een touw van vier meter')
      await type(wouter, question, 'Zonder verbinding. ')
      await wouter.getByText('Geen verbinding. Schrijf gerust door').waitFor()
      await type(lars, question, 'Met verbinding. ')
      await lars.getByRole('button', { name: 'Nog een stap' }).click()
      await lars.keyboard.type('Aan de lijn staan')
      await lars.getByLabel('Stap 1: minuten').fill('12')
      await lars.getByText('Bewaard').waitFor()
      expect(await lars.getByLabel('Wat heb je nodig?').inputValue()).toBe('')

      line.mend()
      await expect
        .poll(() => lars.getByLabel('Wat heb je nodig?').inputValue(), { timeout: 60_000 })
        .toBe('Een touw van vier meter')
      await expect.poll(() => wouter.getByLabel('Stap 1: wat gebeurt er?').inputValue()).toBe('Aan de lijn staan')
      await wouter.getByText('Samen 12 minuten').waitFor()
      await wouter.getByText('Bewaard').waitFor()
      const text = await lars.getByLabel(question).inputValue()
      expect(text).toContain('Zonder verbinding. ')
      expect(text).toContain('Met verbinding. ')
      await expect.poll(() => wouter.getByLabel(question).inputValue()).toBe(text)
      // What the server has: the page as somebody else gets it, without script.
      const samira = await signInAs(app().url, 'Samira Mansouri')
      const { body } = await samira.get(path)
      expect(body).toContain(`>${text}</textarea>`)

      await lars.evaluate(axe)
      expect(await violations(lars)).toEqual([])
      expect(await sideways(wouter)).toEqual([])
      expect(await smallTargets(wouter)).toEqual([])

      await lars.getByRole('link', { name: 'Geschiedenis' }).click()
      const history = lars.locator('.lesson-history')
      await history.getByText('Een touw van vier meter').waitFor()
      const row = history.locator('li', { hasText: 'Een touw van vier meter' })
      expect(await row.innerText()).toContain('Wouter Hoekstra')
      expect(await history.locator('li', { hasText: 'Aan de lijn staan' }).innerText()).toContain('Lars Nijland')
    } finally {
      await line.close()
    }
  }, 120_000)

  it('a page that was closed while offline still brings what was written there', async () => {
    devices.allow(/ERR_|Failed to load resource|net::/)
    const line = await openWeakLine(app().url)
    try {
      const lars = await devices.open({ viewport: screens.laptop })
      await signIn(lars, line.url, 'Lars Nijland', lessons)
      const path = await start(lars, 'In de trein bedacht')
      await lars.getByText('Bewaard').waitFor()
      line.cut()
      await type(lars, question, 'Bedacht in de trein')
      await lars.getByText('Geen verbinding. Schrijf gerust door').waitFor()
      await lars.goto('about:blank')
      line.mend()
      await lars.goto(line.url + path)
      await expect.poll(() => lars.getByLabel(question).inputValue()).toBe('Bedacht in de trein')
      await lars.getByText('Bewaard').waitFor()
      const samira = await signInAs(app().url, 'Samira Mansouri')
      await expect.poll(async () => (await samira.get(path)).body).toContain('>Bedacht in de trein</textarea>')
      expect(await lars.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('lesson ')))).toEqual(
        [],
      )
    } finally {
      await line.close()
    }
  }, 90_000)

  it('words that came after the lesson was taught are shown to their writer, and go into the next version', async () => {
    devices.allow(/ERR_|Failed to load resource|net::|422/)
    const line = await openWeakLine(app().url)
    try {
      const lars = await devices.open({ viewport: screens.laptop })
      await signIn(lars, app().url, 'Lars Nijland', lessons)
      const path = await start(lars, 'Te laat bedacht')
      await type(lars, question, 'Wat is een half?')
      await lars.getByText('Bewaard').waitFor()
      const wouter = await devices.open({ viewport: screens.phone, hasTouch: true })
      await signIn(wouter, line.url, 'Wouter Hoekstra', path)
      await wouter.getByText('Bewaard').waitFor()
      line.cut()
      await type(wouter, question, ' En een kwart?')
      await wouter.getByRole('button', { name: 'Nog een stap' }).click()
      await wouter.keyboard.type('In de kring 👩‍👧')
      await wouter.getByText('Geen verbinding. Schrijf gerust door').waitFor()
      await lars.getByText('De les is gegeven').click()
      await lars.getByRole('button', { name: 'Ja, gegeven' }).click()
      await lars.getByRole('heading', { name: 'Terugkijken' }).waitFor()

      line.mend()
      // The phone sees that it came too late, and shows what was not taken in.
      await wouter
        .getByRole('heading', { name: 'Deze woorden van jou zijn niet meegenomen' })
        .waitFor({ timeout: 60_000 })
      const left = wouter.locator('lesson-left .card')
      expect(await left.locator('ins').allTextContents()).toEqual([' En een kwart?', 'In de kring 👩‍👧'])
      expect(await sideways(wouter)).toEqual([])
      expect(await smallTargets(wouter)).toEqual([])
      await wouter.evaluate(axe)
      expect(await violations(wouter)).toEqual([])
      await wouter.getByRole('button', { name: 'Maak de volgende versie met deze woorden' }).click()
      await expect
        .poll(() => wouter.getByLabel(question).inputValue(), { timeout: 20_000 })
        .toBe('Wat is een half? En een kwart?')
      expect(await wouter.getByLabel('Stap 1: wat gebeurt er?').inputValue()).toBe('In de kring 👩‍👧')
      expect(await left.count()).toBe(0)
      await lars.locator('lesson-document#version-2').waitFor()
      await expect.poll(() => lars.getByLabel(question).inputValue()).toBe('Wat is een half? En een kwart?')
      const keys = () => wouter.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('lesson ')))
      await expect.poll(keys).toEqual([])
    } finally {
      await line.close()
    }
  }, 120_000)

  it('a paste that does not fit is refused as a whole, with how much room there is', async () => {
    const lars = await devices.open({ viewport: screens.laptop })
    await signIn(lars, app().url, 'Lars Nijland', lessons)
    await start(lars, 'Veel geplakt')
    await lars.getByText('Bewaard').waitFor()
    const paste = (length: number) =>
      lars.getByLabel(question).evaluate((field, count) => {
        const clipboardData = new DataTransfer()
        clipboardData.setData('text/plain', 'x'.repeat(count))
        return field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
      }, length)
    expect(await paste(200_000)).toBe(false)
    await lars.getByText('er is nog plaats voor 500 tekens').waitFor()
    expect(await lars.getByLabel(question).inputValue()).toBe('')
    expect(await paste(400)).toBe(true)
    await type(lars, question, 'Kort')
    await expect.poll(() => lars.getByText('er is nog plaats voor').count()).toBe(0)
  }, 60_000)

  it('the lesson is taught, looked back on and improved, and both versions stand side by side', async () => {
    const lars = await devices.open({ viewport: screens.laptop })
    await signIn(lars, app().url, 'Lars Nijland', lessons)
    const path = await start(lars, 'Meten met je lijf')
    await type(lars, question, 'Hoe schatten ze een meter?')
    await lars.getByText('Bewaard').waitFor()
    const wouter = await devices.open({ viewport: screens.laptop })
    await signIn(wouter, app().url, 'Wouter Hoekstra', path)
    await wouter.getByText('Bewaard').waitFor()

    await lars.getByText('De les is gegeven').click()
    await lars.getByLabel('Aan welke groep?').fill('groep 5')
    await lars.getByRole('button', { name: 'Ja, gegeven' }).click()
    // The colleague's page sees it too: nothing to write in any more.
    for (const page of [lars, wouter]) {
      await page.getByRole('heading', { name: 'Terugkijken' }).waitFor()
      expect(await page.locator('lesson-document').count()).toBe(0)
    }
    await wouter.getByLabel('Wat deden en zeiden leerlingen?').fill('Ze namen grote stappen.')
    await wouter.getByLabel('Wat doen we de volgende keer anders?').fill('Eerst laten voorspellen.')
    await wouter.getByRole('button', { name: 'Bewaar' }).first().click()
    await expect
      .poll(() => lars.getByLabel('Wat deden en zeiden leerlingen?').inputValue())
      .toBe('Ze namen grote stappen.')

    await lars.getByRole('button', { name: 'Maak de volgende versie' }).click()
    await lars.getByText('Versie 2').first().waitFor()
    await expect.poll(() => lars.getByLabel(question).inputValue()).toBe('Hoe schatten ze een meter?')
    await wouter.locator('lesson-document#version-2').waitFor()
    await type(wouter, question, ' En hoe weten ze het?')
    await expect
      .poll(() => lars.getByLabel(question).inputValue())
      .toBe('Hoe schatten ze een meter? En hoe weten ze het?')

    await lars.getByRole('link', { name: 'Versies naast elkaar' }).click()
    const beside = lars.locator('.beside')
    await beside.getByText('Versie 1').waitFor()
    expect((await beside.locator('ins').allTextContents()).map((text) => text.trim())).toEqual(['En hoe weten ze het?'])
    expect(await beside.getByText('Hoe schatten ze een meter?').count()).toBe(2)
    await lars.getByRole('link', { name: 'Geschiedenis' }).click()
    await lars.getByText('zei wanneer de les gegeven is').waitFor()
  }, 120_000)

  it('a colleague who has a lesson open that is removed is told, and can still copy what stood there', async () => {
    // Its stream of changes is there no longer.
    devices.allow(/404/)
    const lars = await devices.open({ viewport: screens.laptop })
    await signIn(lars, app().url, 'Lars Nijland', lessons)
    const path = await start(lars, 'Toch maar niet')
    const wouter = await devices.open({ viewport: screens.phone, hasTouch: true })
    await signIn(wouter, app().url, 'Wouter Hoekstra', path)
    await wouter.getByText('Bewaard').waitFor()
    await type(wouter, question, 'Wat ik bedacht had')
    await expect.poll(() => lars.getByLabel(question).inputValue()).toBe('Wat ik bedacht had')

    await lars.getByText('Haal deze les weg').click()
    await lars.getByRole('button', { name: 'Ja, haal de les weg' }).click()
    await lars.waitForURL(`**${lessons}`)
    const removed = wouter.getByText('Deze les is weggehaald.')
    await expect.poll(() => removed.count()).toBe(2)
    // Also when the device asks again.
    await wouter.evaluate(() => window.dispatchEvent(new Event('online')))
    await wouter.waitForTimeout(1000)
    expect(await removed.count()).toBe(2)
    expect(await wouter.getByLabel(question).inputValue()).toBe('Wat ik bedacht had')
    expect(await wouter.getByLabel(question).isEditable()).toBe(false)
    expect(new URL(wouter.url()).pathname).toBe(path)
    await wouter.evaluate(axe)
    expect(await violations(wouter)).toEqual([])
    expect(await sideways(wouter)).toEqual([])
  }, 60_000)

  it('works without script, also while others write', async () => {
    devices.allow(/422/)
    const plain = await devices.open({ viewport: screens.phone, javaScriptEnabled: false })
    await signIn(plain, app().url, 'Lars Nijland', lessons)
    // A title without a space breaks on a phone.
    const path = await start(plain, 'Vierkantsvergelijkingenontdekkingsreis zonder script')
    expect(await sideways(plain)).toEqual([])
    await plain.getByLabel(question).fill('Van de een')
    await plain.getByLabel('Stap 1: wat gebeurt er?').fill('In de kring')
    await plain.getByLabel('Stap 1: minuten').fill('10')
    await plain.getByRole('button', { name: 'Bewaar' }).first().click()
    await plain.getByText('Samen 10 minuten').waitFor()

    const wouter = await devices.open({ viewport: screens.laptop })
    await signIn(wouter, app().url, 'Wouter Hoekstra', path)
    await wouter.getByText('Bewaard').waitFor()
    await type(wouter, question, ' en van de ander')
    await wouter.getByText('Bewaard').waitFor()
    // The form still shows what stood there before.
    await plain.getByLabel(question).fill('Vooral van de een')
    await plain.getByRole('button', { name: 'Bewaar' }).first().click()
    expect(await plain.getByLabel(question).inputValue()).toBe('Vooral van de een en van de ander')
    await expect.poll(() => wouter.getByLabel(question).inputValue()).toBe('Vooral van de een en van de ander')
    await plain.getByText('De les is gegeven').click()
    await plain.getByRole('button', { name: 'Ja, gegeven' }).click()
    await plain.getByRole('heading', { name: 'Terugkijken' }).waitFor()
    await plain.getByRole('button', { name: 'Maak de volgende versie' }).click()
    await plain.getByText('Versie 2').first().waitFor()
  }, 90_000)
})
