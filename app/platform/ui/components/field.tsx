import type { Child, Html } from '#html'
import { Icon } from '../icons/icon.tsx'
import { classes } from '../tone.ts'

/** What every field has. `name` is also its id and what an error points to; `error` is said in the user's words. */
export interface FieldBase {
  readonly name: string
  readonly label: string
  /** Where two forms on a page have the same field: an id of its own. */
  readonly id?: string | undefined
  readonly hint?: Child
  readonly error?: string | undefined
  readonly required?: boolean
  /** The words after the label of a field that may stay empty, such as '(mag leeg blijven)'. */
  readonly optional?: string
}

export const fieldId = (field: Pick<FieldBase, 'name' | 'id'>): string => field.id ?? field.name

/** The ids that describe the control, for `aria-describedby`; nothing when there is nothing to point to. */
export function describedBy(field: FieldBase): string | undefined {
  const id = fieldId(field)
  const ids = [field.hint && `${id}-hint`, field.error && `${id}-wrong`].filter(Boolean)
  return ids.length === 0 ? undefined : ids.join(' ')
}

export function FieldHint({ field }: { readonly field: FieldBase }): Html {
  return (
    <>
      {field.hint && (
        <p class="hint" id={`${fieldId(field)}-hint`}>
          {field.hint}
        </p>
      )}
      {field.error && (
        <p class="wrong" id={`${fieldId(field)}-wrong`}>
          <Icon name="alert-circle" />
          {field.error}
        </p>
      )}
    </>
  )
}

/** Label, hint and error around one control. */
export function FieldFrame({ field, children }: { readonly field: FieldBase; readonly children: Child }): Html {
  return (
    <div class={classes('utrecht-form-field', field.error && 'utrecht-form-field--invalid')}>
      <label class="utrecht-form-label utrecht-form-field__label" for={fieldId(field)}>
        {field.label}
        {field.optional && <span class="optional"> {field.optional}</span>}
      </label>
      <FieldHint field={field} />
      {children}
    </div>
  )
}
