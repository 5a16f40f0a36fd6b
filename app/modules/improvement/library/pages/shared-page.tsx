import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { amsterdamDay, formatDay } from '../../../../platform/text/days.ts'
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
import { type Team, teamsFor } from '../../lessons/list-store.ts'
import { PlanView } from '../../lessons/pages/plan-view.tsx'
import { ancestorsOf, findShared } from '../library-store.ts'
import { libraryPath, licence, type Parent, type SharedLesson, sharedPath } from '../shared-lesson.ts'
import { libraryText } from '../text.ts'
import { Changes } from './changes.tsx'

/** One shared lesson: to read, print, take over. */
export const sharedPageRoutes: readonly Route[] = [
  { method: 'GET', path: '/s/:organisation/library/:shared', access: anyMember, handle: showShared },
  { method: 'GET', path: '/library/:shared', access: everyone, handle: showShared },
]

/** The shared lesson in the path, where it reaches this visitor. */
export async function sharedIn(c: WebContext): Promise<SharedLesson | null> {
  const shared = await withinScope(c, (trx) => findShared(trx, c.req.param('shared') ?? ''))
  if (shared === null) return null
  const isOwn = c.var.visit.organisation?.id === shared.organisationId
  return shared.withdrawnAt !== null && !isOwn ? null : shared
}

async function showShared(c: WebContext): Promise<Response> {
  const shared = await sharedIn(c)
  if (shared === null) return refuse(c, 'not-found')
  const { locale, visit } = c.var
  const words = libraryText(locale)
  const slug = visit.organisation?.slug ?? null
  const mayFork = visit.organisation?.kind === 'school' && visit.viewer.kind === 'person'
  const { ancestors, teams } = await withinScope(c, async (trx) => ({
    ancestors: await ancestorsOf(trx, shared),
    teams: mayFork ? await teamsFor(trx, visit) : [],
  }))
  const path = sharedPath(slug, shared.id)
  const about = [shared.subject, shared.year, shared.theme].filter((part) => part !== '').join(' · ')
  const isOwn = visit.organisation?.id === shared.organisationId
  const actor = visit.viewer.kind === 'person' ? `person:${visit.viewer.id}` : ''
  const mayTakeBack =
    isOwn && shared.withdrawnAt === null && (shared.sharedBy === actor || visit.roles.some((role) => role === 'leader'))
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
        <Origin c={c} shared={shared} ancestors={ancestors} slug={slug} />
        {teams.length > 0 && shared.withdrawnAt === null && <TakeOver c={c} path={path} teams={teams} />}
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
        {mayTakeBack && (
          <ConfirmForm action={`${path}/withdraw`} summary={words.takeBack} confirm={words.takeBackYes}>
            {words.takeBackLead}
          </ConfirmForm>
        )}
      </div>
    ),
  })
}

interface OriginProps {
  readonly c: WebContext
  readonly shared: SharedLesson
  readonly ancestors: readonly (Parent & { readonly reachable: boolean })[]
  readonly slug: string | null
}

function Origin({ c, shared, ancestors, slug }: OriginProps): Html {
  const { locale } = c.var
  const words = libraryText(locale)
  if (shared.parent === null) return <></>
  return (
    <Card as="section" shape="flat">
      <h2>{words.origin}</h2>
      <ol>
        {ancestors.map(({ id, title, credit, reachable }) => (
          <li>
            <p>
              {reachable ? (
                <a href={sharedPath(slug, id)}>{words.originOne(title, credit)}</a>
              ) : (
                words.originOne(title, credit)
              )}
            </p>
          </li>
        ))}
      </ol>
      {/* What it was changed from holds the parent's words: for who may read these. */}
      {ancestors[0]?.reachable && (
        <>
          <h3>{words.changed}</h3>
          <Changes locale={locale} from={shared.parent.plan} to={shared.plan} />
        </>
      )}
    </Card>
  )
}

interface TakeOverProps {
  readonly c: WebContext
  readonly path: string
  readonly teams: readonly Team[]
}

function TakeOver({ c, path, teams }: TakeOverProps): Html {
  const words = libraryText(c.var.locale)
  const [only] = teams
  return (
    <section class="no-print">
      <Card as="section" tone="design">
        <h2>{words.forkTitle}</h2>
        <p>{words.forkLead}</p>
        <form class="form" method="post" action={`${path}/fork`}>
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
