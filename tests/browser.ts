import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { launchChromium } from './chromium.ts'

/** Sizes that the house is made for, in CSS pixels. */
export const screens = {
  phone: { width: 320, height: 640 },
  laptop: { width: 1280, height: 800 },
  wall: { width: 1920, height: 1080 },
} as const

export interface Devices {
  /** A device of its own: a page with its own cookies, gone after the test. A person with two tabs is one device. */
  open(options?: BrowserContextOptions): Promise<Page>
  /**
   * Lets a complaint pass in the running test, where it is what the test is about: a page that answers 404 makes the
   * browser complain on its console, and so does a connection that the test has cut.
   */
  allow(complaint: RegExp): void
}

/**
 * A browser for the tests of this file, with as many devices as a story needs. A test fails when any page of it logs an
 * error, throws, or asks for something from outside this machine.
 */
export function useBrowser(): Devices {
  let browser: Browser | undefined
  const contexts = new Set<BrowserContext>()
  let complaints: string[] = []
  let allowed: RegExp[] = []

  beforeAll(async () => {
    browser = await launchChromium()
  }, 300_000)
  afterAll(() => browser?.close())
  afterEach(async () => {
    for (const context of contexts) await context.close()
    contexts.clear()
    const unexpected = complaints.filter((complaint) => !allowed.some((pattern) => pattern.test(complaint)))
    complaints = []
    allowed = []
    expect(unexpected, 'complaints of the browser').toEqual([])
  })

  return {
    allow: (complaint) => {
      allowed.push(complaint)
    },
    open: async (options = {}) => {
      if (browser === undefined) throw new Error('The browser is open inside tests and hooks only.')
      const context = await browser.newContext({ locale: 'nl-NL', timezoneId: 'Europe/Amsterdam', ...options })
      contexts.add(context)
      context.setDefaultTimeout(10_000)
      listen(context, (complaint) => complaints.push(complaint))
      return context.newPage()
    },
  }
}

function listen(context: BrowserContext, complain: (complaint: string) => void): void {
  context.on('console', (message) => {
    if (message.type() === 'error') complain(`console.error on ${message.location().url}: ${message.text()}`)
  })
  context.on('weberror', (error) => complain(`thrown on ${error.page()?.url()}: ${error.error().stack}`))
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url())
    const inside =
      ['data:', 'blob:', 'about:'].includes(protocol) || ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
    if (!inside) complain(`request to outside: ${request.url()}`)
  })
}
