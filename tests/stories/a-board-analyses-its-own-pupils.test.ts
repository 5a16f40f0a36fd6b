import { type AddressInfo, connect, createServer } from 'node:net'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { samplePupils } from '../../app/modules/results/growth/sample-pupils.ts'
import { sampleWorkbook } from '../../app/modules/results/growth/sample-workbook.ts'
import { useApp } from '../app-under-test.ts'
import { axe, sideways, smallTargets, violations } from '../axe.ts'
import { screens, useBrowser } from '../browser.ts'
import { signIn } from './session-room.ts'

/** A way to the server that keeps every byte that a browser sends over it. */
async function openTap(url: string) {
  const sent: Buffer[] = []
  const tap = createServer((near) => {
    const far = connect(Number(new URL(url).port), '127.0.0.1')
    near.on('data', (chunk) => sent.push(chunk))
    near.pipe(far).pipe(near)
    for (const end of [near, far]) end.on('error', () => end.destroy())
  })
  await new Promise<void>((resolve) => tap.listen(0, '127.0.0.1', resolve))
  // A server that listens on a port has such an address.
  const { port } = tap.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    bytes: () => Buffer.concat(sent).toString('latin1'),
    close: () => tap.close(),
  }
}

const csv = (text: string, name = 'leerlingen.csv') => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })

describe('a board analyses its own pupils', () => {
  const app = useApp()
  const devices = useBrowser()

  async function choose(page: Page, file: ReturnType<typeof csv>): Promise<void> {
    await page.getByLabel('Bestand (CSV of Excel)').setInputFiles(file)
  }

  it('20,000 of them, and no row leaves the machine', async () => {
    const tap = await openTap(app().url)
    try {
      const page = await devices.open({ viewport: screens.laptop, bypassCSP: false })
      const asked: string[] = []
      page
        .context()
        .on('request', (request) => asked.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`))
      const sockets: string[] = []
      page.on('websocket', (socket) => sockets.push(socket.url()))
      await page.goto(`${tap.url}/results`)
      await page.getByRole('link', { name: 'Hoeveel groeien onze leerlingen?' }).click()
      await page.getByText('Het bestand blijft op dit apparaat').waitFor()
      await page.waitForLoadState('networkidle')
      const before = asked.length

      const text = samplePupils({ pupils: 20_000, schools: 120, decimals: 9 })
      await choose(page, csv(text, 'geheim-van-het-bestuur.csv'))
      await page.getByText('20.000 rijen, 4 kolommen.').waitFor()
      expect(await page.getByLabel('School', { exact: true }).inputValue()).toBe('school')
      expect(await page.getByLabel('Eerdere score').inputValue()).toBe('groep 6 (score)')
      expect(await page.getByLabel('Latere score').inputValue()).toBe('groep 8')
      await page.getByLabel('opleiding').check()
      await page.getByRole('button', { name: 'Laat de groei zien' }).click()
      await page.getByText('Van 20.000 leerlingen op 120 scholen.').waitFor()
      await page.getByText('niet te onderscheiden van toeval').waitFor()
      expect(await page.locator('[data-part=caterpillar] circle').count()).toBe(120 + 3)
      expect(await page.locator('[data-part=expected-achieved] circle').count()).toBe(120)
      expect(await page.locator('[data-part=table] tbody tr').count()).toBe(120)
      expect(await page.locator('[data-part=table] tbody th').first().innerText()).toBe('School 1')

      const download = page.waitForEvent('download')
      await page.getByRole('button', { name: 'Bewaar de tabel' }).click()
      expect((await download).suggestedFilename()).toBe('groei.csv')
      await page.evaluate(axe)
      expect(await violations(page)).toEqual([])
      expect(await smallTargets(page)).toEqual([])
      await page.setViewportSize(screens.phone)
      expect(await sideways(page)).toEqual([])

      // The worker can reach nothing, not even this server.
      const [worker] = page.workers()
      if (worker === undefined) throw new Error('The rows are in a worker')
      devices.allow(/Content Security Policy|Refused to connect|violates/)
      const tries = await worker.evaluate(async () => [
        await fetch('/results').then(
          () => 'sent',
          () => 'refused',
        ),
        await fetch('https://elders.example/').then(
          () => 'sent',
          () => 'refused',
        ),
        await new Promise((resolve) => {
          try {
            const socket = new WebSocket(`ws://${location.host}/`)
            socket.onerror = () => resolve('refused')
            socket.onopen = () => resolve('sent')
          } catch {
            resolve('refused')
          }
        }),
      ])
      expect(tries).toEqual(['refused', 'refused', 'refused'])

      // Away from the page, as a person would go.
      await page.goto(`${tap.url}/results`)
      const later = asked.slice(before)
      expect(later.filter((each) => !each.startsWith('GET '))).toEqual([])
      expect(sockets).toEqual([])
      const values = new Set(text.match(/\d+,\d{9}/g)?.flatMap((value) => [value, value.replace(',', '.')]))
      expect(values.size).toBeGreaterThan(79_000)
      const bytes = tap.bytes()
      expect(bytes).toContain('GET /results/growth')
      const numbers = [...`${bytes} ${asked.join(' ')}`.matchAll(/\d+(?:[.,]|%2C)\d{4,}/g)].map(([number]) => number)
      expect(numbers.filter((number) => values.has(number.replace('%2C', ',')))).toEqual([])
      expect(bytes).not.toContain('geheim-van-het-bestuur')
      expect(bytes).not.toContain('School 1')
      // Nor is anything kept on the device.
      expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0)
      expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toMatch(
        /School|groep/,
      )
    } finally {
      tap.close()
    }
  }, 120_000)

  it('only a summary of schools by code is kept, with its certificate', async () => {
    const tap = await openTap(app().url)
    try {
      const page = await devices.open({ viewport: screens.laptop })
      await signIn(page, tap.url, 'Samira Mansouri', '/s/de-waterlelie/results')
      await page.getByRole('link', { name: 'Hoeveel groeien onze leerlingen?' }).click()
      await page.getByText('Het bestand blijft op dit apparaat').waitFor()
      await page.waitForLoadState('networkidle')
      const text = samplePupils({ pupils: 800, schools: 20, decimals: 9 }).replace(
        /School (\d+)/g,
        (_, school) => ['99WL00', '99KB00', '99ZP00'][Number(school) - 1] ?? `${10 + Number(school)}AB00`,
      )
      await choose(page, csv(text))
      await page.getByRole('button', { name: 'Laat de groei zien' }).click()
      await page.getByText('Je kunt de cijfers van 3 scholen hier bewaren').waitFor()
      await page.getByRole('button', { name: 'Bewaar de samenvatting' }).click()
      await page.getByRole('heading', { name: 'Eerder bewaard' }).waitFor()
      await page.locator('summary', { hasText: ': 3 scholen' }).click()
      expect(await page.getByRole('rowheader', { name: 'De Waterlelie, 99WL00' }).count()).toBe(1)
      const values = new Set(text.match(/\d+,\d{9}/g)?.map((value) => value.replace(',', '.')))
      const bytes = decodeURIComponent(tap.bytes().replace(/%(?![0-9A-F]{2})/g, ''))
      const numbers = [...bytes.matchAll(/\d+\.\d{4,}/g)].map(([number]) => number)
      expect(bytes.match(/"achieved":/g)).toHaveLength(3)
      // Figures of schools of others stay on the device.
      expect(bytes).not.toContain('14AB00')
      expect(numbers.filter((number) => values.has(number))).toEqual([])
    } finally {
      tap.close()
    }
  }, 60_000)

  it('names, a BSN or e-mail stop it before anything is computed, with the column named', async () => {
    const page = await devices.open({ viewport: screens.phone })
    await page.goto(`${app().url}/results/growth`)
    const rows = Array.from(
      { length: 40 },
      (_, k) => `A;${k};${k % 7};${['Sem', 'Fatima', 'Daan', 'Noor'][k % 4]} de Boer`,
    )
    await choose(page, csv(`school;groep 6;groep 8;kind\n${rows.join('\n')}`))
    await page.getByText('Haal eerst persoonsgegevens weg').waitFor()
    await page.getByText('Kolom 4, ‘kind’: lijkt op namen.').waitFor()
    expect(await page.getByRole('button', { name: 'Laat de groei zien' }).isVisible()).toBe(false)
    await page.evaluate(axe)
    expect(await violations(page)).toEqual([])
    expect(await sideways(page)).toEqual([])
  })

  it('a file that is wrong says where, and the next one is read', async () => {
    const page = await devices.open({ viewport: screens.laptop })
    await page.goto(`${app().url}/results/growth`)
    const says = async (text: string, words: string) => {
      await choose(page, csv(text))
      await page.getByText(words).waitFor()
    }
    await says('', 'Het bestand is leeg.')
    await says('school a b\nx 1 2\n', 'We zien maar één kolom')
    await says('school;groep 6;groep 8\nx;1;2\nx;3\n', 'Regel 3 heeft een ander aantal cellen')
    await says(
      `school;groep 6;groep 8\n${'x;1;2\n'.repeat(2_000_000)}`,
      'Het bestand heeft 2.000.000 rijen; hier passen er 1.000.000.',
    )

    const lines = Array.from({ length: 60 }, (_, k) => `S${k % 3};${k % 11};${k === 30 ? 'ziek' : (k * 7) % 13}`)
    await says(`school;groep 6;groep 8\n${lines.join('\n')}\n`, '60 rijen, 3 kolommen.')
    await page.getByRole('button', { name: 'Laat de groei zien' }).click()
    await page.getByText('staat op regel 32 (kolom 3) ‘ziek’. Dat is geen getal.').waitFor()
    await page.getByLabel('Latere score').selectOption('groep 6')
    await page.getByRole('button', { name: 'Laat de groei zien' }).click()
    await page.getByText('‘groep 6’ is twee keer gekozen.').waitFor()

    const pupils = samplePupils({ pupils: 600, schools: 12 })
      .trim()
      .split('\n')
      .map((line) => line.split(';'))
    const [head = [], ...body] = pupils
    const sheet = [
      head,
      ...body.map(([school = '', a = '', b = '', c = '']) => [school, Number(a.replace(',', '.')), b, c]),
    ]
    const buffer = Buffer.from(
      sampleWorkbook({
        Uitleg: [
          ['a', 'b', 'c'],
          ['Lees dit', 'eerst', 'x'],
        ],
        Leerlingen: sheet,
      }),
    )
    await choose(page, { name: 'leerlingen.xlsx', mimeType: 'application/octet-stream', buffer })
    await page.getByLabel('Werkblad').selectOption('Leerlingen')
    await page.getByText('600 rijen, 4 kolommen.').waitFor()
    await page.getByRole('button', { name: 'Laat de groei zien' }).click()
    await page.getByText('Van 600 leerlingen op 12 scholen.').waitFor()
    expect(await page.locator('[data-part=table] tbody tr').count()).toBe(12)
  }, 120_000)
})
