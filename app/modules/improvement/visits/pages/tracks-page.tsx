import { z } from 'zod'
import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { addDays, amsterdamDay, formatDays, parseDay } from '../../../../platform/text/days.ts'
import {
  Button,
  CardLink,
  EmptyState,
  ErrorSummary,
  Fold,
  PageHead,
  RadioField,
  SelectField,
  TextField,
} from '../../../../platform/ui/index.ts'
import { organisationOf, personOf, type WebContext, withinScope } from '../../../../platform/web/context.ts'
import { type FieldErrors, readForm } from '../../../../platform/web/form.ts'
import { page } from '../../../../platform/web/page.tsx'
import { emptyForm, type FilledForm, refuseForm } from '../../../../platform/web/refuse-form.ts'
import type { Route } from '../../../../platform/web/route.ts'
import { cardsText } from '../../text.cards.ts'
import { typedText } from '../../zones/filled.ts'
import { colleaguesOf, type NamedColleague } from '../colleagues-store.ts'
import { visitsText } from '../text.ts'
import { addTrack, tracksOf } from '../track-store.ts'
import { leads, visitsPath } from '../visit.ts'
import { VisitTabs } from './visit-tabs.tsx'
import { performVisit, visitMembers } from './visit-write.ts'

const path = '/s/:organisation/visits/tracks'
const day = z.preprocess((typed) => (typeof typed === 'string' ? (parseDay(typed) ?? typed) : typed), z.iso.date())
const form = z.object({
  starter: z.uuid(),
  buddy: z.uuid(),
  className: z.string().min(1).max(60),
  every: z.coerce.number().int().min(1).max(4).default(2),
  startsOn: day,
  endsOn: day,
})

/** Beginning teachers with their buddies: those one is in, and all of the school for coach and leader. */
export const tracksRoutes: readonly Route[] = [
  { method: 'GET', path, access: visitMembers, handle: (c) => showTracks(c, emptyForm) },
  { method: 'POST', path, access: visitMembers, handle: make },
]

async function make(c: WebContext): Promise<Response> {
  const { locale, now } = c.var
  const words = visitsText(locale).tracks
  const { starter, buddy, className, every, startsOn, endsOn } = words
  const labels = { starter, buddy, className, every, startsOn, endsOn }
  const read = await readForm(c, form)
  const again = (filled: FilledForm) => showTracks(c, filled)
  if (!read.ok) return refuseForm(c, read, labels, again)
  const { value, submission } = read
  const { id: organisationId, slug } = organisationOf(c)
  const people = await everybody(c)
  const errors = faultsOf(value, people)
  if (errors !== null) return refuseForm(c, { errors, submission }, labels, again, words.wrong)
  await performVisit(c, `visit-track:${submission.id}`, submission, value, async (trx, record) => {
    await addTrack(trx, {
      organisationId,
      id: submission.id,
      starterId: value.starter,
      buddyId: value.buddy,
      className: value.className,
      everyWeeks: value.every,
      startsOn: value.startsOn,
      endsOn: value.endsOn,
      now,
    })
    record({ action: 'visit-track-begun', subject: `visit-track:${submission.id}` })
    return null
  })
  return c.redirect(`${visitsPath(slug)}/tracks/${submission.id}`, 303)
}

function faultsOf(value: z.infer<typeof form>, people: readonly NamedColleague[]): FieldErrors | null {
  const here = (id: string) => people.some((each) => each.id === id)
  if (!here(value.starter)) return { starter: { reason: 'not-here' } }
  if (!here(value.buddy)) return { buddy: { reason: 'not-here' } }
  if (value.starter === value.buddy) return { buddy: { reason: 'same' } }
  return value.endsOn < value.startsOn ? { endsOn: { reason: 'ends-before' } } : null
}

/** Everybody who works here, who asks included. */
async function everybody(c: WebContext): Promise<readonly NamedColleague[]> {
  const me = personOf(c)
  const colleagues = await withinScope(c, (trx) => colleaguesOf(trx, organisationOf(c).id, me.id))
  return [{ id: me.id, name: me.name, roles: c.var.visit.roles }, ...colleagues]
}

async function showTracks(c: WebContext, filled: FilledForm): Promise<Response> {
  const { locale, visit } = c.var
  const organisation = organisationOf(c)
  const words = visitsText(locale).tracks
  const whose = leads(visit.roles) ? null : personOf(c).id
  const tracks = await withinScope(c, (trx) => tracksOf(trx, organisation.id, whose))
  const refused = Object.keys(filled.errors).length > 0
  return page(c, {
    title: words.title,
    body: (
      <div class="stack tone-visit">
        <PageHead over={organisation.name} title={words.title} />
        <VisitTabs c={c} />
        <p>{words.lead}</p>
        {tracks.length === 0 && (
          <EmptyState as="h2" title={words.none} example={words.noneExample}>
            {words.noneLead}
          </EmptyState>
        )}
        <div class="cards">
          {tracks.map((track) => (
            <CardLink
              tone="visit"
              href={`${visitsPath(organisation.slug)}/tracks/${track.id}`}
              title={words.pair(track.starterName, track.buddyName)}
              note={[
                track.className,
                words.rhythm(track.everyWeeks),
                track.ended ? words.ended : formatDays(locale, track.startsOn, track.endsOn),
              ].join(' · ')}
            />
          ))}
        </div>
        <Fold summary={words.start} open={refused || tracks.length === 0}>
          <TrackForm c={c} filled={filled} people={await everybody(c)} />
        </Fold>
      </div>
    ),
  })
}

interface TrackFormProps {
  readonly c: WebContext
  readonly filled: FilledForm
  readonly people: readonly NamedColleague[]
}

function TrackForm({ c, filled, people }: TrackFormProps): Html {
  const { locale, now } = c.var
  const words = visitsText(locale).tracks
  const problems = Object.entries(filled.errors).map(([field, message]) => ({ field, message }))
  const today = amsterdamDay(now)
  const options = people.map(({ id, name }) => ({ value: id, label: name }))
  const choose = (name: 'starter' | 'buddy') => (
    <SelectField
      name={name}
      label={words[name]}
      choose={words.choose}
      required
      options={options}
      value={typedText(filled, name, '')}
      error={filled.errors[name]}
    />
  )
  return (
    <form class="form" method="post" action={`${visitsPath(organisationOf(c).slug)}/tracks`}>
      <ErrorSummary title={cardsText(locale).problems} problems={problems} />
      {choose('starter')}
      {choose('buddy')}
      <TextField
        name="className"
        label={words.className}
        required
        maxlength={60}
        value={typedText(filled, 'className', '')}
        error={filled.errors.className}
      />
      <RadioField
        name="every"
        label={words.every}
        inline
        options={[1, 2, 3, 4].map((weeks) => ({ value: String(weeks), label: words.everyOption(weeks) }))}
        value={typedText(filled, 'every', '2')}
      />
      <TextField
        name="startsOn"
        type="date"
        label={words.startsOn}
        required
        value={typedText(filled, 'startsOn', today)}
        error={filled.errors.startsOn}
      />
      <TextField
        name="endsOn"
        type="date"
        label={words.endsOn}
        required
        value={typedText(filled, 'endsOn', addDays(today, 84))}
        error={filled.errors.endsOn}
      />
      <div class="actions">
        <Button kind="main">{words.make}</Button>
      </div>
    </form>
  )
}
