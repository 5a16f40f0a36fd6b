import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

/** Somebody at the school's own directory: what it would say of them. */
export interface DirectoryAccount {
  readonly sub: string
  readonly [claim: string]: unknown
}

export interface OidcServer {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Who types name and password the next time somebody is sent there. */
  signsIn(account: DirectoryAccount): void
  /** What a browser does there: from the address it is sent to, to the address it is sent back to. */
  visit(address: string): Promise<string>
  stop(): Promise<void>
}

const clientId = 'kantelpunt'
const clientSecret = 'a secret between the two'

/** A real OpenID provider on a free port, whose sign-in page is passed by itself. */
export async function startOidcServer(redirectUris: readonly string[]): Promise<OidcServer> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  // A server that listens on TCP has an address of this kind.
  const { port } = server.address() as AddressInfo
  const issuer = `http://127.0.0.1:${port}`
  let account: DirectoryAccount = { sub: 'nobody' }
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [...redirectUris] }],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), alg: 'RS256', use: 'sig', kid: 'one' }] },
    cookies: { keys: ['a key for tests'] },
    claims: {
      openid: ['sub'],
      email: ['email', 'email_verified'],
      profile: ['name'],
      school: ['nlEduPersonHomeOrganizationId', 'nlEduPersonHomeOrganizationBranchId', 'eduPersonAffiliation'],
    },
    scopes: ['openid', 'email', 'profile', 'school'],
    ttl: { Interaction: 60, Session: 60, Grant: 60, AccessToken: 60, IdToken: 60 },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_ctx, id) => ({ accountId: id, claims: () => ({ ...account, sub: id }) }),
    pkce: { required: () => true },
  })
  const answer = provider.callback()
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) {
      void answer(request, response)
      return
    }
    void (async () => {
      const { params, prompt } = await provider.interactionDetails(request, response)
      if (prompt.name === 'login') {
        await provider.interactionFinished(request, response, { login: { accountId: account.sub } })
        return
      }
      const grant = new provider.Grant({ accountId: account.sub, clientId: String(params.client_id) })
      grant.addOIDCScope(String(params.scope))
      const consent = { consent: { grantId: await grant.save() } }
      await provider.interactionFinished(request, response, consent, { mergeWithLastSubmission: true })
    })()
  })

  return {
    issuer,
    clientId,
    clientSecret,
    signsIn: (next) => {
      account = next
    },
    visit: async (address) => {
      const cookies = new Map<string, string>()
      let at = address
      for (let step = 0; step < 12 && at.startsWith(issuer); step++) {
        const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
        const page = await fetch(at, { redirect: 'manual', headers: { cookie } })
        for (const line of page.headers.getSetCookie()) {
          const pair = line.split(';')[0] ?? ''
          cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
        }
        const next = page.headers.get('location')
        if (next === null) throw new Error(`The provider answered ${page.status}: ${await page.text()}`)
        at = new URL(next, at).href
      }
      return at
    },
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
