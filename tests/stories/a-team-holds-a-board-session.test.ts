import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { useApp } from '../app-under-test.ts'
import { screens, useBrowser } from '../browser.ts'
import { demoBoard } from '../person.ts'
import { atBoard, heading, joinAsGuest, onward, signIn, start } from './session-room.ts'

const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 10_000 })

describe('a team holds a board session, on the wall and on two phones', () => {
  const app = useApp()
  const devices = useBrowser()

  it('from the start to what was agreed, everybody seeing everything at once', async () => {
    const url = app().url
    const wall = await atBoard(devices, url, 'Amina Boukhari')
    const before = Date.now()
    const code = await start(wall)
    expect(Date.now() - before, 'ms to start').toBeLessThan(20_000)
    expect(code).toMatch(/^[B-Z2-9]{3} [B-Z2-9]{3}$/)

    // Somebody with an account types the code as people do, and is in; so is a guest, who gives a name.
    const coach = await devices.open({ viewport: screens.phone, hasTouch: true })
    await signIn(coach, url, 'Wouter Hoekstra', demoBoard('Onderbouw'))
    await coach.goto(`${url}/m`)
    await coach.getByLabel('Welke code').fill(` ${code.toLowerCase().replace(' ', '-')} `)
    await coach.getByRole('button', { name: 'Verder' }).click()
    await coach.waitForURL(/\/session\/phone$/)
    const guest = await joinAsGuest(devices, url, code, 'Fenna')
    for (const name of ['Amina Boukhari', 'Wouter Hoekstra', 'Fenna']) {
      await wall.locator('#present').getByTitle(name).waitFor()
    }

    await checksIn(wall, coach, guest)
    await tellsSuccesses(wall, coach, guest)
    await countsGoals(wall, coach, guest)
    await talksAboutActions(wall, coach, guest)

    await onward(wall, 'Naar volgende week').click()
    await guest.getByLabel('Wat staat er te gebeuren?').fill('Woensdag kijken we bij Hanna')
    await guest.getByRole('button', { name: 'Zet op het bord' }).click()
    await wall.locator('#zone-plans').getByText('Woensdag kijken we bij Hanna').waitFor()

    await wall.getByRole('link', { name: 'Afronden' }).click()
    await wall.getByRole('heading', { name: 'Klopt dit?' }).waitFor()
    await wall.getByRole('button', { name: 'Sluit de bordsessie' }).click()
    await wall.getByRole('heading', { level: 1, name: /^Bordsessie van/ }).waitFor()
    const agreed = wall.getByRole('main')
    for (const words of [
      'Woensdag kijken we bij Hanna',
      'Voorlezen in tweetallen proberen',
      'Tom durfde hardop te lezen',
    ]) {
      await agreed.getByText(words).first().waitFor()
    }

    // The phones hear that it is over; the page of what was agreed is for the team, thanks are for the guest.
    for (const phone of [coach, guest]) await heading(phone, 'Dat was de bordsessie').waitFor()
    await coach.getByRole('link', { name: 'Bekijk de afspraken' }).click()
    await heading(coach, /^Bordsessie van/).waitFor()
    await guest.getByRole('link', { name: 'Bekijk de afspraken' }).click()
    await guest.getByText('Bedankt voor het meedoen!').waitFor()

    await mailArrived(wall, url)
    // The code opens nothing any more, and the page says why.
    devices.allow(/404/)
    await guest.goto(`${url}/m/${code.replace(' ', '')}`)
    await guest
      .getByRole('alert')
      .getByText(/is afgelopen/)
      .waitFor()
  }, 120_000)

  it('a second start joins the session that is open, and a late phone sees what the others see', async () => {
    const url = app().url
    const first = await atBoard(devices, url, 'Lars Nijland', 'Bovenbouw')
    const code = await start(first)
    await onward(first, 'Naar successen').click()
    const second = await atBoard(devices, url, 'Samira Mansouri', 'Bovenbouw')
    await second
      .getByRole('link', { name: /grote scherm/ })
      .first()
      .click()
    await second.waitForURL(/\/session$/)
    expect((await second.locator('.code').innerText()).trim()).toBe(code)
    await onward(second, 'Naar doelen').waitFor()
    const late = await joinAsGuest(devices, url, code, 'Joris')
    await heading(late, 'Successen').waitFor()
    // Anybody of the team may move it, also from the hand.
    await late.getByText(/leidt · stap 2 van 5/).click()
    await late.getByRole('button', { name: 'Naar doelen' }).click()
    for (const wall of [first, second]) await wall.locator('#zone-session[data-step="3"]').waitFor()
  }, 60_000)
})

/** Faces of phones are counted, not shown while they are few; faces counted together are. */
async function checksIn(wall: Page, coach: Page, guest: Page): Promise<void> {
  const counts = () => wall.locator('#zone-check-in .count').allInnerTexts()
  await coach.getByRole('button', { name: 'Goed' }).click()
  await guest.getByRole('button', { name: 'Niet fijn' }).click()
  await wall.getByText('2 telefoons kozen').waitFor()
  expect(await counts()).toEqual(['0', '0', '0'])
  await wall.getByRole('button', { name: 'Eén meer: Gaat wel' }).click()
  await eventually(counts).toEqual(['0', '1', '0'])
  // Each phone keeps its own choice, whatever others do, and may change it.
  await guest.getByRole('button', { name: 'Gaat wel' }).click()
  await eventually(() => pressed(guest)).toBe('Gaat wel')
  expect(await pressed(coach)).toBe('Goed')
  await guest.reload()
  expect(await pressed(guest)).toBe('Gaat wel')
  expect(await wall.content()).not.toContain('Niet fijn</b>')
}

function pressed(phone: Page): Promise<string> {
  return phone.locator('.faces [aria-pressed=true]').innerText()
}

/** Two write at once; and what somebody is still writing stays when the session goes on. */
async function tellsSuccesses(wall: Page, coach: Page, guest: Page): Promise<void> {
  await onward(wall, 'Naar successen').click()
  await Promise.all(
    [
      [coach, 'Tom durfde hardop te lezen'],
      [guest, 'De kring was in één keer stil'],
    ].map(async ([phone, words]) => {
      // The pairs above are a phone and its words.
      const page = phone as Page
      await page.getByLabel('Wat lukte er?').fill(words as string)
      await page.getByRole('button', { name: 'Zet op het bord' }).click()
    }),
  )
  for (const words of ['Tom durfde hardop te lezen', 'De kring was in één keer stil']) {
    await wall.locator('#zone-successes').getByText(words).waitFor()
    await coach.locator('#phone-success-list').getByText(words).waitFor()
  }
  await guest.getByLabel('Wat lukte er?').fill('Bijna vergeten: het lied')
  await onward(wall, 'Naar doelen').click()
  await heading(guest, 'Doelen').waitFor()
  await guest.locator('#zone-successes').getByText('Je was hier nog aan het schrijven').waitFor()
  await guest.locator('#zone-successes').getByRole('button', { name: 'Zet op het bord' }).click()
  await wall.locator('#zone-successes').getByText('Bijna vergeten: het lied').waitFor()
}

async function countsGoals(wall: Page, coach: Page, guest: Page): Promise<void> {
  const count = wall.locator('#zone-goals .count').first()
  const was = Number.parseInt(await count.innerText(), 10)
  await coach.getByRole('button', { name: 'Eén meer' }).first().click()
  await coach
    .getByRole('button', { name: /^Zet neer/ })
    .first()
    .click()
  await eventually(async () => Number.parseInt(await count.innerText(), 10)).toBe(was + 1)
  await eventually(async () => Number.parseInt(await guest.locator('#zone-goals .count').first().innerText(), 10)).toBe(
    was + 1,
  )
}

/** One by one, those due first; done, going on and going on otherwise; none is forgotten. */
async function talksAboutActions(wall: Page, coach: Page, guest: Page): Promise<void> {
  await wall.locator('.session-stand').getByRole('button', { name: 'Naar acties' }).click()
  await heading(coach, /^Actie 1 van/).waitFor()
  const turn = (page: Page) => page.locator('#zone-actions .card.goal :is(h2, h3)').first()
  const titles = new Set<string>()
  const open = Number((await heading(coach, /^Actie 1 van/).innerText()).split(' ').at(-1))
  expect(open).toBeGreaterThan(1)
  for (let i = 0; i < open; i++) {
    const title = await turn(wall).innerText()
    titles.add(title)
    await eventually(() => turn(guest).innerText()).toBe(title)
    if (i === 0) await wall.locator('#zone-actions').getByRole('button', { name: 'Klaar', exact: true }).click()
    else if (i === 1) await adapts(coach)
    else
      await guest
        .getByRole('button', { name: /^Gaat door/ })
        .first()
        .click()
    if (i < open - 1) await eventually(() => turn(wall).innerText()).not.toBe(title)
  }
  expect(titles.size).toBe(open)
  for (const page of [wall, coach, guest]) await page.getByText('Alle acties besproken').waitFor()
}

async function adapts(phone: Page): Promise<void> {
  await phone.getByText('Aanpassen').click()
  const form = phone.locator('form', { has: phone.getByRole('button', { name: 'Ga zo verder' }) })
  await form.getByLabel('Waarom?').fill('Het paste niet in de ochtend')
  await form.getByLabel('Wat gaan we nu doen?').fill('Voorlezen in tweetallen proberen')
  await form.getByRole('button', { name: 'Ga zo verder' }).click()
}

async function mailArrived(page: Page, url: string): Promise<void> {
  await eventually(async () => {
    await page.goto(`${url}/mailbox`)
    return page.getByRole('heading', { name: /Afgesproken in de bordsessie van Onderbouw/ }).count()
  }).toBeGreaterThan(5)
  await page.getByText('Dag Amina,').first().waitFor()
  await page.getByText('Woensdag kijken we bij Hanna').first().waitFor()
}
