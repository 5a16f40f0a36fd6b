import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { trustedHtml } from '../../app/platform/html/jsx-runtime.ts'
import { Timer } from '../../app/platform/ui/index.ts'
import { useBrowser } from '../browser.ts'
import { labPage, useLab } from './lab.ts'

/** A zone as the server renders it: some cards, a menu, a form to add and one to change. */
function zone(cards: readonly string[], goal = 'Doel'): string {
  const list = cards.map((card) => `<article class="card" id="${card}">${card}</article>`).join('')
  return `<section class="zone" id="zone"><h2>Acties</h2><div id="list">${list}</div>
    <details class="fold" id="fold"><summary>Meer</summary><p>Uitleg</p></details>
    <form method="post" action="/add" data-entry><label for="new">Nieuw</label><input class="utrecht-textbox" id="new" name="text"></form>
    <form method="post" action="/change" data-entry data-entry-keep><label for="goal">Doel</label><input class="utrecht-textbox" id="goal" name="goal" value="${goal}"><button>Bewaar</button></form></section>`
}

const replace = (html: string, action = 'replace') =>
  `<turbo-stream action="${action}" target="zone"><template>${html}</template></turbo-stream>`

/** Within the patience of a person; the first pause of the queue is one second. */
const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 8000 })

describe('a page that follows what others do', () => {
  const lab = useLab()
  const devices = useBrowser()

  async function follow(body = zone(['a'])): Promise<Page> {
    const children = trustedHtml(
      `<h1>Bord</h1><div data-controller="live" data-live-source-value="/live?view=desk&amp;after=3">${body}</div>`,
    )
    lab.pages.set('/', () => labPage({ title: 'Bord', children }))
    const page = await devices.open()
    await page.goto(lab.url)
    await eventually(() => lab.following).toBe(1)
    return page
  }

  it('shows what arrives', async () => {
    const page = await follow()
    lab.send(replace(zone(['a', 'b'])), 4)
    await page.locator('#b').waitFor()
    expect(lab.followed).toEqual(['3'])
  })

  it.each(['replace', 'remove'])(
    'leaves alone what somebody is typing when a fragment comes to %s it',
    async (action) => {
      const page = await follow()
      const field = page.getByLabel('Nieuw')
      await field.pressSequentially('half een zin')
      await page.keyboard.press('ArrowLeft')
      lab.send(
        action === 'remove' ? '<turbo-stream action="remove" target="zone"></turbo-stream>' : replace(zone(['a', 'b'])),
        4,
      )
      lab.send('<turbo-stream action="update" target="list"><template><i id="c">c</i></template></turbo-stream>', 5)
      await page.locator('#c').waitFor()
      await page.keyboard.type('!')
      expect(await field.inputValue()).toBe('half een zi!n')
    },
  )

  it('keeps a sentence that was begun in a field somebody left, and a menu that is open', async () => {
    const page = await follow()
    await page.getByLabel('Nieuw').fill('straks verder')
    await page.getByText('Meer').click()
    lab.send(replace(zone(['b'])), 4)
    await page.locator('#b').waitFor()
    expect(await page.getByLabel('Nieuw').inputValue()).toBe('straks verder')
    expect(await page.getByText('Uitleg').isVisible()).toBe(true)
  })

  it('puts the text back even where the whole form was made anew', async () => {
    const page = await follow()
    await page.getByLabel('Nieuw').fill('verhuisd')
    lab.send(
      replace(
        `<section id="zone"><div><form method="post" action="/add" data-entry><label>Nieuw<textarea name="text"></textarea></label></form></div></section>`,
      ),
      4,
    )
    await eventually(() => page.locator('textarea').inputValue()).toBe('verhuisd')
  })

  it('takes over what others changed in a field nobody touches, also after it was sent from here', async () => {
    const page = await follow()
    lab.send(replace(zone(['a'], 'Doel van Jan')), 4)
    const field = page.getByLabel('Doel')
    await eventually(() => field.inputValue()).toBe('Doel van Jan')
    await field.fill('Doel van mij')
    await page.getByRole('button', { name: 'Bewaar' }).click()
    await eventually(() => lab.written.length).toBe(1)
    expect(await field.inputValue()).toBe('Doel van mij')
    await page.getByRole('heading', { name: 'Bord' }).click()
    lab.send(replace(zone(['a'], 'Doel van Els')), 5)
    await eventually(() => field.inputValue()).toBe('Doel van Els')
  })

  it('goes on behind the last thing it saw when the line was cut', async () => {
    const page = await follow()
    lab.send(replace(zone(['b'])), 17)
    await page.locator('#b').waitFor()
    devices.allow(/ERR_|Failed to load/)
    lab.hangUp()
    await eventually(() => lab.followed).toEqual(['3', '17'])
    lab.send(replace(zone(['c'])), 18)
    await page.locator('#c').waitFor()
  })

  it('says that the line is gone, and that it is back', async () => {
    const page = await follow()
    devices.allow(/ERR_|Failed to load/)
    await page.context().setOffline(true)
    await page.getByText('Geen verbinding.').waitFor()
    await page.context().setOffline(false)
    await page.getByText('Geen verbinding.').waitFor({ state: 'hidden' })
    await eventually(() => lab.following).toBe(1)
  })

  it('counts down by the clock of the server', async () => {
    // The server's clock is an hour ahead of the device's.
    const now = new Date(Date.now() + 3_600_000)
    const timer = (ms: number) =>
      Timer({ locale: 'nl', id: 'timer', endsAt: new Date(now.getTime() + ms), now, until: '14:05' }).text
    const page = await follow(timer(222_000))
    const time = page.getByRole('timer')
    await eventually(() => time.textContent()).toMatch(/^3:4[12]/)
    await eventually(() => time.textContent()).toMatch(/^3:40/)
    lab.send(`<turbo-stream action="replace" target="timer"><template>${timer(-61_000)}</template></turbo-stream>`, 4)
    await eventually(() => time.textContent()).toMatch(/^\+1:0[1-9]/)
  })

  it('shows the end of the step where there is no script', async () => {
    const now = new Date()
    const children = Timer({ locale: 'nl', endsAt: now, now, until: '14:05' })
    lab.pages.set('/', () => labPage({ title: 'Bord', children }))
    const page = await devices.open({ javaScriptEnabled: false })
    await page.goto(lab.url)
    expect(await page.getByRole('timer').textContent()).toBe('tot 14:05')
  })
})
