import { isAPIError } from 'better-auth/api'
import { z } from 'zod'
import { system } from '../../database/scope.ts'
import { everyone, signedIn } from '../../web/access.ts'
import { personOf, type WebContext } from '../../web/context.ts'
import type { Route } from '../../web/route.ts'
import { authOf } from '../auth/auth-of.ts'
import '../auth/auth-tables.ts'
import { startSession, takeOver } from '../auth/start-session.ts'
import { returnPath, withReturn } from '../sign-in/return-path.ts'
import { mayChangeSecondStep } from './may-change.ts'

/**
 * The only routes that speak JSON: a passkey is made and shown by the browser's own script interface (WebAuthn), and what
 * it says goes to better-auth as it is.
 */
export const passkeyRoutes: readonly Route[] = [
  { method: 'GET', path: '/auth/passkey/register', access: signedIn, perMinute: 20, handle: registrationOptions },
  { method: 'POST', path: '/auth/passkey/register', access: signedIn, perMinute: 20, handle: register },
  { method: 'GET', path: '/auth/passkey/confirm', access: everyone, perMinute: 30, handle: confirmationOptions },
  { method: 'POST', path: '/auth/passkey/confirm', access: everyone, perMinute: 20, handle: confirm },
]

const letters = z.base64url().max(20_000)
const common = { id: letters, rawId: letters, type: z.literal('public-key'), clientExtensionResults: z.object({}) }

/** RegistrationResponseJSON and AuthenticationResponseJSON of WebAuthn Level 3, as far as they are used. */
const made = z.object({
  response: z.object({
    ...common,
    response: z.object({
      clientDataJSON: letters,
      attestationObject: letters,
      transports: z.array(z.string().max(30)).max(10).optional(),
    }),
  }),
  to: z.string().optional(),
})
const shown = z.object({
  response: z.object({
    ...common,
    response: z
      .object({
        clientDataJSON: letters,
        authenticatorData: letters,
        signature: letters,
        userHandle: letters.optional(),
      })
      .transform(({ userHandle, ...rest }) => (userHandle === undefined ? rest : { ...rest, userHandle })),
  }),
  to: z.string().optional(),
})

async function registrationOptions(c: WebContext): Promise<Response> {
  const may = await mayChangeSecondStep(c)
  if (!may.ok) return c.json({ reason: may.reason }, 403)
  return passOn(c, () =>
    authOf(c.var.services).api.generatePasskeyRegistrationOptions({ headers: c.req.raw.headers, asResponse: true }),
  )
}

async function register(c: WebContext): Promise<Response> {
  const may = await mayChangeSecondStep(c)
  if (!may.ok) return c.json({ reason: may.reason }, 403)
  const body = made.safeParse(await c.req.json().catch(() => null))
  if (!body.success) return c.json({ reason: 'malformed' }, 400)
  const answer = await passOn(c, () =>
    authOf(c.var.services).api.verifyPasskeyRegistration({
      body: { response: body.data.response },
      headers: c.req.raw.headers,
      asResponse: true,
    }),
  )
  if (answer.status !== 200) return answer
  // Whoever made the passkey just now has shown it as well.
  await startSession(c, personOf(c).id, { strong: true })
  const to = returnPath(body.data.to)
  return c.json({ to: may.steps.recoveryCodes > 0 ? to : withReturn('/second-step/recovery-codes', to) })
}

function confirmationOptions(c: WebContext): Promise<Response> {
  return passOn(c, () =>
    authOf(c.var.services).api.generatePasskeyAuthenticationOptions({ headers: c.req.raw.headers, asResponse: true }),
  )
}

async function confirm(c: WebContext): Promise<Response> {
  const body = shown.safeParse(await c.req.json().catch(() => null))
  if (!body.success) return c.json({ reason: 'malformed' }, 400)
  const { response, to } = body.data
  const { viewer } = c.var.visit
  if (viewer.kind === 'person' && (await ownerOf(c, response.id)) !== viewer.id)
    return c.json({ reason: 'not-yours' }, 403)
  const answer = await passOn(c, () =>
    authOf(c.var.services).api.verifyPasskeyAuthentication({
      body: { response },
      headers: c.req.raw.headers,
      asResponse: true,
    }),
  )
  return answer.status === 200 ? c.json({ to: returnPath(to) }) : answer
}

async function ownerOf(c: WebContext, credentialId: string): Promise<string | undefined> {
  const row = await c.var.services.db.run(system, (trx) =>
    trx.selectFrom('passkeys').select('user_id').where('credential_id', '=', credentialId).executeTakeFirst(),
  )
  return row?.user_id
}

/** Hands on what better-auth answered: its cookies and its JSON; of what went wrong only that it did. */
async function passOn(c: WebContext, ask: () => Promise<Response>): Promise<Response> {
  try {
    const answer = await ask()
    if (!answer.ok) return c.json({ reason: 'refused' }, 403)
    await takeOver(c, answer.headers)
    return c.body(await answer.text(), 200, { 'content-type': 'application/json', 'cache-control': 'no-store' })
  } catch (error) {
    if (isAPIError(error)) return c.json({ reason: 'refused' }, 403)
    throw error
  }
}
