import type { Page } from 'playwright-core'
import type { Devices } from '../browser.ts'
import { screens } from '../browser.ts'
import { demoBoard } from '../person.ts'

/** The devices of a team that stands at its board, for the stories of a board session. */

/** Somebody of the demo at a device of their own, on the board of a team. */
export async function atBoard(
  devices: Devices,
  url: string,
  name: string,
  team = 'Onderbouw',
  more: object = {},
): Promise<Page> {
  const page = await devices.open({ viewport: screens.wall, ...more })
  await signIn(page, url, name, demoBoard(team))
  return page
}

export async function signIn(page: Page, url: string, name: string, to: string): Promise<void> {
  await page.goto(`${url}/sign-in?to=${encodeURIComponent(to)}`)
  await page.getByRole('button', { name: new RegExp(name) }).click()
  await page.waitForURL((at) => at.pathname === to)
}

/** Starts a session on the big screen; resolves to its code, as it is shown. */
export async function start(wall: Page): Promise<string> {
  await wall.getByRole('button', { name: 'Start bordsessie' }).click()
  await wall.waitForURL(/\/session$/)
  return (await wall.locator('.code').innerText()).trim()
}

/** A guest of the team, who types the code and a name. */
export async function joinAsGuest(
  devices: Devices,
  url: string,
  code: string,
  name: string,
  more: object = {},
): Promise<Page> {
  const phone = await devices.open({ viewport: screens.phone, hasTouch: true, ...more })
  await phone.goto(`${url}/m`)
  await phone.getByLabel('Welke code staat op het grote scherm?').fill(code)
  await phone.getByRole('button', { name: 'Verder' }).click()
  await phone.getByLabel('Hoe heet je?').fill(name)
  await phone.getByRole('button', { name: 'Doe mee als gast' }).click()
  await phone.waitForURL(/\/session\/phone$/)
  return phone
}

/** The button at the foot of the wall that goes to a step. */
export function onward(wall: Page, to: string) {
  return wall.locator('.session-stand').getByRole('button', { name: to })
}

/** The heading of the step that a phone shows. */
export function heading(phone: Page, name: string | RegExp) {
  return phone.getByRole('heading', { level: 1, name })
}
