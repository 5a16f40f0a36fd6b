import type { Command } from '@kantelpunt/cli'
import { adminCreate } from './admin-create.ts'
import { curriculumImport } from './curriculum-import.ts'
import { journalVerify } from './journal-verify.ts'
import { resultsLoad } from './results-load.ts'
import { schoolsImport } from './schools-import.ts'

/** The app's own commands, one file each in this folder: those that need the database. */
export const appCommands: readonly Command[] = [
  adminCreate,
  curriculumImport,
  journalVerify,
  resultsLoad,
  schoolsImport,
]
