import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { amsterdamDay } from '../../../../platform/text/days.ts'
import { ButtonLink, CardLink, EmptyState, PageHead, Zone } from '../../../../platform/ui/index.ts'
import { organisationOf, personOf, type WebContext, withinScope } from '../../../../platform/web/context.ts'
import { page } from '../../../../platform/web/page.tsx'
import type { Route } from '../../../../platform/web/route.ts'
import { firstDayOf, schoolYearOf } from '../../school-year.ts'
import { questionsOf, sharedWith, visibleSeen } from '../seen-store.ts'
import { visitsText } from '../text.ts'
import { mayCome, seenPath, type Visit, visitPath, visitsPath } from '../visit.ts'
import { findVisit, heldVisits, visitsAround } from '../visit-store.ts'
import { whenWords } from '../when-words.ts'
import { SchoolCounts } from './school-counts.tsx'
import { VisitTabs } from './visit-tabs.tsx'
import { visitMembers } from './visit-write.ts'

/** Everything around visits for one person: what comes, what colleagues ask, what was. */
export const visitsRoute: Route = {
  method: 'GET',
  path: '/s/:organisation/visits',
  access: visitMembers,
  handle: showVisits,
}

async function showVisits(c: WebContext): Promise<Response> {
  const { locale, visit, now } = c.var
  const organisation = organisationOf(c)
  const me = { id: personOf(c).id, roles: visit.roles }
  const words = visitsText(locale)
  const today = amsterdamDay(now)
  const { visits, questions, shared, visible, counts } = await withinScope(c, async (trx) => {
    const around = await visitsAround(trx, organisation.id, me.id)
    const ids = await sharedWith(trx, organisation.id, me.id)
    const ofOthers = await Promise.all(ids.map((id) => findVisit(trx, { organisationId: organisation.id, id })))
    return {
      visits: around,
      questions: await questionsOf(
        trx,
        organisation.id,
        around.map(({ id }) => id),
      ),
      visible: await visibleSeen(trx, organisation.id),
      shared: ofOthers.filter((each) => each !== null),
      counts: await heldVisits(trx, organisation.id, firstDayOf(schoolYearOf(today)), today),
    }
  })
  const slug = organisation.slug
  const note = (each: Visit) =>
    [each.startsAt ? whenWords(locale, each.startsAt) : words.noTime, each.className].filter(Boolean).join(' · ')
  const isMine = (each: Visit) => each.receiverId === me.id
  // Without a record there is nothing to come to: it was closed, deleted, or so long ago that it was forgotten.
  const coming = visits.filter((each) => each.state === 'taken' && visible.has(each.id)).toReversed()
  const yours = visits.filter((each) => each.state === 'open' && isMine(each))
  const open = visits.filter((each) => mayCome(each, me))
  // What the receiver closed or deleted is no longer anything for who came.
  const past = visits.filter((each) => each.state === 'done' && (isMine(each) || visible.has(each.id)))
  const other = (each: Visit) => (isMine(each) ? each.visitorName : each.receiverName) ?? words.aColleague
  return page(c, {
    title: words.title,
    body: (
      <div class="stack">
        <PageHead over={organisation.name} title={words.title}>
          <ButtonLink kind="main" icon="plus" href={`${visitsPath(slug)}/new`}>
            {words.ask}
          </ButtonLink>
        </PageHead>
        <VisitTabs c={c} />
        <p>{words.lead}</p>
        {coming.length + yours.length + open.length + past.length + shared.length === 0 && (
          <EmptyState as="h2" title={words.none} example={words.noneExample}>
            {words.noneLead}
          </EmptyState>
        )}
        <div class="zones two tone-visit">
          <VisitList title={words.coming}>
            {coming.map((each) => (
              <CardLink
                tone="visit"
                href={visitPath(slug, each.id)}
                title={isMine(each) ? words.comesToYou(other(each)) : words.youGoTo(other(each))}
                note={note(each)}
              />
            ))}
          </VisitList>
          <VisitList title={words.yours}>
            {yours.map((each) => (
              <CardLink
                tone="visit"
                href={visitPath(slug, each.id)}
                title={questions.get(each.id) ?? words.visit.question}
                note={words.nobodyYet}
              />
            ))}
          </VisitList>
          <VisitList title={words.open} note={words.openNote(open.length)}>
            {open.map((each) => (
              <CardLink
                tone="visit"
                href={visitPath(slug, each.id)}
                title={questions.get(each.id) ?? words.visit.question}
                note={[words.asks(each.receiverName), each.className].filter(Boolean).join(' · ')}
              />
            ))}
          </VisitList>
          <VisitList title={words.past}>
            {past.map((each) => (
              <CardLink
                tone="visit"
                href={visible.has(each.id) ? seenPath(slug, each.id) : visitPath(slug, each.id)}
                title={isMine(each) ? words.wasWithYou(other(each)) : words.youWereWith(other(each))}
                note={note(each)}
              />
            ))}
          </VisitList>
          <VisitList title={words.shared}>
            {shared.map((each) => (
              <CardLink
                tone="visit"
                href={seenPath(slug, each.id)}
                title={words.sharedBy(each.receiverName)}
                note={note(each)}
              />
            ))}
          </VisitList>
        </div>
        <SchoolCounts locale={locale} counts={counts} />
      </div>
    ),
  })
}

interface VisitListProps {
  readonly title: string
  readonly note?: string
  readonly children: readonly Html[]
}

/** A zone with its cards; nothing where there are none. */
function VisitList({ title, note, children }: VisitListProps): Html | null {
  if (children.length === 0) return null
  return (
    <Zone title={title} tone="visit" note={note}>
      <div class="cards">{children}</div>
    </Zone>
  )
}
