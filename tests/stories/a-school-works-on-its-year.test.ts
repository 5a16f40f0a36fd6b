import { beforeAll, describe, expect, it } from 'vitest'
import { useApp } from '../app-under-test.ts'
import { screens, useBrowser } from '../browser.ts'
import { signInAs } from '../person.ts'
import { signIn } from './session-room.ts'
import { atYear, card, nextYear, themes, yearPage } from './year-room.ts'

describe('a school works on its year', () => {
  const app = useApp()
  const devices = useBrowser()

  // Leader, coach and teacher of one school, on the year board of the school year to come.
  beforeAll(async () => {
    const leader = await signInAs(app().url, 'Samira Mansouri')
    const { body } = await leader.get(`${yearPage('de-waterlelie')}/set-up`)
    const fields = [...body.matchAll(/name="((?:starts|ends)On\d)"[^>]*value="([^"]+)"/g)]
    const dates = Object.fromEntries(fields.map(([, name = '', value = '']) => [name, value]))
    const { status } = await leader.post(`${yearPage('de-waterlelie')}/set-up`, {
      ...dates,
      region: 'noord',
      ambition: 'Wij leren hardop',
      theme1: 'Alfa',
      theme2: 'Beta',
      theme3: 'Gamma',
    })
    expect(status).toBe(303)
  }, 60_000)

  it('leader and coach write at once, field by field, and each sees the other; a teacher reads along', async () => {
    const url = app().url
    const leader = await atYear(devices, url, 'Samira Mansouri')
    const coach = await atYear(devices, url, 'Wouter Hoekstra')
    const teacher = await atYear(devices, url, 'Amina Boukhari', 'de-waterlelie', { viewport: screens.phone })
    await leader.locator('#present').getByTitle('Wouter Hoekstra').waitFor()

    // The coach has a form open and is typing; the leader changes another field of the same theme.
    await card(coach, 2).getByLabel('Meer over periode 2').click()
    await card(coach, 2).getByRole('link', { name: 'Aanpassen' }).click()
    await coach.getByLabel('Toelichting').fill('Met de pabo erbij')
    await card(leader, 2).getByLabel('Meer over periode 2').click()
    await card(leader, 2).getByRole('link', { name: 'Aanpassen' }).click()
    await leader.getByLabel('Thema', { exact: true }).fill('Beter luisteren')
    await leader.getByRole('button', { name: 'Bewaar' }).click()
    for (const page of [leader, coach, teacher]) {
      await card(page, 2).getByRole('heading', { name: 'Beter luisteren' }).waitFor()
    }
    expect(await coach.getByLabel('Toelichting').inputValue()).toBe('Met de pabo erbij')
    await coach.getByRole('button', { name: 'Bewaar' }).click()
    for (const page of [leader, coach, teacher]) {
      await card(page, 2).getByText('Met de pabo erbij').waitFor()
      await card(page, 2).getByRole('heading', { name: 'Beter luisteren' }).waitFor()
    }

    await leader.getByRole('link', { name: 'Pas de ambitie aan' }).click()
    await leader.getByLabel('Onze ambitie').fill('Wij leren hardop, elke dag')
    await leader.getByRole('button', { name: 'Bewaar' }).click()
    for (const page of [leader, coach, teacher]) {
      await page.getByRole('heading', { level: 1, name: 'Wij leren hardop, elke dag' }).waitFor()
    }
    expect(await teacher.getByLabel(/^Meer over periode/).count()).toBe(0)
    expect(await teacher.getByRole('link', { name: 'Pas de ambitie aan' }).count()).toBe(0)
  }, 60_000)

  it('themes change places by dragging and by menu, and what has begun stays where it is', async () => {
    const url = app().url
    const leader = await atYear(devices, url, 'Samira Mansouri')
    const teacher = await atYear(devices, url, 'Lars Nijland')
    const before = await themes(leader)
    const [, , third, fourth] = before

    await drag(3, 4)
    await card(leader, 4)
      .getByRole('heading', { name: third ?? '' })
      .waitFor()
    expect((await themes(leader)).slice(2, 4)).toEqual([fourth, third])
    // A teacher reads 'no theme yet' where a leader is asked to choose one.
    await card(teacher, 4)
      .getByRole('heading', { name: third ?? '' })
      .waitFor()

    await card(leader, 4).getByLabel('Meer over periode 4').click()
    await card(leader, 4)
      .getByRole('button', { name: /^Ruil met periode 3/ })
      .click()
    await card(leader, 3)
      .getByRole('heading', { name: third ?? '' })
      .waitFor()
    expect(await themes(leader)).toEqual(before)

    // The first one begins; a colleague whose page still offered to move it is told why not.
    await leader.goto(`${url}${yearPage('de-waterlelie')}?edit=1`)
    await leader.getByLabel('uitvoering').check()
    await leader.getByRole('button', { name: 'Bewaar' }).click()
    await card(leader, 1).getByLabel('Meer over periode 1').click()
    await card(leader, 1).getByText('Dit thema is begonnen en blijft staan.').waitFor()
    expect(await card(leader, 1).locator('.handle').count()).toBe(0)
    const late = await signInAs(url, 'Wouter Hoekstra')
    const ids = await leader
      .locator('.year [data-id]')
      .evaluateAll((all) => all.map((each) => each.getAttribute('data-id') ?? ''))
    const { status, body } = await late.post(`${yearPage('de-waterlelie')}/swap`, {
      id: ids[1] ?? '',
      with: ids[0] ?? '',
    })
    expect(status).toBe(422)
    expect(body).toContain('Alleen thema’s die nog niet begonnen zijn kun je ruilen.')

    async function drag(from: number, to: number): Promise<void> {
      const handle = await card(leader, from).locator('.handle').boundingBox()
      const target = await card(leader, to).boundingBox()
      if (!handle || !target) throw new Error('Nothing to drag.')
      await leader.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2)
      await leader.mouse.down()
      await leader.mouse.move(target.x + 40, target.y + target.height / 2, { steps: 8 })
      expect(await card(leader, to).getAttribute('class')).toContain('aimed')
      await leader.mouse.up()
    }
  }, 60_000)

  it('with the keyboard only: change the ambition, swap two themes, come back', async () => {
    const url = app().url
    const coach = await atYear(devices, url, 'Wouter Hoekstra')
    const before = await themes(coach)
    await coach.getByRole('link', { name: 'Pas de ambitie aan' }).focus()
    await coach.keyboard.press('Enter')
    await coach.getByLabel('Onze ambitie').focus()
    await coach.keyboard.press('ControlOrMeta+a')
    await coach.keyboard.type('Hardop, samen, elke dag')
    await coach.keyboard.press('Tab')
    await coach.keyboard.press('Enter')
    await coach.getByRole('heading', { level: 1, name: 'Hardop, samen, elke dag' }).waitFor()

    await card(coach, 4).getByLabel('Meer over periode 4').focus()
    await coach.keyboard.press('Enter')
    const swap = card(coach, 4).getByRole('button', { name: /^Ruil met periode 5/ })
    for (let presses = 0; presses < 8 && !(await isFocused()); presses++) await coach.keyboard.press('Tab')
    expect(await isFocused()).toBe(true)
    await coach.keyboard.press('Enter')
    await expect.poll(() => themes(coach)).toEqual([...before.slice(0, 3), before[4], before[3]])

    async function isFocused(): Promise<boolean> {
      return swap.evaluate((button) => button === document.activeElement)
    }
  }, 60_000)

  it('prints on one A3 sheet that a screen reader can read, with the longest words there are', async () => {
    const url = app().url
    const page = await devices.open()
    await signIn(page, url, 'Samira Mansouri', yearPage('de-waterlelie'))
    await page.goto(`${url}${yearPage('de-waterlelie')}?edit=5`)
    await page.getByLabel('Thema', { exact: true }).fill('Waarom leerlingen elkaar '.repeat(5).slice(0, 120))
    await page
      .getByLabel('Toelichting')
      .fill('Dit is een toelichting die veel te lang is om te lezen. '.repeat(20).slice(0, 1000))
    await page.getByRole('button', { name: 'Bewaar' }).click()
    await page.waitForURL((at) => at.search === '')
    await card(page, 5).getByText('Dit is een toelichting').waitFor()
    await page.getByRole('link', { name: 'Pas de ambitie aan' }).click()
    await page.getByLabel('Onze ambitie').fill('Elke leerling van onze school '.repeat(11).slice(0, 300))
    await page.getByRole('button', { name: 'Bewaar' }).click()
    await page.getByRole('link', { name: 'Pas de ambitie aan' }).waitFor()
    const pdf = (await page.pdf({ preferCSSPageSize: true, tagged: true, printBackground: true })).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
    const [, width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? []
    // A3 is 420 × 297 mm; a point is 1/72 inch.
    expect((Number(width) / 72) * 25.4).toBeCloseTo(420, 0)
    expect((Number(height) / 72) * 25.4).toBeCloseTo(297, 0)
    expect(pdf).toContain('/StructTreeRoot')
  }, 60_000)

  it('keeps what leader and coach wrote when the server is killed', async () => {
    const url = app().url
    const leader = await signInAs(url, 'Samira Mansouri')
    const path = yearPage('de-waterlelie')
    const { status } = await leader.post(`${path}/ambition`, { ambition: 'Dit staat er nog' })
    expect(status).toBe(303)
    await app().crash()
    expect((await leader.get(path)).body).toContain('Dit staat er nog')
  }, 60_000)

  it('reads last year’s look-backs, and what comes next', async () => {
    const teacher = await atYear(devices, app().url, 'Lars Nijland')
    await teacher.getByRole('link', { name: `${nextYear() - 2}–${nextYear() - 1}` }).click()
    await teacher.getByRole('heading', { level: 1, name: 'Wij leren van elkaars lessen' }).waitFor()
    const last = teacher.locator('.period').last()
    await last.getByText('Terugblik: 3 van 3 teams klaar').click()
    await last.getByRole('link', { name: 'Bovenbouw: lees terug' }).click()
    await teacher.getByRole('heading', { level: 1, name: 'Terugkijken op Het jaar rond' }).waitFor()
    expect(await teacher.getByRole('button', { name: 'Bewaar' }).count()).toBe(0)
  }, 60_000)
})
