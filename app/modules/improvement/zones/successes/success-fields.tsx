import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import { TextArea, TextField } from '../../../../platform/ui/index.ts'
import type { FilledForm } from '../../../../platform/web/refuse-form.ts'
import type { SuccessCard } from '../../cards.ts'
import type { BoardKind } from '../../tables.ts'
import { zoneText } from '../../text.board.ts'
import { typedText } from '../filled.ts'

interface SuccessFieldsProps {
  readonly locale: Locale
  readonly kind: BoardKind
  readonly filled: FilledForm
  /** Left out for a new success: it is of whoever writes it, unless they say otherwise. */
  readonly shown?: Pick<SuccessCard, 'description' | 'byName'>
}

export function SuccessFields({ locale, kind, filled, shown }: SuccessFieldsProps): Html {
  const words = zoneText(locale, kind).successes
  return (
    <>
      <TextArea
        name="description"
        id="success-description"
        label={words.description}
        hint={words.hint}
        rows={2}
        maxlength={500}
        required
        value={typedText(filled, 'description', shown?.description ?? '')}
        error={filled.errors.description}
      />
      {shown !== undefined && (
        <TextField
          name="byName"
          id="success-byName"
          label={words.by}
          maxlength={60}
          value={typedText(filled, 'byName', shown.byName)}
          error={filled.errors.byName}
        />
      )}
    </>
  )
}
