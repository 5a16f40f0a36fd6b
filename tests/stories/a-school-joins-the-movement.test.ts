import { describe, expect, it } from 'vitest'
import { useApp } from '../app-under-test.ts'
import { axe, sideways, smallTargets, violations } from '../axe.ts'
import { screens, useBrowser } from '../browser.ts'
import { signIn } from './session-room.ts'

const own = '/s/de-waterlelie/movement'
const partners = '/s/zuivelhuis-aldermeer/movement'

describe('a school joins the movement', () => {
  const app = useApp()
  const devices = useBrowser()

  it('its leader lets it be seen, and everybody sees the plank of its municipality tip', async () => {
    const visitor = await devices.open({ viewport: screens.phone, bypassCSP: true })
    await visitor.goto(`${app().url}/movement`)
    await visitor.getByRole('link', { name: 'Merenland' }).click()
    await visitor.getByRole('link', { name: 'Aldermeer' }).click()
    await visitor.getByText('Minstens 1 van de 10 scholen werkt zo').waitFor()
    expect(await visitor.getByRole('link', { name: 'De Waterlelie' }).count()).toBe(0)

    const leader = await devices.open({ viewport: screens.laptop })
    await signIn(leader, app().url, 'Samira Mansouri', own)
    await leader.getByText('Jullie school is niet te zien').waitFor()
    await leader.getByRole('button', { name: 'Laat onze school zien' }).click()
    await leader.getByText('Jullie tellen mee: zo werken jullie.').waitFor()

    await visitor.reload()
    await visitor.getByText('Minstens 2 van de 10 scholen werken zo').waitFor()
    await visitor.getByRole('img', { name: 'Plank die gekanteld is' }).waitFor()
    const names = await visitor.locator('.movement-schools a[href^="/schools/"]').allInnerTexts()
    expect(names).toEqual(['De Klimboom', 'De Waterlelie'])
    await visitor.getByText('Het is een ondergrens').waitFor()
    await visitor.getByText('is een vermoeden').waitFor()
    await visitor.evaluate(axe)
    expect([await violations(visitor), await sideways(visitor), await smallTargets(visitor)]).toEqual([[], [], []])

    await leader.getByRole('button', { name: 'Haal onze school weg' }).click()
    await leader.getByText('Jullie school is niet te zien').waitFor()
    await visitor.reload()
    await visitor.getByText('Minstens 1 van de 10 scholen werkt zo').waitFor()
  }, 90_000)

  it('she shares a story without names of pupils, and takes it back', async () => {
    devices.allow(/422|404/)
    const leader = await devices.open({ viewport: screens.laptop })
    await signIn(leader, app().url, 'Samira Mansouri', own)
    await leader.getByRole('link', { name: 'Vertel een verhaal' }).click()
    await leader.getByLabel('Waar gaat het over?').fill('Hardop denken bij rekenen')
    await leader
      .getByLabel('Wat deden jullie?')
      .fill('We deden elke som hardop voor. Vragen? Mail sem.devries@voorbeeld.nl.')
    await leader.getByLabel('Wat zag je daarna bij leerlingen?').fill('Ze leggen aan elkaar uit hoe ze het doen.')
    await leader.getByRole('button', { name: 'Deel met iedereen' }).click()
    await leader.getByText('sem.devries@voorbeeld.nl. Haal ze weg').first().waitFor()
    await leader.getByLabel('Wat deden jullie?').fill('We deden elke som hardop voor.')
    await leader.getByRole('button', { name: 'Deel met iedereen' }).click()
    await leader.waitForURL((at) => at.pathname === own)

    const visitor = await devices.open({ viewport: screens.phone })
    await visitor.goto(`${app().url}/movement/stories`)
    await visitor.getByRole('link', { name: 'Hardop denken bij rekenen' }).click()
    await visitor.getByText('Ze leggen aan elkaar uit hoe ze het doen.').waitFor()
    await visitor.getByText('De Waterlelie ·').waitFor()

    await leader.getByRole('link', { name: 'Hardop denken bij rekenen' }).click()
    await leader.getByText('Neem terug').first().click()
    await leader.getByRole('button', { name: 'Ja, neem het terug' }).click()
    await leader.waitForURL((at) => at.pathname === own)
    await visitor.reload()
    expect(await visitor.getByText('Hardop denken bij rekenen').count()).toBe(0)
  }, 90_000)

  it('she books an afternoon, the partner sees it, another school does not, and both write how one was', async () => {
    const leader = await devices.open({ viewport: screens.laptop })
    await signIn(leader, app().url, 'Samira Mansouri', own)
    await leader.getByRole('link', { name: 'Kijk mee bij de dagstart' }).click()
    await leader.getByLabel('Met hoeveel mensen komen jullie?').fill('26')
    await leader.getByLabel('Hoe kan de organisatie jullie bereiken?').fill('directie@de-waterlelie.example')
    await leader.getByRole('button', { name: 'Boek deze middag' }).click()
    await leader.waitForURL(/\/bookings\//)

    const partner = await devices.open({ viewport: screens.phone, bypassCSP: true })
    await signIn(partner, app().url, 'Gerda Plantinga', partners)
    const coming = partner.locator('.card', { hasText: 'Kijk mee bij de dagstart' }).filter({ hasText: 'Komt' })
    await coming.getByRole('link', { name: 'De Waterlelie' }).click()
    await partner.getByText('directie@de-waterlelie.example').waitFor()
    await partner.evaluate(axe)
    expect([await violations(partner), await sideways(partner), await smallTargets(partner)]).toEqual([[], [], []])

    const other = await devices.open({ viewport: screens.laptop })
    await signIn(other, app().url, 'Ton Scholten', '/s/de-klimboom/movement')
    await other.getByRole('link', { name: 'Zo leert een afdeling' }).waitFor()
    expect(await other.getByRole('link', { name: 'Kijk mee bij de dagstart' }).count()).toBe(0)
    expect(await other.getByText('De Waterlelie').count()).toBe(0)

    await leader.goto(app().url + own)
    const past = '.card:has-text("Van klacht naar verbetering")'
    await leader.locator(past).getByRole('link').click()
    await leader.getByLabel('Hoeveel leraren waren er?').fill('23')
    await leader.getByLabel('Een beetje').check()
    await leader.getByLabel('Wat gaan jullie zelf proberen?').fill('Eén vraag per week op het bord')
    await leader.getByRole('button', { name: 'Bewaar' }).click()
    await leader.getByText('Bewaard. De organisatie kan het lezen.').waitFor()
    await partner.goto(app().url + partners)
    await partner.locator(past).getByRole('link', { name: 'De Waterlelie' }).click()
    await partner.getByText('Eén vraag per week op het bord').waitFor()
    await partner.getByLabel('Hoeveel leraren waren er?').fill('23')
    await partner.getByLabel('Veel', { exact: true }).check()
    await partner.getByLabel('Wat leerden jullie van de leraren?').fill('Vaker vragen wat klanten echt doen')
    await partner.getByRole('button', { name: 'Bewaar' }).click()
    await leader.reload()
    await leader.getByText('Vaker vragen wat klanten echt doen').waitFor()
  }, 120_000)

  it('a partner offers an afternoon that schools then find', async () => {
    const partner = await devices.open({ viewport: screens.laptop })
    await signIn(partner, app().url, 'Gerda Plantinga', partners)
    await partner.getByRole('link', { name: 'Bied een middag aan' }).click()
    await partner.getByLabel('Wat is er te zien?').fill('Een ronde langs alle borden')
    await partner.getByLabel('Wat gaan de leraren doen en zien?').fill('Kijken, vragen, zelf proberen.')
    await partner.getByLabel('Welke dag?').fill(new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10))
    await partner.getByLabel('Waar is het?').fill('Kadeweg 3, Aldermeer')
    await partner.getByLabel('Hoe kunnen scholen jullie bereiken?').fill('bezoek@zuivelhuis-aldermeer.example')
    await partner.getByRole('button', { name: 'Bied een middag aan' }).click()
    await partner.waitForURL((at) => at.pathname === partners)
    const leader = await devices.open({ viewport: screens.laptop })
    await signIn(leader, app().url, 'Samira Mansouri', own)
    await leader.getByRole('link', { name: 'Een ronde langs alle borden' }).click()
    await leader.getByRole('heading', { level: 1, name: 'Een ronde langs alle borden' }).waitFor()
    expect(await leader.getByText('Bij Zuivelhuis Aldermeer', { exact: true }).count()).toBe(1)
  }, 60_000)
})
