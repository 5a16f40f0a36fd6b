import { setCookie } from 'hono/cookie'
import type { Trx } from '../database/scope.ts'
import type { WebContext } from '../web/context.ts'
import { guestCookie } from './guest-cookie.ts'
import './people.ts'
import type { GuestKind } from './roles.ts'
import { hashToken, newToken } from './token.ts'

export interface GuestWish {
  readonly organisationId: string
  readonly kind: GuestKind
  /** The one thing that the pass is for, such as `session:<id>` or `class-board:<id>`. */
  readonly about: string
  /** 1 to 40 characters; a nickname, for pupils. */
  readonly name: string
  readonly expiresAt: Date
  readonly now: Date
  readonly newId: () => string
}

export interface GuestPass {
  readonly id: string
  readonly token: string
  readonly expiresAt: Date
}

/**
 * Lets somebody in without an account, to one thing, until a moment. The token is known to the browser only; the table
 * has its hash. Give the pass with `setGuestCookie` in the same answer.
 */
export async function createGuest(trx: Trx, wish: GuestWish): Promise<GuestPass> {
  const { organisationId, kind, about, name, expiresAt, now, newId } = wish
  const id = newId()
  const token = newToken()
  await trx
    .insertInto('guests')
    .values({
      organisation_id: organisationId,
      id,
      kind,
      about,
      name,
      token_hash: hashToken(token),
      expires_at: expiresAt,
      created_at: now,
    })
    .execute()
  return { id, token, expiresAt }
}

/** Ends passes: of one thing that is over, or of one guest. */
export async function endGuests(
  trx: Trx,
  organisationId: string,
  which: { readonly about: string } | { readonly id: string },
): Promise<void> {
  const query = trx.deleteFrom('guests').where('organisation_id', '=', organisationId)
  await ('about' in which ? query.where('about', '=', which.about) : query.where('id', '=', which.id)).execute()
}

/** Puts the pass in the browser: not readable by scripts, not sent along from other websites' forms. */
export function setGuestCookie(c: WebContext, { token, expiresAt }: GuestPass): void {
  setCookie(c, guestCookie, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: c.var.services.settings.origin.startsWith('https:'),
    expires: expiresAt,
  })
}
