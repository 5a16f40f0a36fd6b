import { describe, expect, it } from 'vitest'
import { useApp } from '../app-under-test.ts'
import { axe, sideways, smallTargets, violations } from '../axe.ts'
import { screens, useBrowser } from '../browser.ts'
import { signIn } from './session-room.ts'

const classes = '/s/de-waterlelie/teams/bovenbouw/classes'

describe('a class has its own board', () => {
  const app = useApp()
  const devices = useBrowser()

  it('the teacher makes it, two pupils join by code, and all three see every card at once', async () => {
    devices.allow(/422/)
    const teacher = await devices.open({ viewport: screens.wall })
    await signIn(teacher, app().url, 'Lars Nijland', classes)
    await teacher.getByLabel('Welke klas?').fill('Groep 8')
    await teacher.getByRole('button', { name: 'Maak een klassenbord' }).click()
    await teacher.getByRole('heading', { level: 1, name: 'Groep 8' }).waitFor()
    const code = await teacher.locator('.code').innerText()
    await teacher.getByText('Daarna wissen we alles').waitFor()

    const join = async (nickname: string) => {
      const pupil = await devices.open({ viewport: screens.phone, hasTouch: true, bypassCSP: true })
      await pupil.goto(`${app().url}/k`)
      await pupil.getByLabel('Wat is de code?').fill(code.toLowerCase())
      await pupil.getByLabel('Hoe wil je heten?').fill(nickname)
      await pupil.getByRole('button', { name: 'Doe mee' }).click()
      await pupil.getByRole('heading', { level: 1, name: 'Groep 8' }).waitFor()
      return pupil
    }
    const [first, second] = [await join('Komeet'), await join('Panter')]

    await teacher.locator('#add-action summary').click()
    await teacher.locator('#add-action').getByLabel('Wat gaan we doen?').fill('Spullen klaarleggen')
    await teacher.locator('#add-action').getByRole('button', { name: 'Zet op het bord' }).click()
    await first.locator('#add-success summary').click()
    await first.locator('#add-success').getByLabel('Wat ging er goed?').fill('We waren snel stil')
    await first.locator('#add-success').getByRole('button', { name: 'Zet op het bord' }).click()
    await second.getByRole('button', { name: 'Klaar: Spullen klaarleggen' }).click()
    for (const page of [teacher, first, second]) {
      await page.locator('#zone-successes').getByText('We waren snel stil — Komeet').waitFor()
      await page.getByRole('button', { name: 'Toch niet klaar: Spullen klaarleggen' }).waitFor()
    }
    // A pupil has no page of a card, no goal to change, no other boards.
    expect(await second.getByRole('link', { name: 'We waren snel stil' }).count()).toBe(0)
    expect(await second.getByRole('link', { name: 'Nieuw doel' }).count()).toBe(0)
    expect(await second.getByRole('navigation', { name: 'Borden van het team' }).count()).toBe(0)
    await second.evaluate(axe)
    expect(await violations(second)).toEqual([])
    expect(await sideways(second)).toEqual([])
    expect(await smallTargets(second)).toEqual([])

    await teacher.getByRole('link', { name: 'We waren snel stil' }).click()
    await teacher.getByText('Haal van het bord').click()
    await teacher.getByRole('button', { name: 'Ja, haal weg' }).click()
    await expect.poll(() => second.getByText('We waren snel stil').count(), { timeout: 10_000 }).toBe(0)
  }, 90_000)

  it('a wrong code says so in simple words, and closing the board ends it for everybody', async () => {
    devices.allow(/422|404|401/)
    const pupil = await devices.open({ viewport: screens.phone })
    await pupil.goto(`${app().url}/k/BCDFGH`)
    await pupil.getByRole('button', { name: 'Doe mee' }).click()
    await pupil.getByText('Deze code is van geen bord. Kijk nog eens goed.').first().waitFor()
    const teacher = await devices.open({ viewport: screens.laptop })
    await signIn(teacher, app().url, 'Lars Nijland', classes)
    await teacher.getByLabel('Welke klas?').fill('Groep 7')
    await teacher.getByRole('button', { name: 'Maak een klassenbord' }).click()
    await teacher.getByRole('heading', { level: 1, name: 'Groep 7' }).waitFor()
    const code = await teacher.locator('.code').innerText()
    await pupil.getByLabel('Wat is de code?').fill(code)
    await pupil.getByRole('button', { name: 'Doe mee' }).click()
    await pupil.getByRole('heading', { level: 1, name: 'Groep 7' }).waitFor()
    await teacher.getByText('Sluit dit bord nu').click()
    await teacher.getByRole('button', { name: 'Ja, wis het bord' }).click()
    await teacher.waitForURL((at) => at.pathname === classes)
    expect(await teacher.getByRole('link', { name: 'Groep 7' }).count()).toBe(0)
    await pupil.reload()
    expect(await pupil.getByRole('heading', { name: 'Groep 7' }).count()).toBe(0)
  }, 60_000)
})
