import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { createRequire } from 'node:module'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { screens, useBrowser } from './browser.ts'

const font = createRequire(import.meta.resolve('../app/package.json')).resolve(
  '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
)
const styles = `
  @font-face { font-family: Atkinson; src: url(/font.woff2) format('woff2'); font-weight: 200 800 }
  body { font: 40px Atkinson; margin: 0; background: white; color: black }
  @media (prefers-color-scheme: dark) { body { background: black; color: white } }`

let server: Server
let url: string
beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/font.woff2') response.writeHead(200, { 'content-type': 'font/woff2' }).end(readFileSync(font))
    else
      response.writeHead(200, { 'content-type': 'text/html' }).end(`<style>${styles}</style><h1>Hoe zit je erbij?</h1>`)
  })
  await new Promise<void>((done) => server.listen(0, 'localhost', done))
  const address = server.address()
  url = `http://localhost:${typeof address === 'object' ? address?.port : ''}/`
})
afterAll(() => server.close())

describe('the browser of the tests', () => {
  const devices = useBrowser()

  it('draws our font, light and dark', async () => {
    const pictures = new Set<string>()
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await devices.open({ viewport: screens.phone, colorScheme })
      await page.goto(url)
      expect(await page.evaluate(async () => (await document.fonts.ready).check('40px Atkinson'))).toBe(true)
      expect(await page.evaluate(() => [...document.fonts].map(({ status }) => status))).toEqual(['loaded'])
      pictures.add((await page.screenshot()).toString('base64'))
    }
    expect(pictures.size).toBe(2)
  })

  it('gives every device its own cookies', async () => {
    const [one, other] = await Promise.all([devices.open(), devices.open()])
    await one.goto(url)
    await other.goto(url)
    await one.evaluate(() => {
      // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is not on every page.
      document.cookie = 'team=1'
    })
    expect(await one.evaluate(() => document.cookie)).toBe('team=1')
    expect(await other.evaluate(() => document.cookie)).toBe('')
  })
})

describe('a page that misbehaves', () => {
  const devices = useBrowser()
  // These fail in the hook that closes the devices: that is what they are here to show.
  it.fails.each([
    ['logs an error', `console.error('wrong')`],
    ['throws', `setTimeout(() => { throw new Error('wrong') })`],
    ['asks for something from outside', `fetch('http://example.org/').catch(() => {})`],
  ])('fails its test when it %s', async (_what, script) => {
    const page = await devices.open()
    await page.goto(url)
    await page.addScriptTag({ content: script })
    await page.waitForTimeout(100)
    expect(page.url()).toBe(url)
  })
})
