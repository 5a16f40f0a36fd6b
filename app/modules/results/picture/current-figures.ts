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

/** How long an answer serves, in ms: a crowd asks ten times a second, and another process's picture is seen as soon. */
const servesFor = 100

/** What was asked last of a database: everybody who comes meanwhile, or just after, takes that answer. */
const lastAsked = new WeakMap<Database, { readonly answer: Promise<NewestIds | undefined>; until: number }>()

function askNewest(db: Database): Promise<NewestIds | undefined> {
  const last = lastAsked.get(db)
  if (last !== undefined && performance.now() < last.until) return last.answer
  // Of nobody: both are public.
  const answer = db.ask({ kind: 'person', userId: null, organisationIds: [] }, newestIds({})).then(([newest]) => newest)
  const asked = { answer, until: Number.POSITIVE_INFINITY }
  lastAsked.set(db, asked)
  answer.then(
    () => {
      asked.until = performance.now() + servesFor
    },
    () => lastAsked.delete(db),
  )
  return answer
}

/** What this process changed itself is seen at once: call it where a file was loaded or a picture made. */
export function lookAgain(db: Database): void {
  lastAsked.delete(db)
}

/** As `newestPicture` and `schoolPlaces`, mostly without a question to the database. */
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
