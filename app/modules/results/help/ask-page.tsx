import { type Domain, domains } from '@kantelpunt/school-results'
import { z } from 'zod'
import type { Trx } from '../../../platform/database/scope.ts'
import type { Html } from '../../../platform/html/jsx-runtime.ts'
import { Alert, Button, ButtonLink, Card, EmptyState, PageHead, TextArea } from '../../../platform/ui/index.ts'
import { performSubmission } from '../../../platform/web/answer.ts'
import { organisationOf, type WebContext, withinScope } from '../../../platform/web/context.ts'
import { readForm } from '../../../platform/web/form.ts'
import { page } from '../../../platform/web/page.tsx'
import { refuse } from '../../../platform/web/refuse.tsx'
import { emptyForm, type FilledForm, refuseForm } from '../../../platform/web/refuse-form.ts'
import type { Route } from '../../../platform/web/route.ts'
import { schoolResultsPath } from '../pages/school-page.tsx'
import { newestPicture } from '../picture/picture-store.ts'
import { schoolPlaces } from '../picture/school-places.ts'
import { tracksText } from '../tracks/text.ts'
import type { Track } from '../tracks/track.ts'
import { trackIdIn, trackPath } from '../tracks/track-reference.ts'
import { findTrack } from '../tracks/track-store.ts'
import { domainsOf, findHelpers, type Helper } from './find-helpers.ts'
import { helpPath, mailOtherSide } from './help-mail.ts'
import { type Asked, askForHelp, requestsOf } from './request-store.ts'
import { helpText } from './text.ts'
import { speakers } from './willing-section.tsx'
import { willingFor } from './willing-store.ts'

const path = '/s/:organisation/results/tracks/:resultTrack/schools'
const form = z.object({ school: z.uuid(), subject: z.enum(domains), message: z.string().min(1).max(600) })
type Refused = Exclude<Asked, 'asked'> | 'not-willing'
const reasons: readonly Refused[] = ['asked-before', 'too-many', 'not-willing']

/** Willing schools for an open track, and asking one of them. */
export const askRoutes: readonly Route[] = [
  { method: 'GET', path, access: speakers, handle: (c) => withTrack(c, (track) => show(c, track, emptyForm)) },
  { method: 'POST', path, access: speakers, perMinute: 20, handle: (c) => withTrack(c, (track) => ask(c, track)) },
]

async function withTrack(c: WebContext, then: (track: Track) => Promise<Response>): Promise<Response> {
  const id = trackIdIn(c)
  const track = id && (await withinScope(c, (trx) => findTrack(trx, organisationOf(c).id, id)))
  return track && track.closedAt === null ? then(track) : refuse(c, 'not-found')
}

async function ask(c: WebContext, track: Track): Promise<Response> {
  const { id: organisationId, slug } = organisationOf(c)
  const read = await readForm(c, form)
  if (!read.ok) {
    const labels = { message: helpText(c.var.locale).ask.message }
    return refuseForm(c, read, labels, (filled) => show(c, track, filled))
  }
  const { school, subject, message } = read.value
  const { id } = read.submission
  const { result } = await performSubmission(
    c,
    `help:${organisationId}`,
    read.submission,
    async (trx, record): Promise<Asked | 'not-willing'> => {
      const helper = (await helpersOf(trx, organisationId, track)).helpers.find(isOf(school, subject))
      if (helper === undefined) return 'not-willing'
      const wish = { id, organisationId, trackId: track.id, helper, message, now: c.var.now }
      const asked = await askForHelp(trx, record, wish)
      if (asked === 'asked') await mailOtherSide(c, trx, { id, domain: subject }, 'asked')
      return asked
    },
  )
  const to = result === 'asked' ? helpPath(slug, id) : `${trackPath(slug, track.id)}/schools?refused=${result}`
  return c.redirect(to, 303)
}

function isOf(organisationId: string, domain: Domain) {
  return (helper: Helper) => helper.organisationId === organisationId && helper.domain === domain
}

async function helpersOf(trx: Trx, organisationId: string, { subject }: Track) {
  const { school_code: code } = await trx
    .selectFrom('organisations')
    .select('school_code')
    .where('id', '=', organisationId)
    .executeTakeFirstOrThrow()
  const picture = await newestPicture(trx)
  const willing = await willingFor(trx, domainsOf(subject))
  return {
    helpers: findHelpers(subject, willing, { code, picture, places: await schoolPlaces(trx) }).filter(
      (helper) => helper.organisationId !== organisationId,
    ),
    isWeighted: code !== null && picture?.byLocation.get(code)?.weighting !== undefined,
  }
}

async function show(c: WebContext, track: Track, filled: FilledForm): Promise<Response> {
  const { locale } = c.var
  const words = helpText(locale)
  const { id: organisationId, slug } = organisationOf(c)
  const { helpers, isWeighted, requests } = await withinScope(c, async (trx) => ({
    ...(await helpersOf(trx, organisationId, track)),
    requests: await requestsOf(trx, [organisationId]),
  }))
  const [school, subject] =
    'school' in filled.values ? [filled.values.school, filled.values.subject] : (c.req.query('ask') ?? '').split('.')
  const chosen = helpers.find((helper) => helper.organisationId === school && helper.domain === subject)
  const isAsked = ({ organisationId: id, domain }: Helper) =>
    requests.some(
      (request) =>
        request.trackId === track.id &&
        request.askedId === id &&
        request.domain === domain &&
        request.withdrawnAt === null,
    )
  const refused = reasons.find((reason) => reason === c.req.query('refused'))
  const title = track.subject === 'growth' ? words.ask.growth : words.ask.title(words.subject[track.subject])
  return page(c, {
    title,
    width: 'narrow',
    body: (
      <div class="stack loose">
        <PageHead
          over={<a href={trackPath(slug, track.id)}>{tracksText(locale).subject[track.subject]}</a>}
          title={title}
        />
        {refused !== undefined && <Alert kind="warning">{words.ask.refused[refused]}</Alert>}
        {chosen !== undefined && <AskForm c={c} track={track} helper={chosen} filled={filled} />}
        {helpers.length === 0 ? (
          <EmptyState as="h2" title={words.ask.none}>
            {isWeighted ? words.ask.noneDo : words.ask.noWeighting}
          </EmptyState>
        ) : (
          <>
            <p class="lead">{words.ask.lead}</p>
            <ul class="cards">
              {helpers.map((helper) => (
                <HelperCard c={c} track={track} helper={helper} isAsked={isAsked(helper)} />
              ))}
            </ul>
            {helpers.some(({ further }) => further === 'grew') && <p class="soft">{words.ask.otherPupils}</p>}
          </>
        )}
      </div>
    ),
  })
}

interface HelperProps {
  readonly c: WebContext
  readonly track: Track
  readonly helper: Helper
}

function HelperCard({ c, track, helper, isAsked }: HelperProps & { readonly isAsked: boolean }): Html {
  const words = helpText(c.var.locale)
  const { slug } = organisationOf(c)
  const { name, code, domain, further, near, place, sameSize, organisationId } = helper
  const about = [
    place === undefined ? words.ask.near[near] : `${place}, ${words.ask.near[near]}`,
    sameSize && words.ask.sameSize,
  ]
  return (
    <Card as="li" tone="visit">
      <h2>{name}</h2>
      <p>{words.ask.further[further](words.subject[domain])}.</p>
      <p class="soft">{about.filter(Boolean).join(' · ')}</p>
      <p>
        <a href={schoolResultsPath(code)}>
          {words.ask.figures}
          <span class="hide">: {name}</span>
        </a>
      </p>
      {isAsked ? (
        <p class="strong">{words.ask.asked}</p>
      ) : (
        <p>
          <ButtonLink kind="quiet" href={`${trackPath(slug, track.id)}/schools?ask=${organisationId}.${domain}`}>
            {words.ask.ask}
            <span class="hide">: {name}</span>
          </ButtonLink>
        </p>
      )}
    </Card>
  )
}

function AskForm({ c, track, helper, filled }: HelperProps & { readonly filled: FilledForm }): Html {
  const words = helpText(c.var.locale).ask
  const typed = filled.values.message
  return (
    <Card as="section" shape="flat">
      <h2>
        {words.ask}: {helper.name}
      </h2>
      <form class="form" method="post" action={`${trackPath(organisationOf(c).slug, track.id)}/schools`}>
        <input type="hidden" name="_op" value={c.var.services.newId()} />
        <input type="hidden" name="school" value={helper.organisationId} />
        <input type="hidden" name="subject" value={helper.domain} />
        <TextArea
          name="message"
          label={words.message}
          hint={words.messageHint}
          rows={4}
          maxlength={600}
          required
          value={typeof typed === 'string' ? typed : ''}
          error={filled.errors.message}
        />
        <div class="actions">
          <Button kind="main" icon="mail">
            {words.send}
          </Button>
        </div>
      </form>
    </Card>
  )
}
