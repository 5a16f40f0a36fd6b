import { z } from 'zod'
import type { Html } from '../../../platform/html/jsx-runtime.ts'
import { addDays, amsterdamDay, type Day, formatDay, parseDay } from '../../../platform/text/days.ts'
import {
  Button,
  ButtonLink,
  Card,
  CheckboxesField,
  Chip,
  Fold,
  PageHead,
  TextArea,
  TextField,
  Was,
} from '../../../platform/ui/index.ts'
import { anyMember } from '../../../platform/web/access.ts'
import { performSubmission } from '../../../platform/web/answer.ts'
import { changedFields } from '../../../platform/web/changed-fields.ts'
import { organisationOf, type WebContext, withinScope } from '../../../platform/web/context.ts'
import { type FieldErrors, readForm } from '../../../platform/web/form.ts'
import { page } from '../../../platform/web/page.tsx'
import { findPointers, type Pointer, type PointerStart, pointerStarts } from '../../../platform/web/pointer.ts'
import { refuse } from '../../../platform/web/refuse.tsx'
import { emptyForm, type FilledForm, refuseForm } from '../../../platform/web/refuse-form.ts'
import type { Route } from '../../../platform/web/route.ts'
import { requestsOf } from '../help/request-store.ts'
import { AskedByTrack } from '../help/requests-section.tsx'
import { numberWords } from '../number-words.ts'
import { schoolText } from '../school/text.ts'
import { shareWords } from '../tracks/own-figures.ts'
import { tracksText } from '../tracks/text.ts'
import { helps, stateOf, type Track, trackKey } from '../tracks/track.ts'
import { trackIdIn, trackPath, tracksPath } from '../tracks/track-reference.ts'
import { closeTrack, editTrack, findTrack, type TrackEdit } from '../tracks/track-store.ts'
import { trackWriters } from './tracks-page.tsx'

const day = z.preprocess((typed) => (typeof typed === 'string' ? (parseDay(typed) ?? typed) : typed), z.iso.date())

const editForm = z.object({
  causes: z.string().max(4000).default(''),
  seenWithTeamOn: day.nullable().default(null),
  readEveryWeeks: z.coerce.number().int().min(1).max(12),
  help: z.array(z.enum(helps)).max(helps.length).default([]),
  reviewOn: day,
})

const closeForm = z.object({ outcome: z.string().max(2000).default('') })

/** One track: the figure, what the school found, its goals, its plan. */
export const trackRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/s/:organisation/results/tracks/:resultTrack',
    access: anyMember,
    handle: (c) => showTrack(c, emptyForm),
  },
  { method: 'POST', path: '/s/:organisation/results/tracks/:resultTrack', access: trackWriters, handle: edit },
  { method: 'POST', path: '/s/:organisation/results/tracks/:resultTrack/close', access: trackWriters, handle: close },
]

async function edit(c: WebContext): Promise<Response> {
  const { id: organisationId, slug } = organisationOf(c)
  const id = trackIdIn(c)
  if (id === null) return refuse(c, 'not-found')
  const form = await readForm(c, editForm)
  const { causes, seen, seenLater, readEvery, help, reviewOn, reviewOutside } = tracksText(c.var.locale).track
  const labels = { causes, seenWithTeamOn: seen, readEveryWeeks: readEvery, help, reviewOn }
  if (!form.ok) {
    return refuseForm(c, form, labels, (filled) => showTrack(c, filled))
  }
  const track = await withinScope(c, (trx) => findTrack(trx, organisationId, id))
  const errors = track === null ? {} : daysOutside(form.value, track, c.var.now)
  if (Object.keys(errors).length > 0) {
    const sentences = { 'seen-later': seenLater, 'review-outside': reviewOutside }
    return refuseForm(c, { ...form, errors }, labels, (filled) => showTrack(c, filled), sentences)
  }
  const { causes: found, ...planned } = form.value
  const written = changedFields({ causes: found }, form.submission)
  const { result } = await performSubmission(c, `tracks:${organisationId}`, form.submission, (trx, record) =>
    editTrack(trx, record, { organisationId, id }, { ...planned, ...written }),
  )
  return result ? c.redirect(trackPath(slug, id), 303) : refuse(c, 'not-found')
}

/** Days that are slips of the pen. A look back whose day has come may stay where it is. */
function daysOutside(
  { seenWithTeamOn, reviewOn }: Pick<TrackEdit, 'seenWithTeamOn' | 'reviewOn'>,
  { startedAt }: Track,
  now: Date,
): FieldErrors {
  const today = amsterdamDay(now)
  return {
    ...(seenWithTeamOn !== null && seenWithTeamOn > today && { seenWithTeamOn: { reason: 'seen-later' } }),
    ...((reviewOn < amsterdamDay(startedAt) || reviewOn > addDays(today, 3 * 365)) && {
      reviewOn: { reason: 'review-outside' },
    }),
  }
}

async function close(c: WebContext): Promise<Response> {
  const { id: organisationId, slug } = organisationOf(c)
  const id = trackIdIn(c)
  if (id === null) return refuse(c, 'not-found')
  const form = await readForm(c, closeForm)
  if (!form.ok)
    return refuseForm(c, form, { outcome: tracksText(c.var.locale).track.outcome }, (filled) => showTrack(c, filled))
  const { result } = await performSubmission(c, `tracks:${organisationId}`, form.submission, (trx, record) =>
    closeTrack(trx, record, { organisationId, id }, { outcome: form.value.outcome, now: c.var.now }),
  )
  return result ? c.redirect(trackPath(slug, id), 303) : refuse(c, 'not-found')
}

async function showTrack(c: WebContext, filled: FilledForm): Promise<Response> {
  const { locale, now, visit, services } = c.var
  const words = tracksText(locale)
  const { id: organisationId, name, slug } = organisationOf(c)
  const id = trackIdIn(c)
  const found = await withinScope(c, async (trx) => {
    const track = id === null ? null : await findTrack(trx, organisationId, id)
    if (track === null) return null
    const key = trackKey(track.id)
    return {
      track,
      goals: await findPointers(trx, services.pointers, { visit, locale }, [key]),
      starts: await pointerStarts(trx, services.pointers, { visit, locale }, key),
      requests: await requestsOf(trx, [organisationId]),
    }
  })
  if (found === null) return refuse(c, 'not-found')
  const { track, goals, starts, requests } = found
  const writes = track.closedAt === null && visit.roles.some((role) => role === 'leader' || role === 'coach')
  const startedOn = amsterdamDay(track.startedAt)
  const state = stateOf({ ...track, startedOn }, goals, amsterdamDay(now))
  const title = words.subject[track.subject]
  return page(c, {
    title: `${title} – ${words.title}`,
    width: 'narrow',
    body: (
      <div class="stack loose">
        <PageHead over={name} title={title}>
          <Chip tone={state === 'silent' || state === 'review-due' ? 'late' : 'insight'}>{words.state[state]}</Chip>
        </PageHead>
        <Figure c={c} track={track} />
        <Goals c={c} goals={goals} starts={track.closedAt === null ? starts : []} />
        {writes ? (
          <Analysis c={c} track={track} filled={filled} />
        ) : (
          <Card as="section" shape="flat">
            <h2>{words.track.analysis}</h2>
            <p class="pre-line">{track.causes === '' ? words.track.readOnly : track.causes}</p>
            {track.outcome !== '' && <p class="pre-line strong">{track.outcome}</p>}
          </Card>
        )}
        <AskedByTrack
          c={c}
          requests={requests}
          leads={visit.roles.includes('leader')}
          trackId={track.id}
          isOpen={track.closedAt === null}
        />
        {track.help.includes('visits') && goals.every(({ askVisit }) => askVisit === null) && (
          <p>
            <a href={`/s/${slug}/visits`}>{words.track.toVisits}</a>
          </p>
        )}
        {writes && (
          <Fold summary={words.track.close}>
            <form class="form" method="post" action={`${trackPath(slug, track.id)}/close`}>
              <input type="hidden" name="_op" value={services.newId()} />
              <TextArea
                name="outcome"
                label={words.track.outcome}
                optional={words.track.optional}
                rows={3}
                maxlength={2000}
              />
              <div class="actions">
                <Button kind="quiet">{words.track.closeNow}</Button>
              </div>
            </form>
          </Fold>
        )}
        <p>
          <a href={tracksPath(slug)}>{words.track.back}</a>
        </p>
      </div>
    ),
  })
}

function Figure({ c, track }: { readonly c: WebContext; readonly track: Track }): Html {
  const { locale } = c.var
  const words = tracksText(locale)
  const { figure } = track
  const share = shareWords(locale, figure)
  return (
    <Card
      as="section"
      tone="insight"
      over={words.track.began(formatDay(locale, amsterdamDay(track.startedAt), 'long'))}
    >
      <h2>{words.track.figure}</h2>
      {share === undefined ? (
        <p>{words.track.noFigure}</p>
      ) : (
        <>
          <p>
            {figure.norm === null ? words.ofOnly(share) : words.of(share, `${numberWords(locale, figure.norm)}\u00a0%`)}{' '}
            {figure.standing !== 'no-norm' && <b>{schoolText(locale).school.standing[figure.standing]}.</b>}
          </p>
          <p class="source">{words.track.figureYears(figure.schoolYears.join(', '))}</p>
        </>
      )}
      {track.closedAt !== null && (
        <p class="strong">{words.track.closedOn(formatDay(locale, amsterdamDay(track.closedAt), 'long'))}</p>
      )}
    </Card>
  )
}

interface GoalsProps {
  readonly c: WebContext
  readonly goals: readonly Pointer[]
  readonly starts: readonly PointerStart[]
}

function Goals({ c, goals, starts }: GoalsProps): Html {
  const { locale } = c.var
  const words = tracksText(locale).track
  return (
    <section class="stack">
      <h2>{words.goals}</h2>
      {goals.length === 0 && <p>{words.goalsNone}</p>}
      <ul class="cards goal-links">
        {goals.map((goal) => (
          <Card as="li" tone="board" over={goal.of}>
            <a class="title" href={goal.href}>
              {goal.label}
            </a>
            <p class="soft">
              {!goal.isOpen
                ? words.goalEnded
                : goal.lastReading === null
                  ? words.goalNever
                  : words.goalLast(formatDay(locale, goal.lastReading as Day, 'long'))}
            </p>
            {goal.askVisit !== null && (
              <p>
                <ButtonLink kind="quiet" icon="eye" href={goal.askVisit}>
                  {words.toVisits}
                  <span class="hide">: {goal.label}</span>
                </ButtonLink>
              </p>
            )}
          </Card>
        ))}
      </ul>
      {starts.length > 0 && (
        <Fold summary={words.goalsAdd} open={goals.length === 0}>
          <div class="row">
            {starts.map((start) => (
              <ButtonLink kind="quiet" href={start.href}>
                {start.label}
              </ButtonLink>
            ))}
          </div>
        </Fold>
      )}
    </section>
  )
}

interface AnalysisProps {
  readonly c: WebContext
  readonly track: Track
  readonly filled: FilledForm
}

function Analysis({ c, track, filled }: AnalysisProps): Html {
  const { locale, services } = c.var
  const words = tracksText(locale).track
  const { slug } = organisationOf(c)
  const typed = (name: string, kept: string) => {
    const value = filled.values[name]
    return typeof value === 'string' ? value : kept
  }
  const helped = filled.values.help
  return (
    <Card as="section" shape="flat">
      <h2>{words.analysis}</h2>
      <form class="form" method="post" action={trackPath(slug, track.id)}>
        <input type="hidden" name="_op" value={services.newId()} />
        <Was fields={{ causes: track.causes }} />
        <TextArea
          name="causes"
          label={words.causes}
          hint={words.causesHint}
          optional={words.optional}
          rows={5}
          maxlength={4000}
          value={typed('causes', track.causes)}
          error={filled.errors.causes}
        />
        <TextField
          name="seenWithTeamOn"
          type="date"
          label={words.seen}
          optional={words.optional}
          value={typed('seenWithTeamOn', track.seenWithTeamOn ?? '')}
          error={filled.errors.seenWithTeamOn}
        />
        <TextField
          name="readEveryWeeks"
          inputmode="numeric"
          label={words.readEvery}
          value={typed('readEveryWeeks', String(track.readEveryWeeks))}
          error={filled.errors.readEveryWeeks}
          required
        />
        <TextField
          name="reviewOn"
          type="date"
          label={words.reviewOn}
          value={typed('reviewOn', track.reviewOn)}
          error={filled.errors.reviewOn}
          required
        />
        <CheckboxesField
          name="help[]"
          label={words.help}
          options={helps.map((help) => ({ value: help, label: words.helps[help] }))}
          values={typeof helped === 'object' ? helped : track.help}
          error={filled.errors.help}
        />
        <div class="actions">
          <Button kind="main">{words.save}</Button>
        </div>
      </form>
    </Card>
  )
}
