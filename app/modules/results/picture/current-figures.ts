import type { Database, StatementBuilder } from '../../../platform/database/database.ts'
import { prepared } from '../../../platform/database/prepared.ts'
import { type WebContext, withinScope } from '../../../platform/web/context.ts'
import { newestPicture, type Picture } from './picture-store.ts'
import { type SchoolPlaces, schoolPlaces } from './school-places.ts'

/** What pages of figures are drawn from: the newest picture of the country, and the register beside it. */
export interface CurrentFigures {
  readonly picture: Picture | undefined
  readonly places: SchoolPlaces
  /** Names this state of the picture, the register, all files and norms, and no other; undefined where it can't be told. */
  readonly state: string | undefined
}

/** What this process read last. */
let kept: CurrentFigures | undefined

/** What tells one state of all figures from another, in one question: nothing that counts is ever taken away. */
const newestIds = prepared((db: StatementBuilder, _: object) =>
  db.selectNoFrom((of) => [
    of
      .selectFrom('result_pictures')
      .select('id')
      .orderBy('made_at', 'desc')
      .orderBy('id', 'desc')
      .limit(1)
      .as('picture'),
    of
      .selectFrom('register_imports')
      .select('id')
      .where('status', '=', 'imported')
      .orderBy('imported_at', 'desc')
      .orderBy('id', 'desc')
      .limit(1)
      .as('register'),
    of
      .selectFrom('result_files')
      .select((file) => file.fn.countAll<string>().as('files'))
      .where('status', '=', 'loaded')
      .as('files'),
    of
      .selectFrom('result_secondary_versions')
      .select((version) => version.fn.countAll<string>().as('versions'))
      .as('versions'),
  ]),
)

interface NewestIds {
  readonly picture: string | null
  readonly register: string | null
  readonly files: string | number | null
  readonly versions: string | number | null
}

/** An answer is asked for anew after so many ms: a crowd asks ten times a second. */
const freshFor = 100
/** Until then what is known serves while the question is under way, so that nobody waits and no crowd is answered in one go. */
const servesFor = 1000

interface Asked {
  /** The newest answer, and since when it is known. */
  known: { readonly ids: NewestIds | undefined; readonly at: number } | undefined
  underWay: Promise<NewestIds | undefined> | undefined
}

const lastAsked = new WeakMap<Database, Asked>()

function askNewest(db: Database): NewestIds | undefined | Promise<NewestIds | undefined> {
  const asked = lastAsked.get(db) ?? { known: undefined, underWay: undefined }
  lastAsked.set(db, asked)
  const { known } = asked
  const age = known === undefined ? Number.POSITIVE_INFINITY : performance.now() - known.at
  if (age < freshFor) return known?.ids
  asked.underWay ??= ask(db, asked)
  if (age >= servesFor) return asked.underWay
  // Where it fails whoever comes after that second hears of it.
  asked.underWay.catch(() => {})
  return known?.ids
}

async function ask(db: Database, asked: Asked): Promise<NewestIds | undefined> {
  try {
    // Of nobody: all of it is public.
    const [ids] = await db.ask({ kind: 'person', userId: null, organisationIds: [] }, newestIds({}))
    asked.known = { ids, at: performance.now() }
    return ids
  } finally {
    asked.underWay = undefined
  }
}

/** What this process changed itself is seen at once: call it where a file was loaded or a picture made. */
export function lookAgain(db: Database): void {
  lastAsked.delete(db)
}

/** As `newestPicture` and `schoolPlaces`, mostly without waiting for the database: at most a second old, and never behind this process. */
export async function currentFigures(c: WebContext): Promise<CurrentFigures> {
  const newest = await askNewest(c.var.services.db)
  const state = newest?.picture && newest.register ? stateOf(newest.picture, newest.register, newest) : undefined
  if (state !== undefined && kept?.state === state) return kept
  const { picture, places } = await withinScope(c, async (trx) => ({
    picture: await newestPicture(trx),
    places: await schoolPlaces(trx),
  }))
  const isKnown = newest !== undefined && picture !== undefined && places.state !== ''
  const figures = { picture, places, state: isKnown ? stateOf(picture.id, places.state, newest) : undefined }
  if (isKnown) kept = figures
  return figures
}

function stateOf(picture: string, register: string, { files, versions }: NewestIds): string {
  return `${picture} ${register} ${files} ${versions}`
}
