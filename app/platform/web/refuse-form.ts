import type { WebContext } from './context.ts'
import { describeErrors } from './field-error.ts'
import type { FieldErrors, FieldValues, Submission } from './form.ts'
import { refuse, wantsProblem } from './refuse.tsx'

/** A form as it comes back: what was typed, and a sentence at each wrong field. */
export interface FilledForm {
  readonly values: FieldValues
  readonly errors: Readonly<Record<string, string>>
}

/** An untouched form, for the page that shows it first. */
export const emptyForm: FilledForm = { values: {}, errors: {} }

export interface RefusedForm {
  readonly errors: FieldErrors
  readonly submission: Submission
}

/**
 * Refuses a form: its page again, filled, with a sentence at each wrong field (status 422), or problem+json with the same
 * sentences for a script. `labels` are the words above the fields, `own` the sentences for reasons of the form's own.
 */
export async function refuseForm(
  c: WebContext,
  { errors, submission }: RefusedForm,
  labels: Readonly<Record<string, string>>,
  renderPage: (filled: FilledForm) => Response | Promise<Response>,
  own: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const sentences = describeErrors(c.var.locale, errors, labels, own)
  if (wantsProblem(c)) return refuse(c, 'form', { errors: sentences })
  const shown = await renderPage({ values: submission.values, errors: sentences })
  return new Response(shown.body, { status: 422, headers: shown.headers })
}
