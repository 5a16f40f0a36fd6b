import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { useApp } from '../app-under-test.ts'
import { axe, sideways, smallTargets, violations } from '../axe.ts'
import { screens, useBrowser } from '../browser.ts'
import { demoBoard } from '../person.ts'
import { signIn } from './session-room.ts'

const pupils = '/s/de-waterlelie/pupils'

describe('pupils say what they think', () => {
  const app = useApp()
  const devices = useBrowser()

  const wallOf = async (path: string): Promise<Page> => {
    const wall = await devices.open({ viewport: screens.wall, bypassCSP: true })
    await signIn(wall, app().url, 'Wouter Hoekstra', `${path}/wall`)
    return wall
  }
  const codeOn = async (page: Page) => (await page.locator('.code').first().innerText()).replace(/\s/g, '')
  const lookedAt = async (page: Page) => {
    await page.evaluate(axe)
    return [...(await violations(page)), ...(await sideways(page)), ...(await smallTargets(page))]
  }

  it('a class answers by code, the wall shows it after closing, and the pupils hear what is done with it', async () => {
    const teacher = await devices.open({ viewport: screens.laptop })
    await signIn(teacher, app().url, 'Lars Nijland', pupils)
    await teacher.getByRole('link', { name: 'Stel vragen' }).click()
    await teacher.getByLabel('Welke klas of groep?').fill('Groep 8b')
    await teacher.getByLabel('Uitdaging').check()
    await teacher.getByLabel('Met gezichtjes').check()
    await teacher.getByRole('button', { name: 'Open de vragen' }).click()
    await teacher.getByRole('heading', { level: 1, name: 'Groep 8b' }).waitFor()
    const path = new URL(teacher.url()).pathname
    const code = await codeOn(teacher)
    const wall = await wallOf(path)
    expect(await codeOn(wall)).toBe(code)

    // One types the code, one has the page in Arabic, one comes by the QR code.
    const phone = (more: object = {}) =>
      devices.open({ viewport: screens.phone, hasTouch: true, bypassCSP: true, ...more })
    const [first, second, third] = [await phone(), await phone({ locale: 'ar-SY' }), await phone()]
    await first.goto(`${app().url}/v`)
    await first.getByLabel('Wat is de code?').fill(code.toLowerCase())
    await first.getByRole('button', { name: 'Verder' }).click()
    await first.getByText('Niemand kan zien wat jij kiest; wat je schrijft, kunnen anderen lezen').waitFor()
    expect(await lookedAt(first)).toEqual([])
    const faces = first.getByRole('group', { name: 'De les was voor mij precies moeilijk genoeg.' })
    await faces.getByRole('radio', { name: 'Ja', exact: true }).check()
    await first.getByLabel('Waarover zou je meer willen leren?').fill('Vulkanen')
    await first.getByRole('button', { name: 'Klaar, verstuur' }).click()
    await first.getByRole('heading', { level: 1, name: 'Dank je wel!' }).waitFor()

    await second.goto(`${app().url}/v/${code}`)
    expect(
      await second.getByRole('link', { name: 'Türkçe' }).evaluate((each) => each.getBoundingClientRect().bottom),
    ).toBeLessThan(screens.phone.height)
    expect(await second.locator('.pupil').getAttribute('dir')).toBe('rtl')
    expect(await lookedAt(second)).toEqual([])
    await second
      .getByRole('group', { name: 'كان عليّ أن أفكّر جيدًا.' })
      .getByRole('radio', { name: 'نعم', exact: true })
      .check()
    await second.getByRole('button', { name: 'انتهيت، أرسل' }).click()
    await second.getByRole('heading', { level: 1, name: 'شكرًا لك!' }).waitFor()
    await wall.locator('.so-far', { hasText: /^2$/ }).waitFor()

    await third.goto(`${app().url}/v/${code}`)
    await third.getByRole('button', { name: 'Klaar, verstuur' }).click()
    devices.allow(/422/)
    await third.getByText('Kies of schrijf eerst iets.').waitFor()
    await third.getByRole('group', { name: 'De les' }).getByRole('radio', { name: 'Nee', exact: true }).check()
    await third.getByRole('button', { name: 'Klaar, verstuur' }).click()
    await third.getByRole('heading', { level: 1, name: 'Dank je wel!' }).waitFor()
    for (let n = 0; n < 6; n++) await answerFrom(app().url, code, { q0: '0', q1: '0', q2: '1' })
    await wall.locator('.so-far', { hasText: /^9$/ }).waitFor()
    expect(await wall.getByText('Vulkanen').count()).toBe(0)

    await teacher.getByText('Sluit en toon').click()
    await teacher.getByRole('button', { name: 'Ja, sluit de vragen' }).click()
    await wall.getByRole('heading', { level: 1, name: 'Wat de leerlingen zeggen' }).waitFor()
    await wall.getByRole('table').filter({ hasText: '8 leerlingen' }).first().waitFor()
    // Nine devices, but only one wrote something: nobody sees it, not even the teacher.
    expect(await wall.getByText('Vulkanen').count()).toBe(0)
    expect(await teacher.getByText('Vulkanen').count()).toBe(0)
    expect(await violations(await withAxe(wall))).toEqual([])

    // A colleague of another team reads that the pupils still have to hear; only who asked them writes it.
    const colleague = await devices.open({ viewport: screens.laptop })
    await signIn(colleague, app().url, 'Amina Boukhari', path)
    await colleague.getByText('Bovenbouw vertelt de leerlingen nog').waitFor()
    expect(await colleague.getByLabel('Wat vertel je de leerlingen?').count()).toBe(0)

    // Until the pupils have heard, it stands on the board of the team.
    const board = demoBoard('Bovenbouw')
    await teacher.goto(app().url + board)
    await teacher.getByRole('link', { name: 'Vertel Groep 8b wat je ermee doet' }).click()
    await teacher.getByLabel('Wat vertel je de leerlingen?').fill('Vanaf maandag kies je zelf een extra opdracht.')
    await teacher.getByRole('button', { name: 'Vertel het de leerlingen' }).click()
    await teacher.getByText('Verteld op').waitFor()
    await teacher.goto(app().url + board)
    expect(await teacher.getByText('Vertel Groep 8b wat je ermee doet').count()).toBe(0)
    await expect
      .poll(
        async () => {
          await first.reload()
          return first.getByText('Vanaf maandag kies je zelf een extra opdracht.').count()
        },
        { timeout: 10_000 },
      )
      .toBe(1)
  }, 120_000)

  it('teachers listen in an arena, and ideas are ranked on the wall', async () => {
    const teacher = await devices.open({ viewport: screens.laptop })
    await signIn(teacher, app().url, 'Lars Nijland', pupils)
    await teacher.getByRole('link', { name: 'Houd een arena' }).click()
    await teacher.getByLabel('Welke klas of groep?').fill('Zes leerlingen van groep 7')
    await teacher.getByLabel('Waarover praten de leerlingen?').fill('Wanneer leer je het meest?\nWat stoort je?')
    await teacher.getByRole('button', { name: 'Begin de arena' }).click()
    await teacher.getByRole('heading', { level: 1, name: 'Zes leerlingen van groep 7' }).waitFor()
    const path = new URL(teacher.url()).pathname
    const code = await codeOn(teacher)
    const wall = await wallOf(path)
    await teacher.getByLabel('Wat hoor je?').nth(1).fill('Het lawaai op de gang')
    await teacher.getByRole('button', { name: 'Schrijf op' }).nth(1).click()
    await wall.getByText('Het lawaai op de gang').waitFor()
    // The field is empty for the next thing that is heard, also for who goes on with the Enter key.
    const heard = teacher.getByLabel('Wat hoor je?').nth(1)
    for (const [words, send] of [
      ['Iemand die praat', () => teacher.getByRole('button', { name: 'Schrijf op' }).nth(1).click()],
      ['Een kapotte stoel', () => heard.press('Enter')],
    ] as const) {
      await heard.fill(words)
      await send()
      await teacher.locator('.sayings').getByText(words).waitFor()
      await expect.poll(() => heard.inputValue()).toBe('')
    }
    // What others write meanwhile does not break off what is on its way on a slow network, and both are there afterwards.
    const coach = await devices.open({ viewport: screens.laptop })
    await signIn(coach, app().url, 'Wouter Hoekstra', path)
    let letGo = () => {}
    const held = new Promise<void>((resolve) => {
      letGo = resolve
    })
    await teacher.route('**/notes', async (route) => {
      await held
      await route.continue()
    })
    await heard.fill('Een raam dat klappert')
    await heard.press('Enter')
    await coach.getByLabel('Wat hoor je?').first().fill('Als ik mag tekenen')
    await coach.getByRole('button', { name: 'Schrijf op' }).first().click()
    await wall.getByText('Als ik mag tekenen').waitFor()
    // Longer than a page waits before it asks for itself again.
    await teacher.waitForTimeout(600)
    letGo()
    await wall.getByText('Een raam dat klappert').waitFor()
    for (const words of ['Een raam dat klappert', 'Als ik mag tekenen'])
      await teacher.locator('.sayings').getByText(words).waitFor()
    await expect.poll(() => heard.inputValue()).toBe('')
    await teacher.unroute('**/notes')
    for (const idea of ['Langere pauze', 'Stille gang']) {
      await teacher.getByLabel('Welk idee komt eruit?').fill(idea)
      await teacher.getByRole('button', { name: 'Zet erbij' }).click()
      await teacher.getByText(idea).first().waitFor()
    }
    const weighed = teacher.locator('.idea', { hasText: 'Stille gang' })
    await weighed.getByLabel('Effect op leerlingen').selectOption('5')
    await weighed.getByLabel('Haalbaar').selectOption('4')
    await weighed.getByRole('button', { name: 'Weeg: Stille gang' }).click()
    await wall.locator('.impact li', { hasText: 'Stille gang' }).waitFor()
    await teacher.getByText('Arena afsluiten').click()
    await teacher.getByRole('button', { name: 'Ja, sluit de arena' }).click()
    await teacher.getByLabel('Wat vertel je de leerlingen?').fill('De gang is na de pauze stil.')
    await teacher.getByRole('button', { name: 'Vertel het de leerlingen' }).click()
    await teacher.getByText('Verteld op').waitFor()
    const pupil = await devices.open({ viewport: screens.phone, locale: 'pl-PL' })
    await pupil.goto(`${app().url}/v/${code}`)
    await pupil.getByRole('heading', { level: 1, name: 'Oto co z tym zrobiliśmy' }).waitFor()
    expect(await pupil.getByText('De gang is na de pauze stil.').count()).toBe(1)
  }, 90_000)
})

async function withAxe(page: Page): Promise<Page> {
  await page.evaluate(axe)
  return page
}

/** One more device, without a screen. */
async function answerFrom(url: string, code: string, form: Readonly<Record<string, string>>): Promise<void> {
  const page = await fetch(`${url}/v/${code}`)
  const cookie = page.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const sent = await fetch(`${url}/v/${code}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams(form),
  })
  expect(sent.status).toBe(303)
}
