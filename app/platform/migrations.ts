import type { Migration } from './database/migrate.ts'
import { people } from './identity/migrations/0001-people.ts'
import { signIn } from './identity/migrations/0002-sign-in.ts'
import { demoMark } from './identity/migrations/0003-demo-mark.ts'
import { journal } from './journal/migrations/0001-journal.ts'
import { presence } from './live/migrations/0001-presence.ts'
import { outgoingMails } from './mail/migrations/0001-outgoing-mails.ts'
import { organisations } from './organisations/migrations/0001-organisations.ts'
import { schoolRegister } from './organisations/migrations/0002-school-register.ts'
import { oneOrganisationASchool } from './organisations/migrations/0003-one-organisation-a-school.ts'

/** Every step of the rooms of the platform in its one order: a room refers to the tables of those before it. */
export const platformMigrations: readonly Migration[] = [
  organisations,
  people,
  journal,
  presence,
  schoolRegister,
  signIn,
  outgoingMails,
  oneOrganisationASchool,
  demoMark,
]
