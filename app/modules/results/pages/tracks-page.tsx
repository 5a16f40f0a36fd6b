import { z } from 'zod'
import type { Html } from '../../../platform/html/jsx-runtime.ts'
import { amsterdamDay, type Day, formatDay } from '../../../platform/text/days.ts'
import type { Locale } from '../../../platform/text/dictionary.ts'
import { Alert, Button, ButtonLink, Card, EmptyState, PageHead, Table } from '../../../platform/ui/index.ts'
import { anyMember, members } from '../../../platform/web/access.ts'
import { performSubmission } from '../../../platform/web/answer.ts'
import { organisationOf, personOf, type WebContext, withinScope } from '../../../platform/web/context.ts'
import { readForm } from '../../../platform/web/form.ts'
import { page } from '../../../platform/web/page.tsx'
import { findPointers, type Pointer } from '../../../platform/web/pointer.ts'
import { refuse } from '../../../platform/web/refuse.tsx'
import type { Route } from '../../../platform/web/route.ts'
import { growthText } from '../growth/text.ts'
import { CountedHelp } from '../help/counted-help.tsx'
import { requestsOf } from '../help/request-store.ts'
import { Incoming } from '../help/requests-section.tsx'
import { offersOf, WillingSection } from '../help/willing-section.tsx'
import { countWilling } from '../help/willing-store.ts'
import { numberWords } from '../number-words.ts'
import { schoolText } from '../school/text.ts'
import { noFigure, type OwnFigures, ownFigures, shareWords } from '../tracks/own-figures.ts'
import { tracksText } from '../tracks/text.ts'
import { lastReading, type Subject, stateOf, subjects, type Track, trackKey } from '../tracks/track.ts'
import { trackPath, tracksPath } from '../tracks/track-reference.ts'
import { startTrack, tracksOf } from '../tracks/track-store.ts'
import { schoolResultsPath } from './school-page.tsx'

/** Who begins a track and writes in it. */
export const trackWriters = members('leader', 'coach')

/** Months after which a track is looked back on, where nobody says otherwise: half a school year. */
const reviewAfterDays = 140

const startForm = z.object({ subject: z.enum(subjects as [Subject, ...Subject[]]) })

/** The figures of one's own school, and what it does about them; for a governing body the tracks of its schools. */
export const tracksRoutes: readonly Route[] = [
  { method: 'GET', path: '/s/:organisation/results', access: anyMember, handle: showTracks },
  { method: 'POST', path: '/s/:organisation/results/tracks', access: trackWriters, handle: start },
]

async function showTracks(c: WebContext): Promise<Response> {
  switch (organisationOf(c).kind) {
    case 'school':
      return showOfSchool(c)
    case 'board':
      return showOfBoard(c)
    default:
      return refuse(c, 'not-found')
  }
}

async function start(c: WebContext): Promise<Response> {
  const { id: organisationId, slug, kind } = organisationOf(c)
  if (kind !== 'school') return refuse(c, 'not-found')
  const form = await readForm(c, startForm)
  if (!form.ok) return refuse(c, 'form')
  const { subject } = form.value
  const { now } = c.var
  const { result } = await performSubmission(c, `tracks:${organisationId}`, form.submission, async (trx, record) => {
    const { figures } = await ownFigures(trx, organisationId)
    return startTrack(trx, record, {
      id: form.submission.id,
      organisationId,
      subject,
      figure: figures.get(subject) ?? noFigure,
      reviewOn: amsterdamDay(new Date(now.getTime() + reviewAfterDays * 86_400_000)),
      now,
      by: personOf(c).id,
    })
  })
  return c.redirect(trackPath(slug, result), 303)
}

async function showOfSchool(c: WebContext): Promise<Response> {
  const { locale, visit, services } = c.var
  const words = tracksText(locale)
  const { id, name, slug } = organisationOf(c)
  const { own, offers, requests, tracks, pointers } = await withinScope(c, async (trx) => {
    const found = await tracksOf(trx, [id])
    const own = await ownFigures(trx, id)
    return {
      own,
      offers: await offersOf(trx, id, own.code),
      requests: await requestsOf(trx, [id]),
      tracks: found,
      pointers: await findPointers(
        trx,
        services.pointers,
        { visit, locale },
        found.map((track) => trackKey(track.id)),
      ),
    }
  })
  const leads = visit.roles.some((role) => role === 'leader' || role === 'coach')
  return page(c, {
    title: words.title,
    body: (
      <div class="stack loose">
        <PageHead over={name} title={words.title}>
          {own.figures.size > 0 && own.code !== null && (
            <ButtonLink kind="quiet" href={schoolResultsPath(own.code)} iconAfter="arrow-right">
              {words.publicPage}
            </ButtonLink>
          )}
        </PageHead>
        <p class="lead">{words.lead}</p>
        {own.figures.size === 0 && <Alert kind="info">{own.code === null ? words.noCode : words.noFigures}</Alert>}
        <Incoming c={c} requests={requests} leads={visit.roles.includes('leader')} />
        <ul class="cards grid">
          {subjects.map((subject) => (
            <SubjectCard c={c} subject={subject} own={own} tracks={tracks} leads={leads} />
          ))}
        </ul>
        <section class="stack">
          <h2>{words.tracks}</h2>
          {tracks.length === 0 ? (
            <EmptyState title={words.none} example={words.example}>
              {words.noneDo}
            </EmptyState>
          ) : (
            <Tracks c={c} tracks={tracks.map((track) => ({ track, slug, school: name }))} pointers={pointers} />
          )}
        </section>
        {own.figures.size > 0 && <WillingSection c={c} offers={offers} leads={visit.roles.includes('leader')} />}
      </div>
    ),
  })
}

interface SubjectCardProps {
  readonly c: WebContext
  readonly subject: Subject
  readonly own: OwnFigures
  readonly tracks: readonly Track[]
  readonly leads: boolean
}

function SubjectCard({ c, subject, own, tracks, leads }: SubjectCardProps): Html {
  const { locale } = c.var
  const words = tracksText(locale)
  const { slug } = organisationOf(c)
  const figure = own.figures.get(subject)
  const share = figure === undefined ? undefined : shareWords(locale, figure)
  const norm = figure?.norm ?? null
  const open = tracks.find((track) => track.subject === subject && track.closedAt === null)
  const isWeak = figure?.standing === 'clearly-below' || figure?.standing === 'just-below'
  return (
    <Card as="li" tone={isWeak ? 'late' : 'insight'}>
      <h2>{words.subject[subject]}</h2>
      {subject === 'growth' && <p>{words.growthWords}</p>}
      {subject === 'growth' && leads && (
        <p>
          <a href={`${tracksPath(slug)}/growth`}>{growthText(locale).title}</a>
        </p>
      )}
      {share !== undefined && (
        <p>{norm === null ? words.ofOnly(share) : words.of(share, `${numberWords(locale, norm)}\u00a0%`)}</p>
      )}
      {figure !== undefined && figure.standing !== 'no-norm' && (
        <p class="strong">{schoolText(locale).school.standing[figure.standing]}.</p>
      )}
      {open !== undefined ? (
        <p>
          <a href={trackPath(slug, open.id)}>{words.running}</a>
        </p>
      ) : (
        leads && (
          <form method="post" action={`${tracksPath(slug)}/tracks`}>
            <input type="hidden" name="_op" value={c.var.services.newId()} />
            <input type="hidden" name="subject" value={subject} />
            <Button kind={isWeak ? 'main' : 'quiet'}>
              {words.start}
              <span class="hide">: {words.subject[subject]}</span>
            </Button>
          </form>
        )
      )}
    </Card>
  )
}

async function showOfBoard(c: WebContext): Promise<Response> {
  const { locale, visit, services } = c.var
  const words = tracksText(locale)
  const { name, slug } = organisationOf(c)
  const { tracks, schools, requests, willing, pointers } = await withinScope(c, async (trx) => {
    const found = await tracksOf(trx, visit.schoolIds)
    return {
      tracks: found,
      requests: await requestsOf(trx, visit.schoolIds),
      willing: await countWilling(trx, visit.schoolIds),
      schools:
        visit.schoolIds.length === 0
          ? []
          : await trx
              .selectFrom('organisations')
              .select(['id', 'name', 'slug'])
              .where('id', 'in', visit.schoolIds)
              .execute(),
      pointers: await findPointers(
        trx,
        services.pointers,
        { visit, locale },
        found.map((track) => trackKey(track.id)),
      ),
    }
  })
  const bySchool = new Map(schools.map((school) => [school.id, school]))
  const rows = tracks
    .map((track) => {
      const school = bySchool.get(track.organisationId)
      return { track, slug: school?.slug ?? '', school: school?.name ?? '' }
    })
    .toSorted((one, other) => one.school.localeCompare(other.school, locale))
  return page(c, {
    title: words.board,
    body: (
      <div class="stack loose">
        <PageHead over={name} title={words.board} />
        <p class="lead">{words.boardLead}</p>
        {visit.roles.includes('board') && (
          <p>
            <a href={`${tracksPath(slug)}/growth`}>{growthText(locale).title}</a>
          </p>
        )}
        {rows.length === 0 ? (
          <EmptyState as="h2" title={words.none}>
            {words.noneDo}
          </EmptyState>
        ) : (
          <Tracks c={c} tracks={rows} pointers={pointers} withSchool />
        )}
        <CountedHelp locale={locale} schoolIds={visit.schoolIds} willing={willing} requests={requests} />
      </div>
    ),
  })
}

interface TrackRow {
  readonly track: Track
  readonly slug: string
  readonly school: string
}

interface TracksProps {
  readonly c: WebContext
  readonly tracks: readonly TrackRow[]
  readonly pointers: readonly Pointer[]
  readonly withSchool?: boolean
}

function Tracks({ c, tracks, pointers, withSchool = false }: TracksProps): Html {
  const { locale, now } = c.var
  const words = tracksText(locale)
  const today = amsterdamDay(now)
  const goalsOf = ({ id }: Track) => pointers.filter(({ key }) => key === trackKey(id))
  const state = (track: Track) => stateOf({ ...track, startedOn: amsterdamDay(track.startedAt) }, goalsOf(track), today)
  return (
    <Table
      caption={words.tracks}
      captionHidden
      stacks
      columns={[
        {
          head: withSchool ? words.columns.school : words.columns.subject,
          cell: ({ track, slug, school }: TrackRow) => (
            <a href={trackPath(slug, track.id)}>
              {withSchool ? `${school}: ${words.subject[track.subject].toLowerCase()}` : words.subject[track.subject]}
            </a>
          ),
        },
        { head: words.columns.state, cell: ({ track }: TrackRow) => words.state[state(track)] },
        { head: words.columns.reading, cell: ({ track }: TrackRow) => dayWords(locale, lastReading(goalsOf(track))) },
        { head: words.columns.review, cell: ({ track }: TrackRow) => dayWords(locale, track.reviewOn) },
      ]}
      rows={tracks}
    />
  )
}

function dayWords(locale: Locale, day: string | null): string {
  return day === null ? tracksText(locale).never : formatDay(locale, day as Day, 'long')
}
