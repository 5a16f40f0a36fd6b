import { mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSettings } from './settings.ts'

const folder = mkdtempSync(join(tmpdir(), 'kantelpunt-settings-'))
const read = (env: Record<string, string>) => readSettings({ KANTELPUNT_DATA: folder, ...env })

describe('the environment', () => {
  it('needs nothing: an embedded database, a secret of its own, all addresses', () => {
    const settings = read({})
    expect(settings).toMatchObject({
      port: 3000,
      host: '0.0.0.0',
      demo: false,
      databaseUrl: undefined,
      logLevel: 'info',
    })
    expect(settings.secret).toMatch(/^[0-9a-f]{64}$/)
    expect(read({}).secret).toBe(settings.secret)
    expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600)
  })

  it('keeps the demo on this machine', () => {
    expect(read({ KANTELPUNT_DEMO: '1' })).toMatchObject({ host: 'localhost', demo: true })
  })

  it.each([
    ['a port', { PORT: '70000' }, 'PORT'],
    ['an address of its own', { ORIGIN: 'kantelpunt.example' }, 'ORIGIN'],
    ['a database', { DATABASE_URL: 'mysql://localhost' }, 'DATABASE_URL'],
    ['a secret', { KANTELPUNT_SECRET: 'short' }, 'KANTELPUNT_SECRET'],
    ['a secret where processes share a database', { DATABASE_URL: 'postgres://localhost/a' }, 'KANTELPUNT_SECRET'],
    ['a mail server', { SMTP_URL: 'https://mail.example', MAIL_FROM: 'a@b.example' }, 'SMTP_URL'],
    ['a sender beside a mail server', { SMTP_URL: 'smtp://mail.example' }, 'MAIL_FROM'],
    ['a sender', { SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'a@b.example\nBcc: c@d.example' }, 'MAIL_FROM'],
    ['proxies', { TRUSTED_PROXIES: '10.0.0.0/8, everyone' }, 'TRUSTED_PROXIES'],
    ['proxies in a network', { TRUSTED_PROXIES: '10.0.0.0/33' }, 'TRUSTED_PROXIES'],
    ['a security contact', { SECURITY_CONTACT: 'javascript:alert(1)' }, 'SECURITY_CONTACT'],
  ])('that is wrong about %s is refused by name', (_what, env, name) => {
    expect(() => read(env as Record<string, string>)).toThrow(name)
  })

  it('may name a mail server, proxies and a contact', () => {
    const settings = read({
      SMTP_URL: 'smtps://user:word@mail.example',
      MAIL_FROM: 'Kantelpunt <noreply@kantelpunt.example>',
      TRUSTED_PROXIES: '10.0.0.0/8, ::1',
      SECURITY_CONTACT: 'mailto:veilig@kantelpunt.example',
      ORIGIN: 'https://kantelpunt.example/',
    })
    expect(settings).toMatchObject({
      smtp: { from: 'Kantelpunt <noreply@kantelpunt.example>' },
      trustedProxies: ['10.0.0.0/8', '::1'],
      origin: 'https://kantelpunt.example',
    })
  })
})
