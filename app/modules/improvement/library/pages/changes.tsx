import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import { fieldTexts, textFields } from '../../lessons/document.ts'
import type { Plan } from '../../lessons/plan.ts'
import { wordChanges } from '../../lessons/word-changes.ts'
import { libraryText } from '../text.ts'
import { fieldName } from './field-name.ts'

interface ChangesProps {
  readonly locale: Locale
  readonly from: Plan
  readonly to: Plan
}

/** What a lesson that was taken over changed, field by field. */
export function Changes({ locale, from, to }: ChangesProps): Html {
  const words = libraryText(locale)
  const [before, after] = [fieldTexts(from), fieldTexts(to)]
  const changed = [...textFields, 'phases' as const].filter((field) => before[field] !== after[field])
  if (changed.length === 0) return <p class="soft">{words.unchanged}</p>
  return (
    <>
      <p class="soft small">{words.changedLead}</p>
      <dl class="lesson-texts">
        {changed.map((field) => (
          <div>
            <dt>{fieldName(locale, field)}</dt>
            <dd>
              {wordChanges(before[field], after[field]).map(({ kind, text }) =>
                kind === 'same' ? <>{text}</> : kind === 'gone' ? <del>{text}</del> : <ins>{text}</ins>,
              )}
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
