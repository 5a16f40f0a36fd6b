import type { Html } from '#html'
import type { Locale } from '../../text/dictionary.ts'
import {
  Button,
  Checkbox,
  CheckboxesField,
  ErrorSummary,
  FaceField,
  RadioField,
  SelectField,
  TextArea,
  TextField,
} from '../index.ts'
import { text } from './text.ts'

export function Fields({ locale }: { readonly locale: Locale }): Html {
  const t = text(locale)
  const f = t.fields
  return (
    <form class="form" method="post" action="#">
      <TextArea name="effect" label={f.effect} hint={f.effectHint} placeholder={f.effectExample} required />
      <TextField name="target" type="number" label={f.target} min={0} max={12} value={9} />
      <TextField name="due" type="date" label={f.due} optional={f.optional} />
      <SelectField
        name="team"
        label={f.team}
        choose={f.choose}
        options={t.teams.map((team) => ({ value: team, label: team }))}
      />
      <RadioField
        name="outcome"
        label={f.outcome}
        value={f.outcomes[0]}
        options={f.outcomes.map((outcome, index) => ({
          value: outcome,
          label: outcome,
          ...(index > 0 && { hint: f.outcomeHint }),
        }))}
      />
      <CheckboxesField
        name="owners[]"
        label={f.owners}
        inline
        values={t.people.slice(0, 2)}
        options={t.people.map((person) => ({ value: person, label: person }))}
      />
      <FaceField locale={locale} name="feeling" label={f.feeling} hint={f.feelingHint} />
      <Checkbox name="mail" label={f.agree} hint={f.agreeHint} checked />
      <div class="actions">
        <Button kind="main">{f.save}</Button>
        <Button kind="plain">{t.plain}</Button>
      </div>
    </form>
  )
}

export function WrongFields({ locale }: { readonly locale: Locale }): Html {
  const t = text(locale)
  const f = t.fields
  return (
    <form class="form" method="post" action="#">
      <ErrorSummary
        title={f.errors}
        problems={[
          { field: 'wrong-effect', message: f.effectWrong },
          { field: 'wrong-target', message: f.targetWrong },
          { field: 'wrong-due', message: f.dueWrong },
          { field: 'wrong-team', message: f.teamWrong },
          { field: 'wrong-outcome', message: f.outcomeWrong },
        ]}
      />
      <TextArea name="effect" id="wrong-effect" label={f.effect} hint={f.effectHint} error={f.effectWrong} />
      <TextField name="target" id="wrong-target" type="number" label={f.target} error={f.targetWrong} value={40} />
      <TextField name="due" id="wrong-due" label={f.due} error={f.dueWrong} value="30 februari" />
      <SelectField name="team" id="wrong-team" label={f.team} choose={f.choose} options={[]} error={f.teamWrong} />
      <RadioField
        name="wrong"
        id="wrong-outcome"
        label={f.outcome}
        error={f.outcomeWrong}
        options={f.outcomes.map((outcome) => ({ value: outcome, label: outcome }))}
      />
    </form>
  )
}
