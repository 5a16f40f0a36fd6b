import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { useApp } from '../app-under-test.ts'
import { axe, sideways, smallTargets, violations } from '../axe.ts'
import { screens, useBrowser } from '../browser.ts'
import { signIn } from './session-room.ts'
import { openWeakLine } from './weak-line.ts'

const visits = '/s/de-waterlelie/visits'
const phone = { viewport: screens.phone, hasTouch: true, bypassCSP: true }
const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 15_000 })

describe('a colleague visits a lesson', () => {
  const app = useApp()
  const devices = useBrowser()

  const at = async (name: string, url = app().url, more: object = {}) => {
    const page = await devices.open({ ...phone, ...more })
    await signIn(page, url, name, visits)
    return page
  }
  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

  /** Lars asks; resolves to where the visit is. */
  async function ask(receiver: Page, question: string): Promise<string> {
    await receiver.getByRole('link', { name: 'Vraag een bezoek' }).click()
    await receiver.getByLabel('Wat wil je weten over je leerlingen?').fill(question)
    await receiver.getByLabel('Bij welke groep of klas?').fill('Groep 8')
    await press(receiver, 'Vraag het aan je collega’s')
    await receiver.getByRole('heading', { level: 1, name: 'Je vraag staat open' }).waitFor()
    return new URL(receiver.url()).pathname
  }

  async function note(page: Page, words: string): Promise<void> {
    await page.getByLabel('Wat doet of zegt een leerling?').fill(words)
    await press(page, 'Noteer')
  }

  async function fits(page: Page): Promise<void> {
    await page.evaluate(axe)
    expect(await violations(page)).toEqual([])
    expect(await sideways(page)).toEqual([])
    expect(await smallTargets(page)).toEqual([])
  }

  it('Lars asks, Amina comes and writes without a connection, they talk, and only they can read it', async () => {
    devices.allow(/Failed to load resource|ERR_|404/)
    const receiver = await at('Lars Nijland')
    const visit = await ask(receiver, 'Wie kiest een moeilijke opdracht?')

    const line = await openWeakLine(app().url)
    const visitor = await at('Amina Boukhari', line.url)
    await visitor.getByRole('link', { name: /Wie kiest een moeilijke opdracht/ }).click()
    await visitor.getByText('Dan kan het voor jullie allebei').waitFor()
    expect(await visitor.locator('input[name=at]').count()).toBeGreaterThan(0)
    await fits(visitor)
    await press(visitor, 'Ik kom kijken')
    await visitor.getByRole('link', { name: 'Naar de les' }).click()
    await press(visitor, 'Start het kwartier')
    await visitor.getByText('nog in de les').waitFor()
    await fits(visitor)

    await note(visitor, 'Vier leerlingen pakken meteen blad C.')
    await visitor.locator('#facts').getByText('Vier leerlingen pakken meteen blad C.').waitFor()
    line.cut()
    await visitor.getByLabel('Gehoord').check()
    await note(visitor, '‘Deze is te makkelijk’, zegt iemand.')
    await note(visitor, 'Twee leerlingen ruilen van blad.')
    await visitor.locator('.card.waiting', { hasText: 'ruilen van blad' }).waitFor()
    await visitor.getByText('Geen verbinding.').waitFor()
    line.mend()
    await eventually(() => visitor.locator('.waiting').count()).toBe(0)
    const facts = visitor.locator('#facts li')
    await eventually(() => facts.count()).toBe(3)
    expect(await facts.nth(1).innerText()).toMatch(/\d\d:\d\d\s+Gehoord/)

    await press(visitor, 'Klaar met kijken')
    await press(visitor, 'Begin het gesprek')
    await visitor.getByRole('heading', { level: 1, name: 'Feit' }).waitFor()
    await fits(visitor)
    await press(visitor, 'Naar: Effect op leerlingen')
    await press(visitor, 'Naar: Toelichting')
    await visitor.getByRole('heading', { level: 1, name: 'Toelichting' }).waitFor()

    // The receiver has the same step on their own device, and writes what to try.
    await receiver.goto(`${app().url}${visit}/seen/talk`)
    await receiver.getByRole('heading', { level: 1, name: 'Toelichting' }).waitFor()
    await press(receiver, 'Naar: Samen: even beter')
    await receiver.getByLabel('In je eigen woorden').fill('Iedereen begint met een opdracht van blad C.')
    await press(receiver, 'Bewaar')
    await receiver.getByRole('link', { name: 'Zet een actie op het bord' }).click()
    expect(await receiver.getByLabel('Wat ga je doen?').inputValue()).toBe('')
    await receiver.getByLabel('Wat ga je doen?').fill('Uitdaging voorop leggen')
    await fits(receiver)
    await press(receiver, 'Zet op het bord')
    await receiver.locator('#zone-actions').getByText('Uitdaging voorop leggen').waitFor()

    const leader = await at('Samira Mansouri')
    expect(await leader.getByText('Wie kiest een moeilijke opdracht').count()).toBe(0)
    await leader.getByRole('heading', { name: 'Bezoeken op school' }).waitFor()
    expect((await leader.goto(`${app().url}${visit}/seen`))?.status()).toBe(404)
    expect((await leader.goto(`${app().url}${visit}`))?.status()).toBe(404)

    // The receiver closes it: for who came it is gone.
    await receiver.goto(`${app().url}${visit}/seen`)
    await fits(receiver)
    await receiver.getByText('Alleen nog voor mij', { exact: true }).click()
    await press(receiver, 'Ja, sluit het voor anderen')
    await receiver.getByText('Alleen jij ziet dit nog.').waitFor()
    // A second press must not find another question open in the same place: the one that takes all away.
    expect(await receiver.getByRole('button', { name: 'Ja, haal alles weg' }).isVisible()).toBe(false)
    expect(await receiver.getByText('Alleen jij en wie kwam kijken zien het.').count()).toBe(0)
    expect((await visitor.goto(`${line.url}${visit}/seen`))?.status()).toBe(404)
    await line.close()
  }, 120_000)

  it('without script everything works too: ask, take, watch, talk, score, share, delete', async () => {
    devices.allow(/404/)
    const plain = { javaScriptEnabled: false }
    const receiver = await at('Lars Nijland', app().url, plain)
    const visit = await ask(receiver, 'Wie vraagt door als iets onduidelijk is?')
    const visitor = await at('Amina Boukhari', app().url, plain)
    await visitor.getByRole('link', { name: /Wie vraagt door/ }).click()
    await press(visitor, 'Ik kom kijken')
    await visitor.getByRole('link', { name: 'Naar de les' }).click()
    await press(visitor, 'Start het kwartier')
    // The clock says when it ends.
    await visitor.getByText(/^tot \d\d:\d\d$/).waitFor()
    await note(visitor, 'Drie leerlingen vragen het aan elkaar.')
    await note(visitor, 'Dit klopte niet.')
    await press(visitor, 'Haal weg: Dit klopte niet.')
    expect(await visitor.locator('#facts li').count()).toBe(1)
    await press(visitor, 'Klaar met kijken')
    await visitor.goto(`${app().url}${visit}/seen/scores`)
    await visitor.getByText('Nooit een beoordeling').waitFor()
    await visitor
      .getByRole('group', { name: /Leerlingen stellen vragen/ })
      .getByLabel('3 · bij de meesten')
      .check()
    await press(visitor, 'Bewaar de scores')
    await visitor.getByText('De kijkwijzer is ingevuld.').waitFor()

    await receiver.goto(`${app().url}${visit}/seen`)
    await receiver.getByText('Drie leerlingen vragen het aan elkaar.').waitFor()
    await receiver.getByLabel('Deel met een collega').selectOption({ label: 'Wouter Hoekstra' })
    await press(receiver, 'Deel dit')
    // Who has it is no choice any more, and nobody else is chosen in that place.
    await receiver.getByRole('button', { name: 'Deel niet meer met Wouter Hoekstra' }).waitFor()
    await eventually(() => receiver.getByLabel('Deel met een collega').inputValue()).toBe('')
    const coach = await at('Wouter Hoekstra')
    await coach.getByRole('link', { name: /Bezoek aan Lars Nijland/ }).click()
    await coach.getByText('Drie leerlingen vragen het aan elkaar.').waitFor()
    await press(receiver, 'Deel niet meer met Wouter Hoekstra')
    expect((await coach.reload())?.status()).toBe(404)

    await receiver.getByText('Haal alles weg', { exact: true }).click()
    await press(receiver, 'Ja, haal alles weg')
    await receiver.waitForURL((to) => to.pathname === visits)
    for (const page of [visitor, coach]) {
      expect((await page.goto(`${app().url}${visit}/seen`))?.status()).toBe(404)
    }
    await receiver.goto(app().url + visit)
    await receiver.getByText('Wat er gezien is, is weggehaald.').waitFor()
  }, 90_000)

  it('three colleagues make a score, with its margin, for the receiver alone; counting it is a choice', async () => {
    const receiver = await at('Amina Boukhari', app().url, { viewport: screens.laptop })
    await receiver.getByRole('link', { name: 'Mijn scores' }).click()
    await receiver.getByText('Nooit een beoordeling').waitFor()
    await receiver.getByRole('row', { name: /Zelf denken .* en / }).waitFor()
    await receiver.getByText('Je scores tellen niet mee.').waitFor()
    await press(receiver, 'Ja, tel mijn scores mee')
    await receiver.getByText('Je scores tellen nu mee, zonder je naam.').waitFor()
    await press(receiver, 'Tel mijn scores niet meer mee')
    await receiver.getByText('Je scores tellen niet mee.').waitFor()
    const lars = await at('Lars Nijland')
    await lars.getByRole('link', { name: 'Mijn scores' }).click()
    await lars.getByText('Vanaf drie bezoeken van drie collega’s zie je hier iets.').waitFor()
    expect(await lars.getByRole('table').count()).toBe(0)
  }, 60_000)

  it('a calendar file and a week make times; what is no calendar is refused in plain words', async () => {
    devices.allow(/422/)
    const teacher = await at('Lars Nijland', app().url, { viewport: screens.laptop })
    await teacher.getByRole('link', { name: 'Mijn week' }).click()
    await teacher.getByLabel('maandag 8:30: les').uncheck()
    await press(teacher, 'Bewaar mijn week')
    await eventually(() => teacher.getByLabel('maandag 8:30: les').isChecked()).toBe(false)
    const upload = async (name: string, text: string) => {
      await teacher
        .getByLabel('Bestand (.ics)')
        .setInputFiles({ name, mimeType: 'text/calendar', buffer: Buffer.from(text) })
      await teacher.getByLabel('Mijn afspraken').check()
      await press(teacher, 'Lees het bestand')
    }
    await upload('rooster.ics', 'dit is geen agenda')
    await teacher.getByText('Dit is geen agenda die we kunnen lezen.').first().waitFor()
    const day = new Date(Date.now() + 7 * 24 * 3_600_000).toISOString().slice(0, 10).replaceAll('-', '')
    const event = `BEGIN:VEVENT\r\nUID:1\r\nDTSTART:${day}T090000\r\nDTEND:${day}T100000\r\nRRULE:FREQ=WEEKLY;COUNT=3\r\nEND:VEVENT`
    await upload('rooster.ics', `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${event}\r\nEND:VCALENDAR`)
    await teacher.getByText('0 lessen en 3 afspraken').waitFor()
    await teacher.getByText('Haal mijn agenda weg').click()
    await press(teacher, 'Ja, haal weg')
    await eventually(() => teacher.getByText('0 lessen en 3 afspraken').count()).toBe(0)
  }, 60_000)

  it('a beginning teacher plans the next visit of a fixed buddy to the same pupils', async () => {
    devices.allow(/404/)
    const starter = await at('Lars Nijland')
    await starter.getByRole('link', { name: 'Startende leraren' }).click()
    await starter.getByRole('link', { name: /Lars Nijland met buddy Wouter Hoekstra/ }).click()
    // The buddy coaches the school: the page says what that means before anything is planned.
    await starter.getByText('je buddy is ook coach of schoolleider').waitFor()
    await starter.getByLabel('Waar moet je buddy op letten?').fill('Wat doen de stille leerlingen?')
    // Times that suit the two; whoever wants another fills it in.
    const proposed = starter.locator('input[name=at]')
    expect(await proposed.count()).toBeGreaterThan(0)
    const taken = await proposed.first().inputValue()
    await press(starter, 'Plan het bezoek')
    await starter.getByRole('link', { name: /Straks/ }).waitFor()
    // What is planned now is not proposed for the next one.
    expect(await proposed.evaluateAll((all) => all.map((each) => each.getAttribute('value')))).not.toContain(taken)
    await fits(starter)
    const buddy = await at('Wouter Hoekstra')
    await buddy.getByRole('link', { name: /Jij kijkt bij Lars Nijland/ }).click()
    await buddy.getByText('Wat doen de stille leerlingen?').waitFor()
    const colleague = await at('Amina Boukhari')
    expect((await colleague.goto(starter.url()))?.status()).toBe(404)
  }, 60_000)

  it('the coach adds an instrument from a file, and reads where a wrong one is wrong', async () => {
    devices.allow(/422/)
    const coach = await at('Wouter Hoekstra', app().url, { viewport: screens.laptop })
    await coach.getByRole('link', { name: 'Kijkwijzers' }).click()
    const upload = async (value: unknown) => {
      const buffer = Buffer.from(JSON.stringify(value))
      await coach.getByLabel('Bestand (.json)').setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer })
      await press(coach, 'Voeg toe')
    }
    const scale = [1, 2, 3].map((score) => ({ score, label: { nl: `stap ${score}` } }))
    const instrument = {
      format: 'kantelpunt-observation',
      version: 1,
      id: 'rust',
      name: { nl: 'Rust in de les' },
      source: 'Onze school',
      licence: 'eigen gebruik',
      scale,
      domains: [
        { id: 'start', name: { nl: 'De start' }, indicators: [{ id: 'begin', text: { nl: 'Iedereen begint.' } }] },
      ],
    }
    await upload({ ...instrument, scale: scale.slice(1), domains: [{ ...instrument.domains[0], indicators: [] }] })
    await coach.getByText('domains[0].indicators heeft er te weinig.').first().waitFor()
    await upload(instrument)
    await eventually(() => coach.getByRole('heading', { name: 'Rust in de les' }).count()).toBe(1)
  }, 60_000)
})
