import type { Database } from '../../../platform/database/database.ts'
import { organisationScope, system, type Trx } from '../../../platform/database/scope.ts'
import { perform } from '../../../platform/journal/perform.ts'
import type { Job } from '../../../platform/web/module.ts'
import { type Field, fieldTexts } from './document.ts'
import { lessonStream } from './lesson.ts'
import { readPlan } from './plan.ts'

/** So long after somebody's last letter in a field what they wrote there becomes one entry of the history. */
const silenceMs = 10 * 60_000

export interface Spell {
  readonly organisationId: string
  readonly versionId: string
  readonly actor: string
  readonly now: Date
  readonly newId: () => string
}

/** Remembers who is writing in which field and what stood there when they began; nothing of the letters in between. */
export async function noteSpells(
  trx: Trx,
  { organisationId, versionId, actor, now, newId }: Spell,
  changed: readonly { readonly field: Field; readonly before: string }[],
): Promise<void> {
  if (changed.length === 0) return
  const rows = changed.map(({ field, before }) => ({
    organisation_id: organisationId,
    id: newId(),
    version_id: versionId,
    field,
    actor,
    before,
    last_at: now,
  }))
  await trx
    .insertInto('lesson_spells')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'version_id', 'field', 'actor']).doUpdateSet({ last_at: now }),
    )
    .execute()
}

interface Silent {
  readonly organisationId: string
  readonly lessonId: string
  readonly versionId: string
  readonly actor: string
}

export interface ClosingPorts {
  readonly db: Database
  readonly now: Date
  readonly newId: () => string
}

/** Writes into the history what people wrote who have been silent since. `lessonId`: of that lesson, silent or not. */
export async function closeSpells({ db, now, newId }: ClosingPorts, lessonId?: string): Promise<void> {
  const silentSince = new Date(now.getTime() - silenceMs)
  const found: readonly Silent[] = await db.run(system, (trx) =>
    trx
      .selectFrom('lesson_spells')
      .innerJoin('lesson_versions', (join) =>
        join
          .onRef('lesson_versions.organisation_id', '=', 'lesson_spells.organisation_id')
          .onRef('lesson_versions.id', '=', 'lesson_spells.version_id'),
      )
      .select(['lesson_spells.organisation_id as organisationId', 'lesson_id as lessonId', 'version_id as versionId'])
      .select('actor')
      .distinct()
      .where((eb) => (lessonId === undefined ? eb('last_at', '<=', silentSince) : eb('lesson_id', '=', lessonId)))
      .execute(),
  )
  for (const silent of found) {
    const { organisationId, actor } = silent
    const stream = lessonStream(silent.lessonId)
    const operation = { organisationId, stream, actor, id: newId(), content: {}, at: now }
    await perform(db, organisationScope(organisationId), operation, async (trx, record) => {
      for (const { field, before, after } of await takeSpells(
        trx,
        silent,
        lessonId === undefined ? silentSince : now,
      )) {
        if (before === after) continue
        const subject = `lesson:${silent.lessonId}`
        record({ action: 'lesson-written', subject, changes: { [field]: [before, after] } })
      }
      return null
    })
  }
}

export interface Written {
  readonly field: string
  readonly before: string
  readonly after: string
}

/** Removes the spells of one person in a version that ended by then, and gives what was written in them. */
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
    .where('actor', '=', actor)
    .where('last_at', '<=', until)
    .returning(['field', 'before'])
    .execute()
  const texts: Readonly<Record<string, string>> = fieldTexts(readPlan(version?.plan ?? {}))
  return spells.map(({ field, before }) => ({ field, before, after: texts[field] ?? '' }))
}

export interface OpenSpell extends Written {
  readonly actor: string
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
    .select(['field', 'before', 'actor', 'last_at as lastAt', 'plan'])
    .where('lesson_spells.organisation_id', '=', organisationId)
    .where('lesson_id', '=', lessonId)
    .orderBy('last_at', 'desc')
    .execute()
  return rows.map(({ plan, field, ...row }) => {
    const texts: Readonly<Record<string, string>> = fieldTexts(readPlan(plan))
    return { ...row, field, after: texts[field] ?? '' }
  })
}

export const closeSpellsJob: Job = {
  name: 'improvement-close-lesson-spells',
  schedule: '*/5 * * * *',
  run: ({ db, clock, newId }) => closeSpells({ db, now: clock(), newId }),
}
