import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:net'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../app/platform/database/database.ts'
import { createAdmin, oneTimeLink } from '../../app/platform/identity/first-admin.ts'
import { useApp } from '../app-under-test.ts'
import { screens, useBrowser } from '../browser.ts'

// A passkey belongs to an address, so this server must know its own.
const port = await freePort()
const origin = `http://localhost:${port}`

describe('a leader confirms with a passkey', () => {
  const app = useApp('postgres', { KANTELPUNT_DEMO: '0', PORT: String(port), ORIGIN: origin })
  const devices = useBrowser()

  it('makes one at the first visit, gets recovery codes, and from then on signs in with it', async () => {
    const { DATABASE_URL: url = '', KANTELPUNT_SECRET: secret = '' } = app().env
    const email = 'jo@kantelpunt.example'
    const link = await asAdmin(url, secret, email)
    const page = await devices.open({ viewport: screens.phone })
    const passkeys = await withPasskeys(page)

    await page.goto(link)
    await page.getByRole('button', { name: 'Log mij in' }).click()
    await page.getByRole('heading', { name: 'Nog één slot erop' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/second-step')
    await page.getByRole('button', { name: 'Maak een passkey' }).click()
    await page.getByRole('button', { name: 'Maak mijn herstelcodes' }).click()
    const codes = page.getByRole('main').locator('code')
    await codes.first().waitFor()
    expect(await codes.count()).toBe(10)
    const [code = ''] = await codes.allTextContents()
    await page.getByRole('link', { name: 'Ik heb ze bewaard' }).click()
    await page.getByRole('heading', { name: 'Organisaties' }).waitFor()
    expect(await passkeys()).toBe(1)

    await signOut(page)
    await page.getByRole('button', { name: 'Inloggen met een passkey' }).click()
    await page.waitForURL(`${origin}/`)
    await page.goto(`${origin}/admin`)
    await page.getByRole('heading', { name: 'Organisaties' }).waitFor()

    // A second sign-in by mail alone is not enough, but the passkey at hand confirms it.
    await signOut(page)
    await page.goto(await asAdmin(url, secret, email))
    await page.getByRole('button', { name: 'Log mij in' }).click()
    await page.getByRole('button', { name: 'Bevestig met je passkey' }).click()
    await page.getByRole('heading', { name: 'Organisaties' }).waitFor()

    // On a device without it a recovery code does, and without script too.
    const borrowed = await devices.open({ viewport: screens.phone, javaScriptEnabled: false })
    await borrowed.goto(await asAdmin(url, secret, email))
    await borrowed.getByRole('button', { name: 'Log mij in' }).click()
    await borrowed.getByText('Telefoon of passkey kwijt?').click()
    await borrowed.getByLabel('Een van je herstelcodes').fill(code)
    await borrowed.getByRole('button', { name: 'Bevestig met deze code' }).click()
    await borrowed.getByRole('heading', { name: 'Organisaties' }).waitFor()
  })

  it('is told when no passkey of this person is at hand', async () => {
    devices.allow(/403/)
    const page = await devices.open()
    await withPasskeys(page, false)
    await page.goto(`${origin}/sign-in`)
    await page.getByRole('button', { name: 'Inloggen met een passkey' }).click()
    await page.getByText('Dat lukte niet').waitFor()
    expect(await page.getByRole('button', { name: 'Inloggen met een passkey' }).isEnabled()).toBe(true)
  })
})

async function signOut(page: Page): Promise<void> {
  await page.goto(`${origin}/account`)
  await page.getByRole('banner').locator('summary').last().click()
  await page.getByRole('banner').getByRole('button', { name: 'Uitloggen' }).click()
  await page.waitForURL(`${origin}/sign-in`)
}

/** Makes somebody admin of the platform and resolves to a link that signs them in. */
async function asAdmin(url: string, secret: string, email: string): Promise<string> {
  const db = await openDatabase({ url, folder: '', poolSize: 1 })
  try {
    const newId = () => randomUUID()
    await createAdmin(db, { email, name: 'Jo Zwart', resetSecondStep: false, now: new Date(), newId })
    return await oneTimeLink({ db, origin, secret, newId }, email)
  } finally {
    await db.close()
  }
}

/** Gives a page an authenticator that says yes by itself; resolves to a counter of what it keeps. */
async function withPasskeys(page: Page, saysYes = true): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: saysYes,
      automaticPresenceSimulation: true,
    },
  })
  return async () => (await session.send('WebAuthn.getCredentials', { authenticatorId })).credentials.length
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('No port was given.')
  return address.port
}
