import { z } from 'zod'
import { system, type Trx } from '../../database/scope.ts'
import { createOrganisation } from '../../organisations/create-organisation.ts'
import { createSchoolOrganisation } from '../../organisations/school-organisation.ts'
import { Button, PageHead, RadioField, SelectField, TextField } from '../../ui/index.ts'
import { operator } from '../../web/access.ts'
import { personOf, type WebContext } from '../../web/context.ts'
import { readForm } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import { emptyForm, type FilledForm, refuseForm } from '../../web/refuse-form.ts'
import type { Route } from '../../web/route.ts'
import { keyRole } from '../members/grants.ts'
import { sendInvitationMail } from '../members/invitation-routes.ts'
import { invite } from '../members/invitations-store.ts'
import { newToken } from '../token.ts'
import { listBoards } from './organisations-store.ts'
import { performAsOperator } from './perform-as-operator.ts'
import { text } from './text.ts'

const kinds = ['school', 'board', 'municipality', 'partner'] as const

const organisationForm = z
  .object({
    kind: z.enum(kinds),
    code: z
      .string()
      .toUpperCase()
      .regex(/^[0-9]{2}[A-Z]{2}[0-9]{2}$/, 'bad-code')
      .optional(),
    name: z.string().max(200).optional(),
    place: z.string().max(100).optional(),
    board: z.uuid().optional(),
    email: z.string().max(200).toLowerCase().pipe(z.email()),
  })
  // A board or municipality has no BRIN and stands under nobody: what was left in those fields is not meant.
  .transform(({ kind, code = null, board = null, ...rest }) =>
    kind === 'school' ? { kind, code, board, ...rest } : { kind, code: null, board: null, ...rest },
  )

export const newOrganisationRoutes: readonly Route[] = [
  { method: 'GET', path: '/admin/organisations/new', access: operator, handle: start },
  { method: 'POST', path: '/admin/organisations', access: operator, perMinute: 30, handle: create },
]

/** From the register's page of a school one comes here with `?code=`. */
function start(c: WebContext): Promise<Response> {
  const code = (c.req.query('code') ?? '').slice(0, 6)
  return formPage(c, { ...emptyForm, values: code === '' ? {} : { code, kind: 'school' } })
}

async function formPage(c: WebContext, { values, errors }: FilledForm): Promise<Response> {
  const boards = await c.var.services.db.run(system, listBoards)
  const all = text(c.var.locale)
  const words = all.add
  const was = (field: string) => String(values[field] ?? '')
  return page(c, {
    title: words.title,
    width: 'narrow',
    body: (
      <div class="stack">
        <PageHead title={words.title} over={<a href="/admin">{all.title}</a>} />
        <form class="form" method="post" action="/admin/organisations">
          <RadioField
            name="kind"
            label={all.kind}
            options={kinds.map((kind) => ({ value: kind, label: all.kinds[kind] }))}
            value={was('kind') || 'school'}
            error={errors.kind}
            required
          />
          <TextField
            name="code"
            label={words.code}
            hint={words.codeHint}
            optional={words.optional}
            value={was('code')}
            error={errors.code}
            maxlength={6}
          />
          <TextField
            name="name"
            label={all.name}
            hint={words.nameHint}
            optional={words.optional}
            value={was('name')}
            error={errors.name}
            maxlength={200}
          />
          <TextField
            name="place"
            label={all.place}
            optional={words.optional}
            value={was('place')}
            error={errors.place}
            maxlength={100}
          />
          {boards.length > 0 && (
            <SelectField
              name="board"
              label={words.board}
              choose={words.noBoard}
              options={boards.map(({ id, name }) => ({ value: id, label: name }))}
              value={was('board')}
              error={errors.board}
            />
          )}
          <TextField
            name="email"
            type="email"
            label={words.leader}
            hint={words.leaderHint}
            value={was('email')}
            error={errors.email}
            inputmode="email"
            maxlength={200}
            required
          />
          <div class="actions">
            <Button kind="main">{words.make}</Button>
          </div>
        </form>
      </div>
    ),
  })
}

async function create(c: WebContext): Promise<Response> {
  const { services, locale, now } = c.var
  const words = text(locale)
  const form = await readForm(c, organisationForm)
  const labels = {
    kind: words.kind,
    code: words.add.code,
    name: words.name,
    place: words.place,
    email: words.add.leader,
  }
  const again = (filled: FilledForm) => formPage(c, filled)
  if (!form.ok) {
    const { code, ...errors } = form.errors
    const named = code === undefined ? form.errors : { ...errors, code: { reason: 'bad-code' } }
    return refuseForm(c, { ...form, errors: named }, labels, again, words.refused)
  }
  const { submission, value } = form
  const { kind, email } = value
  const token = newToken()
  const done = await performAsOperator(c, submission, async (trx, record) => {
    const made = await make(trx, submission.id, value, now)
    if (!made.ok) return made
    const { id, name: place } = made.organisation
    record({ action: 'organisation-added', subject: `organisation:${id}`, changes: { kind: [null, kind] } })
    const role = keyRole(kind)
    const wish = { organisationId: id, id: services.newId(), email, name: null, role, teamIds: [] }
    await invite(trx, record, { ...wish, token, invitedBy: personOf(c).id, now })
    await sendInvitationMail(trx, services, { email, place, inviter: null, role, token, locale })
    return { ok: true, id } as const
  })
  if (done.result.ok) return c.redirect(`/admin/organisations/${done.result.id}`, 303)
  const { reason } = done.result
  const field = reason === 'name-missing' ? 'name' : 'code'
  return refuseForm(c, { errors: { [field]: { reason } }, submission }, labels, again, words.refused)
}

type Made =
  | { readonly ok: true; readonly organisation: { readonly id: string; readonly name: string } }
  | {
      readonly ok: false
      readonly reason: 'unknown-school' | 'already-here' | 'closed-school' | 'code-missing' | 'name-missing'
    }

/** A school comes from the register; the others are what is typed. */
async function make(trx: Trx, id: string, wish: z.output<typeof organisationForm>, now: Date): Promise<Made> {
  const { kind, code, name, place = null } = wish
  if (kind !== 'school') {
    if (name === undefined) return { ok: false, reason: 'name-missing' }
    return { ok: true, organisation: await createOrganisation(trx, { id, kind, name, place, now }) }
  }
  if (code === null) return { ok: false, reason: 'code-missing' }
  const made = await createSchoolOrganisation(trx, { id, code, now })
  if (!made.ok) return { ok: false, reason: made.refusal.reason }
  const board = (await listBoards(trx)).find((each) => each.id === wish.board)
  if (board !== undefined) {
    await trx.updateTable('organisations').set({ parent_id: board.id }).where('id', '=', id).execute()
  }
  return made
}
