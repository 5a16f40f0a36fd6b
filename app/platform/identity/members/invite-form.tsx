import type { Html } from '#html'
import type { Locale } from '../../text/dictionary.ts'
import { Button, CheckboxesField, RadioField, TextField } from '../../ui/index.ts'
import type { FilledForm } from '../../web/refuse-form.ts'
import type { Role } from '../roles.ts'
import type { Team } from './teams-store.ts'
import { text } from './text.ts'

interface InviteFormProps {
  readonly locale: Locale
  readonly action: string
  /** The roles that may be given. */
  readonly may: readonly Role[]
  readonly teams: readonly Team[]
  readonly filled: FilledForm
}

/** Inviting somebody by mail, with a role and places in teams. */
export function InviteForm({ locale, action, may, teams, filled }: InviteFormProps): Html {
  const words = text(locale)
  const { values, errors } = filled
  return (
    <form class="form" method="post" action={action}>
      <TextField
        name="email"
        type="email"
        label={words.email}
        hint={words.invite.hint}
        value={String(values.email ?? '')}
        error={errors.email}
        inputmode="email"
        maxlength={200}
        required
      />
      <TextField
        name="name"
        label={words.invite.name}
        optional={words.invite.optional}
        value={String(values.name ?? '')}
        error={errors.name}
        maxlength={100}
      />
      <RadioField
        name="role"
        label={words.invite.role}
        options={may.map((role) => ({ value: role, label: words.roles[role], hint: words.roleHints[role] }))}
        value={String(values.role ?? may[0] ?? '')}
        error={errors.role}
        required
      />
      {teams.length > 0 && (
        <CheckboxesField
          name="teams[]"
          id="teams"
          label={words.invite.teams}
          options={teams.map(({ id, name }) => ({ value: id, label: name }))}
          values={[values.teams ?? []].flat()}
        />
      )}
      <div class="actions">
        <Button kind="main" icon="mail">
          {words.invite.send}
        </Button>
      </div>
    </form>
  )
}
