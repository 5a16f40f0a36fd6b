import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { SMTPServer } from 'smtp-server'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../database/database.ts'
import { organisationScope, system } from '../database/scope.ts'
import { asSystem, type FreshDatabase, freshDatabase } from '../database/testing.ts'
import { createJobs, type Jobs } from '../jobs/jobs.ts'
import { until } from '../jobs/testing.ts'
import type { Mailer } from './mail.ts'
import { createMailer, mailWorks } from './mailer.ts'
import { outgoingMails } from './migrations/0001-outgoing-mails.ts'
import { smtpTransport, type Transport } from './transport.ts'

const school = '00000000-0000-7000-8000-000000000001'

describe.each(['pglite', 'postgres'] as const)('mail (%s)', (engine) => {
  let fresh: FreshDatabase
  let jobs: Jobs
  let mailer: Mailer
  let transport: Transport
  const received: string[] = []
  const faults: unknown[] = []
  const bounced: string[] = []
  let now = new Date('2026-11-28T12:00:00Z')
  const database = (): Database => fresh.database
  const clock = () => now
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: ({ address }, _session, answer) => {
      const code = address.startsWith('gone') ? 550 : address.startsWith('busy') ? 450 : 0
      if (code === 0) answer()
      else answer(Object.assign(new Error(`${address} is not served`), { responseCode: code }))
    },
    onData: async (stream, _session, answer) => {
      const chunks: Buffer[] = []
      for await (const chunk of stream) chunks.push(chunk)
      received.push(Buffer.concat(chunks).toString())
      answer()
    },
  })
  const works = () => mailWorks({ db: database(), transport, clock, bounced: (code) => void bounced.push(code) })

  beforeAll(async () => {
    fresh = await freshDatabase(engine, [outgoingMails])
    const server = smtp.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : 0
    transport = smtpTransport(`smtp://127.0.0.1:${port}`, 'Kantelpunt <noreply@kantelpunt.example>')
    jobs = createJobs({ db: database(), databaseUrl: fresh.url, failed: (error) => void faults.push(error) })
    await jobs.start(works())
    mailer = createMailer({ jobs, clock, newId: uuidv7 })
  })
  afterAll(async () => {
    await jobs.stop()
    transport.close()
    await new Promise<void>((done) => void smtp.close(done))
    await fresh.remove()
  })
  const left = async () => asSystem(database(), 'select recipient from outgoing_mails')

  it('sends a letter as text and as html, and forgets it', async () => {
    await database().run(organisationScope(school), (trx) =>
      mailer.send(trx, {
        to: 'anna@school.example',
        subject: 'Inloggen bij Kantelpunt',
        text: 'Dag Anna,\n\nKlik op https://kantelpunt.example/in?a=1&b=<2>.\nGroet',
      }),
    )
    await until(() => received.length === 1)
    const [letter = ''] = received
    expect(letter).toContain('To: anna@school.example')
    expect(letter).toContain('From: Kantelpunt <noreply@kantelpunt.example>')
    expect(letter).toContain('Subject: Inloggen bij Kantelpunt')
    expect(letter).toContain('Auto-Submitted: auto-generated')
    expect(letter).toMatch(/Content-Type: text\/plain/)
    const whole = letter.replaceAll('=\r\n', '').replaceAll('=3D', '=')
    expect(whole).toContain('<a href="https://kantelpunt.example/in?a=1&amp;b=">')
    expect(whole).toContain('&lt;2&gt;')
    await until(async () => (await left()).length === 0)
    expect(await left()).toEqual([])
  })

  it('sends nothing when the write that caused it fails', async () => {
    const before = received.length
    const failing = database().run(system, async (trx) => {
      await mailer.send(trx, { to: 'never@school.example', subject: 'Nooit', text: 'Nooit' })
      throw new Error('rolled back')
    })
    await expect(failing).rejects.toThrow('rolled back')
    await wait(300)
    expect(received.length).toBe(before)
    expect(await left()).toEqual([])
  })

  it.each([
    'a@b.example\r\nBcc: everyone@b.example',
    'a@b.example, c@b.example',
    'Anna <a@b.example>',
    'a@b.example\0',
    '"a\\"@b.example',
    '@b.example',
    'a@b@c.example',
    '',
  ])('refuses %j as an address', async (to) => {
    const sending = database().run(system, (trx) => mailer.send(trx, { to, subject: 'Dag', text: 'Dag' }))
    await expect(sending).rejects.toMatchObject({ code: 'mail-address' })
  })

  it('lets a subject begin no header', async () => {
    const before = received.length
    const subject = 'Dag\r\nBcc: everyone@b.example\r\n\r\nother body'
    await database().run(system, (trx) => mailer.send(trx, { to: 'anna@school.example', subject, text: 'Dag' }))
    await until(() => received.length > before)
    const headers = received.at(-1)?.split('\r\n\r\n')[0]
    expect(headers).toContain('Subject: Dag Bcc: everyone@b.example other body')
    expect(headers).not.toMatch(/^Bcc:/m)
  })

  it('gives up on an address that is refused for good, and tells no one which', async () => {
    await database().run(system, (trx) => mailer.send(trx, { to: 'gone@school.example', subject: 'Dag', text: 'Dag' }))
    await until(() => bounced.length === 1)
    expect(bounced).toEqual(['EENVELOPE 550'])
    await until(async () => (await left()).length === 0)
  })

  it('tries again later where the other server is busy, without keeping the address in the queue', async () => {
    const before = faults.length
    await database().run(system, (trx) => mailer.send(trx, { to: 'busy@school.example', subject: 'Dag', text: 'Dag' }))
    await until(() => faults.length > before)
    const queued = async () =>
      (await database().query("select data, output, state from pgboss.job where name = 'mail' and state = 'retry'"))
        .rows
    await until(async () => (await queued()).length === 1)
    expect(JSON.stringify([await queued(), String(faults.at(-1))])).not.toContain('busy')
    expect(await left()).toEqual([{ recipient: 'busy@school.example' }])
  })

  it('forgets after three days what could not be sent', async () => {
    const forget = works().find((work) => work.name === 'forget-mails')
    await forget?.run(null)
    expect(await left()).toHaveLength(1)
    now = new Date(now.getTime() + 3 * 24 * 3600_000 + 1000)
    await forget?.run(null)
    expect(await left()).toEqual([])
  })

  it('lets the app role write a letter and read none', async () => {
    const reading = database().run(organisationScope(school), (trx) =>
      trx.selectFrom('outgoing_mails').selectAll().execute(),
    )
    await expect(reading).rejects.toThrow(/permission denied/)
  })
})
