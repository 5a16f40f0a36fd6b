import { z } from 'zod'
import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { addDays, amsterdamDay, parseDay } from '../../../../platform/text/days.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import { Button, ErrorSummary, RadioField, TextField } from '../../../../platform/ui/index.ts'
import type { FilledForm } from '../../../../platform/web/refuse-form.ts'
import { instantOn } from '../../session-rhythm.ts'
import { cardsText } from '../../text.cards.ts'
import { typedText } from '../../zones/filled.ts'
import type { Proposal } from '../free-hours.ts'
import { visitsText } from '../text.ts'
import { mostDaysAhead } from '../visit.ts'
import { whenWords } from '../when-words.ts'

const day = z.preprocess((typed) => (typeof typed === 'string' ? (parseDay(typed) ?? typed) : typed), z.iso.date())
const time = z.iso.time({ precision: -1 })

/** A day and a time as people fill them in; neither has to be there. */
export const takeForm = z.object({ at: z.iso.datetime().optional(), day: day.optional(), time: time.optional() })
export const plannedForm = takeForm.extend({ question: z.string().min(3).max(300) })

/** The moment that was chosen or filled in; what was filled in goes before what was chosen. */
export function momentOf({ at, day, time }: z.infer<typeof takeForm>): Date | null {
  if (day !== undefined && time !== undefined) {
    const [hours = 0, minutes = 0] = time.split(':').map(Number)
    return instantOn(day, hours * 60 + minutes)
  }
  return at === undefined ? null : new Date(at)
}

/** Why a visit can't be at a moment: none was chosen, its day is over, or it is so far ahead that it must be a mistake. */
export function timeFault(startsAt: Date | null, now: Date): 'no-time' | 'in-the-past' | 'too-far' | null {
  if (startsAt === null) return 'no-time'
  const [day, today] = [amsterdamDay(startsAt), amsterdamDay(now)]
  if (day < today) return 'in-the-past'
  return day > addDays(today, mostDaysAhead) ? 'too-far' : null
}

interface TimeFieldsProps {
  /** Who teaches then and who is free, as who reads it would say. */
  readonly hint: string
  readonly locale: Locale
  readonly hoursHref: string
  readonly proposals: readonly Proposal[]
  readonly filled: FilledForm
  readonly now: Date
}

/** Times that suit both, or one of your own. */
export function TakeForm({ action, ...fields }: TimeFieldsProps & { readonly action: string }): Html {
  const { locale, filled } = fields
  const problems = Object.entries(filled.errors).map(([field, message]) => ({ field, message }))
  return (
    <form class="form" method="post" action={action}>
      <ErrorSummary title={cardsText(locale).problems} problems={problems} />
      <TimeFields {...fields} />
      <div class="actions">
        <Button kind="main">{visitsText(locale).visit.take}</Button>
      </div>
    </form>
  )
}

/** The fields of `takeForm`. */
export function TimeFields({ locale, hint, hoursHref, proposals, filled, now }: TimeFieldsProps): Html {
  const words = visitsText(locale).visit
  const options = proposals.map(({ startsAt, talkFollows }) => ({
    value: startsAt.toISOString(),
    label: whenWords(locale, startsAt),
    ...(talkFollows ? { hint: words.talkFollows } : {}),
  }))
  return (
    <>
      {options.length > 0 ? (
        <RadioField
          name="at"
          label={words.proposals}
          hint={hint}
          options={options}
          value={typedText(filled, 'at', options[0]?.value ?? '')}
          error={filled.errors.at}
        />
      ) : (
        <p class="soft">
          {words.noProposals} <a href={hoursHref}>{words.fillWeek}</a>
        </p>
      )}
      <fieldset>
        <legend>{words.otherTime}</legend>
        <div class="form line">
          <TextField
            name="day"
            label={words.day}
            type="date"
            min={amsterdamDay(now)}
            value={typedText(filled, 'day', '')}
            error={filled.errors.day}
          />
          <TextField
            name="time"
            label={words.time}
            type="time"
            value={typedText(filled, 'time', '')}
            error={filled.errors.time}
          />
        </div>
      </fieldset>
    </>
  )
}
