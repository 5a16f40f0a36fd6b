import { improvementMigrations } from './modules/improvement/migrations/index.ts'
import type { Migration } from './platform/database/migrate.ts'
import { people } from './platform/identity/migrations/0001-people.ts'
import { signIn } from './platform/identity/migrations/0002-sign-in.ts'
import { journal } from './platform/journal/migrations/0001-journal.ts'
import { presence } from './platform/live/migrations/0001-presence.ts'
import { outgoingMails } from './platform/mail/migrations/0001-outgoing-mails.ts'
import { organisations } from './platform/organisations/migrations/0001-organisations.ts'
import { schoolRegister } from './platform/organisations/migrations/0002-school-register.ts'
import { oneOrganisationASchool } from './platform/organisations/migrations/0003-one-organisation-a-school.ts'

/** Every step of the schema in its one order: the platform's rooms, then the modules. New steps go to the end of theirs. */
export const migrations: readonly Migration[] = [
  organisations,
  people,
  journal,
  presence,
  schoolRegister,
  signIn,
  outgoingMails,
  oneOrganisationASchool,
  ...improvementMigrations,
]
