import { z } from 'zod'
import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { amsterdamDay, parseDay } from '../../../../platform/text/days.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import { Button, ErrorSummary, RadioField, TextField } from '../../../../platform/ui/index.ts'
import type { FilledForm } from '../../../../platform/web/refuse-form.ts'
import { instantOn } from '../../session-rhythm.ts'
import { cardsText } from '../../text.cards.ts'
import { typedText } from '../../zones/filled.ts'
import type { Proposal } from '../free-hours.ts'
import { visitsText } from '../text.ts'
import { whenWords } from '../when-words.ts'

const day = z.preprocess((typed) => (typeof typed === 'string' ? (parseDay(typed) ?? typed) : typed), z.iso.date())
const time = z.iso.time({ precision: -1 })

/** A day and a time as people fill them in; neither has to be there. */
export const takeForm = z.object({ at: z.iso.datetime().optional(), day: day.optional(), time: time.optional() })
export const plannedForm = z.object({ question: z.string().min(3).max(300), day, time })

/** The moment that was chosen or filled in; what was filled in goes before what was chosen. */
export function momentOf({ at, day, time }: z.infer<typeof takeForm>): Date | null {
  if (day !== undefined && time !== undefined) return momentAt(day, time)
  return at === undefined ? null : new Date(at)
}

export function momentAt(day: string, time: string): Date {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return instantOn(day, hours * 60 + minutes)
}

interface TakeFormProps {
  readonly locale: Locale
  readonly action: string
  readonly hoursHref: string
  readonly proposals: readonly Proposal[]
  readonly filled: FilledForm
  readonly now: Date
}

/** Times that suit both, or one of your own. */
export function TakeForm({ locale, action, hoursHref, proposals, filled, now }: TakeFormProps): Html {
  const words = visitsText(locale).visit
  const problems = Object.entries(filled.errors).map(([field, message]) => ({ field, message }))
  const options = proposals.map(({ startsAt, talkFollows }) => ({
    value: startsAt.toISOString(),
    label: whenWords(locale, startsAt),
    ...(talkFollows ? { hint: words.talkFollows } : {}),
  }))
  return (
    <form class="form" method="post" action={action}>
      <ErrorSummary title={cardsText(locale).problems} problems={problems} />
      {options.length > 0 ? (
        <RadioField
          name="at"
          label={words.proposals}
          hint={words.proposalsHint}
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
      <div class="actions">
        <Button kind="main">{words.take}</Button>
      </div>
    </form>
  )
}
