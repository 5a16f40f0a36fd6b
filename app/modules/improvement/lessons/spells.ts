import { sql } from 'kysely'
import type { Database } from '../../../platform/database/database.ts'
import { organisationScope, system, type Trx } from '../../../platform/database/scope.ts'
import { perform } from '../../../platform/journal/perform.ts'
import type { Job } from '../../../platform/web/module.ts'
import { type Field, fieldTexts } from './document.ts'
import { lessonStream } from './lesson.ts'
import { readPlan } from './plan.ts'

/** So long after the last letter in a field what was written there becomes one entry of the history. */
const silenceMs = 10 * 60_000
/** Who goes on in a field in which another was silent for so long begins a spell of their own. */
const apartMs = 60_000
/** So many letters less at once, or a step less, is taking away what stood there. */
const takenAtOnce = 12

export interface Writing {
  readonly organisationId: string
  readonly versionId: string
  readonly actor: string
  readonly now: Date
  readonly newId: () => string
}

interface ChangedField {
  readonly field: Field
  readonly before: string
  readonly after: string
}

/**
 * Remembers who is writing in which field and what stood there when they began; nothing of the letters in between. A
 * spell has one writer, unless others wrote in the same field within a minute: whose words are whose can't be told from
 * the text before and after then, so all of them are named. Who takes away what others just wrote begins a spell of their
 * own: else these words would be in the document no more and in the history never. The row of the version must be locked.
 */
export async function noteSpells(trx: Trx, writing: Writing, changed: readonly ChangedField[]): Promise<void> {
  if (changed.length === 0) return
  const { organisationId, versionId, actor, now, newId } = writing
  const open = await trx
    .selectFrom('lesson_spells')
    .select(['id', 'field', 'actors', 'last_at'])
    .where('organisation_id', '=', organisationId)
    .where('version_id', '=', versionId)
    .where('after', 'is', null)
    .execute()
  for (const { field, before, after } of changed) {
    const spell = open.find((each) => each.field === field)
    const isOfOthers = spell?.actors.some((each) => each !== actor) ?? false
    const isLater = spell !== undefined && now.getTime() - spell.last_at.getTime() >= apartMs
    const isApart = isOfOthers && (isLater || takesAway(field, before, after))
    if (spell !== undefined) {
      const actors = [...new Set([...spell.actors, actor])]
      await trx
        .updateTable('lesson_spells')
        .set(isApart ? { after: before } : { actors, last_at: now })
        .where('organisation_id', '=', organisationId)
        .where('id', '=', spell.id)
        .execute()
    }
    if (spell !== undefined && !isApart) continue
    await trx
      .insertInto('lesson_spells')
      .values({
        organisation_id: organisationId,
        id: newId(),
        version_id: versionId,
        field,
        actors: [actor],
        before,
        after: null,
        last_at: now,
      })
      .execute()
  }
}

function takesAway(field: Field, before: string, after: string): boolean {
  const lines = (text: string) => (text === '' ? 0 : text.split('\n').length)
  return before.length - after.length >= takenAtOnce || (field === 'phases' && lines(after) < lines(before))
}

interface Silent {
  readonly organisationId: string
  readonly lessonId: string
  readonly versionId: string
  /** Who began to write. */
  readonly actor: string
}

export interface ClosingPorts {
  readonly db: Database
  readonly now: Date
  readonly newId: () => string
}

/** Writes into the history what people wrote who have been silent since. `lessonId`: of that lesson, silent or not. */
export async function closeSpells({ db, now, newId }: ClosingPorts, lessonId?: string): Promise<void> {
  const until = lessonId === undefined ? new Date(now.getTime() - silenceMs) : now
  const found = await db.run(system, (trx) =>
    trx
      .selectFrom('lesson_spells')
      .innerJoin('lesson_versions', (join) =>
        join
          .onRef('lesson_versions.organisation_id', '=', 'lesson_spells.organisation_id')
          .onRef('lesson_versions.id', '=', 'lesson_spells.version_id'),
      )
      .select(['lesson_spells.organisation_id as organisationId', 'lesson_id as lessonId', 'version_id as versionId'])
      .select('actors')
      .where((eb) =>
        lessonId === undefined
          ? eb.or([eb('last_at', '<=', until), eb('after', 'is not', null)])
          : eb('lesson_id', '=', lessonId),
      )
      .orderBy('last_at')
      .execute(),
  )
  const silent = new Map<string, Silent>()
  for (const { actors, ...version } of found) {
    const [actor = ''] = actors
    silent.set(`${version.versionId} ${actor}`, { ...version, actor })
  }
  for (const each of silent.values()) {
    const { organisationId, actor } = each
    const subject = `lesson:${each.lessonId}`
    const operation = { organisationId, stream: lessonStream(each.lessonId), actor, id: newId(), content: {}, at: now }
    await perform(db, organisationScope(organisationId), operation, async (trx, record) => {
      for (const { field, actors, before, after } of await takeSpells(trx, each, until)) {
        if (before === after) continue
        const writers = actors.length > 1 ? { writers: [null, actors] as const } : {}
        record({ action: 'lesson-written', subject, changes: { [field]: [before, after], ...writers } })
      }
      return null
    })
  }
}

export interface Written {
  readonly field: string
  /** Everybody who wrote in it, who began first. */
  readonly actors: readonly string[]
  readonly before: string
  readonly after: string
}

/** Removes the spells that one person began in a version and that ended by then, and gives what was written in them. */
async function takeSpells(trx: Trx, { organisationId, versionId, actor }: Silent, until: Date): Promise<Written[]> {
  const version = await trx
    .selectFrom('lesson_versions')
    .select('plan')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', versionId)
    .forUpdate()
    .executeTakeFirst()
  const spells = await trx
    .deleteFrom('lesson_spells')
    .where('organisation_id', '=', organisationId)
    .where('version_id', '=', versionId)
    .where((eb) => eb.or([eb('last_at', '<=', until), eb('after', 'is not', null)]))
    .where(sql<string>`actors[1]`, '=', actor)
    .returning(['field', 'actors', 'before', 'after', 'last_at'])
    .execute()
  const texts: Readonly<Record<string, string>> = fieldTexts(readPlan(version?.plan ?? {}))
  return spells
    .toSorted((a, b) => a.last_at.getTime() - b.last_at.getTime())
    .map(({ after, last_at: _, ...spell }) => ({ ...spell, after: after ?? texts[spell.field] ?? '' }))
}

export interface OpenSpell extends Written {
  readonly lastAt: Date
}

/** What was written so short ago that it is not in the history yet, newest first. */
export async function openSpellsOf(trx: Trx, organisationId: string, lessonId: string): Promise<readonly OpenSpell[]> {
  const rows = await trx
    .selectFrom('lesson_spells')
    .innerJoin('lesson_versions', (join) =>
      join
        .onRef('lesson_versions.organisation_id', '=', 'lesson_spells.organisation_id')
        .onRef('lesson_versions.id', '=', 'lesson_spells.version_id'),
    )
    .select(['field', 'before', 'after', 'actors', 'last_at as lastAt', 'plan'])
    .where('lesson_spells.organisation_id', '=', organisationId)
    .where('lesson_id', '=', lessonId)
    .orderBy('last_at', 'desc')
    .execute()
  return rows.map(({ plan, after, ...row }) => {
    const texts: Readonly<Record<string, string>> = fieldTexts(readPlan(plan))
    return { ...row, after: after ?? texts[row.field] ?? '' }
  })
}

export const closeSpellsJob: Job = {
  name: 'improvement-close-lesson-spells',
  schedule: '*/5 * * * *',
  run: ({ db, clock, newId }) => closeSpells({ db, now: clock(), newId }),
}
