import type { Html } from '#html'
import { classes } from '../tone.ts'
import { describedBy, type FieldBase, FieldFrame, fieldId } from './field.tsx'

export interface Option {
  readonly value: string
  readonly label: string
  readonly hint?: string
}

interface SelectFieldProps extends FieldBase {
  readonly options: readonly Option[]
  readonly value?: string | null | undefined
  /** The words of the empty first choice, such as 'Kies een team'. */
  readonly choose?: string
}

/** One of many. For up to five choices take `RadioField`: everything in sight. */
export function SelectField(props: SelectFieldProps): Html {
  return (
    <FieldFrame field={props}>
      <select
        class={classes('utrecht-select utrecht-select--html-select', props.error && 'utrecht-select--invalid')}
        id={fieldId(props)}
        name={props.name}
        required={props.required}
        aria-invalid={props.error ? 'true' : undefined}
        aria-describedby={describedBy(props)}
      >
        {props.choose && <option value="">{props.choose}</option>}
        {props.options.map((option) => (
          <option value={option.value} selected={option.value === props.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}
