import type { Html } from '../../../platform/html/jsx-runtime.ts'
import { amsterdamDay, type Day, formatDay } from '../../../platform/text/days.ts'
import type { Locale } from '../../../platform/text/dictionary.ts'
import { ButtonLink, Card, Chip } from '../../../platform/ui/index.ts'
import { organisationOf, type WebContext } from '../../../platform/web/context.ts'
import { trackPath } from '../tracks/track-reference.ts'
import { helpPath } from './help-mail.ts'
import { type HelpRequest, requestState } from './request-store.ts'
import { helpText } from './text.ts'

interface RequestsProps {
  readonly c: WebContext
  readonly requests: readonly HelpRequest[]
  /** Whether the visitor speaks for the school; others see that there is a request, not what it says. */
  readonly leads: boolean
}

/** What other schools ask of this one; nothing where nobody does. */
export function Incoming({ c, requests, leads }: RequestsProps): Html | null {
  const own = organisationOf(c).id
  const incoming = requests.filter((request) => request.askedId === own && request.withdrawnAt === null)
  if (incoming.length === 0) return null
  return (
    <section class="stack">
      <h2>{helpText(c.var.locale).incoming}</h2>
      <Cards c={c} requests={incoming} leads={leads} />
    </section>
  )
}

/** On the page of a track: the schools that were asked, and the way to find one. */
export function AskedByTrack(
  props: RequestsProps & { readonly trackId: string; readonly isOpen: boolean },
): Html | null {
  const { c, requests, leads, trackId, isOpen } = props
  const words = helpText(c.var.locale)
  const asked = requests.filter((request) => request.trackId === trackId)
  if (asked.length === 0 && !(leads && isOpen)) return null
  return (
    <section class="stack">
      <h2>{words.ofTrack}</h2>
      <Cards c={c} requests={asked} leads={leads} />
      {leads && isOpen && (
        <>
          <p>{words.ofTrackLead}</p>
          <p>
            <ButtonLink kind="quiet" icon="search" href={`${trackPath(organisationOf(c).slug, trackId)}/schools`}>
              {words.find}
            </ButtonLink>
          </p>
        </>
      )}
    </section>
  )
}

function Cards({ c, requests, leads }: RequestsProps): Html {
  const { locale } = c.var
  const words = helpText(locale)
  const { id: own, slug } = organisationOf(c)
  return (
    <ul class="cards goal-links">
      {requests.map((request) => {
        const title = `${request.askedId === own ? request.askerName : request.askedName}: ${words.subject[request.domain]}`
        const state = requestState(request)
        return (
          <Card as="li" tone="visit" over={words.askedOn(formatDay(locale, amsterdamDay(request.askedAt), 'long'))}>
            <div class="spread">
              {leads ? (
                <a class="title" href={helpPath(slug, request.id)}>
                  {title}
                </a>
              ) : (
                <b>{title}</b>
              )}
              <Chip tone={state === 'yes' || state === 'held' ? 'good' : state === 'waiting' ? 'insight' : 'plain'}>
                {stateWords(locale, request)}
              </Chip>
            </div>
          </Card>
        )
      })}
    </ul>
  )
}

/** Where a request stands, with its day where there is one. */
export function stateWords(locale: Locale, request: HelpRequest): string {
  const words = helpText(locale)
  const { heldOn, visitOn } = request
  const state = requestState(request)
  // Days are kept as dates.
  if (state === 'held' && heldOn !== null) return words.heldOn(formatDay(locale, heldOn as Day, 'long'))
  if (state === 'yes' && visitOn !== null) return words.yesOn(formatDay(locale, visitOn as Day, 'long'))
  return words.state[state]
}
