import type { Html } from '#html'
import { classes } from '../tone.ts'
import { describedBy, type FieldBase, FieldFrame, fieldId } from './field.tsx'

interface TextFieldProps extends FieldBase {
  readonly type?: 'text' | 'email' | 'number' | 'date' | 'time' | 'search' | 'password' | 'url' | 'tel' | 'file'
  readonly value?: string | number | null | undefined
  readonly min?: string | number
  readonly max?: string | number
  readonly step?: string | number
  readonly maxlength?: number
  readonly autocomplete?: string
  readonly inputmode?: 'numeric' | 'decimal' | 'email' | 'search'
  readonly placeholder?: string
  readonly accept?: string
  readonly autofocus?: boolean
}

/** One line: text, e-mail, number, date, time, search, file. */
export function TextField(props: TextFieldProps): Html {
  return (
    <FieldFrame field={props}>
      <input
        class={classes('utrecht-textbox utrecht-textbox--html-input', props.error && 'utrecht-textbox--invalid')}
        id={fieldId(props)}
        name={props.name}
        type={props.type ?? 'text'}
        value={props.value ?? undefined}
        min={props.min}
        max={props.max}
        step={props.step}
        maxlength={props.maxlength}
        autocomplete={props.autocomplete ?? 'off'}
        inputmode={props.inputmode}
        placeholder={props.placeholder}
        accept={props.accept}
        required={props.required}
        autofocus={props.autofocus}
        aria-invalid={props.error ? 'true' : undefined}
        aria-describedby={describedBy(props)}
      />
    </FieldFrame>
  )
}
