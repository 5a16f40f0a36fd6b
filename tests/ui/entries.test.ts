import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { type Html, trustedHtml } from '../../app/platform/html/jsx-runtime.ts'
import { OfflinePage } from '../../app/platform/ui/offline-page.tsx'
import { useBrowser } from '../browser.ts'
import { labPage, useLab } from './lab.ts'

const form = `<form id="add" method="post" action="/successes" data-entry="list"><label for="text">Succes</label><textarea id="text" name="text" data-entry-text required></textarea><button>Zet op het bord</button></form>`
const tick = `<form id="ticks" method="post" action="/actions" data-entry></form><article class="card" id="action"><button class="tick" form="ticks" name="done" value="7" aria-label="Klaar"></button></article>`
const board = (cards = ''): Html => trustedHtml(`<h1>Bord</h1><div id="list">${cards}</div>${form}${tick}`)

const append = (text: string | undefined) =>
  `<turbo-stream action="append" target="list"><template><article class="card" id="s-${text}">${text}</article></template></turbo-stream>`

/** Within the patience of a person; the first pause of the queue is one second. */
const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 8000 })

describe('what is written on a bad network', () => {
  const lab = useLab()
  const devices = useBrowser()

  async function open(owner = 'samira', device?: Page): Promise<Page> {
    lab.pages.set('/', () => labPage({ frame: { owner }, title: 'Bord', children: board() }))
    lab.fragments = ({ text }) => (text === undefined ? '' : append(text))
    // A cut line is what these stories are about.
    devices.allow(/Failed to load resource|ERR_/)
    const page = device ?? (await devices.open())
    await page.goto(lab.url)
    return page
  }

  async function write(page: Page, text: string): Promise<void> {
    await page.getByLabel('Succes').fill(text)
    await page.getByRole('button', { name: 'Zet op het bord' }).click()
  }

  const texts = () => lab.written.map(({ fields }) => fields.text)
  const banner = (page: Page) => page.getByText('Geen verbinding.')

  it('goes at once on a good one, and leaves the form ready for the next', async () => {
    const page = await open()
    await write(page, 'Yara legde het uit')
    await page.locator('#list .card', { hasText: 'Yara' }).and(page.locator('[id]')).waitFor()
    expect(await page.locator('.card', { hasText: 'Yara' }).count()).toBe(1)
    expect(await page.getByLabel('Succes').inputValue()).toBe('')
    expect(lab.written).toHaveLength(1)
    expect(lab.written[0]?.op).toMatch(/^[0-9a-f-]{14}7/)
    expect(await page.evaluate(() => localStorage.length)).toBe(1)
  })

  it('waits on the device, says so, and goes by itself once each and in order when the line is back', async () => {
    const page = await open()
    await page.context().setOffline(true)
    await banner(page).waitFor()
    for (const text of ['een', 'twee', 'drie']) await write(page, text)
    await page.locator('.card.waiting', { hasText: 'drie' }).waitFor()
    expect(await page.locator('.card.waiting').allInnerTexts()).toEqual(
      ['een', 'twee', 'drie'].map((text) => expect.stringContaining(text)),
    )
    expect(lab.attempts).toBe(0)

    await page.context().setOffline(false)
    await eventually(texts).toEqual(['een', 'twee', 'drie'])
    await eventually(() => page.locator('.waiting').count()).toBe(0)
    expect(await page.locator('#list .card').allInnerTexts()).toEqual(['een', 'twee', 'drie'])
    await banner(page).waitFor({ state: 'hidden' })
    // The first waited longest; the server can tell without trusting the device's clock.
    expect(lab.written.every(({ age }) => age >= 0 && age < 60_000)).toBe(true)
  })

  it('survives closing the tab: another page of the same person sends it', async () => {
    const page = await open()
    lab.manner = 'away'
    await write(page, 'niet kwijt')
    await eventually(() => lab.attempts).toBeGreaterThan(0)
    const context = page.context()
    await page.close()
    lab.manner = 'fine'
    await open('samira', await context.newPage())
    await eventually(texts).toEqual(['niet kwijt'])
  })

  it('is done once when the answer was lost', async () => {
    const page = await open()
    lab.manner = 'lost'
    await write(page, 'eenmaal')
    await eventually(texts).toEqual(['eenmaal'])
    await page.locator('.card.waiting').waitFor()
    lab.manner = 'fine'
    await eventually(() => page.locator('.waiting').count()).toBe(0)
    expect(lab.attempts).toBeGreaterThan(1)
    expect(texts()).toEqual(['eenmaal'])
  })

  it('takes the page of a wifi hotspot for no answer', async () => {
    const page = await open()
    lab.manner = 'hotspot'
    await write(page, 'op het schoolplein')
    await eventually(() => lab.attempts).toBe(1)
    await page.locator('.card.waiting').waitFor()
    lab.manner = 'fine'
    await eventually(texts).toEqual(['op het schoolplein'])
  })

  it('shows what was refused with the server’s words, and lets it be written again', async () => {
    const page = await open()
    lab.manner = 'refuse'
    await write(page, 'te laat')
    const card = page.getByRole('alert')
    await card.waitFor()
    expect(await card.textContent()).toContain('De sessie is al gesloten.')
    await page.reload()
    await card.getByRole('button', { name: 'Pas het aan' }).click()
    expect(await page.getByLabel('Succes').inputValue()).toBe('te laat')
    expect(await card.count()).toBe(0)
    lab.manner = 'fine'
    await write(page, 'op tijd')
    await eventually(texts).toEqual(['op tijd'])
  })

  it('keeps everything when the person was signed out, and says how to go on', async () => {
    const page = await open()
    lab.manner = 'signed-out'
    await write(page, 'wie ben ik')
    await page.getByText('Je bent uitgelogd.').waitFor()
    lab.manner = 'fine'
    await page.reload()
    await eventually(texts).toEqual(['wie ben ik'])
  })

  it('is never sent by another person on the same device', async () => {
    const page = await open('samira')
    lab.manner = 'away'
    await write(page, 'van Samira')
    await eventually(() => lab.attempts).toBeGreaterThan(0)
    await open('jan', page)
    lab.manner = 'fine'
    await write(page, 'van Jan')
    await eventually(texts).toEqual(['van Jan'])
    expect(await page.getByText('van Samira').count()).toBe(0)
    await open('samira', page)
    await eventually(texts).toEqual(['van Jan', 'van Samira'])
  })

  it('is sent by one of two tabs, once', async () => {
    const one = await open()
    lab.manner = 'away'
    await write(one, 'a')
    await write(one, 'b')
    const other = await open('samira', await one.context().newPage())
    await write(other, 'c')
    lab.manner = 'fine'
    await eventually(texts).toEqual(['a', 'b', 'c'])
    await eventually(() => one.locator('.waiting').count()).toBe(0)
    await eventually(() => other.locator('.waiting').count()).toBe(0)
  })

  it('marks a card whose button was pressed, with the button’s value in what is sent', async () => {
    const page = await open()
    lab.manner = 'away'
    await page.getByRole('button', { name: 'Klaar' }).click()
    await page.locator('#action.waiting').waitFor()
    lab.manner = 'fine'
    await eventually(() => lab.written.map(({ path, fields }) => [path, fields])).toEqual([['/actions', { done: '7' }]])
    await eventually(() => page.locator('.waiting').count()).toBe(0)
  })

  it('can be seen on the page that is shown without a connection', async () => {
    lab.pages.set('/offline', () =>
      labPage({ frame: { owner: null }, chrome: 'bare', title: 'Weg', children: OfflinePage({ locale: 'nl' }) }),
    )
    const page = await open()
    await page.evaluate(() => navigator.serviceWorker.ready)
    await page.context().setOffline(true)
    await write(page, 'staat hier nog')
    await page.locator('.card.waiting').waitFor()
    await page.reload()
    await page.getByRole('heading', { name: 'Je bent even zonder verbinding' }).waitFor()
    expect(await page.getByRole('listitem').allInnerTexts()).toEqual(['staat hier nog'])
    await page.context().setOffline(false)
    // The page goes on by itself.
    await eventually(texts).toEqual(['staat hier nog'])
  })
})
