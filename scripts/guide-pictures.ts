import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { demoId, demoTeam, deWaterlelie } from '../app/platform/identity/demo-people.ts'
import { launchChromium } from '../tests/chromium.ts'
import { startServer } from '../tests/server-process.ts'
import { buildAll } from './build.ts'

// `node scripts/guide-pictures.ts`: takes the pictures under docs/guide/ of the demo, as its people see it.

const folder = join(import.meta.dirname, '../docs/guide')
const team = demoTeam(deWaterlelie, 'Onderbouw')
const school = `/s/${deWaterlelie.slug}`
const board = `${school}/boards/${demoId(`board ${team.id} improvement`)}`

const screens = {
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true },
  laptop: { viewport: { width: 1280, height: 800 } },
  wall: { viewport: { width: 1920, height: 1080 } },
} as const

interface Picture {
  readonly name: string
  readonly screen: keyof typeof screens
  /** Who looks, by the name on the sign-in page; nobody where left out. */
  readonly as?: string
  /** Walks to what is shown. */
  readonly go: (page: Page) => Promise<unknown>
}

const pictures: readonly Picture[] = [
  { name: 'front-door', screen: 'laptop', go: (page) => page.goto('/') },
  { name: 'year-board', screen: 'laptop', as: 'Samira Mansouri', go: (page) => page.goto(`${school}/year`) },
  { name: 'year-board', screen: 'phone', as: 'Samira Mansouri', go: (page) => page.goto(`${school}/year`) },
  { name: 'school', screen: 'laptop', as: 'Samira Mansouri', go: (page) => page.goto(school) },
  {
    name: 'governing-body',
    screen: 'laptop',
    as: 'Carla van Wijngaarden',
    go: (page) => page.goto('/s/het-stroomdal'),
  },
  { name: 'board', screen: 'laptop', as: 'Amina Boukhari', go: (page) => page.goto(board) },
  { name: 'board', screen: 'phone', as: 'Amina Boukhari', go: (page) => page.goto(board) },
  { name: 'session-check-in', screen: 'wall', as: 'Amina Boukhari', go: startSession },
  {
    name: 'check-in',
    screen: 'phone',
    as: 'Amina Boukhari',
    go: (page) => startSession(page).then(() => page.goto(`${new URL(page.url()).pathname}/phone`)),
  },
  {
    name: 'session-goals',
    screen: 'wall',
    as: 'Amina Boukhari',
    go: (page) => startSession(page).then(() => step(page, 3)),
  },
]

/** Starts the session of the board, or joins the one that was started for an earlier picture. */
async function startSession(page: Page): Promise<void> {
  await page.goto(board)
  const start = page.locator('#zone-session button[class*=primary]')
  if ((await start.count()) === 0) await page.goto(`${board}/session`)
  else await start.click()
  await page.waitForURL('**/session')
}

async function step(page: Page, number: number): Promise<void> {
  await page
    .locator('.steps > li')
    .nth(number - 1)
    .click()
  await page
    .locator('.steps > li')
    .nth(number - 1)
    .locator('[aria-current]')
    .waitFor()
}

async function take(
  browser: Browser,
  url: string,
  { name, screen, as, go }: Picture,
  colorScheme: 'light' | 'dark',
): Promise<void> {
  const context = await browser.newContext({
    ...screens[screen],
    baseURL: url,
    colorScheme,
    locale: 'nl-NL',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  if (as !== undefined) {
    await page.goto('/sign-in')
    const signedIn = page.waitForResponse((response) => response.url().endsWith('/sign-in/as'))
    await page.getByRole('button', { name: as }).click()
    await signedIn
  }
  await go(page)
  await page.evaluate(() => document.fonts.ready)
  await page.waitForTimeout(600)
  const file = `${name}-${screen}-${colorScheme}.png`
  await page.screenshot({ path: join(folder, file) })
  process.stdout.write(`${file}\n`)
  await context.close()
}

await buildAll()
await mkdir(folder, { recursive: true })
const data = await mkdtemp(join(tmpdir(), 'kantelpunt-guide-'))
const server = await startServer({ KANTELPUNT_DEMO: '1', KANTELPUNT_DATA: data })
const browser = await launchChromium()
try {
  for (const picture of pictures)
    for (const colours of ['light', 'dark'] as const) await take(browser, server.url, picture, colours)
} finally {
  await browser.close()
  await server.stop()
  await rm(data, { recursive: true, force: true })
}
