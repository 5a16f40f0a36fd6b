import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import { Alert } from '../../../../platform/ui/index.ts'
import { seenText } from '../text.seen.ts'

/** Stands on every page with a score. */
export function NeverAppraisal({ locale }: { readonly locale: Locale }): Html {
  const words = seenText(locale).scoring
  return <Alert title={words.never}>{words.neverLead}</Alert>
}
