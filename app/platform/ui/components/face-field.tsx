import type { Html } from '#html'
import type { Locale } from '../../text/dictionary.ts'
import { text } from '../text.ts'
import { Face, type Mood, moods } from './face.tsx'
import { FieldHint } from './field.tsx'

interface FaceFieldProps {
  readonly locale: Locale
  readonly name: string
  /** The question. */
  readonly label: string
  readonly hint?: string
  readonly value?: Mood | null | undefined
  readonly error?: string | undefined
  /** The question is already the heading of the page: then it is only spoken. */
  readonly labelHidden?: boolean
}

/** How are you? Three faces, as radio buttons. */
export function FaceField({ locale, name, label, hint, value, error, labelHidden }: FaceFieldProps): Html {
  const words = text(locale).faces
  return (
    <fieldset class="utrecht-form-field" id={name}>
      <legend class={labelHidden ? 'hide' : undefined}>{label}</legend>
      <FieldHint field={{ name, label, hint, error }} />
      <div class="faces">
        {moods.map((mood) => (
          <label>
            <input type="radio" name={name} value={mood} checked={mood === value} required />
            <Face mood={mood} />
            {words[mood]}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
