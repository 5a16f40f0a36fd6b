import { z } from 'zod'
import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import { CheckboxesField, SelectField, TextField } from '../../../../platform/ui/index.ts'
import type { FilledForm } from '../../../../platform/web/refuse-form.ts'
import { typedList, typedText } from '../../zones/filled.ts'
import type { Choices } from '../list-store.ts'
import { lessonsText } from '../text.ts'

const mostDesigners = 4

/** What a lesson is about: the same fields for a new one and for one that is there. */
export const lessonFields = {
  title: z.string().max(120),
  subject: z.string().max(60).default(''),
  year: z.string().max(40).default(''),
  theme: z.string().max(80).default(''),
  goal: z.uuid().nullable().default(null),
  designers: z
    .array(z.uuid())
    .max(200)
    .refine((all) => new Set(all).size <= mostDesigners, 'too-many-designers')
    .default([]),
}

export interface ShownLesson {
  readonly title: string
  readonly subject: string
  readonly year: string
  readonly theme: string
  readonly goal: string
  readonly designers: readonly string[]
}

interface LessonFieldsProps {
  readonly locale: Locale
  readonly shown: ShownLesson
  readonly filled: FilledForm
  readonly choices: Choices
}

export function lessonLabels(locale: Locale): Readonly<Record<string, string>> {
  const { fields } = lessonsText(locale)
  return { title: fields.title, subject: fields.subject, year: fields.year, theme: fields.theme, goal: fields.goal }
}

/** What is said of reasons that only these fields have. */
export function lessonReasons(locale: Locale): Readonly<Record<string, string>> {
  return { 'too-many-designers': lessonsText(locale).tooManyDesigners(mostDesigners) }
}

export function LessonFields({ locale, shown, filled, choices }: LessonFieldsProps): Html {
  const { fields } = lessonsText(locale)
  const text = (name: 'title' | 'subject' | 'year' | 'theme', maxlength: number) => ({
    name,
    label: fields[name],
    maxlength,
    value: typedText(filled, name, shown[name]),
    error: filled.errors[name],
  })
  return (
    <>
      <TextField {...text('title', 120)} hint={fields.titleHint} required />
      <div class="halves even">
        <TextField {...text('subject', 60)} />
        <TextField {...text('year', 40)} hint={fields.yearHint} />
      </div>
      <TextField {...text('theme', 80)} optional={fields.optional} />
      {choices.goals.length > 0 && (
        <SelectField
          name="goal"
          label={fields.goal}
          choose={fields.noGoal}
          value={typedText(filled, 'goal', shown.goal)}
          options={choices.goals.map(({ id, effect }) => ({ value: id, label: effect }))}
        />
      )}
      <input type="hidden" name="designers[]" value="" />
      <CheckboxesField
        name="designers[]"
        id="designers"
        label={fields.designers}
        hint={fields.designersHint}
        inline
        error={filled.errors.designers}
        values={typedList(filled, 'designers', shown.designers)}
        options={choices.members.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </>
  )
}
