import { describe, expect, it } from 'vitest'
import { useApp } from '../app-under-test.ts'
import { screens, useBrowser } from '../browser.ts'
import { demoBoard, signInAs } from '../person.ts'
import { atBoard, heading, joinAsGuest, signIn, start } from './session-room.ts'

describe('week after week', () => {
  const app = useApp('postgres')
  const devices = useBrowser()

  it('the roles go round: nobody leads again before everybody has led', async () => {
    const url = app().url
    const board = `${demoBoard('Middenbouw')}`
    const browser = await signInAs(url, 'Samira Mansouri')
    const leaders: string[] = []
    let size = 0
    for (let week = 0; week < 12; week++) {
      await browser.post(`${board}/session`, {})
      const { body } = await browser.get(`${board}/session/settings`)
      const [, options = ''] = /<select[^>]*id="role-leader"[^>]*>(.*?)<\/select>/s.exec(body) ?? []
      const [, leader = ''] = /value="([^"]+)" selected/.exec(options) ?? []
      size = [...options.matchAll(/<option value="[^"]+"/g)].length
      leaders.push(leader)
      await browser.post(`${board}/session/end`, {})
    }
    expect(size).toBeGreaterThan(6)
    // Whatever the demo's past was, from a full round on the order repeats.
    for (let from = 0; from + size <= leaders.length; from++) {
      expect(new Set(leaders.slice(from, from + size)).size).toBe(size)
    }
  }, 60_000)

  it('who is not there is passed over with one press, and somebody else can be chosen', async () => {
    const wall = await atBoard(devices, app().url, 'Lars Nijland', 'Bovenbouw')
    await start(wall)
    const names = () => wall.locator('.role b').allInnerTexts()
    const [leader = '', noteTaker = ''] = await names()
    await wall.locator('.role-menus summary').first().click()
    await wall.getByRole('button', { name: `${leader} is er niet` }).click()
    await expect.poll(names).not.toContain(leader)
    expect((await names())[1]).toBe(noteTaker)
    await wall.keyboard.press('Escape')
    await wall.locator('.role-menus summary').last().click()
    await wall.getByRole('button', { name: new RegExp(leader) }).click()
    await expect.poll(async () => (await names())[2]).toBe(leader)
  }, 60_000)

  it('somebody puts their actions in a calendar, and can make the address stop', async () => {
    const url = app().url
    const page = await devices.open({ viewport: screens.laptop })
    await signIn(page, url, 'Amina Boukhari', '/s/de-waterlelie/calendar')
    await page.getByText('Je hebt nog geen adres.').waitFor()
    await page.getByRole('button', { name: 'Maak een adres' }).click()
    const address = await page.getByLabel('Adres van je agenda').inputValue()
    const path = new URL(address).pathname
    expect(path).toMatch(/^\/calendar\/[A-Za-z0-9_-]{43}\.ics$/)
    // A calendar comes without a cookie.
    const feed = await fetch(url + path)
    expect(feed.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    const events = (await feed.text()).split('BEGIN:VEVENT').slice(1)
    expect(events.some((event) => /DTSTART;VALUE=DATE:\d{8}\r\n/.test(event))).toBe(true)
    expect(events.some((event) => /SUMMARY:Bordsessie Onderbouw\r\n/.test(event))).toBe(true)
    // What pupils should come to do stands on the board, not in somebody's calendar.
    expect(events.join('')).not.toContain('Kinderen vertellen een verhaal')

    await page.goto(`${url}/s/de-waterlelie/calendar`)
    expect(await page.content()).not.toContain(path)
    await page.getByRole('button', { name: 'Maak een nieuw adres' }).click()
    const next = new URL(await page.getByLabel('Adres van je agenda').inputValue()).pathname
    expect((await fetch(url + path)).status).toBe(404)
    expect((await fetch(url + next)).status).toBe(200)
    await page.getByText('Stop met de agenda').click()
    await page.getByRole('button', { name: 'Ja, stop' }).click()
    await page.getByText('Je hebt nog geen adres.').waitFor()
    expect((await fetch(url + next)).status).toBe(404)
  }, 60_000)

  it('a code that is mistyped or unknown is refused with what to do, and nothing typed is lost', async () => {
    devices.allow(/404|422/)
    const url = app().url
    const phone = await devices.open({ viewport: screens.phone })
    for (const [typed, says] of [
      ['KM0 71L', /zes letters en cijfers/],
      ['BCD 234', /kennen we niet/],
    ] as const) {
      await phone.goto(`${url}/m`)
      await phone.getByLabel('Welke code').fill(typed)
      await phone.getByRole('button', { name: 'Verder' }).click()
      await phone.getByRole('alert').getByText(says).waitFor()
      expect((await phone.getByLabel('Welke code').inputValue()).replace(' ', '')).toBe(typed.replace(' ', ''))
    }
  }, 60_000)

  it('a guest gets no further than the session: not to the school, not to its past, not to close it', async () => {
    devices.allow(/401|403|404/)
    const url = app().url
    const wall = await atBoard(devices, url, 'Amina Boukhari')
    const code = await start(wall)
    const guest = await joinAsGuest(devices, url, code, 'Fenna')
    const board = demoBoard('Onderbouw')
    for (const path of [
      `${board}/sessions`,
      `${board}/session/finish`,
      `${board}/session`,
      '/s/de-waterlelie/calendar',
    ]) {
      await guest.goto(url + path)
      expect(new URL(guest.url()).pathname, path).toBe('/sign-in')
    }
    const answer = await guest.context().request.post(`${url}${board}/session/end`, { headers: { origin: url } })
    expect(answer.status()).toBe(401)
    await guest.goto(`${url}${board}/session/phone`)
    await heading(guest, 'Hoe zit je erbij?').waitFor()
    // And to no other board.
    await guest.goto(`${url}${demoBoard('Bovenbouw')}/session/phone`)
    expect(await guest.getByRole('heading', { name: 'Hoe zit je erbij?' }).count()).toBe(0)
  }, 60_000)
})
