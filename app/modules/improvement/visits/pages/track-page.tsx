import { z } from 'zod'
import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { amsterdamDay, daysBetween, formatDays } from '../../../../platform/text/days.ts'
import {
  Alert,
  Button,
  Card,
  CardLink,
  ConfirmForm,
  ErrorSummary,
  PageHead,
  TextArea,
} from '../../../../platform/ui/index.ts'
import { organisationOf, personOf, type WebContext, withinScope } from '../../../../platform/web/context.ts'
import { readForm } from '../../../../platform/web/form.ts'
import { page } from '../../../../platform/web/page.tsx'
import { refuse } from '../../../../platform/web/refuse.tsx'
import { emptyForm, type FilledForm, refuseForm } from '../../../../platform/web/refuse-form.ts'
import type { Route } from '../../../../platform/web/route.ts'
import { isUuid } from '../../board-store.ts'
import { cardsText } from '../../text.cards.ts'
import { typedText } from '../../zones/filled.ts'
import { isLeading } from '../colleagues-store.ts'
import type { Proposal } from '../free-hours.ts'
import { visibleSeen } from '../seen-store.ts'
import { visitsText } from '../text.ts'
import { endTrack, findTrack, type Track } from '../track-store.ts'
import { leads, seenPath, type Visit, visitPath, visitStream, visitsPath } from '../visit.ts'
import { askVisit, type VisitKey, visitsOfTrack } from '../visit-store.ts'
import { whenWords } from '../when-words.ts'
import { proposalsBetween } from './proposals.ts'
import { momentOf, plannedForm, TimeFields, timeFault } from './take-form.tsx'
import { mailVisit } from './visit-mail.ts'
import { performVisit, visitMembers } from './visit-write.ts'

const path = '/s/:organisation/visits/tracks/:track'

/** One beginning teacher and one buddy: what was, and the next visit, which only the beginning teacher plans. */
export const trackRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    access: visitMembers,
    handle: (c) => withTrack(c, (track, key) => showTrack(c, track, key, emptyForm)),
  },
  {
    method: 'POST',
    path: `${path}/visits`,
    access: visitMembers,
    handle: (c) =>
      withTrack(c, (track, key) =>
        track.starterId === personOf(c).id && !track.ended ? plan(c, track, key) : refuse(c, 'not-yours'),
      ),
  },
  { method: 'POST', path: `${path}/end`, access: visitMembers, handle: (c) => withTrack(c, (_, key) => end(c, key)) },
]

/** For starter and buddy, and for coach and leader; who is neither does not find it. */
async function withTrack(
  c: WebContext,
  then: (track: Track, key: VisitKey) => Response | Promise<Response>,
): Promise<Response> {
  const key = { organisationId: organisationOf(c).id, id: c.req.param('track') ?? '' }
  const track = isUuid(key.id) ? await withinScope(c, (trx) => findTrack(trx, key)) : null
  const me = personOf(c).id
  const may = track !== null && (track.starterId === me || track.buddyId === me || leads(c.var.visit.roles))
  return may ? then(track, key) : refuse(c, 'not-found')
}

async function plan(c: WebContext, track: Track, key: VisitKey): Promise<Response> {
  const { now } = c.var
  const { tracks: words, visit: times } = visitsText(c.var.locale)
  const labels = { question: words.question, at: times.proposals, day: times.day, time: times.time }
  const read = await readForm(c, plannedForm)
  const again = (filled: FilledForm) => showTrack(c, track, key, filled)
  if (!read.ok) return refuseForm(c, read, labels, again)
  const { submission, value } = read
  const startsAt = momentOf(value)
  const fault = timeFault(startsAt, now)
  if (startsAt === null || fault !== null) {
    const errors = { day: { reason: fault ?? 'no-time' } }
    return refuseForm(c, { errors, submission }, labels, again, times.wrong)
  }
  await performVisit(c, visitStream(submission.id), submission, { startsAt }, async (trx, record) => {
    await askVisit(trx, record, {
      organisationId: key.organisationId,
      id: submission.id,
      receiverId: track.starterId,
      question: value.question,
      className: track.className,
      // Who plans a visit by a buddy who leads has read on this page what that means.
      alsoLeaders: await isLeading(trx, key.organisationId, track.buddyId),
      today: amsterdamDay(now),
      now,
      planned: { trackId: track.id, visitorId: track.buddyId, startsAt },
    })
    await mailVisit(c, trx, { about: 'planned', to: track.buddyId, visitId: submission.id, startsAt })
    return null
  })
  return c.redirect(`${visitsPath(organisationOf(c).slug)}/tracks/${track.id}`, 303)
}

async function end(c: WebContext, key: VisitKey): Promise<Response> {
  const read = await readForm(c, z.object({}))
  await performVisit(c, `visit-track:${key.id}`, read.submission, {}, async (trx, record) => {
    await endTrack(trx, key, c.var.now)
    record({ action: 'visit-track-ended', subject: `visit-track:${key.id}` })
    return null
  })
  return c.redirect(`${visitsPath(organisationOf(c).slug)}/tracks/${key.id}`, 303)
}

async function showTrack(c: WebContext, track: Track, key: VisitKey, filled: FilledForm): Promise<Response> {
  const { locale } = c.var
  const words = visitsText(locale).tracks
  const { visits, visible, buddyLeads } = await withinScope(c, async (trx) => ({
    visits: await visitsOfTrack(trx, key),
    visible: await visibleSeen(trx, key.organisationId),
    buddyLeads: await isLeading(trx, key.organisationId, track.buddyId),
  }))
  const held = visits.filter((visit) => visit.state === 'done').length
  const planned = Math.max(1, Math.round(daysBetween(track.startsOn, track.endsOn) / 7 / track.everyWeeks))
  const isStarter = track.starterId === personOf(c).id
  return page(c, {
    title: words.pair(track.starterName, track.buddyName),
    width: 'narrow',
    body: (
      <div class="stack tone-visit">
        <PageHead over={words.title} title={words.pair(track.starterName, track.buddyName)} />
        <dl class="facts">
          <div>
            <dt>{words.pupils}</dt>
            <dd>{track.className}</dd>
          </div>
          <div>
            <dt>{words.how}</dt>
            <dd>{track.ended ? words.ended : words.rhythm(track.everyWeeks)}</dd>
          </div>
          <div>
            <dt>{words.period}</dt>
            <dd>{formatDays(locale, track.startsOn, track.endsOn)}</dd>
          </div>
        </dl>
        <h2>{words.visits}</h2>
        <p>{words.done(held, planned)}</p>
        {visits.length === 0 && <p class="soft">{words.noVisits}</p>}
        <div class="cards">
          {visits.map((visit) => (
            <TrackVisit c={c} visit={visit} visible={visible.has(visit.id)} />
          ))}
        </div>
        {isStarter && !track.ended && (
          <PlanForm
            c={c}
            track={track}
            filled={filled}
            buddyLeads={buddyLeads}
            proposals={await proposalsBetween(c, track.starterId, track.buddyId)}
          />
        )}
        {!track.ended && (
          <ConfirmForm
            action={`${visitsPath(organisationOf(c).slug)}/tracks/${track.id}/end`}
            summary={words.stop}
            confirm={words.stopYes}
          >
            {words.stopLead}
          </ConfirmForm>
        )}
      </div>
    ),
  })
}

interface TrackVisitProps {
  readonly c: WebContext
  readonly visit: Visit
  /** Whether who looks may see what was seen. */
  readonly visible: boolean
}

/** That there was a visit, for everybody who may see the track; what was seen, for whom it is. */
function TrackVisit({ c, visit, visible }: TrackVisitProps): Html {
  const words = visitsText(c.var.locale)
  const { slug } = organisationOf(c)
  const title = visit.startsAt ? whenWords(c.var.locale, visit.startsAt) : words.noTime
  const note = visit.state === 'done' ? words.past : words.coming
  if (!visible) {
    return (
      <Card shape="flat" over={note}>
        <b>{title}</b>
      </Card>
    )
  }
  const href = visit.state === 'done' ? seenPath(slug, visit.id) : visitPath(slug, visit.id)
  return <CardLink tone="visit" href={href} title={title} note={note} />
}

interface PlanFormProps {
  readonly proposals: readonly Proposal[]
  readonly c: WebContext
  readonly track: Track
  readonly filled: FilledForm
  readonly buddyLeads: boolean
}

function PlanForm({ c, track, filled, buddyLeads, proposals }: PlanFormProps): Html {
  const { locale, now } = c.var
  const words = visitsText(locale).tracks
  const problems = Object.entries(filled.errors).map(([field, message]) => ({ field, message }))
  return (
    <Card as="section" shape="flat">
      <h2>{words.plan}</h2>
      <p>{words.planLead}</p>
      {buddyLeads && <Alert kind="warning">{words.planLeader}</Alert>}
      <ErrorSummary title={cardsText(locale).problems} problems={problems} />
      <form class="form" method="post" action={`${visitsPath(organisationOf(c).slug)}/tracks/${track.id}/visits`}>
        <TextArea
          name="question"
          label={words.question}
          rows={2}
          maxlength={300}
          required
          value={typedText(filled, 'question', '')}
          error={filled.errors.question}
        />
        <TimeFields
          locale={locale}
          hint={words.timesHint}
          hoursHref={`${visitsPath(organisationOf(c).slug)}/hours`}
          proposals={proposals}
          filled={filled}
          now={now}
        />
        <div class="actions">
          <Button kind="main">{words.planIt}</Button>
        </div>
      </form>
    </Card>
  )
}
