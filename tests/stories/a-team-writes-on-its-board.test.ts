import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { useApp } from '../app-under-test.ts'
import { useBrowser } from '../browser.ts'
import { demoBoard } from '../person.ts'
import { atBoard } from './session-room.ts'

describe('a team writes on its board', () => {
  const app = useApp()
  const devices = useBrowser()
  const open = (name: string, more: object = {}) => atBoard(devices, app().url, name, 'Onderbouw', more)

  async function addAction(page: Page, what: string): Promise<void> {
    await page.locator('#add-action summary').click()
    await page.locator('#add-action').getByLabel('Wat gaan we doen?').fill(what)
    await page.locator('#add-action').getByRole('button', { name: 'Zet op het bord' }).click()
  }

  async function openCard(page: Page, words: string): Promise<void> {
    await page.getByRole('link', { name: words, exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'Actie' }).waitFor()
  }

  it('three at once: everybody sees every card, and nobody loses what they are typing', async () => {
    const [samira, amina, wouter] = await Promise.all(
      ['Samira Mansouri', 'Amina Boukhari', 'Wouter Hoekstra'].map((name) => open(name)),
    )
    if (!samira || !amina || !wouter) throw new Error('Three people are needed.')
    // Amina is in the middle of a sentence while the others write in the same zone and elsewhere.
    await amina.locator('#add-action summary').click()
    const typing = amina.locator('#add-action').getByLabel('Wat gaan we doen?')
    await typing.pressSequentially('Samen voor')
    await Promise.all([addAction(samira, 'Vertelkaarten op tafel'), addAction(wouter, 'Kring in tweetallen')])
    for (const page of [samira, amina, wouter]) {
      await page.locator('#zone-actions').getByText('Vertelkaarten op tafel').waitFor()
      await page.locator('#zone-actions').getByText('Kring in tweetallen').waitFor()
    }
    expect(await typing.inputValue()).toBe('Samen voor')
    await typing.pressSequentially('lezen in de hal')
    await amina.locator('#add-action').getByRole('button', { name: 'Zet op het bord' }).click()
    for (const page of [samira, amina, wouter]) {
      await page.locator('#zone-actions').getByText('Samen voorlezen in de hal').waitFor()
    }
    // Who is here is shown to each of them.
    await samira.locator('#present .avatar').nth(2).waitFor()
  })

  it('a tick is seen by the others at once, and can be taken back', async () => {
    const [mine, theirs] = await Promise.all([open('Amina Boukhari'), open('Wouter Hoekstra')])
    await addAction(mine, 'Boekjes terugleggen')
    await theirs.getByRole('button', { name: 'Klaar: Boekjes terugleggen' }).click()
    const undo = mine.getByRole('button', { name: 'Toch niet klaar: Boekjes terugleggen' })
    await undo.waitFor()
    expect(await undo.getAttribute('aria-pressed')).toBe('true')
    await undo.click()
    await theirs.getByRole('button', { name: 'Klaar: Boekjes terugleggen', exact: true }).waitFor()
  })

  it('two people change different things on one card, and both stay', async () => {
    const [mine, theirs] = await Promise.all([open('Amina Boukhari'), open('Wouter Hoekstra')])
    await addAction(mine, 'Verteltafel maken')
    await openCard(mine, 'Verteltafel maken')
    await openCard(theirs, 'Verteltafel maken')
    await mine.getByLabel('Wat gaan we doen?').fill('Verteltafel maken bij elk boek')
    await theirs.getByRole('textbox', { name: 'Wanneer klaar?' }).first().fill('2027-01-15')
    await mine.getByRole('button', { name: 'Bewaar' }).click()
    await mine.waitForURL((at) => at.pathname === demoBoard('Onderbouw'))
    await theirs.getByRole('button', { name: 'Bewaar' }).click()
    await theirs.waitForURL((at) => at.pathname === demoBoard('Onderbouw'))
    const card = mine.locator('article', { hasText: 'Verteltafel maken bij elk boek' })
    await card.getByText('vr 15 jan').waitFor()
    expect(await card.count()).toBe(1)
  })

  it('two people change the same thing: the last one stands, and the history has both with their names', async () => {
    const [mine, theirs] = await Promise.all([open('Amina Boukhari'), open('Wouter Hoekstra')])
    await addAction(mine, 'Poppenkast halen')
    await openCard(mine, 'Poppenkast halen')
    await openCard(theirs, 'Poppenkast halen')
    for (const [page, words] of [
      [mine, 'Poppenkast halen op zolder'],
      [theirs, 'Poppenkast halen bij groep 3'],
    ] as const) {
      await page.getByLabel('Wat gaan we doen?').fill(words)
      await page.getByRole('button', { name: 'Bewaar' }).click()
      await page.waitForURL((at) => at.pathname === demoBoard('Onderbouw'))
    }
    await openCard(mine, 'Poppenkast halen bij groep 3')
    const history = mine.locator('.history')
    await history.getByText('Poppenkast halen op zolder → Poppenkast halen bij groep 3').waitFor()
    expect(await history.innerText()).toMatch(/Wouter Hoekstra veranderde een actie/)
    expect(await history.innerText()).toMatch(/Amina Boukhari veranderde een actie/)
  })

  it('a goal is set, counted and seen; a wrong figure comes back with what was typed', async () => {
    devices.allow(/422/)
    const page = await open('Amina Boukhari')
    await page.getByRole('link', { name: 'Nieuw doel' }).click()
    await page.getByLabel('Wat doen leerlingen straks?').fill('Kinderen vragen elkaar om hulp')
    await page.getByLabel('Van hoeveel?').fill('10')
    await page.getByLabel('Hoeveel is het nu?').fill('2')
    await page.getByLabel('Hoeveel moet het worden?').fill('11')
    await page.getByRole('button', { name: 'Zet op het bord' }).click()
    await page.getByText('Dit is meer dan het aantal dat je bekijkt.').first().waitFor()
    expect(await page.getByLabel('Wat doen leerlingen straks?').inputValue()).toBe('Kinderen vragen elkaar om hulp')
    await page.getByLabel('Hoeveel moet het worden?').fill('8')
    await page.getByRole('button', { name: 'Zet op het bord' }).click()
    const goal = page.locator('article', { hasText: 'Kinderen vragen elkaar om hulp' })
    await goal.getByLabel('Vandaag geteld').fill('8')
    await goal.getByRole('button', { name: /Zet erbij/ }).click()
    await goal.getByText('doel gehaald').waitFor()
    await goal.getByText('10 gekeken per keer, geteld door het team').waitFor()
    expect(await page.locator('#zone-goals article', { hasText: 'Kinderen vragen elkaar om hulp' }).count()).toBe(1)
  })

  it('an action goes on with other words, and both are found back', async () => {
    const page = await open('Amina Boukhari')
    await addAction(page, 'Elke dag zingen')
    await openCard(page, 'Elke dag zingen')
    await page.getByText('Pas haar aan').click()
    const form = page.locator('details', { hasText: 'Pas haar aan' })
    await form.getByLabel('Waarom?').fill('Het kost te veel tijd.')
    await form.getByLabel('Wat ga je nu doen?').fill('Op maandag en vrijdag zingen')
    await form.getByRole('button', { name: 'Ga zo verder' }).click()
    await page.waitForURL((at) => at.pathname === demoBoard('Onderbouw'))
    await openCard(page, 'Op maandag en vrijdag zingen')
    await page.getByRole('link', { name: 'Elke dag zingen' }).click()
    await page.getByText('omdat: Het kost te veel tijd.').waitFor()
    expect(await page.getByRole('link', { name: 'Op maandag en vrijdag zingen' }).innerText()).not.toBe('')
  })

  it('actions are chosen by effect, with buttons and by dragging, on two devices', async () => {
    const [mine, theirs] = await Promise.all([open('Amina Boukhari'), open('Wouter Hoekstra')])
    await addAction(mine, 'Prentenboeken ruilen')
    for (const page of [mine, theirs]) {
      // By its address: the board may just be taking in the new action under the mouse.
      await page.goto(
        await page.getByRole('link', { name: 'Kies op effect' }).evaluate((link: HTMLAnchorElement) => link.href),
      )
    }
    const impact = mine.getByRole('group', { name: 'Effect op leerlingen: Prentenboeken ruilen' })
    await impact.getByRole('button', { name: '5', exact: true }).click()
    await impact.getByRole('button', { name: '5', exact: true, pressed: true }).waitFor()
    const easy = mine.getByRole('group', { name: 'Hoe makkelijk?: Prentenboeken ruilen' })
    await easy.getByRole('button', { name: '5', exact: true }).click()
    await theirs.locator('.impact li', { hasText: 'Prentenboeken ruilen effect 5 van 5, haalbaar 5 van 5' }).waitFor()
    const dot = theirs.locator('.impact [data-id]').first()
    const [from, picture] = [await dot.boundingBox(), await theirs.locator('.impact svg').boundingBox()]
    if (from === null || picture === null) throw new Error('The picture is not there.')
    await theirs.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
    await theirs.mouse.down()
    await theirs.mouse.move(picture.x + picture.width * 0.2, picture.y + picture.height * 0.8, { steps: 5 })
    await theirs.mouse.up()
    const moved = mine.locator('.impact li', { hasText: 'Prentenboeken ruilen effect 1 van 5, haalbaar 1 van 5' })
    await moved.waitFor()
    expect(await impact.getByRole('button', { name: '1', exact: true }).getAttribute('aria-pressed')).toBe('true')
  })
})
