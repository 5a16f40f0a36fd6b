import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import { SelectField, TextArea, TextField } from '../../../../platform/ui/index.ts'
import type { Reference } from '../../../../platform/web/reference.ts'
import type { FilledForm } from '../../../../platform/web/refuse-form.ts'
import type { GoalCard } from '../../cards.ts'
import { sayNumber } from '../../figure.ts'
import { cardsText } from '../../text.cards.ts'
import { typedText } from '../filled.ts'

export type ShownGoal = Pick<GoalCard, 'effect' | 'measure' | 'outOf' | 'baseline' | 'target' | 'reason' | 'reasonFrom'>

export const noGoal: ShownGoal = {
  effect: '',
  measure: '',
  outOf: null,
  baseline: null,
  target: null,
  reason: '',
  reasonFrom: null,
}

/** What the fields of a goal show first, as text: also what `Was` keeps. */
export function shownTexts(locale: Locale, goal: ShownGoal): Readonly<Record<keyof ShownGoal, string>> {
  const say = (value: number | null) => (value === null ? '' : sayNumber(locale, value))
  return {
    ...goal,
    outOf: say(goal.outOf),
    baseline: say(goal.baseline),
    target: say(goal.target),
    reasonFrom: goal.reasonFrom ?? '',
  }
}

interface GoalFieldsProps {
  readonly locale: Locale
  readonly filled: FilledForm
  readonly shown: ShownGoal
  /** What other modules offer as a reason. */
  readonly references: readonly Reference[]
}

/** A goal that can be counted: what pupils do, how it is counted, from where to where, and why. */
export function GoalFields({ locale, filled, shown, references }: GoalFieldsProps): Html {
  const words = cardsText(locale).goal
  const { optional } = cardsText(locale)
  const { errors } = filled
  const texts = shownTexts(locale, shown)
  const number = (name: 'outOf' | 'baseline' | 'target', hint?: string) => (
    <TextField
      name={name}
      id={`goal-${name}`}
      label={words[name]}
      hint={hint}
      optional={optional}
      inputmode="decimal"
      value={typedText(filled, name, texts[name])}
      error={errors[name]}
    />
  )
  return (
    <>
      <TextArea
        name="effect"
        id="goal-effect"
        label={words.effect}
        hint={words.effectHint}
        rows={2}
        maxlength={300}
        required
        value={typedText(filled, 'effect', texts.effect)}
        error={errors.effect}
      />
      <TextArea
        name="measure"
        id="goal-measure"
        label={words.measure}
        hint={words.measureHint}
        optional={optional}
        rows={2}
        maxlength={300}
        value={typedText(filled, 'measure', texts.measure)}
        error={errors.measure}
      />
      {number('outOf', words.outOfHint)}
      {number('baseline')}
      {number('target')}
      {references.length > 0 && (
        <SelectField
          name="reasonFrom"
          id="goal-reasonFrom"
          label={words.reasonFrom}
          choose={words.reasonNone}
          options={references.map((reference) => ({ value: reference.key, label: reference.label }))}
          value={typedText(filled, 'reasonFrom', texts.reasonFrom)}
          error={errors.reasonFrom}
        />
      )}
      <TextArea
        name="reason"
        id="goal-reason"
        label={words.reason}
        hint={words.reasonHint}
        optional={optional}
        rows={2}
        maxlength={300}
        value={typedText(filled, 'reason', texts.reason)}
        error={errors.reason}
      />
    </>
  )
}
