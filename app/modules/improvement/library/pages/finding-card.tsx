import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import { Card, RadioField, SelectField, TextField } from '../../../../platform/ui/index.ts'
import type { FilledForm } from '../../../../platform/web/refuse-form.ts'
import { typedText } from '../../zones/filled.ts'
import { type LessonFinding, reasons } from '../findings.ts'
import { libraryText } from '../text.ts'
import { fieldName } from './field-name.ts'
import { answerNames } from './finding-answers.ts'

interface FindingCardProps {
  readonly locale: Locale
  readonly finding: LessonFinding
  readonly filled: FilledForm
}

/** Likely personal data in its sentence, and what becomes of it. */
export function FindingCard({ locale, finding, filled }: FindingCardProps): Html {
  const words = libraryText(locale)
  const names = answerNames(finding.id)
  const { before, text, after, kind, field, round } = finding
  return (
    <Card as="section" shape="flat" over={`${words.kinds[kind]} · ${fieldName(locale, field)}`}>
      {round > 1 && <p class="soft small">{words.onlyNow}</p>}
      <p>
        {before}
        <mark>
          <strong>{text}</strong>
        </mark>
        {after}
      </p>
      <RadioField
        name={names.fix}
        label={words.fix}
        inline
        options={[
          { value: 'replace', label: words.replace },
          { value: 'none', label: words.isNone },
        ]}
        value={typedText(filled, names.fix, '')}
        error={filled.errors[names.fix]}
      />
      <div class="halves even">
        <TextField
          name={names.with}
          label={words.replaceWith}
          maxlength={200}
          value={typedText(filled, names.with, words.instead[kind])}
          error={filled.errors[names.with]}
        />
        <SelectField
          name={names.why}
          label={words.whyNone}
          choose={words.chooseWhy}
          options={reasons.map((value) => ({ value, label: words.why[value] }))}
          value={typedText(filled, names.why, '')}
          error={filled.errors[names.why]}
        />
      </div>
    </Card>
  )
}
