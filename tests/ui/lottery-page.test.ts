import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { drawPanel, type Lottery, lotteryOf, lotteryPage, personalKeys } from '@kantelpunt/sortition'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe, sideways, smallTargets, violations } from '../axe.ts'
import { type Devices, screens, useBrowser } from '../browser.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lottery-page-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Twenty different panels, rounded to a list of `size`. */
function distributionOf(people: number, seats: number) {
  const panels = Array.from({ length: 20 }, (_, panel) => ({
    members: Array.from({ length: seats }, (_, seat) => `p${(panel * 7 + seat * 3) % people}`),
    probability: 1 / 20,
  }))
  return { seats, panels }
}

const random = () => 0.5
const large = lotteryOf(distributionOf(1726, 110), { size: 1000, draw: 'text', random }).lottery
const keys = personalKeys(
  Array.from({ length: 100 }, (_, place) => `p${place}`),
  new Uint8Array(16).fill(1),
)
const hidden = lotteryOf(distributionOf(100, 12), {
  size: 100,
  draw: 'digits',
  random,
  pseudonyms: new Map(keys.map(({ id, pseudonym }) => [id, pseudonym])),
}).lottery

async function open(devices: Devices, page: Page, html: string): Promise<void> {
  const file = join(folder, `${performance.now()}.html`)
  await writeFile(file, html)
  devices.allow(/^request to outside: file:\/\/\/[^ ]*\.html$/)
  await page.goto(pathToFileURL(file).href)
}

describe('the page of a lottery, from a file and without a server', () => {
  const devices = useBrowser()
  it('checks the list, draws from 1,000 panels of 110 within 2 seconds, and says on how many I am', async () => {
    const page = await devices.open({ viewport: screens.laptop })
    await open(devices, page, lotteryPage(large))
    await page.getByText('Klopt. Deze pagina rekende de vingerafdruk opnieuw uit').waitFor()
    await page.getByLabel('Wat kwam eruit?').fill('Lotto: 3, 12, 17, 25, 40, 44')
    await page.keyboard.press('Enter')
    const drawn = drawPanel(large, '3 12 17 25 40 44')
    const asked = drawPanel(large, 'lotto 3 12 17 25 40 44')
    if (!asked.ok || !drawn.ok) throw new Error('Nothing was drawn.')
    await page.getByText(`Panel ${asked.number} van 1.000`).waitFor()
    // By the page's own clock, as people see it.
    const said = `${await page.locator('#hash-said').textContent()} ${await page.locator('#drawn .hint').textContent()}`
    const milliseconds = [...said.matchAll(/(\d+) ms/g)].map(([, figure]) => Number(figure))
    expect(milliseconds).toHaveLength(2)
    expect(Math.max(...milliseconds)).toBeLessThan(1000)
    expect(await page.locator('.members li').allTextContents()).toEqual(asked.members)
    const [me = ''] = asked.members
    await page.getByLabel('Jouw naam of nummer').fill(me)
    await page.getByRole('button', { name: 'Zoek mij op' }).click()
    const count = large.panels.filter((members) => members.includes(me)).length
    await page.getByText(`Op ${count} van de 1.000 panels`).waitFor()
    expect(await page.getByText('Jij zit in dit panel.').count()).toBe(2)
    // The same in English, with everything that was found.
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByText(`On ${count} of the 1,000 panels`).waitFor()
    await page.getByText(`Panel ${asked.number} of 1,000`).waitFor()
    expect(await page.getAttribute('html', 'lang')).toBe('en')
    await page.getByLabel('What was published beforehand?').fill(`${large.hash.toUpperCase()} `)
    await page.getByRole('button', { name: 'Compare' }).click()
    await page.getByText('That is the same one.').waitFor()
    await page.getByLabel('What was published beforehand?').fill(large.hash.replace(/./, 'x'))
    await page.getByRole('button', { name: 'Compare' }).click()
    await page.getByText('That is another one.').waitFor()
    const saving = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Save the list' }).click()
    const saved = await readFile(await (await saving).path())
    expect(createHash('sha256').update(saved).digest('hex')).toBe(large.hash)
  })

  it('shows no names where it has pseudonyms, and finds mine with my key', async () => {
    const page = await devices.open({ viewport: screens.phone, colorScheme: 'dark' })
    await open(devices, page, lotteryPage(hidden))
    const [, , , mine] = keys
    await page.getByLabel('Jouw naam of nummer').fill('p3')
    await page.getByLabel('Jouw sleutel').fill(mine?.key.toLowerCase() ?? '')
    await page.getByRole('button', { name: 'Zoek mij op' }).click()
    const count = hidden.panels.filter((members) => members.includes(mine?.pseudonym ?? '')).length
    await page.getByText(`Op ${count} van de 100 panels`).waitFor()
    await page.getByLabel('Jouw sleutel').fill('0000000000000000')
    await page.getByRole('button', { name: 'Zoek mij op' }).click()
    await page.getByText('Op geen enkel panel.').waitFor()
    await page.getByLabel('Wat kwam eruit?').fill('7')
    await page.getByRole('button', { name: 'Wijs het panel aan' }).click()
    await page.getByText('Vul precies 2 cijfers in.').waitFor()
    await page.getByLabel('Wat kwam eruit?').fill('00')
    await page.getByRole('button', { name: 'Wijs het panel aan' }).click()
    await page.getByText('Panel 100 van 100').waitFor()
    expect(await page.content()).not.toMatch(/"p\d+"/)
  })

  it('refuses a list in which one name was changed', async () => {
    const page = await devices.open()
    const changed: Lottery = {
      ...large,
      panels: [['x', ...(large.panels[0] ?? []).slice(1)], ...large.panels.slice(1)],
    }
    await open(devices, page, lotteryPage(changed))
    await page.getByText('De lijst op deze pagina is veranderd.').waitFor()
    expect(await page.getByRole('button', { name: 'Wijs het panel aan' }).count()).toBe(0)
  })

  it('lets no script or style in besides its own, whatever a name says', async () => {
    const page = await devices.open()
    devices.allow(/Content.Security.Policy|Refused|violates/)
    const name = '</script><script>document.title = "taken"</script><img src=x onerror="document.title = 1">'
    const panels = Array.from({ length: 10 }, () => [name, 'p1'])
    const distribution = { seats: 2, panels: panels.map((members) => ({ members, probability: 0.1 })) }
    await open(devices, page, lotteryPage(lotteryOf(distribution, { size: 10, draw: 'text', random }).lottery))
    await page.getByLabel('Wat kwam eruit?').fill('1')
    await page.keyboard.press('Enter')
    expect(await page.locator('.members li').allTextContents()).toEqual([name, 'p1'])
    expect(await page.title()).toBe('De loting van het panel · Kantelpunt')
    await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'document.title = "taken"'
      document.body.append(script)
    })
    expect(await page.title()).toBe('De loting van het panel · Kantelpunt')
  })

  it.each([
    ['phone', 'light'],
    ['phone', 'dark'],
    ['laptop', 'light'],
    ['laptop', 'dark'],
  ] as const)('is accessible on a %s in the %s', async (screen, colorScheme) => {
    const page = await devices.open({ viewport: screens[screen], colorScheme })
    await open(devices, page, lotteryPage(large))
    await page.getByLabel('Wat kwam eruit?').fill('12 3')
    await page.keyboard.press('Enter')
    await page.getByLabel('Jouw naam of nummer').fill('nobody')
    await page.keyboard.press('Enter')
    await page.getByText('Op geen enkel panel.').waitFor()
    await page.getByText('Zo werkt het precies').click()
    await page.evaluate(axe)
    expect(await violations(page)).toEqual([])
    expect(await sideways(page)).toEqual([])
    expect(await smallTargets(page)).toEqual([])
  })
})
