import type { Topic } from '../../../platform/live/topic.ts'
import { Alert, People } from '../../../platform/ui/index.ts'
import { lessonPeople } from './lesson.ts'
import { findLesson } from './lesson-store.ts'
import { movedTarget, removedTarget } from './passing-targets.ts'
import { lessonsText } from './text.ts'

/**
 * What pages of a lesson are sent: what is written in its document passes by as it comes (`document-store.ts`); where
 * anything else changed, the page asks for itself again, and what is being written in stays. A page of a lesson that was
 * removed stays as it is, and says so.
 */
export const lessonTopic: Topic = {
  kind: 'lesson',
  access: lessonPeople,
  follow: async (trx, visit, id) => ((await findLesson(trx, visit, id)) === null ? null : 'writes'),
  render: async (_trx, { entries, locale }) => {
    const changed = entries.filter(({ action }) => action !== 'lesson-written')
    if (changed.length === 0) return <></>
    // Asking for the page would get "not found", and take away what somebody may want to copy.
    if (changed.some(({ changes }) => changes?.removed_at !== undefined)) {
      return (
        <turbo-stream action="update" target={removedTarget}>
          <template>
            <Alert kind="warning">{lessonsText(locale).state.removed}</Alert>
          </template>
        </turbo-stream>
      )
    }
    // Another version is on the page after this, or the same one to read: what was written in goes first.
    const moves = changed.some(({ action }) => action === 'lesson-taught' || action === 'lesson-version-started')
    return (
      <>
        {moves && <turbo-stream action="remove" target={movedTarget} />}
        <turbo-stream action="refresh" />
      </>
    )
  },
  renderPresence: (present, { locale }) => (
    <turbo-stream action="replace" target="present">
      <template>
        <People locale={locale} id="present" names={present.map(({ name }) => name)} />
      </template>
    </turbo-stream>
  ),
}
