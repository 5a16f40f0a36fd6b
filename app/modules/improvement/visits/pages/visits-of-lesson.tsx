import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { ButtonLink, Card } from '../../../../platform/ui/index.ts'
import { organisationOf, personOf, type WebContext, withinScope } from '../../../../platform/web/context.ts'
import { type VisitOfLesson, visitsOfLesson } from '../lesson-of-visit-store.ts'
import { visitsText } from '../text.ts'
import { visitPath, visitsPath } from '../visit.ts'
import { whenWords } from '../when-words.ts'

interface VisitsOfLessonProps {
  readonly c: WebContext
  readonly lessonId: string
  /** What the design asks about pupils: the beginning of a viewing question. */
  readonly question: string
}

/** On the page of a lesson: ask for a visit to it, and the visits to it that the reader was in. Of others it knows nothing. */
export async function visitsOfLessonCard({ c, lessonId, question }: VisitsOfLessonProps): Promise<Html> {
  const { slug, id } = organisationOf(c)
  const me = personOf(c).id
  const words = visitsText(c.var.locale).ofLesson
  const visits = await withinScope(c, (trx) => visitsOfLesson(trx, id, lessonId, me))
  return (
    <Card as="section" shape="flat" tone="visit">
      {visits.length > 0 && (
        <>
          <h2>{words.title}</h2>
          <ul>
            {visits.map((visit) => (
              <li>
                <a href={visitPath(slug, visit.id)}>{said(c, visit, me)}</a>
              </li>
            ))}
          </ul>
          <p class="soft small">{words.only}</p>
        </>
      )}
      <ButtonLink
        kind="quiet"
        href={`${visitsPath(slug)}/new?${new URLSearchParams({ lesson: lessonId, question: question.slice(0, 300) })}`}
      >
        {words.ask}
      </ButtonLink>
    </Card>
  )
}

function said(c: WebContext, { state, receiverId, receiverName, visitorName, startsAt }: VisitOfLesson, me: string) {
  const words = visitsText(c.var.locale)
  const { ofLesson } = words
  const when = startsAt ? whenWords(c.var.locale, startsAt) : words.noTime
  if (state === 'open') return ofLesson.open
  if (receiverId !== me) {
    return state === 'done' ? ofLesson.youWere(receiverName, when) : ofLesson.youGo(receiverName, when)
  }
  const name = visitorName ?? words.aColleague
  return state === 'done' ? ofLesson.been(name, when) : ofLesson.coming(name, when)
}
