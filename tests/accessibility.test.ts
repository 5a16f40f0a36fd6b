import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { routes } from '../app/app.ts'
import { sampleLevels } from '../app/modules/results/published/sample-levels.ts'
import { until } from '../app/platform/jobs/testing.ts'
import { sampleRegister } from '../app/platform/organisations/register/sample-register.ts'
import { useApp } from './app-under-test.ts'
import { axe, sideways, violations } from './axe.ts'
import { screens, useBrowser } from './browser.ts'
import { demoBoard, signInAs } from './person.ts'

/**
 * Every page of the house, looked at with axe: in both languages, light and dark, at 320, 1280 and 1920 px. People of the
 * demo walk from the front door along every link, and through the doors below that no link leads to. One page for each
 * route; what is no page is named here with the reason.
 */
const noPage: Readonly<Record<string, string>> = {
  '/auth/': 'answers of the sign-in machinery',
  '/live/': 'a stream',
  '/health': 'for machines',
  '/ready': 'for machines',
  '/favicon.svg': 'a picture',
  '/manifest.webmanifest': 'for browsers',
  '/robots.txt': 'for machines',
  '/.well-known/': 'for machines',
  '/calendar/:file': 'a calendar feed',
  '/library/:shared/nl-lom.xml': 'a file',
  '/library/:shared/lesson.jsonld': 'a file',
  '/s/:organisation/library/:shared/nl-lom.xml': 'a file',
  '/s/:organisation/library/:shared/lesson.jsonld': 'a file',
  '/s/:organisation/visits/instruments/example.json': 'a file',
  '/admin/schools/imports/:import/report.csv': 'a file',
  '/results/rules/schools.csv': 'a file',
  '/results/rules/schools.xlsx': 'a file',
  '/results/rules/norms-today.json': 'a file',
  '/results/rules/norms-proposal.json': 'a file',
  '/admin/results/uploads/:upload/report.csv': 'a file',
  '/api/v1/': 'for programs',
  '/s/:organisation/lessons/:lesson/versions/:number/document': 'what the page of a lesson fetches',
  '/s/:organisation/references/': 'leads on to what it names; no module offers anything yet',
  '/sign-in/with/:provider': 'leads to another server; there is none in the demo',
}

/** Pages that are come to by a letter, a code, a press of a button or an address only. */
const doors = (board: string): readonly string[] => [
  '/offline',
  '/ui',
  '/ui/year',
  '/ui/forty',
  '/ui/wall',
  '/ui/phone',
  '/sign-in/link?token=unknown',
  '/sign-in/sent',
  '/invitation?token=unknown',
  '/second-step',
  '/second-step/app',
  '/second-step/set-up',
  '/second-step/recovery-codes',
  '/schools/98AA00',
  '/results/schools/98AA00',
  '/results/rules?reading=5',
  '/m/AAAAAA',
  '/k/AAAAAA',
  '/v',
  '/v/AAAAAA',
  '/admin/results',
  `${board}/actions/new`,
  `${board}/successes/new`,
  `${board}/plans/new`,
  `${board}/session`,
  `${board}/session/phone`,
  `${board}/session/settings`,
  `${board}/session/finish`,
  `/s/de-waterlelie/year/${nextSchoolYear()}/set-up`,
]

/** The year in which the next school year starts: it can be prepared, and the demo has not done so. */
function nextSchoolYear(): number {
  const now = new Date()
  return now.getFullYear() + (now.getMonth() >= 7 ? 1 : 0)
}

/** Who walks where. Each starts at the front door and follows every link, also those of the pages behind it. */
const walkers = [
  'Samira Mansouri',
  'Amina Boukhari',
  'Carla van Wijngaarden',
  'Noud Terpstra',
  'Gerda Plantinga',
] as const
const mostPages = 150

describe('every page', () => {
  const app = useApp()
  const devices = useBrowser()
  beforeAll(async () => {
    const teacher = await signInAs(app().url, 'Amina Boukhari')
    await teacher.post(`${demoBoard('Onderbouw')}/session`)
    const leader = await signInAs(app().url, 'Samira Mansouri')
    await leader.post('/s/de-waterlelie/results/tracks', { subject: 'arithmetic' })
    const list = sampleRegister([{ code: '98AA00', name: 'De Brug' }])
    const form = new FormData()
    form.set('file', new File([list], 'bo-2025.csv', { type: 'text/csv' }))
    const operator = await signInAs(app().url, 'Noud Terpstra')
    await operator.upload('/admin/schools', form)
    const results = new FormData()
    results.set('file', new File([sampleLevels([{ code: '98AA00' }])], 'levels.csv', { type: 'text/csv' }))
    const { location } = await operator.upload('/admin/results', results)
    await until(async () => (await operator.get(location ?? '')).body.includes('is geladen'))
  })

  it.each([...walkers, null])(
    'is accessible for %s',
    async (walker) => {
      const paths = await pagesOf(app().url, walker)
      // Codes and letters that are unknown are answered with a page that says so: a 404 is what these are about.
      devices.allow(/status of 4\d\d/)
      const complaints: string[] = []
      for (const locale of ['nl-NL', 'en-GB'] as const) {
        const page = await devices.open({ locale, bypassCSP: true, reducedMotion: 'reduce' })
        if (walker !== null) await enter(page, app().url, walker)
        for (const path of paths) {
          await page.goto(app().url + path)
          await page.evaluate(axe)
          for (const colorScheme of ['light', 'dark'] as const) {
            for (const viewport of Object.values(screens)) {
              await page.emulateMedia({ colorScheme })
              await page.setViewportSize(viewport)
              await settled(page)
              const found = [
                ...(await violations(page)),
                ...(await sideways(page)).map((what) => `sticks out: ${what}`),
              ]
              complaints.push(...found.map((what) => `${path} ${locale} ${colorScheme} ${viewport.width}: ${what}`))
            }
          }
        }
        await page.context().close()
      }
      expect(complaints).toEqual([])
    },
    900_000,
  )

  it('finds a page of every route that has one', async () => {
    const found = new Set<string>()
    for (const walker of [...walkers, null]) {
      for (const route of (await walk(app().url, walker)).routes) found.add(route)
    }
    const missing = routes
      .filter(({ method, path }) => method === 'GET' && !isNamed(path) && !found.has(path))
      .map(({ path }) => path)
    expect(missing).toEqual([])
  }, 120_000)
})

/** Waits until the page is drawn in its new size and colours, also where those glide. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((drawn) => requestAnimationFrame(drawn))
    await frame()
    await frame()
    await Promise.allSettled(document.getAnimations().map((animation) => animation.finished))
    await frame()
  })
}

/** The pages that this walker is the first to find: each route is looked at once, refusals once for each status. */
async function pagesOf(url: string, walker: (typeof walkers)[number] | null): Promise<readonly string[]> {
  const order = [...walkers, null]
  const before = new Set<string>()
  for (const earlier of order.slice(0, order.indexOf(walker))) {
    for (const path of (await walk(url, earlier)).pages) before.add(routeOf(path) ?? path)
  }
  return (await walk(url, walker)).pages.filter((path) => !before.has(routeOf(path) ?? path))
}

async function enter(page: Page, url: string, name: string): Promise<void> {
  await page.goto(`${url}/sign-in`)
  await page.getByRole('button', { name }).click()
  await page.waitForURL((at) => at.pathname !== '/sign-in')
}

interface Walk {
  /** One page for each route that has pages, in the order of finding. */
  readonly pages: readonly string[]
  /** The patterns of all routes that were tried, also those that lead on or answer with a file. */
  readonly routes: ReadonlySet<string>
}

async function walk(url: string, walker: string | null): Promise<Walk> {
  const browser = walker === null ? null : await signInAs(url, walker)
  const get = async (path: string) => {
    if (browser !== null) return browser.get(path)
    const response = await fetch(url + path, { redirect: 'manual' })
    return { status: response.status, body: await response.text(), location: response.headers.get('location') }
  }
  const ofRoute = new Map<string, string>()
  const refusals = new Map<number, string>()
  const tried = new Set<string>()
  const ahead = ['/', ...doors(demoBoard('Onderbouw'))]
  const seen = new Set<string>(ahead)
  while (ahead.length > 0 && tried.size < mostPages) {
    const path = ahead.shift() ?? '/'
    const route = routeOf(path)
    if (route === null || isNamed(route) || ofRoute.has(route)) continue
    const { status, body, location } = await get(path)
    tried.add(route)
    const isPage = body.startsWith('<!doctype html>')
    // A page that says no is looked at as well, but another of its route goes on being looked for.
    if (isPage && status < 400) ofRoute.set(route, path)
    else if (isPage && !refusals.has(status)) refusals.set(status, path)
    for (const link of [location ?? '', ...linksIn(body)]) {
      const at = link.startsWith(url) ? link.slice(url.length) : link
      if (!at.startsWith('/') || seen.has(at)) continue
      seen.add(at)
      ahead.push(at)
    }
  }
  return { pages: [...ofRoute.values(), ...refusals.values()], routes: tried }
}

function linksIn(html: string): readonly string[] {
  return [...html.matchAll(/<a [^>]*?href="([^"#]+)/g)].map((match) => (match[1] ?? '').replaceAll('&amp;', '&'))
}

/** The pattern of the route that answers a path: the one with the fewest parameters. */
function routeOf(path: string): string | null {
  const { pathname } = new URL(path, 'http://localhost')
  const fitting = routes.filter((route) => {
    const pattern = route.path.replace(/:(\w+)(\{[^}]*\})?/g, '[^/]+')
    return route.method === 'GET' && new RegExp(`^${pattern}$`).test(pathname)
  })
  return fitting.sort((a, b) => (a.path.match(/:/g)?.length ?? 0) - (b.path.match(/:/g)?.length ?? 0))[0]?.path ?? null
}

function isNamed(route: string): boolean {
  return Object.keys(noPage).some((start) => route.startsWith(start))
}
