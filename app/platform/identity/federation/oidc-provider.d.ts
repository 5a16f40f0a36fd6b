/** The part of oidc-provider that the tests use; the package brings no types. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http'

  interface Grant {
    addOIDCScope(scope: string): void
    save(): Promise<string>
  }

  export default class Provider {
    constructor(
      issuer: string,
      configuration: {
        readonly clients: readonly object[]
        readonly jwks: { readonly keys: readonly object[] }
        readonly cookies: { readonly keys: readonly string[] }
        readonly claims: Readonly<Record<string, readonly string[]>>
        readonly scopes: readonly string[]
        readonly features: object
        readonly ttl: Readonly<Record<string, number>>
        readonly interactions: { url(context: unknown, interaction: { readonly uid: string }): string }
        findAccount(context: unknown, id: string): { readonly accountId: string; claims(): object }
        readonly pkce: { required(): boolean }
      },
    )
    readonly Grant: new (owner: {
      readonly accountId: string
      readonly clientId: string
    }) => Grant
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>
    interactionDetails(
      request: IncomingMessage,
      response: ServerResponse,
    ): Promise<{
      readonly params: Readonly<Record<string, unknown>>
      readonly prompt: { readonly name: 'login' | 'consent' }
    }>
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: object,
      options?: { readonly mergeWithLastSubmission: boolean },
    ): Promise<void>
  }
}
