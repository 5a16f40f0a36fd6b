import type { Command, Outcome, Shell } from '@kantelpunt/cli'
import { openDatabase } from '../platform/database/database.ts'
import { DatabaseInUseError } from '../platform/database/folder-lock.ts'
import { checkChains } from '../platform/journal/check-chains.ts'
import { readSettings, SettingsError } from '../settings.ts'

const help = `
Reads every entry of the journal from the first on and compares it with its hash and the one before: nothing was altered,
put in, taken out or cut off. Changes nothing. The server does the same each night and logs what it finds.

It reads the same settings as the server (DATABASE_URL or KANTELPUNT_DATA). With the embedded database, stop the server
first. Exit 0: the journal is whole; 2: it is not, and the answer says where.

  npx kantelpunt journal verify
`

/** `kantelpunt journal verify`: proves that what happened was not altered since. */
export const journalVerify: Command = {
  name: 'journal verify',
  usage: '',
  summary: 'Proves that nothing in the journal was altered since it was written.',
  help,
  async run(args, shell) {
    if (args.length > 0) return { kind: 'bad-input', message: 'journal verify takes nothing behind it.' }
    try {
      return await verify(shell)
    } catch (error) {
      if (error instanceof DatabaseInUseError || error instanceof SettingsError) {
        return { kind: 'bad-input', message: error.message }
      }
      throw error
    }
  },
}

async function verify({ env }: Shell): Promise<Outcome> {
  const settings = readSettings(env)
  const db = await openDatabase({ url: settings.databaseUrl, folder: settings.dataFolder, poolSize: 2 })
  try {
    const answer = await checkChains(db)
    if (answer.broken.length === 0) return { kind: 'done', answer }
    return { kind: 'no-answer', message: `${answer.broken.length} streams are not what they were.`, answer }
  } finally {
    await db.close()
  }
}
