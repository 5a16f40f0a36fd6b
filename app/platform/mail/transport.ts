import { createTransport } from 'nodemailer'

export interface Letter {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** `refused`: the other side will never take it (5xx), trying again is of no use. `code` holds no personal data. */
export type Delivery =
  | { readonly ok: true; readonly keep: boolean }
  | { readonly ok: false; readonly reason: 'refused'; readonly code: string }

/** Where letters go. Throws, without naming the address, when it is worth trying again. */
export interface Transport {
  deliver(letter: Letter): Promise<Delivery>
  close(): void
}

/** In the demo letters stay here, to be read at /mailbox. */
export const mailboxTransport: Transport = { deliver: async () => ({ ok: true, keep: true }), close: () => {} }

/** No mail server was named: letters wait, and are deleted after three days. */
export const noTransport: Transport = {
  deliver: async () => {
    throw new Error('No mail server is set: give SMTP_URL and MAIL_FROM.')
  },
  close: () => {},
}

/** Sends by SMTP: `smtp://host:port`, or `smtps://user:password@host` over TLS. */
export function smtpTransport(url: string, from: string): Transport {
  const transport = createTransport(
    { url, pool: true, maxConnections: 3, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 },
    { from, disableFileAccess: true, disableUrlAccess: true },
  )
  return {
    deliver: async ({ id, to, subject, text, html }) => {
      try {
        await transport.sendMail({
          to: { name: '', address: to },
          subject,
          text,
          html,
          // The same for each try, so that a mail that arrived twice is seen to be one.
          messageId: `<${id}@${hostOf(from)}>`,
          // No out-of-office answers to a machine (RFC 3834).
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
        return { ok: true, keep: false }
      } catch (error) {
        const { code, response } = faultOf(error)
        if (response >= 500 && code !== 'EAUTH') return { ok: false, reason: 'refused', code: `${code} ${response}` }
        // Not the error itself: its message quotes the address and what the other server said of it.
        throw new Error(`The mail server did not take a mail: ${code} ${response}.`)
      }
    },
    close: () => transport.close(),
  }
}

function faultOf(error: unknown): { readonly code: string; readonly response: number } {
  if (typeof error !== 'object' || error === null) return { code: 'unknown', response: 0 }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : 'unknown'
  const response = 'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : 0
  return { code, response }
}

function hostOf(from: string): string {
  return /@([^\s>]+)/.exec(from)?.[1] ?? 'localhost'
}
