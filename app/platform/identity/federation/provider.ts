import type { GenericOAuthConfig } from 'better-auth/plugins'
import { z } from 'zod'

/** A place where schools have their accounts already, such as Entree Federatie or a governing body's own directory. */
export const providerSchema = z.strictObject({
  /** Part of addresses: `/auth/callback/<id>` is the redirect address to register at the provider. */
  id: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/),
  /** On the button: 'Inloggen met …'. */
  name: z.string().min(1).max(60),
  /** As in the provider's discovery document, which is at `<issuer>/.well-known/openid-configuration`. */
  issuer: z.url({ protocol: /^https?$/ }),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  scopes: z.array(z.string()).default(['openid', 'email', 'profile']),
  /** The names by which this provider says things. */
  claims: z
    .strictObject({
      brin: z.string().default('nlEduPersonHomeOrganizationId'),
      branch: z.string().default('nlEduPersonHomeOrganizationBranchId'),
      affiliation: z.string().default('eduPersonAffiliation'),
      email: z.string().default('email'),
      emailVerified: z.string().default('email_verified'),
      name: z.string().default('name'),
    })
    .prefault({}),
  /** The schools it may speak for, by BRIN (`00AP`). Left out: all, as for a national federation. */
  brins: z.array(z.string().regex(/^[0-9]{2}[A-Z]{2}$/)).optional(),
})

export type Provider = z.infer<typeof providerSchema>

const providerList = z
  .array(providerSchema)
  .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, 'has two providers with one id')

/** Reads the setting OIDC_PROVIDERS: a JSON list. Problems become issues of the setting. */
export function providersIn(text: string, context: z.RefinementCtx): readonly Provider[] {
  let list: unknown
  try {
    list = JSON.parse(text)
  } catch {
    context.addIssue({ code: 'custom', message: 'is not JSON' })
    return z.NEVER
  }
  const parsed = providerList.safeParse(list)
  if (parsed.success) return parsed.data
  for (const { path, message } of parsed.error.issues) {
    context.addIssue({ code: 'custom', message: `${path.join('.')}: ${message}` })
  }
  return z.NEVER
}

/** What a provider said of somebody, from its signed token and its userinfo endpoint. */
export type Claims = Readonly<Record<string, unknown>>

export type Admit = (provider: Provider, claims: Claims) => Promise<Admitted>

export interface Admitted {
  readonly subject: string
  readonly email: string
  readonly name: string
}

/** How better-auth talks to a provider. `admit` runs before it looks for the account, so that it finds one or stops. */
export function providerConfig(provider: Provider, admit: Admit): GenericOAuthConfig {
  return {
    providerId: provider.id,
    discoveryUrl: discoveryAddress(provider),
    clientId: provider.clientId,
    clientSecret: provider.clientSecret,
    scopes: provider.scopes,
    pkce: true,
    requireIdTokenVerification: true,
    disableSignUp: true,
    accountSubject: ({ profile }) => String(profile.id),
    getUserInfo: async ({ idToken, accessToken }) => {
      if (idToken === undefined) return null
      // Its signature, issuer, audience and nonce were checked just before.
      const signed = claimsIn(idToken)
      const told = accessToken === undefined ? {} : await askUserInfo(provider, accessToken)
      // OpenID Connect Core 5.3.2: an answer about somebody else must not be used.
      if (told.sub !== undefined && told.sub !== signed.sub) return null
      const { subject, email, name } = await admit(provider, { ...told, ...signed })
      return { id: subject, email, emailVerified: true, name }
    },
  }
}

function claimsIn(idToken: string): Claims {
  const payload = idToken.split('.')[1] ?? ''
  return z.record(z.string(), z.unknown()).parse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')))
}

const discovery = z.object({ issuer: z.string(), userinfo_endpoint: z.url().optional() })

async function askUserInfo(provider: Provider, accessToken: string): Promise<Claims> {
  const found = discovery.parse(await (await ask(discoveryAddress(provider))).json())
  if (found.issuer !== provider.issuer) throw new Error(`Provider ${provider.id} calls itself by another issuer.`)
  if (found.userinfo_endpoint === undefined) return {}
  const answer = await ask(found.userinfo_endpoint, { authorization: `Bearer ${accessToken}` })
  return z.record(z.string(), z.unknown()).parse(await answer.json())
}

async function ask(address: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  const answer = await fetch(address, { headers, redirect: 'error', signal: AbortSignal.timeout(10_000) })
  if (!answer.ok) throw new Error(`${new URL(address).host} answered ${answer.status}.`)
  return answer
}

function discoveryAddress({ issuer }: Provider): string {
  return `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
}
