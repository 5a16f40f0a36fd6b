import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { addDays, type Day, mondayOf } from '../../../../platform/text/days.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import { SelectField, TextArea, TextField } from '../../../../platform/ui/index.ts'
import type { FilledForm } from '../../../../platform/web/refuse-form.ts'
import type { PlanCard } from '../../cards.ts'
import type { BoardKind } from '../../tables.ts'
import { zoneText } from '../../text.board.ts'
import { typedText } from '../filled.ts'
import { nextMonday, weekWords } from './plan-weeks.ts'

interface PlanFieldsProps {
  readonly locale: Locale
  readonly kind: BoardKind
  readonly filled: FilledForm
  readonly today: Day
  /** Left out for a new plan. */
  readonly shown?: Pick<PlanCard, 'description' | 'week' | 'byName'>
}

export function PlanFields({ locale, kind, filled, today, shown }: PlanFieldsProps): Html {
  const words = zoneText(locale, kind).plans
  const coming = [0, 7, 14, 21].map((days) => addDays(mondayOf(today), days))
  const weeks = shown === undefined || coming.includes(shown.week) ? coming : [shown.week, ...coming]
  return (
    <>
      <TextArea
        name="description"
        id="plan-description"
        label={words.description}
        rows={2}
        maxlength={300}
        required
        value={typedText(filled, 'description', shown?.description ?? '')}
        error={filled.errors.description}
      />
      <SelectField
        name="week"
        id="plan-week"
        label={words.week}
        options={weeks.map((week) => ({ value: week, label: weekWords(locale, kind, week, today) }))}
        value={typedText(filled, 'week', shown?.week ?? nextMonday(today))}
        error={filled.errors.week}
      />
      {shown !== undefined && (
        <TextField
          name="byName"
          id="plan-byName"
          label={words.by}
          maxlength={60}
          value={typedText(filled, 'byName', shown.byName)}
          error={filled.errors.byName}
        />
      )}
    </>
  )
}
