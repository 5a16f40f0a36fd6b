import { describe, expect, it } from 'vitest'
import { trustedHtml } from '../../app/platform/html/jsx-runtime.ts'
import { Dialog, ErrorSummary, Menu } from '../../app/platform/ui/index.ts'
import { useBrowser } from '../browser.ts'
import { labPage, useLab } from './lab.ts'

describe('what helps a hand, a thumb and a keyboard', () => {
  const lab = useLab()
  const devices = useBrowser()
  const show = (path: string, html: string, more: object = {}) =>
    lab.pages.set(path, () => labPage({ title: path, ...more, children: trustedHtml(`<h1>${path}</h1>${html}`) }))

  const dialog = `<a href="#talk">Toon</a>${Dialog({ locale: 'nl', id: 'talk', title: 'Overleg', children: 'Even praten.' }).text}`

  it('a link to a dialog opens it as a window that holds the focus, and gives it back', async () => {
    show('/', dialog)
    const page = await devices.open()
    await page.goto(lab.url)
    await page.getByRole('link', { name: 'Toon' }).press('Enter')
    const sheet = page.getByRole('dialog', { name: 'Overleg' })
    await sheet.waitFor()
    expect(await page.evaluate(() => document.querySelector('dialog')?.matches(':modal'))).toBe(true)
    await page.keyboard.press('Escape')
    await sheet.waitFor({ state: 'hidden' })
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Toon')
    await page.getByRole('link', { name: 'Toon' }).click()
    await sheet.getByRole('link', { name: 'Sluiten' }).click()
    await sheet.waitFor({ state: 'hidden' })
  })

  it('the same link shows the dialog where there is no script', async () => {
    show('/', dialog)
    const page = await devices.open({ javaScriptEnabled: false })
    await page.goto(lab.url)
    await page.getByRole('link', { name: 'Toon' }).click()
    expect(await page.getByText('Even praten.').isVisible()).toBe(true)
    await page.getByRole('link', { name: 'Sluiten' }).click()
    expect(await page.getByText('Even praten.').isVisible()).toBe(false)
  })

  it('a menu closes on Escape and on a press elsewhere', async () => {
    show('/', Menu({ label: 'Meer', align: 'start', children: trustedHtml('<a href="/x">Aanpassen</a>') }).text)
    const page = await devices.open()
    await page.goto(lab.url)
    const item = page.getByRole('link', { name: 'Aanpassen' })
    await page.locator('main .menu summary').press('Enter')
    await item.waitFor()
    await page.keyboard.press('Escape')
    await item.waitFor({ state: 'hidden' })
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SUMMARY')
    await page.locator('main .menu summary').click()
    await item.waitFor()
    await page.getByRole('heading').click()
    await item.waitFor({ state: 'hidden' })
  })

  it('dragging sends what moved and before what it stands now', async () => {
    const items = ['a', 'b', 'c'].map(
      (id) => `<li class="card" data-id="${id}"><button data-reorder-target="handle" type="button">${id}</button></li>`,
    )
    const form = `<form data-reorder-target="form" method="post" action="/move" data-entry><input type="hidden" name="id"><input type="hidden" name="before"></form>`
    show('/', `<div data-controller="reorder"><ul class="cards">${items.join('')}</ul>${form}</div>`)
    const page = await devices.open()
    await page.goto(lab.url)
    const handle = (name: string) => page.getByRole('button', { name, exact: true })
    await drag('c', 'a')
    await expect.poll(() => lab.written.map(({ fields }) => fields)).toEqual([{ id: 'c', before: 'a' }])
    expect(await page.getByRole('listitem').allTextContents()).toEqual(['c', 'a', 'b'])
    await drag('c', 'b')
    await expect.poll(() => lab.written.at(-1)?.fields).toEqual({ id: 'c', before: '' })

    /** By pointer, from a handle to the far half of another item in that direction. */
    async function drag(from: string, to: string): Promise<void> {
      const [start, end] = [await handle(from).boundingBox(), await page.locator(`[data-id=${to}]`).boundingBox()]
      if (start === null || end === null) throw new Error('Nothing to drag.')
      await page.mouse.move(start.x + 5, start.y + 5)
      await page.mouse.down()
      await page.mouse.move(end.x + 40, start.y > end.y ? end.y + 4 : end.y + end.height - 4, { steps: 8 })
      await page.mouse.up()
    }
  })

  it('goes to the wall and back with its size, by Turbo', async () => {
    show('/', '<a href="/wall">Wand</a>')
    show('/wall', '<a href="/">Terug</a>', { size: 'wall' })
    const page = await devices.open()
    await page.goto(lab.url)
    await page.evaluate(() => Object.assign(window, { stayed: true }))
    const size = () => page.evaluate(() => document.documentElement.dataset.size)
    await page.getByRole('link', { name: 'Wand' }).click()
    await expect.poll(size).toBe('wall')
    await page.getByRole('link', { name: 'Terug' }).click()
    await expect.poll(size).toBeUndefined()
    expect(await page.evaluate(() => 'stayed' in window)).toBe(true)
  })

  it('puts the focus on what was wrong', async () => {
    show(
      '/',
      ErrorSummary({ title: 'Nog niet goed', problems: [{ field: 'due', message: 'Schrijf een datum.' }] }).text,
    )
    const page = await devices.open()
    await page.goto(lab.url)
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('errors')
  })
})
