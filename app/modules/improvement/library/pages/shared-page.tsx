import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { amsterdamDay, formatDay } from '../../../../platform/text/days.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import {
  Alert,
  Button,
  ButtonLink,
  Card,
  Chip,
  ConfirmForm,
  PageHead,
  SelectField,
} from '../../../../platform/ui/index.ts'
import { anyMember, everyone } from '../../../../platform/web/access.ts'
import { type WebContext, withinScope } from '../../../../platform/web/context.ts'
import { page } from '../../../../platform/web/page.tsx'
import { refuse } from '../../../../platform/web/refuse.tsx'
import type { Route } from '../../../../platform/web/route.ts'
import { findLesson } from '../../lessons/lesson-store.ts'
import { type Team, teamsFor } from '../../lessons/list-store.ts'
import { PlanView } from '../../lessons/pages/plan-view.tsx'
import type { Plan } from '../../lessons/plan.ts'
import { findShared, type KnownOrigin, planOf, reachableOrigins } from '../library-store.ts'
import { libraryPath, licence, type Origin, type SharedLesson, sharedPath } from '../shared-lesson.ts'
import { libraryText } from '../text.ts'
import { Changes } from './changes.tsx'

/** One shared lesson: to read, print, take over. */
export const sharedPageRoutes: readonly Route[] = [
  { method: 'GET', path: '/s/:organisation/library/:shared', access: anyMember, handle: showShared },
  { method: 'GET', path: '/library/:shared', access: everyone, handle: showShared },
]

/** Where the edition stands that a lesson was taken over from. */
export const originPath = (slug: string | null, { id, edition }: Pick<Origin, 'id' | 'edition'>): string =>
  `${sharedPath(slug, id)}?edition=${edition}`

/**
 * The shared lesson in the path, where it reaches this visitor: in the edition asked (`?edition=1`), or the newest where nothing
 * is asked or that one is no longer shown.
 */
export async function sharedIn(c: WebContext): Promise<SharedLesson | null> {
  const asked = Number(c.req.query('edition') ?? '')
  const id = c.req.param('shared') ?? ''
  return withinScope(c, async (trx) => {
    const edition = Number.isInteger(asked) && asked > 0 && asked < 1_000_000 ? await findShared(trx, id, asked) : null
    const shared = edition ?? (await findShared(trx, id))
    if (shared === null) return null
    const isOwn = c.var.visit.organisation?.id === shared.organisationId
    return shared.withdrawnAt !== null && !isOwn ? null : shared
  })
}

/** Who shared it, and who may write in the lesson: its team and designers, coach and leader. */
export async function mayTakeBack(c: WebContext, shared: SharedLesson): Promise<boolean> {
  const { visit } = c.var
  if (visit.viewer.kind !== 'person' || visit.organisation?.id !== shared.organisationId) return false
  if (shared.sharedBy === `person:${visit.viewer.id}`) return true
  if (visit.roles.includes('leader') || visit.roles.includes('coach')) return true
  return (await withinScope(c, (trx) => findLesson(trx, visit, shared.lessonId))) !== null
}

async function showShared(c: WebContext): Promise<Response> {
  const shared = await sharedIn(c)
  if (shared === null) return refuse(c, 'not-found')
  const { locale, visit } = c.var
  const words = libraryText(locale)
  const slug = visit.organisation?.slug ?? null
  const mayFork = visit.organisation?.kind === 'school' && visit.viewer.kind === 'person'
  const { origins, from, teams } = await withinScope(c, async (trx) => {
    const known = await reachableOrigins(trx, shared.origins)
    const [parent] = known
    return {
      origins: known,
      from: parent?.reachable ? await planOf(trx, parent) : null,
      teams: mayFork ? await teamsFor(trx, visit) : [],
    }
  })
  const path = sharedPath(slug, shared.id)
  const about = [shared.subject, shared.year, shared.theme].filter((part) => part !== '').join(' · ')
  const isOlder = shared.edition < shared.newest
  const showsTakeBack = shared.withdrawnAt === null && !isOlder && (await mayTakeBack(c, shared))
  return page(c, {
    title: shared.title,
    body: (
      <div class="stack">
        <PageHead title={shared.title} over={about}>
          <span class="no-print" data-controller="print">
            <Button kind="quiet" type="button" icon="printer" action="print#now">
              {words.print}
            </Button>
          </span>
        </PageHead>
        <p class="row">
          <span>{words.by(shared.credit)}</span>
          <span class="soft">{words.sharedOn(formatDay(locale, amsterdamDay(shared.sharedAt), 'long'))}</span>
          {slug !== null && <Chip tone="design">{words.reach[shared.reach]}</Chip>}
        </p>
        {shared.withdrawnAt !== null && <Alert kind="info">{words.withdrawn}</Alert>}
        {isOlder && (
          <Alert kind="info">
            {words.older} <a href={path}>{words.newest}</a>
          </Alert>
        )}
        <Card as="section" tone="design">
          <PlanView locale={locale} plan={shared.plan} />
        </Card>
        {shared.terms.length > 0 && (
          <Card as="section" shape="flat">
            <h2>{words.curriculum}</h2>
            <ul>
              {shared.terms.map(({ uri, code, label }) => (
                <li>
                  <p>
                    <a href={`${libraryPath(slug)}?term=${encodeURIComponent(uri)}`}>{`${code} ${label}`.trim()}</a>
                  </p>
                </li>
              ))}
            </ul>
          </Card>
        )}
        <Origins locale={locale} origins={origins} from={from} to={shared.plan} slug={slug} />
        {teams.length > 0 && shared.withdrawnAt === null && (
          <TakeOver c={c} action={`${path}/fork${isOlder ? `?edition=${shared.edition}` : ''}`} teams={teams} />
        )}
        <Card as="section" shape="flat">
          {shared.reach === 'open' && (
            <p>
              {words.licence} <a href={licence}>{words.licenceName}</a>
            </p>
          )}
          <p class="row no-print">
            <span>{words.files}</span>
            <ButtonLink kind="quiet" href={`${path}/nl-lom.xml`} download>
              {words.lom}
            </ButtonLink>
            <ButtonLink kind="quiet" href={`${path}/lesson.jsonld`} download>
              {words.jsonLd}
            </ButtonLink>
            {slug !== null && shared.reach === 'open' && shared.withdrawnAt === null && (
              <ButtonLink kind="quiet" href={sharedPath(null, shared.id)}>
                {words.publicPage}
              </ButtonLink>
            )}
            {slug === null && (
              <ButtonLink kind="quiet" href={libraryPath(null)}>
                {words.openTitle}
              </ButtonLink>
            )}
          </p>
        </Card>
        {showsTakeBack && (
          <ConfirmForm action={`${path}/withdraw`} summary={words.takeBack} confirm={words.takeBackYes}>
            {words.takeBackLead}
          </ConfirmForm>
        )}
      </div>
    ),
  })
}

interface OriginsProps {
  readonly locale: Locale
  readonly origins: readonly KnownOrigin[]
  /** What the nearest said, for who may read it. */
  readonly from: Plan | null
  readonly to: Plan
  readonly slug: string | null
}

function Origins({ locale, origins, from, to, slug }: OriginsProps): Html | null {
  const words = libraryText(locale)
  if (origins.length === 0) return null
  return (
    <Card as="section" shape="flat">
      <h2>{words.origin}</h2>
      <ol>
        {origins.map((origin) => (
          <li>
            <p>
              {origin.reachable ? (
                <a href={originPath(slug, origin)}>{words.originOne(origin.title, origin.credit)}</a>
              ) : (
                words.originOne(origin.title, origin.credit)
              )}
            </p>
          </li>
        ))}
      </ol>
      {from !== null && (
        <>
          <h3>{words.changed}</h3>
          <Changes locale={locale} from={from} to={to} />
        </>
      )}
    </Card>
  )
}

interface TakeOverProps {
  readonly c: WebContext
  readonly action: string
  readonly teams: readonly Team[]
}

function TakeOver({ c, action, teams }: TakeOverProps): Html {
  const words = libraryText(c.var.locale)
  const [only] = teams
  return (
    <section class="no-print">
      <Card as="section" tone="design">
        <h2>{words.forkTitle}</h2>
        <p>{words.forkLead}</p>
        <form class="form" method="post" action={action}>
          {teams.length === 1 && only !== undefined ? (
            <input type="hidden" name="team" value={only.id} />
          ) : (
            <SelectField
              name="team"
              label={words.forkTeam}
              options={teams.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          <div class="actions">
            <Button kind="main">{words.fork}</Button>
          </div>
        </form>
      </Card>
    </section>
  )
}
