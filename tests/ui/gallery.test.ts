import { describe, expect, it } from 'vitest'
import type { Locale } from '../../app/platform/text/dictionary.ts'
import { FortyPage } from '../../app/platform/ui/gallery/forty-page.tsx'
import { PhonePage, PhoneStand } from '../../app/platform/ui/gallery/phone-page.tsx'
import { UiPage } from '../../app/platform/ui/gallery/ui-page.tsx'
import { WallEnd, WallPage, WallStand, WallWhere } from '../../app/platform/ui/gallery/wall-page.tsx'
import { YearPage } from '../../app/platform/ui/gallery/year-page.tsx'
import { axe, sideways, smallTargets, violations } from '../axe.ts'
import { screens, useBrowser } from '../browser.ts'
import { labPage, useLab } from './lab.ts'

const now = new Date('2026-11-24T13:00:00Z')

/** Each page of the gallery as the server sends it. */
const pages: Readonly<Record<string, (locale: Locale, theme: 'light' | 'dark') => string>> = {
  '/ui': (locale, theme) => labPage({ frame: { locale, theme }, title: 'ui', children: UiPage({ locale, now }) }),
  '/ui/year': (locale, theme) => labPage({ frame: { locale, theme }, title: 'year', children: YearPage({ locale }) }),
  '/ui/forty': (locale, theme) =>
    labPage({ frame: { locale, theme }, title: 'forty', children: FortyPage({ locale }) }),
  '/ui/phone': (locale, theme) =>
    labPage({
      frame: { locale, theme },
      title: 'phone',
      chrome: 'session',
      width: 'narrow',
      where: 'Team',
      stand: PhoneStand({ locale }),
      children: PhonePage({ locale }),
    }),
  '/ui/wall': (locale, theme) =>
    labPage({
      frame: { locale, theme },
      title: 'wall',
      size: 'wall',
      chrome: 'session',
      width: 'wide',
      where: WallWhere({ locale }),
      end: WallEnd({ locale }),
      stand: WallStand({ locale }),
      children: WallPage({ locale, now }),
    }),
}

describe('every page of the gallery', () => {
  const lab = useLab()
  const devices = useBrowser()
  const variants = (['nl', 'en'] as const).flatMap((locale) =>
    (['light', 'dark'] as const).map((theme) => [locale, theme] as const),
  )

  it.each(variants)(
    'is accessible in %s and %s, at 320, 1280 and 1920 px',
    async (locale, theme) => {
      for (const [path, render] of Object.entries(pages)) lab.pages.set(path, () => render(locale, theme))
      for (const viewport of Object.values(screens)) {
        // axe needs to be put in by hand: our own policy would not let it in.
        const page = await devices.open({ viewport, bypassCSP: true, reducedMotion: 'reduce' })
        for (const path of Object.keys(pages)) {
          await page.goto(lab.url + path)
          await page.evaluate(axe)
          const where = `${path} ${locale} ${theme} ${viewport.width}`
          expect(await violations(page), where).toEqual([])
          expect(await sideways(page), where).toEqual([])
          expect(await smallTargets(page), where).toEqual([])
        }
        await page.close()
      }
    },
    120_000,
  )

  it('says nothing on the console under the policy of the house', async () => {
    const page = await devices.open()
    for (const [path, render] of Object.entries(pages)) {
      lab.pages.set(path, () => render('nl', 'light'))
      await page.goto(lab.url + path)
      await page.waitForSelector('.turbo-progress-bar, body')
    }
    // What the browser complained of fails the test when the devices close; this is the style Turbo was allowed.
    expect(await page.evaluate(() => document.head.querySelector('style')?.sheet?.cssRules.length)).toBe(1)
  })
})
