import type { Migration } from '../../../platform/database/migrate.ts'
import { published } from './0001-published.ts'
import { pictures } from './0002-pictures.ts'
import { uploads } from './0003-uploads.ts'
import { growth } from './0004-growth.ts'
import { tracks } from './0005-tracks.ts'
import { help } from './0006-help.ts'
import { secondary } from './0007-secondary.ts'

/** Every step of this module's schema in its one order. */
export const resultsMigrations: readonly Migration[] = [published, pictures, uploads, growth, tracks, help, secondary]
