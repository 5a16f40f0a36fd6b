import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().optional(),
  ORIGIN: z.url().optional(),
  DATABASE_URL: z.string().startsWith('postgres').optional(),
  DATABASE_POOL: z.coerce.number().int().min(1).max(100).default(10),
  KANTELPUNT_DATA: z.string().default('data'),
  KANTELPUNT_DEMO: z.enum(['0', '1']).default('0'),
  KANTELPUNT_SECRET: z.string().min(32).optional(),
})

export interface ProcessSettings {
  readonly port: number
  readonly host: string
  readonly origin: string | undefined
  readonly databaseUrl: string | undefined
  readonly poolSize: number
  readonly dataFolder: string
  readonly demo: boolean
  readonly secret: string
}

/** Reads the environment. Throws one sentence a variable that is wrong. */
export function readSettings(env: NodeJS.ProcessEnv): ProcessSettings {
  const parsed = environment.safeParse(env)
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${String(issue.path[0])}: ${issue.message}`)
    throw new Error(`The environment is not right.\n${problems.join('\n')}`)
  }
  const { PORT, HOST, ORIGIN, DATABASE_URL, DATABASE_POOL, KANTELPUNT_DATA, KANTELPUNT_DEMO, KANTELPUNT_SECRET } =
    parsed.data
  const dataFolder = resolve(KANTELPUNT_DATA)
  if (DATABASE_URL !== undefined && KANTELPUNT_SECRET === undefined && KANTELPUNT_DEMO === '0') {
    throw new Error('KANTELPUNT_SECRET is missing: 32 characters or more, the same for every process.')
  }
  return {
    port: PORT,
    host: HOST ?? (KANTELPUNT_DEMO === '1' ? 'localhost' : '0.0.0.0'),
    origin: ORIGIN?.replace(/\/$/, ''),
    databaseUrl: DATABASE_URL,
    poolSize: DATABASE_POOL,
    dataFolder,
    demo: KANTELPUNT_DEMO === '1',
    secret: KANTELPUNT_SECRET ?? secretIn(dataFolder),
  }
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
