import { z } from 'zod'
import type { Html } from '#html'
import type { Locale } from '../../text/dictionary.ts'
import {
  Alert,
  Button,
  Card,
  CheckboxesField,
  Chip,
  ConfirmForm,
  EmptyState,
  Fold,
  PageHead,
  TextField,
} from '../../ui/index.ts'
import { performSubmission } from '../../web/answer.ts'
import { organisationOf, type WebContext, withinScope } from '../../web/context.ts'
import { readForm } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import { refuse } from '../../web/refuse.tsx'
import { emptyForm, type FilledForm, refuseForm } from '../../web/refuse-form.ts'
import type { Route } from '../../web/route.ts'
import { mayGrant, peopleStream, readsPeople, teamsPath, writesPeople } from './access.ts'
import { PeopleTabs } from './people-page.tsx'
import { listMembers } from './people-store.ts'
import { addTeam, archiveTeam, changeTeam, listTeams, type Team, teamSize } from './teams-store.ts'
import { text } from './text.ts'

const path = '/s/:organisation/teams'
const name = z.string().min(1).max(100)
const newTeamForm = z.object({ name })
const teamForm = z.object({ name, members: z.array(z.uuid()).max(500).default([]) })

export const teamRoutes: readonly Route[] = [
  { method: 'GET', path, access: readsPeople, handle: (c) => teamsPage(c, emptyForm) },
  { method: 'POST', path, access: writesPeople, handle: add },
  { method: 'GET', path: `${path}/:team`, access: readsPeople, handle: (c) => teamPage(c, emptyForm) },
  { method: 'POST', path: `${path}/:team`, access: writesPeople, handle: change },
  { method: 'POST', path: `${path}/:team/archive`, access: writesPeople, handle: (c) => archive(c, c.var.now) },
  { method: 'POST', path: `${path}/:team/restore`, access: writesPeople, handle: (c) => archive(c, null) },
]

async function teamsPage(c: WebContext, filled: FilledForm): Promise<Response> {
  const organisation = organisationOf(c)
  const teams = await withinScope(c, (trx) => listTeams(trx, organisation.id))
  const { locale } = c.var
  const words = text(locale)
  const open = teams.filter(({ archived }) => !archived)
  const away = teams.filter(({ archived }) => archived)
  const writes = mayGrant(c).length > 0
  return page(c, {
    title: words.teams,
    body: (
      <div class="stack loose">
        <PageHead title={words.teams} over={organisation.name} />
        <PeopleTabs c={c} here={teamsPath(c)} />
        {open.length === 0 && (
          <EmptyState as="h2" title={words.team.none}>
            {words.team.noneDo}
          </EmptyState>
        )}
        <ul class="cards">
          {open.map((team) => (
            <Card as="li">
              <div class="spread">
                <a href={teamsPath(c, `/${team.id}`)}>
                  <strong>{team.name}</strong>
                </a>
                <span class="soft num">{words.team.size(team.memberIds.length)}</span>
              </div>
              <SizeWarning locale={locale} team={team} />
            </Card>
          ))}
        </ul>
        {writes && (
          <Fold summary={words.team.add} id="new-team" open={open.length === 0 || filled.errors.name !== undefined}>
            <form class="form" method="post" action={teamsPath(c)}>
              <TextField
                name="name"
                label={words.team.name}
                placeholder={words.team.namePlaceholder}
                value={String(filled.values.name ?? '')}
                error={filled.errors.name}
                maxlength={100}
                required
              />
              <div class="actions">
                <Button kind="main" icon="plus">
                  {words.team.make}
                </Button>
              </div>
            </form>
          </Fold>
        )}
        {writes && away.length > 0 && (
          <Fold summary={words.team.archived}>
            <ul class="cards">
              {away.map((team) => (
                <Card as="li" shape="flat">
                  <form class="spread" method="post" action={teamsPath(c, `/${team.id}/restore`)}>
                    <span>{team.name}</span>
                    <Button kind="quiet" label={`${words.team.restore}: ${team.name}`}>
                      {words.team.restore}
                    </Button>
                  </form>
                </Card>
              ))}
            </ul>
          </Fold>
        )}
      </div>
    ),
  })
}

function SizeWarning({ locale, team }: { readonly locale: Locale; readonly team: Team }): Html | null {
  const words = text(locale).team
  const total = team.memberIds.length
  if (total >= teamSize.least && total <= teamSize.most) return null
  return (
    <p>
      <Chip tone="late" icon="alert-triangle">
        {total < teamSize.least ? words.tooSmall : words.tooLarge}
      </Chip>
    </p>
  )
}

async function teamPage(c: WebContext, filled: FilledForm): Promise<Response> {
  const organisation = organisationOf(c)
  const { team, members } = await withinScope(c, async (trx) => ({
    team: (await listTeams(trx, organisation.id)).find(({ id }) => id === c.req.param('team')),
    members: await listMembers(trx, organisation.id),
  }))
  if (team === undefined) return refuse(c, 'not-found')
  const { locale } = c.var
  const words = text(locale)
  const action = teamsPath(c, `/${team.id}`)
  const inTeam = members.filter(({ id }) => team.memberIds.includes(id))
  return page(c, {
    title: team.name,
    width: 'narrow',
    body: (
      <div class="stack loose">
        <PageHead title={team.name} over={<a href={teamsPath(c)}>{words.teams}</a>} />
        {c.req.query('done') === 'saved' && (
          <Alert kind="ok" live>
            {words.person.saved}
          </Alert>
        )}
        <p class="soft num">{words.team.size(inTeam.length)}</p>
        <SizeWarning locale={locale} team={team} />
        {mayGrant(c).length === 0 ? (
          <ul>
            {inTeam.map((member) => (
              <li>{member.name}</li>
            ))}
          </ul>
        ) : (
          <>
            <form class="form" method="post" action={action}>
              <TextField
                name="name"
                label={words.team.name}
                value={String(filled.values.name ?? team.name)}
                error={filled.errors.name}
                maxlength={100}
                required
              />
              <CheckboxesField
                name="members[]"
                id="members"
                label={words.team.members}
                options={members.map((member) => ({ value: member.id, label: member.name }))}
                values={[filled.values.members ?? team.memberIds].flat()}
              />
              <div class="actions">
                <Button kind="main">{words.team.save}</Button>
              </div>
            </form>
            {!team.archived && (
              <ConfirmForm action={`${action}/archive`} summary={words.team.archive} confirm={words.team.archiveYes}>
                {words.team.archiveAsk}
              </ConfirmForm>
            )}
          </>
        )}
      </div>
    ),
  })
}

async function add(c: WebContext): Promise<Response> {
  const words = text(c.var.locale)
  const form = await readForm(c, newTeamForm)
  const again = (filled: FilledForm) => teamsPage(c, filled)
  if (!form.ok) return refuseForm(c, form, { name: words.team.name }, again)
  const { submission } = form
  const wish = { organisationId: organisationOf(c).id, id: submission.id, name: form.value.name, now: c.var.now }
  const done = await performSubmission(c, peopleStream(c), submission, (trx, record) => addTeam(trx, record, wish))
  if (done.result.ok) return c.redirect(teamsPath(c, `/${submission.id}`), 303)
  const errors = { name: { reason: done.result.reason } }
  return refuseForm(c, { errors, submission }, { name: words.team.name }, again, words.refused)
}

async function change(c: WebContext): Promise<Response> {
  const words = text(c.var.locale)
  const id = teamId(c)
  if (id === null) return refuse(c, 'not-found')
  const form = await readForm(c, teamForm)
  const again = (filled: FilledForm) => teamPage(c, filled)
  const labels = { name: words.team.name, members: words.team.members }
  if (!form.ok) return refuseForm(c, form, labels, again)
  const { submission, value } = form
  const wish = { organisationId: organisationOf(c).id, id, name: value.name, memberIds: value.members }
  const done = await performSubmission(c, peopleStream(c), submission, (trx, record) => changeTeam(trx, record, wish))
  if (done.result.ok) return c.redirect(teamsPath(c, `/${id}?done=saved`), 303)
  if (done.result.reason === 'no-such-team') return refuse(c, 'not-found')
  const errors = { name: { reason: done.result.reason } }
  return refuseForm(c, { errors, submission }, labels, again, words.refused)
}

async function archive(c: WebContext, at: Date | null): Promise<Response> {
  const id = teamId(c)
  if (id === null) return refuse(c, 'not-found')
  const form = await readForm(c, z.object({}))
  const wish = { organisationId: organisationOf(c).id, id, at }
  const done = await performSubmission(c, peopleStream(c), form.submission, (trx, record) =>
    archiveTeam(trx, record, wish),
  )
  return done.result.ok ? c.redirect(teamsPath(c), 303) : refuse(c, 'not-found')
}

function teamId(c: WebContext): string | null {
  const id = z.uuid().safeParse(c.req.param('team'))
  return id.success ? id.data : null
}
