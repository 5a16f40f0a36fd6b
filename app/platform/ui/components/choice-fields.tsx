import type { Child, Html } from '#html'
import { classes } from '../tone.ts'
import { describedBy, type FieldBase, FieldHint, fieldId } from './field.tsx'
import type { Option } from './select-field.tsx'

/** A choice, and what somebody may want to see of it first, such as a fold. */
interface Choice extends Option {
  readonly more?: Child
}

interface ChoiceFieldProps extends FieldBase {
  readonly options: readonly Choice[]
  readonly inline?: boolean
}

function Choices({ field, children }: { readonly field: ChoiceFieldProps; readonly children: Child }): Html {
  return (
    <fieldset
      class={classes('utrecht-form-field', field.error && 'utrecht-form-field--invalid')}
      id={fieldId(field)}
      aria-describedby={describedBy(field)}
    >
      <legend>
        {field.label}
        {field.optional && <span class="optional"> {field.optional}</span>}
      </legend>
      <FieldHint field={field} />
      <div class={classes('choices', field.inline && 'inline')}>{children}</div>
    </fieldset>
  )
}

/** One of a few. */
export function RadioField(props: ChoiceFieldProps & { readonly value?: string | null | undefined }): Html {
  return (
    <Choices field={props}>
      {props.options.map((option) => (
        <>
          <label class="choice">
            <input
              class="utrecht-radio-button utrecht-radio-button--html-input"
              type="radio"
              name={props.name}
              value={option.value}
              checked={option.value === props.value}
              required={props.required}
            />
            <span>
              {option.label}
              {option.hint && <small>{option.hint}</small>}
            </span>
          </label>
          {option.more && <div class="choice-more">{option.more}</div>}
        </>
      ))}
    </Choices>
  )
}

/** Any of a few: each ticked one is sent under the same name. */
export function CheckboxesField(props: ChoiceFieldProps & { readonly values: readonly string[] }): Html {
  return (
    <Choices field={props}>
      {props.options.map((option) => (
        <label class="choice">
          <input
            class="utrecht-checkbox utrecht-checkbox--html-input"
            type="checkbox"
            name={props.name}
            value={option.value}
            checked={props.values.includes(option.value)}
          />
          <span>
            {option.label}
            {option.hint && <small>{option.hint}</small>}
          </span>
        </label>
      ))}
    </Choices>
  )
}

/** A single yes or no. */
export function Checkbox(props: FieldBase & { readonly checked?: boolean; readonly value?: string }): Html {
  return (
    <div class={classes('utrecht-form-field', props.error && 'utrecht-form-field--invalid')}>
      <FieldHint field={{ ...props, hint: undefined }} />
      <label class="choice">
        <input
          class="utrecht-checkbox utrecht-checkbox--html-input"
          type="checkbox"
          id={fieldId(props)}
          name={props.name}
          value={props.value ?? 'yes'}
          checked={props.checked}
          required={props.required}
          aria-invalid={props.error ? 'true' : undefined}
          aria-describedby={describedBy({ ...props, hint: undefined })}
        />
        <span>
          {props.label}
          {props.hint && <small>{props.hint}</small>}
        </span>
      </label>
    </div>
  )
}
