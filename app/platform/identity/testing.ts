import { BlockList } from 'node:net'
import { tmpdir } from 'node:os'
import type { RawBuilder } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Database } from '../database/database.ts'
import { system } from '../database/scope.ts'
import type { Mail } from '../mail/mail.ts'
import { everyone } from '../web/access.ts'
import { createWeb } from '../web/create-web.ts'
import type { Route } from '../web/route.ts'
import type { Services, Settings } from '../web/services.ts'
import { authOf } from './auth/auth-of.ts'
import type { Viewer } from './viewer.ts'

export const testOrigin = 'http://localhost:3999'

export interface House {
  readonly services: Services
  /** Letters that would have gone out, oldest first. */
  readonly letters: readonly Mail[]
  /** Work that would be done in the background, oldest first. */
  readonly works: readonly { readonly name: string; readonly data: object }[]
  /** A browser of its own: keeps its cookies, follows nothing by itself. */
  browser(headers?: Readonly<Record<string, string>>): TestBrowser
  /** What handlers threw; a test expects none. */
  readonly faults: readonly unknown[]
}

export interface HouseParts {
  readonly database: Database
  readonly routes: readonly Route[]
  readonly settings?: Partial<Settings>
  readonly clock?: () => Date
}

/** The web of the house over some routes, without a server: requests go straight into it. */
export function openHouse({ database, routes, settings = {}, clock = () => new Date() }: HouseParts): House {
  const letters: Mail[] = []
  const works: { readonly name: string; readonly data: object }[] = []
  const faults: unknown[] = []
  const services: Services = {
    db: database,
    // Not used by the rooms that are tested this way: reaching for it is a bug that shows.
    get live(): never {
      throw new Error('No live streams in this test.')
    },
    jobs: {
      send: async (_trx, name, data) => void works.push({ name, data }),
      start: () => Promise.reject(new Error('No jobs run in this test.')),
      stop: () => Promise.reject(new Error('No jobs run in this test.')),
    },
    mailer: { send: async (_trx, mail) => void letters.push(mail) },
    clock,
    newId: uuidv7,
    settings: {
      origin: testOrigin,
      demo: false,
      version: 'test',
      secret: 'a secret of a test, 32 characters',
      ...settings,
    },
    assets: {},
    navigation: [],
    references: [],
    pointers: [],
  }
  const limits = { requestsPerMinute: Number.MAX_SAFE_INTEGER, trustedProxies: new BlockList() }
  const app = createWeb({
    services,
    routes: routes.map(({ perMinute: _, ...route }) => route),
    topics: [],
    assetFolder: tmpdir(),
    failed: (error) => faults.push(error),
    limits,
  })
  const browser = (headers: Readonly<Record<string, string>> = {}) =>
    new TestBrowser((path, init) => app.request(`${services.settings.origin}${path}`, init), headers)
  return { services, letters, works, faults, browser }
}

type Ask = (path: string, init: RequestInit) => Response | Promise<Response>

/** What a browser without script does: cookies, forms, and one redirect at a time. */
export class TestBrowser {
  readonly cookies = new Map<string, string>()
  readonly #ask: Ask
  readonly #headers: Readonly<Record<string, string>>

  constructor(ask: Ask, headers: Readonly<Record<string, string>>) {
    this.#ask = ask
    this.#headers = headers
  }

  get(path: string): Promise<Page> {
    return this.#send(path, { method: 'GET' })
  }

  /** What a browser asks before it lets a page of another site ask something. */
  preflight(path: string): Promise<Page> {
    return this.#send(path, { method: 'OPTIONS' })
  }

  /** Sends a form; a list becomes a field sent several times. */
  post(path: string, form: Readonly<Record<string, string | readonly string[]>> = {}): Promise<Page> {
    const body = new URLSearchParams()
    for (const [name, value] of Object.entries(form)) for (const each of [value].flat()) body.append(name, each)
    return this.#send(path, { method: 'POST', body })
  }

  /** Sends a form with files. */
  upload(path: string, body: FormData): Promise<Page> {
    return this.#send(path, { method: 'POST', body })
  }

  json(path: string, body: unknown): Promise<Page> {
    const headers = { 'content-type': 'application/json' }
    return this.#send(path, { method: 'POST', body: JSON.stringify(body), headers })
  }

  async #send(path: string, init: RequestInit & { headers?: Record<string, string> }): Promise<Page> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = {
      'sec-fetch-site': 'same-origin',
      'accept-language': 'en',
      'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
      ...(cookie === '' ? {} : { cookie }),
      ...this.#headers,
      ...init.headers,
    }
    const answer = await this.#ask(path, { ...init, headers })
    for (const line of answer.headers.getSetCookie()) this.#keep(line)
    const body = typographic(await answer.clone().text())
    return { status: answer.status, location: answer.headers.get('location'), body, answer }
  }

  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split(';')
    const name = pair.slice(0, pair.indexOf('='))
    if (attributes.some((attribute) => attribute.trim().toLowerCase() === 'max-age=0')) this.cookies.delete(name)
    else this.cookies.set(name, pair.slice(pair.indexOf('=') + 1))
  }
}

export interface Page {
  readonly status: number
  readonly location: string | null
  /** HTML with its dashes, quotes and ellipses as they are read, not as references. */
  readonly body: string
  /** Not read yet: for a file its bytes are there. */
  readonly answer: Response
}

/** Signs somebody in without their mailbox, with or without the second step. */
export async function signInForTest(house: House, userId: string, strong = true): Promise<TestBrowser> {
  const browser = house.browser()
  const { headers } = await authOf(house.services).api.startSession({
    body: { userId, secondFactorAt: strong ? house.services.clock() : null },
    headers: new Headers(),
    returnHeaders: true,
  })
  for (const line of headers.getSetCookie()) {
    const [pair = ''] = line.split(';')
    browser.cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
  }
  return browser
}

/** Answers who asks, as the handlers see it. */
export const whoRoute: Route = {
  method: 'GET',
  path: '/who',
  access: everyone,
  handle: (c) => c.json(c.var.visit.viewer),
}

export async function whoIs(browser: TestBrowser): Promise<Viewer> {
  // What whoRoute answered, one line above.
  return JSON.parse((await browser.get('/who')).body) as Viewer
}

/** The address in a letter. */
export function linkIn(letter: Mail | undefined): URL {
  const address = /https?:\S+/.exec(letter?.text ?? '')?.[0]
  if (address === undefined) throw new Error('There is no letter with a link.')
  return new URL(address)
}

/** Presses the button on the page behind a sign-in link. */
export function pressLink(browser: TestBrowser, link: URL): Promise<Page> {
  return browser.post('/sign-in/link', Object.fromEntries(link.searchParams))
}

/** What stands in tables that nobody but the system may see. */
export async function systemRows(database: Database, query: RawBuilder<unknown>): Promise<readonly unknown[]> {
  return (await database.run(system, (trx) => query.execute(trx))).rows
}

function typographic(html: string): string {
  return html.replace(/&#(8\d{3});/g, (_, code) => String.fromCharCode(Number(code)))
}
