import { z } from 'zod'
import type { Html } from '#html'
import { Alert, Button, CheckboxesField, ConfirmForm, PageHead } from '../../ui/index.ts'
import { performSubmission } from '../../web/answer.ts'
import { organisationOf, type WebContext, withinScope } from '../../web/context.ts'
import { readForm } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import { refuse } from '../../web/refuse.tsx'
import { emptyForm, type FilledForm, refuseForm } from '../../web/refuse-form.ts'
import type { Route } from '../../web/route.ts'
import { roles } from '../roles.ts'
import { mayGrant, peoplePath, peopleStream, readsPeople, writesPeople } from './access.ts'
import { changeMember, findMember, type Member, removeMember, restoreMember } from './people-store.ts'
import { resetSecondStep } from './reset-second-step.ts'
import { listTeams, type Team } from './teams-store.ts'
import { text } from './text.ts'

const path = '/s/:organisation/people/:person'

const memberForm = z.object({
  roles: z.array(z.enum(roles)).max(roles.length).default([]),
  teams: z.array(z.uuid()).max(100).default([]),
})

export const personRoutes: readonly Route[] = [
  { method: 'GET', path, access: readsPeople, handle: (c) => personPage(c, emptyForm) },
  { method: 'POST', path, access: writesPeople, handle: change },
  { method: 'POST', path: `${path}/leave`, access: writesPeople, handle: leave },
  { method: 'POST', path: `${path}/restore`, access: writesPeople, handle: restore },
  { method: 'POST', path: `${path}/reset`, access: writesPeople, perMinute: 10, handle: reset },
]

async function personPage(c: WebContext, filled: FilledForm): Promise<Response> {
  const organisation = organisationOf(c)
  const id = personId(c)
  const { member, teams } = await withinScope(c, async (trx) => ({
    member: id === null ? undefined : await findMember(trx, organisation.id, id),
    teams: (await listTeams(trx, organisation.id)).filter((team) => !team.archived),
  }))
  if (member === undefined) return refuse(c, 'not-found')
  const words = text(c.var.locale)
  const may = mayGrant(c)
  const { viewer } = c.var.visit
  const done = c.req.query('done')
  return page(c, {
    title: member.name,
    width: 'narrow',
    body: (
      <div class="stack loose">
        <PageHead title={member.name} over={<a href={peoplePath(c)}>{words.people}</a>} />
        {done === 'saved' && (
          <Alert kind="ok" live>
            {words.person.saved}
          </Alert>
        )}
        {done === 'reset' && (
          <Alert kind="ok" live>
            {words.person.resetDone}
          </Alert>
        )}
        {viewer.kind === 'person' && viewer.id === member.id && <p class="soft">{words.person.self}</p>}
        {may.length === 0 ? (
          <MemberFacts c={c} member={member} teams={teams} />
        ) : (
          <MemberForm c={c} member={member} teams={teams} filled={filled} />
        )}
      </div>
    ),
  })
}

interface MemberParts {
  readonly c: WebContext
  readonly member: Member
  readonly teams: readonly Team[]
}

function MemberFacts({ c, member, teams }: MemberParts): Html {
  const words = text(c.var.locale)
  const own = teams.filter(({ id }) => member.teamIds.includes(id)).map(({ name }) => name)
  return (
    <>
      <dl class="facts">
        <dt>{words.rolesTitle}</dt>
        <dd>{member.roles.map((role) => words.roles[role]).join(', ')}</dd>
        <dt>{words.teamsTitle}</dt>
        <dd>{own.join(', ') || words.noTeam}</dd>
      </dl>
      <p class="soft">{words.person.readOnly}</p>
    </>
  )
}

function MemberForm({ c, member, teams, filled }: MemberParts & { readonly filled: FilledForm }): Html {
  const words = text(c.var.locale)
  const may = mayGrant(c)
  const { name } = member
  const action = peoplePath(c, `/${member.id}`)
  const was = <K extends 'roles' | 'teams'>(field: K, now: readonly string[]) => [filled.values[field] ?? now].flat()
  return (
    <>
      <p>
        <a href={`mailto:${member.email}`}>{member.email}</a>
      </p>
      <form class="form" method="post" action={action}>
        <CheckboxesField
          name="roles[]"
          id="roles"
          label={words.rolesTitle}
          options={may.map((role) => ({ value: role, label: words.roles[role], hint: words.roleHints[role] }))}
          values={was('roles', member.roles)}
          error={filled.errors.roles}
        />
        {teams.length > 0 && (
          <CheckboxesField
            name="teams[]"
            id="teams"
            label={words.teamsTitle}
            options={teams.map((team) => ({ value: team.id, label: team.name }))}
            values={was('teams', member.teamIds)}
          />
        )}
        <div class="actions">
          <Button kind="main">{words.person.save}</Button>
        </div>
      </form>
      <div class="stack tight">
        <ConfirmForm action={`${action}/reset`} summary={words.person.reset} confirm={words.person.resetYes}>
          {words.person.resetAsk(name)}
        </ConfirmForm>
        <ConfirmForm
          action={`${action}/leave`}
          summary={words.person.leave(name)}
          confirm={words.person.leaveYes(name)}
        >
          {words.person.leaveAsk(name)}
        </ConfirmForm>
      </div>
    </>
  )
}

async function change(c: WebContext): Promise<Response> {
  const words = text(c.var.locale)
  const labels = { roles: words.rolesTitle, teams: words.teamsTitle }
  const id = personId(c)
  if (id === null) return refuse(c, 'not-found')
  const form = await readForm(c, memberForm)
  if (!form.ok) return refuseForm(c, form, labels, (filled) => personPage(c, filled))
  const { submission, value } = form
  const may = mayGrant(c)
  const asked = { organisation: organisationOf(c), id, roles: value.roles, teamIds: value.teams, may, now: c.var.now }
  const done = await performSubmission(c, peopleStream(c), submission, (trx, record) =>
    value.roles.every((role) => may.includes(role))
      ? changeMember(trx, record, asked)
      : Promise.resolve({ ok: false, reason: 'not-yours' } as const),
  )
  if (done.result.ok) return c.redirect(peoplePath(c, `/${id}?done=saved`), 303)
  if (done.result.reason === 'no-such-person') return refuse(c, 'not-found')
  const errors = { roles: { reason: done.result.reason } }
  return refuseForm(c, { errors, submission }, labels, (filled) => personPage(c, filled), words.refused)
}

async function leave(c: WebContext): Promise<Response> {
  const id = personId(c)
  if (id === null) return refuse(c, 'not-found')
  const form = await readForm(c, z.object({}))
  const asked = { organisation: organisationOf(c), id, may: mayGrant(c), now: c.var.now }
  const done = await performSubmission(c, peopleStream(c), form.submission, (trx, record) =>
    removeMember(trx, record, asked),
  )
  if (done.result.ok) return c.redirect(peoplePath(c, '?done=left'), 303)
  if (done.result.reason === 'no-such-person') return refuse(c, 'not-found')
  return refuse(c, 'not-yours', { detail: text(c.var.locale).refused[done.result.reason] })
}

async function restore(c: WebContext): Promise<Response> {
  const id = personId(c)
  if (id === null) return refuse(c, 'not-found')
  const form = await readForm(c, z.object({}))
  const asked = { organisation: organisationOf(c), id, may: mayGrant(c), now: c.var.now }
  const done = await performSubmission(c, peopleStream(c), form.submission, (trx, record) =>
    restoreMember(trx, record, asked),
  )
  return done.result.ok ? c.redirect(peoplePath(c, `/${id}`), 303) : refuse(c, 'not-found')
}

async function reset(c: WebContext): Promise<Response> {
  const id = personId(c)
  if (id === null) return refuse(c, 'not-found')
  const form = await readForm(c, z.object({}))
  const result = await resetSecondStep(c, id, form.submission)
  if (result.ok) return c.redirect(peoplePath(c, `/${id}?done=reset`), 303)
  if (result.reason === 'no-such-person') return refuse(c, 'not-found')
  return refuse(c, 'not-yours', { detail: text(c.var.locale).refused[result.reason] })
}

function personId(c: WebContext): string | null {
  const id = z.uuid().safeParse(c.req.param('person'))
  return id.success ? id.data : null
}
