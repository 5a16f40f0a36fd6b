import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { formatDays } from '../../../../platform/text/days.ts'
import {
  Button,
  ButtonLink,
  CheckboxesField,
  RadioField,
  TextArea,
  TextField,
  Was,
} from '../../../../platform/ui/index.ts'
import type { FilledForm } from '../../../../platform/web/refuse-form.ts'
import { stages } from '../../period.ts'
import { yearText } from '../../text.year.ts'
import type { YearTeam } from '../../year.ts'
import type { PeriodProps } from './period-card.tsx'
import { toneOf } from './year-picture.tsx'

interface PeriodFormProps extends PeriodProps {
  readonly filled: FilledForm
  /** The teams of the school. */
  readonly teams: readonly YearTeam[]
}

/** A period to write in: theme, note, teams, stage. Apart from its card, which goes on showing what others change. */
export function PeriodForm({ filled, teams, ...props }: PeriodFormProps): Html {
  const { locale, school, board, period, today } = props
  const words = yearText(locale)
  const path = `${school}/year/${board.schoolYear}`
  const chosen = filled.values.teams ?? period.teams.map((team) => team.id)
  const closed = period.stage === 'closed'
  return (
    <section class={`period editing tone-${toneOf(period, today)}`}>
      <h2>
        {words.period.title(period.number)}{' '}
        <span class="soft small nowrap">{formatDays(locale, period.startsOn, period.endsOn)}</span>
      </h2>
      <form
        class="form columns"
        method="post"
        action={`${path}/periods/${period.id}?number=${period.number}`}
        data-entry=""
      >
        <Was
          fields={{
            theme: period.theme,
            note: period.note,
            ...(closed ? {} : { stage: period.stage }),
          }}
        />
        {period.teams.map((team) => (
          <input type="hidden" name="was.teams[]" value={team.id} />
        ))}
        <TextField
          name="theme"
          label={words.form.theme}
          hint={words.form.themeHint}
          maxlength={120}
          value={String(filled.values.theme ?? period.theme ?? '')}
          error={filled.errors.theme}
        />
        <TextArea
          name="note"
          label={words.form.note}
          optional={words.form.optional}
          hint={words.form.noteHint}
          rows={2}
          maxlength={1000}
          value={String(filled.values.note ?? period.note ?? '')}
          error={filled.errors.note}
        />
        {teams.length > 0 && (
          <CheckboxesField
            name="teams[]"
            id="teams"
            label={words.form.teams}
            inline
            options={teams.map((team) => ({ value: team.id, label: team.name }))}
            values={typeof chosen === 'string' ? [chosen] : chosen}
            error={filled.errors.teams}
          />
        )}
        {!closed && (
          <RadioField
            name="stage"
            label={words.form.stage}
            inline
            options={stages
              .filter((stage) => stage !== 'closed')
              .map((stage) => ({ value: stage, label: words.period.stages[stage] }))}
            value={String(filled.values.stage ?? period.stage)}
            error={filled.errors.stage}
          />
        )}
        <div class="actions">
          <Button kind="main">{words.save}</Button>
          <ButtonLink kind="plain" href={path}>
            {words.cancel}
          </ButtonLink>
        </div>
      </form>
    </section>
  )
}
