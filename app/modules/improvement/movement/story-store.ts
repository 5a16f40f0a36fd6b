import type { Trx } from '../../../platform/database/scope.ts'
import type { Record as RecordEntry } from '../../../platform/journal/perform.ts'
import type { StoryWords } from './story.ts'
import './tables.ts'

export interface Story extends StoryWords {
  readonly id: string
  readonly organisationId: string
  readonly schoolName: string
  /** Null: not shared, or taken back; then only its school sees it. */
  readonly sharedAt: Date | null
}

const columns = [
  'id',
  'organisation_id as organisationId',
  'school_name as schoolName',
  'title',
  'did',
  'noticed',
  'shared_at as sharedAt',
] as const

/** What schools share, newest first. */
export function sharedStories(trx: Trx, most: number): Promise<readonly Story[]> {
  return trx
    .selectFrom('movement_stories')
    .select(columns)
    .where('shared_at', 'is not', null)
    .orderBy('shared_at', 'desc')
    .orderBy('id')
    .limit(most)
    .execute()
}

/** A story that is shared; null for any other. */
export async function sharedStory(trx: Trx, id: string): Promise<Story | null> {
  const story = await trx
    .selectFrom('movement_stories')
    .select(columns)
    .where('id', '=', id)
    .where('shared_at', 'is not', null)
    .executeTakeFirst()
  return story ?? null
}

/** The stories of one school, also those that it does not share. */
export function ownStories(trx: Trx, organisationId: string): Promise<readonly Story[]> {
  return trx
    .selectFrom('movement_stories')
    .select(columns)
    .where('organisation_id', '=', organisationId)
    .orderBy('created_at', 'desc')
    .execute()
}

export async function ownStory(trx: Trx, organisationId: string, id: string): Promise<Story | null> {
  return (await ownStories(trx, organisationId)).find((story) => story.id === id) ?? null
}

interface NewStory {
  readonly id: string
  readonly organisationId: string
  readonly schoolName: string
  readonly words: StoryWords
  readonly now: Date
}

/** Writes a story down and shares it. Its words stand in no journal: a story that is taken back is gone. */
export async function shareStory(trx: Trx, record: RecordEntry, story: NewStory): Promise<void> {
  await trx
    .insertInto('movement_stories')
    .values({
      organisation_id: story.organisationId,
      id: story.id,
      school_name: story.schoolName,
      ...story.words,
      created_at: story.now,
      shared_at: story.now,
    })
    .execute()
  record({ action: 'story-shared', subject: `story:${story.id}` })
}

type StoryKey = Pick<NewStory, 'organisationId' | 'id'>

/** New words for a story, and shared again where it was taken back. False: there is no such story. */
export async function rewriteStory(trx: Trx, record: RecordEntry, story: NewStory): Promise<boolean> {
  const { organisationId, id, schoolName, words, now } = story
  const changed = await trx
    .updateTable('movement_stories')
    .set(({ fn, val, ref }) => ({
      ...words,
      school_name: schoolName,
      shared_at: fn.coalesce(ref('shared_at'), val(now)),
    }))
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) return false
  record({ action: 'story-rewritten', subject: `story:${id}` })
  return true
}

/** Takes a story out of sight at once; its school keeps it. */
export async function takeBackStory(trx: Trx, record: RecordEntry, { organisationId, id }: StoryKey): Promise<boolean> {
  const changed = await trx
    .updateTable('movement_stories')
    .set({ shared_at: null })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .where('shared_at', 'is not', null)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) return false
  record({ action: 'story-taken-back', subject: `story:${id}` })
  return true
}

/** Deletes a story for good. */
export async function deleteStory(trx: Trx, record: RecordEntry, { organisationId, id }: StoryKey): Promise<boolean> {
  const gone = await trx
    .deleteFrom('movement_stories')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (gone.numDeletedRows === 0n) return false
  record({ action: 'story-deleted', subject: `story:${id}` })
  return true
}
