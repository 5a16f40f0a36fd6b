import type { Html } from '#html'
import { classes } from '../tone.ts'
import { describedBy, type FieldBase, FieldFrame, fieldId } from './field.tsx'

interface TextAreaProps extends FieldBase {
  readonly value?: string | null | undefined
  readonly rows?: number
  readonly maxlength?: number
  readonly placeholder?: string
}

/** Several lines. Grows with what is written where the browser can. */
export function TextArea(props: TextAreaProps): Html {
  return (
    <FieldFrame field={props}>
      <textarea
        class={classes('utrecht-textarea utrecht-textarea--html-textarea', props.error && 'utrecht-textarea--invalid')}
        id={fieldId(props)}
        name={props.name}
        rows={props.rows ?? 3}
        maxlength={props.maxlength}
        placeholder={props.placeholder}
        required={props.required}
        aria-invalid={props.error ? 'true' : undefined}
        aria-describedby={describedBy(props)}
      >
        {props.value}
      </textarea>
    </FieldFrame>
  )
}
