import { getCookie, setCookie } from 'hono/cookie'
import { newToken } from '../../../../platform/identity/token.ts'
import type { WebContext } from '../../../../platform/web/context.ts'
import { mostDaysOpen } from '../round.ts'

const name = 'kantelpunt_voice'

export interface Device {
  /** Given to this device for this round alone. */
  readonly secret: string
  readonly answered: boolean
}

/** What this device knows of a round. The cookie is sent for the page of that round only, so rounds can't be tied together. */
export function deviceOf(c: WebContext): Device | null {
  const [secret = '', answered] = (getCookie(c, name) ?? '').split('.')
  return /^[\w-]{43}$/.test(secret) ? { secret, answered: answered === 'answered' } : null
}

export function rememberDevice(c: WebContext, code: string, device: Device): void {
  setCookie(c, name, device.answered ? `${device.secret}.answered` : device.secret, {
    path: `/v/${code}`,
    httpOnly: true,
    sameSite: 'Lax',
    secure: c.var.services.settings.origin.startsWith('https:'),
    maxAge: (mostDaysOpen + 1) * 24 * 3600,
  })
}

export function newDevice(): Device {
  return { secret: newToken(), answered: false }
}
