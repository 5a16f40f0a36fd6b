import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { useApp } from '../app-under-test.ts'
import { useBrowser } from '../browser.ts'
import { demoBoard } from '../person.ts'
import { atBoard, heading, joinAsGuest, onward, start } from './session-room.ts'
import { openWeakLine } from './weak-line.ts'

const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 15_000 })

describe('a board session on a bad network, and without script', () => {
  const app = useApp()
  const devices = useBrowser()

  it('a phone without connection says so, keeps what is written, and sends it once each when it is back', async () => {
    // A cut line is what this story is about.
    devices.allow(/Failed to load resource|ERR_/)
    const url = app().url
    const wall = await atBoard(devices, url, 'Amina Boukhari')
    const code = await start(wall)
    const line = await openWeakLine(url)
    const phone = await joinAsGuest(devices, line.url, code, 'Fenna')
    const other = await joinAsGuest(devices, url, code, 'Joris')
    await onward(wall, 'Naar successen').click()
    await heading(phone, 'Successen').waitFor()

    line.cut()
    await phone.getByText('Geen verbinding.').waitFor()
    const offline = ['Zonder lijn één', 'Zonder lijn twee', 'Zonder lijn drie']
    for (const words of offline) await write(phone, words)
    await phone.locator('.card.waiting', { hasText: 'Zonder lijn drie' }).waitFor()
    await write(other, 'Met lijn')
    await wall.locator('#zone-successes').getByText('Met lijn').waitFor()
    expect(await wall.locator('#zone-successes').innerText()).not.toContain('Zonder lijn')
    // Meanwhile the session goes on without this phone.
    await onward(wall, 'Naar doelen').click()
    await heading(other, 'Doelen').waitFor()
    expect(await heading(phone, 'Successen').isVisible()).toBe(true)

    line.mend()
    await heading(phone, 'Doelen').waitFor({ timeout: 20_000 })
    await eventually(() => phone.locator('.waiting').count()).toBe(0)
    await phone.getByText('Geen verbinding.').waitFor({ state: 'hidden' })
    // Once each, and the same on every device.
    await onward(wall, 'Terug').click()
    for (const device of [wall, phone, other]) {
      const cards = device.locator('#zone-successes .card')
      const counts = () =>
        Promise.all([...offline, 'Met lijn'].map((words) => cards.filter({ hasText: words }).count()))
      await eventually(counts).toEqual([1, 1, 1, 1])
    }
    await line.close()
  }, 90_000)

  it('without script everything still works: start, join, check in, write, move, agree', async () => {
    const url = app().url
    const plain = { javaScriptEnabled: false }
    const wall = await atBoard(devices, url, 'Lars Nijland', 'Bovenbouw', plain)
    const code = await start(wall)
    const phone = await joinAsGuest(devices, url, code, 'Opa Piet', plain)

    await phone.getByRole('button', { name: 'Goed' }).click()
    await phone.getByText('Je keuze telt mee.').waitFor()
    await wall.getByRole('button', { name: 'Eén meer: Goed' }).click()
    await eventually(() => wall.locator('#zone-check-in .count').first().innerText()).toBe('1')
    await wall.getByText('1 telefoon koos').waitFor()

    await onward(wall, 'Naar successen').click()
    await phone.getByText(/leidt · stap 1 van 5|Stap 1 van 5/).click()
    await phone.getByRole('link', { name: 'Ververs' }).click()
    await write(phone, 'Het lukte met pen en papier')
    expect(new URL(phone.url()).pathname).toMatch(/\/session\/phone$/)
    await phone.getByText('Het lukte met pen en papier').waitFor()

    await onward(wall, 'Naar doelen').click()
    const reading = wall.locator('#zone-goals form.reading').first()
    await reading.getByRole('textbox').fill('3')
    await reading.getByRole('button', { name: /^Zet neer/ }).click()
    expect(new URL(wall.url()).pathname).toMatch(/\/session$/)
    await eventually(() => wall.locator('#zone-goals .count').first().innerText()).toMatch(/^3/)

    // Roles and times on a page of their own.
    await wall.goto(`${url}${demoBoard('Bovenbouw')}/session/settings`)
    await wall.getByLabel('Acties').fill('7')
    await wall.getByRole('button', { name: 'Bewaar de tijden' }).click()
    expect(await wall.getByLabel('Acties').inputValue()).toBe('7')
    const leader = await wall.getByLabel('Leider', { exact: true }).inputValue()
    await wall.locator(`button[name=absent][value="${leader}"]`).click()
    expect(await wall.getByLabel('Leider', { exact: true }).inputValue()).not.toBe(leader)

    await wall.goto(`${url}${demoBoard('Bovenbouw')}/session/finish`)
    await wall.getByRole('button', { name: 'Sluit de bordsessie' }).click()
    await wall.getByText('Het lukte met pen en papier').waitFor()
    expect(new URL(wall.url()).pathname).toMatch(/\/sessions\/[0-9a-f-]{36}$/)
    // The wall that stayed behind leads to the same page; the guest is told that it is over.
    await wall.goto(`${url}${demoBoard('Bovenbouw')}/session`)
    await heading(wall, /^Bordsessie van/).waitFor()
    await phone.reload()
    await phone.getByText('Bedankt voor het meedoen!').waitFor()
  }, 60_000)
})

async function write(phone: Page, words: string): Promise<void> {
  const zone = phone.locator('#zone-successes')
  await zone.getByLabel('Wat lukte er?').fill(words)
  await zone.getByRole('button', { name: 'Zet op het bord' }).click()
}
