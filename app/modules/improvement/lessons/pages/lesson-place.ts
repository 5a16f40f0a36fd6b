import { organisationOf, personOf, type WebContext, withinScope } from '../../../../platform/web/context.ts'
import { refuse } from '../../../../platform/web/refuse.tsx'
import { lessonPath, type OpenLesson } from '../lesson.ts'
import { findLesson } from '../lesson-store.ts'
import { lessonsText } from '../text.ts'

/** What a route about one lesson starts from. */
export interface LessonVisit extends OpenLesson {
  readonly c: WebContext
  readonly words: ReturnType<typeof lessonsText>
  /** Of the lesson, in addresses. */
  readonly path: string
  readonly place: { readonly organisationId: string; readonly lessonId: string }
  readonly actor: string
}

/** The lesson in the path, for a visitor who may see it; else the refusal. */
export async function withLesson(c: WebContext, then: (visit: LessonVisit) => Promise<Response>): Promise<Response> {
  const open = await withinScope(c, (trx) => findLesson(trx, c.var.visit, c.req.param('lesson') ?? ''))
  if (open === null) return refuse(c, 'not-found')
  const { id: organisationId, slug } = organisationOf(c)
  return then({
    ...open,
    c,
    words: lessonsText(c.var.locale),
    path: lessonPath(slug, open.lesson.id),
    place: { organisationId, lessonId: open.lesson.id },
    actor: `person:${personOf(c).id}`,
  })
}
