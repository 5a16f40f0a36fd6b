import type { Page } from 'playwright-core'
import type { Devices } from '../browser.ts'
import { screens } from '../browser.ts'
import { signIn } from './session-room.ts'

/** What the stories of the year board share. */

/** The year in which the next school year starts. The demo has no year board for it, and nothing in it has begun. */
export function nextYear(): number {
  const now = new Date()
  return now.getFullYear() + (now.getMonth() >= 7 ? 1 : 0)
}

export function yearPage(school: string, year = nextYear()): string {
  return `/s/${school}/year/${year}`
}

/** Somebody of the demo on the year board of a school, at a device of their own. */
export async function atYear(
  devices: Devices,
  url: string,
  name: string,
  school = 'de-waterlelie',
  more: object = {},
): Promise<Page> {
  const page = await devices.open({ viewport: screens.laptop, ...more })
  await signIn(page, url, name, yearPage(school))
  return page
}

/** Sets up the year board of the next school year as a leader would: write the ambition, save. */
export async function setUpYear(page: Page, themes: readonly string[] = []): Promise<void> {
  await page.getByRole('link', { name: 'Zet het jaarbord op' }).click()
  await page.getByLabel('Onze ambitie').fill('Elk kind ziet wat het al kan')
  for (const [index, theme] of themes.entries()) await page.locator(`#theme${index + 1}`).fill(theme)
  await page.getByRole('button', { name: 'Zet het jaarbord op' }).click()
  await page.getByRole('heading', { level: 1, name: 'Elk kind ziet wat het al kan' }).waitFor()
}

/** The card of one of the five places in the year. */
export function card(page: Page, number: number) {
  return page.locator(`#period-${nextYear()}-${number}`)
}

/** The themes in the order of the year, as they stand on the cards. */
export async function themes(page: Page): Promise<readonly string[]> {
  return (await page.locator('.year .period h2').allInnerTexts()).map((text) => text.replaceAll('\n', ' '))
}
