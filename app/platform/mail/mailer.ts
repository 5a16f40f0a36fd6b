import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { system } from '../database/scope.ts'
import type { Jobs, Work } from '../jobs/jobs.ts'
import { oneLine, requireAddress } from './address.ts'
import type { Mailer } from './mail.ts'
import { mailHtml } from './mail-html.tsx'
import type { Transport } from './transport.ts'

const keptForMs = 3 * 24 * 3600_000
const mailJob = z.object({ id: z.uuid() })

export interface MailerParts {
  readonly jobs: Jobs
  readonly clock: () => Date
  readonly newId: () => string
}

/** The mailer that handlers and services are given. Throws `MailAddressError` for what is not one bare address. */
export function createMailer({ jobs, clock, newId }: MailerParts): Mailer {
  return {
    send: async (trx, { to, subject, text, html, locale = 'nl' }) => {
      const id = newId()
      await trx
        .insertInto('outgoing_mails')
        .values({
          id,
          recipient: requireAddress(to),
          subject: oneLine(subject),
          text,
          html: html ?? mailHtml(text, locale),
          created_at: clock(),
          sent_at: null,
        })
        .execute()
      await jobs.send(trx, 'mail', { id })
    },
  }
}

export interface MailWorkParts {
  readonly db: Database
  readonly transport: Transport
  readonly clock: () => Date
  /** A mail that will never arrive: a code such as `EENVELOPE 550`, without the address. */
  readonly bounced: (code: string) => void
}

/** Sending what lies in `outgoing_mails`, and forgetting what was not sent in time. */
export function mailWorks({ db, transport, clock, bounced }: MailWorkParts): readonly Work[] {
  const send = async (data: unknown): Promise<void> => {
    const { id } = mailJob.parse(data)
    const letter = await db.run(system, (trx) =>
      trx.selectFrom('outgoing_mails').selectAll().where('id', '=', id).where('sent_at', 'is', null).executeTakeFirst(),
    )
    // Sent before by a process that died before it could say so, or too old.
    if (letter === undefined) return
    const { recipient, subject, text, html } = letter
    const delivery = await transport.deliver({ id, to: recipient, subject, text, html })
    if (!delivery.ok) bounced(delivery.code)
    await db.run(system, async (trx) => {
      if (delivery.ok && delivery.keep) {
        await trx.updateTable('outgoing_mails').set({ sent_at: clock() }).where('id', '=', id).execute()
      } else await trx.deleteFrom('outgoing_mails').where('id', '=', id).execute()
    })
  }

  const forget = async (): Promise<void> => {
    const oldest = new Date(clock().getTime() - keptForMs)
    await db.run(system, (trx) => trx.deleteFrom('outgoing_mails').where('created_at', '<', oldest).execute())
  }

  return [
    { name: 'mail', retries: 10, run: send },
    { name: 'forget-mails', schedule: '20 3 * * *', run: forget },
  ]
}
