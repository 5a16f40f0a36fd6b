import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { type Provider, providersIn } from './platform/identity/federation/provider.ts'
import type { LogLevel } from './platform/web/log.ts'

const addressOrNetwork = z.string().refine((text) => {
  const [address = '', bits, more] = text.split('/')
  const longest = isIP(address) === 6 ? 128 : 32
  return isIP(address) > 0 && more === undefined && (bits === undefined || (/^\d+$/.test(bits) && +bits <= longest))
}, 'is not an address or network, such as 10.0.0.0/8')

const list = (text: string) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().optional(),
  ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  DATABASE_URL: z.string().startsWith('postgres').optional(),
  DATABASE_POOL: z.coerce.number().int().min(1).max(100).default(10),
  KANTELPUNT_DATA: z.string().default('data'),
  KANTELPUNT_DEMO: z.enum(['0', '1']).default('0'),
  KANTELPUNT_SECRET: z.string().min(32).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z
    .string()
    .regex(/^([^<>\p{Cc}]*<)?[^\s@<>,]+@[^\s@<>,]+>?$/u, 'is not a sender, such as Kantelpunt <noreply@example.nl>')
    .optional(),
  TRUSTED_PROXIES: z.string().default('').transform(list).pipe(z.array(addressOrNetwork)),
  REQUESTS_PER_MINUTE: z.coerce.number().int().min(1).default(6000),
  SECURITY_CONTACT: z.url({ protocol: /^(mailto|https|tel)$/ }).optional(),
  OIDC_PROVIDERS: z.string().default('[]').transform(providersIn),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).optional(),
})

/** The environment of the process, read once at the start. Each is explained in docs/settings.md. */
export interface ProcessSettings {
  readonly port: number
  readonly host: string
  readonly origin: string | undefined
  readonly databaseUrl: string | undefined
  readonly poolSize: number
  readonly dataFolder: string
  readonly demo: boolean
  readonly secret: string
  readonly smtp: { readonly url: string; readonly from: string } | undefined
  /** Addresses and networks of proxies whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[]
  readonly requestsPerMinute: number
  readonly securityContact: string | undefined
  readonly logLevel: LogLevel
  /** Places where schools have their accounts already; see identity/README.md. */
  readonly providers: readonly Provider[]
}

/** Reads the environment. Throws `SettingsError` with one sentence a variable that is wrong. */
export function readSettings(env: NodeJS.ProcessEnv): ProcessSettings {
  const parsed = environment.safeParse(env)
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${String(issue.path[0])}: ${issue.message}`)
    throw new SettingsError(`The environment is not right.\n${problems.join('\n')}`)
  }
  const { data } = parsed
  const demo = data.KANTELPUNT_DEMO === '1'
  if (data.DATABASE_URL !== undefined && data.KANTELPUNT_SECRET === undefined && !demo) {
    throw new SettingsError('KANTELPUNT_SECRET is missing: 32 characters or more, the same for every process.')
  }
  if (data.SMTP_URL !== undefined && data.MAIL_FROM === undefined) {
    throw new SettingsError('MAIL_FROM is missing: the sender of the mails, such as Kantelpunt <noreply@example.nl>.')
  }
  const dataFolder = resolve(data.KANTELPUNT_DATA)
  return {
    port: data.PORT,
    host: data.HOST ?? (demo ? 'localhost' : '0.0.0.0'),
    origin: data.ORIGIN?.replace(/\/$/, ''),
    databaseUrl: data.DATABASE_URL,
    poolSize: data.DATABASE_POOL,
    dataFolder,
    demo,
    secret: data.KANTELPUNT_SECRET ?? secretIn(dataFolder),
    smtp: data.SMTP_URL && data.MAIL_FROM ? { url: data.SMTP_URL, from: data.MAIL_FROM } : undefined,
    trustedProxies: data.TRUSTED_PROXIES,
    requestsPerMinute: data.REQUESTS_PER_MINUTE,
    securityContact: data.SECURITY_CONTACT,
    logLevel: data.LOG_LEVEL ?? (demo ? 'warn' : 'info'),
    providers: data.OIDC_PROVIDERS,
  }
}

/** What an operator has to put right; its message is all that they need to see. */
export class SettingsError extends Error {
  readonly code = 'settings'
}

/** A secret made once and kept beside the embedded database, readable by its owner only. */
function secretIn(folder: string): string {
  const path = join(folder, 'secret')
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(path, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' })
  }
  return readFileSync(path, 'utf8').trim()
}
