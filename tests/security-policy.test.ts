import { describe, expect, it } from 'vitest'
import { personas } from '../app/platform/identity/demo-people.ts'
import { useApp } from './app-under-test.ts'
import { useBrowser } from './browser.ts'
import { demoBoard } from './person.ts'

describe('the security policy, in a real browser', () => {
  const app = useApp()
  const devices = useBrowser()

  // The browser complains on its console of whatever the policy stops, and any complaint fails the test.
  it('stops nothing of the house itself', async () => {
    const page = await devices.open()
    await page.goto(`${app().url}/sign-in`)
    await page.locator(`button[value="${personas.find(({ name }) => name === 'Lars Nijland')?.id}"]`).click()
    await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
    for (const path of [
      '/',
      demoBoard('Bovenbouw'),
      `${demoBoard('Bovenbouw')}/wall`,
      '/account',
      '/schools',
      '/mailbox',
      '/ui',
    ]) {
      const answer = await page.goto(app().url + path)
      if (answer?.status() === 404) devices.allow(/404/)
      expect(answer?.headers()['content-security-policy']).toContain("script-src 'self'")
      expect(answer?.status()).toBeLessThan(500)
    }
  })

  it('stops script and style that somebody got into a page', async () => {
    const page = await devices.open()
    devices.allow(/Content Security Policy/)
    await page.goto(`${app().url}/sign-in`)
    const stopped = await page.evaluate(async () => {
      const seen: string[] = []
      document.addEventListener('securitypolicyviolation', (event) => seen.push(event.effectiveDirective))
      const script = document.createElement('script')
      script.textContent = 'window.taken = true'
      document.body.append(script)
      document.body.setAttribute('style', 'display: none')
      document.body.insertAdjacentHTML('beforeend', '<img src="/favicon.svg" onload="window.taken = true">')
      await new Promise((resolve) => setTimeout(resolve, 500))
      return { seen, taken: 'taken' in window, hidden: getComputedStyle(document.body).display === 'none' }
    })
    expect(stopped.taken).toBe(false)
    expect(stopped.hidden).toBe(false)
    expect(stopped.seen).toEqual(expect.arrayContaining(['script-src-elem', 'style-src-attr', 'script-src-attr']))
  })
})
