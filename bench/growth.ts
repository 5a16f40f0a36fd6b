import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { samplePupils } from '../app/modules/results/growth/sample-pupils.ts'
import { sampleWorkbook } from '../app/modules/results/growth/sample-workbook.ts'
import { launchChromium } from '../tests/chromium.ts'
import { type Figure, report } from './house/report.ts'
import { startServer } from './house/server.ts'

/*
 * The growth indicator in Chromium: from the moment that a file is chosen until its pictures and table are drawn, with the
 * press of the button between. Text and Excel of the same 100,000 pupils; `ROWS` and `ROUNDS` give others.
 */

const rows = Number(process.env.ROWS ?? 100_000)
const rounds = Number(process.env.ROUNDS ?? 7)
const schools = Math.max(2, Math.round(rows / 150))

const folder = await mkdtemp(join(tmpdir(), 'kantelpunt-growth-'))
const text = samplePupils({ pupils: rows, schools })
const cells = text
  .trim()
  .split('\n')
  .map((line) => line.split(';').map((cell) => (/^-?\d+,\d+$/.test(cell) ? Number(cell.replace(',', '.')) : cell)))
const files = { CSV: join(folder, 'pupils.csv'), Excel: join(folder, 'pupils.xlsx') }
await writeFile(files.CSV, text)
await writeFile(files.Excel, sampleWorkbook({ Leerlingen: cells }))

const server = await startServer({ folder: join(folder, 'data') })
const browser = await launchChromium()
const figures: Figure[] = [{ figure: `pupils, at ${schools} schools`, value: rows, unit: '' }]
try {
  for (const [kind, file] of Object.entries(files)) {
    const times: number[] = []
    let stages = 0
    for (let round = 0; round < rounds; round++) {
      const page = await browser.newPage({ locale: 'en-GB' })
      await page.goto(`${server.origin}/results/growth`, { waitUntil: 'networkidle' })
      const { seconds, seen } = await analyse(page, file)
      times.push(seconds)
      stages = seen
      await page.close()
    }
    times.sort((one, other) => one - other)
    figures.push(
      {
        figure: `${kind}: file chosen → drawn, median`,
        value: times[rounds >> 1] ?? Number.NaN,
        unit: 's',
        asked: '≤ 3',
      },
      { figure: `${kind}: the slowest of ${rounds}`, value: times.at(-1) ?? Number.NaN, unit: 's' },
      { figure: `${kind}: steps of progress seen`, value: stages, unit: '' },
    )
  }
} finally {
  await browser.close()
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}
report('growth', figures)

/** By the page's own clock. The button is pressed as soon as it is there. */
async function analyse(page: Page, file: string): Promise<{ readonly seconds: number; readonly seen: number }> {
  await page.evaluate(() => {
    const part = (name: string) => document.querySelector<HTMLElement>(`[data-part="${name}"]`)
    const seen = new Set<string>()
    let chosen = 0
    let pressed = false
    part('file')?.addEventListener('change', () => {
      chosen = performance.now()
    })
    new MutationObserver(() => {
      seen.add(part('stage')?.textContent ?? '')
      if (!pressed && part('columns')?.hidden === false) {
        pressed = true
        part('go')?.querySelector('button')?.click()
      }
      if (part('result')?.hidden === false && part('caterpillar')?.querySelector('svg') !== null) {
        // Two frames on, what was put on the page has been painted.
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            document.body.dataset.growth ??= JSON.stringify({
              seconds: (performance.now() - chosen) / 1000,
              seen: [...seen].filter((stage) => stage.trim() !== '').length,
            })
          }),
        )
      }
    }).observe(document.querySelector('pupil-growth') ?? document.body, {
      subtree: true,
      childList: true,
      attributes: true,
    })
  })
  await page.locator('[data-part=file]').setInputFiles(file)
  await page.waitForFunction(() => document.body.dataset.growth !== undefined, undefined, { timeout: 60_000 })
  // As it was written above.
  return JSON.parse((await page.evaluate(() => document.body.dataset.growth)) ?? '{}') as {
    seconds: number
    seen: number
  }
}
