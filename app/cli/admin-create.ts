import { createHash } from 'node:crypto'
import { parseArgs } from 'node:util'
import type { Command, Outcome, Shell } from '@kantelpunt/cli'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { migrations } from '../migrations.ts'
import { openDatabase } from '../platform/database/database.ts'
import { DatabaseInUseError } from '../platform/database/folder-lock.ts'
import { migrate } from '../platform/database/migrate.ts'
import { linkMinutes } from '../platform/identity/auth/auth.ts'
import { createAdmin, oneTimeLink } from '../platform/identity/first-admin.ts'
import { readSettings, SettingsError } from '../settings.ts'

const help = `
Makes somebody an admin of the platform and prints a link that signs them in: it works ${linkMinutes} minutes and once. This is
how the first person gets in; everybody else is invited. Who is here already becomes an admin too and gets a link.

  --reset-second-step   takes away passkeys, app and recovery codes, for an admin who lost them all.

It reads the same settings as the server (DATABASE_URL or KANTELPUNT_DATA, ORIGIN, KANTELPUNT_SECRET). With the embedded
database, stop the server first.

  npx kantelpunt admin create --email jo@example.nl --name "Jo Zwart"
`

const wish = z.object({
  email: z.string().max(200).toLowerCase().pipe(z.email()),
  name: z.string().trim().min(2).max(100),
  'reset-second-step': z.boolean().default(false),
})

/** `kantelpunt admin create`: lets the first person in. */
export const adminCreate: Command = {
  name: 'admin create',
  usage: '--email ADDRESS --name NAME [--reset-second-step]',
  summary: 'Makes somebody an admin of the platform and prints a link that signs them in once.',
  help,
  async run(args, shell) {
    const asked = readArguments(args)
    if (typeof asked === 'string') return { kind: 'bad-input', message: asked }
    try {
      return await create(asked, shell)
    } catch (error) {
      if (error instanceof DatabaseInUseError || error instanceof SettingsError) {
        return { kind: 'bad-input', message: error.message }
      }
      throw error
    }
  },
}

function readArguments(args: readonly string[]): z.infer<typeof wish> | string {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        email: { type: 'string' },
        name: { type: 'string' },
        'reset-second-step': { type: 'boolean' },
      },
    })
    const parsed = wish.safeParse(values)
    if (parsed.success) return parsed.data
    return parsed.error.issues.map(({ path, message }) => `--${path.join('.')}: ${message}`).join('\n')
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

async function create(asked: z.infer<typeof wish>, { env }: Shell): Promise<Outcome> {
  const settings = readSettings(env)
  const origin = settings.origin ?? `http://localhost:${settings.port}`
  const db = await openDatabase({ url: settings.databaseUrl, folder: settings.dataFolder, poolSize: 2 })
  try {
    await migrate(db.kysely, migrations, (text) => createHash('sha256').update(text).digest('hex'))
    const { email, name } = asked
    const resetSecondStep = asked['reset-second-step']
    const { id, created } = await createAdmin(db, { email, name, resetSecondStep, now: new Date(), newId: uuidv7 })
    const link = await oneTimeLink({ db, origin, secret: settings.secret, newId: uuidv7 }, email)
    return { kind: 'done', answer: { person: id, created, link, minutes: linkMinutes } }
  } finally {
    await db.close()
  }
}
