import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { useApp } from '../app-under-test.ts'
import { axe, sideways, smallTargets, violations } from '../axe.ts'
import { screens, useBrowser } from '../browser.ts'
import { signIn } from './session-room.ts'

const lessons = '/s/de-waterlelie/lessons'

describe('a lesson is shared and taken over', () => {
  const app = useApp()
  const devices = useBrowser()

  it('a teacher resolves a name and shares it openly, a stranger finds it, another school makes it their own', async () => {
    devices.allow(/422/)
    const teacher = await devices.open({ viewport: screens.laptop, bypassCSP: true })
    await signIn(teacher, app().url, 'Lars Nijland', lessons)
    await teacher.goto(`${app().url}${lessons}/new`)
    await teacher.getByLabel('Hoe heet de les?').fill('Hoe stopt een bakfiets?')
    await teacher.getByRole('button', { name: 'Begin met ontwerpen' }).click()
    await teacher.getByRole('heading', { level: 1, name: 'Hoe stopt een bakfiets?' }).waitFor()
    const question = 'Hoe leggen ze remmen uit? Vraag eerst Fatima Bouzidi. Daarna de rest.'
    await writeQuestion(teacher, question)

    await teacher.getByRole('link', { name: 'Delen', exact: true }).click()
    await teacher.getByRole('heading', { name: 'Deel deze les' }).waitFor()
    await teacher.locator('mark', { hasText: 'Fatima Bouzidi' }).waitFor()
    await looksRight(teacher)
    await teacher.getByLabel('Iedereen').first().check()
    await teacher.getByLabel(/Iedereen die meeschreef/).check()
    await teacher.getByRole('button', { name: 'Deel de les' }).click()
    await teacher.getByText('Kies wat we met dit stukje doen.').first().waitFor()
    await teacher.getByLabel('Vervang het').check()
    await teacher.getByLabel('Door welke woorden?').fill('Sem de Boer')
    await teacher.getByRole('button', { name: 'Deel de les' }).click()
    await teacher.getByText('In je nieuwe woorden staat nog een naam').first().waitFor()
    await teacher.getByLabel('Door welke woorden?').fill('een leerling die snel klaar is')
    await teacher.getByRole('button', { name: 'Deel de les' }).click()
    await teacher.waitForURL(/\/library\//)
    await teacher.getByText('Vraag eerst een leerling die snel klaar is. Daarna de rest.').waitFor()
    await looksRight(teacher)

    const stranger = await devices.open({ viewport: screens.phone, bypassCSP: true })
    await stranger.goto(`${app().url}/library`)
    await stranger.getByLabel('Wat zoek je?').fill('bakfietsen')
    await stranger.getByRole('button', { name: 'Zoek', exact: true }).click()
    await stranger.waitForURL(/q=bakfietsen/)
    await stranger.getByRole('heading', { name: '1 les' }).waitFor()
    await looksRight(stranger)
    await stranger.getByRole('link', { name: 'Hoe stopt een bakfiets?' }).click()
    await stranger.waitForURL(/\/library\/[^?]+$/)
    await stranger.getByText('Vraag eerst een leerling die snel klaar is.').waitFor()
    expect(await stranger.content()).not.toContain('Fatima')
    await stranger.getByRole('link', { name: 'CC BY 4.0' }).waitFor()
    await looksRight(stranger)
    const file = await (await stranger.request.get(`${stranger.url()}/nl-lom.xml`)).text()
    expect(file).toContain('cc-by-40')
    const data = JSON.parse(await (await stranger.request.get(`${stranger.url()}/lesson.jsonld`)).text())
    expect(data).toMatchObject({ '@type': 'LearningResource', name: 'Hoe stopt een bakfiets?' })

    const other = await devices.open({ viewport: screens.laptop, bypassCSP: true })
    await signIn(other, app().url, 'Ton Scholten', '/s/de-klimboom/library')
    await other.getByLabel('Wat zoek je?').fill('bakfeits')
    await other.getByRole('button', { name: 'Zoek', exact: true }).click()
    await other.getByRole('link', { name: 'Hoe stopt een bakfiets?' }).click()
    await other.getByRole('button', { name: 'Neem over' }).click()
    await other.waitForURL(/\/s\/de-klimboom\/lessons\//)
    await writeQuestion(other, 'Hoe leggen ze remmen en sturen uit?')
    await other.getByRole('link', { name: 'Delen', exact: true }).click()
    await other.getByRole('link', { name: /‘Hoe stopt een bakfiets\?’ van Bovenbouw, De Waterlelie/ }).waitFor()
    await other.locator('ins', { hasText: 'sturen' }).waitFor()
    await other.getByLabel('Iedereen').first().check()
    await other.getByLabel(/Iedereen die meeschreef/).check()
    await other.getByRole('button', { name: 'Deel de les' }).click()
    await other.waitForURL(/\/library\//)
    await other.getByRole('heading', { name: 'Waar deze les vandaan komt' }).waitFor()
    await looksRight(other)

    await teacher.getByText('Deel deze les niet meer').click()
    await teacher.getByRole('button', { name: 'Ja, haal uit de bibliotheek' }).click()
    await teacher.getByText('Niet meer gedeeld').waitFor()
    devices.allow(/404/)
    expect((await stranger.reload())?.status()).toBe(404)
    await other.reload()
    await other.getByText('‘Hoe stopt een bakfiets?’ van Bovenbouw, De Waterlelie').waitFor()
  }, 120_000)
})

/** Writes the question of a lesson, and waits until the server has it. */
async function writeQuestion(page: Page, text: string): Promise<void> {
  const field = page.getByLabel('Wat willen we weten over het leren?')
  await field.fill(text)
  await field.blur()
  await expect
    .poll(async () => (await page.request.get(`${page.url()}/share`)).text(), { timeout: 20_000 })
    .toContain(text.includes('Fatima') ? 'Fatima' : 'sturen')
}

async function looksRight(page: Page): Promise<void> {
  await page.evaluate(axe)
  expect(await violations(page)).toEqual([])
  expect(await sideways(page)).toEqual([])
  // A title covers its whole card.
  expect((await smallTargets(page)).filter((small) => !small.includes('class="title"'))).toEqual([])
}
