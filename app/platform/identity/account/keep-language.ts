import type { Trx } from '../../database/scope.ts'
import type { Locale } from '../../text/dictionary.ts'
import '../people.ts'

/** Keeps the language that a person chose with their account, under their own scope. */
export async function keepLanguage(trx: Trx, userId: string, locale: Locale, now: Date): Promise<void> {
  await trx.updateTable('users').set({ locale, updated_at: now }).where('id', '=', userId).execute()
}
