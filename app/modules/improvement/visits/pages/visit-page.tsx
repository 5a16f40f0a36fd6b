import type { Trx } from '../../../../platform/database/scope.ts'
import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { Alert, ButtonLink, Card, ConfirmForm, PageHead } from '../../../../platform/ui/index.ts'
import { organisationOf, personOf, type WebContext, withinScope } from '../../../../platform/web/context.ts'
import { page } from '../../../../platform/web/page.tsx'
import { refuse } from '../../../../platform/web/refuse.tsx'
import { emptyForm, type FilledForm } from '../../../../platform/web/refuse-form.ts'
import type { Route } from '../../../../platform/web/route.ts'
import { lessonPath } from '../../lessons/lesson.ts'
import { findLesson } from '../../lessons/lesson-store.ts'
import type { Proposal } from '../free-hours.ts'
import { type LessonOfVisit, lessonOfVisit } from '../lesson-of-visit-store.ts'
import { findQuestion, findSeen } from '../seen-store.ts'
import { visitsText } from '../text.ts'
import { mayCome, seenPath, type Visit, visitPath, visitsPath } from '../visit.ts'
import type { VisitKey } from '../visit-store.ts'
import { whenWords } from '../when-words.ts'
import { proposalsBetween } from './proposals.ts'
import { TakeForm } from './take-form.tsx'
import { visitMembers, withVisit } from './visit-write.ts'

export const visitRoute: Route = {
  method: 'GET',
  path: '/s/:organisation/visits/:visit',
  access: visitMembers,
  handle: (c) => withVisit(c, (visit, key) => showVisit(c, visit, key, emptyForm)),
}

/** One visit: for who could come, for who comes, and for whom they come. To others it is not there. */
export async function showVisit(
  c: WebContext,
  visit: Visit,
  key: VisitKey,
  filled: FilledForm,
  note?: string,
): Promise<Response> {
  const { locale } = c.var
  const me = { id: personOf(c).id, roles: c.var.visit.roles }
  const { slug, name } = organisationOf(c)
  const words = visitsText(locale)
  const isReceiver = visit.receiverId === me.id
  const isVisitor = visit.visitorId === me.id
  const comes = mayCome(visit, me)
  if (!(isReceiver || isVisitor || comes) || visit.state === 'withdrawn') return refuse(c, 'not-found')
  const { question, seen, lesson } = await withinScope(c, async (trx) => ({
    lesson: await lessonOf(c, trx, key),
    question: await findQuestion(trx, key),
    seen: await findSeen(trx, key),
  }))
  if (visit.state === 'done' && seen !== null) return c.redirect(seenPath(slug, visit.id), 303)
  const heading = headingOf(words, visit, me.id)
  return page(c, {
    title: heading,
    width: 'narrow',
    body: (
      <div class="stack tone-visit">
        <PageHead over={`${name} · ${words.title}`} title={heading} />
        {question && (
          <Card tone="visit" over={words.visit.question} shape="goal">
            <p class="strong">{question}</p>
          </Card>
        )}
        <Facts c={c} visit={visit} lesson={lesson} />
        {note && <Alert kind="warning">{note}</Alert>}
        {(visit.state === 'done' || (visit.state === 'taken' && seen === null)) && <Alert>{words.visit.deleted}</Alert>}
        {comes && (
          <Take c={c} visit={visit} proposals={await proposalsBetween(c, visit.receiverId, me.id)} filled={filled} />
        )}
        {visit.state === 'taken' && seen !== null && <Taken c={c} visit={visit} begun={seen.startedAt !== null} />}
        {visit.state === 'open' && isReceiver && <p>{words.nobodyYet}</p>}
        {isReceiver && (visit.state === 'open' || (visit.state === 'taken' && seen?.startedAt == null)) && (
          <ConfirmForm
            action={`${visitPath(slug, visit.id)}/withdraw`}
            summary={words.visit.withdraw}
            confirm={words.visit.withdrawYes}
            fields={<input type="hidden" name="state" value={visit.state} />}
          >
            {words.visit.withdrawLead}
          </ConfirmForm>
        )}
      </div>
    ),
  })
}

/** The design of a visit, and whether who looks may open it: a design is of its team as long as it isn't shared. */
async function lessonOf(c: WebContext, trx: Trx, key: VisitKey): Promise<FactsProps['lesson']> {
  const lesson = await lessonOfVisit(trx, key)
  return lesson && { ...lesson, opens: (await findLesson(trx, c.var.visit, lesson.id)) !== null }
}

function headingOf(words: ReturnType<typeof visitsText>, visit: Visit, userId: string): string {
  const { receiverName, visitorName, state } = visit
  if (visit.visitorId === userId) return words.youGoTo(receiverName)
  if (visit.receiverId !== userId) return words.asks(receiverName)
  if (state === 'open') return words.yours
  const name = visitorName ?? words.aColleague
  return state === 'done' ? words.wasWithYou(name) : words.comesToYou(name)
}

interface FactsProps {
  readonly c: WebContext
  readonly visit: Visit
  readonly lesson: (LessonOfVisit & { readonly opens: boolean }) | null
}

/** When and where it is, and what is taught, as far as that is known. */
function Facts({ c, visit, lesson }: FactsProps): Html {
  const words = visitsText(c.var.locale).visit
  const facts = [
    [words.when, visit.startsAt && whenWords(c.var.locale, visit.startsAt)],
    [words.class, visit.className],
  ].filter(([, value]) => value)
  return (
    <dl class="facts">
      {facts.map(([term, value]) => (
        <div>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      {lesson && (
        <div>
          <dt>{words.lesson}</dt>
          <dd>
            {lesson.opens ? <a href={lessonPath(organisationOf(c).slug, lesson.id)}>{lesson.title}</a> : lesson.title}
          </dd>
        </div>
      )}
    </dl>
  )
}

interface TakeProps {
  readonly c: WebContext
  readonly visit: Visit
  readonly proposals: readonly Proposal[]
  readonly filled: FilledForm
}

function Take({ c, visit, proposals, filled }: TakeProps): Html {
  const { locale, now } = c.var
  const { slug } = organisationOf(c)
  return (
    <Card as="section" shape="flat">
      <p>{visitsText(locale).visit.takeLead(visit.receiverName)}</p>
      <TakeForm
        locale={locale}
        hint={visitsText(locale).visit.proposalsHint}
        action={`${visitPath(slug, visit.id)}/take`}
        hoursHref={`${visitsPath(slug)}/hours`}
        proposals={proposals}
        filled={filled}
        now={now}
      />
    </Card>
  )
}

interface TakenProps {
  readonly c: WebContext
  readonly visit: Visit
  readonly begun: boolean
}

function Taken({ c, visit, begun }: TakenProps): Html {
  const words = visitsText(c.var.locale).visit
  const { slug } = organisationOf(c)
  const path = seenPath(slug, visit.id)
  if (visit.visitorId !== personOf(c).id) {
    return begun ? (
      <p>
        {words.begun} <a href={path}>{words.toSeen}</a>
      </p>
    ) : (
      <p>{words.waiting(visit.visitorName ?? '')}</p>
    )
  }
  return (
    <>
      <p>{words.beginLead}</p>
      <div class="actions">
        <ButtonLink kind="main" iconAfter="arrow-right" href={path}>
          {words.begin}
        </ButtonLink>
      </div>
      {!begun && (
        <ConfirmForm
          action={`${visitPath(slug, visit.id)}/give-back`}
          summary={words.giveBack}
          confirm={words.giveBackYes}
        >
          {words.giveBackLead}
        </ConfirmForm>
      )}
    </>
  )
}
