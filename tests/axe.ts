import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

/** The script of axe, to be evaluated on a page before `violations` asks it. */
export const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** WCAG 2.2 AA and best practices. */
export async function violations(page: Page, rules: 'all' | 'colours' = 'all'): Promise<readonly string[]> {
  return page.evaluate(async (which) => {
    const { axe } = globalThis as unknown as {
      axe: {
        run(
          options: object,
        ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>
      }
    }
    // Of all rules only these look at colours: enough for a second theme on the same page.
    const colours = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } }
    const { violations } = await axe.run(which === 'colours' ? colours : {})
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary}`),
    )
  }, rules)
}

/** What sticks out of the window to the right. */
export async function sideways(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    if (document.documentElement.scrollWidth <= innerWidth) return []
    const out = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > innerWidth + 1,
    )
    return out.map((element) => `${element.tagName}.${element.getAttribute('class')}`)
  })
}

/** Controls smaller than 44 px (64 px on the wall) in height; links inside a sentence are exempt (WCAG 2.5.8). */
export async function smallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const least = document.documentElement.dataset.size === 'wall' ? 64 : 44
    const controls = document.querySelectorAll<HTMLElement>(
      'button, summary, select, a, .choice, .faces label, input:not([type=hidden], [type=radio], [type=checkbox]), textarea',
    )
    return [...controls]
      .filter((control) => control.checkVisibility() && control.closest('p, .skip') === null)
      .filter((control) => control.getBoundingClientRect().height < least - 0.5)
      .map((control) => `${Math.round(control.getBoundingClientRect().height)} px ${control.outerHTML.slice(0, 120)}`)
  })
}
