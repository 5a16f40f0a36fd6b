import type { Trx } from '../../../../platform/database/scope.ts'
import { type Html, trustedHtml } from '../../../../platform/html/jsx-runtime.ts'
import type { Visit } from '../../../../platform/identity/viewer.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import { Card } from '../../../../platform/ui/index.ts'
import type { Board } from '../../board.ts'
import { lessonPath, lessonsPath } from '../lesson.ts'
import { type ListedLesson, lessonsFor, teamsFor } from '../list-store.ts'
import { lessonsText } from '../text.ts'

/** The lessons that hang on a goal, for who designs with the team of its board; null for others. */
export async function lessonsAtGoal(
  trx: Trx,
  visit: Visit,
  teamId: string,
  goalId: string,
): Promise<readonly ListedLesson[] | null> {
  const teams = await teamsFor(trx, visit)
  if (!teams.some(({ id }) => id === teamId)) return null
  return (await lessonsFor(trx, visit)).filter((lesson) => lesson.goalId === goalId)
}

interface GoalLessonsProps {
  readonly locale: Locale
  readonly slug: string
  readonly board: Pick<Board, 'kind' | 'teamSlug'>
  readonly goalId: string
  readonly lessons: readonly ListedLesson[] | null
}

/** On the page of a goal: the lessons that were designed for it, and the way to another one. */
export function GoalLessons({ locale, slug, board, goalId, lessons }: GoalLessonsProps): Html {
  const words = lessonsText(locale)
  if (lessons === null || board.kind !== 'improvement') return trustedHtml('')
  const query = new URLSearchParams({ team: board.teamSlug, goal: goalId })
  return (
    <Card tone="design">
      <h2>{words.goal.title}</h2>
      {lessons.length === 0 && <p class="soft">{words.goal.none}</p>}
      <ul>
        {lessons.map(({ id, title, number }) => (
          <li>
            <a href={lessonPath(slug, id)}>{title}</a> <span class="soft">{words.version(number)}</span>
          </li>
        ))}
      </ul>
      <p>
        <a class="chip tone-design" href={`${lessonsPath(slug)}/new?${query}`}>
          {words.goal.start}
        </a>
      </p>
    </Card>
  )
}
