import { APIError } from '@better-auth/core/error'
import { passkey } from '@better-auth/passkey'
import { getSessionFromCtx } from 'better-auth/api'
import { betterAuth } from 'better-auth/minimal'
import { genericOAuth, magicLink } from 'better-auth/plugins'
import type { Database } from '../../database/database.ts'
import { type Admit, type Provider, providerConfig } from '../federation/provider.ts'
import { hashToken, newToken } from '../token.ts'
import { deviceName } from './device-name.ts'
import { housePlugin } from './house-plugin.ts'
import { systemAdapter } from './system-adapter.ts'

export const linkMinutes = 15
const sessionDays = 14
/** How long a browser keeps the cookie (400 days is the most they allow); the row in the table decides when it ends. */
const cookieSeconds = 400 * 24 * 3600
const daySeconds = 24 * 3600

export interface SignInLetter {
  readonly email: string
  readonly token: string
  /** What the caller of `signInMagicLink` gave along. */
  readonly metadata: Readonly<Record<string, unknown>>
}

export interface AuthParts {
  readonly db: Database
  readonly newId: () => string
  readonly origin: string
  readonly secret: string
  readonly demo: boolean
  readonly providers: readonly Provider[]
  /** Brings a one-time token to whoever asked for it, where the address is known. */
  readonly deliver: (letter: SignInLetter) => Promise<void>
  /** Finds or makes the person behind a school account; throws `NotAdmitted`. */
  readonly admit: Admit
}

export type Auth = ReturnType<typeof createAuth>

/** better-auth on our tables, without its router: call `auth.api.*` with the headers of the request. */
export function createAuth({ db, newId, origin, secret, demo, providers, deliver, admit }: AuthParts) {
  const times = { createdAt: 'created_at', updatedAt: 'updated_at' } as const
  return betterAuth({
    appName: 'Kantelpunt',
    baseURL: origin,
    basePath: '/auth',
    secret,
    database: systemAdapter(db),
    telemetry: { enabled: false },
    // Its messages quote addresses and tokens; what matters comes back as a value or an exception.
    logger: { disabled: true },
    user: { modelName: 'users', fields: { emailVerified: 'email_verified', ...times } },
    session: {
      modelName: 'sessions',
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        ...times,
      },
      additionalFields: {
        secondFactorAt: { type: 'date', required: false, input: false, fieldName: 'second_factor_at' },
      },
      expiresIn: cookieSeconds,
      freshAge: daySeconds,
      // The SQL function visit() keeps sessions alive.
      disableSessionRefresh: true,
    },
    account: {
      modelName: 'accounts',
      fields: { accountId: 'account_id', providerId: 'provider_id', userId: 'user_id', ...times },
      // Who may come in with a school account is decided by `admit`, which also links it.
      accountLinking: { enabled: false },
      updateAccountOnSignIn: false,
      storeStateStrategy: 'database',
    },
    verification: { modelName: 'verifications', fields: { expiresAt: 'expires_at', ...times }, disableCleanup: true },
    advanced: {
      cookiePrefix: 'kantelpunt',
      useSecureCookies: origin.startsWith('https:'),
      database: { generateId: newId },
      ipAddress: { disableIpTracking: true },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session, context) => {
            // A passkey is a second step by itself: it needs the device, and after a mail link that is two.
            const strong = demo || context?.path === '/passkey/verify-authentication'
            return {
              data: {
                ...(strong ? { secondFactorAt: session.createdAt } : {}),
                ipAddress: null,
                userAgent: deviceName(session.userAgent ?? ''),
                expiresAt: new Date(session.createdAt.getTime() + sessionDays * daySeconds * 1000),
              },
            }
          },
        },
      },
    },
    plugins: [
      housePlugin,
      magicLink({
        expiresIn: linkMinutes * 60,
        disableSignUp: true,
        generateToken: newToken,
        storeToken: { type: 'custom-hasher', hash: async (token) => hashToken(token) },
        sendMagicLink: ({ email, token, metadata }) => deliver({ email, token, metadata: metadata ?? {} }),
      }),
      passkey({
        rpName: 'Kantelpunt',
        rpID: new URL(origin).hostname,
        origin,
        advanced: { webAuthnChallengeCookie: 'passkey' },
        authentication: {
          // Alone, without a sign-in before it, a passkey counts only where it asked for a finger, a face or a code.
          afterVerification: async ({ ctx, verification }) => {
            if (verification.authenticationInfo.userVerified) return
            if ((await getSessionFromCtx(ctx)) === null) throw new APIError('UNAUTHORIZED')
          },
        },
        schema: {
          passkey: {
            modelName: 'passkeys',
            fields: {
              publicKey: 'public_key',
              userId: 'user_id',
              credentialID: 'credential_id',
              deviceType: 'device_type',
              backedUp: 'backed_up',
              createdAt: 'created_at',
            },
          },
        },
      }),
      genericOAuth({ config: providers.map((provider) => providerConfig(provider, admit)) }),
    ],
  })
}
