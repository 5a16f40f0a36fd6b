import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import { CheckboxesField, SelectField, TextArea, TextField } from '../../../../platform/ui/index.ts'
import type { FilledForm } from '../../../../platform/web/refuse-form.ts'
import type { Board } from '../../board.ts'
import type { ActionCard, Colleague, GoalCard } from '../../cards.ts'
import { zoneText } from '../../text.board.ts'
import { typedList, typedText } from '../filled.ts'

export interface ActionFieldsProps {
  readonly locale: Locale
  readonly board: Board
  readonly goals: readonly Pick<GoalCard, 'id' | 'effect'>[]
  readonly team: readonly Colleague[]
  readonly filled: FilledForm
  /** What the fields show first. */
  readonly shown: ShownAction
}

export type ShownAction = Pick<ActionCard, 'description' | 'goalId' | 'dueOn' | 'ownerIds' | 'ownerNames' | 'everyone'>

/** The ticked boxes of 'who does it', in the order of the boxes. */
export function tickedOwners(shown: ShownAction, team: readonly Colleague[]): readonly string[] {
  const members = team.filter((colleague) => shown.ownerIds.includes(colleague.id)).map((colleague) => colleague.id)
  return shown.everyone ? ['everyone', ...members] : members
}

/** As much of a goal as tells it from the others in a list. */
const shortened = (effect: string) => (effect.length > 60 ? `${effect.slice(0, 57).trimEnd()}…` : effect)

/** What, for which goal, who, when. A class board asks only what and when: nobody is put down by name there. */
export function ActionFields({ locale, board, goals, team, filled, shown }: ActionFieldsProps): Html {
  const words = zoneText(locale, board.kind).actions
  const { errors } = filled
  return (
    <>
      <TextArea
        name="description"
        id="action-description"
        label={words.description}
        hint={words.hint}
        rows={2}
        maxlength={300}
        required
        value={typedText(filled, 'description', shown.description)}
        error={errors.description}
      />
      {board.kind === 'improvement' && goals.length > 0 && (
        <SelectField
          name="goalId"
          id="action-goalId"
          label={words.goal}
          choose={words.noGoal}
          options={goals.map((goal, index) => ({ value: goal.id, label: `${index + 1}. ${shortened(goal.effect)}` }))}
          value={typedText(filled, 'goalId', shown.goalId)}
          error={errors.goalId}
        />
      )}
      {board.kind !== 'class' && (
        <>
          <input type="hidden" name="owners[]" value="" />
          <CheckboxesField
            name="owners[]"
            id="action-owners"
            label={words.owners}
            inline
            options={[
              { value: 'everyone', label: words.everyoneChoice },
              ...team.map((colleague) => ({ value: colleague.id, label: colleague.name })),
            ]}
            values={typedList(filled, 'owners', tickedOwners(shown, team))}
            error={errors.owners}
          />
          <TextField
            name="ownerNames"
            id="action-ownerNames"
            label={words.otherNames}
            hint={words.otherNamesHint}
            maxlength={300}
            value={typedText(filled, 'ownerNames', shown.ownerNames.join(', '))}
            error={errors.ownerNames}
          />
        </>
      )}
      <TextField
        name="dueOn"
        id="action-dueOn"
        type="date"
        label={words.due}
        value={typedText(filled, 'dueOn', shown.dueOn)}
        error={errors.dueOn}
      />
    </>
  )
}
